// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * Grows, step by step, the set of (node, step) pairs from which somebody could still be brought to a sink by that step
 * if the flow were changed. For an earliest-arrival flow nobody is there to be brought: the set is then a cut over time
 * whose value is the number of people out, for each step in turn. The value is kept up to date as pairs join, so all
 * steps together cost one look at each arc and step: O((n + m) x steps) time, n x steps bits.
 */
final class CutSweep {
  private final FlowProblem problem;
  private final FlowOverTime flow;
  private final int steps;
  private final Links links;
  private final int[][] capacityRow;
  private final int[] homeStart;
  /** People in the waiting place of a node, and at home there, from the step to the next; null where never anybody. */
  private final long[][] waiting;
  private final long[][] home;
  private final long[] inside;
  /** Per node with releases: last step of a home known inside, or -1. */
  private final int[] homeInside;
  private final boolean[] counted;
  /** Per node: the step for which each of its steps joined, at first use; null unless asked for. */
  private final char[][] joined;
  private int[] queue = new int[1024];
  private int queued;
  private int reached = -1;
  private long value;
  /** Unlimited waiting places that lead into the set from outside; none once a step is complete. */
  private long unlimited;

  CutSweep(FlowProblem p, FlowOverTime f) {
    this(p, f, null);
  }

  /** Writes to {@code joined[v][at]} for which step the pair joined the set, whose rows are made here; null for no such record. */
  CutSweep(FlowProblem p, FlowOverTime f, char[][] joined) {
    this.joined = joined;
    problem = p;
    flow = f;
    steps = p.horizon() + 1;
    boolean[] wanted = new boolean[p.arcs()];
    capacityRow = new int[p.arcs()][];
    for (int a = 0; a < wanted.length; a++) {
      wanted[a] = !p.isSink(p.tail(a)) && (p.tail(a) != p.head(a) || p.transit(a) > 0);
      if (p.changesCapacity(a)) capacityRow[a] = p.capacities(a);
    }
    links = new Links(p, wanted);
    homeStart = new int[p.nodes() + 1];
    for (int v : p.releaseNode) homeStart[v + 1]++;
    for (int v = 0; v < p.nodes(); v++) homeStart[v + 1] += homeStart[v];
    waiting = new long[p.nodes()][];
    home = new long[p.nodes()][];
    settleWaiting();
    inside = new long[(int) (((long) p.nodes() * steps + 63) >>> 6)];
    homeInside = new int[p.nodes()];
    Arrays.fill(homeInside, -1);
    counted = new boolean[p.releaseNode.length];
  }

  private void settleWaiting() {
    NodeBalance balance = new NodeBalance(problem, flow);
    long[] waits = new long[steps];
    long[] homes = new long[steps];
    for (int v = 0; v < problem.nodes(); v++) {
      if (problem.isSink(v) || !balance.load(v)) continue;
      boolean anyWait = false;
      boolean anyHome = false;
      long here = 0;
      long atHome = 0;
      for (int t = 0; t < steps; t++) {
        here += balance.released[t] + balance.come[t] - balance.gone[t];
        atHome = Math.min(atHome + balance.released[t], here);
        homes[t] = atHome;
        waits[t] = here - atHome;
        anyHome |= atHome != 0;
        anyWait |= waits[t] != 0;
      }
      if (anyWait) waiting[v] = waits.clone();
      if (anyHome) home[v] = homes.clone();
    }
  }

  /** Completes the set for step {@code t}, not smaller than the last, and returns what the cut lets pass by then. */
  long extendTo(int t) {
    for (int at = reached + 1; at <= t; at++) {
      for (int v = 0; v < problem.nodes(); v++) if (problem.isSink(v)) join(v, at);
      while (queued > 0) {
        int pair = queue[--queued];
        lookBack(pair / steps, pair % steps);
      }
      reached = at;
    }
    return unlimited > 0 ? Long.MAX_VALUE : value;
  }

  private boolean isInside(int v, int at) {
    int pair = v * steps + at;
    return (inside[pair >>> 6] & 1L << pair) != 0;
  }

  private int capacity(int arc, int at) {
    int[] row = capacityRow[arc];
    return row == null ? problem.capacity[arc] : row[at];
  }

