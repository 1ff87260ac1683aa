// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.respite.kernel.flow.ArrivalFlow;
import org.respite.kernel.flow.Certificate;
import org.respite.kernel.flow.EarliestArrival;
import org.respite.kernel.flow.FlowOverTime;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.flow.Violation;

/**
 * Classes of people who may use different sinks and share the streets. In whole people that is an integer flow of several
 * commodities, hard in general (Even, Itai and Shamir 1976); so this gives a plan, a bound that no plan exceeds, and the gap.
 *
 * <p><b>What is proved.</b> The plan is feasible for all classes together ({@link #violations} checks it against the problem alone). By each
 * step no plan has more people out than {@link #bound}: for every set of classes tried, those in it travel as if they were one
 * class that may use all their sinks, those outside it as if they were alone; each of these numbers is an earliest-arrival optimum.
 * Where plan and bound meet ({@link #gap} 0) the plan is optimal by the last step. They always meet where all classes may use the same sinks (one commodity), and
 * where classes do not compete for anything. Elsewhere the gap is not known to be small.
 *
 * <p>The plan: classes one after the other, each with an earliest-arrival flow through the room the others leave; up to
 * {@value #MOST_PERMUTED} classes in every order, more of them from fewest to most sinks and back. The best by the last step is kept, of equal ones the
 * one with the most arrivals summed over the steps.
 */
public final class ClassedEvacuation {
  /** Classes of which every order and every subset is tried: at most 24 orders and 15 subsets. */
  static final int MOST_PERMUTED = 4;

  private final FlowProblem ways;
  private final List<PeopleClass> classes;
  private final List<FlowProblem> problems;
  private List<FlowOverTime> flows = List.of();
  private long[] arrived;
  private final long[] bound;

  private ClassedEvacuation(FlowProblem ways, List<PeopleClass> classes) {
    this.ways = ways;
    this.classes = classes;
    problems = classes.stream().map(c -> problem(ways, List.of(c), List.of())).toList();
    bound = bounds();
    for (List<Integer> order : orders()) improve(order);
  }

  /** Solves for people in classes over {@code ways}, a problem with sinks and without people of its own. */
  public static ClassedEvacuation of(FlowProblem ways, List<PeopleClass> classes) {
    if (ways.totalSupply() != 0) throw new IllegalArgumentException("people belong to classes, but " + ways.totalSupply() + " start in the network itself");
    for (PeopleClass c : classes) {
      for (int v : c.sinks()) if (v < 0 || v >= ways.nodes() || !ways.isSink(v)) throw new IllegalArgumentException("node " + v + " is no sink");
    }
    return new ClassedEvacuation(ways, sameSinksTogether(classes));
  }

  /** The classes, those of the same sinks merged into one: as one they are one commodity. */
  public List<PeopleClass> classes() {
    return classes;
  }

  /** The flow of each of {@link #classes}. */
  public List<FlowOverTime> flows() {
    return flows;
  }

  /** People of all classes out by each step, cumulative, in the plan. */
  public long[] arrived() {
    return arrived.clone();
  }

  /** For each step a number that no plan exceeds. */
  public long[] bound() {
    return bound.clone();
  }

  /** How many more than in the plan might be out by the last step; 0 means that the plan is proved optimal by then. */
  public long gap() {
    return bound[ways.horizon()] - arrived[ways.horizon()];
  }

  /** Every rule the flows break, each by itself and all together; empty means feasible. */
  public List<Violation> violations() {
    List<Violation> broken = new ArrayList<>();
    for (int k = 0; k < flows.size(); k++) broken.addAll(Certificate.violations(problems.get(k), flows.get(k)));
    for (int arc = 0; arc < ways.arcs(); arc++) {
      for (int t = 0; t <= ways.horizon(); t++) {
        long people = 0;
        for (FlowOverTime f : flows) people += f.entering(arc, t);
        if (people > ways.capacityAt(arc, t)) broken.add(new Violation.OverCapacity(arc, t, (int) Math.min(people, Integer.MAX_VALUE), ways.capacityAt(arc, t)));
      }
    }
    for (int v = 0; v < ways.nodes(); v++) overStorage(v, broken);
    return List.copyOf(broken);
  }

  private void overStorage(int v, List<Violation> broken) {
    if (ways.isSink(v) || ways.storage(v) == FlowProblem.UNLIMITED) return;
    long[] all = new long[ways.horizon() + 1];
    for (int k = 0; k < flows.size(); k++) {
      long[] some = Waiting.at(problems.get(k), flows.get(k), v);
      for (int t = 0; t < all.length; t++) all[t] += some[t];
    }
    for (int t = 0; t < ways.horizon(); t++) if (all[t] > ways.storage(v)) broken.add(new Violation.OverStorage(v, t, all[t], ways.storage(v)));
  }

