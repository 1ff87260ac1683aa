// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * A feasible flow taken apart into the three numbers that may change: who enters an arc, who waits at a node, who leaves a home,
 * each by step. Rows are made at first use.
 */
final class OpenFlow {
  final FlowProblem problem;
  final int steps;
  private final int[][] entering;
  private final int[][] capacityRow;
  /** Per node: people in the waiting place from the step to the next. */
  private final long[][] waiting;
  /** Per release: people who leave home at the step. */
  private final long[][] leaving;
  /** Per release: people who never leave. */
  final long[] atHome;

  /**
   * Takes {@code start}, which must be feasible and bring everybody who leaves home to a sink by the last step.
   *
   * @throws IllegalArgumentException if somebody is on the way at the end
   */
  OpenFlow(FlowProblem p, FlowOverTime start) {
    problem = p;
    steps = p.horizon() + 1;
    entering = new int[p.arcs()][];
    capacityRow = new int[p.arcs()][];
    for (int a = 0; a < entering.length; a++) {
      if (a < start.arcs() && start.uses(a)) entering[a] = start.entering(a);
      if (p.changesCapacity(a)) capacityRow[a] = p.capacities(a);
    }
    waiting = new long[p.nodes()][];
    leaving = new long[p.releaseNode.length][];
    atHome = p.releasePeople.clone();
    settle(FlowOverTime.owning(steps, entering));
  }

  private void settle(FlowOverTime flow) {
    NodeBalance balance = new NodeBalance(problem, flow);
    int release = 0;
    for (int v = 0; v < problem.nodes(); v++) {
      int first = release;
      while (release < problem.releaseNode.length && problem.releaseNode[release] == v) release++;
      if (!problem.isSink(v) && balance.load(v)) settle(v, first, release, balance);
    }
  }

  /** People leave home as late as the flow allows, those released first before others. */
  private void settle(int v, int first, int end, NodeBalance balance) {
    long here = 0;
    long home = 0;
    int next = first;
    for (int t = 0; t < steps; t++) {
      here += balance.released[t] + balance.come[t] - balance.gone[t];
      long stay = Math.min(home + balance.released[t], here);
      long leave = home + balance.released[t] - stay;
      home = stay;
      if (here - stay != 0) row(waiting, v)[t] = here - stay;
      while (leave > 0 && next < end) {
        long some = Math.min(leave, atHome[next]);
        if (some > 0) row(leaving, next)[t] += some;
        atHome[next] -= some;
        leave -= some;
        if (atHome[next] == 0) next++;
      }
    }
    if (here > home) {
      throw new IllegalArgumentException("everybody who leaves home must be at a sink by step " + (steps - 1) + ", but " + (here - home) + " are at node " + v);
    }
  }

  private long[] row(long[][] rows, int item) {
    if (rows[item] == null) rows[item] = new long[steps];
    return rows[item];
  }

  int free(int arc, int t) {
    int most = capacityRow[arc] == null ? problem.capacity[arc] : capacityRow[arc][t];
    return entering[arc] == null ? most : most - entering[arc][t];
  }

  int used(int arc, int t) {
    return entering[arc] == null ? 0 : entering[arc][t];
  }

  /** Room in the waiting place of {@code v} from step {@code t} to the next. */
  long room(int v, int t) {
    int most = problem.storage[v];
    return most == FlowProblem.UNLIMITED ? Long.MAX_VALUE : most - waiting(v, t);
  }

  long waiting(int v, int t) {
    return waiting[v] == null ? 0 : waiting[v][t];
  }

  long leaving(int release, int t) {
    return leaving[release] == null ? 0 : leaving[release][t];
  }

  boolean anybodyLeaves(int release) {
    return leaving[release] != null;
  }

  void enter(int arc, int t, long people) {
    if (entering[arc] == null) entering[arc] = new int[steps];
    entering[arc][t] += (int) people;
  }

  void await(int v, int t, long people) {
    row(waiting, v)[t] += people;
  }

  void leave(int release, int t, long people) {
    row(leaving, release)[t] += people;
  }

  /** The flow as it is now; this object is given up. */
  FlowOverTime close() {
    for (int a = 0; a < entering.length; a++) {
      if (entering[a] != null && Arrays.stream(entering[a]).allMatch(people -> people == 0)) entering[a] = null;
    }
    return FlowOverTime.owning(steps, entering);
  }
}
