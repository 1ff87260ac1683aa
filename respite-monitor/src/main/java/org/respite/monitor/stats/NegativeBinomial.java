// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/**
 * Counts whose rate itself varies as a gamma variable: mean {@code mu} ≥ 0, shape {@code k} > 0, variance {@code mu + mu²/k}.
 *
 * <p>Large {@code k} is the Poisson law. Fit {@code k} on blocks of several hours: from hourly bins it comes out far too
 * large, because a burst spans many of them. A block of {@code L} hours has shape proportional to {@code L}.
 */
public final class NegativeBinomial {
  /** Above this shape the law is Poisson to within what a month of counts can show. */
  public static final double NEARLY_POISSON = 1000;

  private NegativeBinomial() {}

  /** ln P(x). */
  public static double logMass(int x, double mu, double k) {
    if (mu <= 0) return x == 0 ? 0 : Double.NEGATIVE_INFINITY;
    return Gamma.log(x + k) - Gamma.log(k) - Gamma.logFactorial(x) - k * Math.log1p(mu / k) + x * Math.log(mu / (k + mu));
  }

  /** P(X ≤ x); O(x). */
  public static double atMost(int x, double mu, double k) {
    double sum = 0;
    for (int i = 0; i <= x; i++) sum += Math.exp(logMass(i, mu, k));
    return Math.min(1, sum);
  }

  /** Shape by moments, {@code mean² / (variance − mean)}; {@link #NEARLY_POISSON} where the counts are not over-dispersed. */
  public static double shape(double mean, double variance) {
    double excess = variance - mean;
    if (!(excess > 0) || mean <= 0) return NEARLY_POISSON;
    return Math.min(NEARLY_POISSON, mean * mean / excess);
  }
}
