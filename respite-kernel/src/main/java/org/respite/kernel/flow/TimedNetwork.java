// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * The part of a problem that can matter: arcs that lie on some way from a source to a sink within the horizon, in
 * adjacency arrays, with the earliest step at which anybody can be at a node. O((n + m) log n) to build.
 */
final class TimedNetwork {
  /** More than any step; an arc or node that nobody reaches. */
  static final int NEVER = Integer.MAX_VALUE;

  final FlowProblem problem;
  final int nodes;
  final int steps;
  /** Useful arcs into node v: {@code inArc[inStart[v]..inStart[v + 1])}, kept in the order the search tries them. */
  final int[] inStart;
  final int[] inArc;
  /** Tail and transit time of the arc at the same place of {@link #inArc}. */
  final int[] inTail;
  final int[] inTransit;
  /** Useful arcs out of node v, in arc order. */
  final int[] outStart;
  final int[] outArc;
  /** Useful arcs into sinks, in arc order. */
  final int[] gateArc;
  /** Earliest step at which anybody can be at the node, capacities ignored. */
  final int[] earliest;
  /** Steps from the node to the nearest sink. */
  final int[] toSink;
  /** Capacity by step where it changes, else null; the rows of {@link FlowProblem#capacities}. */
  final int[][] capacityRow;
  /** Releases at node v: {@code homeStart[v]..homeStart[v + 1]} in the problem's release arrays. */
  final int[] homeStart;

  TimedNetwork(FlowProblem p) {
    problem = p;
    nodes = p.nodes;
    steps = p.horizon + 1;
    homeStart = homes(p);
    Links all = new Links(p, allowed(p));
    earliest = all.distances(false, releaseSteps(p));
    toSink = all.distances(true, sinks(p));
    boolean[] useful = useful(p);
    Links links = new Links(p, useful);
    inStart = links.inStart;
    inArc = links.inArc;
    inTail = new int[inArc.length];
    inTransit = new int[inArc.length];
    pack();
    outStart = links.outStart;
    outArc = links.outArc;
    int[] gates = new int[links.inArc.length];
    int count = 0;
    for (int a = 0; a < p.arcs(); a++) if (useful[a] && p.sink[p.head[a]]) gates[count++] = a;
    gateArc = Arrays.copyOf(gates, count);
    capacityRow = new int[p.arcs()][];
    for (int a = 0; a < p.arcs(); a++) {
      if (useful[a] && p.pieceFrom[a] != null) capacityRow[a] = p.capacities(a);
    }
  }

  /** The largest capacity of the arc at any step. */
  int mostCapacity(int arc) {
    int[] pieces = problem.pieceCapacity[arc];
    return pieces == null ? problem.capacity[arc] : Arrays.stream(pieces).max().orElse(0);
  }

  private void pack() {
    for (int i = 0; i < inArc.length; i++) {
      inTail[i] = problem.tail[inArc[i]];
      inTransit[i] = problem.transit[inArc[i]];
    }
  }

  private static int[] homes(FlowProblem p) {
    int[] start = new int[p.nodes + 1];
    for (int v : p.releaseNode) start[v + 1]++;
    for (int v = 0; v < p.nodes; v++) start[v + 1] += start[v];
    return start;
  }

  private static boolean[] allowed(FlowProblem p) {
    boolean[] allowed = new boolean[p.arcs()];
    for (int a = 0; a < allowed.length; a++) {
      boolean everOpen = p.capacity[a] > 0 || p.pieceFrom[a] != null;
      // A loop that takes time is a way to wait; one that takes none is nothing.
      boolean leads = p.tail[a] != p.head[a] || p.transit[a] > 0;
      allowed[a] = everOpen && leads && !p.sink[p.tail[a]] && p.transit[a] <= p.horizon;
    }
    return allowed;
  }

  private boolean[] useful(FlowProblem p) {
    boolean[] useful = allowed(p);
    for (int a = 0; a < useful.length; a++) {
      if (!useful[a]) continue;
      long from = earliest[p.tail[a]];
      long to = toSink[p.head[a]];
      useful[a] = from != NEVER && to != NEVER && from + p.transit[a] + to <= p.horizon;
    }
    return useful;
  }

  private static int[] releaseSteps(FlowProblem p) {
    int[] at = new int[p.nodes];
    Arrays.fill(at, NEVER);
    for (int i = 0; i < p.releaseNode.length; i++) {
      int v = p.releaseNode[i];
      at[v] = Math.min(at[v], p.releaseStep[i]);
    }
    return at;
  }

  private static int[] sinks(FlowProblem p) {
    int[] at = new int[p.nodes];
    Arrays.fill(at, NEVER);
    for (int v = 0; v < p.nodes; v++) if (p.sink[v]) at[v] = 0;
    return at;
  }

  /** Steps to each node from the nearest of the homes that hold people, and from which; {@link #NEVER} without one. */
  int[] fromHomes(long[] peopleAtHome, int[] origin) {
    int[] at = new int[nodes];
    Arrays.fill(at, NEVER);
    for (int i = 0; i < peopleAtHome.length; i++) if (peopleAtHome[i] > 0) at[problem.releaseNode[i]] = 0;
    return new Links(problem, inStart, inArc, outStart, outArc).distances(false, at, origin);
  }

  /** Puts the arcs into each node in order of {@code transit + distance of the tail}: promising ones first. */
  void orderByPromise(int[] distance) {
    for (int v = 0; v < nodes; v++) {
      for (int i = inStart[v] + 1; i < inStart[v + 1]; i++) {
        int arc = inArc[i];
        long key = promise(distance, arc);
        int j = i - 1;
        for (; j >= inStart[v] && promise(distance, inArc[j]) > key; j--) inArc[j + 1] = inArc[j];
        inArc[j + 1] = arc;
      }
    }
    pack();
  }

  private long promise(int[] distance, int arc) {
    return (long) distance[problem.tail[arc]] + problem.transit[arc];
  }
}
