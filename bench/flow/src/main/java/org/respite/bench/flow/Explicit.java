// SPDX-License-Identifier: Apache-2.0
package org.respite.bench.flow;

import org.respite.kernel.flow.FlowProblem;

/**
 * The network that the peers need: a node for every node and step, an arc for every arc and step. All supplies of the instances here are
 * released at step 0, so a home is one arc from the source and waits for nothing; nodes have unlimited storage or none.
 */
final class Explicit {
  private Explicit() {}

  /** Receives the arcs; nodes are 0..{@link #nodes} - 1. */
  @FunctionalInterface
  interface Arcs {
    void add(int tail, int head, long capacity);
  }

  /** Source, sink, one home for each node, and the (node, step) pairs. */
  static int nodes(FlowProblem p) {
    return Math.addExact(2 + p.nodes(), Math.multiplyExact(p.nodes(), p.horizon() + 1));
  }

  static long arcs(FlowProblem p) {
    return (long) p.arcs() * (p.horizon() + 1);
  }

  static void describe(FlowProblem p, Arcs to) {
    int steps = p.horizon() + 1;
    int first = 2 + p.nodes();
    for (int v = 0; v < p.nodes(); v++) {
      long people = p.supply(v);
      if (people != p.released(v, 0)) throw new IllegalArgumentException("supplies must be released at step 0");
      if (people > 0) to.add(0, 2 + v, people);
      for (int t = 0; t < steps; t++) {
        if (people > 0) to.add(2 + v, first + v * steps + t, people);
        if (p.isSink(v)) to.add(first + v * steps + t, 1, p.totalSupply());
        else if (t + 1 < steps && p.storage(v) > 0) to.add(first + v * steps + t, first + v * steps + t + 1, Math.min(p.storage(v), p.totalSupply()));
      }
    }
    for (int a = 0; a < p.arcs(); a++) {
      if (p.isSink(p.tail(a))) continue;
      for (int t = 0; t + p.transit(a) < steps; t++) {
        int capacity = p.capacityAt(a, t);
        if (capacity > 0) to.add(first + p.tail(a) * steps + t, first + p.head(a) * steps + t + p.transit(a), capacity);
      }
    }
  }
}
