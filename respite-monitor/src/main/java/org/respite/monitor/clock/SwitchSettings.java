// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import java.util.Arrays;

/**
 * What the switch model takes for granted. All are editable, all are printed with the answer.
 *
 * @param announcedPrior chance that an announced pause is kept, before any count is seen; ½ says "as likely as not". [0,1]
 * @param startsPerDay chance a day that a pause nobody announced begins. Assumption: one in two thousand days by counts of days,
 *     so that an ordinary war of ninety days is not called a pause (bench/logs). [0,0.5]
 * @param endsPerDay chance a day that a pause ends, from the calendar alone. Assumption, kept small so that counts decide. [0,1]
 * @param endsPerUnseenDay the same for a day without reports: what nobody watched may have ended it. Assumption. [0,1]
 * @param lullsPerDay chance a day that an ordinary war has a calm day for no reason that lasts. Assumption. [0,0.5]
 * @param lullStaysADay chance that such a lull lasts another day. Assumption. [0,1]
 * @param lowersPerDay chance a day that the war moves to a lower level, 40 to 75 % of its rate. Assumption. [0,0.5]
 * @param lowerStaysADay chance that it stays there another day. Assumption. [0,1]
 * @param residualLow lowest rate of fire in a pause, as a share of the rate before. (0,1)
 * @param residualHigh highest rate that is still called a pause. (0,1)
 */
public record SwitchSettings(
    double announcedPrior,
    double startsPerDay,
    double endsPerDay,
    double endsPerUnseenDay,
    double lullsPerDay,
    double lullStaysADay,
    double lowersPerDay,
    double lowerStaysADay,
    double residualLow,
    double residualHigh) {

  /** Levels of a lower war; between the most that is called a pause and the usual rate. */
  static final double[] REDUCED_FRACTIONS = {0.4, 0.5, 0.6, 0.75};

  /** Those and the level {@code before} the days compared with, if it is another than 1. */
  static double[] reducedFractions(double before) {
    if (before >= 1) return REDUCED_FRACTIONS;
    double[] more = Arrays.copyOf(REDUCED_FRACTIONS, REDUCED_FRACTIONS.length + 1);
    more[more.length - 1] = before;
    return more;
  }

  private static final int RESIDUAL_STEPS = 20;

  /** Settings used where nobody chose others. */
  public static SwitchSettings standard() {
    return new SwitchSettings(0.5, 0.0005, 0.0005, 0.1, 0.003, 0.2, 0.005, 0.95, 0.01, 0.30);
  }

  /**
   * Settings for counts by hour. There the unevenness of single hours holds the ordinary lulls already, so they are no state
   * of their own; a pause nobody announced is looked for more readily, because each one lasts for many bins, and shares of the rate before
   * are spread evenly: by the hour nothing tells 1 % from 2 %. Chosen for at most one false lull in thirty days of bursty fire (bench/logs).
   */
  public static SwitchSettings hourly() {
    return new SwitchSettings(0.5, 0.2, 0.0005, 0.1, 0, 0.2, 0, 0.95, 0.02, 0.25);
  }

  public SwitchSettings {
    requireShare("announcedPrior", announcedPrior);
    requireShare("startsPerDay", startsPerDay);
    requireShare("endsPerDay", endsPerDay);
    requireShare("endsPerUnseenDay", endsPerUnseenDay);
    requireShare("lullsPerDay", lullsPerDay);
    requireShare("lullStaysADay", lullStaysADay);
    requireShare("lowersPerDay", lowersPerDay);
    requireShare("lowerStaysADay", lowerStaysADay);
    if (!(residualLow > 0 && residualLow < residualHigh && residualHigh < 1)) {
      throw new IllegalArgumentException(
          "residual rates need 0 < low < high < 1, got (" + residualLow + ", " + residualHigh + ")");
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) throw new IllegalArgumentException(name + " must be in [0, 1], got " + value);
  }

  public SwitchSettings withAnnouncedPrior(double prior) {
    return new SwitchSettings(
        prior, startsPerDay, endsPerDay, endsPerUnseenDay, lullsPerDay, lullStaysADay, lowersPerDay, lowerStaysADay,
        residualLow, residualHigh);
  }

  /** The same for a war in which this share of days is calm of its own: its lulls are as common as that, and follow one another by chance. */
  SwitchSettings withCalmDays(double share) {
    double lulls = Math.min(0.5, Math.max(lullsPerDay, share));
    double stays = lullStaysADay + (1 - lullStaysADay) * (lulls > lullsPerDay ? lulls : 0);
    return new SwitchSettings(
        announcedPrior, startsPerDay, endsPerDay, endsPerUnseenDay, lulls, stays, lowersPerDay, lowerStaysADay, residualLow, residualHigh);
  }

  /** Equally likely shares of the rate before that a pause may run at; evenly spaced. */
  double[] evenFractions() {
    double[] fractions = new double[RESIDUAL_STEPS];
    for (int i = 0; i < RESIDUAL_STEPS; i++) fractions[i] = residualLow + (residualHigh - residualLow) * i / (RESIDUAL_STEPS - 1.0);
    return fractions;
  }

  /** Equally likely shares of the rate before that a pause may run at; evenly spaced in their logarithm. */
  double[] residualFractions() {
    double[] fractions = new double[RESIDUAL_STEPS];
    double ratio = residualHigh / residualLow;
    for (int i = 0; i < RESIDUAL_STEPS; i++) fractions[i] = residualLow * Math.pow(ratio, i / (RESIDUAL_STEPS - 1.0));
    return fractions;
  }
}
