// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

import java.util.OptionalDouble;

/**
 * What somebody said it takes, beside what the question offers.
 *
 * @param hours needed; empty where they named none
 * @param missing hours that the question lacks by this measure; empty where none were named
 */
public record NeedRow(String by, String purpose, String what, OptionalDouble hours, OptionalDouble lanes, double offered, OptionalDouble missing, String source) {}
