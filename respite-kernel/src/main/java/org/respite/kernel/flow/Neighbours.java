// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/**
 * The moves with room that lead from a place, or to it: the arcs of the residual network of (node, step) pairs and homes, which is never built. One place at a time in
 * the same fields, so that searches over millions of pairs make no objects. Places are packed as in {@link ResidualPath}.
 */
final class Neighbours {
  private static final int ENTERING = 0;
  private static final int TAKING_BACK = 1;
  private static final int WAITING = 2;
  private static final int WAITING_LESS = 3;
  private static final int HOMES = 4;
  private static final int HOME = 5;

  private final Surroundings around;
  private final FlowProblem problem;
  private final OpenFlow flow;
  private final int steps;
  private final boolean onward;
  private final int[] enterStart;
  private final int[] enterArc;
  private final int[] backStart;
  private final int[] backArc;

  private int v;
  private int t;
  private int stage;
  private int at;

  /** The place at the other end of the move; node and step of it where it is a pair, node -1 where not. */
  int place;
  int node;
  int time;
  /** The move and its step, as in {@link ResidualFlow}. */
  int kind;
  int item;
  int step;

  /** @param onward whether moves lead from the place to the neighbour, not the other way round */
  Neighbours(Surroundings around, OpenFlow flow, boolean onward) {
    this.around = around;
    this.flow = flow;
    this.onward = onward;
    problem = around.problem;
    steps = around.steps;
    Links links = around.links;
    enterStart = onward ? links.outStart : links.inStart;
    enterArc = onward ? links.outArc : links.inArc;
    backStart = onward ? links.inStart : links.outStart;
    backArc = onward ? links.inArc : links.outArc;
  }

  /** Begins with the neighbours of {@code of}, a pair or a home. */
  void of(int of) {
    if (of < 0) {
      ofHome(-1 - of, 0);
    } else {
      v = of / steps;
      t = of - v * steps;
      at = enterStart[v];
      stage = ENTERING;
    }
  }

  /** Begins with the neighbours of home {@code k} at steps from {@code first} on. */
  void ofHome(int k, int first) {
    item = k;
    v = problem.releaseNode[k];
    at = Math.max(first, problem.releaseStep[k]);
    stage = HOME;
  }

  /** The next neighbour, in {@link #place}, {@link #kind}, {@link #item} and {@link #step}; false when there is none left. */
  boolean next() {
    if (stage == ENTERING) {
      if (nextEntering()) return true;
      stage = TAKING_BACK;
      at = backStart[v];
    }
    if (stage == TAKING_BACK) {
      if (nextTakingBack()) return true;
      stage = WAITING;
    }
    if (stage == WAITING) {
      stage = WAITING_LESS;
      int from = onward ? t : t - 1;
      if (problem.storage[v] > 0 && from >= 0 && from + 1 < steps && flow.room(v, from) > 0) return found(v, onward ? t + 1 : t - 1, ResidualFlow.WAIT, v, from);
    }
    if (stage == WAITING_LESS) {
      stage = HOMES;
      at = around.homeStart[v];
      int from = onward ? t - 1 : t;
      if (from >= 0 && from + 1 < steps && flow.waiting(v, from) > 0) return found(v, onward ? t - 1 : t + 1, ResidualFlow.UNWAIT, v, from);
    }
    return stage == HOMES ? nextHome() : nextOfHome();
  }

  private boolean nextEntering() {
    while (at < enterStart[v + 1]) {
      int arc = enterArc[at++];
      int enters = onward ? t : t - problem.transit[arc];
      if (enters < 0 || enters + problem.transit[arc] >= steps || flow.free(arc, enters) <= 0) continue;
      if (!onward) return found(problem.tail[arc], enters, ResidualFlow.ENTER, arc, enters);
      int head = problem.head[arc];
      if (problem.sink[head]) return foundElsewhere(ResidualPath.OUT, ResidualFlow.ENTER, arc, enters);
      return found(head, enters + problem.transit[arc], ResidualFlow.ENTER, arc, enters);
    }
    return false;
  }

  private boolean nextTakingBack() {
    while (at < backStart[v + 1]) {
      int arc = backArc[at++];
      int entered = onward ? t - problem.transit[arc] : t;
      if (entered < 0 || flow.used(arc, entered) == 0) continue;
      if (onward) return found(problem.tail[arc], entered, ResidualFlow.UNENTER, arc, entered);
      if (!problem.sink[problem.head[arc]]) return found(problem.head[arc], entered + problem.transit[arc], ResidualFlow.UNENTER, arc, entered);
    }
    return false;
  }

  /** Homes at the node: whoever left one at the step may leave it at another; whoever is in one may be here. */
  private boolean nextHome() {
    while (at < around.homeStart[v + 1]) {
      int k = at++;
      if (onward ? flow.leaving(k, t) > 0 : problem.releaseStep[k] <= t) return foundElsewhere(-1 - k, onward ? ResidualFlow.UNDEPART : ResidualFlow.DEPART, k, t);
    }
    return false;
  }

  private boolean nextOfHome() {
    if (!onward && !flow.anybodyLeaves(item)) return false;
    while (at < steps) {
      int leaves = at++;
      if (onward || flow.leaving(item, leaves) > 0) return found(v, leaves, onward ? ResidualFlow.DEPART : ResidualFlow.UNDEPART, item, leaves);
    }
    return false;
  }

  private boolean found(int w, int then, int how, int what, int when) {
    node = w;
    time = then;
    place = w * steps + then;
    return move(how, what, when);
  }

  private boolean foundElsewhere(int to, int how, int what, int when) {
    node = -1;
    place = to;
    return move(how, what, when);
  }

  private boolean move(int how, int what, int when) {
    kind = how;
    item = what;
    step = when;
    return true;
  }
}
