// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import org.respite.monitor.stats.NegativeBinomial;

/**
 * How many incidents a stretch of hours will have shown once everything is told. Never {@code seen / share}, which makes zero out of zero
 * (the false lull of Lawless's estimate): what is still to come has a law of its own.
 *
 * <p>With a gamma-varying rate of shape k and mean f·μ, of which a share q has arrived as {@code seen}, the rest is negative binomial with
 * shape {@code k + seen} and mean {@code (k + seen)·(1 − q)·fμ / (k + q·fμ)}. Mixed over war (f = 1) and pause (f on the residual grid, by
 * how well each explains what was seen). O(fractions × quantile).
 */
final class Nowcast {
  private static final double HELD = 0.9;
  /** Mass that is not looked for further out. */
  private static final double REST = 1e-4;
  private static final int MOST = 20_000;

  private Nowcast() {}

  /** Between which the whole count lies with 90 %, and what was seen of it. */
  record Band(int low, int high, int seen) {}

  /**
   * @param mean of the whole stretch at war; {@code thinned} of its part that has had time to arrive, ≤ mean
   * @param shape of the stretch's count at war
   * @param paused chance of a pause, what was seen included
   */
  static Band of(int seen, double mean, double thinned, double shape, double paused, double[] residual) {
    if (mean <= 0) return new Band(seen, seen, seen);
    double q = Math.min(1, thinned / mean);
    double[] fractions = new double[residual.length + 1];
    double[] weights = new double[fractions.length];
    fractions[0] = 1;
    weights[0] = 1 - paused;
    double sum = 0;
    for (int f = 0; f < residual.length; f++) sum += Math.exp(NegativeBinomial.logMass(seen, residual[f] * thinned, shape));
    for (int f = 0; f < residual.length; f++) {
      fractions[f + 1] = residual[f];
      double fit = sum > 0 ? Math.exp(NegativeBinomial.logMass(seen, residual[f] * thinned, shape)) / sum : 1.0 / residual.length;
      weights[f + 1] = paused * fit;
    }
    double[] mass = new double[MOST];
    double all = 0;
    int size = 0;
    for (; size < MOST && all < 1 - REST; size++) {
      for (int f = 0; f < fractions.length; f++) {
        double m = fractions[f] * mean;
        double rest = (shape + seen) * (1 - q) * m / (shape + q * m);
        mass[size] += weights[f] * Math.exp(NegativeBinomial.logMass(size, rest, shape + seen));
      }
      all += mass[size];
    }
    return shortest(mass, size, seen);
  }

  /** The shortest stretch that holds 90 %; equal tails would hold far more of counts this small. */
  private static Band shortest(double[] mass, int size, int seen) {
    int bestLow = 0;
    int bestHigh = Math.max(0, size - 1);
    double within = 0;
    for (int low = 0, high = -1; low < size; within -= mass[low++]) {
      while (high + 1 < size && within < HELD) within += mass[++high];
      if (within < HELD) break;
      if (high - low < bestHigh - bestLow) {
        bestLow = low;
        bestHigh = high;
      }
    }
    return new Band(seen + bestLow, seen + bestHigh, seen);
  }
}
