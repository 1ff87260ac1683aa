// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.Arrays;

/**
 * Maximum flow on a small static network: Dinic 1970, O(n^2 m) at worst, far less here. Node 0 is the source, node 1 the sink; sums fit a long
 * while every capacity is at most 2^53.
 */
final class SmallMaxFlow {
  private final int[] first;
  private int[] next = new int[64];
  private int[] head = new int[64];
  private long[] residual = new long[64];
  private int arcs;
  private final int[] level;
  private final int[] current;
  private final int[] queue;

  SmallMaxFlow(int nodes) {
    first = new int[nodes];
    Arrays.fill(first, -1);
    level = new int[nodes];
    current = new int[nodes];
    queue = new int[nodes];
  }

  void arc(int from, int to, long capacity) {
    half(from, to, capacity);
    half(to, from, 0);
  }

  private void half(int from, int to, long capacity) {
    if (arcs == head.length) {
      next = Arrays.copyOf(next, 2 * arcs);
      head = Arrays.copyOf(head, 2 * arcs);
      residual = Arrays.copyOf(residual, 2 * arcs);
    }
    head[arcs] = to;
    residual[arcs] = capacity;
    next[arcs] = first[from];
    first[from] = arcs++;
  }

  long solve() {
    long total = 0;
    while (layer()) {
      System.arraycopy(first, 0, current, 0, first.length);
      for (long pushed = push(0, Long.MAX_VALUE); pushed > 0; pushed = push(0, Long.MAX_VALUE)) total += pushed;
    }
    return total;
  }

  private boolean layer() {
    Arrays.fill(level, -1);
    level[0] = 0;
    queue[0] = 0;
    for (int read = 0, written = 1; read < written; read++) {
      int v = queue[read];
      for (int a = first[v]; a >= 0; a = next[a]) {
        if (residual[a] == 0 || level[head[a]] >= 0) continue;
        level[head[a]] = level[v] + 1;
        if (head[a] == 1) return true; // all that lie nearer have their level by now
        queue[written++] = head[a];
      }
    }
    return false;
  }

  /** Recursion is as deep as the longest chain of a gate's intervals, a few hundred. */
  private long push(int v, long limit) {
    if (v == 1) return limit;
    long sent = 0;
    for (; current[v] >= 0; current[v] = next[current[v]]) {
      int a = current[v];
      if (residual[a] == 0 || level[head[a]] != level[v] + 1) continue;
      long pushed = push(head[a], Math.min(limit - sent, residual[a]));
      residual[a] -= pushed;
      residual[a ^ 1] += pushed;
      sent += pushed;
      if (sent == limit) return sent;
    }
    return sent;
  }
}
