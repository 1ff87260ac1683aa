// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/**
 * How long the present rate has lasted: Bayesian online change point detection for counts.
 *
 * <p>Adams and MacKay (2007), arXiv 0710.3742, with a gamma prior on the rate and a constant hazard. Restarts at every burst
 * and knows of no reporting delay: kept as a baseline to measure the pause clock against. One step is O(length so far).
 */
public final class RunLength {
  private final double shape;
  private final double rate;
  private final double hazard;
  private double[] chance = {1};
  private double[] sum = {0};
  private int seen;

  /** @param hazard chance of a change before each count, (0,1) */
  public RunLength(double shape, double rate, double hazard) {
    this.shape = shape;
    this.rate = rate;
    this.hazard = hazard;
  }

  /** Takes the next count. */
  public void add(int count) {
    double[] next = new double[seen + 2];
    double[] nextSum = new double[seen + 2];
    double restart = 0;
    double total = 0;
    for (int r = 0; r <= seen; r++) {
      double a = shape + sum[r];
      double predicted = chance[r] * Math.exp(NegativeBinomial.logMass(count, a / (rate + r), a));
      next[r + 1] = predicted * (1 - hazard);
      restart += predicted * hazard;
      nextSum[r + 1] = sum[r] + count;
      total += predicted;
    }
    next[0] = restart;
    for (int r = 0; r < next.length; r++) next[r] /= total;
    chance = next;
    sum = nextSum;
    seen++;
  }

  /** Likeliest number of counts the present rate has lasted. */
  public int likeliest() {
    int best = 0;
    for (int r = 1; r <= seen; r++) if (chance[r] > chance[best]) best = r;
    return best;
  }

  public double chance(int length) {
    return chance[length];
  }

  /** Expected rate over all lengths. */
  public double rate() {
    double mean = 0;
    for (int r = 0; r <= seen; r++) mean += chance[r] * (shape + sum[r]) / (rate + r);
    return mean;
  }
}
