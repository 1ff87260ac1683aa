// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.engine.streets.Routing;
import org.respite.engine.streets.Spell;
import org.respite.engine.streets.Walker;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.kernel.flow.FlowProblem;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Destination;
import org.respite.model.scenario.Group;
import org.respite.model.scenario.Site;
import org.respite.model.scenario.Streets;

/**
 * A case as a flow over time on one sink side, with what every arc stands for.
 *
 * <p>Model. One step is a minute; amounts are sixtieths of a person, so that a rate of r people an hour is exactly r a step. Each group walks on
 * a layer of its own (its own times) until the first checkpoint of its corridor, where all become one stream; after it the
 * slowest of them sets the pace. What layers share (streets, legs before the checkpoint) is divided among them by their
 * numbers: a plan on these shares is feasible, and where none of the shares is in the minimum cut it is optimal for the
 * undivided streets as well. Nobody sets out on anything that does not end before its window does, and nobody waits on a corridor
 * from one window to the next: each interval has the corridor to itself.
 */
final class Network {
  /** Amounts of flow per person; see the class comment. */
  static final int UNITS_PER_PERSON = 60;

  private final Ground ground;
  private final Routing routing;
  private final Case theCase;
  private final World world;
  private final Timeline timeline;
  private final Demand demand;
  private final Variant variant;
  private final long everybody;
  private final Map<String, Integer> siteIndex = new HashMap<>();
  private final Map<String, Double> speeds = new HashMap<>();
  private final List<PendingArc> arcs = new ArrayList<>();
  private final List<ArcRole> roles = new ArrayList<>();
  private final Map<String, Integer> destinationNode = new HashMap<>();
  private int nodes;
  private int[] layerStart;
  private int layerSize;
  private FlowProblem problem;

  /** @param from,to first and last step of entering it, the last exclusive; the windows limit it further */
  private record PendingArc(int tail, int head, int capacity, int transit, List<Timeline.Open> open, int from, int to) {}

  private Network(Ground ground, World world, Timeline timeline, Demand demand, Variant variant, Routing routing) {
    this.ground = ground;
    this.routing = routing;
    this.theCase = ground.theCase();
    this.world = world;
    this.timeline = timeline;
    this.demand = demand;
    this.variant = variant;
    this.everybody = demand.total();
  }

  /** How the problem departs from the plain one. */
  enum Variant {
    /** Shared streets are divided among the groups; destinations take everybody. */
    PLAIN,
    /** Each group has every street to itself: no plan can beat this problem's optimum. */
    UNDIVIDED,
    /** Destinations take in no more than their limit in all; only the last step's arrivals mean anything. */
    LIMITED
  }

  /** @param routing over streets; null on a sketch */
  static Network of(Ground ground, World world, Timeline timeline, Demand demand, Variant variant, Routing routing) {
    Network network = new Network(ground, world, timeline, demand, variant, routing);
    network.layers();
    for (Corridor c : network.theCase.geography().corridors()) network.corridor(c);
    network.problem = network.build();
    return network;
  }

  /** Ways over streets; null on a sketch. */
  Routing routing() {
    return routing;
  }

  FlowProblem problem() {
    return problem;
  }

  ArcRole role(int arc) {
    return roles.get(arc);
  }

  /** The district that a layer's node belongs to; empty for gates and for nodes on a corridor. */
  Optional<Site> siteOf(int node) {
    if (node >= layerStart.length * layerSize) return Optional.empty();
    int place = node % layerSize;
    int sites = theCase.geography().sites().size();
    if (place < sites) return Optional.of(theCase.geography().sites().get(place));
    if (place >= sites + routing.cells().count()) return Optional.empty();
    return Optional.of(demand.districts().get(routing.cells().district(place - sites)));
  }

