// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/** Brings people along the layers that {@link LayeredSearch} has marked, depth first and always to a later layer, until no way is left. */
final class BlockingFlow {
  private final TimedNetwork network;
  private final ResidualFlow flow;
  private final Marks marks;
  private final Moves moves;
  private final Quota quota;

  /** The way so far, sink side first; entry 0 stands for the sinks. Node or -1 - home, step, next option, how it was reached. */
  private int[] node = new int[256];
  private int[] step = new int[256];
  private int[] option = new int[256];
  private int[] move = new int[256];
  private int[] moveStep = new int[256];
  private long[] room = new long[256];
  private int top;
  BlockingFlow(TimedNetwork network, ResidualFlow flow, Marks marks, Moves moves, Quota quota) {
    this.network = network;
    this.flow = flow;
    this.marks = marks;
    this.moves = moves;
    this.quota = quota;
  }

  /** Brings all that the layers allow to the sinks at step {@code t}; returns how many people. */
  long bring(int t) {
    long brought = 0;
    top = 0;
    option[0] = 0;
    while (top >= 0) {
      int home = top == 0 ? -1 : flow.homeWithPeople(network, node[top], step[top]);
      if (home >= 0) {
        brought += send(home);
      } else if (!advance(t)) {
        if (top > 0) marks.set(node[top], step[top], Marks.SPENT);
        top--;
      }
    }
    return brought;
  }

  private boolean advance(int t) {
    int next = option[top];
    if (top == 0) {
      next = moves.nextGate(t, next);
      while (next >= 0 && marks.of(moves.node, moves.step) <= 0) next = moves.nextGate(t, next + 1);
    } else {
      next = moves.next(node[top], step[top], next, layer());
    }
    if (next < 0) return false;
    option[top] = next;
    if (++top == node.length) grow();
    node[top] = moves.node;
    step[top] = moves.step;
    option[top] = 0;
    move[top] = moves.move;
    moveStep[top] = moves.moveStep;
    room[top] = moves.room;
    return true;
  }

  private int layer() {
    return node[top] < 0 ? marks.ofHome(-1 - node[top]) : marks.of(node[top], step[top]);
  }

  /** Sends along the way as many as fit, steps back to before the first move that is now full. */
  private long send(int home) {
    long people = flow.atHome[home];
    for (int i = 1; i <= top; i++) people = Math.min(people, room[i]);
    int full = top + 1;
    for (int i = top; i >= 1; i--) {
      flow.make(move[i], moveStep[i], people);
      if (room[i] != Long.MAX_VALUE) room[i] -= people;
      if (room[i] == 0) full = i;
    }
    flow.make(ResidualFlow.move(ResidualFlow.DEPART, home), step[top], people);
    quota.sent(node[top], people);
    flow.atHome[home] -= people;
    top = full - 1;
    return people;
  }

  private void grow() {
    int longer = 2 * node.length;
    node = Arrays.copyOf(node, longer);
    step = Arrays.copyOf(step, longer);
    option = Arrays.copyOf(option, longer);
    move = Arrays.copyOf(move, longer);
    moveStep = Arrays.copyOf(moveStep, longer);
    room = Arrays.copyOf(room, longer);
  }
}
