// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * Pairs and homes from which one more person could come to the sinks at the step at hand, or to which one more could come from those at home, each with
 * the move that leads on to its parent, or from it. Entry {@link #ROOT} stands for the sinks, or for all who are at home. Levels count moves to
 * the root. Entries wait in two queues, both by level: those whose surroundings are to be looked at, and orphans, whose move has become impossible.
 */
final class SearchTree {
  static final int ROOT = 1;
  private static final int NONE = -1;

  private static final byte FREE = 0;
  private static final byte IN = 1;
  private static final byte ORPHAN = 2;

  /** Node or -1 - home, and step; of a home, the first option that it has not looked at. */
  int[] node = new int[1024];
  int[] step = new int[1024];
  int[] level = new int[1024];
  /** Level at which an entry is to be looked at. */
  private int[] due = new int[1024];
  int[] parent = new int[1024];
  int[] move = new int[1024];
  int[] moveStep = new int[1024];
  private int[] child = new int[1024];
  private int[] after = new int[1024];
  private int[] before = new int[1024];
  private byte[] state = new byte[1024];
  private boolean[] active = new boolean[1024];
  private int[] nextActive = new int[1024];
  private int[] nextOrphan = new int[1024];
  /** Entries 0..count-1 are in use or in the list of free ones, which goes on by {@link #nextOrphan}. */
  private int count;
  private int free;
  private int[] activeAt = filled(64);
  private int[] orphanAt = filled(64);
  private int leastActive;
  private int leastOrphan;
  private int most;

  private long looks;

  private final Marks marks;
  private final boolean sinkSide;

  SearchTree(Marks marks, boolean sinkSide) {
    this.marks = marks;
    this.sinkSide = sinkSide;
  }

  /** The mark that stands for an entry, and the entry that it stands for. */
  int marking(int i) {
    return sinkSide ? i : -1 - i;
  }

  private static int[] filled(int length) {
    int[] a = new int[length];
    Arrays.fill(a, NONE);
    return a;
  }

  /** Begins anew with the root alone, active. */
  void plant() {
    Arrays.fill(activeAt, 0, most + 1, NONE);
    count = ROOT + 1;
    looks = 0;
    free = NONE;
    most = 0;
    leastActive = 0;
    leastOrphan = Integer.MAX_VALUE;
    child[ROOT] = NONE;
    state[ROOT] = IN;
    level[ROOT] = 0;
    active[ROOT] = false;
    activate(ROOT);
  }

  /** Adds a pair or home as a child of {@code to}; it is active. */
  void add(int v, int at, int to, int how, int howStep) {
    int i = free;
    if (i == NONE) {
      if (count == node.length) grow();
      i = count++;
    } else {
      free = nextOrphan[i];
    }
    node[i] = v;
    step[i] = at;
    child[i] = NONE;
    active[i] = false;
    level[i] = due[to] + 1;
    if (level[i] > most) deepen();
    marks.set(v, at, marking(i));
    link(i, to, how, howStep);
    activate(i);
  }

  private void deepen() {
    most++;
    if (most < activeAt.length) return;
    activeAt = Arrays.copyOf(activeAt, 2 * most);
    orphanAt = Arrays.copyOf(orphanAt, 2 * most);
    Arrays.fill(activeAt, most, 2 * most, NONE);
    Arrays.fill(orphanAt, most, 2 * most, NONE);
  }

  /** Makes {@code i} a child of {@code to}. */
  void link(int i, int to, int how, int howStep) {
    parent[i] = to;
    move[i] = how;
    moveStep[i] = howStep;
    state[i] = IN;
    before[i] = NONE;
    after[i] = child[to];
    if (child[to] != NONE) before[child[to]] = i;
    child[to] = i;
  }

  private void unlink(int i) {
    if (before[i] == NONE) child[parent[i]] = after[i];
    else after[before[i]] = after[i];
    if (after[i] != NONE) before[after[i]] = before[i];
  }

  boolean isIn(int i) {
    return state[i] == IN;
  }

  /** Puts an entry into the queue of those to be looked at, if it is not there. */
  void activate(int i) {
    queue(i, level[i]);
  }

  /** Puts an entry that was looked at back into the queue, a level later than before. */
  void postpone(int i) {
    if (due[i] + 1 > most) deepen();
    queue(i, due[i] + 1);
  }

  private void queue(int i, int when) {
    if (active[i]) return;
    due[i] = when;
    active[i] = true;
    nextActive[i] = activeAt[when];
    activeAt[when] = i;
    leastActive = Math.min(leastActive, when);
  }

  /** How often a place to look at was asked for. */
  long looks() {
    return looks;
  }

  /** Takes an entry of least level out of the queue of those to be looked at; -1 if there is none. */
  int nextToLookAt() {
    looks++;
    for (; leastActive <= most; leastActive++) {
      while (activeAt[leastActive] != NONE) {
        int i = activeAt[leastActive];
        activeAt[leastActive] = nextActive[i];
        active[i] = false;
        if (state[i] == IN) return i;
        recycle(i);
      }
    }
    return NONE;
  }

  /** Parts an entry from its parent. */
  void orphan(int i) {
    unlink(i);
    state[i] = ORPHAN;
    nextOrphan[i] = orphanAt[level[i]];
    orphanAt[level[i]] = i;
    leastOrphan = Math.min(leastOrphan, level[i]);
  }

  /** Takes an orphan of least level out of the queue; -1 if there is none. */
  int nextToMend() {
    for (; leastOrphan <= most; leastOrphan++) {
      int i = orphanAt[leastOrphan];
      if (i == NONE) continue;
      orphanAt[leastOrphan] = nextOrphan[i];
      return i;
    }
    leastOrphan = Integer.MAX_VALUE;
    return NONE;
  }

  /** Gives up an orphan taken out of the queue; its children are orphans then. */
  void giveUp(int i) {
    while (child[i] != NONE) orphan(child[i]);
    marks.set(node[i], step[i], Marks.NEW);
    state[i] = FREE;
    if (!active[i]) recycle(i);
  }

  private void recycle(int i) {
    nextOrphan[i] = free;
    free = i;
  }

  /** Marks all that is in the tree, and is done with it. */
  void fell(int mark) {
    for (int i = ROOT + 1; i < count; i++) if (state[i] != FREE) marks.set(node[i], step[i], mark);
    while (nextToMend() != NONE) {}
  }

  private void grow() {
    int more = 2 * count;
    node = Arrays.copyOf(node, more);
    step = Arrays.copyOf(step, more);
    level = Arrays.copyOf(level, more);
    due = Arrays.copyOf(due, more);
    parent = Arrays.copyOf(parent, more);
    move = Arrays.copyOf(move, more);
    moveStep = Arrays.copyOf(moveStep, more);
    child = Arrays.copyOf(child, more);
    after = Arrays.copyOf(after, more);
    before = Arrays.copyOf(before, more);
    state = Arrays.copyOf(state, more);
    active = Arrays.copyOf(active, more);
    nextActive = Arrays.copyOf(nextActive, more);
    nextOrphan = Arrays.copyOf(nextOrphan, more);
  }
}
