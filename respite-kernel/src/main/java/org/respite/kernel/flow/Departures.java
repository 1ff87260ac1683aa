// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A flow over time told as departures: so many people leave home at a step and go a certain way, waiting where the way
 * says so. Every flow falls apart into such ways (Gallai 1958); people are traced from the sinks back to their homes, who
 * came over an arc before who waited, so a way waits only where it must; the arc looked at first is the one over which people
 * were last found to come, so that ways last from step to step. Circles are then taken out ({@link Straightening}): nobody is
 * sent round in time, and in space only where there is no room to wait for as long as going round takes.
 * Immutable; one entry per way and departure step.
 */
public final class Departures {
  private final List<Departure> all;

  private Departures(List<Departure> all) {
    this.all = List.copyOf(all);
  }

  /**
   * A way from a home to a sink. {@code arcs} in the order they are entered; {@code enteredAfter[i]} steps after leaving
   * home arc {@code i} is entered; {@code steps} after leaving home the sink is reached. What is not travelling is waiting.
   */
  public record Way(int home, List<Integer> arcs, List<Integer> enteredAfter, int steps) {
    public Way {
      arcs = List.copyOf(arcs);
      enteredAfter = List.copyOf(enteredAfter);
    }
  }

  /** {@code people} leave home at {@code step} along {@code way}. */
  public record Departure(Way way, int step, long people) {}

  /** By home, then step, then way. */
  public List<Departure> all() {
    return all;
  }

  /**
   * How many people would have to be told something else than in {@code other}: another way, or another period of
   * {@code period} steps to leave home in, or to go at all. The measure of how stable a plan is: small if a small change of the problem moves few.
   */
  public long toldOtherwise(Departures other, int period) {
    Map<Order, Long> here = orders(period);
    Map<Order, Long> there = other.orders(period);
    long more = 0;
    long fewer = 0;
    for (Map.Entry<Order, Long> e : here.entrySet()) more += Math.max(0, e.getValue() - there.getOrDefault(e.getKey(), 0L));
    for (Map.Entry<Order, Long> e : there.entrySet()) fewer += Math.max(0, e.getValue() - here.getOrDefault(e.getKey(), 0L));
    return Math.max(more, fewer);
  }

  private record Order(int home, List<Integer> arcs, int period) {}

  private Map<Order, Long> orders(int period) {
    if (period < 1) throw new IllegalArgumentException("period must be 1 step or more, got " + period);
    Map<Order, Long> orders = new LinkedHashMap<>();
    for (Departure d : all) orders.merge(new Order(d.way.home, d.way.arcs, d.step / period), d.people, Long::sum);
    return orders;
  }

  /** Takes a feasible flow apart; people who are not out by the horizon are left out. O(ways x length). */
  public static Departures of(FlowProblem p, FlowOverTime f) {
    return new Departures(new Tracing(p, f).trace());
  }

  /** What of the flow is not told yet. */
  private static final class Tracing {
    private final FlowProblem problem;
    private final int[][] left;
    private final long[][] waiting;
    private final long[][] leaving;
    private final Links links;
    private final Straightening straight;
    /** Per node, where in {@link Links#inArc} the arc is over which people were last found to come. */
    private final int[] habit;
    private final Map<Way, Way> ways = new LinkedHashMap<>();
    private final Map<Departure, Long> found = new LinkedHashMap<>();
    private final List<Departure> circling = new ArrayList<>();
    private int[] arc = new int[64];
    private int[] entered = new int[64];
    private int length;
    private long people;
    private final List<long[]> waits = new ArrayList<>();

    Tracing(FlowProblem p, FlowOverTime f) {
      problem = p;
      left = new int[p.arcs()][];
      boolean[] wanted = new boolean[p.arcs()];
      for (int a = 0; a < left.length; a++) {
        wanted[a] = f.uses(a);
        if (wanted[a]) left[a] = f.entering(a);
      }
      links = new Links(p, wanted);
      habit = links.inStart.clone();
      straight = new Straightening(p, f);
      waiting = new long[p.nodes()][];
      leaving = new long[p.nodes()][];
      NodeBalance balance = new NodeBalance(p, f);
      for (int v = 0; v < p.nodes(); v++) if (!p.isSink(v) && balance.load(v)) settle(v, balance);
    }

