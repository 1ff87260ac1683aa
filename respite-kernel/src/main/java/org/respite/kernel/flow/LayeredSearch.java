// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/**
 * Looks, from the sinks at one step backward, for people at home who can be brought there, over the residual network of (node,
 * step) pairs, which is never built. Each pass spreads in layers, then brings whom the layers allow (Dinic 1970). A pass that meets nobody has proved that all it met is useless for good (see {@link EarliestArrival}).
 *
 * <p>A pass begins with the pairs that its {@link Guide} calls promising. The others are set aside, and are met while nobody is found.
 */
final class LayeredSearch {
  /** After the first person is found, this part of the layers so far is looked at beyond: most of the others are not much farther. */
  private static final int FARTHER = 4;

  private final TimedNetwork network;
  private final FlowProblem problem;
  private final ResidualFlow flow;
  private final Marks marks;
  private final Moves moves;
  private final BlockingFlow blocking;
  private final Guide guide;
  /** Pairs with a higher key are set aside. */
  private int limit;
  private int t;

  LayeredSearch(TimedNetwork network, ResidualFlow flow, Quota quota, Guide guide) {
    this.network = network;
    this.flow = flow;
    this.guide = guide;
    problem = network.problem;
    marks = new Marks(network);
    moves = new Moves(network, flow, marks);
    blocking = new BlockingFlow(network, flow, marks, moves, quota);
  }

  /** Brings to the sinks at step {@code t} all that can be brought in addition of {@code left} people, and returns how many. */
  long saturate(int step, long left) {
    t = step;
    if (left <= 0 || moves.nextGate(t, 0) < 0) return 0;
    guide.prepare(t);
    long all = 0;
    while (all < left && moves.nextGate(t, 0) >= 0) {
      if (!spread()) {
        marks.close(Marks.USELESS);
        return all;
      }
      all += blocking.bring(t);
      marks.close(Marks.NEW);
    }
    return all;
  }

  /** Marks layers until somebody is met, and some more; whether anybody was. */
  private boolean spread() {
    limit = 0;
    for (int i = moves.nextGate(t, 0); i >= 0; i = moves.nextGate(t, i + 1)) meet(1);
    int done = 0;
    int last = Integer.MAX_VALUE;
    for (int layer = 1; layer <= last; layer++) {
      int end = marks.count;
      for (; done < end; done++) {
        if (flow.homeWithPeople(network, marks.node[done], marks.step[done]) >= 0 && last == Integer.MAX_VALUE) last = layer + layer / FARTHER;
        meetBefore(marks.node[done], marks.step[done], layer + 1);
      }
      while (done == marks.count) {
        if (last != Integer.MAX_VALUE || !marks.anyAside()) return last != Integer.MAX_VALUE;
        limit = limit > Integer.MAX_VALUE / 2 ? Integer.MAX_VALUE : 2 + limit + limit / 2;
        marks.meetAside(layer + 1, limit);
      }
    }
    return true;
  }

  private void meetBefore(int v, int at, int layer) {
    for (int o = moves.next(v, at, 0, Marks.NEW); o >= 0; o = moves.next(v, at, o + 1, Marks.NEW)) meet(layer);
  }

  private void meet(int layer) {
    int v = moves.node;
    if (v < 0) {
      marks.meet(v, -1, layer);
    } else if (marks.of(v, moves.step) == Marks.NEW) {
      int key = guide.key(v, moves.step);
      if (key <= limit) marks.meet(v, moves.step, layer);
      else marks.setAside(v, moves.step, key);
    }
  }
}
