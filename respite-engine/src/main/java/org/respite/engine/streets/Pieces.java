// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.Arrays;

/** Pieces of a graph that hang together for walkers. Union by size with path halving (Tarjan and van Leeuwen 1984). */
final class Pieces {
  private final int[] parent;
  private final long[] lengthMm;

  Pieces(StreetGraph graph) {
    parent = new int[graph.nodes()];
    lengthMm = new long[graph.nodes()];
    for (int v = 0; v < parent.length; v++) parent[v] = v;
    int[] size = new int[parent.length];
    Arrays.fill(size, 1);
    for (int l = 0; l < graph.links(); l++) {
      if (graph.walkable(l)) join(graph.from(l), graph.to(l), size);
    }
    for (int l = 0; l < graph.links(); l++) if (graph.walkable(l)) lengthMm[of(graph.from(l))] += graph.lengthMm(l);
  }

  private void join(int a, int b, int[] size) {
    int big = of(a);
    int small = of(b);
    if (big == small) return;
    if (size[big] < size[small]) {
      int swap = big;
      big = small;
      small = swap;
    }
    parent[small] = big;
    size[big] += size[small];
  }

  /** A node that stands for the piece. */
  int of(int node) {
    int v = node;
    while (parent[v] != v) {
      parent[v] = parent[parent[v]];
      v = parent[v];
    }
    return v;
  }

  /** Walkable length of the node's piece. */
  long lengthMm(int node) {
    return lengthMm[of(node)];
  }

  long totalMm() {
    return Arrays.stream(lengthMm).sum();
  }
}
