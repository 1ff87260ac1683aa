// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * Looks, from the sinks at one step backward, for people at home who can be brought there, over the residual network of (node,
 * step) pairs, which is never built. One tree grows around the sinks, level by level; whoever is met is brought along it at once, and the
 * tree is mended where that has filled a way, not grown anew (Boykov and Kolmogorov 2004; Goldberg and others 2011). When it can
 * grow no more, all that is in it is useless for good (see {@link EarliestArrival}).
 *
 * <p>The tree grows first over the pairs that its {@link Guide} calls promising. The others are set aside, and are met while nobody is found.
 */
final class TreeSearch {
  private final TimedNetwork network;
  private final ResidualFlow flow;
  private final Quota quota;
  private final Guide guide;
  private final Marks marks;
  private final Moves moves;
  private final SinkTree tree;
  private final Adoption adoption;
  /** Pairs with a higher key are set aside. */
  private int limit;
  private int[] asideNode = new int[256];
  private int[] asideStep = new int[256];
  private int[] asideKey = new int[256];
  private int asideCount;
  private int t;
  private long left;
  private long brought;

  TreeSearch(TimedNetwork network, ResidualFlow flow, Quota quota, Guide guide) {
    this.network = network;
    this.flow = flow;
    this.quota = quota;
    this.guide = guide;
    marks = new Marks(network);
    moves = new Moves(network, flow, marks);
    tree = new SinkTree(marks);
    adoption = new Adoption(network, flow, marks, tree);
  }

  /** Brings to the sinks at step {@code t} all that can be brought in addition of {@code most} people, and returns how many. */
  long saturate(int step, long most) {
    t = step;
    left = most;
    brought = 0;
    if (left <= 0 || gatesFull()) return 0;
    guide.prepare(t);
    limit = 0;
    tree.plant();
    boolean more = true;
    while (more) {
      int i = tree.nextToLookAt();
      if (i >= 0) more = lookAround(i);
      else if (asideCount > 0) lookFarther();
      else break;
    }
    tree.fell(more ? Marks.USELESS : Marks.NEW);
    for (int i = 0; i < asideCount; i++) marks.set(asideNode[i], asideStep[i], Marks.NEW);
    asideCount = 0;
    return brought;
  }

  private boolean gatesFull() {
    return moves.nextGate(t, 0) < 0;
  }

  /** Brings whoever is at home at an entry and lets the tree grow there; false when nobody more is to be brought. */
  private boolean lookAround(int i) {
    if (i == SinkTree.ROOT) {
      for (int o = moves.nextGate(t, 0); o >= 0; o = moves.nextGate(t, o + 1)) if (marks.of(moves.node, moves.step) == Marks.NEW) meet(i);
      return true;
    }
    int v = tree.node[i];
    int at = tree.step[i];
    for (int home = flow.homeWithPeople(network, v, at); home >= 0; home = flow.homeWithPeople(network, v, at)) {
      bring(i, home);
      if (brought == left || gatesFull()) return false;
      adoption.mend(t);
      if (!tree.isIn(i)) return true;
    }
    for (int o = moves.next(v, at, 0); o >= 0; o = moves.next(v, at, o + 1)) meet(i);
    return true;
  }

  private void meet(int from) {
    int v = moves.node;
    int at = moves.step;
    int key = v < 0 ? 0 : guide.key(v, at);
    if (key <= limit) tree.add(v, at, from, moves.move, moves.moveStep);
    else setAside(v, at, key);
  }

  private void setAside(int v, int at, int key) {
    marks.set(v, at, Marks.ASIDE);
    if (asideCount == asideNode.length) {
      asideNode = Arrays.copyOf(asideNode, 2 * asideCount);
      asideStep = Arrays.copyOf(asideStep, 2 * asideCount);
      asideKey = Arrays.copyOf(asideKey, 2 * asideCount);
    }
    asideNode[asideCount] = v;
    asideStep[asideCount] = at;
    asideKey[asideCount++] = key;
  }

  /** Raises the limit and adds what was set aside below it. */
  private void lookFarther() {
    limit = limit > Integer.MAX_VALUE / 2 ? Integer.MAX_VALUE : 2 + limit + limit / 2;
    int kept = 0;
    for (int i = 0; i < asideCount; i++) {
      if (asideKey[i] <= limit) {
        adoption.add(asideNode[i], asideStep[i], t);
      } else {
        asideNode[kept] = asideNode[i];
        asideStep[kept] = asideStep[i];
        asideKey[kept++] = asideKey[i];
      }
    }
    asideCount = kept;
  }

  /** Brings as many as fit from a home along the tree. */
  private void bring(int from, int home) {
    long people = Math.min(flow.atHome[home], left - brought);
    for (int i = from; i != SinkTree.ROOT; i = tree.parent[i]) people = Math.min(people, flow.room(tree.move[i], tree.moveStep[i]));
    for (int i = from; i != SinkTree.ROOT; ) {
      int next = tree.parent[i];
      flow.make(tree.move[i], tree.moveStep[i], people);
      if (flow.room(tree.move[i], tree.moveStep[i]) == 0) tree.orphan(i);
      i = next;
    }
    flow.make(ResidualFlow.move(ResidualFlow.DEPART, home), tree.step[from], people);
    flow.atHome[home] -= people;
    quota.sent(tree.node[from], people);
    brought += people;
  }
}
