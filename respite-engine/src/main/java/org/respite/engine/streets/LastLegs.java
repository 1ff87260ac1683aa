// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.respite.engine.answer.Spread;
import org.respite.engine.answer.VehicleStreets;
import org.respite.engine.streets.Drives.Pace;
import org.respite.model.finding.Finding;
import org.respite.model.quantity.Basis;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Position;
import org.respite.model.scenario.Site;
import org.respite.roads.attributes.ArcFigures;
import org.respite.roads.network.Attribute;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.Trait;
import org.respite.roads.route.Router;
import org.respite.wheels.cases.AidWays;
import org.respite.wheels.cases.Inside;

/**
 * Vehicles of a case on their last leg: from the inner end of their corridor over streets to the place that the case names, and back. Where it names
 * none, districts stand for places, which is an assumption: trucks are then scheduled to the district that half of the people live nearer than. At a place
 * vehicles turn in a yard; nowhere else do they turn on the spot.
 */
public final class LastLegs {
  /** A length so many times off, beyond its range, is told. Assumption: less is what people mean by "about". */
  private static final double OFTEN_OFF = 1.5;
  private static final String ONE_PACE = "roads.inside";

  private final StreetPlan plan;
  private final Case theCase;
  private final Drives drives;
  private final int[] graphLink;
  private final Condition condition;
  private final Map<VehicleClass.Alike, Searched> searched = new HashMap<>();
  private final List<Driven> legs = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Inside.Asked, Optional<Inside.Way>> ways = new HashMap<>();
  /** Costs by arc where war slows what it slows and shuts nothing. */
  private final Map<VehicleClass.Alike, Searched> ifOpen = new ConcurrentHashMap<>();
  /** By world, as far as ways were barred there. */
  private final Map<Condition, Inside> barred = new ConcurrentHashMap<>();

  /** Ways are searched at the middle pace, and the same way is driven at the others. */
  private record Searched(Router router, double[] middle, double[] fast, double[] slow) {
    /** The same with links of the graph shut that were open. */
    Searched without(BitSet shut, StreetGraph graph, Function<double[], Router> at) {
      double[] left = middle.clone();
      for (int l = shut.nextSetBit(0); l >= 0; l = shut.nextSetBit(l + 1)) {
        int link = graph.networkLink(l);
        if (link != StreetGraph.NOT_MAPPED) Arrays.fill(left, 2 * link, 2 * link + 2, Double.POSITIVE_INFINITY);
      }
      return new Searched(at.apply(left), left, fast, slow);
    }

    Found found(Router.Route r) {
      double fastS = 0;
      double slowS = 0;
      for (int arc : r.arcs()) {
        fastS += fast[arc];
        slowS += slow[arc];
      }
      return new Found(Math.min(fastS, r.seconds()), r.seconds(), Math.max(slowS, r.seconds()), r.arcs());
    }
  }

  /** A leg with its arcs of the network, both ways; empty where there is none. */
  record Driven(VehicleClass who, Site place, boolean scheduled, Optional<Found> in, Optional<Found> out, String why) {
    boolean reached() {
      return in.isPresent() && (out.isPresent() || !who.comesOut());
    }

    Driven asScheduled() {
      return new Driven(who, place, true, in, out, why);
    }
  }

  /** One way, driven at each pace. */
  record Found(double fastS, double middleS, double slowS, int[] arcs) {}

  private LastLegs(StreetPlan plan, Case theCase, Condition condition, DriverSigns signs) {
    this.plan = plan;
    this.graphLink = graphLinks(plan);
    this.theCase = theCase;
    this.condition = condition;
    this.drives = new Drives(plan, condition, signs);
    for (VehicleClass c : VehicleClass.of(theCase, plan.table)) add(c);
    searched.clear();
  }

  /**
   * @param condition of the streets: war may shut in one option what it leaves open in another
   * @param signs as they hold in the option's windows
   */
  static LastLegs of(StreetPlan plan, Case c, Condition condition, DriverSigns signs) {
    return new LastLegs(plan, c, condition, signs);
  }

  private static int[] graphLinks(StreetPlan plan) {
    int[] by = new int[plan.network.links()];
    Arrays.fill(by, StreetGraph.NOT_MAPPED);
    for (int l = 0; l < plan.graph.links(); l++) if (plan.graph.networkLink(l) != StreetGraph.NOT_MAPPED) by[plan.graph.networkLink(l)] = l;
    return by;
  }

  /** Ways as a plan asks for them. */
  public Inside inside() {
    return new Inside(ways);
  }

