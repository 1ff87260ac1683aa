// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/** Who comes to a node, leaves it and is released there, by step; one node at a time in the same arrays. */
final class NodeBalance {
  private final FlowProblem problem;
  private final FlowOverTime flow;
  private final Links used;
  private final int[] firstRelease;
  final long[] come;
  final long[] gone;
  final long[] released;

  NodeBalance(FlowProblem p, FlowOverTime f) {
    this(p, f, null);
  }

  /** Knows of {@code asked} nodes alone; of all if null. */
  NodeBalance(FlowProblem p, FlowOverTime f, boolean[] asked) {
    problem = p;
    flow = f;
    boolean[] wanted = new boolean[p.arcs()];
    for (int arc = 0; arc < wanted.length; arc++) wanted[arc] = f.uses(arc) && (asked == null || asked[p.tail(arc)] || asked[p.head(arc)]);
    used = new Links(p, wanted);
    firstRelease = new int[p.nodes() + 1];
    for (int v : p.releaseNode) firstRelease[v + 1]++;
    for (int v = 0; v < p.nodes(); v++) firstRelease[v + 1] += firstRelease[v];
    come = new long[p.horizon() + 1];
    gone = new long[p.horizon() + 1];
    released = new long[p.horizon() + 1];
  }

  /** Fills the arrays for node {@code v}; false, and the arrays are left, when nothing ever happens there. */
  boolean load(int v) {
    boolean quiet = used.inStart[v] == used.inStart[v + 1] && used.outStart[v] == used.outStart[v + 1];
    if (quiet && firstRelease[v] == firstRelease[v + 1]) return false;
    Arrays.fill(come, 0);
    Arrays.fill(gone, 0);
    Arrays.fill(released, 0);
    for (int i = used.inStart[v]; i < used.inStart[v + 1]; i++) {
      int[] row = flow.row(used.inArc[i]);
      int transit = problem.transit(used.inArc[i]);
      for (int t = transit; t < come.length; t++) come[t] += row[t - transit];
    }
    for (int i = used.outStart[v]; i < used.outStart[v + 1]; i++) {
      int[] row = flow.row(used.outArc[i]);
      for (int t = 0; t < gone.length; t++) gone[t] += row[t];
    }
    for (int i = firstRelease[v]; i < firstRelease[v + 1]; i++) {
      released[problem.releaseStep[i]] += problem.releasePeople[i];
    }
    return true;
  }
}
