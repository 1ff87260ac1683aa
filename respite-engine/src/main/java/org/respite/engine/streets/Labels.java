// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Labels being found on streets that change by the hour: ways to one node, each with the times of setting out at which it is the shortest. Proposed
 * ones wait in a heap, settled ones stand in columns.
 */
final class Labels {
  private final int nodes;
  private final long grain;
  private final CostQueue open = new CostQueue();
  /** Proposed: node, cost, first, last, arc, onward of the same index. */
  private int[] at = new int[256];
  private long[][] times = new long[3][256];
  private int[] arcs = new int[256];
  private int[] onwards = new int[256];
  private int proposed;
  /** Settled, in the order of their cost. */
  private int[] node = new int[256];
  private long[] cost = new long[256];
  private long[] first = new long[256];
  private long[] last = new long[256];
  private int[] next = new int[256];
  private int[] onward = new int[256];
  private int settled;
  private final TimesKnown known;

  Labels(int nodes, long grain) {
    this.nodes = nodes;
    this.grain = grain;
    known = new TimesKnown(nodes);
  }

  /** How many are settled. */
  int settled() {
    return settled;
  }

  int node(int label) {
    return node[label];
  }

  /** What can be reached over an arc into a settled label. */
  void proposeAlong(int arc, int tail, int label, Hours hours) {
    if (!hours.changes(arc)) {
      long price = hours.steady(arc);
      if (price != Ways.NEVER) propose(tail, cost[label] + price, Math.max(0, first[label] - price), last[label] - price, arc, label);
      return;
    }
    long[] entries = hours.entries(arc);
    for (int e = 0; e < entries.length; e += 3) {
      long price = entries[e + 2];
      propose(tail, cost[label] + price, Math.max(entries[e], first[label] - price), Math.min(entries[e + 1], last[label] - price), arc, label);
    }
  }

  void propose(int v, long c, long from, long until, int arc, int label) {
    if (from > until || isBetween(from, until) || known.covers(v, from, until)) return;
    if (proposed == at.length) {
      at = Arrays.copyOf(at, 2 * proposed);
      arcs = Arrays.copyOf(arcs, 2 * proposed);
      onwards = Arrays.copyOf(onwards, 2 * proposed);
      for (int k = 0; k < times.length; k++) times[k] = Arrays.copyOf(times[k], 2 * proposed);
    }
    at[proposed] = v;
    times[0][proposed] = c;
    times[1][proposed] = from;
    times[2][proposed] = until;
    arcs[proposed] = arc;
    onwards[proposed] = label;
    open.add(c, proposed++);
  }

  /** Whether none of the times looked at is in it, give or take a millimetre. */
  private boolean isBetween(long from, long until) {
    return Math.floorDiv(until + 1, grain) * grain < from - 1;
  }

  /** Settles the cheapest proposal, for those times of setting out at which nothing cheaper is known. Says whether there was one. */
  boolean settleNext() {
    if (open.isEmpty()) return false;
    int p = open.take();
    int gaps = known.gaps(at[p], times[1][p], times[2][p]);
    for (int g = 0; g < gaps; g++) settle(p, known.gap(2 * g), known.gap(2 * g + 1));
    return true;
  }

  private void settle(int p, long from, long until) {
    if (isBetween(from, until)) return;
    known.add(at[p], from, until);
    if (settled == node.length) grow(2 * settled);
    node[settled] = at[p];
    cost[settled] = times[0][p];
    first[settled] = from;
    last[settled] = until;
    next[settled] = arcs[p];
    onward[settled++] = onwards[p];
  }

  private void grow(int size) {
    node = Arrays.copyOf(node, size);
    cost = Arrays.copyOf(cost, size);
    first = Arrays.copyOf(first, size);
    last = Arrays.copyOf(last, size);
    next = Arrays.copyOf(next, size);
    onward = Arrays.copyOf(onward, size);
  }

  Ways ways() {
    Ways.ByNode byNode = byNode();
    return new Ways(
        Arrays.copyOf(cost, settled), Arrays.copyOf(next, settled), Arrays.copyOf(onward, settled), IntStream.range(0, settled).toArray(), Optional.of(byNode));
  }

  private Ways.ByNode byNode() {
    int[] firstOf = new int[nodes + 1];
    for (int l = 0; l < settled; l++) firstOf[node[l] + 1]++;
    for (int v = 0; v < nodes; v++) firstOf[v + 1] += firstOf[v];
    int[] due = firstOf.clone();
    int[] labels = new int[settled];
    for (int l = 0; l < settled; l++) labels[due[node[l]]++] = l;
    return new Ways.ByNode(Arrays.copyOf(first, settled), Arrays.copyOf(last, settled), firstOf, labels);
  }
}
