// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.Arrays;
import org.respite.engine.world.Demand;
import org.respite.model.scenario.Group;

/** When people could first be at the place where a way out begins, in one world. */
interface Reach {
  int NEVER = Integer.MAX_VALUE;

  /** Where those people set out. */
  Sources sources(Demand demand);

  /** By home: first minute at the site for who leaves when the first window opens; {@link #NEVER} where not within the windows. */
  int[] minutes(Group group, String site);

  /**
   * A group at a home each.
   *
   * @param group index among the groups of the demand
   * @param units of flow, positive
   */
  record Sources(int[] group, int[] home, long[] units) {
    int count() {
      return group.length;
    }

    /** Those of {@code units[group][home]} that are somebody, group by group. */
    static Sources of(long[][] units) {
      int[] group = new int[Arrays.stream(units).mapToInt(row -> row.length).sum()];
      int[] home = new int[group.length];
      long[] there = new long[group.length];
      int n = 0;
      for (int g = 0; g < units.length; g++) {
        for (int h = 0; h < units[g].length; h++) {
          if (units[g][h] == 0) continue;
          group[n] = g;
          home[n] = h;
          there[n++] = units[g][h];
        }
      }
      return new Sources(Arrays.copyOf(group, n), Arrays.copyOf(home, n), Arrays.copyOf(there, n));
    }
  }
}