  private void join(int v, int at) {
    if (isInside(v, at)) return;
    int pair = v * steps + at;
    inside[pair >>> 6] |= 1L << pair;
    if (joined != null) record(v, at);
    if (queued == queue.length) queue = Arrays.copyOf(queue, 2 * queued);
    queue[queued++] = pair;
    for (int i = links.inStart[v]; i < links.inStart[v + 1]; i++) {
      int arc = links.inArc[i];
      int before = at - problem.transit[arc];
      if (before >= 0 && !isInside(problem.tail[arc], before)) value = Certificate.sum(value, capacity(arc, before));
    }
    if (problem.isSink(v)) return;
    for (int i = links.outStart[v]; i < links.outStart[v + 1]; i++) {
      int arc = links.outArc[i];
      long after = (long) at + problem.transit[arc];
      if (after < steps && isInside(problem.head[arc], (int) after)) value -= capacity(arc, at);
    }
    if (at > 0 && !isInside(v, at - 1)) countStorage(v, 1);
    if (at + 1 < steps && isInside(v, at + 1)) countStorage(v, -1);
    for (int k = homeStart[v]; k < homeStart[v + 1]; k++) {
      if (counted[k] || problem.releaseStep[k] > at) continue;
      counted[k] = true;
      value = Certificate.sum(value, problem.releasePeople[k]);
    }
  }

  private void record(int v, int at) {
    if (joined[v] == null) {
      joined[v] = new char[steps];
      Arrays.fill(joined[v], NestedCuts.NEVER);
    }
    joined[v][at] = (char) (reached + 1);
  }

  private void countStorage(int v, int sign) {
    if (problem.storage[v] == FlowProblem.UNLIMITED) unlimited += sign;
    else value += sign * (long) problem.storage[v];
  }

  /** Adds every pair from which one change of the flow leads to (v, at). */
  private void lookBack(int v, int at) {
    for (int i = links.inStart[v]; i < links.inStart[v + 1]; i++) {
      int arc = links.inArc[i];
      int before = at - problem.transit[arc];
      if (before < 0 || isInside(problem.tail[arc], before)) continue;
      if (flow.entering(arc, before) < capacity(arc, before)) join(problem.tail[arc], before);
    }
    if (problem.isSink(v)) return;
    for (int i = links.outStart[v]; i < links.outStart[v + 1]; i++) {
      int arc = links.outArc[i];
      long after = (long) at + problem.transit[arc];
      if (after < steps && !isInside(problem.head[arc], (int) after) && flow.entering(arc, at) > 0) join(problem.head[arc], (int) after);
    }
    long[] waits = waiting[v];
    if (at > 0 && problem.storage[v] > 0) {
      boolean room = problem.storage[v] == FlowProblem.UNLIMITED
          || (waits == null ? 0 : waits[at - 1]) < problem.storage[v];
      if (room) join(v, at - 1);
    }
    if (waits != null && waits[at] > 0 && at + 1 < steps) join(v, at + 1);
    if (homeStart[v] < homeStart[v + 1]) lookHome(v, at);
  }

  /** The home of v at step {@code at}, and with it at all earlier steps and at later ones while somebody stays home. */
  private void lookHome(int v, int at) {
    int last = at;
    while (last + 1 < steps && home[v] != null && home[v][last] > 0) last++;
    for (int t = homeInside[v] + 1; t <= last; t++) if (departing(v, t) > 0) join(v, t);
    homeInside[v] = Math.max(homeInside[v], last);
  }

  private long departing(int v, int at) {
    long released = 0;
    for (int k = homeStart[v]; k < homeStart[v + 1]; k++) {
      if (problem.releaseStep[k] == at) released += problem.releasePeople[k];
    }
    long[] stay = home[v];
    return (at == 0 || stay == null ? 0 : stay[at - 1]) + released - (stay == null ? 0 : stay[at]);
  }

  /** The set as a cut for the last step extended to. */
  CutOverTime cut() {
    int[][] runs = new int[problem.nodes()][];
    int[] buffer = new int[steps + 1];
    for (int v = 0; v < runs.length; v++) {
      if (problem.isSink(v)) continue;
      int count = 0;
      for (int t = 0; t < steps; t++) {
        if (isInside(v, t) != ((count & 1) == 1)) buffer[count++] = t;
      }
      if ((count & 1) == 1) buffer[count++] = steps;
      if (count > 0) runs[v] = Arrays.copyOf(buffer, count);
    }
    return CutOverTime.owning(problem, reached, runs);
  }
}
