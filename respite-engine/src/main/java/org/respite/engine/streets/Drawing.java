// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.respite.engine.answer.StreetMap;
import org.respite.model.scenario.Position;
import org.respite.roads.network.Attribute;
import org.respite.roads.network.Provenance;
import org.respite.roads.network.StreetNetwork;

/** Streets and a plan's loads on them, as values that can be drawn. */
public final class Drawing {
  private final Routing routing;
  private final StreetPlan plan;
  private final Loads loads;

  private Drawing(Routing routing, Loads loads) {
    this.routing = routing;
    this.plan = routing.plan();
    this.loads = loads;
  }

  /**
   * @param unitsPerPerson of the loads
   * @param perHour what an arc takes
   */
  public static StreetMap of(Routing routing, Loads loads, int unitsPerPerson, IntToDoubleFunction perHour) {
    return new Drawing(routing, loads).draw(unitsPerPerson, perHour);
  }

  private StreetMap draw(int unitsPerPerson, IntToDoubleFunction perHour) {
    StreetGraph graph = plan.graph();
    StreetNetwork network = plan.network();
    List<StreetMap.Line> lines = new ArrayList<>();
    long mm = 0;
    long untagged = 0;
    int shut = 0;
    BitSet changing = routing.condition().changing();
    for (int l = 0; l < graph.links(); l++) {
      boolean closed = routing.condition().isShut(l);
      if (closed) shut++;
      long people = Math.round((loads.total(2 * l) + loads.total(2 * l + 1)) / unitsPerPerson);
      lines.add(new StreetMap.Line(line(l), closed ? -1 : people, changing.get(l)));
      if (graph.networkLink(l) == StreetGraph.NOT_MAPPED) continue;
      mm += graph.lengthMm(l);
      if (!network.isTagged(graph.networkLink(l), Attribute.WIDTH)) untagged += graph.lengthMm(l);
    }
    List<StreetMap.Narrow> narrow = new ArrayList<>();
    int[] singled = routing.singled();
    for (int k = 0; k < singled.length; k++) {
      int link = graph.networkLink(singled[k] >> 1);
      narrow.add(new StreetMap.Narrow(narrowId(k), routing.name(k), link == StreetGraph.NOT_MAPPED ? 0 : network.way(link), perHour.applyAsDouble(singled[k]), line(singled[k] >> 1)));
    }
    Provenance from = network.provenance();
    return new StreetMap(from.source(), from.sha256(), from.osmTimestamp(), from.attribution(), graph.nodes(), graph.links(), mm / 1e6, routing.cells().count(), mm == 0 ? 0 : (double) untagged / mm, shut, changing.cardinality(), lines, narrow, walkers(unitsPerPerson), Optional.empty());
  }

  private StreetMap.Walkers walkers(int unitsPerPerson) {
    StreetMap.Walkers walkers = new StreetMap.Walkers(plan.graph().links());
    for (int l = 0; l < plan.graph().links(); l++) {
      if (loads.total(2 * l) + loads.total(2 * l + 1) == 0) continue;
      for (int hour = 0; 60 * hour < loads.minutes(); hour++) walkers.put(l, hour, (loads.during(2 * l, 60 * hour, 60 * hour + 60) + loads.during(2 * l + 1, 60 * hour, 60 * hour + 60)) / unitsPerPerson);
    }
    return walkers;
  }

  /** Id of a street singled out, as a part of the bottleneck. */
  public static String narrowId(int street) {
    return "street-" + (street + 1);
  }

  private List<Position> line(int link) {
    int mapped = plan.graph().networkLink(link);
    if (mapped != StreetGraph.NOT_MAPPED) return plan.network().line(mapped);
    return List.of(plan.places.position(plan.graph().from(link)), plan.places.position(plan.graph().to(link)));
  }
}
