// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/**
 * Upper bound of a weekly count from the same season of earlier years: quasi-Poisson regression on time, past outbreaks
 * weighted down (Farrington et al. 1996; Noufaily et al. 2013).
 *
 * <p>Needs years of history, so it serves here as a yardstick for rises only.
 *
 * @param years how many earlier years
 * @param halfWindow weeks on both sides of the same week of those years
 * @param period weeks a year
 * @param alpha one-sided error of the bound
 * @param reweightFrom Anscombe residuals above this are weighted down by their inverse square
 */
public record Farrington(int years, int halfWindow, int period, double alpha, double reweightFrom) {
  private static final double TREND_KEPT_BELOW = 0.05;

  /** Bound for the count at index {@code at}. O(years × window). */
  public double upperBound(int[] counts, int at) {
    int width = 2 * halfWindow + 1;
    double[] y = new double[years * width];
    double[] time = new double[y.length];
    int n = 0;
    for (int year = years; year >= 1; year--) {
      for (int week = -halfWindow; week <= halfWindow; week++) {
        int i = at - year * period + week;
        y[n] = counts[i];
        time[n++] = i + 1;
      }
    }
    Fit trend = fit(design(time, true), y);
    double[] now = {1, at + 1};
    double highest = 0;
    for (double v : y) highest = Math.max(highest, v);
    boolean keeps = years >= 3 && trend.trendTail() < TREND_KEPT_BELOW && trend.regression.mean(now) <= highest;
    return keeps ? bound(trend, now) : bound(fit(design(time, false), y), new double[] {1});
  }

  private static double[][] design(double[] time, boolean trend) {
    double[][] x = new double[time.length][];
    for (int i = 0; i < x.length; i++) x[i] = trend ? new double[] {1, time[i]} : new double[] {1};
    return x;
  }

  /** {@code errorScale}: dispersion of the working residuals, which the reference implementation puts in its errors. */
  private record Fit(CountRegression regression, double dispersion, double errorScale, int freedom) {
    double trendTail() {
      double t = regression.coefficient(1) / Math.sqrt(errorScale * regression.covariance(1, 1));
      return Normal.studentBeyond(t, freedom);
    }
  }

  private Fit fit(double[][] x, double[] y) {
    CountRegression plain = CountRegression.fit(x, y, null, Double.POSITIVE_INFINITY);
    int freedom = y.length - x[0].length;
    double dispersion = Math.max(1, pearson(plain, y, null) / freedom);
    double[] weights = weights(plain, x, y, dispersion);
    CountRegression again = CountRegression.fit(x, y, weights, Double.POSITIVE_INFINITY);
    double working = 0;
    for (int i = 0; i < y.length; i++) {
      double r = (y[i] - again.fitted(i)) / again.fitted(i);
      working += weights[i] * r * r;
    }
    return new Fit(again, Math.max(1, pearson(again, y, weights) / freedom), working / freedom, freedom);
  }

  private static double pearson(CountRegression fit, double[] y, double[] weights) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double r = y[i] - fit.fitted(i);
      sum += (weights == null ? 1 : weights[i]) * r * r / fit.fitted(i);
    }
    return sum;
  }

  private double[] weights(CountRegression fit, double[][] x, double[] y, double dispersion) {
    double[] w = new double[y.length];
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double mu = fit.fitted(i);
      double s = 1.5 * (Math.cbrt(y[i] * y[i]) * Math.pow(mu, -1.0 / 6) - Math.sqrt(mu))
          / Math.sqrt(dispersion * (1 - fit.leverage(x, i)));
      w[i] = s > reweightFrom ? 1 / (s * s) : 1;
      sum += w[i];
    }
    for (int i = 0; i < w.length; i++) w[i] *= w.length / sum;
    return w;
  }

  /** Two-thirds power transform. */
  private double bound(Fit fit, double[] now) {
    double mu = fit.regression.mean(now);
    double error = mu * fit.regression.error(now) * Math.sqrt(fit.errorScale);
    double tau = fit.dispersion + error * error / mu;
    double se = Math.sqrt(4.0 / 9 * Math.cbrt(mu) * tau);
    return Math.pow(Math.cbrt(mu * mu) + Normal.quantile(1 - alpha) * se, 1.5);
  }
}
