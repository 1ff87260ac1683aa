// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * What a change of capacities brings by the last step, from the best flow before it. Ways that are new must enter the sink side through what the change has opened, or
 * through what those who had to be taken back have left: from there levels are laid backward, over places that are not on the sink side alone, and within the sink side
 * people go on along falling levels, or where these are blocked along any way. Places there from which no way is left fall out of the sink side. At the end no
 * home with people can reach what was opened, and what can is the rest of the new cut.
 *
 * <p>Exact, and as fast as the part of the network outside the sink side is small; at worst as slow as {@link LastStepSearch} from the whole.
 */
final class AfterChange implements LastStepSearch.End, Unsending.Listener {
  private static final int DEAD = Integer.MAX_VALUE;

  private final SinkSide before;
  private final Surroundings around;
  private final FlowProblem problem;
  private final OpenFlow flow;
  private final LastStepSearch search;
  private final int steps;
  /** Moves that had no room and have now, and lead into the sink side: with their steps. */
  private int[] opened = new int[64];
  private int[] openedAt = new int[64];
  private int openedCount;
  /** Homes to which people have come back. */
  private final boolean[] returned;
  /** Per pair and home of the sink side: the number of the search that met it last, or {@link #DEAD}. */
  private final int[][] met;
  private final int[] metHome;
  private int number;
  private int[] visited = new int[64];
  private int visitedCount;

  AfterChange(SinkSide before, FlowProblem changed) {
    this.before = before;
    problem = changed;
    around = changed.arcs() == before.problem.arcs() ? before.around : new Surroundings(changed);
    flow = new OpenFlow(changed, before.flow);
    search = new LastStepSearch(around, flow, this);
    steps = around.steps;
    returned = new boolean[flow.atHome.length];
    met = new int[problem.nodes()][];
    metHome = new int[flow.atHome.length];
  }

  /** The best flow by the last step after the change. */
  FlowOverTime run() {
    Unsending unsending = new Unsending(around, flow, this);
    for (int arc = 0; arc < problem.arcs(); arc++) {
      if (problem.sameCapacity(arc, before.problem)) continue;
      for (int t = 0; t < steps; t++) {
        unsending.relieve(arc, t);
        if (flow.free(arc, t) > 0) room(ResidualFlow.ENTER, arc, t);
      }
    }
    for (int k = 0; k < returned.length; k++) if (returned[k] && before.levels.ofHome(k) != Layers.NONE) sendFromInside(k);
    search.run();
    return flow.close();
  }

  /** The cut that lets through as many as the flow has out, once it is found. */
  CutOverTime cut() {
    int[][] runs = before.runs(problem.nodes());
    SideRuns side = new SideRuns(steps);
    Layers grown = search.layers();
    for (int i = 0; i < grown.rows(); i++) runs[grown.rowNode(i)] = runsOf(grown.rowNode(i), side);
    for (int v = 0; v < met.length; v++) if (met[v] != null && !grown.hasRow(v)) runs[v] = runsOf(v, side);
    return CutOverTime.owning(problem, problem.horizon(), runs);
  }

  private int[] runsOf(int v, SideRuns side) {
    return side.of(t -> t < around.earliest[v] || holdsPair(v, t) || search.layers().of(v, t) != Layers.NONE);
  }

  @Override
  public void room(int kind, int item, int step) {
    int from;
    int at = step;
    if (kind == ResidualFlow.ENTER) {
      from = problem.tail[item];
      boolean leads = step >= around.earliest[from] && !problem.isSink(from) && leadsIn(problem.head[item], (long) step + problem.transit[item]);
      if (!leads) return;
    } else if (kind == ResidualFlow.WAIT) {
      from = item;
      if (!leadsIn(item, step + 1L)) return;
    } else {
      return;
    }
    if (holdsPair(from, at)) return;
    if (openedCount == opened.length) {
      opened = Arrays.copyOf(opened, 2 * openedCount);
      openedAt = Arrays.copyOf(openedAt, 2 * openedCount);
    }
    opened[openedCount] = ResidualFlow.move(kind, item);
    openedAt[openedCount++] = at;
  }

  @Override
  public void home(int k) {
    returned[k] = true;
  }

  /** Whether whoever comes there then is on the sink side. */
  private boolean leadsIn(int v, long t) {
    return t < steps && (problem.isSink(v) || holdsPair(v, (int) t));
  }

  private boolean holdsPair(int v, int t) {
    return before.contains(v, t) && (met[v] == null || met[v][t] != DEAD);
  }

  @Override
  public boolean holds(int place) {
    if (place < 0) return before.levels.ofHome(-1 - place) != Layers.NONE && metHome[-1 - place] != DEAD;
    return holdsPair(place / steps, place % steps);
  }

  @Override
  public void roots(Layers layers) {
    for (int i = 0; i < openedCount; i++) {
      int item = ResidualFlow.item(opened[i]);
      int t = openedAt[i];
      if (flow.roomFor(opened[i], t) == 0) continue;
      boolean enters = ResidualFlow.kind(opened[i]) == ResidualFlow.ENTER;
      if (enters ? leadsIn(problem.head[item], (long) t + problem.transit[item]) : leadsIn(item, t + 1L)) layers.give(enters ? problem.tail[item] : item, t, 1);
    }
  }

