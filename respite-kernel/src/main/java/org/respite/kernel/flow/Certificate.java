// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checks a flow and a cut over time against the problem alone; it shares nothing with the solver but the problem. A
 * feasible flow that has as many people out by a step as a cut lets pass is a proof that no plan has more out by then
 * (weak duality: whoever is out has crossed the cut).
 */
public final class Certificate {
  private Certificate() {}

  /** Every rule the flow breaks; empty means feasible. O(used arcs x steps). */
  public static List<Violation> violations(FlowProblem p, FlowOverTime f) {
    List<Violation> found = new ArrayList<>();
    for (int arc = 0; arc < p.arcs(); arc++) checkArc(p, f, arc, found);
    NodeBalance balance = new NodeBalance(p, f);
    for (int v = 0; v < p.nodes(); v++) if (!p.isSink(v)) checkNode(p, balance, v, found);
    return List.copyOf(found);
  }

  /** As above, and the arrivals must be those claimed, one number per step 0..horizon, cumulative. */
  public static List<Violation> violations(FlowProblem p, FlowOverTime f, long[] claimed) {
    List<Violation> found = new ArrayList<>(violations(p, f));
    long[] counted = arrivals(p, f);
    for (int t = 0; t <= p.horizon(); t++) {
      if (counted[t] != claimed[t]) found.add(new Violation.ArrivalsDiffer(t, claimed[t], counted[t]));
    }
    return List.copyOf(found);
  }

  static void checkArc(FlowProblem p, FlowOverTime f, int arc, List<Violation> found) {
    int[] row = f.row(arc);
    if (row == null) return;
    boolean leavesSink = p.isSink(p.tail(arc));
    int[] capacities = p.changesCapacity(arc) ? p.capacities(arc) : null;
    int constant = p.capacity[arc];
    for (int t = 0; t < row.length; t++) {
      int people = row[t];
      if (people == 0) continue;
      int most = capacities == null ? constant : capacities[t];
      if (people < 0) found.add(new Violation.Negative(arc, t, people));
      if (people > most) found.add(new Violation.OverCapacity(arc, t, people, most));
      if (leavesSink) found.add(new Violation.LeavesSink(arc, t, people));
    }
  }

  /** People leave home as late as the flow allows: that leaves the fewest in the waiting place, so it is fair to the flow. */
  static void checkNode(FlowProblem p, NodeBalance balance, int v, List<Violation> found) {
    if (!balance.load(v)) return;
    long home = 0;
    long here = 0;
    for (int t = 0; t <= p.horizon(); t++) {
      long released = balance.released[t];
      here += released + balance.come[t] - balance.gone[t];
      if (here < 0) {
        found.add(new Violation.NotThere(v, t, -here));
        here = 0;
      }
      home = Math.min(home + released, here);
      long waiting = here - home;
      if (t < p.horizon() && p.storage(v) != FlowProblem.UNLIMITED && waiting > p.storage(v)) {
        found.add(new Violation.OverStorage(v, t, waiting, p.storage(v)));
      }
    }
  }

  /** People out by each step 0..horizon, cumulative, counted from the flow. */
  public static long[] arrivals(FlowProblem p, FlowOverTime f) {
    long[] arrived = new long[p.horizon() + 1];
    for (int arc = 0; arc < p.arcs(); arc++) {
      int[] row = f.row(arc);
      if (row == null || !p.isSink(p.head(arc))) continue;
      for (int t = 0; t + p.transit(arc) <= p.horizon(); t++) arrived[t + p.transit(arc)] += row[t];
    }
    for (int t = 1; t < arrived.length; t++) arrived[t] += arrived[t - 1];
    return arrived;
  }

  /** What the cut lets pass, people; {@link Long#MAX_VALUE} if that has no limit (or does not fit a long). */
  public static long cutValue(FlowProblem p, CutOverTime c) {
    long value = 0;
    for (int arc = 0; arc < p.arcs(); arc++) value = sum(value, c.arcPeople(arc));
    for (int v = 0; v < p.nodes(); v++) value = sum(value, c.storagePeople(v));
    for (int i = 0; i < p.releaseNode.length; i++) value = sum(value, c.homePeople(i));
    return value;
  }

  /** The sum of two non-negative amounts, {@link Long#MAX_VALUE} where it would not fit. */
  static long sum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /**
   * The people that can be out by each step 0..horizon if capacities are ignored, except that what is never open leads nowhere: the cut
   * of all pairs from which a sink is near enough. No arc that is ever open leads into it, so homes alone make up its value.
   */
  static long[] inReach(FlowProblem p) {
    boolean[] open = new boolean[p.arcs()];
    for (int arc = 0; arc < open.length; arc++) {
      open[arc] = !p.isSink(p.tail(arc)) && (p.changesCapacity(arc) || p.capacity[arc] > 0);
    }
    int[] start = new int[p.nodes()];
    for (int v = 0; v < start.length; v++) start[v] = p.isSink(v) ? 0 : TimedNetwork.NEVER;
    int[] toSink = new Links(p, open).distances(true, start);
    long[] people = new long[p.horizon() + 1];
    for (int i = 0; i < p.releaseNode.length; i++) {
      long at = (long) p.releaseStep[i] + toSink[p.releaseNode[i]];
      if (at <= p.horizon()) people[(int) at] += p.releasePeople[i];
    }
    for (int t = 1; t < people.length; t++) people[t] += people[t - 1];
    return people;
  }

  /** Checks the flow once and, for each of {@code steps} (all of 0..horizon if none is given), flow against cut. */
  public static Proof prove(FlowProblem p, ArrivalFlow a, int... steps) {
    List<Violation> violations = violations(p, a.flow(), a.arrived());
    long[] counted = arrivals(p, a.flow());
    List<Proof.Step> proved = new ArrayList<>();
    if (steps.length == 0) {
      CutSweep sweep = new CutSweep(p, a.flow());
      long[] inReach = inReach(p);
      for (int t = 0; t <= p.horizon(); t++) {
        proved.add(new Proof.Step(t, counted[t], counted[t] == inReach[t] ? inReach[t] : sweep.extendTo(t)));
      }
    } else {
      for (int t : Arrays.stream(steps).sorted().distinct().toArray()) {
        proved.add(new Proof.Step(t, counted[t], cutValue(p, a.cut(t))));
      }
    }
    return new Proof(violations, proved);
  }
}
