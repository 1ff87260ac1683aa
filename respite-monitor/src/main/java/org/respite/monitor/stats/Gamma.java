// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/**
 * Logarithm of the gamma function, its first derivatives and the tails that need them.
 *
 * <p>Asymptotic series after shifting the argument above 15 (Abramowitz and Stegun, 6.1.40, 6.3.18, 6.4.12); relative
 * error below 1e-13 for arguments from 1e-6 to 1e12. Arguments must be positive; nothing is checked in here.
 */
public final class Gamma {
  private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

  private Gamma() {}

  /** ln Γ(x), x > 0. */
  public static double log(double x) {
    double shift = 0;
    double z = x;
    if (z < 15) {
      double product = 1;
      while (z < 15) {
        product *= z;
        z++;
      }
      shift = Math.log(product);
    }
    double inverse = 1 / z;
    double square = inverse * inverse;
    double series =
        inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))));
    return (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + series - shift;
  }

  /** ψ(x), the derivative of ln Γ, x > 0. */
  public static double digamma(double x) {
    double sum = 0;
    double z = x;
    for (; z < 15; z++) sum -= 1 / z;
    double square = 1 / (z * z);
    return sum + Math.log(z) - 0.5 / z - square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square / 240)));
  }

  /** ψ′(x), the second derivative of ln Γ, x > 0. */
  public static double trigamma(double x) {
    double sum = 0;
    double z = x;
    for (; z < 15; z++) sum += 1 / (z * z);
    double inverse = 1 / z;
    double square = inverse * inverse;
    return sum + inverse + square / 2 + inverse * square * (1.0 / 6 - square * (1.0 / 30 - square * (1.0 / 42 - square / 30)));
  }

  /** ln n!, n ≥ 0. */
  public static double logFactorial(int n) {
    return log(n + 1.0);
  }
}
