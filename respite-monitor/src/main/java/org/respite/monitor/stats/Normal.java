// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/** The standard normal law and the tails built on the incomplete gamma and beta functions. Absolute error below 1e-12. */
public final class Normal {
  private Normal() {}

  public static double density(double x) {
    return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  }

  /** P(X ≤ x), through the incomplete gamma function of x²/2. */
  public static double atMost(double x) {
    double tail = 0.5 * chiSquareAbove(x * x, 1);
    return x >= 0 ? 1 - tail : tail;
  }

  /** x with P(X ≤ x) = p, 0 < p < 1: bisection, then Newton steps. */
  public static double quantile(double p) {
    double low = -40;
    double high = 40;
    for (int i = 0; i < 60; i++) {
      double middle = 0.5 * (low + high);
      if (atMost(middle) < p) low = middle;
      else high = middle;
    }
    return 0.5 * (low + high);
  }

  /** P(X > x) of the chi-square law with {@code df} > 0 degrees of freedom. */
  public static double chiSquareAbove(double x, double df) {
    return x <= 0 ? 1 : upperGamma(df / 2, x / 2);
  }

  /** Regularised upper incomplete gamma: series below a + 1, continued fraction (Lentz) above. */
  private static double upperGamma(double a, double x) {
    double front = Math.exp(a * Math.log(x) - x - Gamma.log(a));
    if (x < a + 1) {
      double term = 1 / a;
      double sum = term;
      for (int n = 1; n < 10_000 && term > sum * 1e-17; n++) {
        term *= x / (a + n);
        sum += term;
      }
      return 1 - front * sum;
    }
    double b = x + 1 - a;
    double c = 1e300;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < 10_000; i++) {
      double an = -i * (i - a);
      b += 2;
      d = 1 / (an * d + b);
      c = b + an / c;
      h *= d * c;
      if (Math.abs(d * c - 1) < 1e-16) break;
    }
    return front * h;
  }

  /** Two-sided tail of Student's t with {@code df} degrees of freedom: Simpson's rule on the density, df ≥ 1. */
  public static double studentBeyond(double t, double df) {
    int steps = 2000;
    double end = Math.atan(Math.abs(t) / Math.sqrt(df));
    double h = end / steps;
    double sum = 1 + Math.pow(Math.cos(end), df - 1);
    for (int i = 1; i < steps; i++) sum += (i % 2 == 1 ? 4 : 2) * Math.pow(Math.cos(i * h), df - 1);
    double inside = sum * h / 3 * 2 * Math.exp(Gamma.log((df + 1) / 2) - Gamma.log(df / 2)) / Math.sqrt(Math.PI);
    return Math.max(0, 1 - inside);
  }
}
