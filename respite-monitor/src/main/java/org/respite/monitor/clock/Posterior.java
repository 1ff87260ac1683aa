// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import java.util.OptionalInt;

/** What the switch model knows after its bins: the chance of a pause bin by bin, and where the running one began. */
public final class Posterior {
  private final double[] paused;
  private final double[] startWeights;

  Posterior(double[] paused, double[] startWeights) {
    this.paused = paused;
    this.startWeights = startWeights;
  }

  /** Runs of one filter under rival assumptions, weighed by how well each foretold what was seen. */
  static Posterior mixed(Posterior[] runs, double[] weights) {
    double total = 0;
    for (double w : weights) total += w;
    double[] paused = new double[runs[0].paused.length];
    double[] starts = new double[runs[0].startWeights.length];
    for (int r = 0; r < runs.length; r++) {
      for (int b = 0; b < paused.length; b++) paused[b] += weights[r] / total * runs[r].paused[b];
      for (int b = 0; b < starts.length; b++) starts[b] += weights[r] / total * runs[r].startWeights[b];
    }
    return new Posterior(paused, starts);
  }

  /** Chance that the pause ran in this bin, as known at the end of this bin. [0,1] */
  public double paused(int bin) {
    return paused[bin];
  }

  /** Bin by which the running pause had begun with chance {@code share}; empty where no pause is possible. */
  public OptionalInt startQuantile(double share) {
    return startQuantile(share, Double.POSITIVE_INFINITY);
  }

  /** The same where a start is the less expected the older it is: by a factor of e for {@code memory} bins. */
  OptionalInt startQuantile(double share, double memory) {
    double[] weights = new double[startWeights.length];
    double total = 0;
    for (int bin = 0; bin < weights.length; bin++) total += weights[bin] = startWeights[bin] * Math.exp((bin - weights.length) / memory);
    if (!(total > 0)) return OptionalInt.empty();
    double sum = 0;
    for (int bin = 0; bin < weights.length; bin++) {
      sum += weights[bin];
      if (sum >= share * total) return OptionalInt.of(bin);
    }
    return OptionalInt.of(weights.length - 1);
  }
}
