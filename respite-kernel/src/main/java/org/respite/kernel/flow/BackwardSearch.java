// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * Looks, from the sinks at one step backward, for people at home who can be brought there: depth first over the
 * residual network of (node, step) pairs, which is never built. A pass keeps what it has found to lead nowhere, so it
 * costs at most one look at each pair; a pass that brings nobody has proved that all it looked at is useless for good
 * (see {@link EarliestArrival}).
 */
final class BackwardSearch {
  private static final int ROOT = -1;

  private final TimedNetwork network;
  private final FlowProblem problem;
  private final ResidualFlow flow;
  private final int steps;
  /** One bit per (node, step): looked at in this pass, or useless for good. */
  private final long[] seen;
  private final boolean[] homeSeen;
  /** What this pass has looked at: packed (node, step) as in {@link #seen}; homes as -1 - home. */
  private int[] looked = new int[1024];
  private int lookedCount;

  /** The path so far, sink side first. Node (ROOT, or -2 - home), step, next option, and how it was reached. */
  private int[] node = new int[256];
  private int[] step = new int[256];
  private int[] option = new int[256];
  private int[] move = new int[256];
  private int[] moveStep = new int[256];
  private long[] room = new long[256];
  private int top;
  /** Whether this pass found no sink with room. */
  private boolean full;

  private final Quota quota;
  /** Steps from the nearest home that still holds people, per node: what a path needs at least from there on. */
  private int[] distance;
  /** Only pairs from which a path of at most this many steps is conceivable are looked at in this pass. */
  private long limit;
  /** The least such number that was above the limit in this pass. */
  private long beyond;
  private int t;

  BackwardSearch(TimedNetwork network, ResidualFlow flow, Quota quota) {
    this.network = network;
    this.flow = flow;
    this.quota = quota;
    problem = network.problem;
    steps = network.steps;
    seen = new long[(int) (((long) network.nodes * steps + 63) >>> 6)];
    homeSeen = new boolean[problem.releaseNode.length];
  }

  /** Tells which homes are near; between passes only. */
  void guide(int[] fromHomes) {
    distance = fromHomes;
    limit = 0;
  }

  /** Brings to the sinks at step {@code t} all that can be brought in addition of {@code left} people, and returns how many. */
  long saturate(int step, long left) {
    t = step;
    long all = 0;
    long wider = 2;
    limit = 0;
    while (true) {
      lookedCount = 0;
      beyond = Long.MAX_VALUE;
      long brought = pass();
      all += brought;
      if (full || all == left) {
        forget();
        return all;
      }
      if (brought == 0 && beyond == Long.MAX_VALUE) return all;
      forget();
      if (brought == 0) {
        limit = Math.max(beyond, limit + wider);
        wider *= 2;
      }
    }
  }


  private void forget() {
    for (int i = 0; i < lookedCount; i++) {
      int pair = looked[i];
      if (pair < 0) homeSeen[-1 - pair] = false;
      else seen[pair >>> 6] &= ~(1L << pair);
    }
  }

  private long pass() {
    long brought = 0;
    full = true;
    top = 0;
    node[0] = ROOT;
    step[0] = t;
    option[0] = 0;
    room[0] = Long.MAX_VALUE;
    while (top >= 0) {
      if (!advance()) {
        top--;
      } else {
        int home = homeWithPeople();
        if (home >= 0) brought += bring(home);
      }
    }
    return brought;
  }

  /** Steps to the next pair not looked at yet; false when there is none from here. */
  private boolean advance() {
    int v = node[top];
    if (v == ROOT) return advanceRoot();
    if (v < ROOT) return advanceHome(-2 - v);
    return advanceNode(v);
  }

  private boolean advanceRoot() {
    int t = step[0];
    int[] gates = network.gateArc;
    for (int i = option[0]; i < gates.length; i++) {
      if (enter(gates[i], t, ROOT)) {
        option[0] = i;
        return true;
      }
    }
    option[0] = gates.length;
    return false;
  }

  private boolean enter(int arc, int at, int from) {
    int before = at - problem.transit[arc];
    int u = problem.tail[arc];
    if (before < network.earliest[u]) return false;
    int free = flow.free(arc, before);
    if (free <= 0) return false;
    if (from == ROOT) full = false;
    if (isSeen(u, before) || tooFar(u, before)) return false;
    push(u, before, ResidualFlow.move(ResidualFlow.ENTER, arc), before, free);
    return true;
  }

  private boolean advanceNode(int v) {
    int at = step[top];
    int first = network.inStart[v];
    int ins = network.inStart[v + 1] - first;
    int firstOut = network.outStart[v];
    int outs = network.outStart[v + 1] - firstOut;
    int here = top;
    int i = option[here];
    for (; i < ins; i++) {
      if (enter(network.inArc[first + i], at, v)) {
        option[here] = i;
        return true;
      }
    }
    for (; i < ins + outs; i++) {
      if (unenter(network.outArc[firstOut + i - ins], at)) {
        option[here] = i;
        return true;
      }
    }
    for (; i < ins + outs + 2; i++) {
      if (i == ins + outs ? waitBefore(v, at) : unwait(v, at)) {
        option[here] = i;
        return true;
      }
    }
    int firstHome = network.homeStart[v];
    int homes = network.homeStart[v + 1] - firstHome;
    for (i -= ins + outs + 2; i < homes; i++) {
      if (intoHome(firstHome + i, at)) {
        option[here] = i + ins + outs + 2;
        return true;
      }
    }
    option[here] = Integer.MAX_VALUE - 4;
    return false;
  }

