// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/**
 * Generalised likelihood ratio against a rise (or a fall) of a known, changing mean by an unknown factor.
 *
 * <p>Siegmund and Venkatraman (1995); Höhle and Paul (2008) for counts. {@code max over τ ≤ t of sup over factor of
 * Σ log f₁/f₀}. O(t) factor fits per value for Poisson (closed form), one bisection each for negative binomial.
 */
public final class LikelihoodRatio {
  private LikelihoodRatio() {}

  /**
   * The statistic at each value, without restarts.
   *
   * @param mean expected counts when nothing has changed, > 0
   * @param shape negative binomial shape; infinity for Poisson
   * @param rise whether a rise is looked for; else a fall
   */
  public static double[] statistic(int[] counts, double[] mean, double shape, boolean rise) {
    double[] best = new double[counts.length];
    for (int t = 0; t < counts.length; t++) {
      for (int from = t; from >= 0; from--) {
        double log = factor(counts, mean, shape, from, t);
        if (log > 0 == rise && log != 0) best[t] = Math.max(best[t], ratio(counts, mean, shape, from, t, log));
      }
    }
    return best;
  }

  /** First value whose statistic reaches the threshold; -1 where none does. */
  public static int firstAlarm(int[] counts, double[] mean, double shape, double threshold) {
    double[] statistic = statistic(counts, mean, shape, true);
    for (int t = 0; t < statistic.length; t++) if (statistic[t] >= threshold) return t;
    return -1;
  }

  /** Logarithm of the factor that fits best over [from, to]. */
  private static double factor(int[] counts, double[] mean, double shape, int from, int to) {
    double x = 0;
    double m = 0;
    for (int i = from; i <= to; i++) {
      x += counts[i];
      m += mean[i];
    }
    if (Double.isInfinite(shape)) return Math.log(Math.max(x, 1e-9) / m);
    double low = -25;
    double high = 25;
    for (int step = 0; step < 60; step++) {
      double middle = 0.5 * (low + high);
      double slope = 0;
      for (int i = from; i <= to; i++) {
        double mu = mean[i] * Math.exp(middle);
        slope += (counts[i] - mu) / (1 + mu / shape);
      }
      if (slope > 0) low = middle;
      else high = middle;
    }
    return 0.5 * (low + high);
  }

  private static double ratio(int[] counts, double[] mean, double shape, int from, int to, double log) {
    double sum = 0;
    for (int i = from; i <= to; i++) {
      double after = mean[i] * Math.exp(log);
      if (Double.isInfinite(shape)) sum += counts[i] * log - after + mean[i];
      else sum += counts[i] * log - (counts[i] + shape) * Math.log((shape + after) / (shape + mean[i]));
    }
    return sum;
  }
}
