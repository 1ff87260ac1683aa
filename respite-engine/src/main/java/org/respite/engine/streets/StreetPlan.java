// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.model.finding.Finding;
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
  private final Map<Mode, Ways[]> ways = new EnumMap<>(Mode.class);
  private final Cells fine;
  private final Cells coarse;

  StreetPlan(StreetNetwork network, StreetGraph graph, Places places, Homes homes, List<String> entries, int[] entryNode, int[] entryMm) {
    this.network = network;
    this.graph = graph;
    this.places = places;
    this.homes = homes;
    this.entries = List.copyOf(entries);
    this.entryNode = entryNode;
    this.entryMm = entryMm;
    for (Mode mode : Mode.values()) {
      Ways.Cost cost = Ways.lengths(graph, user(mode));
      ways.put(mode, Arrays.stream(entryNode).mapToObj(v -> Ways.to(graph, v, cost)).toArray(Ways[]::new));
    }
    fine = Cells.of(homes, costs(), places, Cells.Grain.FINE);
    coarse = Cells.of(homes, costs(), places, Cells.Grain.COARSE);
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

  /** Cost to each target from each node, the stretch between the street and the gate counted in; targets as in {@link #target}. */
  private long[][] costs() {
    long[][] costs = new long[Mode.values().length * entries.size()][];
    for (Mode mode : Mode.values()) {
      for (int e = 0; e < entries.size(); e++) {
        int beyond = entryMm[e];
        costs[target(mode, e)] = Arrays.stream(ways.get(mode)[e].cost()).map(c -> c == Ways.NEVER ? c : c + beyond).toArray();
      }
    }
    return costs;
  }

  /** Number of the target "that entry, by that mode" in {@link Cells#metres}. */
  public int target(Mode mode, int entry) {
    return mode.ordinal() * entries.size() + entry;
  }

  /** Ids of the sites where ways out begin. */
  public List<String> entries() {
    return entries;
  }

  /** The entry at a site where a way out begins; -1 for any other site. */
  public int entryAt(String site) {
    return entries.indexOf(site);
  }

  /** Where people start in the plan that is proved. */
  public Cells fine() {
    return fine;
  }

  /** Where people start in worlds that are only counted. */
  public Cells coarse() {
    return coarse;
  }

  Ways ways(Mode mode, int entry) {
    return ways.get(mode)[entry];
  }
}
