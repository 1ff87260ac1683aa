// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/** Adjacency arrays of some of a problem's arcs, and shortest transit times over them. */
final class Links {
  private final FlowProblem problem;
  final int[] inStart;
  final int[] inArc;
  final int[] outStart;
  final int[] outArc;

  Links(FlowProblem p, boolean[] wanted) {
    problem = p;
    inStart = new int[p.nodes + 1];
    outStart = new int[p.nodes + 1];
    int count = 0;
    for (int a = 0; a < wanted.length; a++) {
      if (!wanted[a]) continue;
      inStart[p.head[a] + 1]++;
      outStart[p.tail[a] + 1]++;
      count++;
    }
    for (int v = 0; v < p.nodes; v++) {
      inStart[v + 1] += inStart[v];
      outStart[v + 1] += outStart[v];
    }
    inArc = new int[count];
    outArc = new int[count];
    int[] nextIn = Arrays.copyOf(inStart, p.nodes);
    int[] nextOut = Arrays.copyOf(outStart, p.nodes);
    for (int a = 0; a < wanted.length; a++) {
      if (!wanted[a]) continue;
      inArc[nextIn[p.head[a]]++] = a;
      outArc[nextOut[p.tail[a]]++] = a;
    }
  }

  Links(FlowProblem p, int[] inStart, int[] inArc, int[] outStart, int[] outArc) {
    problem = p;
    this.inStart = inStart;
    this.inArc = inArc;
    this.outStart = outStart;
    this.outArc = outArc;
  }

  /**
   * Least sum of start value and transit times, along the arcs or against them; NEVER where there is no way or it is
   * longer than the horizon. Dijkstra with a binary heap of packed (distance, node).
   */
  int[] distances(boolean against, int[] start) {
    return distances(against, start, null);
  }

  /** As above; {@code origin}, unless null, gets for each node the one with a start value that it was reached from. */
  int[] distances(boolean against, int[] start, int[] origin) {
    int[] distance = new int[problem.nodes];
    Arrays.fill(distance, TimedNetwork.NEVER);
    LongHeap heap = new LongHeap();
    for (int v = 0; v < start.length; v++) {
      if (start[v] == TimedNetwork.NEVER) continue;
      distance[v] = start[v];
      if (origin != null) origin[v] = v;
      heap.add((long) start[v] << 32 | v);
    }
    int[] begin = against ? inStart : outStart;
    int[] arcs = against ? inArc : outArc;
    int[] end = against ? problem.tail : problem.head;
    while (heap.size() > 0) {
      long least = heap.poll();
      int v = (int) least;
      int d = (int) (least >>> 32);
      if (d > distance[v]) continue;
      for (int i = begin[v]; i < begin[v + 1]; i++) {
        int w = end[arcs[i]];
        long reach = (long) d + problem.transit[arcs[i]];
        if (reach > problem.horizon || reach >= distance[w]) continue;
        distance[w] = (int) reach;
        if (origin != null) origin[w] = origin[v];
        heap.add(reach << 32 | w);
      }
    }
    return distance;
  }
}
