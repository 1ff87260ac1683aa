// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The answer for the last day of a series.
 *
 * @param start when the pause began, if more likely than not there is one
 * @param quietHoursNeeded hours without an incident that would still be needed for "paused"; 0 where it is already, empty
 *     where no silence of two months would do or nothing can be said
 * @param evidenceDecibans ten times the decimal logarithm of how far the counts moved the odds from what was believed before
 * @param baseline what the last day was measured against
 */
public record PauseReading(
    Verdict verdict,
    double paused,
    Optional<Start> start,
    OptionalDouble quietHoursNeeded,
    double evidenceDecibans,
    Baseline baseline,
    List<DayVerdict> days) {

  public PauseReading {
    days = List.copyOf(days);
  }

  /** Whether the chance is only what was believed before any count, and so no finding. */
  public boolean isPrior() {
    return days.isEmpty() || days.getLast().isPrior();
  }

  /** Likeliest day in the middle, and the days between which the start lies with 90 %. */
  public record Start(LocalDate low, LocalDate middle, LocalDate high) {}
}
