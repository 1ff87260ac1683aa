// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

/**
 * A figure with its uncertainty: 5th percentile, median and 95th percentile over the draws.
 *
 * @param low at most {@code mid}
 * @param unit as printed, such as {@code people}
 */
public record Spread(double low, double mid, double high, String unit) {
  /** Nothing was drawn: one value, from inputs without ranges. */
  public static Spread exactly(double value, String unit) {
    return new Spread(value, value, value, unit);
  }
}
