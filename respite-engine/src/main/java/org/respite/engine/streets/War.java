// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.finding.Finding;
import org.respite.model.quantity.Basis;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.WarMark;
import org.respite.model.scenario.WarMark.Kind;
import org.respite.model.scenario.WarMark.Shape;
import org.respite.roads.network.StreetNetwork;

/**
 * What war did, laid over the links of a graph. A mark that holds in any part of an option's windows is taken to hold in all of them. Whether a
 * damaged street can be passed is one uncertainty for each link: it is drawn, and in the middle world it is shut where that is the likelier.
 */
final class War {
  static final War NONE = new War(List.of(), List.of());

  /** Pace taken for minutes lost at a checkpoint inside: they are turned into metres of plain street, at 1 m/s. */
  private static final double METRES_PER_MINUTE_LOST = 60;

  private final List<WarMark> marks;
  private final List<List<Integer>> links;
  private final Map<Integer, Quantity> luck = new HashMap<>();
  private final Map<Timeline, Base> bases = new ConcurrentHashMap<>();

  private War(List<WarMark> marks, List<List<Integer>> links) {
    this.marks = List.copyOf(marks);
    this.links = List.copyOf(links);
    for (int i = 0; i < marks.size(); i++) if (marks.get(i).kind() == Kind.DAMAGED) links.get(i).forEach(l -> luck.computeIfAbsent(l, War::luck));
  }

  /** Even luck of one link in [0, 1]: the triangular law about 1/2, turned back into an even one where it is asked. */
  private static Quantity luck(int link) {
    return new Quantity("roads.war.passable.link-" + link, 0, 0.5, 1, Unit.SHARE, new Basis.Assumed("whether a damaged street can be passed", List.of()), org.respite.model.finding.At.file("war"));
  }

  /** Finds the links of every mark; a mark that lies on none is told. */
  static War over(List<WarMark> marks, StreetNetwork network, StreetGraph graph, List<Finding> findings) {
    if (marks.isEmpty()) return NONE;
    Segments segments = new Segments(network, graph);
    Map<Long, List<Integer>> byWay = new HashMap<>();
    for (int l = 0; l < graph.links(); l++) if (graph.networkLink(l) != StreetGraph.NOT_MAPPED) byWay.computeIfAbsent(network.way(graph.networkLink(l)), _ -> new ArrayList<>()).add(l);
    Set<Long> known = new HashSet<>();
    for (int l = 0; l < network.links(); l++) known.add(network.way(l));
    List<List<Integer>> links = new ArrayList<>();
    int elsewhere = 0;
    WarMark first = null;
    for (WarMark m : marks) {
      List<Integer> hit =
          switch (m.shape()) {
            case Shape.Polygon p -> segments.inside(p.rings());
            case Shape.Line l -> segments.near(l.points(), l.radiusM());
            case Shape.Point p -> segments.near(List.of(p.centre()), p.radiusM());
            case Shape.Ways w -> ofWays(m, w, byWay, known, findings);
          };
      links.add(hit);
      if (!hit.isEmpty() || m.shape() instanceof Shape.Ways) continue;
      elsewhere++;
      if (first == null) first = m;
    }
    if (first != null) {
      findings.add(Finding.warning("mark-on-no-street", first.at(), "%,d of %,d marks of war lie on no street of the area, this one first".formatted(elsewhere, marks.size()), "they change nothing", "check the position, or give a larger `radius_m`"));
    }
    return new War(marks, links);
  }

  private static List<Integer> ofWays(WarMark m, Shape.Ways ways, Map<Long, List<Integer>> byWay, Set<Long> known, List<Finding> findings) {
    List<Integer> hit = new ArrayList<>();
    for (long id : ways.ids()) {
      hit.addAll(byWay.getOrDefault(id, List.of()));
      if (!known.contains(id)) findings.add(Finding.error("unknown-way", m.at(), "the street file has no way %d".formatted(id), "the mark would lie nowhere", "take the number from OpenStreetMap as of the street file, or draw the mark"));
      else if (!byWay.containsKey(id)) findings.add(Finding.warning("way-outside", m.at(), "way %d lies outside the area".formatted(id), "the mark changes nothing", "let it stand, or correct the number"));
    }
    return hit;
  }

