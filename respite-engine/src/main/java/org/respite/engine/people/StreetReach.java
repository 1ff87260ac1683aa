// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.Arrays;
import org.respite.engine.streets.Cells;
import org.respite.engine.streets.Routing;
import org.respite.engine.streets.StreetPlan;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Group;

/** Walking times on streets: a source is a group in a cell. A way is walked within one window, from home to the gate. */
final class StreetReach implements Reach {
  private final StreetPlan plan;
  private final Routing routing;
  private final Timeline timeline;
  private final Demand demand;
  private final double[] metresPerMinute;
  private final int[] group;
  private final int[] cell;
  private final long[] units;

  StreetReach(StreetPlan plan, World world, Timeline timeline, Demand demand) {
    this.plan = plan;
    this.routing = plan.coarse(timeline, world);
    Cells cells = routing.cells();
    this.timeline = timeline;
    this.demand = demand;
    int groups = demand.groups().size();
    metresPerMinute = demand.groups().stream().mapToDouble(g -> world.value(g.speed(), Unit.METRES_PER_SECOND) * 60).toArray();
    int[] g = new int[groups * cells.count()];
    int[] c = new int[g.length];
    long[] u = new long[g.length];
    int n = 0;
    for (int i = 0; i < groups; i++) {
      long[] divided = cells.divide(Arrays.stream(demand.people()[i]).map(p -> p * Network.UNITS_PER_PERSON).toArray());
      for (int k = 0; k < divided.length; k++) {
        if (divided[k] == 0) continue;
        g[n] = i;
        c[n] = k;
        u[n++] = divided[k];
      }
    }
    group = Arrays.copyOf(g, n);
    cell = Arrays.copyOf(c, n);
    units = Arrays.copyOf(u, n);
  }

  @Override
  public int sources() {
    return group.length;
  }

  @Override
  public int group(int source) {
    return group[source];
  }

  @Override
  public long units(int source) {
    return units[source];
  }

  @Override
  public int minute(int source, String site) {
    Group who = demand.groups().get(group[source]);
    double metres = routing.metres(who.mode(), plan.entryAt(site), cell[source]);
    if (metres == Double.POSITIVE_INFINITY) return NEVER;
    double minutes = Math.ceil(metres / metresPerMinute[group[source]] - 1e-9);
    for (Timeline.Open o : timeline.open()) if (o.from() + minutes < o.to()) return o.from() + (int) minutes;
    return NEVER;
  }
}
