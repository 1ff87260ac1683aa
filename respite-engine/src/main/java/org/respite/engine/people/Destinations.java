// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.HashMap;
import java.util.Map;
import org.respite.engine.world.World;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Destination;

/** Whether a plan sends nowhere more people than can be taken in. */
final class Destinations {
  private Destinations() {}

  static boolean fit(Case c, World world, Evacuation plan) {
    Tally tally = new Tally(plan);
    Map<String, Long> arrived = new HashMap<>();
    for (Corridor corridor : c.geography().corridors()) {
      long[] crossed = tally.crossedByMinute(corridor);
      arrived.merge(corridor.destination(), crossed[crossed.length - 1], Long::sum);
    }
    for (Destination d : c.geography().destinations()) {
      double takes = d.takes().map(q -> world.value(q, Unit.PEOPLE)).orElse(Double.POSITIVE_INFINITY);
      if (arrived.getOrDefault(d.id(), 0L) > takes * Network.UNITS_PER_PERSON) return false;
    }
    return true;
  }
}
