// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Shortest ways from everywhere to one node, for one kind of user. A label is one way from a node: its first arc and the label that goes on from
 * there. Where streets stay as they are a node has one label, of its own number; where they change by the hour it has one for each time of setting
 * out that has its own way, and nobody waits between home and the node.
 */
final class Ways {
  static final long NEVER = Long.MAX_VALUE;

  /** What an arc costs in millimetres of plain street, 0 or more; {@link #NEVER} where it is shut. */
  @FunctionalInterface
  interface Cost {
    long of(int arc);
  }

  /** Cost to the node by label; {@link #NEVER} where there is no way. */
  final long[] cost;
  /** The arc to take by label; -1 at the node itself and where there is no way. */
  final int[] next;
  /** The label at the head of that arc. */
  final int[] onward;
  /** Labels that reach the node, nearest first. */
  final int[] order;
  /** By the hour only: first and last time of setting out of a label, inclusive; else null. */
  private final long[] first;
  private final long[] last;
  /** By the hour only: the labels of node v are {@code byNode[firstOf[v]] ... byNode[firstOf[v + 1] - 1]}, cheapest first. */
  private int[] firstOf;
  private int[] byNode;

  private Ways(long[] cost, int[] next, int[] onward, int[] order, long[] first, long[] last) {
    this.cost = cost;
    this.next = next;
    this.onward = onward;
    this.order = order;
    this.first = first;
    this.last = last;
  }

  /** On streets that stay as they are: Dijkstra 1959 against the arcs, a binary heap of packed (cost, node). */
  static Ways to(StreetGraph graph, int target, Cost price) {
    long[] cost = new long[graph.nodes()];
    int[] next = new int[graph.nodes()];
    int[] onward = new int[graph.nodes()];
    int[] order = new int[graph.nodes()];
    Arrays.fill(cost, NEVER);
    Arrays.fill(next, -1);
    Heap heap = new Heap();
    cost[target] = 0;
    heap.add(0, target);
    int settled = 0;
    boolean[] done = new boolean[graph.nodes()];
    while (heap.size > 0) {
      int v = heap.poll();
      if (done[v]) continue;
      done[v] = true;
      order[settled++] = v;
      for (int i = graph.firstArc(v); i < graph.firstArc(v + 1); i++) {
        int into = graph.arcOut(i) ^ 1;
        int u = graph.tail(into);
        long extra = done[u] ? NEVER : price.of(into);
        if (extra == NEVER || cost[v] + extra >= cost[u]) continue;
        cost[u] = cost[v] + extra;
        next[u] = into;
        onward[u] = v;
        heap.add(cost[u], u);
      }
    }
    return new Ways(cost, next, onward, Arrays.copyOf(order, settled), null, null);
  }

  /**
   * On streets that change by the hour. O(labels log labels).
   *
   * @param grain times of setting out are looked at this far apart: a way that is open between two of them alone is not found. Without it a quarter of
   *     narrow lanes that closes house by house would have a way of its own for every second
   */
  static Ways byTheHour(StreetGraph graph, int target, Hours hours, long grain) {
    Labels labels = new Labels(graph.nodes(), grain);
    labels.propose(target, 0, 0, Hours.FOREVER, -1, -1);
    for (int settled = 0; labels.settleNext(); ) {
      for (; settled < labels.settled; settled++) {
        int v = labels.node[settled];
        for (int i = graph.firstArc(v); i < graph.firstArc(v + 1); i++) labels.proposeAlong(graph.arcOut(i) ^ 1, graph.head(graph.arcOut(i)), settled, hours);
      }
    }
    return labels.ways();
  }

  /** The label of one who is at the node at a time, give or take a millimetre; -1 where no way begins then. */
  int labelAt(int node, long time) {
    if (first == null) return cost[node] == NEVER ? -1 : node;
    int best = -1;
    for (int i = firstOf[node]; i < firstOf[node + 1]; i++) {
      int l = byNode[i];
      if (first[l] - 1 <= time && time <= last[l] + 1 && (best < 0 || cost[l] < cost[best])) best = l;
    }
    return best;
  }

  /** Minutes from a node by minute of setting out, into {@code minutes}; {@link Spell#NEVER} where no way begins then. By the hour only. */
  void minutes(int node, Walker who, int beyondMm, int[] minutes) {
    Arrays.fill(minutes, Spell.NEVER);
    for (int i = firstOf[node]; i < firstOf[node + 1]; i++) {
      int l = byNode[i];
      int takes = who.minutes(cost[l] + beyondMm);
      int until = (int) Math.min(minutes.length - 1, Math.floor((last[l] + 1) / who.mmPerMinute()));
      for (int d = (int) Math.max(0, Math.ceil((first[l] - 1) / who.mmPerMinute())); d <= until; d++) minutes[d] = Math.min(minutes[d], takes);
    }
  }

  boolean isByTheHour() {
    return first != null;
  }

