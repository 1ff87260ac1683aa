// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import org.respite.monitor.stats.NegativeBinomial;

/**
 * What an ordinary day of this war looks like: incidents a day, and how unevenly they come.
 *
 * @param perDay mean, incidents a day, ≥ 0
 * @param shape negative binomial shape of a day's count, > 0; {@link NegativeBinomial#NEARLY_POISSON} where days are even
 * @param days how many days it was taken from
 * @param quietDays how many of them had no incident
 */
public record Baseline(double perDay, double shape, int days, int quietDays) {
  /** Days a baseline is taken from. Reproduces the published reading of Aleppo, October 2016 (4 quiet days, 2.69 a day). */
  public static final int DAYS = 26;

  /** Fewer days than this and nothing can be said. Assumption: one week. */
  public static final int FEWEST_DAYS = 7;

  /** How far back its days may lie, days. Assumption: a war of ten weeks ago is another war. */
  public static final int REACH_DAYS = 70;

  /** Mean and shape by moments of the first {@code n} of these daily counts; O(n). */
  static Baseline of(int[] counts, int n) {
    double sum = 0;
    int quiet = 0;
    for (int i = 0; i < n; i++) {
      sum += counts[i];
      if (counts[i] == 0) quiet++;
    }
    double mean = n == 0 ? 0 : sum / n;
    double squares = 0;
    for (int i = 0; i < n; i++) squares += (counts[i] - mean) * (counts[i] - mean);
    double variance = n > 1 ? squares / (n - 1) : 0;
    return new Baseline(mean, NegativeBinomial.shape(mean, variance), n, quiet);
  }

  boolean tooShort() {
    return days < FEWEST_DAYS;
  }
}