  private static List<PeopleClass> sameSinksTogether(List<PeopleClass> classes) {
    Map<List<Integer>, List<PeopleClass.Group>> groups = new LinkedHashMap<>();
    for (PeopleClass c : classes) groups.computeIfAbsent(c.sinks(), s -> new ArrayList<>()).addAll(c.groups());
    return groups.entrySet().stream().map(e -> new PeopleClass(e.getValue(), e.getKey())).toList();
  }

  /** The problem of some classes as one, in the room that {@code others} leave. Closed sinks are places where nobody can stay or pass. */
  private static FlowProblem problem(FlowProblem ways, List<PeopleClass> some, List<FlowOverTime> others) {
    boolean[] open = new boolean[ways.nodes()];
    for (PeopleClass c : some) for (int v : c.sinks()) open[v] = true;
    FlowProblem.Builder b = FlowProblem.builder(ways.nodes(), ways.horizon());
    for (int v = 0; v < ways.nodes(); v++) {
      if (open[v]) b.sink(v);
      b.storage(v, ways.isSink(v) ? 0 : ways.storage(v));
    }
    for (int arc = 0; arc < ways.arcs(); arc++) {
      boolean closed = ways.isSink(ways.tail(arc));
      b.arc(ways.tail(arc), ways.head(arc), closed ? 0 : ways.capacityAt(arc, 0), ways.transit(arc));
      if (!closed) Waiting.room(ways, arc, others, b);
    }
    for (PeopleClass c : some) for (PeopleClass.Group g : c.groups()) b.supply(g.node(), g.step(), g.people());
    return b.build();
  }

  private long[] bounds() {
    int last = ways.horizon();
    long[][] alone = new long[classes.size()][];
    for (int k = 0; k < alone.length; k++) alone[k] = EarliestArrival.solve(problems.get(k)).arrived();
    long[] best = new long[last + 1];
    for (long[] curve : alone) add(best, curve);
    for (int[] set : sets()) {
      List<PeopleClass> inside = Arrays.stream(set).mapToObj(classes::get).toList();
      long[] together = EarliestArrival.solve(problem(ways, inside, List.of())).arrived();
      for (int k = 0; k < alone.length; k++) if (Arrays.binarySearch(set, k) < 0) add(together, alone[k]);
      for (int t = 0; t <= last; t++) best[t] = Math.min(best[t], together[t]);
    }
    return best;
  }

  private static void add(long[] to, long[] more) {
    for (int t = 0; t < to.length; t++) to[t] += more[t];
  }

  /** Sets of two or more classes, sorted: all of them where they are few, else the one of all. */
  private List<int[]> sets() {
    List<int[]> sets = new ArrayList<>();
    int count = classes.size();
    for (int bits = 1; count <= MOST_PERMUTED && bits < 1 << count; bits++) {
      int set = bits;
      if (Integer.bitCount(set) > 1) sets.add(java.util.stream.IntStream.range(0, count).filter(k -> (set >> k & 1) == 1).toArray());
    }
    if (count > MOST_PERMUTED) sets.add(java.util.stream.IntStream.range(0, count).toArray());
    return sets;
  }

  private List<List<Integer>> orders() {
    List<Integer> bySinks = new ArrayList<>();
    for (int k = 0; k < classes.size(); k++) bySinks.add(k);
    bySinks.sort(Comparator.comparingInt(k -> classes.get(k).sinks().size()));
    List<List<Integer>> orders = new ArrayList<>();
    if (classes.size() <= MOST_PERMUTED) {
      permute(bySinks, new ArrayList<>(), orders);
    } else {
      orders.add(bySinks);
      List<Integer> back = new ArrayList<>(bySinks);
      java.util.Collections.reverse(back);
      orders.add(back);
    }
    return orders;
  }

  private static void permute(List<Integer> left, List<Integer> begun, List<List<Integer>> orders) {
    if (left.isEmpty()) orders.add(List.copyOf(begun));
    for (Integer k : left) {
      List<Integer> rest = new ArrayList<>(left);
      rest.remove(k);
      begun.add(k);
      permute(rest, begun, orders);
      begun.remove(k);
    }
  }

  /** Takes the plan of this order if it is better. */
  private void improve(List<Integer> order) {
    if (arrived != null && gap() == 0) return;
    List<FlowOverTime> made = new ArrayList<>();
    FlowOverTime[] byClass = new FlowOverTime[classes.size()];
    long[] all = new long[ways.horizon() + 1];
    for (int k : order) {
      FlowProblem room = Waiting.lessStorage(problem(ways, List.of(classes.get(k)), made), problems, byClass);
      ArrivalFlow solved = EarliestArrival.solve(room);
      byClass[k] = solved.flow();
      made.add(solved.flow());
      add(all, solved.arrived());
    }
    int last = ways.horizon();
    boolean better = arrived == null || all[last] > arrived[last] || all[last] == arrived[last] && sum(all) > sum(arrived);
    if (!better) return;
    arrived = all;
    flows = List.of(byClass);
  }

  private static double sum(long[] curve) {
    return Arrays.stream(curve).asDoubleStream().sum();
  }
}
