// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.function.LongBinaryOperator;

/**
 * One thing that could be arranged at a network. Arcs and nodes are the problem's numbers, steps {@code [from, to)}. What
 * is added is never taken from elsewhere, so no change makes any step of the curve worse.
 */
public sealed interface Change {
  /** {@code more} people a step (0 or more) may enter {@code arc} in addition at steps {@code [from, to)}; closed steps open. */
  record Wider(int arc, int from, int to, int more) implements Change {
    public Wider {
      if (more < 0) throw new IllegalArgumentException("more must be 0 or more, got " + more);
    }
  }

  /** {@code more} people a step (0 or more) may enter {@code arc} in addition whenever anybody may. */
  record Busier(int arc, int more) implements Change {
    public Busier {
      if (more < 0) throw new IllegalArgumentException("more must be 0 or more, got " + more);
    }
  }

  /** At least {@code capacity} people a step may enter {@code arc} at steps {@code [from, to)}: a window that lasts longer. */
  record Open(int arc, int from, int to, int capacity) implements Change {}

  /** A second way beside {@code arc}: the same capacity at each step, the same transit. */
  record Twin(int arc) implements Change {}

  /** A new gate at {@code node}: {@code capacity} people a step from the node straight out, {@code transit} steps away. */
  record Gate(int node, int capacity, int transit) implements Change {}

  /**
   * The problem with this change made; arcs keep their numbers, what is new comes after them.
   *
   * @throws IllegalArgumentException naming the value and its range if an arc, node or step is not the problem's
   */
  default FlowProblem in(FlowProblem p) {
    if (this instanceof Wider w) return raised(p, w.arc, w.from, w.to, (t, now) -> now + w.more);
    if (this instanceof Busier busy) return raised(p, busy.arc, 0, p.horizon() + 1, (t, now) -> now == 0 ? 0 : now + busy.more);
    if (this instanceof Open o) return raised(p, o.arc, o.from, o.to, (t, now) -> Math.max(now, o.capacity));
    if (this instanceof Twin twin) {
      known(p, twin.arc);
      FlowProblem.Builder b = ProblemCopy.of(p, 0);
      ProblemCopy.arc(p, twin.arc, p.tail(twin.arc), p.head(twin.arc), b);
      return b.build();
    }
    Gate gate = (Gate) this;
    if (gate.node < 0 || gate.node >= p.nodes()) {
      throw new IllegalArgumentException("node of gate must be in [0, " + (p.nodes() - 1) + "], got " + gate.node);
    }
    FlowProblem.Builder b = ProblemCopy.of(p, 1);
    b.arc(gate.node, p.nodes(), gate.capacity, gate.transit);
    return b.sink(p.nodes()).build();
  }

  private static void known(FlowProblem p, int arc) {
    if (arc < 0 || arc >= p.arcs()) throw new IllegalArgumentException("arc must be in [0, " + (p.arcs() - 1) + "], got " + arc);
  }

  private static FlowProblem raised(FlowProblem p, int arc, int from, int to, LongBinaryOperator raise) {
    known(p, arc);
    if (from < 0 || from > to || to > p.horizon() + 1) {
      throw new IllegalArgumentException("steps must lie in [0, " + (p.horizon() + 1) + "), got [" + from + ", " + to + ")");
    }
    int[] row = p.capacities(arc);
    for (int t = from; t < to; t++) row[t] = (int) Math.min(FlowProblem.UNLIMITED, raise.applyAsLong(t, row[t]));
    return p.withCapacities(arc, row);
  }
}
