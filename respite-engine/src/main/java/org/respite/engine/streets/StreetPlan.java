// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.finding.Finding;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Mode;
import org.respite.model.scenario.Option;
import org.respite.model.scenario.WarMark;
import org.respite.roads.attributes.ArcFigures;
import org.respite.roads.attributes.Figure;
import org.respite.roads.attributes.StreetTable;
import org.respite.roads.network.RoadClass;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.wheels.cases.Inside;

/**
 * A case on its streets: the graph inside the area, homes along it, and where ways out begin. Made once, asked from any thread; it
 * remembers ways it has found, and never changes an answer.
 */
public final class StreetPlan {
  private static final int KEPT = 24;

  final StreetNetwork network;
  final StreetGraph graph;
  final Places places;
  final Homes homes;
  /** Sites where a way out begins, in the order of {@link #entryNode}. */
  final List<String> entries;
  /** The node of the graph next to each entry, and how far it is. */
  final int[] entryNode;
  final int[] entryMm;
  /** Links under war, and how wide each is. */
  final War war;
  final StreetTable table;
  private final ArcFigures figures;
  /** By mode and arc: millimetres of plain street that it is worth, {@link Ways#NEVER} where it may not be used. */
  private final long[][] plainMm = new long[Mode.values().length][];
  /** The last ways that were asked for: many questions in one world follow each other. */
  private final Map<Asked, Routing> recent = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Asked, Routing> eldest) {
      return size() > KEPT;
    }
  };

  private final Map<Driven, LastLegs> lastLegs = new ConcurrentHashMap<>();

  private record Driven(Condition condition, DriverSigns signs) {}

  private record Asked(Condition condition, List<Integer> singled, Cells.Grain grain) {}

  StreetPlan(StreetNetwork network, StreetGraph graph, Places places, Homes homes, War war, Gates gates, StreetTable table) {
    this.network = network;
    this.graph = graph;
    this.places = places;
    this.homes = homes;
    this.war = war;
    this.entries = List.copyOf(gates.entries);
    this.entryNode = gates.node;
    this.entryMm = gates.mm;
    this.table = table;
    figures = new ArcFigures(network, table, Figure::mid);
    for (Mode mode : Mode.values()) plainMm[mode.ordinal()] = plainMm(mode);
  }

  /**
   * A walker's pace is that on plain street. Where the table says that people walk a street at a part of what the standard table says of a
   * paved residential street, it counts for as much more street. Vehicles inside keep their pace.
   */
  private long[] plainMm(Mode mode) {
    RoadUser user = user(mode);
    double plain = StreetTable.standard().speed(RoadClass.RESIDENTIAL, user).mid() * 3.6;
    long[] mm = new long[2 * graph.links()];
    for (int arc = 0; arc < mm.length; arc++) {
      int link = graph.networkLink(arc >> 1);
      double share = mode == Mode.VEHICLE || link == StreetGraph.NOT_MAPPED ? 1 : figures.speedKmh(2 * link, user) / plain;
      mm[arc] = graph.mayUse(arc, user) ? (long) Math.ceil(graph.lengthMm(arc >> 1) / share - 1e-6) : Ways.NEVER;
    }
    return mm;
  }

  long plainMm(Mode mode, int arc) {
    return plainMm[mode.ordinal()][arc];
  }

  /** Where ways out begin: site, node of the graph, millimetres between the two. */
  record Gates(List<String> entries, int[] node, int[] mm) {}

  /**
   * What came of laying a case on streets.
   *
   * @param plan empty if any finding is an error
   */
  public record Result(Optional<StreetPlan> plan, List<Finding> findings) {}

  /**
   * What is laid over the streets of a file.
   *
   * @param people a raster of where people live; empty: along the streets, by length
   */
  public record Over(List<WarMark> war, Optional<Path> people, StreetTable table) {
    public static final Over NOTHING = new Over(List.of(), Optional.empty(), StreetTable.standard());

    public Over {
      war = List.copyOf(war);
    }

    public Over with(WarMark... marks) {
      return new Over(List.of(marks), people, table);
    }

    public Over with(Path raster) {
      return new Over(war, Optional.of(raster), table);
    }

    public Over with(StreetTable own) {
      return new Over(war, people, own);
    }
  }

  /** Lays the case on the streets; never throws for what stands in either. */
  public static Result of(Case c, StreetNetwork network, Over over) {
    return new Laying(c, network, over).lay();
  }

  static RoadUser user(Mode mode) {
    return switch (mode) {
      case FOOT -> RoadUser.FOOT;
      case VEHICLE -> RoadUser.CAR;
    };
  }

  /** Ids of the sites where ways out begin. */
  public List<String> entries() {
    return entries;
  }

  /** The node of the graph next to an entry. */
  public int entryNode(int entry) {
    return entryNode[entry];
  }

  /** The entry at a site where a way out begins; -1 for any other site. */
  public int entryAt(String site) {
    return entries.indexOf(site);
  }

  /** Ways for the plan that is proved, with some streets singled out. */
  public Routing routing(int[] singled, Cells.Grain grain, Timeline timeline, World world) {
    return routing(Arrays.stream(singled).boxed().toList(), grain, timeline, world);
  }

  /** Ways for worlds that are only counted. */
  public Routing coarse(Timeline timeline, World world) {
    return routing(List.of(), Cells.Grain.COARSE, timeline, world);
  }

  private Condition condition(Timeline timeline, World world) {
    return war.isEmpty() ? Condition.UNHARMED : war.condition(timeline, world);
  }

  private Routing routing(List<Integer> singled, Cells.Grain grain, Timeline timeline, World world) {
    Asked asked = new Asked(condition(timeline, world), singled, grain);
    synchronized (recent) {
      Routing known = recent.get(asked);
      if (known != null) return known;
    }
    Routing made = new Routing(this, singled.stream().mapToInt(Integer::intValue).toArray(), asked.condition, grain, earlier(asked));
    synchronized (recent) {
      recent.put(asked, made);
    }
    return made;
  }

  /** The last one that was asked for with fewer streets singled out and all else alike. */
  private Optional<Routing> earlier(Asked asked) {
    synchronized (recent) {
      return recent.entrySet().stream()
          .filter(e -> e.getKey().grain.equals(asked.grain) && e.getKey().singled.size() < asked.singled.size() && asked.singled.containsAll(e.getKey().singled) && e.getKey().condition.equals(asked.condition))
          .map(Map.Entry::getValue)
          .max(Comparator.comparingInt(r -> r.singled().length));
    }
  }

  /** People on foot that may enter an arc in an hour: what its width takes by the table of streets, at most what the case assumes of a street. */
  public double perHour(int arc, World world, Case c) {
    double assumed = world.value(c.geography().streets().capacity(), Unit.PEOPLE_PER_HOUR);
    int link = graph.networkLink(arc >> 1);
    return link == StreetGraph.NOT_MAPPED ? assumed : Math.min(assumed, figures.walkersPerMinute(link, RoadUser.FOOT) * 60);
  }

  /** An arc's street by name, else by its number in OpenStreetMap, and the compass direction it is walked in. */
  String name(int arc) {
    int link = graph.networkLink(arc >> 1);
    if (link == StreetGraph.NOT_MAPPED) return "a gap between streets";
    return street(link) + " going " + places.compass(graph.tail(arc), graph.head(arc));
  }

  /** The last legs of the vehicles of the case that this plan was laid for, in one of its options. */
  public LastLegs lastLegs(Case c, Option option) {
    Timeline timeline = Timeline.of(c, option);
    Driven driven = new Driven(condition(timeline, World.MIDDLE), DriverSigns.of(network, timeline, c.theatre().zone()));
    return lastLegs.computeIfAbsent(driven, d -> LastLegs.of(this, c, d.condition, d.signs));
  }

  /** Those last legs as they are in a world: war may bar there what it leaves open in the middle one. */
  public Inside inside(Case c, Option option, World world) {
    LastLegs legs = lastLegs(c, option);
    return war.isEmpty() ? legs.inside() : legs.inside(condition(Timeline.of(c, option), world));
  }

  /** What a link of the network is called: by name, else by class; and its number in OpenStreetMap. */
  String street(int networkLink) {
    return "%s (OSM way %d)".formatted(called(networkLink), network.way(networkLink));
  }

  /** By name, else by class. */
  String called(int networkLink) {
    String known = network.label(networkLink).shown();
    return known.isEmpty() ? network.roadClass(networkLink).word().replace('_', ' ') + " street" : known;
  }

  public StreetGraph graph() {
    return graph;
  }

  public StreetNetwork network() {
    return network;
  }
}
