// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/** Starts a new problem from one that is there, so that a variation says only what is different. */
public final class ProblemCopy {
  private ProblemCopy() {}

  /** A builder that holds all of {@code p} and {@code moreNodes} nodes after its own; arcs keep their numbers. */
  public static FlowProblem.Builder of(FlowProblem p, int moreNodes) {
    FlowProblem.Builder b = withoutPeople(p, moreNodes);
    people(p, b);
    return b;
  }

  /** Puts everybody of {@code p} at home where and when they start. */
  public static void people(FlowProblem p, FlowProblem.Builder b) {
    for (int i = 0; i < p.releaseNode.length; i++) b.supply(p.releaseNode[i], p.releaseStep[i], p.releasePeople[i]);
  }

  /** As above, without anybody at home. */
  public static FlowProblem.Builder withoutPeople(FlowProblem p, int moreNodes) {
    FlowProblem.Builder b = withoutSinks(p, moreNodes);
    for (int v = 0; v < p.nodes; v++) if (p.sink[v]) b.sink(v);
    return b;
  }

  /** Nodes with their storage and arcs with their capacities alone; what were sinks are nodes where nobody may wait. */
  public static FlowProblem.Builder withoutSinks(FlowProblem p, int moreNodes) {
    FlowProblem.Builder b = FlowProblem.builder(Math.addExact(p.nodes, moreNodes), p.horizon);
    for (int v = 0; v < p.nodes; v++) b.storage(v, p.sink[v] ? 0 : p.storage[v]);
    for (int a = 0; a < p.arcs(); a++) arc(p, a, p.tail[a], p.head[a], b);
    return b;
  }

  /** Adds an arc with the capacities and the transit of {@code arc} between two nodes; returns its number. */
  static int arc(FlowProblem p, int arc, int tail, int head, FlowProblem.Builder b) {
    int[] from = p.pieceFrom[arc];
    int made = b.arc(tail, head, p.capacity[arc], p.transit[arc]);
    for (int i = 0; from != null && i < from.length; i++) {
      int to = i + 1 < from.length ? from[i + 1] : p.horizon + 1;
      b.window(made, from[i], to, p.pieceCapacity[arc][i]);
    }
    return made;
  }
}
