// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.respite.engine.streets.Routing;
import org.respite.engine.streets.StreetPlan;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Group;
import org.respite.model.scenario.Mode;

/** Walking times on streets: home is a cell. A way is walked within one window, from home to the gate. */
final class StreetReach implements Reach {
  private final StreetPlan plan;
  private final Routing routing;
  private final World world;
  private final Timeline timeline;
  private final Map<Walk, int[]> reached = new HashMap<>();

  /** Groups of one mode and speed share their walks. */
  private record Walk(Mode mode, double metresPerMinute, int entry) {}

  StreetReach(StreetPlan plan, World world, Timeline timeline) {
    this.plan = plan;
    this.routing = plan.coarse(timeline, world);
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
    return reached.computeIfAbsent(new Walk(group.mode(), world.value(group.speed(), Unit.METRES_PER_SECOND) * 60, plan.entryAt(site)), this::minutes);
  }

  private int[] minutes(Walk walk) {
    return IntStream.range(0, routing.cells().count()).map(cell -> minute(walk, routing.metres(walk.mode, walk.entry, cell))).toArray();
  }

  private int minute(Walk walk, double metres) {
    if (metres == Double.POSITIVE_INFINITY) return NEVER;
    double minutes = Math.ceil(metres / walk.metresPerMinute - 1e-9);
    for (Timeline.Open o : timeline.open()) if (o.from() + minutes < o.to()) return o.from() + (int) minutes;
    return NEVER;
  }
}
