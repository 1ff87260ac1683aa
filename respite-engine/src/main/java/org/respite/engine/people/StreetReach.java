// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.Arrays;
import java.util.List;
import org.respite.engine.streets.Cells;
import org.respite.engine.streets.Routing;
import org.respite.engine.streets.Spell;
import org.respite.engine.streets.StreetPlan;
import org.respite.engine.streets.Walker;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.quantity.Unit;

/** Walking times on streets: a source is a group in a cell. A way is walked within one window, from home to the gate. */
final class StreetReach implements Reach {
  private final StreetPlan plan;
  private final Routing routing;
  private final Timeline timeline;
  private final Walker[] walkers;
  private final int[] group;
  private final int[] cell;
  private final long[] units;

  StreetReach(StreetPlan plan, World world, Timeline timeline, Demand demand) {
    this.plan = plan;
    this.routing = plan.coarse(timeline, world);
    Cells cells = routing.cells();
    this.timeline = timeline;
    int groups = demand.groups().size();
    walkers = demand.groups().stream().map(g -> new Walker(g.mode(), world.value(g.speed(), Unit.METRES_PER_SECOND) * 60)).toArray(Walker[]::new);
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
    List<Spell> spells = routing.roughSpells(walkers[group[source]], plan.entryAt(site), cell[source]);
    return Spell.soonest(spells, timeline).map(s -> s.arrives(timeline)).orElse(NEVER);
  }
}
