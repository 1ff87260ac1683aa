// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.respite.model.scenario.Position;
import org.respite.roads.attributes.ArcFigures;
import org.respite.roads.attributes.Figure;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.route.Router;
import org.respite.roads.route.TurnGraph;
import org.respite.roads.route.Vehicle;

/**
 * What a vehicle can drive on a case's streets: those inside the area, by their signs, turn rules, barriers and limits. A street that war or a sign shuts in any
 * part of an option's windows is shut to vehicles in all of it ({@link DriverSigns}), and one that war slows is as slow as it ever is: a driver cannot wait inside.
 */
final class Drives {
  /** How freely streets are driven. */
  enum Pace {
    SLOW,
    MIDDLE,
    FAST
  }

  private static final double OWN_PIECE = 0.05;

  /** A checkpoint's minutes are kept as metres of plain street at 1 m/s. */
  private static final double SECONDS_PER_MM = 0.001;

  private final StreetPlan plan;
  private final StreetNetwork network;
  private final Condition condition;
  private final DriverSigns signs;
  private final Map<Pace, ArcFigures> figures = new EnumMap<>(Pace.class);
  private final Map<RoadUser, TurnGraph> turns;
  private final Map<RoadUser, boolean[]> connected;

  Drives(StreetPlan plan, Condition condition, DriverSigns signs) {
    this.plan = plan;
    network = plan.network;
    this.condition = condition;
    this.signs = signs;
    figures.put(Pace.SLOW, new ArcFigures(network, plan.table, Figure::low));
    figures.put(Pace.MIDDLE, new ArcFigures(network, plan.table, Figure::mid));
    figures.put(Pace.FAST, new ArcFigures(network, plan.table, Figure::high));
    turns = new ConcurrentHashMap<>();
    connected = new ConcurrentHashMap<>();
  }

  /** As {@code known}, with war as it is in another world; both may be asked from any thread. */
  private Drives(Drives known, Condition condition) {
    plan = known.plan;
    network = known.network;
    this.condition = condition;
    signs = known.signs;
    figures.putAll(known.figures);
    turns = known.turns;
    connected = known.connected;
  }

  /** The same as war leaves it in another world. */
  Drives under(Condition other) {
    return new Drives(this, other);
  }

  /** The same as if no sign hung on hours. */
  Drives atOtherHours() {
    return new Drives(plan, condition, DriverSigns.ALWAYS_ONLY);
  }

  ArcFigures middle() {
    return figures.get(Pace.MIDDLE);
  }

  /**
   * @param kmh that the vehicle does at most
   * @param war whether marks of war count
   */
  Router router(Vehicle v, Pace pace, double kmh, boolean war) {
    return router(v.user(), cost(v, pace, kmh, war));
  }

  /** Seconds by arc of the network. */
  double[] cost(Vehicle v, Pace pace, double kmh, boolean war) {
    double[] cost = new double[network.arcs()];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    ArcFigures f = figures.get(pace);
    Map<Integer, Boolean> signed = signs.open(network, v.user());
    for (int l = 0; l < plan.graph.links(); l++) {
      int link = plan.graph.networkLink(l);
      if (link == StreetGraph.NOT_MAPPED || !v.fits(network, link) || war && isShut(l)) continue;
      double slowed = war ? paceOn(l) : 1;
      double lost = war ? lostOn(l) : 0;
      for (int arc = 2 * link; arc <= 2 * link + 1; arc++) {
        if (signed.getOrDefault(arc, network.mayUse(arc, v.user()))) cost[arc] = network.metres(link) * 3.6 / (Math.min(kmh, f.speedKmh(arc, v.user())) * slowed) + lost;
      }
    }
    return cost;
  }

  /** Ways at given costs by arc of the network. */
  Router router(RoadUser user, double[] cost) {
    return new Router(turns.computeIfAbsent(user, u -> TurnGraph.of(network, u, signs::touches)), cost);
  }

  /** Whether war shuts a link of the graph in any part of the windows. */
  boolean isShut(int link) {
    return condition.isEverShut(link);
  }

  private double paceOn(int link) {
    return condition.phases().stream().mapToDouble(p -> p.pace().getOrDefault(link, 1.0)).min().orElse(1);
  }

  private double lostOn(int link) {
    return condition.phases().stream().mapToDouble(p -> p.extraMm().getOrDefault(link, 0.0)).max().orElse(0) * SECONDS_PER_MM;
  }

  /** The node of the graph next to a position that such vehicles get to from many others; empty where they drive nowhere inside. */
  OptionalInt nearest(Position p, RoadUser user) {
    boolean[] wanted = connected.computeIfAbsent(user, this::connected);
    int v = plan.places.nearest(p, n -> wanted[n]);
    return v < 0 ? OptionalInt.empty() : OptionalInt.of(v);
  }

  double metres(int node, Position p) {
    return plan.places.metres(node, p);
  }

  /** Nodes on pieces, one-way streets taken both ways, that hold a twentieth of all nodes that such vehicles use. Limits and war are left out: they are told. */
  private boolean[] connected(RoadUser user) {
    StreetGraph g = plan.graph;
    int[] piece = new int[g.nodes()];
    int[] size = new int[g.nodes() + 1];
    int pieces = 0;
    int used = 0;
    ArrayDeque<Integer> due = new ArrayDeque<>();
    for (int start = 0; start < piece.length; start++) {
      if (piece[start] != 0 || !drivenAt(start, user)) continue;
      piece[start] = ++pieces;
      due.add(start);
      while (!due.isEmpty()) {
        int v = due.remove();
        size[pieces]++;
        used++;
        for (int i = g.firstArc(v); i < g.firstArc(v + 1); i++) {
          int arc = g.arcOut(i);
          if (piece[g.head(arc)] != 0 || !g.mayUse(arc, user) && !g.mayUse(arc ^ 1, user)) continue;
          piece[g.head(arc)] = pieces;
          due.add(g.head(arc));
        }
      }
    }
    boolean[] wanted = new boolean[piece.length];
    for (int v = 0; v < wanted.length; v++) wanted[v] = piece[v] != 0 && size[piece[v]] >= OWN_PIECE * used;
    return wanted;
  }

  private boolean drivenAt(int node, RoadUser user) {
    for (int i = plan.graph.firstArc(node); i < plan.graph.firstArc(node + 1); i++) {
      if (plan.graph.mayUse(plan.graph.arcOut(i), user) || plan.graph.mayUse(plan.graph.arcOut(i) ^ 1, user)) return true;
    }
    return false;
  }
}