  private void layers() {
    List<Site> sites = theCase.geography().sites();
    for (int i = 0; i < sites.size(); i++) siteIndex.put(sites.get(i).id(), i);
    layerStart = new int[demand.groups().size()];
    layerSize = sites.size() + (routing == null ? 0 : routing.cells().count() + 2 * routing.singled().length);
    for (int g = 0; g < layerStart.length; g++) {
      layerStart[g] = nodes;
      nodes += layerSize;
    }
    for (int g = 0; g < layerStart.length; g++) {
      if (demand.total(g) == 0) continue;
      switch (ground) {
        case Ground.Schematic _ -> sketch(g);
        case Ground.OnStreets s -> new StreetLayer(this, s.plan(), routing, g).lay();
      }
    }
  }

  Case theCase() {
    return theCase;
  }

  /** A street singled out, in words: its name and where it is. */
  String streetName(int street) {
    return routing.name(street);
  }

  World world() {
    return world;
  }

  Timeline timeline() {
    return timeline;
  }

  int groups() {
    return demand.groups().size();
  }

  int indexOf(Group group) {
    return demand.groups().indexOf(group);
  }

  Group group(int g) {
    return demand.groups().get(g);
  }

  /** Where a group stands at a site; cells and streets singled out follow the sites. */
  int layerNode(int g, String site) {
    return layerStart[g] + siteIndex.get(site);
  }

  private void sketch(int g) {
    double detour = world.value(theCase.geography().streets().detour(), Unit.RATIO);
    double capacity = world.value(theCase.geography().streets().capacity(), Unit.PEOPLE_PER_HOUR);
    for (Streets.Link link : theCase.geography().streets().links()) street(g, link, detour, shareOf(capacity, g));
  }

  private void street(int g, Streets.Link link, double detour, int capacity) {
    Group group = demand.groups().get(g);
    int minutes = minutes(link.lengthM() * detour, group);
    int from = siteIndex.get(link.from());
    int to = siteIndex.get(link.to());
    Site a = theCase.geography().sites().get(from);
    Site b = theCase.geography().sites().get(to);
    arc(layerStart[g] + from, layerStart[g] + to, capacity, minutes, timeline.open(), new ArcRole.Street(group, a, b));
    arc(layerStart[g] + to, layerStart[g] + from, capacity, minutes, timeline.open(), new ArcRole.Street(group, b, a));
  }

  private void corridor(Corridor c) {
    List<Integer> takers = new ArrayList<>();
    for (int g = 0; g < demand.groups().size(); g++) {
      Group group = demand.groups().get(g);
      if (demand.total(g) > 0 && c.takesOut(group.users(), group.mode())) takers.add(g);
    }
    if (takers.isEmpty()) return;
    int destination = destinationNode.computeIfAbsent(c.destination(), _ -> nodes++);
    for (Timeline.Open open : timeline.open()) {
      if (c.hours().isEmpty() || c.hours().contains(open.window())) new Passage(this, c, takers, open).to(destination);
    }
  }

  /** People an hour through a stage: servers side by side, or vehicles to and fro. */
  static double perHour(Corridor.Stage stage, World world) {
    return switch (stage) {
      case Corridor.Stage.Lanes s -> world.value(s.lanes(), Unit.LANES) * world.value(s.rate(), Unit.PEOPLE_PER_HOUR);
      case Corridor.Stage.Shuttle s ->
          world.value(s.vehicles(), Unit.VEHICLES) * world.value(s.seats(), Unit.PEOPLE_PER_VEHICLE) / world.value(s.cycle(), Unit.HOURS);
    };
  }

  double speed(Group group) {
    return speeds.computeIfAbsent(group.id(), _ -> world.value(group.speed(), Unit.METRES_PER_SECOND));
  }

  /** Whole minutes, rounded up: nobody is promised to be faster than they walk. */
  int minutes(double metres, Group group) {
    return (int) Math.ceil(metres / (speed(group) * 60) - 1e-9);
  }

