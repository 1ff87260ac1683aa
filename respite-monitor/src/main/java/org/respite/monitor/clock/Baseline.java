// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import org.respite.monitor.stats.NegativeBinomial;

/**
 * What an ordinary day of this war looks like: incidents a day, how unevenly they come, over which days of the week, and how often a day
 * passes without any for reasons of its own.
 *
 * @param perDay mean, incidents a day, ≥ 0
 * @param shape negative binomial shape of a day's count where the day is not such a calm one, > 0; {@link NegativeBinomial#NEARLY_POISSON} where days are even
 * @param days how many days it was taken from
 * @param quietDays how many of them had no incident
 * @param calmShare share of days that are calm beyond what that law explains (weather, supply, habit), [0,1); 0 unless the days show it
 * @param before level of the war before these days, as a share of {@code perDay}, where a fortnight of it ran below 40 %: [{@value #LEAST_BEFORE},0.4); else 1
 */
public record Baseline(double perDay, double shape, int days, int quietDays, double calmShare, double before, Week week) {
  /** Days a baseline is taken from. Reproduces the published reading of Aleppo, October 2016 (4 quiet days, 2.69 a day). */
  public static final int DAYS = 26;

  /** Fewer days than this and nothing can be said. Assumption: one week. */
  public static final int FEWEST_DAYS = 7;

  /** How far back its days may lie, days. Assumption: a war of ten weeks ago is another war. The week is taken from all of them. */
  public static final int REACH_DAYS = 70;

  /** Chance, before any day is seen, that a war has calm days of its own. Assumption: one war in ten. */
  private static final double HAS_CALM_DAYS = 0.1;
  private static final int CALM_STEPS = 40;
  private static final double MOST_CALM = 0.6;
  private static final int ROUNDS = 4;

  /** Days that show a level of the war. */
  private static final int FORTNIGHT = 14;

  /** What lay lower than this was no war. Assumption. */
  static final double LEAST_BEFORE = 0.1;

  /**
   * The days a baseline is taken from, latest first: counts and weekdays, [0,7). The silence that runs now is
   * what is asked about: it tells nothing of how often a war is calm.
   */
  static final class Days {
    private final int[] counts = new int[REACH_DAYS];
    private final int[] weekday = new int[REACH_DAYS];
    private int size;
    private int running;

    /** @param runs whether no incident was seen from that day on */
    void add(int count, int ofWeek, boolean runs) {
      if (runs) running = size + 1;
      counts[size] = count;
      weekday[size++] = ofWeek;
    }

    boolean isFull() {
      return size == REACH_DAYS;
    }
  }

  /** Of no day at all. */
  static final Baseline NOTHING = of(new Days());

  /** Mean by days of the week, shape by moments and calm days by their excess, in turn; O(days). */
  static Baseline of(Days from) {
    int n = Math.min(from.size, DAYS);
    Week week = Week.of(from.counts, from.weekday, from.size);
    int quiet = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      if (from.counts[i] == 0) quiet++;
      sum += from.counts[i];
    }
    double mean = n == 0 ? 0 : sum / n;
    double calm = 0;
    double shape = shape(from, n, mean, 0, week);
    for (int round = 0; quiet > 0 && quiet < n && round < ROUNDS; round++) {
      calm = calmShare(from, n, mean / (1 - calm), shape, week);
      shape = shape(from, n, mean / (1 - calm), calm * n / quiet, week);
    }
    return new Baseline(mean, shape, n, quiet, calm, before(from, n, mean), week);
  }

  /** The lowest fortnight of a war older than the {@code n} days of the baseline: after an offensive the war falls back to it, and that is no pause. */
  private static double before(Days from, int n, double mean) {
    double lowest = 1;
    for (int first = n; first + FORTNIGHT <= from.size; first++) {
      double sum = 0;
      for (int i = first; i < first + FORTNIGHT; i++) sum += from.counts[i];
      double share = sum / FORTNIGHT / mean;
      if (share >= LEAST_BEFORE) lowest = Math.min(lowest, share);
    }
    return lowest < SwitchSettings.REDUCED_FRACTIONS[0] ? lowest : 1;
  }

  /** Of counts alone, without weekdays. */
  static Baseline of(int[] counts, int n) {
    var days = new Days();
    for (int i = 0; i < n; i++) days.add(counts[i], 0, false);
    return of(days);
  }

  /** Moments about the mean of each weekday; {@code calm} of the days without incident are no such days and stand aside. */
  private static double shape(Days from, int n, double busy, double calm, Week week) {
    double squares = 0;
    double poisson = 0;
    double means = 0;
    double weights = 0;
    for (int i = 0; i < n; i++) {
      double w = from.counts[i] == 0 ? Math.max(0, 1 - calm) : 1;
      double mu = busy * week.factor(from.weekday[i]);
      squares += w * (from.counts[i] - mu) * (from.counts[i] - mu);
      poisson += w * mu;
      means += w * mu * mu;
      weights += w;
    }
    if (weights <= 1) return NegativeBinomial.NEARLY_POISSON;
    double excess = squares * weights / (weights - 1) - poisson;
    return excess > 0 ? Math.min(NegativeBinomial.NEARLY_POISSON, means / excess) : NegativeBinomial.NEARLY_POISSON;
  }

  /**
   * Expected share of calm days: none with chance 1 − {@value #HAS_CALM_DAYS}, else evenly up to {@value #MOST_CALM}, weighed by how well each
   * explains the days with and without incident.
   */
  private static double calmShare(Days from, int n, double busy, double shape, Week week) {
    double[] quiet = new double[n];
    for (int i = from.running; i < n; i++) {
      if (from.counts[i] == 0) quiet[i] = Math.exp(NegativeBinomial.logMass(0, busy * week.factor(from.weekday[i]), shape));
    }
    double odds = 0;
    double expected = 0;
    for (int s = 1; s <= CALM_STEPS; s++) {
      double share = MOST_CALM * s / CALM_STEPS;
      double fit = 0; // beside no calm days
      for (int i = from.running; i < n; i++) {
        fit += Math.log(from.counts[i] == 0 ? share / quiet[i] + 1 - share : 1 - share);
      }
      fit = Math.exp(Math.min(600, fit)) / CALM_STEPS;
      odds += fit;
      expected += fit * share;
    }
    return HAS_CALM_DAYS * expected / (1 - HAS_CALM_DAYS + HAS_CALM_DAYS * odds);
  }

  /** Incidents expected on such a day of the week if it is no calm one. */
  double expected(int weekday) {
    return perDay / (1 - calmShare) * week.factor(weekday);
  }

  /** Chance that such a day of the week passes without incident. */
  double quiet(int weekday) {
    return calmShare + (1 - calmShare) * Math.exp(NegativeBinomial.logMass(0, expected(weekday), shape));
  }

  boolean tooShort() {
    return days < FEWEST_DAYS;
  }
}
