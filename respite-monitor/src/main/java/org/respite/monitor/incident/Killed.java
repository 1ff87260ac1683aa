// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
    List<Report> reports = incidents.reports();
    int silent = 0;
    for (Report r : reports) if (r.killed().low().isEmpty()) silent++;
    if (silent == reports.size()) return new Killed(0, 0, 0, silent);
    int[] sums = new int[DRAWS];
    for (int d = 0; d < DRAWS; d++) sums[d] = atLeast(reports, incidents.draw(d));
    Arrays.sort(sums);
    return new Killed(sums[DRAWS / 20], sums[DRAWS / 2], sums[DRAWS - 1 - DRAWS / 20], silent);
  }

  private static int atLeast(List<Report> reports, int[] root) {
    Map<Integer, Integer> most = new HashMap<>();
    for (int i = 0; i < root.length; i++) {
      int low = reports.get(i).killed().low().orElse(0);
      if (low > 0) most.merge(root[i], low, Math::max);
    }
    return most.values().stream().mapToInt(Integer::intValue).sum();
  }
}
