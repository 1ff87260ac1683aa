// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How many killed the reports document: "at least", over sampled linkages. Of reports of one incident the highest count that
 * one source says at least stands, never their sum. Those whom no report names are not in it, so it is a lower bound.
 *
 * @param low 5 % quantile over linkages
 * @param median over linkages
 * @param high 95 % quantile over linkages
 * @param silent reports of fire that say nothing of killed, which is not "none"
 */
public record Killed(int low, int median, int high, int silent) {
  private static final int DRAWS = 40;

  /** O(draws × pairs). */
  public static Killed of(Incidents incidents) {
    FireColumns fire = incidents.columns();
    int silent = 0;
    for (int i = 0; i < fire.size(); i++) if (fire.killed(i) == FireColumns.NONE) silent++;
    if (silent == fire.size()) return new Killed(0, 0, 0, silent);
    int[] sums = new int[DRAWS];
    for (int d = 0; d < DRAWS; d++) sums[d] = atLeast(fire, incidents.draw(d));
    Arrays.sort(sums);
    return new Killed(sums[DRAWS / 20], sums[DRAWS / 2], sums[DRAWS - 1 - DRAWS / 20], silent);
  }

  private static int atLeast(FireColumns fire, int[] root) {
    Map<Integer, Integer> most = new HashMap<>();
    for (int i = 0; i < root.length; i++) {
      int low = fire.killed(i);
      if (low > 0) most.merge(root[i], low, Math::max);
    }
    return most.values().stream().mapToInt(Integer::intValue).sum();
  }
}
