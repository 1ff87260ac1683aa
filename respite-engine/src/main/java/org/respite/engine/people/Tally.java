// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.HashMap;
import java.util.Map;
import org.respite.kernel.flow.FlowOverTime;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Site;

/** Counts over a plan: who crossed by which corridor when, who left which district. In units of flow. */
final class Tally {
  private final Evacuation plan;
  private final FlowOverTime flow;

  Tally(Evacuation plan) {
    this.plan = plan;
    this.flow = plan.flow();
  }

  /** Cumulative units that have crossed the line by the end of each minute, all corridors. */
  long[] crossedByMinute() {
    return cumulative(corridor -> true);
  }

  /** The same for one corridor. */
  long[] crossedByMinute(Corridor only) {
    return cumulative(corridor -> corridor.id().equals(only.id()));
  }

  private long[] cumulative(java.util.function.Predicate<Corridor> wanted) {
    long[] crossed = new long[plan.timeline().horizon() + 1];
    for (int arc = 0; arc < plan.network().problem().arcs(); arc++) {
      if (!(plan.network().role(arc) instanceof ArcRole.Out out) || !wanted.test(out.corridor())) continue;
      if (!flow.uses(arc)) continue;
      int[] entering = flow.entering(arc);
      for (int t = 0; t < crossed.length; t++) crossed[t] += entering[t];
    }
    for (int t = 1; t < crossed.length; t++) crossed[t] += crossed[t - 1];
    return crossed;
  }

  /** Units that left home, by site id: what goes out of the district's nodes beyond what came in. */
  Map<String, Long> leftHome() {
    Map<String, Long> net = new HashMap<>();
    for (int arc = 0; arc < plan.network().problem().arcs(); arc++) {
      if (!flow.uses(arc)) continue;
      long units = 0;
      for (int people : flow.entering(arc)) units += people;
      long total = units;
      int tail = plan.network().problem().tail(arc);
      int head = plan.network().problem().head(arc);
      plan.network().siteOf(tail).map(Site::id).ifPresent(id -> net.merge(id, total, Long::sum));
      plan.network().siteOf(head).map(Site::id).ifPresent(id -> net.merge(id, -total, Long::sum));
    }
    return net;
  }
}