  /** Marks that lie over no time of the case's windows. */
  static void tellIdle(List<WarMark> marks, List<Timeline> timelines, List<Finding> findings) {
    List<WarMark> idle = marks.stream().filter(m -> timelines.stream().noneMatch(t -> holds(m, t))).toList();
    if (idle.isEmpty()) return;
    findings.add(Finding.warning("mark-outside-hours", idle.getFirst().at(), "%,d of %,d marks of war hold in none of the case's windows, this one first".formatted(idle.size(), marks.size()), "they change nothing", "correct `from` and `to`, or let them stand"));
  }

  private static boolean holds(WarMark m, Timeline t) {
    return t.open().stream().anyMatch(o -> m.from().map(f -> f.isBefore(o.interval().to())).orElse(true) && m.to().map(e -> e.isAfter(o.interval().from())).orElse(true));
  }

  boolean isEmpty() {
    return marks.isEmpty();
  }

  /** What one option in one world looks like. Two equal ones have equal ways. */
  State state(Timeline timeline, World world) {
    Base base = bases.computeIfAbsent(timeline, this::base);
    if (base.passable.isEmpty()) return base.certain;
    BitSet shut = (BitSet) base.certain.shut.clone();
    base.passable.forEach((l, chance) -> {
      if (even(world.value(luck.get(l), Unit.SHARE)) < 1 - chance) shut.set(l);
    });
    return new State(shut, base.certain.pace, base.certain.extraMm);
  }

  /** @param passable chance of links beside damage */
  private record Base(State certain, Map<Integer, Double> passable) {}

  private Base base(Timeline timeline) {
    BitSet shut = new BitSet();
    Map<Integer, Double> pace = new HashMap<>();
    Map<Integer, Double> extraMm = new HashMap<>();
    Map<Integer, Double> passable = new TreeMap<>();
    List<Integer> cleared = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) if (marks.get(i).kind() == Kind.CLEARED) cleared.add(i);
    for (int i = 0; i < marks.size(); i++) {
      WarMark m = marks.get(i);
      if (!holds(m, timeline)) continue;
      for (int l : links.get(i)) {
        if (m.kind() != Kind.CHECKPOINT && m.kind() != Kind.FRONT_LINE && lifted(m, l, timeline, cleared)) continue;
        switch (m.kind()) {
          case BLOCKED, MINED, FRONT_LINE -> shut.set(l);
          case RUBBLE -> pace.merge(l, m.value(), Math::min);
          case CHECKPOINT -> extraMm.merge(l, m.value() * METRES_PER_MINUTE_LOST * 1_000, Double::sum);
          case DAMAGED -> passable.merge(l, 1 - m.value(), (a, b) -> a * b);
          case CLEARED -> { } // lifts others: see lifted
        }
      }
    }
    return new Base(new State(shut, pace, extraMm), passable);
  }

  /** From the triangular law on [0, 1/2, 1] back to an even one: its distribution function. */
  private static double even(double triangular) {
    return triangular < 0.5 ? 2 * triangular * triangular : 1 - 2 * (1 - triangular) * (1 - triangular);
  }

  /** Whether somebody cleared the link after the mark was made and before the windows begin. */
  private boolean lifted(WarMark mark, int link, Timeline timeline, List<Integer> cleared) {
    Instant made = mark.from().orElse(Instant.MIN);
    for (int i : cleared) {
      Instant when = marks.get(i).from().orElse(Instant.MAX);
      if (links.get(i).contains(link) && !when.isAfter(timeline.begins()) && !when.isBefore(made)) return true;
    }
    return false;
  }

  /** Streets as they are in one option and world. */
  record State(BitSet shut, Map<Integer, Double> pace, Map<Integer, Double> extraMm) {
    static final State UNHARMED = new State(new BitSet(), Map.of(), Map.of());

    /** What a passable arc of a given cost costs here. */
    long cost(int link, long plain) {
      if (plain == Ways.NEVER || shut.get(link)) return Ways.NEVER;
      if (pace.isEmpty() && extraMm.isEmpty()) return plain;
      return (long) Math.ceil(plain / pace.getOrDefault(link, 1.0) + extraMm.getOrDefault(link, 0.0));
    }
  }
}
