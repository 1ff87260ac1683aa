// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/**
 * The cuts that prove an earliest-arrival flow, one for each step that needs one, each inside the next: for every (node, step) pair the step whose cut it joins. With them a change
 * of capacities is looked at arc by arc: it changes the cut of step t by what it changes at those steps of the arc whose head is inside by t and whose tail is not. Where it changes
 * none, and the flow keeps to it, the flow is still best by every step. Steps by which everybody in reach is out need no cut but the streets that are ever open.
 *
 * <p>Found once, for as much as {@link Certificate#prove} takes; 2 bytes for each pair inside. After that O(arcs), and O(steps) for each arc that differs.
 */
final class NestedCuts {
  static final char NEVER = Character.MAX_VALUE;

  private final char[][] joined;
  /** Whether the cut of a step proves that step. */
  private final boolean[] needed;

  private NestedCuts(char[][] joined, boolean[] needed) {
    this.joined = joined;
    this.needed = needed;
  }

  /** The cuts of a flow that is best by every step; null where they do not prove it, or where steps are too many to be told here. */
  static NestedCuts of(FlowProblem p, FlowOverTime flow) {
    if (p.horizon() >= NEVER || !Certificate.violations(p, flow).isEmpty()) return null;
    long[] arrived = Certificate.arrivals(p, flow);
    long[] inReach = Certificate.inReach(p);
    char[][] joined = new char[p.nodes()][];
    boolean[] needed = new boolean[arrived.length];
    CutSweep sweep = new CutSweep(p, flow, joined);
    for (int t = 0; t < arrived.length; t++) {
      if (arrived[t] == inReach[t]) continue;
      needed[t] = true;
      if (sweep.extendTo(t) != arrived[t]) return null;
    }
    return new NestedCuts(joined, needed);
  }

  /**
   * Whether the flow, if it keeps to the capacities of {@code p}, is best by every step there too, for sure: the same problem as {@code before}, where it is, with other capacities.
   * It may be so without being seen here, by other cuts.
   */
  boolean stillProve(FlowProblem before, FlowProblem p) {
    for (int arc = 0; arc < p.arcs(); arc++) if (!p.sameCapacity(arc, before) && !same(before, p, arc)) return false;
    return true;
  }

  /** Whether the arc lets as many into each cut that is needed as before, and leads nowhere new. */
  private boolean same(FlowProblem before, FlowProblem p, int arc) {
    int u = p.tail(arc);
    int w = p.head(arc);
    if (p.isSink(u)) return true;
    int[] was = before.capacities(arc);
    int[] is = p.capacities(arc);
    long[] more = new long[is.length + 1];
    boolean everOpen = false;
    boolean opens = false;
    for (int t = 0; t < is.length; t++) {
      everOpen |= was[t] > 0;
      opens |= is[t] > 0;
      long arrives = t + (long) p.transit(arc);
      if (is[t] == was[t] || arrives >= is.length || joined[w] == null) continue;
      int from = joined[w][(int) arrives];
      int to = joined[u] == null ? NEVER : joined[u][t];
      if (from >= to || from >= is.length) continue;
      more[from] += is[t] - (long) was[t];
      more[Math.min(to, is.length)] -= is[t] - (long) was[t];
    }
    if (opens && !everOpen) return false;
    long sum = 0;
    for (int t = 0; t < is.length; t++) {
      sum += more[t];
      if (sum != 0 && needed[t]) return false;
    }
    return true;
  }
}
