// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * Levels of the (node, step) pairs and homes from which a change of the flow leads to a goal: how many moves it takes at least. Pairs from which one move
 * leads into the goal are level 1. Waiting costs no level (it only leads forward in time, so levels stay free of circles); taking waiting back costs one.
 * The network of pairs is never built; rows of steps are made at first use, 4 bytes a step.
 */
final class Layers {
  static final int NONE = 0;

  /** Where the ways that are looked for end. */
  interface Goal {
    /** Calls {@link #give} with level 1 for every pair from which a move with room leads into the goal. */
    void roots(Layers layers);

    /** Whether the place is part of the goal and so needs no level. */
    boolean holds(int place);
  }

  private final Surroundings around;
  private final FlowProblem problem;
  private final OpenFlow flow;
  private final Goal goal;
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
  private boolean found;

  Layers(Surroundings around, OpenFlow flow, Goal goal) {
    this.around = around;
    this.flow = flow;
    this.goal = goal;
    problem = around.problem;
    steps = around.steps;
    level = new int[problem.nodes()][];
    homeLevel = new int[problem.releaseNode.length];
  }

  /** Gives levels to all that is nearer to the goal than the nearest home with people; false if no such home is left, and all levels are given. */
  boolean layToNearestHome() {
    return lay(false);
  }

  /** Gives levels to all from which the goal can be reached. */
  void layAll() {
    lay(true);
  }

  private boolean lay(boolean toTheEnd) {
    for (int i = 0; i < rowCount; i++) Arrays.fill(level[rows[i]], NONE);
    Arrays.fill(homeLevel, NONE);
    nextCount = 0;
    found = false;
    goal.roots(this);
    for (int depth = 1; nextCount > 0 && (toTheEnd || !found); depth++) {
      int[] swap = current;
      current = next;
      next = swap;
      currentCount = nextCount;
      nextCount = 0;
      while (currentCount > 0) {
        int place = current[--currentCount];
        if (place >= 0) lookBack(place / steps, place % steps, depth);
        else lookHome(-1 - place, depth);
      }
    }
    return found;
  }

  /** Gives the pair a level if it has none or a higher one, and queues it for that level. */
  void give(int v, int t, int depth) {
    if (t < around.earliest[v]) return;
    int[] row = level[v];
    if (row != null && row[t] != NONE && row[t] <= depth || goal.holds(v * steps + t)) return;
    (row == null ? row(v) : row)[t] = depth;
    queueNext(v * steps + t);
  }

  private int[] row(int v) {
    if (rowCount == rows.length) rows = Arrays.copyOf(rows, 2 * rowCount);
    rows[rowCount++] = v;
    return level[v] = new int[steps];
  }

  private void queueNext(int place) {
    if (nextCount == next.length) next = Arrays.copyOf(next, 2 * nextCount);
    next[nextCount++] = place;
  }

  private void lookBack(int v, int t, int depth) {
    if (level[v][t] != depth) return;
    Links links = around.links;
    for (int i = links.inStart[v]; i < links.inStart[v + 1]; i++) {
      int arc = links.inArc[i];
      int before = t - problem.transit[arc];
      if (before >= 0 && flow.free(arc, before) > 0) give(problem.tail[arc], before, depth + 1);
    }
    for (int i = links.outStart[v]; i < links.outStart[v + 1]; i++) {
      int arc = links.outArc[i];
      if (flow.used(arc, t) > 0 && !problem.isSink(problem.head[arc])) give(problem.head[arc], t + problem.transit[arc], depth + 1);
    }
    if (t > around.earliest[v] && problem.storage[v] > 0 && flow.room(v, t - 1) > 0) giveWaiting(v, t - 1, depth);
    if (t + 1 < steps && flow.waiting(v, t) > 0) give(v, t + 1, depth + 1);
    for (int k = around.homeStart[v]; k < around.homeStart[v + 1]; k++) {
      if (problem.releaseStep[k] > t || goal.holds(-1 - k)) continue;
      found |= flow.atHome[k] > 0;
      if (homeLevel[k] != NONE) continue;
      homeLevel[k] = depth + 1;
      queueNext(-1 - k);
    }
  }

  private void giveWaiting(int v, int t, int depth) {
    int known = level[v][t];
    if (known != NONE && known <= depth || goal.holds(v * steps + t)) return;
    level[v][t] = depth;
    if (currentCount == current.length) current = Arrays.copyOf(current, 2 * currentCount);
    current[currentCount++] = v * steps + t;
  }

  private void lookHome(int k, int depth) {
    if (!flow.anybodyLeaves(k)) return;
    int v = problem.releaseNode[k];
    for (int t = problem.releaseStep[k]; t < steps; t++) if (flow.leaving(k, t) > 0) give(v, t, depth + 1);
  }

  int of(int v, int t) {
    int[] row = level[v];
    return row == null ? NONE : row[t];
  }

  int ofHome(int k) {
    return homeLevel[k];
  }

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
    return level[v] != null;
  }

  int rows() {
    return rowCount;
  }

  /** The node whose row was made as the {@code i}-th. */
  int rowNode(int i) {
    return rows[i];
  }
}
