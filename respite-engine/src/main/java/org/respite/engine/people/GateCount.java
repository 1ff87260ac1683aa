// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntBinaryOperator;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Destination;
import org.respite.model.scenario.Group;
import org.respite.model.scenario.Site;
import org.respite.model.scenario.Streets;

/**
 * How many could be out by the end, in one world: the total alone, for worlds that are only counted.
 *
 * <p>Streets and legs are taken to be wide enough; walking times, windows, stages and destinations count in full. The number is
 * then a maximum flow on a small static network, since a gate with a constant rate is described by how many it can still pass from each
 * moment on: sources feed the interval in which they can first be at a gate, intervals hand on to the next. It is never below the minute-by-minute
 * optimum of {@link Evacuation}, and equals it wherever that one's cut names no street or leg (tested world by world).
 */
public final class GateCount {
  private static final int NEVER = Integer.MAX_VALUE;
  private static final int HOP = 4;

  private final Case theCase;
  private final World world;
  private final Timeline timeline;
  private final Demand demand;
  private final Map<String, Integer> siteIndex = new HashMap<>();
  private final int[] linkFrom;
  private final int[] linkTo;
  private final double[] linkMetres;
  private final Map<Integer, int[]> minutesTo = new HashMap<>();
  private final Map<Integer, int[]> byStages = new HashMap<>();
  private final Map<String, Double> speeds = new HashMap<>();
  private int[][] neighbours;

  private GateCount(Case theCase, World world, Timeline timeline, Demand demand) {
    this.theCase = theCase;
    this.world = world;
    this.timeline = timeline;
    this.demand = demand;
    for (Site s : theCase.sites()) siteIndex.put(s.id(), siteIndex.size());
    double detour = world.value(theCase.streets().detour(), Unit.RATIO);
    List<Streets.Link> links = theCase.streets().links();
    linkFrom = links.stream().mapToInt(l -> siteIndex.get(l.from())).toArray();
    linkTo = links.stream().mapToInt(l -> siteIndex.get(l.to())).toArray();
    linkMetres = links.stream().mapToDouble(l -> l.lengthM() * detour).toArray();
  }

  /** Whole people out by the end. */
  public static long of(Case c, World world, Timeline timeline, Demand demand) {
    return demand.total() == 0 ? 0 : new GateCount(c, world, timeline, demand).count();
  }

  /** A corridor in one interval: from each source, the first minute at which it could begin the checkpoint. */
  private record Gate(Corridor corridor, int lastStart, long perMinute, int[] ready) {}

  private long count() {
    List<int[]> sources = sources();
    List<Gate> gates = gates(sources);
    Map<String, Integer> destinationNode = new HashMap<>();
    int node = 2 + sources.size();
    List<int[]> starts = new ArrayList<>();
    for (Gate g : gates) {
      int[] distinct = Arrays.stream(g.ready).filter(r -> r <= g.lastStart).sorted().distinct().toArray();
      starts.add(distinct);
      if (distinct.length > 0 && !destinationNode.containsKey(g.corridor.destination())) destinationNode.put(g.corridor.destination(), node++);
    }
    int[] base = new int[gates.size()];
    for (int g = 0; g < base.length; g++) {
      base[g] = node;
      node += starts.get(g).length;
    }
    SmallMaxFlow flow = new SmallMaxFlow(node);
    long everybody = demand.total() * Network.UNITS_PER_PERSON;
    for (int s = 0; s < sources.size(); s++) flow.arc(0, 2 + s, demand.people()[sources.get(s)[0]][sources.get(s)[1]] * (long) Network.UNITS_PER_PERSON);
    for (int g = 0; g < base.length; g++) gate(flow, gates.get(g), base[g], starts.get(g), destinationNode, everybody);
    destinationNode.forEach((id, n) -> flow.arc(n, 1, takes(id, everybody)));
    return Evacuation.people(flow.solve());
  }

  private void gate(SmallMaxFlow flow, Gate gate, int base, int[] starts, Map<String, Integer> destinationNode, long everybody) {
    for (int i = 0; i < starts.length; i++) {
      long minutes = (i + 1 < starts.length ? starts[i + 1] : gate.lastStart + 1) - starts[i];
      flow.arc(base + i, destinationNode.get(gate.corridor.destination()), Math.min(everybody, gate.perMinute * minutes));
      // Waiting goes from interval to interval; the longer hops say nothing new, but keep Dinic's paths, and so its phases, short.
      for (int hop = 1; i + hop < starts.length; hop *= HOP) flow.arc(base + i, base + i + hop, everybody);
    }
    for (int s = 0; s < gate.ready.length; s++) {
      int at = Arrays.binarySearch(starts, gate.ready[s]);
      if (at >= 0) flow.arc(2 + s, base + at, everybody);
    }
  }

  private long takes(String destination, long everybody) {
    Destination d = theCase.destinations().stream().filter(x -> x.id().equals(destination)).findFirst().orElseThrow();
    return d.takes().map(q -> (long) Math.min(everybody, world.value(q, Unit.PEOPLE) * Network.UNITS_PER_PERSON)).orElse(everybody);
  }

  /** Group and district of everybody who is somewhere. */
  private List<int[]> sources() {
    List<int[]> sources = new ArrayList<>();
    for (int g = 0; g < demand.groups().size(); g++) {
      for (int d = 0; d < demand.districts().size(); d++) if (demand.people()[g][d] > 0) sources.add(new int[] {g, d});
    }
    return sources;
  }

