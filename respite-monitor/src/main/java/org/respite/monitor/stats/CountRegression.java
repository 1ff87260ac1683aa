// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/**
 * Counts on covariates through a logarithmic link: Poisson or negative binomial with known shape, by iteratively reweighted
 * least squares (McCullagh and Nelder 1989). Covariates must be linearly independent.
 */
public final class CountRegression {
  private final double[] coefficients;
  private final double[] fitted;
  private final double[][] covariance;
  private final boolean converged;

  private CountRegression(double[] coefficients, double[] fitted, double[][] covariance, boolean converged) {
    this.coefficients = coefficients;
    this.fitted = fitted;
    this.covariance = covariance;
    this.converged = converged;
  }

  /**
   * @param x one row per count, one column per covariate (put the constant in yourself)
   * @param y counts
   * @param weights prior weights > 0, or null for ones
   * @param shape negative binomial shape; infinity for Poisson
   */
  public static CountRegression fit(double[][] x, double[] y, double[] weights, double shape) {
    int n = y.length;
    int p = x[0].length;
    double[] mu = new double[n];
    for (int i = 0; i < n; i++) mu[i] = y[i] + 0.1;
    double[] beta = new double[p];
    double last = Double.NaN;
    boolean converged = false;
    for (int step = 0; step < 100 && !converged; step++) {
      double[] right = new double[p];
      double[][] information = new double[p][p];
      for (int i = 0; i < n; i++) accumulate(information, right, x[i], working(mu[i], y[i], weights, i, shape));
      beta = Linear.solve(information, right);
      for (int i = 0; i < n; i++) mu[i] = Math.exp(Math.clamp(dot(x[i], beta), -50, 50));
      double now = deviance(y, mu, weights, shape);
      converged = Math.abs(now - last) / (Math.abs(now) + 0.1) < 1e-13;
      last = now;
    }
    return new CountRegression(beta, mu, Linear.inverse(informationAt(x, mu, weights, shape)), converged);
  }

  private static double[][] informationAt(double[][] x, double[] mu, double[] weights, double shape) {
    double[][] information = new double[x[0].length][x[0].length];
    double[] unused = new double[x[0].length];
    for (int i = 0; i < mu.length; i++) accumulate(information, unused, x[i], working(mu[i], mu[i], weights, i, shape));
    return information;
  }

  /** Weight and working response of one count. */
  private static double[] working(double mu, double y, double[] weights, int i, double shape) {
    double w = (weights == null ? 1 : weights[i]) * (Double.isInfinite(shape) ? mu : mu / (1 + mu / shape));
    return new double[] {w, Math.log(mu) + (y - mu) / mu};
  }

  private static void accumulate(double[][] information, double[] right, double[] row, double[] working) {
    for (int a = 0; a < row.length; a++) {
      double wa = working[0] * row[a];
      right[a] += wa * working[1];
      for (int b = 0; b < row.length; b++) information[a][b] += wa * row[b];
    }
  }

  private static double deviance(double[] y, double[] mu, double[] weights, double shape) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double d = y[i] > 0 ? y[i] * Math.log(y[i] / mu[i]) : 0;
      d -= Double.isInfinite(shape) ? y[i] - mu[i] : (y[i] + shape) * Math.log((y[i] + shape) / (mu[i] + shape));
      sum += 2 * d * (weights == null ? 1 : weights[i]);
    }
    return sum;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
  }

  public double coefficient(int i) {
    return coefficients[i];
  }

  public double fitted(int i) {
    return fitted[i];
  }

  /** Inverse of the information, for dispersion one. */
  public double covariance(int i, int j) {
    return covariance[i][j];
  }

  public boolean converged() {
    return converged;
  }

  /** Mean at these covariates. */
  public double mean(double[] row) {
    return Math.exp(dot(row, coefficients));
  }

  /** Standard error of the linear predictor at these covariates, for dispersion one. */
  public double error(double[] row) {
    double sum = 0;
    for (int a = 0; a < row.length; a++) for (int b = 0; b < row.length; b++) sum += row[a] * row[b] * covariance[a][b];
    return Math.sqrt(sum);
  }

  /** Leverage of count {@code i} in an unweighted Poisson fit. */
  double leverage(double[][] x, int i) {
    double e = error(x[i]);
    return fitted[i] * e * e;
  }

  /** Shape of a negative binomial regression by maximum likelihood, alternating with the coefficients until both stand. */
  public static double shape(double[][] x, double[] y) {
    double shape = Double.POSITIVE_INFINITY;
    for (int round = 0; round < 200; round++) {
      CountRegression fit = fit(x, y, null, shape);
      double next = shapeAt(y, fit.fitted);
      if (Math.abs(next - shape) <= 1e-10 * next) return next;
      shape = next;
    }
    return shape;
  }

  /** Root of the derivative of the log-likelihood in the shape: bisection on its logarithm. */
  private static double shapeAt(double[] y, double[] mu) {
    double low = Math.log(1e-4);
    double high = Math.log(1e6);
    for (int i = 0; i < 200; i++) {
      double k = Math.exp(0.5 * (low + high));
      double slope = 0;
      for (int j = 0; j < y.length; j++) {
        slope += Gamma.digamma(k + y[j]) - Gamma.digamma(k) + Math.log(k / (k + mu[j])) + 1 - (k + y[j]) / (k + mu[j]);
      }
      if (slope > 0) low = Math.log(k);
      else high = Math.log(k);
    }
    return Math.exp(0.5 * (low + high));
  }
}
