// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/**
 * Events that call forth events: Hawkes process with an exponential kernel, {@code λ(t) = base + jump Σ e^{−decay (t − tᵢ)}}.
 *
 * <p>Hawkes (1971); recursion of Ozaki (1979). A slow drift of the base rate is taken for self-excitation.
 *
 * @param base events per unit of time, > 0
 * @param jump rise of the rate at each event, ≥ 0
 * @param decay per unit of time, > 0; {@code jump / decay} is the share of events called forth by others
 */
public record SelfExcitation(double base, double jump, double decay) {
  /** ln likelihood of these rising times in [0, end]; O(n). */
  public double logLikelihood(double[] times, double end) {
    double excited = 0;
    double log = -base * end;
    for (int i = 0; i < times.length; i++) {
      if (i > 0) excited = (1 + excited) * Math.exp(-decay * (times[i] - times[i - 1]));
      log += Math.log(base + jump * excited) - jump / decay * (1 - Math.exp(-decay * (end - times[i])));
    }
    return log;
  }
}
