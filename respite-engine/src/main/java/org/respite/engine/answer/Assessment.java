// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

import java.util.List;
import java.util.Optional;
import org.respite.model.finding.Finding;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Option;

/**
 * Everything that Respite says about a case: values only, nothing left to compute. Rendered by {@code org.respite.report}.
 *
 * @param options each option's headline figures, the question first
 * @param question the option that the rest is about
 * @param findings warnings of the reading; never errors
 * @param streets that the answer was reckoned on; empty on the case's own sketch
 */
public record Assessment(
    Case theCase,
    Option question,
    List<OptionRow> options,
    PeopleOut people,
    Optional<AidIn> aid,
    List<NeedRow> needs,
    Consent consent,
    List<GateRow> gate,
    List<VerdictRow> verdict,
    List<Driver> drivers,
    Daylight daylight,
    Method method,
    List<Finding> findings,
    Optional<StreetMap> streets) {}
