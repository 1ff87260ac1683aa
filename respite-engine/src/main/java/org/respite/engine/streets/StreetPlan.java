// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.List;
import java.util.Optional;
import org.respite.engine.world.World;
import org.respite.model.finding.Finding;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Mode;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;

/**
 * A case on its streets: the graph inside the area, homes along it, and where ways out begin. Immutable; made once, asked from any
 * thread.
 */
public final class StreetPlan {
  final StreetNetwork network;
  final StreetGraph graph;
  final Places places;
  final Homes homes;
  /** Sites where a way out begins, in the order of {@link #entryNode}. */
  final List<String> entries;
  /** The node of the graph next to each entry, and how far it is. */
  final int[] entryNode;
  final int[] entryMm;
  private final Routing plain;
  private final Routing coarse;

  StreetPlan(StreetNetwork network, StreetGraph graph, Places places, Homes homes, List<String> entries, int[] entryNode, int[] entryMm) {
    this.network = network;
    this.graph = graph;
    this.places = places;
    this.homes = homes;
    this.entries = List.copyOf(entries);
    this.entryNode = entryNode;
    this.entryMm = entryMm;
    plain = new Routing(this, new int[0], Cells.Grain.FINE);
    coarse = new Routing(this, new int[0], Cells.Grain.COARSE);
  }

  /**
   * What came of laying a case on streets.
   *
   * @param plan empty if any finding is an error
   */
  public record Result(Optional<StreetPlan> plan, List<Finding> findings) {}

  /** Lays the case on the streets; never throws for what stands in either. */
  public static Result of(Case c, StreetNetwork network) {
    return new Laying(c, network).lay();
  }

  private static RoadUser user(Mode mode) {
    return switch (mode) {
      case FOOT -> RoadUser.FOOT;
      case VEHICLE -> RoadUser.CAR;
    };
  }

  /** What each arc costs in millimetres of plain street. */
  Ways.Cost cost(Mode mode) {
    return Ways.lengths(graph, user(mode));
  }

  /** Ids of the sites where ways out begin. */
  public List<String> entries() {
    return entries;
  }

  /** The entry at a site where a way out begins; -1 for any other site. */
  public int entryAt(String site) {
    return entries.indexOf(site);
  }

  /** Ways for the plan that is proved, with some streets singled out. */
  public Routing routing(int[] singled) {
    return singled.length == 0 ? plain : new Routing(this, singled, Cells.Grain.FINE);
  }

  /** Ways for worlds that are only counted. */
  public Routing coarse() {
    return coarse;
  }

  /** People an hour that may enter an arc. */
  public double perHour(int arc, World world, Case c) {
    return world.value(c.streets().capacity(), Unit.PEOPLE_PER_HOUR);
  }

  /** An arc's street by name, else by its number in OpenStreetMap, and the compass direction it is walked in. */
  String name(int arc) {
    int link = graph.networkLink(arc >> 1);
    if (link == StreetGraph.NOT_MAPPED) return "a gap between streets";
    String known = network.label(link).shown();
    String road = known.isEmpty() ? "%s (OSM way %d)".formatted(network.roadClass(link).word().replace('_', ' ') + " street", network.way(link)) : "%s (OSM way %d)".formatted(known, network.way(link));
    return road + " going " + places.compass(graph.tail(arc), graph.head(arc));
  }

  public StreetGraph graph() {
    return graph;
  }

  public StreetNetwork network() {
    return network;
  }
}
