// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/** Finds orphans of a {@link SinkTree} a new parent of a lower level than theirs, or gives them up, to be met again by whoever is left beside them. */
final class Adoption {
  private final TimedNetwork network;
  private final FlowProblem problem;
  private final ResidualFlow flow;
  private final Marks marks;
  private final SinkTree tree;
  /** Entries of the tree that could be moved on to, but for their level. */
  private int[] beside = new int[64];
  private int besideCount;
  /** The one of least level, and the move to it. */
  private int best;
  private int bestMove;
  private int bestStep;
  private int below;
  private int t;

  Adoption(TimedNetwork network, ResidualFlow flow, Marks marks, SinkTree tree) {
    this.network = network;
    this.flow = flow;
    this.marks = marks;
    this.tree = tree;
    problem = network.problem;
  }

  /** Mends a tree whose root stands for the sinks at step {@code step}. */
  void mend(int step) {
    t = step;
    for (int i = tree.nextToMend(); i >= 0; i = tree.nextToMend()) {
      if (look(tree.node[i], tree.step[i], tree.level[i])) {
        tree.link(i, best, bestMove, bestStep);
        continue;
      }
      tree.giveUp(i);
      for (int b = 0; b < besideCount; b++) tree.activate(beside[b]);
    }
  }

  /** Adds a pair to the tree where it leads on to it, as near to the root as can be. */
  void add(int v, int at, int step) {
    t = step;
    look(v, at, 0);
    if (best >= 0) tree.add(v, at, best, bestMove, bestStep);
    else marks.set(v, at, Marks.NEW);
  }

  /** Looks for an entry of a level lower than {@code level}, until there is one; whether there is. */
  private boolean look(int v, int at, int level) {
    below = level;
    best = -1;
    besideCount = 0;
    return v < 0 ? departs(-1 - v) : enters(v, at) || unenters(v, at) || stays(v, at) || goesHome(v, at);
  }

  private boolean fits(int entry, int how, int howStep) {
    if (best < 0 || tree.level[entry] < tree.level[best]) {
      best = entry;
      bestMove = how;
      bestStep = howStep;
    }
    if (tree.level[entry] < below) return true;
    if (besideCount == beside.length) beside = Arrays.copyOf(beside, 2 * besideCount);
    beside[besideCount++] = entry;
    return false;
  }

  private boolean enters(int v, int at) {
    for (int k = network.outStart[v]; k < network.outStart[v + 1]; k++) {
      int arc = network.outArc[k];
      int w = problem.head[arc];
      int after = at + problem.transit[arc];
      if (after > t) continue;
      int entry = problem.sink[w] ? after == t ? SinkTree.ROOT : -1 : entry(w, after);
      if (entry >= 0 && flow.free(arc, at) > 0 && fits(entry, ResidualFlow.move(ResidualFlow.ENTER, arc), at)) return true;
    }
    return false;
  }

  /** The entry of a pair, -1 if it has none. */
  private int entry(int v, int at) {
    int mark = marks.of(v, at);
    return mark > 0 ? mark : -1;
  }

  private boolean unenters(int v, int at) {
    for (int k = network.inStart[v]; k < network.inStart[v + 1]; k++) {
      int before = at - network.inTransit[k];
      if (before < 0) continue;
      int entry = entry(network.inTail[k], before);
      int arc = network.inArc[k];
      if (entry > 0 && flow.used(arc, before) > 0 && fits(entry, ResidualFlow.move(ResidualFlow.UNENTER, arc), before)) return true;
    }
    return false;
  }

  private boolean stays(int v, int at) {
    if (at < t && problem.storage[v] > 0) {
      int entry = entry(v, at + 1);
      if (entry > 0 && flow.roomToWait(v, at) > 0 && fits(entry, ResidualFlow.move(ResidualFlow.WAIT, v), at)) return true;
    }
    if (at == 0 || flow.waiting(v, at - 1) == 0) return false;
    int entry = entry(v, at - 1);
    return entry > 0 && fits(entry, ResidualFlow.move(ResidualFlow.UNWAIT, v), at - 1);
  }

  private boolean goesHome(int v, int at) {
    for (int home = network.homeStart[v]; home < network.homeStart[v + 1]; home++) {
      int entry = marks.ofHome(home);
      if (entry > 0 && flow.departing(home, at) > 0 && fits(entry, ResidualFlow.move(ResidualFlow.UNDEPART, home), at)) return true;
    }
    return false;
  }

  private boolean departs(int home) {
    int v = problem.releaseNode[home];
    for (int at = problem.releaseStep[home]; at <= t; at++) {
      int entry = entry(v, at);
      if (entry > 0 && fits(entry, ResidualFlow.move(ResidualFlow.DEPART, home), at)) return true;
    }
    return false;
  }
}