  /**
   * Ways in a world whose streets are shut otherwise. A way that nothing bars is driven as planned, though a shorter one may have opened; who finds it barred
   * takes the quickest that is left to the same place, and where none is left turns back.
   */
  Inside inside(Condition drawn) {
    List<Driven> cut = legs.stream().filter(d -> d.scheduled() && d.who().goesIn() && isCut(d, drawn)).toList();
    return cut.isEmpty() ? inside() : barred.computeIfAbsent(drawn, c -> around(cut, c));
  }

  private boolean isCut(Driven d, Condition drawn) {
    return Stream.of(d.in(), d.out()).flatMap(Optional::stream).anyMatch(f -> Arrays.stream(f.arcs()).anyMatch(arc -> drawn.isEverShut(graphLink(arc >> 1))));
  }

  /** The link of the graph that stands for one of the network inside the area. */
  int graphLink(int networkLink) {
    return graphLink[networkLink];
  }

  private Inside around(List<Driven> cut, Condition drawn) {
    Map<Inside.Asked, Optional<Inside.Way>> all = new HashMap<>(ways);
    for (Driven d : cut) all.put(d.who().asked(), Optional.of(around(d, drawn.everShut())));
    return new Inside(all);
  }

  private Inside.Way around(Driven d, BitSet shut) {
    int from = plan.graph.networkNode(snapped(d.who(), theCase.geography().getSite(d.who().corridor().legs().getFirst().from())).orElseThrow());
    int to = plan.graph.networkNode(snapped(d.who(), d.place()).orElseThrow());
    Searched search = ifOpen.computeIfAbsent(d.who().alike(), _ -> search(drives.under(condition.opened()), d.who())).without(shut, plan.graph, r -> drives.router(d.who().vehicle().user(), r));
    Driven other = new Driven(d.who(), d.place(), true, search.router().find(from, to).map(search::found), search.router().find(to, from).map(search::found), "");
    return other.reached() ? way(other) : way(d).asBarred();
  }

  /** Places that cannot be reached or lie off the streets. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  List<Driven> legs() {
    return legs;
  }

  ArcFigures figures() {
    return drives.middle();
  }

  private void add(VehicleClass c) {
    Site gate = theCase.geography().getSite(c.corridor().legs().getFirst().from());
    List<Site> places = c.place().map(p -> List.of(theCase.geography().getSite(p))).orElseGet(() -> theCase.geography().districts());
    List<Driven> found = driven(c, gate, places);
    if (c.place().isEmpty()) {
      Optional<Driven> middle = c.goesIn() ? middle(found) : Optional.empty();
      found = found.stream().map(d -> middle.filter(m -> m == d).isPresent() ? d.asScheduled() : d).toList();
    } else {
      found = found.stream().map(d -> d.reached() ? d.asScheduled() : d).toList();
    }
    legs.addAll(found);
    found.stream().filter(Driven::scheduled).forEach(this::compare);
    if (c.goesIn()) ways.put(c.asked(), found.stream().filter(Driven::scheduled).findFirst().map(this::way));
    tell(c, gate, found.stream().filter(d -> !d.reached()).toList(), places.size());
  }

  private List<Driven> driven(VehicleClass c, Site gate, List<Site> places) {
    OptionalInt from = snapped(c, gate);
    List<Driven> all = new ArrayList<>();
    List<Site> met = new ArrayList<>();
    List<Integer> nodes = new ArrayList<>();
    for (Site p : places) {
      OptionalInt to = from.isEmpty() ? from : snapped(c, p);
      if (to.isPresent()) {
        met.add(p);
        nodes.add(to.getAsInt());
      } else {
        all.add(new Driven(c, p, false, Optional.empty(), Optional.empty(), "no street that %ss use lies within %,.0f m of %s".formatted(c.kind(), Laying.LOST_M, from.isEmpty() ? "`" + gate.id() + "`" : "it")));
      }
    }
    int[] to = nodes.stream().mapToInt(v -> plan.graph.networkNode(v)).toArray();
    if (to.length == 0) return all;
    int start = plan.graph.networkNode(from.getAsInt());
    Searched search = searched(c);
    List<Optional<Router.Route>> in = search.router().findAll(start, to);
    List<Optional<Router.Route>> out = search.router().findAllTo(to, start);
    for (int i = 0; i < to.length; i++) {
      Optional<Found> there = in.get(i).map(search::found);
      Optional<Found> back = there.isPresent() ? out.get(i).map(search::found) : Optional.empty();
      String why = there.isEmpty() ? NoWay.of(drives, c, from.getAsInt(), nodes.get(i), plan).why() : back.isEmpty() ? "it gets there and not back: " + NoWay.of(drives, c, nodes.get(i), from.getAsInt(), plan).why() : "";
      all.add(new Driven(c, met.get(i), false, there, back, why));
    }
    return all;
  }

  private Searched searched(VehicleClass c) {
    return searched.computeIfAbsent(c.alike(), _ -> search(drives, c));
  }

  private static Searched search(Drives on, VehicleClass c) {
    double[] middle = on.cost(c.vehicle(), Pace.MIDDLE, c.kmh(Pace.MIDDLE), true);
    return new Searched(on.router(c.vehicle().user(), middle), middle, on.cost(c.vehicle(), Pace.FAST, c.kmh(Pace.FAST), true), on.cost(c.vehicle(), Pace.SLOW, c.kmh(Pace.SLOW), true));
  }

  private OptionalInt snapped(VehicleClass c, Site site) {
    OptionalInt v = drives.nearest(site.position(), c.vehicle().user());
    return v.isPresent() && drives.metres(v.getAsInt(), site.position()) > Laying.LOST_M ? OptionalInt.empty() : v;
  }

  /** The first, from the nearest on, with which half of the people of those that can be reached are passed. */
  private static Optional<Driven> middle(List<Driven> all) {
    List<Driven> reached = all.stream().filter(Driven::reached).sorted(Comparator.comparingDouble(d -> d.in().orElseThrow().middleS())).toList();
    double half = reached.stream().mapToDouble(LastLegs::people).sum() / 2;
    double sum = 0;
    for (Driven d : reached) {
      sum += people(d);
      if (sum >= half) return Optional.of(d);
    }
    return Optional.empty();
  }

