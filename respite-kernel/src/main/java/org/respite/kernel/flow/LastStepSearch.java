// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * Blocking flows (Dinitz 1970) on the residual network of (node, step) pairs, which is never built. Levels are counted from the
 * end backward, so only what can still reach it is ever looked at: where gates are full for long, that is little.
 */
final class LastStepSearch {
  /** Where ways end, and how the last of them is gone. */
  interface End extends Layers.Goal {
    /** Lengthens the path, whose end is a pair of level 1, into a sink; false, and the path is as before, if no way is left. */
    boolean reach(ResidualPath path, int v, int t);
  }

  private final Surroundings around;
  private final FlowProblem problem;
  private final OpenFlow flow;
  private final End end;
  private final int steps;
  private final Layers layers;
  /** Per home: the first step at which leaving may still lead on. */
  private final int[] homeNext;
  private final ResidualPath path = new ResidualPath();

  LastStepSearch(Surroundings around, OpenFlow flow, End end) {
    this.around = around;
    this.flow = flow;
    this.end = end;
    problem = around.problem;
    steps = around.steps;
    layers = new Layers(around, flow, end);
    homeNext = new int[problem.releaseNode.length];
  }

  /** Brings to the sinks by the last step all that can be brought in addition; returns how many people. */
  long run() {
    long all = 0;
    while (layers.layToNearestHome()) all += push();
    return all;
  }

  /** The levels as they were when no more people could be brought: all from which the end can be reached. */
  Layers layers() {
    return layers;
  }

  private long push() {
    Arrays.fill(homeNext, 0);
    long all = 0;
    for (int k = 0; k < homeNext.length; k++) {
      if (flow.atHome[k] == 0 || layers.ofHome(k) == Layers.NONE) continue;
      path.start(k);
      while (path.length() >= 0 && flow.atHome[k] > 0) {
        int length = path.length();
        if (!advance()) layers.take(path.shorten());
        else if (path.end() == ResidualPath.OUT) all += send(k, length);
      }
    }
    return all;
  }

  /** Sends along the path, which then ends before the first move without room, and before what leads from level 1 into a sink. */
  private long send(int k, int toLevelOne) {
    long people = path.send(flow, flow.atHome[k]);
    path.shortenTo(toLevelOne);
    flow.atHome[k] -= people;
    return people;
  }

  /** Moves the path's end one level nearer to the end of all ways. */
  private boolean advance() {
    int at = path.end();
    if (at < 0) return advanceHome(-1 - at);
    int v = at / steps;
    int t = at % steps;
    int below = layers.of(v, t) - 1;
    if (below == 0 ? end.reach(path, v, t) : advanceOut(v, t, below) || advanceBack(v, t, below)) return true;
    if (t + 1 < steps && layers.of(v, t + 1) == below + 1 && problem.storage[v] > 0 && flow.room(v, t) > 0) return go(v, t + 1, ResidualFlow.WAIT, v, t);
    if (t > 0 && has(v, t - 1, below) && flow.waiting(v, t - 1) > 0) return go(v, t - 1, ResidualFlow.UNWAIT, v, t - 1);
    for (int k = around.homeStart[v]; k < around.homeStart[v + 1]; k++) {
      if (below > 0 && layers.ofHome(k) == below && flow.leaving(k, t) > 0) return goTo(-1 - k, ResidualFlow.UNDEPART, k, t);
    }
    return false;
  }

  private boolean advanceOut(int v, int t, int below) {
    Links links = around.links;
    for (int i = links.outStart[v]; i < links.outStart[v + 1]; i++) {
      int arc = links.outArc[i];
      int after = t + problem.transit[arc];
      if (after >= steps || flow.free(arc, t) == 0) continue;
      if (has(problem.head[arc], after, below)) return go(problem.head[arc], after, ResidualFlow.ENTER, arc, t);
    }
    return false;
  }

  private boolean advanceBack(int v, int t, int below) {
    Links links = around.links;
    for (int i = links.inStart[v]; i < links.inStart[v + 1]; i++) {
      int arc = links.inArc[i];
      int before = t - problem.transit[arc];
      if (before >= 0 && flow.used(arc, before) > 0 && has(problem.tail[arc], before, below)) {
        return go(problem.tail[arc], before, ResidualFlow.UNENTER, arc, before);
      }
    }
    return false;
  }

  private boolean advanceHome(int k) {
    int v = problem.releaseNode[k];
    int below = layers.ofHome(k) - 1;
    for (int t = Math.max(homeNext[k], problem.releaseStep[k]); t < steps; t++) {
      if (!has(v, t, below)) continue;
      homeNext[k] = t;
      return go(v, t, ResidualFlow.DEPART, k, t);
    }
    return false;
  }

  private boolean has(int v, int t, int wanted) {
    return wanted > 0 && layers.of(v, t) == wanted;
  }

  private boolean go(int v, int t, int kind, int item, int step) {
    return goTo(v * steps + t, kind, item, step);
  }

  private boolean goTo(int to, int kind, int item, int step) {
    path.lengthen(to, kind, item, step);
    return true;
  }
}
