// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.respite.kernel.flow.ArrivalFlow;
import org.respite.kernel.flow.Certificate;
import org.respite.kernel.flow.CutOverTime;
import org.respite.kernel.flow.Departures;
import org.respite.kernel.flow.EarliestArrival;
import org.respite.kernel.flow.FlowOverTime;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.flow.MaximumFlow;
import org.respite.kernel.flow.ProblemCopy;
import org.respite.kernel.flow.Proof;
import org.respite.kernel.flow.Violation;

/**
 * Sinks that take only so many people over the whole horizon: a camp with so many tents, a gate whose keepers stop after a
 * thousand. <b>Exact for the step asked for</b>, with a cut that may name the limits themselves.
 *
 * <p>With limits no single plan need be best for every step (whoever goes to the near camp first may take the last tent of
 * those who can reach no other), so there is no curve that one plan attains; each step has its own best plan, and more
 * steps never have fewer people out. Where the unlimited best plan keeps all limits it is best for every step, and said so.
 *
 * <p>How: a limited sink becomes a place to wait, and from it at most the limit passes on at the very last step. That is an
 * ordinary flow over time whose last step is solved exactly ({@link MaximumFlow}, from the unlimited plan less those who come
 * too late); every plan that keeps the limits is such a flow and the other way round.
 */
public final class LimitedSinks {
  private LimitedSinks() {}

  /**
   * The best plan for {@code step}.
   *
   * @param problem the problem up to the step
   * @param bySink people out at each node by the step; 0 at nodes that are no sinks
   * @param everyStep whether the plan is best for every step up to this one too
   * @param counted the network of ordinary flows that stands for the limits, and {@code cut} a cut over time of it: arcs from {@code problem.arcs()} on are
   *     limits, the others are the problem's own
   */
  public record Answer(
      int step, long people, FlowProblem problem, FlowOverTime flow, long[] bySink, long[] most, boolean everyStep, FlowProblem counted, CutOverTime cut) {

    /** Checks the flow against problem and limits, and its arrivals against the cut. */
    public Proof proof() {
      List<Violation> broken = new ArrayList<>(Certificate.violations(problem, flow));
      long[] out = arrivalsBySink(problem, flow);
      for (int v = 0; v < out.length; v++) if (out[v] > most[v]) broken.add(new Violation.OverLimit(v, out[v], most[v]));
      long reached = Certificate.arrivals(problem, flow)[step];
      return new Proof(broken, List.of(new Proof.Step(step, reached, Certificate.cutValue(counted, cut))));
    }

    /** Sinks whose limit is part of what holds people back. */
    public List<Integer> fullSinks() {
      return cut.arcTerms().stream().filter(a -> a.arc() >= problem.arcs()).map(a -> counted.tail(a.arc())).distinct().toList();
    }
  }

  /** What a limit that does not limit is. */
  public static final long NO_LIMIT = Long.MAX_VALUE;

  /** The most people out by {@code step} when at most {@code most[v]} of them are out at sink v; entries of other nodes are not read. */
  public static Answer by(FlowProblem p, long[] most, int step) {
    if (most.length != p.nodes()) throw new IllegalArgumentException("limits must be " + p.nodes() + ", one per node, got " + most.length);
    long[] limits = most.clone();
    for (int v = 0; v < limits.length; v++) {
      if (!p.isSink(v)) limits[v] = NO_LIMIT;
      else if (limits[v] < 0) throw new IllegalArgumentException("limit of sink " + v + " must be 0 or more, got " + limits[v]);
    }
    FlowProblem near = p.until(step);
    ArrivalFlow free = EarliestArrival.solve(near);
    long[] bySink = arrivalsBySink(near, free.flow());
    if (within(bySink, limits)) {
      return new Answer(step, free.arrived()[step], near, free.flow(), bySink, limits, true, near, free.cut(step));
    }
    FlowProblem counted = counted(near, limits);
    MaximumFlow solved = MaximumFlow.from(counted, firstComers(near, free.flow(), limits, counted));
    FlowOverTime flow = firstArcs(near, solved.flow());
    return new Answer(step, solved.people(), near, flow, arrivalsBySink(near, flow), limits, false, counted, solved.cut());
  }

