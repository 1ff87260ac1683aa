// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/**
 * Brings people at home to the sinks at one step over the residual network of (node, step) pairs, which is never built. One tree grows around the
 * sinks, one around the homes that hold people, level by level, the one with fewer ends first. Where they meet people are brought, and
 * both trees are mended where that has filled a way, not grown anew (Boykov and Kolmogorov 2004; Goldberg and others 2011). When either can
 * grow no more nobody is left to be brought; all in the tree around the sinks is then useless for good, if it was that one (see {@link EarliestArrival}).
 */
final class TreeSearch {
  /** Of a home so many steps are looked at before anything that is farther than it, the latest first. */
  private static final int AT_ONCE = 8;

  private final ResidualFlow flow;
  private final Quota quota;
  private final int[] homeNode;
  private final Moves moves;
  private final SearchTree sinks;
  private final SearchTree homes;
  private final Adoption sinkOrphans;
  private final Adoption homeOrphans;
  private final Walks walks;
  private int t;
  private long left;
  private long brought;

  TreeSearch(TimedNetwork network, ResidualFlow flow, Quota quota, Walks walks) {
    this.walks = walks;
    this.flow = flow;
    this.quota = quota;
    homeNode = network.problem.releaseNode;
    Marks marks = new Marks(network);
    moves = new Moves(network, flow, marks);
    sinks = new SearchTree(marks, true);
    homes = new SearchTree(marks, false);
    sinkOrphans = new Adoption(moves, sinks, true);
    homeOrphans = new Adoption(moves, homes, false);
  }

  /** Brings to the sinks at step {@code t} all that can be brought in addition of {@code most} people, and returns how many. */
  long saturate(int step, long most) {
    t = step;
    left = most;
    brought = 0;
    moves.until(t);
    if (done()) return 0;
    sinks.plant();
    homes.plant();
    for (int home = 0; home < homeNode.length; home++) {
      if (flow.atHome[home] > 0) homes.add(-1 - home, 0, SearchTree.ROOT, -1, -1);
    }
    boolean useless = false;
    while (!done() && !useless) {
      boolean sinkSide = sinks.looks() <= homes.looks();
      int i = (sinkSide ? sinks : homes).nextToLookAt();
      if (i < 0 && !sinkSide) break;
      useless = i < 0;
      if (sinkSide && i >= 0) lookBack(i);
      else if (i > SearchTree.ROOT) lookOnward(i);
    }
    sinks.fell(useless ? Marks.USELESS : Marks.NEW);
    homes.fell(Marks.NEW);
    return brought;
  }

  private boolean done() {
    return brought == left || moves.gatesFull();
  }

  /** Lets the tree around the sinks grow at an entry, and brings whom it meets there. */
  private void lookBack(int i) {
    boolean home = sinks.node[i] < 0;
    int added = 0;
    for (int o = into(i, home ? sinks.step[i] : 0); o >= 0; ) {
      if (moves.mark == Marks.NEW) {
        if (home && added++ == AT_ONCE) {
          sinks.step[i] = o;
          sinks.postpone(i);
          return;
        }
        sinks.add(moves.node, Math.max(0, moves.step), i, moves.move, moves.moveStep);
        o = into(i, o + 1);
      } else if (i == SearchTree.ROOT && moves.mark >= Marks.USELESS) {
        o = into(i, o + 1);
      } else {
        bring(homes.marking(moves.mark), i);
        if (done() || !sinks.isIn(i)) return;
        o = into(i, o);
      }
    }
    if (home) sinks.step[i] = Integer.MAX_VALUE;
  }

  private int into(int i, int from) {
    return i == SearchTree.ROOT ? moves.gate(from) : moves.into(sinks.node[i], sinks.step[i], from, Moves.NEW | Moves.HOME_SIDE);
  }

  private void lookOnward(int i) {
    int v = homes.node[i];
    int at = homes.step[i];
    int wanted = Moves.NEW | Moves.SINK_SIDE;
    int added = 0;
    for (int o = moves.onward(v, at, v < 0 ? at : 0, wanted); o >= 0; ) {
      if (moves.mark == Marks.NEW) {
        if (v < 0 && added++ == AT_ONCE) {
          homes.step[i] = o;
          homes.postpone(i);
          return;
        }
        homes.add(moves.node, Math.max(0, moves.step), i, moves.move, moves.moveStep);
        o = moves.onward(v, at, o + 1, wanted);
      } else {
        bring(i, sinks.marking(moves.mark));
        if (done() || !homes.isIn(i)) return;
        o = moves.onward(v, at, o, wanted);
      }
    }
    if (v < 0) homes.step[i] = Integer.MAX_VALUE;
  }

  /** Brings as many as fit by the move that joins an entry of the tree around the homes to one around the sinks, and mends both trees. */
  private void bring(int from, int to) {
    int move = moves.move;
    int moveStep = moves.moveStep;
    long people = Math.min(Math.min(left - brought, flow.room(move, moveStep)), Math.min(room(homes, from), room(sinks, to)));
    int start = from;
    while (homes.parent[start] != SearchTree.ROOT) start = homes.parent[start];
    int home = -1 - homes.node[start];
    people = Math.min(people, flow.atHome[home]);
    walks.begin(home);
    walks.move(move, t - moveStep);
    flow.make(move, moveStep, people);
    send(homes, from, people);
    send(sinks, to, people);
    walks.end();
    flow.atHome[home] -= people;
    quota.sent(homeNode[home], people);
    if (flow.atHome[home] == 0) homes.orphan(start);
    brought += people;
    if (done()) return;
    sinkOrphans.mend();
    homeOrphans.mend();
  }

  private long room(SearchTree tree, int from) {
    long room = Long.MAX_VALUE;
    for (int i = from; i != SearchTree.ROOT && tree.move[i] >= 0; i = tree.parent[i]) room = Math.min(room, flow.room(tree.move[i], tree.moveStep[i]));
    return room;
  }

  private void send(SearchTree tree, int from, long people) {
    for (int i = from; i != SearchTree.ROOT && tree.move[i] >= 0; ) {
      int next = tree.parent[i];
      flow.make(tree.move[i], tree.moveStep[i], people);
      walks.move(tree.move[i], t - tree.moveStep[i]);
      if (flow.room(tree.move[i], tree.moveStep[i]) == 0) tree.orphan(i);
      i = next;
    }
  }
}