  Walker walker(Group group) {
    return new Walker(group.mode(), speed(group) * 60);
  }

  int shareOf(double capacity, int group) {
    return whole(variant == Variant.UNDIVIDED ? capacity : capacity * demand.total(group) / everybody);
  }

  /** Whole units a step, rounded down. */
  int whole(double perHour) {
    return perHour >= unlimited() ? unlimited() : (int) (perHour + 1e-9);
  }

  int newNode() {
    return nodes++;
  }

  int unlimited() {
    return (int) Math.min(Integer.MAX_VALUE, everybody * UNITS_PER_PERSON);
  }

  void arc(int tail, int head, int capacity, int transit, List<Timeline.Open> open, ArcRole role) {
    arcs.add(new PendingArc(tail, head, capacity, transit, open, 0, Integer.MAX_VALUE));
    roles.add(role);
  }

  /** A way that takes everybody, for those who set out in its spell. */
  void way(int tail, int head, Spell spell, ArcRole role) {
    arcs.add(new PendingArc(tail, head, unlimited(), spell.minutes(), timeline.open(), spell.from(), spell.to()));
    roles.add(role);
  }

  private FlowProblem build() {
    Map<Integer, Integer> limits = variant == Variant.LIMITED ? limits() : Map.of();
    int sink = nodes;
    FlowProblem.Builder b = FlowProblem.builder(nodes + 1, timeline.horizon());
    for (PendingArc a : arcs) {
      int id = b.arc(a.tail, a.head, 0, a.transit);
      for (Timeline.Open o : a.open) {
        int first = Math.max(o.from(), a.from);
        int last = Math.min(o.to() - a.transit, a.to); // whoever enters before this minute has arrived before the window ends
        if (first < last && a.capacity > 0) b.window(id, first, last, a.capacity);
      }
    }
    for (Map.Entry<String, Integer> d : destinationNode.entrySet()) {
      Integer limit = limits.get(d.getValue());
      if (limit == null) {
        b.sink(d.getValue());
      } else {
        b.window(b.arc(d.getValue(), sink, 0, 0), timeline.horizon(), timeline.horizon() + 1, limit);
        roles.add(new ArcRole.Intake(d.getKey()));
      }
    }
    b.sink(sink);
    for (int g = 0; g < layerStart.length && routing != null; g++) {
      // Who has entered a narrow street walks on: waiting is done before it.
      int first = layerStart[g] + theCase.geography().sites().size() + routing.cells().count();
      for (int k = 0; k < routing.singled().length; k++) b.storage(first + 2 * k + 1, 0);
    }
    for (int g = 0; g < layerStart.length; g++) supplies(b, g);
    return b.build();
  }

  private void supplies(FlowProblem.Builder b, int g) {
    long[] units = Arrays.stream(demand.people()[g]).map(p -> p * UNITS_PER_PERSON).toArray();
    switch (ground) {
      case Ground.Schematic _ -> {
        for (int d = 0; d < units.length; d++) if (units[d] > 0) b.supply(layerStart[g] + siteIndex.get(demand.districts().get(d).id()), 0, units[d]);
      }
      case Ground.OnStreets _ -> {
        long[] divided = routing.cells().divide(units);
        for (int c = 0; c < divided.length; c++) if (divided[c] > 0) b.supply(layerStart[g] + theCase.geography().sites().size() + c, 0, divided[c]);
      }
    }
  }

  /** Units by destination node, where a destination states how many it takes. */
  private Map<Integer, Integer> limits() {
    Map<Integer, Integer> limits = new HashMap<>();
    for (Destination d : theCase.geography().destinations()) {
      Integer node = destinationNode.get(d.id());
      if (node != null && d.takes().isPresent()) {
        double units = world.value(d.takes().get(), Unit.PEOPLE) * UNITS_PER_PERSON;
        limits.put(node, (int) Math.min(unlimited(), units));
      }
    }
    return limits;
  }
}