  private static double people(Driven d) {
    return d.place().people().map(q -> q.midIn(Unit.PEOPLE)).orElse(0.0);
  }

  private Inside.Way way(Driven d) {
    double narrowest = Math.min(narrowest(d, d.in().orElseThrow()), d.out().map(o -> narrowest(d, o)).orElse(Double.POSITIVE_INFINITY));
    return new Inside.Way(d.place().id(), minutes(d, d.in().get(), "in"), minutes(d, d.out().orElse(d.in().get()), "out"), 3_600 / narrowest, false);
  }

  private Quantity minutes(Driven d, Found f, String direction) {
    Inside.Asked a = d.who().asked();
    String key = "%s.%s.%s.%s.%s".formatted(ONE_PACE, a.vehicles().isEmpty() ? "trucks" : a.vehicles(), a.corridor(), d.place().id(), direction);
    Basis basis = new Basis.Assumed("quickest way by the speeds of the table of streets, at most the case's own", List.of());
    return new Quantity(key, f.fastS() / 60, f.middleS() / 60, f.slowS() / 60, Unit.MINUTES, basis, d.place().at(), ONE_PACE);
  }

  private double narrowest(Driven d, Found f) {
    double least = Double.POSITIVE_INFINITY;
    for (int arc : f.arcs()) least = Math.min(least, figures().vehiclesPerHour(arc, d.who().vehicle().user()));
    return least;
  }

  private void tell(VehicleClass c, Site gate, List<Driven> missed, int of) {
    for (Site s : c.place().map(p -> List.of(gate, theCase.geography().getSite(p))).orElse(List.of())) off(c, s);
    if (missed.isEmpty()) return;
    Driven first = missed.getFirst();
    String whom = "%s (%s)".formatted(c.name(), c.size());
    String where = c.place().isPresent() ? "`%s`".formatted(first.place().id()) : "%d of %d districts (%s)".formatted(missed.size(), of, missed.stream().map(m -> m.place().id()).limit(4).collect(Collectors.joining(", ")) + (missed.size() > 4 ? ", ..." : ""));
    String effect = c.place().isPresent() ? "none is scheduled to go there" : "they are left out of the places that they may go to";
    findings.add(Finding.warning("vehicles-cannot-reach", c.place().isPresent() ? first.place().at() : c.at(), "%s cannot reach %s from `%s`: %s".formatted(whom, where, gate.id(), first.why()), effect, remedy(c, gate, first)));
  }

  /** A stated length that the streets contradict is told; the streets are used. */
  private void compare(Driven d) {
    d.who().statedLength().ifPresent(q -> {
      double apart = AidWays.legsApart(d.who().corridor()).stream().mapToDouble(l -> l.length().midIn(Unit.KILOMETRES)).sum();
      double km = apart + Arrays.stream(d.in().orElseThrow().arcs()).mapToDouble(arc -> plan.network.metres(arc >> 1)).sum() / 1_000;
      if (km >= q.lowIn(Unit.KILOMETRES) / OFTEN_OFF && km <= q.highIn(Unit.KILOMETRES) * OFTEN_OFF) return;
      Finding f = Finding.warning("road-length-not-as-streets", q.at(), "`%s` says %s, and over the streets from `%s` to `%s` it is %.1f km".formatted(q.key(), stated(q), d.who().corridor().legs().getFirst().from(), d.place().id(), km),
          "the streets are used", "correct the length, or name the place where trucks unload");
      if (!findings.contains(f)) findings.add(f);
    });
  }

