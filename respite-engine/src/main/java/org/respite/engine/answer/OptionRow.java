// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.respite.model.scenario.Option;
import org.respite.model.scenario.Window;

/**
 * One option beside the others.
 *
 * @param hours of all its windows together
 * @param could civilians who could be out by the end
 * @param couldShare of the civilians inside
 * @param woundedShare of the wounded, if their number is stated or assumed
 * @param foodShare of the food need over its span, if the case has aid
 */
public record OptionRow(
    Option option,
    List<Window.Interval> windows,
    Instant begins,
    Instant ends,
    double hours,
    Spread could,
    Spread couldShare,
    Optional<Spread> woundedShare,
    Optional<Spread> foodShare) {}
