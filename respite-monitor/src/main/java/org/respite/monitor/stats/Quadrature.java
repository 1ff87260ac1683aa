// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/** Nodes and weights for integrals. */
final class Quadrature {
  private Quadrature() {}

  /** Gauss–Legendre on [0,1]: nodes in row 0, weights in row 1, by Newton on the recurrence; O(n²). */
  static double[][] legendre(int n) {
    double[][] out = new double[2][n];
    for (int i = 0; i < n; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 0;
      for (int step = 0; step < 100; step++) {
        double p0 = 1;
        double p1 = x;
        for (int k = 2; k <= n; k++) {
          double p2 = ((2 * k - 1) * x * p1 - (k - 1) * p0) / k;
          p0 = p1;
          p1 = p2;
        }
        slope = n * (x * p1 - p0) / (x * x - 1);
        double dx = p1 / slope;
        x -= dx;
        if (Math.abs(dx) < 1e-15) break;
      }
      out[0][i] = 0.5 * (1 - x);
      out[1][i] = 1 / ((1 - x * x) * slope * slope);
    }
    return out;
  }
}
