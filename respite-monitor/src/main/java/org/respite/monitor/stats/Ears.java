// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/** Early aberration reporting: mean and spread of the last seven counts (Hutwagner et al. 2003). Made for rises, not lulls. */
public final class Ears {
  private static final int BASELINE = 7;

  private Ears() {}

  /**
   * Upper bound for count {@code at}: mean + z·sd of seven counts ending {@code lag} + 1 before it.
   *
   * @param lag 0 for C1, 2 for C2
   * @param alpha one-sided error, 0.001 by custom
   */
  public static double upperBound(int[] counts, int at, int lag, double alpha) {
    double sum = 0;
    for (int i = at - lag - BASELINE; i < at - lag; i++) sum += counts[i];
    double mean = sum / BASELINE;
    double squares = 0;
    for (int i = at - lag - BASELINE; i < at - lag; i++) squares += (counts[i] - mean) * (counts[i] - mean);
    return mean + Normal.quantile(1 - alpha) * Math.sqrt(squares / (BASELINE - 1));
  }
}
