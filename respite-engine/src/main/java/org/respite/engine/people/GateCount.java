// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Destination;
import org.respite.model.scenario.Group;

/**
 * How many could be out by the end, in one world: the total alone, for worlds that are only counted.
 *
 * <p>Streets and legs are taken to be wide enough; walking times, windows, stages and destinations count in full. The number is
 * then a maximum flow on a small static network, since a gate with a constant rate is described by how many it can still pass from each
 * moment on: sources feed the interval in which they can first be at a gate, intervals hand on to the next. It is never below the minute-by-minute
 * optimum of {@link Evacuation}, and equals it wherever that one's cut names no street or leg (tested world by world).
 */
public final class GateCount {
  private static final int HOP = 4;

  private final Case theCase;
  private final World world;
  private final Timeline timeline;
  private final Reach reach;
  private final Map<String, Double> speeds = new HashMap<>();

  /** One world, to be asked about as many demands as there are: who walks where how fast is worked out once. */
  public GateCount(Ground ground, World world, Timeline timeline) {
    this(ground, world, timeline, timeline);
  }

  /** @param longest whose streets are looked at: the same windows, the last of them as long or longer, so that several counts share their walks */
  GateCount(Ground ground, World world, Timeline timeline, Timeline longest) {
    this.theCase = ground.theCase();
    this.world = world;
    this.timeline = timeline;
    this.reach =
        switch (ground) {
          case Ground.Schematic s -> new SchematicReach(s.theCase(), world, timeline);
          case Ground.OnStreets s -> new StreetReach(s.plan(), world, timeline, longest);
        };
  }

  /** Whole people out by the end. */
  public static long of(Ground ground, World world, Timeline timeline, Demand demand) {
    return new GateCount(ground, world, timeline).out(demand);
  }

  /** Whole people out by the end. */
  public long out(Demand demand) {
    return demand.total() == 0 ? 0 : out(reach.sources(demand), demand.groups(), demand.total() * Network.UNITS_PER_PERSON);
  }

  /**
   * A corridor in one interval.
   *
   * @param ready of each source, the first minute at which it could begin the checkpoint
   * @param starts the distinct ones of them that are not too late, in order
   */
  private record Gate(Corridor corridor, int lastStart, long perMinute, int[] ready, int[] starts) {
    Gate(Corridor corridor, int lastStart, long perMinute, int[] ready) {
      this(corridor, lastStart, perMinute, ready, starts(ready, lastStart));
    }

    private static int[] starts(int[] ready, int lastStart) {
      BitSet minutes = new BitSet();
      for (int r : ready) if (r <= lastStart) minutes.set(r);
      return minutes.stream().toArray();
    }
  }

  private long out(Reach.Sources sources, List<Group> groups, long everybody) {
    List<Gate> gates = gates(sources, groups);
    int node = 2 + sources.count();
    int[] base = new int[gates.size()];
    for (int g = 0; g < base.length; g++) {
      base[g] = node;
      node += gates.get(g).starts.length;
    }
    Map<String, Integer> destinationNode = new HashMap<>();
    for (Gate g : gates) if (g.starts.length > 0 && !destinationNode.containsKey(g.corridor.destination())) destinationNode.put(g.corridor.destination(), node++);
    SmallMaxFlow flow = new SmallMaxFlow(node);
    for (int s = 0; s < sources.count(); s++) flow.arc(0, 2 + s, sources.units()[s]);
    for (int g = 0; g < base.length; g++) gate(flow, gates.get(g), base[g], destinationNode, everybody);
    destinationNode.forEach((id, n) -> flow.arc(n, 1, takes(id, everybody)));
    return Evacuation.people(flow.solve());
  }

  private void gate(SmallMaxFlow flow, Gate gate, int base, Map<String, Integer> destinationNode, long everybody) {
    int[] starts = gate.starts;
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
    Destination d = theCase.geography().destinations().stream().filter(x -> x.id().equals(destination)).findFirst().orElseThrow();
    return d.takes().map(q -> (long) Math.min(everybody, world.value(q, Unit.PEOPLE) * Network.UNITS_PER_PERSON)).orElse(everybody);
  }

  private List<Gate> gates(Reach.Sources sources, List<Group> groups) {
    List<Gate> gates = new ArrayList<>();
    for (Corridor c : theCase.geography().corridors()) {
      boolean[] taken = taken(c, sources, groups);
      Optional<Group> slowest = IntStream.range(0, taken.length).filter(g -> taken[g]).mapToObj(groups::get).min(Comparator.comparingDouble(this::speed));
      if (slowest.isEmpty()) continue;
      int[] before = groups.stream().mapToInt(g -> minutesBefore(c, g)).toArray();
      int after = minutesAfter(c, slowest.get());
      long perMinute = perMinute(c);
      for (Timeline.Open open : timeline.open()) {
        if (!c.hours().isEmpty() && !c.hours().contains(open.window())) continue;
        gates.add(new Gate(c, open.to() - 1 - after, perMinute, ready(c, open, sources, groups, taken, before)));
      }
    }
    return gates;
  }

  /** Of each group, whether anybody of it is there and may pass. */
  private static boolean[] taken(Corridor c, Reach.Sources sources, List<Group> groups) {
    boolean[] taken = new boolean[groups.size()];
    for (int g : sources.group()) taken[g] = true;
    for (int g = 0; g < taken.length; g++) taken[g] &= c.takesOut(groups.get(g).users(), groups.get(g).mode());
    return taken;
  }

  private int[] ready(Corridor c, Timeline.Open open, Reach.Sources sources, List<Group> groups, boolean[] taken, int[] before) {
    int[] ready = new int[sources.count()];
    String entry = c.legs().getFirst().from();
    int[][] minutes = new int[groups.size()][];
    for (int g = 0; g < minutes.length; g++) if (taken[g]) minutes[g] = reach.minutes(groups.get(g), entry);
    for (int s = 0; s < ready.length; s++) {
      int group = sources.group()[s];
      int at = taken[group] ? minutes[group][sources.home()[s]] : Reach.NEVER;
      ready[s] = at == Reach.NEVER ? Reach.NEVER : Math.max(at, open.from()) + before[group];
    }
    return ready;
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
  private int minutesAfter(Corridor c, Group slowest) {
    int legs = c.legs().subList(legsBefore(c), c.legs().size()).stream().mapToInt(l -> minutes(world.value(l.length(), Unit.METRES), slowest)).sum();
    return legs + c.checkpoints().stream().flatMap(p -> p.stages().stream()).mapToInt(s -> (int) Math.ceil(world.value(s.takes(), Unit.MINUTES) - 1e-9)).sum();
  }

  /** Units a minute through the slowest stage. */
  private long perMinute(Corridor c) {
    double rate = c.checkpoints().stream().flatMap(p -> p.stages().stream()).mapToDouble(s -> Network.perHour(s, world)).min().orElse(1e12);
    return (long) (Math.min(rate, 1e12) + 1e-9);
  }

  private double speed(Group group) {
    return speeds.computeIfAbsent(group.id(), _ -> world.value(group.speed(), Unit.METRES_PER_SECOND));
  }

  private int minutes(double metres, Group group) {
    return (int) Math.ceil(metres / (speed(group) * 60) - 1e-9);
  }
}
