// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/** Small dense linear systems: Gauss elimination with row pivoting; O(n³), for n up to a few hundred. */
final class Linear {
  private Linear() {}

  /** x with a x = b; {@code a} and {@code b} are left as they were. */
  static double[] solve(double[][] a, double[] b) {
    double[][] right = new double[b.length][1];
    for (int i = 0; i < b.length; i++) right[i][0] = b[i];
    double[][] x = solve(a, right);
    double[] out = new double[b.length];
    for (int i = 0; i < out.length; i++) out[i] = x[i][0];
    return out;
  }

  static double[][] inverse(double[][] a) {
    double[][] unit = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) unit[i][i] = 1;
    return solve(a, unit);
  }

  private static double[][] solve(double[][] a, double[][] b) {
    int n = a.length;
    double[][] m = new double[n][];
    double[][] x = new double[n][];
    for (int i = 0; i < n; i++) {
      m[i] = a[i].clone();
      x[i] = b[i].clone();
    }
    for (int col = 0; col < n; col++) {
      int pivot = col;
      for (int r = col + 1; r < n; r++) if (Math.abs(m[r][col]) > Math.abs(m[pivot][col])) pivot = r;
      swap(m, col, pivot);
      swap(x, col, pivot);
      if (m[col][col] == 0) throw new ArithmeticException("singular system (n=" + n + ", column=" + col + ")");
      for (int r = 0; r < n; r++) if (r != col) eliminate(m, x, r, col);
    }
    for (int i = 0; i < n; i++) for (int j = 0; j < x[i].length; j++) x[i][j] /= m[i][i];
    return x;
  }

  private static void swap(double[][] rows, int i, int j) {
    double[] held = rows[i];
    rows[i] = rows[j];
    rows[j] = held;
  }

  private static void eliminate(double[][] m, double[][] x, int row, int col) {
    double factor = m[row][col] / m[col][col];
    if (factor == 0) return;
    for (int j = col; j < m.length; j++) m[row][j] -= factor * m[col][j];
    for (int j = 0; j < x[row].length; j++) x[row][j] -= factor * x[col][j];
  }
}
