// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * Finds ways from one place after another along falling levels: onward into a sink, or back to a home with people. Where a place has no neighbour of lower level left,
 * because others have taken the room, its level rises above the lowest of its neighbours (Ahuja and Orlin 1991), so that whoever comes next goes round; levels are never taken
 * from those they were made from. If that goes on for long, one search over all that can be reached decides whether any way is left, and what was met without finding one is
 * dead.
 */
final class Descent {
  private static final int DEAD = Integer.MAX_VALUE;
  /** Places looked at along levels before one search over everything decides. An assumption: more than the longest ways seen, 1 to 600 moves, take with their detours. */
  private static final int PATIENCE = 20_000;

  private final OpenFlow flow;
  private final Reach levels;
  private final Neighbours neighbours;
  private final int steps;
  /** Levels that have risen, by node, rows copied at first use, and of homes. */
  private final int[][] risen;
  private final int[] risenHome;
  /** The number of the search that has met the pair or home last. */
  private final int[][] met;
  private final int[] metHome;
  private int number;
  private int[] visited = new int[64];
  private int visitedCount;

  /** @param onward whether ways lead on to a sink, not back to a home with people */
  Descent(Surroundings around, OpenFlow flow, Reach levels, boolean onward) {
    this.flow = flow;
    this.levels = levels;
    neighbours = new Neighbours(around, flow, onward);
    steps = around.steps;
    risen = new int[around.problem.nodes()][];
    risenHome = new int[flow.atHome.length];
    met = new int[around.problem.nodes()][];
    metHome = new int[flow.atHome.length];
  }

  /** Whether a way may be left from the pair. */
  boolean hasPair(int v, int t) {
    int level = of(v, t);
    return level != Layers.NONE && level != DEAD;
  }

  /** Whether a way may be left from the pair or home. */
  boolean has(int place) {
    int level = ofPlace(place);
    return level != Layers.NONE && level != DEAD;
  }

  /** Whether any pair of the node has lost what level it had. */
  boolean hasRisen(int v) {
    return risen[v] != null;
  }

  private int of(int v, int t) {
    return risen[v] == null ? levels.of(v, t) : risen[v][t];
  }

  private int ofPlace(int place) {
    if (place >= 0) return of(place / steps, place % steps);
    int up = risenHome[-1 - place];
    return up == Layers.NONE ? levels.ofHome(-1 - place) : up;
  }

  private int ofNeighbour() {
    return neighbours.node < 0 ? ofPlace(neighbours.place) : of(neighbours.node, neighbours.time);
  }

  private void raise(int place, int level) {
    if (place < 0) {
      risenHome[-1 - place] = level;
      return;
    }
    int v = place / steps;
    if (risen[v] == null) {
      risen[v] = new int[steps];
      for (int t = 0; t < steps; t++) risen[v][t] = levels.of(v, t);
    }
    risen[v][place % steps] = level;
  }

  /** Lengthens the path from its end, which {@link #has} a level. False when there is no way: then the path is one place shorter, and nothing it could reach is left. */
  boolean lengthen(ResidualPath path) {
    int shortest = path.length();
    for (int looks = 0; looks < PATIENCE; looks++) {
      int at = path.end();
      int mine = ofPlace(at);
      int least = DEAD;
      boolean lower = false;
      neighbours.of(at);
      while (!lower && neighbours.next()) {
        if (isEnd()) {
          path.lengthen(neighbours);
          return true;
        }
        int its = ofNeighbour();
        if (its == Layers.NONE || its == DEAD) continue;
        int through = neighbours.kind == ResidualFlow.WAIT ? its : its + 1;
        lower = through <= mine;
        least = Math.min(least, through);
      }
      if (lower) {
        path.lengthen(neighbours);
        continue;
      }
      raise(at, least);
      if (path.length() > shortest) {
        path.shorten();
      } else if (least == DEAD) {
        path.shorten();
        return false;
      }
    }
    path.shortenTo(shortest);
    return searchAll(path);
  }

  private boolean isEnd() {
    if (neighbours.place >= 0) return neighbours.place == ResidualPath.OUT;
    return neighbours.kind == ResidualFlow.DEPART && flow.atHome[-1 - neighbours.place] > 0;
  }

  /** As {@link #lengthen}, by depth first over everything, lower levels first. */
  private boolean searchAll(ResidualPath path) {
    number++;
    visitedCount = 0;
    int shortest = path.length();
    meet(path.end());
    while (path.length() >= shortest) {
      if (!goOn(path)) path.shorten();
      else if (visitedCount == 0) return true;
    }
    for (int i = 0; i < visitedCount; i++) raise(visited[i], DEAD);
    return false;
  }

  /** One move on to the lowest neighbour that this search has not met; to the end, and all that was met is forgotten, if it is a neighbour. */
  private boolean goOn(ResidualPath path) {
    int least = DEAD;
    int to = 0;
    int kind = 0;
    int item = 0;
    int step = 0;
    neighbours.of(path.end());
    while (neighbours.next()) {
      if (isEnd()) {
        path.lengthen(neighbours);
        visitedCount = 0;
        return true;
      }
      int its = ofNeighbour();
      if (its == Layers.NONE || its >= least || isMet(neighbours.place)) continue;
      least = its;
      to = neighbours.place;
      kind = neighbours.kind;
      item = neighbours.item;
      step = neighbours.step;
    }
    if (least == DEAD) return false;
    path.lengthen(to, kind, item, step);
    meet(to);
    return true;
  }

  private boolean isMet(int place) {
    if (place < 0) return metHome[-1 - place] == number;
    int[] row = met[place / steps];
    return row != null && row[place % steps] == number;
  }

  private void meet(int place) {
    if (visitedCount == visited.length) visited = Arrays.copyOf(visited, 2 * visitedCount);
    visited[visitedCount++] = place;
    if (place < 0) {
      metHome[-1 - place] = number;
      return;
    }
    int v = place / steps;
    if (met[v] == null) met[v] = new int[steps];
    met[v][place % steps] = number;
  }
}