    private void settle(int v, NodeBalance balance) {
      long[] waits = new long[problem.horizon() + 1];
      long[] leaves = new long[problem.horizon() + 1];
      long here = 0;
      long home = 0;
      for (int t = 0; t < waits.length; t++) {
        here += balance.released[t] + balance.come[t] - balance.gone[t];
        long stay = Math.min(home + balance.released[t], here);
        leaves[t] = home + balance.released[t] - stay;
        waits[t] = here - stay;
        home = stay;
      }
      waiting[v] = waits;
      if (problem.storage(v) != FlowProblem.UNLIMITED) straight.waiting(v, waits);
      leaving[v] = leaves;
    }

    List<Departure> trace() {
      for (int a = 0; a < left.length; a++) {
        if (left[a] == null || !problem.isSink(problem.head(a))) continue;
        for (int t = 0; t + problem.transit(a) <= problem.horizon(); t++) {
          while (left[a][t] > 0) traceBack(a, t);
        }
      }
      straightenRest();
      List<Departure> list = new ArrayList<>();
      found.forEach((d, people) -> list.add(new Departure(d.way(), d.step(), people)));
      list.sort((x, y) -> x.way().home() != y.way().home()
          ? Integer.compare(x.way().home(), y.way().home()) : Integer.compare(x.step(), y.step()));
      return list;
    }

    /** One way, from the last arc back to a home, for as many people as take all of it. */
    private void traceBack(int last, int at) {
      length = 0;
      waits.clear();
      people = Long.MAX_VALUE;
      take(last, at);
      int v = problem.tail(last);
      int t = at;
      while (leaving[v][t] == 0) {
        int into = arcInto(v, t);
        if (into >= 0) {
          t -= problem.transit(into);
          v = problem.tail(into);
          take(into, t);
        } else {
          t--;
          people = Math.min(people, waiting[v][t]);
          waits.add(new long[] {v, t});
        }
      }
      people = Math.min(people, leaving[v][t]);
      tell(v, t, at + problem.transit(last));
    }

    private int arcInto(int v, int t) {
      int count = links.inStart[v + 1] - links.inStart[v];
      for (int tried = 0; tried < count; tried++) {
        int i = links.inStart[v] + (habit[v] - links.inStart[v] + tried) % count;
        int before = t - problem.transit(links.inArc[i]);
        if (before < 0 || left[links.inArc[i]][before] == 0 || taken(links.inArc[i], before)) continue;
        habit[v] = i;
        return links.inArc[i];
      }
      return -1;
    }

    /** Within one step of zero transits the same people must not be traced in a circle. */
    private boolean taken(int a, int t) {
      for (int i = length - 1; i >= 0 && entered[i] == t; i--) if (arc[i] == a) return true;
      return false;
    }

    private void take(int a, int t) {
      if (length == arc.length) {
        arc = Arrays.copyOf(arc, 2 * length);
        entered = Arrays.copyOf(entered, 2 * length);
      }
      arc[length] = a;
      entered[length++] = t;
      people = Math.min(people, left[a][t]);
    }

    private void tell(int home, int leave, int out) {
      straight.take(arc, entered, length);
      people = straight.straighten((int) people);
      for (int i = 0; i < length; i++) left[arc[i]][entered[i]] -= (int) people;
      for (long[] w : waits) waiting[(int) w[0]][(int) w[1]] -= people;
      leaving[home][leave] -= people;
      if (straight.circles()) circling.add(new Departure(way(home, out), straight.entered[0], people));
      else tell(way(home, out), straight.entered[0], people);
    }

    private Way way(int home, int out) {
      List<Integer> arcs = Arrays.stream(straight.arc, 0, straight.length).boxed().toList();
      List<Integer> after = Arrays.stream(straight.enteredAfter()).boxed().toList();
      return new Way(home, arcs, after, out - straight.entered[0]);
    }

    private void tell(Way way, int step, long people) {
      Way known = ways.putIfAbsent(way, way);
      found.merge(new Departure(known == null ? way : known, step, 0), people, Long::sum);
    }

    /** Once all else is told there may be room for those who circle to leave later, to wait, or to go another way. */
    private void straightenRest() {
      Detour detour = new Detour(problem, straight, links);
      circling.sort((x, y) -> Integer.compare(x.way().home(), y.way().home()));
      for (Departure d : circling) {
        int out = d.step() + d.way().steps();
        for (int left = (int) d.people(); left > 0; ) {
          straight.take(d.way(), d.step());
          int some = straight.straighten(left);
          if (straight.circles()) {
            int other = straight.replace(detour, some);
            some = other == 0 ? some : other;
          }
          tell(way(d.way().home(), out), straight.entered[0], some);
          left -= some;
        }
      }
    }
  }
}
