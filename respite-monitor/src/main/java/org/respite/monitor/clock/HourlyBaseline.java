// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import org.respite.monitor.stats.NegativeBinomial;

/**
 * What an ordinary hour of this war looks like: incidents by hour of the day, and how unevenly six hours together come.
 *
 * <p>Taken from up to 14 days older than a day, without the 24 hours before an announced start (they run high). The profile of
 * the day is drawn towards flat as by three days of evenly spread fire. Shape from blocks of six hours: from single hours it
 * comes out far too large, because a burst spans several.
 */
public final class HourlyBaseline {
  static final int DAYS = 14;
  private static final int SKIP_HOURS = 24;
  private static final double FLAT_DAYS = 3;
  static final int BLOCK = 6;
  private static final double SHAPE_SHRINK_BLOCKS = 2;

  private final double[] byHour;
  private final double blockShape;
  private final int hours;

  private HourlyBaseline(double[] byHour, double blockShape, int hours) {
    this.byHour = byHour;
    this.blockShape = blockShape;
    this.hours = hours;
  }

  /**
   * @param counts incidents by hour; {@link DailySeries#MISSING} where nobody watched
   * @param now index of the hour after the last
   * @param left index of hours to leave out: {@code [from, to)}, for the run-up and for what may be a pause
   * @param firstHourOfDay hour of the day of index 0, [0,24)
   */
  public static HourlyBaseline of(int[] counts, int now, int[] left, int firstHourOfDay) {
    double[] sum = new double[24];
    double[] seen = new double[24];
    double total = 0;
    int hours = 0;
    int last = Math.min(now - SKIP_HOURS, counts.length);
    int end = left[1] > left[0] && left[0] < last && left[1] >= last ? left[0] : last;
    int first = Math.max(0, end - DAYS * 24);
    for (int h = first; h < end; h++) {
      if (counts[h] == DailySeries.MISSING || h >= left[0] && h < left[1]) continue;
      int ofDay = (firstHourOfDay + h) % 24;
      sum[ofDay] += counts[h];
      seen[ofDay]++;
      total += counts[h];
      hours++;
    }
    double mean = hours == 0 ? 0 : total / hours;
    double[] byHour = new double[24];
    for (int i = 0; i < 24; i++) byHour[i] = (sum[i] + FLAT_DAYS * mean) / (seen[i] + FLAT_DAYS);
    return new HourlyBaseline(byHour, blockShape(counts, first, end, left, byHour, firstHourOfDay), hours);
  }

  /** Moments over blocks, drawn a little towards the exponential-like shape of bursty fire where blocks are few. */
  private static double blockShape(int[] counts, int first, int end, int[] left, double[] byHour, int firstHourOfDay) {
    double excess = 0;
    double squares = 0;
    double meanBlock = 0;
    int blocks = 0;
    for (int b = first; b + BLOCK <= end; b += BLOCK) {
      double expected = 0;
      int seen = 0;
      boolean whole = true;
      for (int h = b; h < b + BLOCK; h++) {
        whole &= counts[h] != DailySeries.MISSING && !(h >= left[0] && h < left[1]);
        expected += byHour[(firstHourOfDay + h) % 24];
        seen += Math.max(0, counts[h]);
      }
      if (!whole) continue;
      excess += (seen - expected) * (seen - expected) - expected;
      squares += expected * expected;
      meanBlock += expected;
      blocks++;
    }
    if (blocks < 4) return 1.5; // assumption where nothing can be fitted: bursty
    double prior = SHAPE_SHRINK_BLOCKS * meanBlock * meanBlock / ((double) blocks * blocks) / 1.5;
    double inverse = (Math.max(0, excess) + prior) / (squares + SHAPE_SHRINK_BLOCKS * meanBlock * meanBlock / ((double) blocks * blocks));
    return inverse <= 0 ? NegativeBinomial.NEARLY_POISSON : Math.min(NegativeBinomial.NEARLY_POISSON, 1 / inverse);
  }

  public double mean(int hourOfDay) {
    return byHour[hourOfDay];
  }

  public double perDay() {
    double sum = 0;
    for (double m : byHour) sum += m;
    return sum;
  }

  /** Shape of one hour's count. */
  double hourShape() {
    return blockShape / BLOCK;
  }

  /** Shape of six hours' count. */
  public double blockShape() {
    return blockShape;
  }

  /** How many watched hours it was taken from. */
  public int hours() {
    return hours;
  }

  boolean tooShort() {
    return hours < 72 || perDay() <= 0;
  }
}
