// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The changes by which people were brought at the step before, each as the moves of a walk from a home to a sink: a step later they are often
 * possible again, moves back and all.
 */
final class Walks {
  private final ResidualFlow flow;
  private final Quota quota;
  private final int[] homeNode;
  /** Home, then pairs of a move and how many steps before the sink it is made. */
  private List<int[]> known = new ArrayList<>();
  private List<int[]> next = new ArrayList<>();
  private int[] walk = new int[64];
  private int length;

  Walks(ResidualFlow flow, Quota quota, int[] homeNode) {
    this.flow = flow;
    this.quota = quota;
    this.homeNode = homeNode;
  }

  /** Repeats what was done at the step before; returns how many more are out at step {@code t}. */
  long repeat(int t) {
    known = next;
    next = new ArrayList<>();
    long brought = 0;
    for (int[] w : known) {
      long people = flow.atHome[w[0]];
      for (int i = 1; i < w.length && people > 0; i += 2) people = t < w[i + 1] ? 0 : Math.min(people, flow.room(w[i], t - w[i + 1]));
      if (people <= 0) continue;
      for (int i = 1; i < w.length; i += 2) flow.make(w[i], t - w[i + 1], people);
      flow.atHome[w[0]] -= people;
      quota.sent(homeNode[w[0]], people);
      brought += people;
      next.add(w);
    }
    return brought;
  }

  void begin(int home) {
    walk[0] = home;
    length = 1;
  }

  void move(int move, int before) {
    if (length + 2 > walk.length) walk = Arrays.copyOf(walk, 2 * walk.length);
    walk[length++] = move;
    walk[length++] = before;
  }

  void end() {
    next.add(Arrays.copyOf(walk, length));
  }
}
