// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The textbook: a node for every node and step, an arc for every arc and step, people moved by shortest augmenting paths
 * (Edmonds and Karp 1972). Sinks are opened step by step, so after each step the flow is a maximum flow for that horizon.
 * Slow, explicit, and unlike the kernel in every way that matters.
 */
public final class PlainReference {
  private static final long ENDLESS = Long.MAX_VALUE / 4;
  private final List<List<int[]>> out = new ArrayList<>();
  private final List<Long> room = new ArrayList<>();
  private final int source;
  private final int sink;

  private PlainReference(int nodes) {
    for (int i = 0; i < nodes; i++) out.add(new ArrayList<>());
    source = nodes - 2;
    sink = nodes - 1;
  }

  private void arc(int from, int to, long capacity) {
    out.get(from).add(new int[] {to, room.size()});
    room.add(capacity);
    out.get(to).add(new int[] {from, room.size()});
    room.add(0L);
  }

  /** People out by each step 0..horizon. */
  public static long[] arrived(FlowProblem p) {
    PlainReference g = explicit(p);
    int steps = p.horizon() + 1;
    long[] arrived = new long[steps];
    long all = 0;
    for (int t = 0; t < steps; t++) {
      for (int v = 0; v < p.nodes(); v++) if (p.isSink(v)) g.arc(v * steps + t, g.sink, ENDLESS);
      all += g.augmentAll();
      arrived[t] = all;
    }
    return arrived;
  }

  /** People out by the last step when sink v takes at most {@code most[v]} in all. */
  public static long limited(FlowProblem p, long[] most) {
    PlainReference g = explicit(p);
    int steps = p.horizon() + 1;
    for (int v = 0; v < p.nodes(); v++) {
      if (!p.isSink(v)) continue;
      // Nobody is at home at a sink, so the place for its first home stands for the sink at all steps together.
      int gate = (p.nodes() + v) * steps;
      for (int t = 0; t < steps; t++) g.arc(v * steps + t, gate, ENDLESS);
      g.arc(gate, g.sink, Math.min(ENDLESS, most[v]));
    }
    return g.augmentAll();
  }

  private static PlainReference explicit(FlowProblem p) {
    int n = p.nodes();
    int steps = p.horizon() + 1;
    // Node v at step t is v * steps + t; its home at step t is (n + v) * steps + t.
    PlainReference g = new PlainReference(2 * n * steps + 2);
    for (int v = 0; v < n; v++) {
      if (p.isSink(v)) continue;
      for (int t = 0; t < steps; t++) {
        long newly = p.released(v, t) - (t == 0 ? 0 : p.released(v, t - 1));
        if (newly > 0) g.arc(g.source, (n + v) * steps + t, newly);
        if (p.supply(v) > 0) g.arc((n + v) * steps + t, v * steps + t, ENDLESS);
        if (t + 1 == steps) continue;
        if (p.supply(v) > 0) g.arc((n + v) * steps + t, (n + v) * steps + t + 1, ENDLESS);
        long places = p.storage(v) == FlowProblem.UNLIMITED ? ENDLESS : p.storage(v);
        if (places > 0) g.arc(v * steps + t, v * steps + t + 1, places);
      }
    }
    for (int a = 0; a < p.arcs(); a++) {
      if (p.isSink(p.tail(a))) continue;
      for (int t = 0; t + (long) p.transit(a) < steps; t++) {
        if (p.capacityAt(a, t) > 0) g.arc(p.tail(a) * steps + t, p.head(a) * steps + t + p.transit(a), p.capacityAt(a, t));
      }
    }
    return g;
  }

  private long augmentAll() {
    long all = 0;
    int[] via = new int[out.size()];
    int[] from = new int[out.size()];
    while (reach(via, from)) {
      long people = ENDLESS;
      for (int v = sink; v != source; v = from[v]) people = Math.min(people, room.get(via[v]));
      for (int v = sink; v != source; v = from[v]) {
        room.set(via[v], room.get(via[v]) - people);
        room.set(via[v] ^ 1, room.get(via[v] ^ 1) + people);
      }
      all += people;
    }
    return all;
  }

  private boolean reach(int[] via, int[] from) {
    Arrays.fill(from, -1);
    from[source] = source;
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(source));
    while (!queue.isEmpty()) {
      int v = queue.poll();
      for (int[] arc : out.get(v)) {
        if (from[arc[0]] >= 0 || room.get(arc[1]) == 0) continue;
        from[arc[0]] = v;
        via[arc[0]] = arc[1];
        if (arc[0] == sink) return true;
        queue.add(arc[0]);
      }
    }
    return false;
  }
}
