// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.Arrays;
import org.respite.roads.network.RoadUser;

/**
 * Shortest ways from everywhere to one node, for one kind of user: Dijkstra 1959 against the arcs, a binary heap of packed (cost, node).
 *
 * @param cost to the node; {@link #NEVER} where there is no way
 * @param next the arc to take from each node; -1 at the node itself and where there is no way
 * @param order nodes that reach it, nearest first
 */
record Ways(long[] cost, int[] next, int[] order) {
  static final long NEVER = Long.MAX_VALUE;

  /** What an arc costs in millimetres of plain street, 0 or more; {@link #NEVER} where it is shut. */
  @FunctionalInterface
  interface Cost {
    long of(int arc);
  }

  /** Lengths as mapped, where the user may go. */
  static Cost lengths(StreetGraph graph, RoadUser user) {
    return arc -> graph.mayUse(arc, user) ? graph.lengthMm(arc >> 1) : NEVER;
  }

  static Ways to(StreetGraph graph, int target, Cost price) {
    long[] cost = new long[graph.nodes()];
    int[] next = new int[graph.nodes()];
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
        heap.add(cost[u], u);
      }
    }
    return new Ways(cost, next, Arrays.copyOf(order, settled));
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
