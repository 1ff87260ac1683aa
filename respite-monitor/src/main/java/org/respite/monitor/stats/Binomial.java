// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/** How many of {@code n} independent trials succeed, each with chance {@code p} in (0, 1). */
public final class Binomial {
  private Binomial() {}

  /** P(X ≥ x); O(n - x). */
  public static double atLeast(int x, int n, double p) {
    double sum = 0;
    for (int i = Math.max(0, x); i <= n; i++) {
      sum += Math.exp(Gamma.logFactorial(n) - Gamma.logFactorial(i) - Gamma.logFactorial(n - i) + i * Math.log(p) + (n - i) * Math.log1p(-p));
    }
    return Math.min(1, sum);
  }
}
