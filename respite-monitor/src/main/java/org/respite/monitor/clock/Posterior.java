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

  /** Chance that the pause ran in this bin, as known at the end of this bin. [0,1] */
  public double paused(int bin) {
    return paused[bin];
  }

  /** Bin by which the running pause had begun with chance {@code share}; empty where no pause is possible. */
  public OptionalInt startQuantile(double share) {
    double total = 0;
    for (double w : startWeights) total += w;
    if (!(total > 0)) return OptionalInt.empty();
    double sum = 0;
    for (int bin = 0; bin < startWeights.length; bin++) {
      sum += startWeights[bin];
      if (sum >= share * total) return OptionalInt.of(bin);
    }
    return OptionalInt.of(startWeights.length - 1);
  }
}
