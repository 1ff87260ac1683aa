// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Bursts in a stream of times: the cheapest path through an automaton whose states have ever higher rates.
 *
 * <p>Kleinberg (2002), KDD. The ratio of rates and the price of rising are matters of taste, and the whole stream is needed.
 *
 * @param level 1 for the first state above the base rate
 * @param from time of the event the burst begins with
 * @param to time of the event it ends with
 */
public record Bursts(int level, double from, double to) {
  /** @param times strictly rising; at least two; O(n · states²) */
  public static List<Bursts> of(double[] times, double ratio, double price) {
    int gaps = times.length - 1;
    double shortest = Double.POSITIVE_INFINITY;
    double total = times[gaps] - times[0];
    for (int i = 0; i < gaps; i++) shortest = Math.min(shortest, times[i + 1] - times[i]);
    int states = (int) Math.ceil(1 + Math.log(total) / Math.log(ratio) - Math.log(shortest) / Math.log(ratio));
    return spans(times, path(times, total, Math.max(1, states), ratio, price));
  }

  private static int[] path(double[] times, double total, int states, double ratio, double price) {
    int gaps = times.length - 1;
    double[] cost = new double[states];
    java.util.Arrays.fill(cost, 1, states, Double.POSITIVE_INFINITY);
    int[][] from = new int[gaps][states];
    double climb = price * Math.log(gaps);
    for (int g = 0; g < gaps; g++) {
      double gap = times[g + 1] - times[g];
      double[] next = new double[states];
      for (int s = 0; s < states; s++) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int p = 0; p < states; p++) {
          double c = cost[p] + Math.max(0, s - p) * climb;
          if (c < least) {
            least = c;
            best = p;
          }
        }
        double rate = gaps / total * Math.pow(ratio, s);
        next[s] = least - Math.log(rate) + rate * gap;
        from[g][s] = best;
      }
      cost = next;
    }
    int state = 0;
    for (int s = 1; s < states; s++) if (cost[s] < cost[state]) state = s;
    int[] path = new int[gaps];
    for (int g = gaps - 1; g >= 0; g--) {
      path[g] = state;
      state = from[g][state];
    }
    return path;
  }

  private static List<Bursts> spans(double[] times, int[] path) {
    var found = new ArrayList<Bursts>();
    int top = 0;
    for (int s : path) top = Math.max(top, s);
    for (int level = 1; level <= top; level++) {
      for (int g = 0; g < path.length; g++) {
        if (path[g] < level || g > 0 && path[g - 1] >= level) continue;
        int end = g;
        while (end + 1 < path.length && path[end + 1] >= level) end++;
        found.add(new Bursts(level, times[g], times[end + 1]));
      }
    }
    return found;
  }
}
