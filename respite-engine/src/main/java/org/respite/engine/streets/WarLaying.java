// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.respite.engine.world.Timeline;
import org.respite.model.finding.Finding;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.WarMark;
import org.respite.model.scenario.WarMark.Shape;
import org.respite.roads.network.StreetNetwork;

/** Finds the links under each mark of war; marks that lie nowhere or at no time of the case are told. */
final class WarLaying {
  private final List<WarMark> marks;
  private final StreetGraph graph;
  private final List<Finding> findings;
  private final Segments segments;
  private final Map<Long, BitSet> byWay = new HashMap<>();
  private final Set<Long> known = new HashSet<>();

  private WarLaying(List<WarMark> marks, StreetNetwork network, StreetGraph graph, List<Finding> findings) {
    this.marks = marks;
    this.graph = graph;
    this.findings = findings;
    segments = new Segments(network, graph);
    for (int l = 0; l < graph.links(); l++) if (graph.networkLink(l) != StreetGraph.NOT_MAPPED) byWay.computeIfAbsent(network.way(graph.networkLink(l)), _ -> new BitSet()).set(l);
    for (int l = 0; l < network.links(); l++) known.add(network.way(l));
  }

  /** What signs close to walkers in certain hours ({@link SignedHours}) is laid with the marks. */
  static War over(Case c, List<WarMark> marks, StreetNetwork network, StreetGraph graph, List<Finding> findings) {
    Map<WarMark, int[]> all = new LinkedHashMap<>();
    SignedHours.add(c, network, graph, all);
    List<WarMark> together = new ArrayList<>(marks);
    List<int[]> links = marks.isEmpty() ? new ArrayList<>() : new WarLaying(marks, network, graph, findings).lay();
    all.forEach((mark, under) -> {
      together.add(mark);
      links.add(under);
    });
    return together.isEmpty() ? War.NONE : new War(together, links);
  }

  private List<int[]> lay() {
    List<int[]> links = new ArrayList<>();
    List<WarMark> elsewhere = new ArrayList<>();
    for (WarMark m : marks) {
      BitSet hit =
          switch (m.shape()) {
            case Shape.Polygon p -> segments.inside(p.rings());
            case Shape.Line l -> segments.near(l.points(), l.radiusM());
            case Shape.Point p -> segments.near(List.of(p.centre()), p.radiusM());
            case Shape.Ways w -> ofWays(m, w);
          };
      links.add(hit.stream().toArray());
      if (hit.isEmpty() && !(m.shape() instanceof Shape.Ways)) elsewhere.add(m);
    }
    if (!elsewhere.isEmpty()) {
      findings.add(Finding.warning("mark-on-no-street", elsewhere.getFirst().at(), "%,d of %,d marks of war lie on no street of the area, this one first".formatted(elsewhere.size(), marks.size()), "they change nothing", "check the position, or give a larger `radius_m`"));
    }
    return links;
  }

  private BitSet ofWays(WarMark m, Shape.Ways ways) {
    BitSet hit = new BitSet(graph.links());
    for (long id : ways.ids()) {
      if (byWay.containsKey(id)) hit.or(byWay.get(id));
      else if (known.contains(id)) findings.add(Finding.warning("way-outside", m.at(), "way %d lies outside the area".formatted(id), "the mark changes nothing", "let it stand, or correct the number"));
      else findings.add(Finding.error("unknown-way", m.at(), "the street file has no way %d".formatted(id), "the mark would lie nowhere", "take the number from OpenStreetMap as of the street file, or draw the mark"));
    }
    return hit;
  }

  /** Marks that lie over no time of the case's windows. */
  static void tellIdle(List<WarMark> marks, List<Timeline> timelines, List<Finding> findings) {
    List<WarMark> idle = marks.stream().filter(m -> timelines.stream().noneMatch(t -> War.holds(m, t))).toList();
    if (idle.isEmpty()) return;
    findings.add(Finding.warning("mark-outside-hours", idle.getFirst().at(), "%,d of %,d marks of war hold in none of the case's windows, this one first".formatted(idle.size(), marks.size()), "they change nothing", "correct `from` and `to`, or let them stand"));
  }
}
