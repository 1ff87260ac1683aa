// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import org.respite.monitor.stats.NegativeBinomial;

/**
 * Do the reports still come at all? A filter of two states over the control count of each day: reports come at their usual rate, or next to
 * none do. Where the control is small, one silent day says little and several say much; a test of single days would miss that.
 */
final class Outage {
  /** From this chance on, a day is a reporting gap. Lower than a half: a gap called calm is the worse mistake. */
  static final double SILENT_FROM = 0.3;

  /** Chance a day that reports stop, and that they stay away another day; share that comes through all the same. Assumptions. */
  private static final double STARTS = 0.01;

  private static final double STAYS = 0.85;
  private static final double LEAKS = 0.03;

  private double dark;

  /** One more day with its control count; the chance that its reports did not come, [0,1]. */
  double after(int control, double usual, double shape) {
    double before = unknown();
    double out = before * Math.exp(NegativeBinomial.logMass(control, LEAKS * usual, shape));
    double in = (1 - before) * Math.exp(NegativeBinomial.logMass(control, usual, shape));
    dark = out + in > 0 ? out / (out + in) : before;
    return dark;
  }

  /** One more day about which the control says nothing. */
  double unknown() {
    dark = dark * STAYS + (1 - dark) * STARTS;
    return dark;
  }
}
