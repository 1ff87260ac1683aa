// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.plan;

import java.util.Arrays;
import java.util.List;
import org.respite.kernel.flow.FlowOverTime;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.flow.ProblemCopy;

/** What flows that share a network leave to one another. */
final class Waiting {
  private Waiting() {}

  /** People who wait at {@code v}, not at home, from each step to the next, if everybody leaves home as late as the flow allows. O(arcs + steps). */
  static long[] at(FlowProblem p, FlowOverTime f, int v) {
    int steps = p.horizon() + 1;
    long[] net = new long[steps];
    for (int arc = 0; arc < p.arcs(); arc++) {
      if (!f.uses(arc) || p.tail(arc) != v && p.head(arc) != v) continue;
      for (int t = 0; t < steps; t++) {
        int people = f.entering(arc, t);
        if (p.tail(arc) == v) net[t] -= people;
        if (p.head(arc) == v && (long) t + p.transit(arc) < steps) net[t + p.transit(arc)] += people;
      }
    }
    long[] waiting = new long[steps];
    long here = 0;
    long home = 0;
    for (int t = 0; t < steps; t++) {
      long released = p.released(v, t) - (t == 0 ? 0 : p.released(v, t - 1));
      here += released + net[t];
      home = Math.min(home + released, here);
      waiting[t] = here - home;
    }
    return waiting;
  }

  /** Sets, for the arc with the same number in {@code b}, the capacity that {@code others} leave of it at each step. */
  static void room(FlowProblem ways, int arc, List<FlowOverTime> others, FlowProblem.Builder b) {
    boolean used = others.stream().anyMatch(f -> f.uses(arc));
    if (!used && !ways.changesCapacity(arc)) return;
    int[] row = ways.capacities(arc);
    for (FlowOverTime f : others) for (int t = 0; t < row.length; t++) row[t] -= f.entering(arc, t);
    for (int t = 0; t < row.length; ) {
      int end = t + 1;
      while (end < row.length && row[end] == row[t]) end++;
      b.window(arc, t, end, row[t]);
      t = end;
    }
  }

  /** The problem with the storage that is left at every step by the flows that are there; what is free at some steps only is not used. */
  static FlowProblem lessStorage(FlowProblem p, List<FlowProblem> problems, FlowOverTime[] flows) {
    FlowProblem.Builder b = null;
    for (int v = 0; v < p.nodes(); v++) {
      if (p.isSink(v) || p.storage(v) == 0 || p.storage(v) == FlowProblem.UNLIMITED) continue;
      long[] all = new long[p.horizon() + 1];
      for (int k = 0; k < flows.length; k++) {
        if (flows[k] == null) continue;
        long[] some = at(problems.get(k), flows[k], v);
        for (int t = 0; t < all.length; t++) all[t] += some[t];
      }
      long most = Arrays.stream(all).max().orElse(0);
      if (most == 0) continue;
      if (b == null) b = ProblemCopy.of(p, 0);
      b.storage(v, (int) Math.max(0, p.storage(v) - most));
    }
    return b == null ? p : b.build();
  }
}
