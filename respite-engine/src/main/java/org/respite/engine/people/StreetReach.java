// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.respite.engine.streets.Routing;
import org.respite.engine.streets.Spell;
import org.respite.engine.streets.StreetPlan;
import org.respite.engine.streets.Walker;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Group;

/** Walking times on streets: home is a cell. A way is walked within one window, from home to the gate. */
final class StreetReach implements Reach {
  private final StreetPlan plan;
  private final Routing routing;
  private final World world;
  private final Timeline timeline;
  private final Map<Walk, int[]> reached = new HashMap<>();

  /** Groups of one mode and speed share their walks. */
  private record Walk(Walker who, int entry) {}

  /** @param longest windows that the given ones are the beginning of: what streets do after these is of no use and does no harm */
  StreetReach(StreetPlan plan, World world, Timeline timeline, Timeline longest) {
    this.plan = plan;
    this.routing = plan.coarse(longest, world);
    this.world = world;
    this.timeline = timeline;
  }

  @Override
  public Sources sources(Demand demand) {
    return Sources.of(
        Arrays.stream(demand.people()).map(row -> routing.cells().divide(Arrays.stream(row).map(p -> p * Network.UNITS_PER_PERSON).toArray())).toArray(long[][]::new));
  }

  @Override
  public int[] minutes(Group group, String site) {
    return reached.computeIfAbsent(new Walk(new Walker(group.mode(), world.value(group.speed(), Unit.METRES_PER_SECOND) * 60), plan.entryAt(site)), this::minutes);
  }

  private int[] minutes(Walk walk) {
    return IntStream.range(0, routing.cells().count()).map(cell -> Spell.soonest(routing.roughSpells(walk.who, walk.entry, cell), timeline).map(s -> s.arrives(timeline)).orElse(NEVER)).toArray();
  }
}
