// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Looks for another way to the same last arc at the same step, through the room a plan leaves, that comes by no place twice and waits nowhere
 * but at home: backward from the last arc, what promises the latest departure first (A* with the empty network's distances), so that the
 * shortest such way is found first. Gives up after {@value #MOST_PAIRS} (node, step) pairs: the circle then stays in the plan.
 */
final class Detour {
  private static final int MOST_PAIRS = 4_000;

  private final FlowProblem problem;
  private final Straightening plan;
  private final Links links;
  private final int steps;
  private final BitSet seen = new BitSet();
  /** What was reached: node, step, the arc that leads on from it and the place that arc leads to. */
  private int[] node = new int[1024];
  private int[] at = new int[1024];
  private int[] arc = new int[1024];
  private int[] onward = new int[1024];
  private int count;
  private int[] distance;
  private int distanceFrom = -1;
  /** Places by the latest step at which home could be left for them: the last one queued, and the one queued before it. */
  private final int[] queued;
  private int[] before = new int[1024];

  /** The way found, from home on. */
  int[] arcs = new int[0];
  int[] entered = new int[0];

  Detour(FlowProblem p, Straightening plan, Links links) {
    problem = p;
    this.plan = plan;
    this.links = links;
    steps = p.horizon() + 1;
    queued = new int[steps];
  }

  /** Whether there is such a way from {@code home}, left at {@code earliest} or later. */
  boolean find(int home, int earliest, int lastArc, int lastEntered) {
    direct(home);
    seen.clear();
    count = 0;
    Arrays.fill(queued, earliest, lastEntered + 1, -1);
    reach(problem.tail(lastArc), lastEntered, lastArc, -1, earliest);
    for (int leave = lastEntered; leave >= earliest && count < MOST_PAIRS; leave--) {
      while (queued[leave] >= 0) {
        int place = queued[leave];
        queued[leave] = before[place];
        if (node[place] == home) return tell(place);
        lookBack(place, earliest);
      }
    }
    return false;
  }

  private void direct(int home) {
    if (home == distanceFrom) return;
    int[] start = new int[problem.nodes()];
    Arrays.fill(start, TimedNetwork.NEVER);
    start[home] = 0;
    distance = links.distances(false, start);
    distanceFrom = home;
  }

  private void lookBack(int place, int earliest) {
    int v = node[place];
    for (int i = links.inStart[v]; i < links.inStart[v + 1]; i++) {
      int a = links.inArc[i];
      int t = at[place] - problem.transit(a);
      if (t < earliest || plan.room(a, t) <= 0 || seen.get(problem.tail(a) * steps + t) || passes(place, problem.tail(a))) continue;
      reach(problem.tail(a), t, a, place, earliest);
    }
  }

  private boolean passes(int place, int v) {
    for (int p = place; p >= 0; p = onward[p]) if (node[p] == v) return true;
    return false;
  }

  private void reach(int v, int t, int by, int next, int earliest) {
    if (distance[v] > t - earliest) return;
    if (count == node.length) {
      node = Arrays.copyOf(node, 2 * count);
      at = Arrays.copyOf(at, 2 * count);
      arc = Arrays.copyOf(arc, 2 * count);
      onward = Arrays.copyOf(onward, 2 * count);
      before = Arrays.copyOf(before, 2 * count);
    }
    seen.set(v * steps + t);
    node[count] = v;
    at[count] = t;
    arc[count] = by;
    onward[count] = next;
    before[count] = queued[t - distance[v]];
    queued[t - distance[v]] = count++;
  }

  private boolean tell(int first) {
    int length = 0;
    for (int p = first; p >= 0; p = onward[p]) length++;
    arcs = new int[length];
    entered = new int[length];
    int i = 0;
    for (int p = first; p >= 0; p = onward[p]) {
      arcs[i] = arc[p];
      entered[i++] = at[p];
    }
    return true;
  }
}
