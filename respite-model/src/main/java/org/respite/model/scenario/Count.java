// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.register.Moment;

/**
 * People who did leave, by whoever counted. Counts of different counters are never added.
 *
 * @param corridor id; empty where not stated
 * @param group as counted, in words; empty where not stated
 * @param people low and high, empty where the counter gave no figure
 */
public record Count(
    Moment from, Moment to, String corridor, String group, Optional<Range> people, String whoCounted, String source, String note, At at) {
  /** Low and high, both inclusive. */
  public record Range(long low, long high) {}
}