  @Override
  public boolean reach(ResidualPath path, int v, int t) {
    Links links = around.links;
    for (int i = links.outStart[v]; i < links.outStart[v + 1]; i++) {
      int arc = links.outArc[i];
      int after = t + problem.transit[arc];
      if (after >= steps || flow.free(arc, t) == 0) continue;
      if (problem.isSink(problem.head[arc])) {
        path.lengthen(ResidualPath.OUT, ResidualFlow.ENTER, arc, t);
        return true;
      }
      if (holdsPair(problem.head[arc], after)) {
        path.lengthen(problem.head[arc] * steps + after, ResidualFlow.ENTER, arc, t);
        if (descend(path)) return true;
      }
    }
    if (t + 1 == steps || problem.storage[v] == 0 || flow.room(v, t) == 0 || !holdsPair(v, t + 1)) return false;
    path.lengthen(v * steps + t + 1, ResidualFlow.WAIT, v, t);
    return descend(path);
  }

  private void sendFromInside(int k) {
    ResidualPath path = new ResidualPath();
    path.start(k);
    while (flow.atHome[k] > 0 && descend(path)) {
      flow.atHome[k] -= path.send(flow, flow.atHome[k]);
      path.start(k);
    }
  }

  /** Lengthens the path from its end, on the sink side, into a sink. False when there is no way: then the path is one move shorter, and all that was met is dead. */
  private boolean descend(ResidualPath path) {
    number++;
    visitedCount = 0;
    int shortest = path.length();
    meet(path.end());
    while (path.length() >= shortest) {
      if (!goOn(path)) path.shorten();
      else if (path.end() == ResidualPath.OUT) return true;
    }
    for (int i = 0; i < visitedCount; i++) mark(visited[i], DEAD);
    return false;
  }

  private void meet(int place) {
    if (visitedCount == visited.length) visited = Arrays.copyOf(visited, 2 * visitedCount);
    visited[visitedCount++] = place;
    mark(place, number);
  }

  private void mark(int place, int value) {
    if (place < 0) {
      metHome[-1 - place] = value;
      return;
    }
    int v = place / steps;
    if (met[v] == null) met[v] = new int[steps];
    met[v][place % steps] = value;
  }

  /** One move on from the path's end, to where the level is lower if there is such a move, otherwise to anywhere on the sink side that this search has not met. */
  private boolean goOn(ResidualPath path) {
    int at = path.end();
    int level = before.levels.ofPlace(at);
    if (at < 0) return leave(path, -1 - at, level - 1) || leave(path, -1 - at, Integer.MAX_VALUE);
    return goOn(path, at / steps, at % steps, level - 1) || goOn(path, at / steps, at % steps, Integer.MAX_VALUE - 1);
  }

  private boolean leave(ResidualPath path, int k, int most) {
    int v = problem.releaseNode[k];
    for (int t = problem.releaseStep[k]; t < steps; t++) {
      if (isNew(v, t, most)) return go(path, v * steps + t, ResidualFlow.DEPART, k, t);
    }
    return false;
  }

  private boolean goOn(ResidualPath path, int v, int t, int most) {
    Links links = around.links;
    for (int i = links.outStart[v]; i < links.outStart[v + 1]; i++) {
      int arc = links.outArc[i];
      int after = t + problem.transit[arc];
      if (after >= steps || flow.free(arc, t) == 0) continue;
      if (problem.isSink(problem.head[arc])) {
        path.lengthen(ResidualPath.OUT, ResidualFlow.ENTER, arc, t);
        return true;
      }
      if (isNew(problem.head[arc], after, most)) return go(path, problem.head[arc] * steps + after, ResidualFlow.ENTER, arc, t);
    }
    for (int i = links.inStart[v]; i < links.inStart[v + 1]; i++) {
      int arc = links.inArc[i];
      int earlier = t - problem.transit[arc];
      if (earlier < 0 || flow.used(arc, earlier) == 0 || !isNew(problem.tail[arc], earlier, most)) continue;
      return go(path, problem.tail[arc] * steps + earlier, ResidualFlow.UNENTER, arc, earlier);
    }
    if (t + 1 < steps && problem.storage[v] > 0 && isNew(v, t + 1, most + 1) && flow.room(v, t) > 0) return go(path, v * steps + t + 1, ResidualFlow.WAIT, v, t);
    if (t > 0 && isNew(v, t - 1, most) && flow.waiting(v, t - 1) > 0) return go(path, v * steps + t - 1, ResidualFlow.UNWAIT, v, t - 1);
    for (int k = around.homeStart[v]; k < around.homeStart[v + 1]; k++) {
      int level = before.levels.ofHome(k);
      if (level == Layers.NONE || level > most || metHome[k] == number || metHome[k] == DEAD || flow.leaving(k, t) == 0) continue;
      return go(path, -1 - k, ResidualFlow.UNDEPART, k, t);
    }
    return false;
  }

  /** Whether the pair is on the sink side, at most at that level, and this search has not met it. */
  private boolean isNew(int v, int t, int most) {
    int level = v < before.problem.nodes() ? before.levels.of(v, t) : Layers.NONE;
    if (level == Layers.NONE || level > most) return false;
    return met[v] == null || met[v][t] != number && met[v][t] != DEAD;
  }

  private boolean go(ResidualPath path, int to, int kind, int item, int step) {
    path.lengthen(to, kind, item, step);
    meet(to);
    return true;
  }
}