  private boolean unenter(int arc, int at) {
    int used = flow.used(arc, at);
    if (used == 0) return false;
    int w = problem.head[arc];
    int after = at + problem.transit[arc];
    if (problem.sink[w] || isSeen(w, after) || tooFar(w, after)) return false;
    push(w, after, ResidualFlow.move(ResidualFlow.UNENTER, arc), at, used);
    return true;
  }

  private boolean waitBefore(int v, int at) {
    if (at == 0 || at - 1 < network.earliest[v] || problem.storage[v] == 0 || isSeen(v, at - 1)) return false;
    long free = flow.roomToWait(v, at - 1);
    if (free == 0 || tooFar(v, at - 1)) return false;
    push(v, at - 1, ResidualFlow.move(ResidualFlow.WAIT, v), at - 1, free);
    return true;
  }

  private boolean unwait(int v, int at) {
    long waits = flow.waiting(v, at);
    if (waits == 0 || isSeen(v, at + 1) || tooFar(v, at + 1)) return false;
    push(v, at + 1, ResidualFlow.move(ResidualFlow.UNWAIT, v), at, waits);
    return true;
  }

  private boolean intoHome(int home, int at) {
    if (at < problem.releaseStep[home] || homeSeen[home] || flow.departing[home] == null) return false;
    homeSeen[home] = true;
    look(-1 - home);
    pushFrame(-2 - home, at, ResidualFlow.move(ResidualFlow.DEPART, home), at, Long.MAX_VALUE);
    option[top] = flow.departing[home].from();
    return true;
  }

  private boolean advanceHome(int home) {
    StepCounts departing = flow.departing[home];
    int v = problem.releaseNode[home];
    for (int at = option[top]; at < departing.to(); at++) {
      long people = departing.get(at);
      if (people == 0 || isSeen(v, at) || tooFar(v, at)) continue;
      option[top] = at;
      push(v, at, ResidualFlow.move(ResidualFlow.UNDEPART, home), at, people);
      return true;
    }
    option[top] = departing.to();
    return false;
  }

  private int homeWithPeople() {
    int v = node[top];
    if (v < 0) return -1;
    for (int home = network.homeStart[v]; home < network.homeStart[v + 1]; home++) {
      if (flow.atHome[home] > 0 && problem.releaseStep[home] <= step[top]) return home;
    }
    return -1;
  }

  /** Sends along the path as many as fit, steps back to before the first move that is now full. */
  private long bring(int home) {
    long people = flow.atHome[home];
    for (int i = 1; i <= top; i++) people = Math.min(people, room[i]);
    int full = top + 1;
    for (int i = top; i >= 1; i--) {
      flow.make(move[i], moveStep[i], people);
      if (room[i] != Long.MAX_VALUE) room[i] -= people;
      if (room[i] == 0) full = i;
    }
    int depart = ResidualFlow.move(ResidualFlow.DEPART, home);
    flow.make(depart, step[top], people);
    quota.sent(node[top], people);
    flow.atHome[home] -= people;
    for (int i = full; i <= top; i++) unsee(i);
    top = Math.min(full, top + 1) - 1;
    return people;
  }

  /** Whoever was on the way to success may be looked at again in this pass. */
  private void unsee(int i) {
    int v = node[i];
    if (v < ROOT) {
      homeSeen[-2 - v] = false;
      return;
    }
    int pair = v * steps + step[i];
    seen[pair >>> 6] &= ~(1L << pair);
  }

  private boolean tooFar(int v, int at) {
    long least = (long) t - at + distance[v];
    if (least <= limit) return false;
    beyond = Math.min(beyond, least);
    return true;
  }

  private boolean isSeen(int v, int at) {
    int pair = v * steps + at;
    return (seen[pair >>> 6] & 1L << pair) != 0;
  }

  private void push(int v, int at, int how, int howStep, long most) {
    int pair = v * steps + at;
    seen[pair >>> 6] |= 1L << pair;
    look(pair);
    pushFrame(v, at, how, howStep, most);
  }

  private void look(int pair) {
    if (lookedCount == looked.length) looked = Arrays.copyOf(looked, 2 * lookedCount);
    looked[lookedCount++] = pair;
  }

  private void pushFrame(int v, int at, int how, int howStep, long most) {
    if (++top == node.length) grow();
    node[top] = v;
    step[top] = at;
    option[top] = 0;
    move[top] = how;
    moveStep[top] = howStep;
    room[top] = most;
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
