// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/**
 * Cumulative sums for a shift in the mean of independent normal values (Page 1954) and how long they run before an alarm.
 *
 * <p>Autocorrelated values shorten the run several-fold: do not read these lengths on bursty counts.
 */
public final class Cusum {
  private Cusum() {}

  /** S after each value: {@code max(0, S + x − reference)}. */
  public static double[] upper(double[] values, double reference) {
    double[] s = new double[values.length];
    double last = 0;
    for (int i = 0; i < s.length; i++) s[i] = last = Math.max(0, last + values[i] - reference);
    return s;
  }

  /**
   * Average run length of the one-sided scheme from zero, values normal with this mean and unit variance: the integral
   * equation of Page, solved on {@code 64} Gauss–Legendre nodes; O(64³).
   */
  public static double averageRun(double reference, double threshold, double mean) {
    int n = 64;
    double[][] nodes = Quadrature.legendre(n);
    double[][] a = new double[n + 1][n + 1];
    double[] b = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      double u = i == n ? 0 : threshold * nodes[0][i];
      b[i] = 1;
      a[i][i] += 1;
      a[i][n] -= Normal.atMost(reference - u - mean);
      for (int j = 0; j < n; j++) {
        double x = threshold * nodes[0][j];
        a[i][j] -= threshold * nodes[1][j] * Normal.density(x - u + reference - mean);
      }
    }
    return Linear.solve(a, b)[n];
  }
}
