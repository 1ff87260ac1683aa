// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.plan;

import java.util.List;
import org.respite.kernel.flow.FlowProblem;

/** Groups that go given ways through what room others have left: each enters every arc at the first step with room. */
final class Walk {
  final FlowProblem problem;
  private final int[][] entering;
  private final int[][] capacities;
  private final int[][] waitingAt;
  private final long[] left;
  /** Steps at which the group at hand enters its arcs. */
  private int[] when = new int[64];
  private int waited;

  Walk(FlowProblem p) {
    problem = p;
    entering = new int[p.arcs()][];
    capacities = new int[p.arcs()][];
    waitingAt = new int[p.nodes()][];
    left = new long[p.nodes()];
  }

  /** People who are still at home at the step, those not yet released not counted. */
  long atHome(int home, int t) {
    return problem.released(home, t) - left[home];
  }

  void leave(int home, long people) {
    left[home] += people;
  }

  /** Steps the last group waited. */
  int waited() {
    return waited;
  }

  /** Sends as many of {@code people} as fit along {@code arcs} together from step {@code start}; 0 if nobody would be out by the last step. */
  long go(List<Integer> arcs, int start, long people) {
    if (when.length < arcs.size()) when = new int[2 * arcs.size()];
    long fit = people;
    int t = start;
    for (int i = 0; i < arcs.size(); i++) {
      int arc = arcs.get(i);
      int node = problem.tail(arc);
      while (t <= problem.horizon() && room(arc, t) == 0) {
        // From home people leave when it is their turn; on the way they wait where they may.
        if (i == 0 || (fit = Math.min(fit, roomToWait(node, t))) == 0) return 0;
        t++;
      }
      if ((long) t + problem.transit(arc) > problem.horizon()) return 0;
      fit = Math.min(fit, room(arc, t));
      when[i] = t;
      t += problem.transit(arc);
    }
    take(arcs, (int) fit);
    return fit;
  }

  /** How many could set out at step {@code start} and never wait; 0 if they would not be out by the last step. */
  long roomWithoutWaiting(List<Integer> arcs, int start) {
    long fit = Long.MAX_VALUE;
    long t = start;
    for (int arc : arcs) {
      if (t + problem.transit(arc) > problem.horizon()) return 0;
      fit = Math.min(fit, room(arc, (int) t));
      if (fit == 0) return 0;
      t += problem.transit(arc);
    }
    return fit;
  }

  private int room(int arc, int t) {
    if (entering[arc] == null) {
      entering[arc] = new int[problem.horizon() + 1];
      capacities[arc] = problem.changesCapacity(arc) ? problem.capacities(arc) : null;
    }
    return (capacities[arc] == null ? problem.capacityAt(arc, 0) : capacities[arc][t]) - entering[arc][t];
  }

  private long roomToWait(int node, int t) {
    int most = problem.storage(node);
    if (most == FlowProblem.UNLIMITED) return Long.MAX_VALUE;
    return most - (waitingAt[node] == null ? 0 : waitingAt[node][t]);
  }

  private void take(List<Integer> arcs, int people) {
    waited = 0;
    for (int i = 0; i < arcs.size(); i++) {
      int arc = arcs.get(i);
      entering[arc][when[i]] += people;
      int come = i == 0 ? when[0] : when[i - 1] + problem.transit(arcs.get(i - 1));
      waited += when[i] - come;
      int node = problem.tail(arc);
      if (problem.storage(node) == FlowProblem.UNLIMITED || come == when[i]) continue;
      if (waitingAt[node] == null) waitingAt[node] = new int[problem.horizon() + 1];
      for (int t = come; t < when[i]; t++) waitingAt[node][t] += people;
    }
  }

  /** Who enters which arc when; given up to the caller. */
  int[][] entering() {
    return entering;
  }
}
