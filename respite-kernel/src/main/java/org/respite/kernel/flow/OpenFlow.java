// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * A feasible flow taken apart into the three numbers that may change: who enters an arc, who waits at a node, who leaves a home,
 * each by step. Rows are made at first use; those of the flow it began with are copied before they are written, so that
 * what has changed is known by the rows alone. Changes are the moves of {@link ResidualFlow}.
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
  /** Rows that are somebody else's, by the same numbers; fewer where arcs, nodes or homes have been added. */
  private final int[][] lentEntering;
  private final long[][] lentWaiting;
  private final long[][] lentLeaving;

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
      if (a < start.arcs()) entering[a] = start.row(a);
      if (p.changesCapacity(a)) capacityRow[a] = p.capacities(a);
    }
    waiting = new long[p.nodes()][];
    leaving = new long[p.releaseNode.length][];
    atHome = p.releasePeople.clone();
    lentEntering = entering.clone();
    lentWaiting = new long[0][];
    lentLeaving = new long[0][];
    settle(FlowOverTime.owning(steps, entering));
  }

  /** The flow {@code start} in a problem with the same homes, nodes and arcs or more of these, and other capacities, which it may break. */
  OpenFlow(FlowProblem p, OpenFlow start) {
    problem = p;
    steps = start.steps;
    lentEntering = start.entering;
    lentWaiting = start.waiting;
    lentLeaving = start.leaving;
    entering = Arrays.copyOf(start.entering, p.arcs());
    waiting = Arrays.copyOf(start.waiting, p.nodes());
    leaving = start.leaving.clone();
    atHome = start.atHome.clone();
    capacityRow = Arrays.copyOf(start.capacityRow, p.arcs());
    for (int a = 0; a < entering.length; a++) {
      if (!p.sameCapacity(a, start.problem)) capacityRow[a] = p.changesCapacity(a) ? p.capacities(a) : null;
    }
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
      if (here - stay != 0) waitingRow(v)[t] = here - stay;
      while (leave > 0 && next < end) {
        long some = Math.min(leave, atHome[next]);
        if (some > 0) leavingRow(next)[t] += some;
        atHome[next] -= some;
        leave -= some;
        if (atHome[next] == 0) next++;
      }
    }
    if (here > home) {
      throw new IllegalArgumentException("everybody who leaves home must be at a sink by step " + (steps - 1) + ", but " + (here - home) + " are at node " + v);
    }
  }

  private long[] waitingRow(int v) {
    return waiting[v] = own(waiting[v], v < lentWaiting.length ? lentWaiting[v] : null);
  }

  private long[] leavingRow(int release) {
    return leaving[release] = own(leaving[release], release < lentLeaving.length ? lentLeaving[release] : null);
  }

  private long[] own(long[] row, long[] lent) {
    if (row == null) return new long[steps];
    return row == lent ? row.clone() : row;
  }

  private int[] enteringRow(int arc) {
    int[] row = entering[arc];
    if (row == null) return entering[arc] = new int[steps];
    return isLent(arc) ? entering[arc] = row.clone() : row;
  }

  private boolean isLent(int arc) {
    return arc < lentEntering.length && entering[arc] == lentEntering[arc];
  }

  int free(int arc, int t) {
    int most = capacityRow[arc] == null ? problem.capacity[arc] : capacityRow[arc][t];
    return entering[arc] == null ? most : most - entering[arc][t];
  }

  int used(int arc, int t) {
    return entering[arc] == null ? 0 : entering[arc][t];
  }

  boolean uses(int arc) {
    return entering[arc] != null;
  }

  /** Room in the waiting place of {@code v} from step {@code t} to the next. */
  long room(int v, int t) {
    int most = problem.storage[v];
    return most == FlowProblem.UNLIMITED ? Long.MAX_VALUE : most - waiting(v, t);
  }

  long waiting(int v, int t) {
    return waiting[v] == null ? 0 : waiting[v][t];
  }

  boolean anybodyWaits(int v) {
    return waiting[v] != null;
  }

  long leaving(int release, int t) {
    return leaving[release] == null ? 0 : leaving[release][t];
  }

  boolean anybodyLeaves(int release) {
    return leaving[release] != null;
  }

  /** How far a move of {@link ResidualFlow} can go at step {@code t}, people; that it ends by the last step is the caller's to see. */
  long roomFor(int move, int t) {
    int item = ResidualFlow.item(move);
    return switch (ResidualFlow.kind(move)) {
      case ResidualFlow.ENTER -> free(item, t);
      case ResidualFlow.UNENTER -> used(item, t);
      case ResidualFlow.WAIT -> room(item, t);
      case ResidualFlow.UNWAIT -> waiting(item, t);
      case ResidualFlow.DEPART -> Long.MAX_VALUE;
      default -> leaving(item, t);
    };
  }

  /** Makes the move by so many people, at most as many as there is room for. */
  void make(int move, int t, long people) {
    int item = ResidualFlow.item(move);
    switch (ResidualFlow.kind(move)) {
      case ResidualFlow.ENTER -> enteringRow(item)[t] += (int) people;
      case ResidualFlow.UNENTER -> enteringRow(item)[t] -= (int) people;
      case ResidualFlow.WAIT -> waitingRow(item)[t] += people;
      case ResidualFlow.UNWAIT -> waitingRow(item)[t] -= people;
      case ResidualFlow.DEPART -> leavingRow(item)[t] += people;
      default -> leavingRow(item)[t] -= people;
    }
  }

  /** The flow as it is now; this object is given up. */
  FlowOverTime close() {
    for (int a = 0; a < entering.length; a++) {
      if (entering[a] != null && !isLent(a) && isEmpty(entering[a])) entering[a] = null;
    }
    return FlowOverTime.owning(steps, entering);
  }

  private static boolean isEmpty(int[] row) {
    for (int people : row) if (people != 0) return false;
    return true;
  }
}