  private List<Gate> gates(List<int[]> sources) {
    List<Gate> gates = new ArrayList<>();
    for (Corridor c : theCase.corridors()) {
      boolean taken = demand.groups().stream().anyMatch(g -> c.takesOut(g.users(), g.mode()));
      if (!taken) continue;
      for (Timeline.Open open : timeline.open()) {
        if (c.hours().isEmpty() || c.hours().contains(open.window())) gates.add(gate(c, open, sources));
      }
    }
    return gates;
  }

  private Gate gate(Corridor c, Timeline.Open open, List<int[]> sources) {
    int after = minutesAfter(c);
    int[] ready = new int[sources.size()];
    int entry = siteIndex.get(c.legs().getFirst().from());
    int[] before = demand.groups().stream().mapToInt(g -> c.takesOut(g.users(), g.mode()) ? minutesBefore(c, g) : NEVER).toArray();
    for (int s = 0; s < ready.length; s++) {
      int group = sources.get(s)[0];
      int at = before[group] == NEVER ? NEVER : reaches(group, demand.districts().get(sources.get(s)[1]), entry);
      ready[s] = at == NEVER ? NEVER : Math.max(at, open.from()) + before[group];
    }
    return new Gate(c, open.to() - 1 - after, perMinute(c), ready);
  }

  private int legsBefore(Corridor c) {
    for (int i = 0; i < c.legs().size(); i++) {
      String leg = c.legs().get(i).id();
      if (c.checkpoints().stream().anyMatch(p -> p.leg().equals(leg))) return i + 1;
    }
    return c.legs().size();
  }

  /** Each at their own pace up to the first checkpoint. */
  private int minutesBefore(Corridor c, Group g) {
    return c.legs().subList(0, legsBefore(c)).stream().mapToInt(l -> minutes(world.value(l.length(), Unit.METRES), g)).sum();
  }

  /** Stages, and the legs behind the first checkpoint at the pace of the slowest. */
  private int minutesAfter(Corridor c) {
    Group slowest =
        demand.groups().stream().filter(g -> demand.total(demand.groups().indexOf(g)) > 0 && c.takesOut(g.users(), g.mode())).min(java.util.Comparator.comparingDouble(this::speed)).orElse(null);
    if (slowest == null) return 0;
    int legs = c.legs().subList(legsBefore(c), c.legs().size()).stream().mapToInt(l -> minutes(world.value(l.length(), Unit.METRES), slowest)).sum();
    return legs + c.checkpoints().stream().flatMap(p -> p.stages().stream()).mapToInt(s -> (int) Math.ceil(world.value(s.takes(), Unit.MINUTES) - 1e-9)).sum();
  }

  /** Units a minute through the slowest stage. */
  private long perMinute(Corridor c) {
    double rate = c.checkpoints().stream().flatMap(p -> p.stages().stream()).mapToDouble(s -> Network.perHour(s, world)).min().orElse(1e12);
    return (long) (Math.min(rate, 1e12) + 1e-9);
  }

  /** First minute at {@code entry} for who leaves home when the first window opens. */
  private int reaches(int group, Site home, int entry) {
    int minutes = minutesTo.computeIfAbsent(group * siteIndex.size() + entry, _ -> minutesTo(demand.groups().get(group), entry))[siteIndex.get(home.id())];
    if (minutes < timeline.open().getFirst().minutes()) return minutes;
    return byStages.computeIfAbsent(group * siteIndex.size() + siteIndex.get(home.id()), _ -> walk(demand.groups().get(group), home))[entry];
  }

  /** Walking minutes from each site to {@code entry}, streets being alike both ways. */
  private int[] minutesTo(Group group, int entry) {
    return spread(group, entry, (at, minutes) -> at + minutes);
  }

  /** First minute at each site for who leaves {@code home} when the first window opens; nobody is under way when a window closes. */
  private int[] walk(Group group, Site home) {
    return spread(group, siteIndex.get(home.id()), this::arrives);
  }

  /** Dijkstra 1959 from {@code start} at minute 0. */
  private int[] spread(Group group, int start, IntBinaryOperator arrival) {
    int[] at = new int[siteIndex.size()];
    Arrays.fill(at, NEVER);
    at[start] = 0;
    PriorityQueue<Long> open = new PriorityQueue<>();
    open.add((long) start);
    int[][] near = neighbours();
    double metresPerMinute = speed(group) * 60;
    while (!open.isEmpty()) {
      long top = open.poll();
      int site = (int) top;
      int minute = (int) (top >> 32);
      if (minute > at[site]) continue;
      for (int l : near[site]) {
        int to = linkFrom[l] == site ? linkTo[l] : linkFrom[l];
        int arrives = arrival.applyAsInt(minute, (int) Math.ceil(linkMetres[l] / metresPerMinute - 1e-9));
        if (arrives >= at[to]) continue;
        at[to] = arrives;
        open.add((long) arrives << 32 | to);
      }
    }
    return at;
  }

  private int[][] neighbours() {
    if (neighbours != null) return neighbours;
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < siteIndex.size(); i++) lists.add(new ArrayList<>());
    for (int l = 0; l < linkFrom.length; l++) {
      lists.get(linkFrom[l]).add(l);
      lists.get(linkTo[l]).add(l);
    }
    neighbours = lists.stream().map(l -> l.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    return neighbours;
  }

  private int arrives(int from, int minutes) {
    for (Timeline.Open o : timeline.open()) {
      int start = Math.max(from, o.from());
      if (start + minutes < o.to()) return start + minutes;
    }
    return NEVER;
  }

  private double speed(Group group) {
    return speeds.computeIfAbsent(group.id(), _ -> world.value(group.speed(), Unit.METRES_PER_SECOND));
  }

  private int minutes(double metres, Group group) {
    return (int) Math.ceil(metres / (speed(group) * 60) - 1e-9);
  }
}