  /** Of a flow that knows no limits, those who come to each sink while it takes people: where the search starts. */
  private static FlowOverTime firstComers(FlowProblem near, FlowOverTime free, long[] limits, FlowProblem counted) {
    int steps = near.horizon() + 1;
    int[][] rows = new int[counted.arcs()][];
    long[] taken = new long[near.nodes()];
    List<Departures.Departure> all = new ArrayList<>(Departures.of(near, free).all());
    all.sort(Comparator.comparingInt(d -> d.step() + d.way().steps()));
    for (Departures.Departure d : all) {
      List<Integer> arcs = d.way().arcs();
      int sink = near.head(arcs.get(arcs.size() - 1));
      long people = Math.min(d.people(), limits[sink] - taken[sink]);
      if (people <= 0) continue;
      taken[sink] += people;
      for (int i = 0; i < arcs.size(); i++) {
        int arc = arcs.get(i);
        if (rows[arc] == null) rows[arc] = new int[steps];
        rows[arc][d.step() + d.way().enteredAfter().get(i)] += (int) people;
      }
    }
    for (int a = near.arcs(); a < rows.length; a++) {
      rows[a] = new int[steps];
      int sink = counted.tail(a);
      int passing = (int) Math.min(counted.capacityAt(a, near.horizon()), taken[sink]);
      rows[a][near.horizon()] = passing;
      taken[sink] -= passing;
    }
    return FlowOverTime.of(counted, rows);
  }

  /** The smallest step by which {@code people} can be out within the limits; null if not even the last. Bisection over exact answers. */
  public static Answer quickest(FlowProblem p, long[] most, long people) {
    if (!(Quickest.of(p, people) instanceof Quickest.By free)) return null;
    int enough = free.step();
    int tooEarly = enough - 1;
    Answer best = by(p, most, enough);
    for (int stride = 1; best.people() < people; stride *= 2) {
      if (enough == p.horizon()) return null;
      tooEarly = enough;
      enough = (int) Math.min(p.horizon(), (long) enough + stride);
      best = by(p, most, enough);
    }
    while (enough - tooEarly > 1) {
      int middle = (enough + tooEarly) >>> 1;
      Answer tried = by(p, most, middle);
      if (tried.people() >= people) {
        best = tried;
        enough = middle;
      } else {
        tooEarly = middle;
      }
    }
    return best;
  }

  private static boolean within(long[] bySink, long[] limits) {
    for (int v = 0; v < bySink.length; v++) if (bySink[v] > limits[v]) return false;
    return true;
  }

  static long[] arrivalsBySink(FlowProblem p, FlowOverTime f) {
    long[] out = new long[p.nodes()];
    f.forEach((arc, t, people) -> {
      if (p.isSink(p.head(arc)) && (long) t + p.transit(arc) <= p.horizon()) out[p.head(arc)] += people;
    });
    return out;
  }

  private static FlowProblem counted(FlowProblem p, long[] limits) {
    FlowProblem.Builder b = ProblemCopy.withoutSinks(p, 1);
    long[] conceivable = conceivable(p);
    int out = p.nodes();
    b.sink(out);
    for (int a = 0; a < p.arcs(); a++) if (p.isSink(p.tail(a))) b.window(a, 0, p.horizon() + 1, 0);
    for (int v = 0; v < p.nodes(); v++) {
      if (!p.isSink(v)) continue;
      if (limits[v] >= conceivable[v]) {
        b.sink(v);
        continue;
      }
      b.storage(v, FlowProblem.UNLIMITED);
      for (long left = limits[v]; left > 0; left -= Integer.MAX_VALUE) {
        int arc = b.arc(v, out, 0, 0);
        b.window(arc, p.horizon(), p.horizon() + 1, (int) Math.min(Integer.MAX_VALUE, left));
      }
    }
    ProblemCopy.people(p, b);
    return b.build();
  }

  /** More people than this cannot be out at the sink, whatever the limits. */
  private static long[] conceivable(FlowProblem p) {
    long[] most = new long[p.nodes()];
    for (int a = 0; a < p.arcs(); a++) {
      if (!p.isSink(p.head(a)) || p.isSink(p.tail(a))) continue;
      int[] row = p.capacities(a);
      long through = 0;
      for (int t = 0; (long) t + p.transit(a) <= p.horizon(); t++) through += row[t];
      most[p.head(a)] = Math.min(p.totalSupply(), most[p.head(a)] + through);
    }
    return most;
  }

  private static FlowOverTime firstArcs(FlowProblem p, FlowOverTime f) {
    int[][] rows = new int[p.arcs()][];
    for (int a = 0; a < rows.length; a++) if (f.uses(a)) rows[a] = f.entering(a);
    return FlowOverTime.of(p, rows);
  }
}
