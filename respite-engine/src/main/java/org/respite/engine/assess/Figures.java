// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.respite.engine.answer.Spread;

/** One figure over all draws. */
final class Figures {
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private Figures() {}

  /** 5th percentile, median, 95th percentile (nearest rank). */
  static Spread spread(double[] draws, String unit) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    return new Spread(rank(sorted, LOW), rank(sorted, 0.5), rank(sorted, HIGH), unit);
  }

  /** A share above 0 in words that never round it to nothing or to all. */
  static String percent(double share) {
    if (share < 0.01) return "less than 1 %";
    return share > 0.99 && share < 1 ? "more than 99 %" : "%.0f %%".formatted(100 * share);
  }

  private static double rank(double[] sorted, double p) {
    return sorted[(int) Math.max(0, Math.ceil(p * sorted.length) - 1)];
  }

  /** Index of the draw at a percentile of the figure: a whole world that stands for it. */
  static int drawAt(double[] draws, double p) {
    Integer[] order = IntStream.range(0, draws.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, java.util.Comparator.comparingDouble(i -> draws[i]));
    return order[(int) Math.max(0, Math.ceil(p * draws.length) - 1)];
  }
}