  /** Whether it does not matter when one sets out from the node. */
  boolean isSteady(int node) {
    if (first == null || firstOf[node] == firstOf[node + 1]) return true;
    int l = byNode[firstOf[node]];
    return firstOf[node + 1] - firstOf[node] == 1 && first[l] <= 0 && last[l] >= Hours.FOREVER / 2;
  }

  /** Labels being found: proposed ones in a heap, settled ones in columns. */
  private static final class Labels {
    private final int nodes;
    private final long grain;
    private final Heap open = new Heap();
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
    /** The settled label of a node that was found last, and of each label the one before it; -1 where none is. */
    private final int[] latest;
    private int[] earlier = new int[256];

    Labels(int nodes, long grain) {
      this.nodes = nodes;
      this.grain = grain;
      latest = new int[nodes];
      Arrays.fill(latest, -1);
    }

    /** What can be reached over an arc into a settled label. */
    void proposeAlong(int arc, int tail, int label, Hours hours) {
      if (!hours.changes(arc)) {
        long price = hours.steady(arc);
        if (price != NEVER) propose(tail, cost[label] + price, Math.max(0, first[label] - price), last[label] - price, arc, label);
        return;
      }
      long[] entries = hours.entries(arc);
      for (int e = 0; e < entries.length; e += 3) {
        long price = entries[e + 2];
        propose(tail, cost[label] + price, Math.max(entries[e], first[label] - price), Math.min(entries[e + 1], last[label] - price), arc, label);
      }
    }

    void propose(int v, long c, long from, long until, int arc, int label) {
      if (from > until || isBetween(from, until) || covered(v, from, until)) return;
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

    private boolean covered(int v, long from, long until) {
      for (int l = latest[v]; l >= 0; l = earlier[l]) if (first[l] <= from && until <= last[l]) return true;
      return false;
    }

    /** Settles the cheapest proposal, for those times of setting out at which nothing cheaper is known. Says whether there was one. */
    boolean settleNext() {
      if (open.size == 0) return false;
      int p = open.poll();
      settle(p, times[1][p], times[2][p], latest[at[p]]);
      return true;
    }

    private void settle(int p, long from, long until, int known) {
      for (int l = known; l >= 0; l = earlier[l]) {
        if (last[l] < from || first[l] > until) continue;
        if (first[l] > from) settle(p, from, first[l] - 1, earlier[l]);
        if (last[l] < until) settle(p, last[l] + 1, until, earlier[l]);
        return;
      }
      if (isBetween(from, until)) return;
      if (settled == node.length) grow(2 * settled);
      node[settled] = at[p];
      cost[settled] = times[0][p];
      first[settled] = from;
      last[settled] = until;
      next[settled] = arcs[p];
      onward[settled] = onwards[p];
      earlier[settled] = latest[at[p]];
      latest[at[p]] = settled++;
    }

    private void grow(int size) {
      node = Arrays.copyOf(node, size);
      cost = Arrays.copyOf(cost, size);
      first = Arrays.copyOf(first, size);
      last = Arrays.copyOf(last, size);
      next = Arrays.copyOf(next, size);
      onward = Arrays.copyOf(onward, size);
      earlier = Arrays.copyOf(earlier, size);
    }

    Ways ways() {
      Ways ways = new Ways(Arrays.copyOf(cost, settled), next, onward, IntStream.range(0, settled).toArray(), first, last);
      int[] firstOf = new int[nodes + 1];
      for (int l = 0; l < settled; l++) firstOf[node[l] + 1]++;
      for (int v = 0; v < nodes; v++) firstOf[v + 1] += firstOf[v];
      int[] due = firstOf.clone();
      int[] byNode = new int[settled];
      for (int l = 0; l < settled; l++) byNode[due[node[l]]++] = l;
      ways.firstOf = firstOf;
      ways.byNode = byNode;
      return ways;
    }
  }

  /** Least cost first; equal costs by node, so that the ways are the same everywhere. */
  private static final class Heap {
    private long[] key = new long[256];
    private int[] node = new int[256];
    private int size;

    void add(long k, int v) {
      if (size == key.length) {
        key = Arrays.copyOf(key, 2 * size);
        node = Arrays.copyOf(node, 2 * size);
      }
      int i = size++;
      for (; i > 0 && before(k, v, (i - 1) / 2); i = (i - 1) / 2) move((i - 1) / 2, i);
      key[i] = k;
      node[i] = v;
    }

    int poll() {
      int least = node[0];
      long k = key[--size];
      int v = node[size];
      int i = 0;
      for (int child = 1; child < size; child = 2 * i + 1) {
        if (child + 1 < size && before(key[child + 1], node[child + 1], child)) child++;
        if (!(key[child] < k || key[child] == k && node[child] < v)) break;
        move(child, i);
        i = child;
      }
      key[i] = k;
      node[i] = v;
      return least;
    }

    private boolean before(long k, int v, int at) {
      return k < key[at] || k == key[at] && v < node[at];
    }

    private void move(int source, int target) {
      key[target] = key[source];
      node[target] = node[source];
    }
  }
}
