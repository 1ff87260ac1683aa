// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.schedule;

/**
 * Maximises {@code c x} under {@code A x <= b}, {@code x >= 0}, with {@code b >= 0} (the origin is feasible), by the primal simplex on a dense
 * tableau (Dantzig 1947): largest reduced cost, and Bland's rule after as many steps as rows without progress, so that it ends. O(rows x
 * columns) a step. Its answer is never trusted as it is: {@link Bound} takes the multipliers and adds up a bound that holds for any of them.
 */
final class Simplex {
  private static final double EPS = 1e-9;

  private final double[][] t;
  private final int rows;
  private final int columns;
  private final int[] basis;

  private Simplex(double[][] a, double[] b, double[] c) {
    rows = b.length;
    columns = c.length;
    t = new double[rows + 1][columns + rows + 1];
    basis = new int[rows];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(a[i], 0, t[i], 0, columns);
      t[i][columns + i] = 1;
      t[i][columns + rows] = b[i];
      basis[i] = columns + i;
    }
    for (int j = 0; j < columns; j++) t[rows][j] = -c[j];
  }

  /** Primal point and one multiplier a row, both at least 0. */
  record Answer(double[] x, double[] multipliers) {}

  static Answer maximise(double[][] a, double[] b, double[] c) {
    Simplex s = new Simplex(a, b, c);
    s.run();
    double[] x = new double[c.length];
    for (int i = 0; i < s.rows; i++) if (s.basis[i] < c.length) x[s.basis[i]] = Math.max(0, s.t[i][s.columns + s.rows]);
    double[] y = new double[s.rows];
    for (int i = 0; i < s.rows; i++) y[i] = Math.max(0, s.t[s.rows][s.columns + i]);
    return new Answer(x, y);
  }

  private void run() {
    int stalled = 0;
    double before = t[rows][columns + rows];
    for (int step = 0; step < 50 * (rows + columns); step++) {
      int enters = entering(stalled > rows);
      if (enters < 0) return;
      int leaves = leaving(enters);
      if (leaves < 0) throw new IllegalStateException("a relaxation without limit: some trip takes neither time nor goods");
      pivot(leaves, enters);
      double now = t[rows][columns + rows];
      stalled = now > before + EPS ? 0 : stalled + 1;
      before = now;
    }
  }

  private int entering(boolean first) {
    int best = -1;
    double least = -EPS;
    for (int j = 0; j < columns + rows; j++) {
      if (t[rows][j] >= least) continue;
      best = j;
      if (first) return j;
      least = t[rows][j];
    }
    return best;
  }

  private int leaving(int column) {
    int best = -1;
    double ratio = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rows; i++) {
      if (t[i][column] <= EPS) continue;
      double r = t[i][columns + rows] / t[i][column];
      boolean better = r < ratio - EPS || r < ratio + EPS && best >= 0 && basis[i] < basis[best];
      if (!better) continue;
      best = i;
      ratio = Math.min(r, ratio);
    }
    return best;
  }

  private void pivot(int row, int column) {
    double by = t[row][column];
    double[] p = t[row];
    for (int j = 0; j < p.length; j++) p[j] /= by;
    for (int i = 0; i <= rows; i++) {
      double f = t[i][column];
      if (i == row || f == 0) continue;
      double[] q = t[i];
      for (int j = 0; j < q.length; j++) q[j] -= f * p[j];
      q[column] = 0;
    }
    basis[row] = column;
  }
}
