// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.route;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.roads.attributes.ArcFigures;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.TimedAccess;
import org.respite.roads.network.WeekHours;

/**
 * Quickest ways from node to node (Dijkstra 1959) over a {@link TurnGraph}, so that turn rules and barriers hold. Not built for millions of
 * questions: O(steps log states) each, nothing prepared. Reuses its arrays: one for each thread.
 */
public final class Router {
  private final StreetNetwork network;
  private final double[] cost;
  private final TurnGraph turns;
  private final double[] best;
  private final int[] before;
  private final Heap heap;

  /**
   * @param cost of each arc in seconds, 0 or more, {@code Double.POSITIVE_INFINITY} where it is closed; not copied
   */
  public Router(TurnGraph turns, double[] cost) {
    this.network = turns.network();
    if (cost.length != network.arcs()) throw new IllegalArgumentException("costs must be one for each of %d arcs, got %d".formatted(network.arcs(), cost.length));
    this.turns = turns;
    this.cost = cost;
    best = new double[turns.states()];
    before = new int[turns.states()];
    heap = new Heap(turns.states());
  }

  /** With the rules that always hold. */
  public Router(StreetNetwork network, RoadUser user, double[] cost) {
    this(TurnGraph.of(network, user, WeekHours.ALWAYS::equals), cost);
  }

  /** As it is at a minute of the week (0 is Monday 00:00) throughout the drive; costs come from {@link #freeFlowAt}. */
  public static Router at(StreetNetwork network, RoadUser user, double[] cost, int minuteOfWeek) {
    return new Router(TurnGraph.of(network, user, hours -> hours.holds(minuteOfWeek)), cost);
  }

  /** As {@link #freeFlow} at a minute of the week, with access that holds at times. */
  public static double[] freeFlowAt(StreetNetwork network, ArcFigures figures, RoadUser user, int minuteOfWeek) {
    double[] cost = freeFlow(network, figures, user);
    for (int i = 0; i < network.timedAccesses(); i++) {
      TimedAccess rule = network.timedAccess(i);
      if ((rule.users() & user.bit()) != 0 && rule.hours().holds(minuteOfWeek)) cost[rule.arc()] = rule.allowed() ? figures.seconds(rule.arc(), user) : Double.POSITIVE_INFINITY;
    }
    return cost;
  }

  /** Seconds for each arc at free speed, infinite where the user may not go; what holds only at times is left out. */
  public static double[] freeFlow(StreetNetwork network, ArcFigures figures, RoadUser user) {
    double[] cost = new double[network.arcs()];
    for (int arc = 0; arc < cost.length; arc++) cost[arc] = network.mayUse(arc, user) ? figures.seconds(arc, user) : Double.POSITIVE_INFINITY;
    return cost;
  }

  /**
   * A way found.
   *
   * @param arcs in the order they are used; none where start and end are one
   */
  public record Route(double seconds, int[] arcs) {}

  /** The quickest way; empty where there is none. */
  public Optional<Route> find(int from, int to) {
    if (from == to) return Optional.of(new Route(0, new int[0]));
    int state = search(from, to);
    return state < 0 ? Optional.empty() : Optional.of(new Route(best[state], arcsTo(state)));
  }

  /** The quickest ways from one node to several, by one search; each empty where there is none. */
  public List<Optional<Route>> findAll(int from, int[] to) {
    search(from, -1);
    Map<Integer, Integer> earliest = new HashMap<>();
    for (int node : to) earliest.put(node, -1);
    for (int state = 0; state < best.length; state++) {
      int node = network.head(turns.arcOf(state));
      Integer known = earliest.get(node);
      if (known == null || best[state] == Double.POSITIVE_INFINITY) continue;
      if (known < 0 || best[state] < best[known]) earliest.put(node, state);
    }
    return Arrays.stream(to).mapToObj(node -> {
      int state = earliest.get(node);
      if (node == from) return Optional.of(new Route(0, new int[0]));
      return state < 0 ? Optional.<Route>empty() : Optional.of(new Route(best[state], arcsTo(state)));
    }).toList();
  }

  /** Seconds from a node to each node, infinite where there is no way. */
  public double[] times(int from) {
    search(from, -1);
    double[] times = new double[network.nodes()];
    Arrays.fill(times, Double.POSITIVE_INFINITY);
    for (int state = 0; state < best.length; state++) {
      int node = network.head(turns.arcOf(state));
      times[node] = Math.min(times[node], best[state]);
    }
    times[from] = 0;
    return times;
  }

  /** The quickest ways from several nodes to one, by one search; each empty where there is none. */
  public List<Optional<Route>> findAllTo(int[] from, int to) {
    searchBack(to);
    return Arrays.stream(from).mapToObj(node -> {
      if (node == to) return Optional.of(new Route(0, new int[0]));
      int state = -1;
      for (int i = network.firstOut(node); i < network.firstOut(node + 1); i++) {
        int s = turns.start(network.outgoing(i));
        if (best[s] < (state < 0 ? Double.POSITIVE_INFINITY : best[state])) state = s;
      }
      return state < 0 ? Optional.<Route>empty() : Optional.of(new Route(best[state], reversed(arcsTo(state))));
    }).toList();
  }

  /** The state in which {@code to} is first reached, or -1. */
  private int search(int from, int to) {
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    heap.clear();
    for (int i = network.firstOut(from); i < network.firstOut(from + 1); i++) {
      int arc = network.outgoing(i);
      reach(turns.start(arc), cost[arc], -1);
    }
    while (!heap.isEmpty()) {
      int state = heap.remove();
      if (network.head(turns.arcOf(state)) == to) return state;
      for (int e = turns.first[state]; e < turns.first[state + 1]; e++) {
        int next = turns.to[e];
        reach(next, best[state] + cost[turns.arcOf(next)], state);
      }
    }
    return -1;
  }

  /** By state, seconds from the begin of its arc to {@code to}. */
  private void searchBack(int to) {
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    heap.clear();
    for (int state : turns.statesAt(to)) reach(state, cost[turns.arcOf(state)], -1);
    while (!heap.isEmpty()) {
      int state = heap.remove();
      for (int i = turns.firstInto[state]; i < turns.firstInto[state + 1]; i++) {
        int earlier = turns.earlier[i];
        reach(earlier, best[state] + cost[turns.arcOf(earlier)], state);
      }
    }
  }

  /** Infinite is never less than infinite: a closed arc is not reached. */
  private void reach(int state, double seconds, int from) {
    if (seconds >= best[state]) return;
    best[state] = seconds;
    before[state] = from;
    heap.put(state, seconds);
  }

  private int[] arcsTo(int last) {
    int n = 0;
    for (int s = last; s >= 0; s = before[s]) n++;
    int[] arcs = new int[n];
    for (int s = last; s >= 0; s = before[s]) arcs[--n] = turns.arcOf(s);
    return arcs;
  }

  private static int[] reversed(int[] arcs) {
    int[] all = new int[arcs.length];
    for (int i = 0; i < arcs.length; i++) all[i] = arcs[arcs.length - 1 - i];
    return all;
  }
}
