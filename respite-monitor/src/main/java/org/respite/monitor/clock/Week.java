// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import java.util.Arrays;

/**
 * How fire is spread over the days of the week: a factor for each, 1 on average. A Friday that is calm every week is no pause.
 *
 * <p>Means by weekday are drawn towards the mean of all by how far they differ beyond what chance makes them differ (James and Stein 1961,
 * positive part, with the bar of the F ratio at {@value #CHANCE}): an even week, or one that was hardly seen, gives factors of 1.
 */
public final class Week {
  static final Week EVEN = new Week(new double[] {1, 1, 1, 1, 1, 1, 1});
  private static final int DAYS = 7;
  /** F ratio of the means by weekday up to which they are taken for chance: about its 95 % point for ten weeks. */
  private static final double CHANCE = 2.2;
  /** The least a weekday is drawn down to: that nothing was ever seen on it does not make fire impossible. Assumption. */
  private static final double LEAST = 0.03;

  private final double[] factor;

  private Week(double[] factor) {
    this.factor = factor;
  }

  /** From the first {@code n} counts and their weekdays, [0,7); O(n). */
  static Week of(int[] counts, int[] weekday, int n) {
    double[] sum = new double[DAYS];
    int[] days = new int[DAYS];
    double total = 0;
    for (int i = 0; i < n; i++) {
      sum[weekday[i]] += counts[i];
      days[weekday[i]]++;
      total += counts[i];
    }
    if (total == 0 || Arrays.stream(days).min().orElse(0) < 2) return EVEN;
    double mean = total / n;
    double between = 0;
    for (int w = 0; w < DAYS; w++) between += days[w] * Math.pow(sum[w] / days[w] - mean, 2);
    double within = 0;
    for (int i = 0; i < n; i++) within += Math.pow(counts[i] - sum[weekday[i]] / days[weekday[i]], 2);
    double chance = CHANCE * within / (n - DAYS) * (DAYS - 1);
    double kept = between > chance ? 1 - chance / between : 0;
    double[] factor = new double[DAYS];
    for (int w = 0; w < DAYS; w++) factor[w] = Math.max(LEAST, 1 + kept * (sum[w] / days[w] / mean - 1));
    double average = Arrays.stream(factor).average().orElse(1);
    for (int w = 0; w < DAYS; w++) factor[w] /= average;
    return new Week(factor);
  }

  /** Factor of Monday (0) to Sunday (6), > 0. */
  public double factor(int weekday) {
    return factor[weekday];
  }
}
