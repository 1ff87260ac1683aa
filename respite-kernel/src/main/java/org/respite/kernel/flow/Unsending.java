// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * Takes back people for whom a way has become too narrow: from there back to a home, and from there on to a sink, along the flow as it is. Each move taken back is told,
 * for there is room again.
 */
final class Unsending {
  /** Hears of each move that has room again, and the home to which people have come back. */
  interface Listener {
    void room(int kind, int item, int step);

    void home(int k);
  }

  private final Surroundings around;
  private final FlowProblem problem;
  private final OpenFlow flow;
  private final Listener listener;
  private int[] pair = new int[64];
  private long[] people = new long[64];
  private int open;

  Unsending(Surroundings around, OpenFlow flow, Listener listener) {
    this.around = around;
    this.flow = flow;
    this.listener = listener;
    problem = around.problem;
  }

  /** Takes back whoever enters {@code arc} at step {@code t} beyond what its capacity allows. */
  void relieve(int arc, int t) {
    int over = -flow.free(arc, t);
    if (over <= 0) return;
    flow.make(ResidualFlow.move(ResidualFlow.UNENTER, arc), t, over);
    add(problem.tail[arc], t, over);
    while (open > 0) back(pair[--open], people[open]);
    if (!problem.isSink(problem.head[arc])) add(problem.head[arc], t + problem.transit[arc], over);
    while (open > 0) on(pair[--open], people[open]);
  }

  private void add(int v, int t, long some) {
    if (open == pair.length) {
      pair = Arrays.copyOf(pair, 2 * open);
      people = Arrays.copyOf(people, 2 * open);
    }
    pair[open] = v * around.steps + t;
    people[open++] = some;
  }

  /** So many more go on from the pair than come to it: as many come no longer. */
  private void back(int from, long missing) {
    int v = from / around.steps;
    int t = from % around.steps;
    long left = missing;
    for (int k = around.homeStart[v]; k < around.homeStart[v + 1] && left > 0; k++) {
      long some = take(ResidualFlow.UNDEPART, k, t, left);
      if (some == 0) continue;
      flow.atHome[k] += some;
      listener.home(k);
      left -= some;
    }
    if (t > 0 && left > 0) {
      long some = take(ResidualFlow.UNWAIT, v, t - 1, left);
      if (some > 0) add(v, t - 1, some);
      left -= some;
    }
    Links links = around.links;
    for (int i = links.inStart[v]; i < links.inStart[v + 1] && left > 0; i++) {
      int arc = links.inArc[i];
      int before = t - problem.transit[arc];
      long some = before < 0 ? 0 : take(ResidualFlow.UNENTER, arc, before, left);
      if (some > 0) add(problem.tail[arc], before, some);
      left -= some;
    }
    if (left > 0) throw new IllegalStateException(left + " people leave node " + v + " at step " + t + " who never came");
  }

  /** So many fewer come to the pair than go on from it: as many go on no longer. */
  private void on(int from, long missing) {
    int v = from / around.steps;
    int t = from % around.steps;
    long left = missing;
    Links links = around.links;
    for (int i = links.outStart[v]; i < links.outStart[v + 1] && left > 0; i++) {
      int arc = links.outArc[i];
      long some = take(ResidualFlow.UNENTER, arc, t, left);
      if (some > 0 && !problem.isSink(problem.head[arc])) add(problem.head[arc], t + problem.transit[arc], some);
      left -= some;
    }
    if (left == 0) return;
    if (take(ResidualFlow.UNWAIT, v, t, left) < left) throw new IllegalStateException("people stay at node " + v + " at step " + t + " for good");
    add(v, t + 1, left);
  }

  /** Takes the move back by at most {@code most} people; returns by how many. */
  private long take(int kind, int item, int t, long most) {
    int move = ResidualFlow.move(kind, item);
    long some = Math.min(most, flow.roomFor(move, t));
    if (some <= 0) return 0;
    flow.make(move, t, some);
    listener.room(kind - 1, item, t);
    return some;
  }
}