  private static String stated(Quantity q) {
    return q.low() == q.high() ? "%.1f km".formatted(q.midIn(Unit.KILOMETRES)) : "%.1f to %.1f km".formatted(q.lowIn(Unit.KILOMETRES), q.highIn(Unit.KILOMETRES));
  }

  private String remedy(VehicleClass c, Site gate, Driven missed) {
    OptionalInt from = snapped(c, gate);
    OptionalInt to = snapped(c, missed.place());
    if (from.isEmpty() || to.isEmpty()) return "draw the place where its streets are, or widen the area";
    return missed.in().isPresent() ? "name a place from which the way back is open" : NoWay.of(drives, c, from.getAsInt(), to.getAsInt(), plan).remedy();
  }

  private void off(VehicleClass c, Site s) {
    OptionalInt v = snapped(c, s);
    if (v.isEmpty() || drives.metres(v.getAsInt(), s.position()) <= Laying.FAR_M) return;
    Finding f = Finding.warning("place-off-streets", s.at(), "`%s` lies %,.0f m from the nearest street that %ss use".formatted(s.id(), drives.metres(v.getAsInt(), s.position()), c.kind()), "the way is told to that street and no farther", "correct the place if a street leads there");
    if (!findings.contains(f)) findings.add(f);
  }

  /** What is said of each leg. */
  List<VehicleStreets.Leg> told() {
    return legs.stream().map(d -> {
      VehicleClass c = d.who();
      String id = c.asked().vehicles().isEmpty() ? "trucks" : c.asked().vehicles();
      return new VehicleStreets.Leg(id, c.name(), c.kind(), c.size(), c.corridor().id(), c.corridor().legs().getFirst().from(), d.place().id(), c.place().isPresent(), d.scheduled(), d.in().map(f -> told(d, f)), d.out().map(f -> told(d, f)), d.why());
    }).toList();
  }

  private VehicleStreets.Way told(Driven d, Found f) {
    StreetNetwork n = plan.network;
    double metres = 0;
    double defaults = 0;
    int bridges = 0;
    int lastBridge = -1;
    for (int arc : f.arcs()) {
      int link = arc >> 1;
      metres += n.metres(link);
      if (onDefaults(link)) defaults += n.metres(link);
      boolean untold = n.has(link, Trait.BRIDGE) && !n.isTagged(link, Attribute.MAXWEIGHT);
      if (untold && (lastBridge < 0 || n.way(lastBridge) != n.way(link))) bridges++;
      lastBridge = untold ? link : lastBridge;
    }
    double least = f.arcs().length == 0 ? 0 : narrowest(d, f);
    Spread minutes = new Spread(f.fastS() / 60, f.middleS() / 60, f.slowS() / 60, "min");
    return new VehicleStreets.Way(metres / 1_000, minutes, stretches(f.arcs()), metres == 0 ? 0 : defaults / metres, bridges, least, d.scheduled() ? line(f) : List.of());
  }

  /** Ways of one name, or of one class where none has a name, that follow each other are one stretch. */
  private List<VehicleStreets.Stretch> stretches(int[] arcs) {
    List<VehicleStreets.Stretch> by = new ArrayList<>();
    for (int from = 0, to; from < arcs.length; from = to) {
      int first = arcs[from] >> 1;
      String called = plan.called(first);
      Set<Long> ways = new HashSet<>();
      double metres = 0;
      for (to = from; to < arcs.length && plan.called(arcs[to] >> 1).equals(called); to++) {
        ways.add(plan.network.way(arcs[to] >> 1));
        metres += plan.network.metres(arcs[to] >> 1);
      }
      String more = ways.size() == 1 ? "" : " and %d more".formatted(ways.size() - 1);
      by.add(new VehicleStreets.Stretch("%s (OSM way %d%s)".formatted(called, plan.network.way(first), more), plan.network.way(first), metres));
    }
    return by;
  }

  private List<Position> line(Found f) {
    List<Position> line = new ArrayList<>();
    for (int arc : f.arcs()) {
      List<Position> part = plan.network.line(arc >> 1);
      line.addAll((arc & 1) == 0 ? part : part.reversed());
    }
    return line;
  }

  /** Whether nobody tagged anything that its speed and capacity follow from. */
  boolean onDefaults(int link) {
    StreetNetwork n = plan.network;
    return !n.isTagged(link, Attribute.LANES) && !n.isTagged(link, Attribute.WIDTH) && !n.isTagged(link, Attribute.SURFACE) && !n.isTagged(link, Attribute.MAXSPEED);
  }

  StreetPlan plan() {
    return plan;
  }
}
