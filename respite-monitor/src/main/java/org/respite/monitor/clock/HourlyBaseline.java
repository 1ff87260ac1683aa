// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import org.respite.monitor.stats.NegativeBinomial;

/**
 * What an ordinary hour of this war looks like: incidents by hour of the day, and how unevenly six hours together come.
 *
 * <p>Taken from up to 14 days older than a day, without the 24 hours before an announced start (they run high). The profile of
 * the day is smoothed over neighbouring hours and drawn towards flat as by two days of evenly spread fire. Shape of a burst of six hours.
 */
public final class HourlyBaseline {
  static final int DAYS = 14;
  private static final int SKIP_HOURS = 24;
  private static final double FLAT_DAYS = 2;
  /** An hour of which less than this has arrived counts as so much. */
  private static final double LEAST_SHARE = 0.02;
  /** Hours to where a neighbour says nothing of the hour. Assumption. */
  private static final int NEIGHBOURS = 3;
  static final int BLOCK = 6;
  /** Weight of the usual shape, as by so many hours. Assumption. */
  private static final double SHAPE_SHRINK_HOURS = 12;
  /** Shape of a burst where nothing can be fitted: bursty. Assumption. */
  private static final double USUAL_SHAPE = 1.5;

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
    return of(counts, now, left, firstHourOfDay, Arrival.of(new double[] {1}));
  }

  /** The same where of an hour only that share has arrived: it counts as so much of an hour. */
  static HourlyBaseline of(int[] counts, int now, int[] left, int firstHourOfDay, Arrival arrived) {
    double[] share = new double[counts.length];
    for (int h = 0; h < share.length; h++) share[h] = Math.max(LEAST_SHARE, arrived.share(h, Math.max(0, now - 1 - h)));
    double[] sum = new double[24];
    double[] seen = new double[24];
    double total = 0;
    double exposure = 0;
    int hours = 0;
    int last = Math.min(now - SKIP_HOURS, counts.length);
    int end = left[1] > left[0] && left[0] < last && left[1] >= last ? left[0] : last;
    int first = Math.max(0, end - DAYS * 24);
    for (int h = first; h < end; h++) {
      if (counts[h] == DailySeries.MISSING || h >= left[0] && h < left[1]) continue;
      int ofDay = (firstHourOfDay + h) % 24;
      sum[ofDay] += counts[h];
      seen[ofDay] += share[h];
      exposure += share[h];
      total += counts[h];
      hours++;
    }
    double mean = hours == 0 ? 0 : total / exposure;
    double[] byHour = new double[24];
    for (int i = 0; i < 24; i++) byHour[i] = smooth(sum, seen, i, mean);
    return new HourlyBaseline(byHour, blockShape(counts, share, new int[] {first, end, left[0], left[1]}, byHour, firstHourOfDay), hours);
  }

  /** An hour of the day with its neighbours, the nearer the more, and a little of the flat day. */
  private static double smooth(double[] sum, double[] seen, int hour, double mean) {
    double s = FLAT_DAYS * mean;
    double n = FLAT_DAYS;
    for (int d = 1 - NEIGHBOURS; d < NEIGHBOURS; d++) {
      double weight = 1 - Math.abs(d) / (double) NEIGHBOURS;
      s += weight * sum[(hour + d + 24) % 24];
      n += weight * seen[(hour + d + 24) % 24];
    }
    return s / n;
  }

  /**
   * Moments of hours up to a burst apart: a gamma factor of shape k that lasts for a burst of L hours gives two hours h apart the
   * covariance {@code (1 − h/L)/k} in units of their means; least squares over h, drawn a little towards bursty where hours are few.
   */
  private static double blockShape(int[] counts, double[] share, int[] span, double[] byHour, int firstHourOfDay) {
    double[] off = new double[Math.max(0, span[1] - span[0])];
    double[] mean = new double[off.length];
    double squares = 0;
    double fitted = 0;
    double total = 0;
    int seen = 0;
    for (int i = 0; i < off.length; i++) {
      int h = span[0] + i;
      if (counts[h] == DailySeries.MISSING || h >= span[2] && h < span[3]) continue;
      mean[i] = share[h] * byHour[(firstHourOfDay + h) % 24];
      off[i] = counts[h] - mean[i];
      total += mean[i];
      seen++;
      for (int lag = 0; lag < BLOCK && lag <= i; lag++) {
        double weight = 1 - (double) lag / BLOCK;
        fitted += weight * (off[i] * off[i - lag] - (lag == 0 ? mean[i] : 0));
        squares += weight * weight * mean[i] * mean[i - lag];
      }
    }
    if (seen < 4 * BLOCK || total <= 0) return USUAL_SHAPE;
    double shrink = SHAPE_SHRINK_HOURS * BLOCK / 3.0 * (total / seen) * (total / seen);
    double inverse = (Math.max(0, fitted) + shrink / USUAL_SHAPE) / (squares + shrink);
    return Math.clamp(1 / inverse, 0.1, NegativeBinomial.NEARLY_POISSON);
  }

  public double mean(int hourOfDay) {
    return byHour[hourOfDay];
  }

  public double perDay() {
    double sum = 0;
    for (double m : byHour) sum += m;
    return sum;
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
