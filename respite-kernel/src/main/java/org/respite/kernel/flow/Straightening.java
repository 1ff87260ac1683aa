// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * Takes circles out of ways: whoever comes by a place again could as well have left home later or, where that finds a way full, have
 * waited at that place. Keeps count of who is where, so that the plan stays feasible as it changes; a circle stays only where there is neither
 * room on the way later nor room to wait, and then walking round is how the plan lets time pass.
 */
final class Straightening {
  private final FlowProblem problem;
  /** People who enter each arc at each step in the plan as it now is. */
  private final int[][] used;
  private final int[][] capacityRow;
  /** People who wait, at nodes of limited storage. */
  private final long[][] waiting;

  /** The way at hand, from home on. */
  int[] arc = new int[64];
  int[] entered = new int[64];
  int length;
  private int[] arcBefore;
  private int[] enteredBefore;

  Straightening(FlowProblem p, FlowOverTime f) {
    problem = p;
    used = new int[p.arcs()][];
    capacityRow = new int[p.arcs()][];
    for (int a = 0; a < used.length; a++) {
      if (!f.uses(a)) continue;
      used[a] = f.entering(a);
      if (p.changesCapacity(a)) capacityRow[a] = p.capacities(a);
    }
    waiting = new long[p.nodes()][];
  }

  /** Tells how many wait at a node of limited storage from each step to the next. */
  void waiting(int node, long[] people) {
    waiting[node] = people.clone();
  }

  /** Takes a way that is given from the sink back. */
  void take(int[] arcsBack, int[] enteredBack, int count) {
    if (arc.length < count) {
      arc = new int[2 * count];
      entered = new int[2 * count];
    }
    length = count;
    for (int i = 0; i < count; i++) {
      arc[i] = arcsBack[count - 1 - i];
      entered[i] = enteredBack[count - 1 - i];
    }
  }

  /** Takes a way as it is told. */
  void take(Departures.Way way, int step) {
    length = way.arcs().size();
    if (arc.length < length) {
      arc = new int[2 * length];
      entered = new int[2 * length];
    }
    for (int i = 0; i < length; i++) {
      arc[i] = way.arcs().get(i);
      entered[i] = step + way.enteredAfter().get(i);
    }
  }

  /** Whether the way at hand comes by a node twice. */
  boolean circles() {
    for (int i = 0; i < length; i++) for (int j = i + 1; j < length; j++) if (problem.tail(arc[i]) == problem.tail(arc[j])) return true;
    return false;
  }

  /** Puts some of the {@code people} on the way at hand on another one of the same last step, if there is one; returns for how many, 0 for none. */
  int replace(Detour detour, int people) {
    count(arc, entered, length, -people);
    int some = 0;
    if (detour.find(problem.tail(arc[0]), entered[0], arc[length - 1], entered[length - 1])) {
      some = people;
      for (int i = 0; i < detour.arcs.length; i++) some = Math.min(some, room(detour.arcs[i], detour.entered[i]));
      count(detour.arcs, detour.entered, detour.arcs.length, some);
    }
    count(arc, entered, length, people - some);
    if (some == 0) return 0;
    length = detour.arcs.length;
    arc = detour.arcs;
    entered = detour.entered;
    return some;
  }

  /**
   * Takes out what circles it can and returns for how many of the {@code people} on the way, at least one, that holds; the others
   * are to be told apart from them.
   */
  int straighten(int people) {
    arcBefore = Arrays.copyOf(arc, length);
    enteredBefore = Arrays.copyOf(entered, length);
    int some = people;
    for (int i = 0; i < length; i++) {
      int node = problem.tail(arc[i]);
      for (int j = length - 1; j > i; j--) {
        if (problem.tail(arc[j]) != node) continue;
        int steps = entered[j] - entered[i];
        int later = Math.min(some, roomLater(i, steps));
        int here = later > 0 ? 0 : Math.min(some, roomToWait(node, entered[i], entered[j]));
        if (later + here == 0) continue;
        some = later + here;
        for (int k = 0; later > 0 && k < i; k++) entered[k] += steps;
        System.arraycopy(arc, j, arc, i, length - j);
        System.arraycopy(entered, j, entered, i, length - j);
        length -= j - i;
        break;
      }
    }
    if (length < arcBefore.length) {
      count(arcBefore, enteredBefore, arcBefore.length, -some);
      count(arc, entered, length, some);
    }
    return some;
  }

  /** How many could take all before position {@code i} so many steps later; none if one of them has to wait where few may. */
  private int roomLater(int i, int steps) {
    int room = Integer.MAX_VALUE;
    for (int k = 0; k < i; k++) {
      boolean waits = entered[k] + problem.transit(arc[k]) != entered[k + 1];
      if (waits && waiting[problem.head(arc[k])] != null) return 0;
      int t = entered[k] + steps;
      if (steps > 0) room = Math.min(room, room(arc[k], t));
    }
    return room;
  }

  /** How many more could enter the arc at the step; none where nobody ever does. */
  int room(int a, int t) {
    if (used[a] == null) return 0;
    return (capacityRow[a] == null ? problem.capacity[a] : capacityRow[a][t]) - used[a][t];
  }

  private int roomToWait(int node, int from, int to) {
    long room = Integer.MAX_VALUE;
    for (int t = from; waiting[node] != null && t < to; t++) room = Math.min(room, problem.storage(node) - waiting[node][t]);
    return (int) room;
  }

  private void count(int[] arcs, int[] steps, int end, int people) {
    for (int k = 0; k < end; k++) {
      used[arcs[k]][steps[k]] += people;
      long[] there = waiting[problem.head(arcs[k])];
      if (there == null || k + 1 == end) continue;
      for (int t = steps[k] + problem.transit(arcs[k]); t < steps[k + 1]; t++) there[t] += people;
    }
  }

  /** Steps after the first arc is entered at which each is, in order. */
  int[] enteredAfter() {
    return Arrays.stream(entered, 0, length).map(t -> t - entered[0]).toArray();
  }
}
