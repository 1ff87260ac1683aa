// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * Levels of the (node, step) pairs and homes from which a change of the flow leads to a goal, or to which one leads from there: how many moves it takes at least. Pairs one
 * move away from the goal are level 1. Waiting costs no level (it only leads forward in time, so levels stay free of circles); taking waiting back costs one.
 * Rows of steps are made at first use, 4 bytes a step.
 */
final class Layers {
  static final int NONE = 0;

  /** Where the ways that are looked for end, or begin. */
  interface Goal {
    /** Calls {@link #give} with level 1 for every pair one move away. */
    void roots(Layers layers);

    /** Whether the place is part of the goal and so needs no level. */
    boolean holds(int place);
  }

  private final Surroundings around;
  private final OpenFlow flow;
  private final Goal goal;
  private final Neighbours neighbours;
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

  /** @param towards whether ways lead to the goal, not from it */
  Layers(Surroundings around, OpenFlow flow, Goal goal, boolean towards) {
    this.around = around;
    this.flow = flow;
    this.goal = goal;
    neighbours = new Neighbours(around, flow, !towards);
    steps = around.steps;
    level = new int[around.problem.nodes()][];
    homeLevel = new int[flow.atHome.length];
  }

  /** Gives levels to all that is nearer to the goal than the nearest home with people; false if no such home is left, and all levels are given. */
  boolean layToNearestHome() {
    return lay(false);
  }

  /** Gives levels to all that has a way to the goal, or from it. */
  void layAll() {
    lay(true);
  }

  private boolean lay(boolean toTheEnd) {
    for (int i = 0; i < rowCount; i++) Arrays.fill(level[rows[i]], NONE);
    Arrays.fill(homeLevel, NONE);
    nextCount = 0;
    boolean found = false;
    goal.roots(this);
    for (int depth = 1; nextCount > 0 && (toTheEnd || !found); depth++) {
      int[] swap = current;
      current = next;
      next = swap;
      currentCount = nextCount;
      nextCount = 0;
      while (currentCount > 0) {
        int place = current[--currentCount];
        if (ofPlace(place) == depth) found |= look(place, depth);
      }
    }
    return found;
  }

  /** Whether a home with people is next to the place. */
  private boolean look(int place, int depth) {
    boolean found = false;
    neighbours.of(place);
    while (neighbours.next()) {
      if (neighbours.place == ResidualPath.OUT) continue;
      if (neighbours.place < 0) found |= giveHome(-1 - neighbours.place, depth + 1);
      else if (neighbours.kind == ResidualFlow.WAIT) giveWaiting(neighbours.node, neighbours.time, depth);
      else give(neighbours.node, neighbours.time, depth + 1);
    }
    return found;
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
