// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Which moves of a flow have room, as one bit a step, so that 64 steps are looked at in one operation: who may enter an arc in addition, who enters it, who may wait at a node,
 * who waits there. Steps are bits from the lowest of the first word on; bits after the last step are 0. Rows are not to be written.
 */
final class StepBits {
  private final int steps;
  private final int words;
  private final long[] all;
  private final long[] none;
  private final long[][] free;
  private final long[][] used;
  private final long[][] room;
  private final long[][] waiting;

  StepBits(OpenFlow flow) {
    FlowProblem p = flow.problem;
    steps = flow.steps;
    words = words(steps);
    none = new long[words];
    all = new long[words];
    set(all, 0, steps);
    free = new long[p.arcs()][];
    used = new long[p.arcs()][];
    for (int a = 0; a < free.length; a++) {
      int arc = a;
      used[a] = flow.uses(a) ? where(t -> flow.used(arc, t) > 0) : none;
      boolean same = !flow.uses(a) && !p.changesCapacity(a);
      free[a] = same ? p.capacity[a] > 0 ? all : none : where(t -> flow.free(arc, t) > 0);
    }
    room = new long[p.nodes()][];
    waiting = new long[p.nodes()][];
    for (int v = 0; v < room.length; v++) {
      int node = v;
      waiting[v] = flow.anybodyWaits(v) ? where(t -> flow.waiting(node, t) > 0) : none;
      boolean simple = p.storage[v] == 0 || p.storage[v] == FlowProblem.UNLIMITED || waiting[v] == none;
      room[v] = simple ? p.storage[v] == 0 ? none : all : where(t -> flow.room(node, t) > 0);
    }
  }

  private long[] where(IntPredicate has) {
    long[] bits = new long[words];
    for (int t = 0; t < steps; t++) if (has.test(t)) bits[t >>> 6] |= 1L << t;
    return bits;
  }

  static int words(int steps) {
    return (steps + 63) >>> 6;
  }

  /** Sets the bits of steps [from, end). */
  static void set(long[] bits, int from, int end) {
    if (from >= end) return;
    int first = from >>> 6;
    int last = (end - 1) >>> 6;
    if (first == last) {
      bits[first] |= -1L << from & -1L >>> -end;
      return;
    }
    bits[first] |= -1L << from;
    Arrays.fill(bits, first + 1, last, -1L);
    bits[last] |= -1L >>> -end;
  }

  /** Steps at which another may enter the arc. */
  long[] free(int arc) {
    return free[arc];
  }

  /** Steps at which somebody enters the arc. */
  long[] used(int arc) {
    return used[arc];
  }

  /** Steps from which another may wait at the node to the next. */
  long[] room(int v) {
    return room[v];
  }

  /** Steps from which somebody waits at the node to the next. */
  long[] waiting(int v) {
    return waiting[v];
  }

  /** Whether the row has no bit for sure; a row without bits need not say so. */
  boolean isNone(long[] row) {
    return row == none;
  }
}
