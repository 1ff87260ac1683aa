// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * Levels of the (node, step) pairs and homes from which a change of the flow leads to a goal: how many moves it takes at least. Pairs one
 * move away from the goal are level 1. Waiting costs no level (it only leads forward in time, so levels stay free of circles); taking waiting back costs one.
 * Rows of steps are made at first use, 4 bytes a step.
 */
final class Layers {
  static final int NONE = 0;

  /** Where the ways that are looked for end. */
  interface Goal {
    /** Calls {@link #give} with level 1 for every pair one move away. */
    void roots(Layers layers);

    /** Whether the place is part of the goal and so needs no level. */
    boolean holds(int place);
  }

  private final Surroundings around;
  private final OpenFlow flow;
  private final Goal goal;
  private final FlowProblem problem;
  private final int steps;
  private final int[][] level;
  private final int[] homeLevel;
  /** Nodes with a row, in the order of first use. */
  private int[] rows = new int[64];
  private int rowCount;
  private int[] current = new int[1024];
  private int[] next = new int[1024];
  private int currentCount;
  private int nextCount;

  Layers(Surroundings around, OpenFlow flow, Goal goal) {
    this.around = around;
    this.flow = flow;
    this.goal = goal;
    problem = around.problem;
    steps = around.steps;
    level = new int[around.problem.nodes()][];
    homeLevel = new int[flow.atHome.length];
  }

  /** Gives levels to all that is nearer to the goal than the nearest home with people; false if no such home is left, and all levels are given. */
  boolean layToNearestHome() {
    for (int i = 0; i < rowCount; i++) Arrays.fill(level[rows[i]], NONE);
    Arrays.fill(homeLevel, NONE);
    nextCount = 0;
    boolean found = false;
    goal.roots(this);
    for (int depth = 1; nextCount > 0 && !found; depth++) {
      int[] swap = current;
      current = next;
      next = swap;
      currentCount = nextCount;
      nextCount = 0;
      while (currentCount > 0) {
        int place = current[--currentCount];
        if (place < 0) {
          lookHome(-1 - place, depth);
          continue;
        }
        int v = place / steps;
        int t = place - v * steps;
        if (level[v][t] == depth) found |= lookBack(v, t, depth);
      }
    }
    return found;
  }

  /** As {@link Neighbours} would, in loops of its own: the search over all that leads to the sinks takes a third less time. Whether a home with people is next to the pair. */
  private boolean lookBack(int v, int t, int depth) {
    Links links = around.links;
    for (int i = links.inStart[v]; i < links.inStart[v + 1]; i++) {
      int arc = links.inArc[i];
      int before = t - problem.transit[arc];
      if (before >= 0 && flow.free(arc, before) > 0) give(problem.tail[arc], before, depth + 1);
    }
    for (int i = links.outStart[v]; i < links.outStart[v + 1]; i++) {
      int arc = links.outArc[i];
      if (flow.used(arc, t) > 0 && !problem.sink[problem.head[arc]]) give(problem.head[arc], t + problem.transit[arc], depth + 1);
    }
    if (t > around.earliest[v] && problem.storage[v] > 0 && flow.room(v, t - 1) > 0) giveWaiting(v, t - 1, depth);
    if (t + 1 < steps && flow.waiting(v, t) > 0) give(v, t + 1, depth + 1);
    boolean found = false;
    for (int k = around.homeStart[v]; k < around.homeStart[v + 1]; k++) if (problem.releaseStep[k] <= t) found |= giveHome(k, depth + 1);
    return found;
  }

  private void lookHome(int k, int depth) {
    if (!flow.anybodyLeaves(k)) return;
    int v = problem.releaseNode[k];
    for (int t = problem.releaseStep[k]; t < steps; t++) if (flow.leaving(k, t) > 0) give(v, t, depth + 1);
  }

  /** Gives the pair a level if it has none or a higher one, and queues it for that level. */
  void give(int v, int t, int depth) {
    if (!improves(v, t, depth)) return;
    if (nextCount == next.length) next = Arrays.copyOf(next, 2 * nextCount);
    next[nextCount++] = v * steps + t;
  }

  private void giveWaiting(int v, int t, int depth) {
    if (!improves(v, t, depth)) return;
    if (currentCount == current.length) current = Arrays.copyOf(current, 2 * currentCount);
    current[currentCount++] = v * steps + t;
  }

  private boolean improves(int v, int t, int depth) {
    if (t < around.earliest[v]) return false;
    int[] row = level[v];
    if (row != null && row[t] != NONE && row[t] <= depth || goal.holds(v * steps + t)) return false;
    (row == null ? row(v) : row)[t] = depth;
    return true;
  }

  private int[] row(int v) {
    if (rowCount == rows.length) rows = Arrays.copyOf(rows, 2 * rowCount);
    rows[rowCount++] = v;
    return level[v] = new int[steps];
  }

  private boolean giveHome(int k, int depth) {
    if (goal.holds(-1 - k)) return false;
    if (homeLevel[k] == NONE) {
      homeLevel[k] = depth;
      if (nextCount == next.length) next = Arrays.copyOf(next, 2 * nextCount);
      next[nextCount++] = -1 - k;
    }
    return flow.atHome[k] > 0;
  }

  /** The level of a pair; {@link #NONE} at nodes that were not there when the levels were laid. */
  int of(int v, int t) {
    return v >= level.length || level[v] == null ? NONE : level[v][t];
  }

  int ofHome(int k) {
    return homeLevel[k];
  }

  /** The level of a pair or home. */
  int ofPlace(int place) {
    return place < 0 ? homeLevel[-1 - place] : of(place / steps, place % steps);
  }

  /** Takes the level away: no way leads on from there. */
  void take(int place) {
    if (place < 0) homeLevel[-1 - place] = NONE;
    else level[place / steps][place % steps] = NONE;
  }

  /** Whether the node has ever had a level; its pairs may have none now. */
  boolean hasRow(int v) {
    return v < level.length && level[v] != null;
  }

  int rows() {
    return rowCount;
  }

  /** The node whose row was made as the {@code i}-th. */
  int rowNode(int i) {
    return rows[i];
  }
}
