// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/**
 * The changes of a flow by which one more person could come to a pair of node and step, or to a home, one after the other in a
 * fixed order. A home is written -1 - home.
 */
final class Moves {
  private final TimedNetwork network;
  private final FlowProblem problem;
  private final ResidualFlow flow;
  private final Marks marks;

  /** The last move found: where the person would come from, the change itself, and for how many there is room. */
  int node;
  int step;
  int move;
  int moveStep;
  long room;

  Moves(TimedNetwork network, ResidualFlow flow, Marks marks) {
    this.network = network;
    this.flow = flow;
    this.marks = marks;
    problem = network.problem;
  }

  /**
   * Finds the first move from option {@code from} on that leads to something in a later layer than {@code layer}, or to something
   * new where that is 0; its option, or -1.
   */
  int next(int v, int at, int from, int layer) {
    if (v < 0) return undepart(-1 - v, from, layer);
    int first = network.inStart[v];
    int ins = network.inStart[v + 1] - first;
    for (int i = from; i < ins; i++) if (enter(first + i, at, layer)) return i;
    int firstOut = network.outStart[v];
    int outs = network.outStart[v + 1] - firstOut;
    for (int i = Math.max(0, from - ins); i < outs; i++) {
      if (unenter(network.outArc[firstOut + i], at, layer)) return ins + i;
    }
    int rest = ins + outs;
    if (from <= rest && waitBefore(v, at, layer)) return rest;
    if (from <= rest + 1 && unwait(v, at, layer)) return rest + 1;
    rest += 2;
    int firstHome = network.homeStart[v];
    int homes = network.homeStart[v + 1] - firstHome;
    for (int i = Math.max(0, from - rest); i < homes; i++) if (depart(firstHome + i, at, layer)) return rest + i;
    return -1;
  }

  /** The first gate from {@code from} on, in the order of {@link TimedNetwork#gateArc}, that is free for who is out at {@code t}. */
  int nextGate(int t, int from) {
    int[] gates = network.gateArc;
    for (int i = from; i < gates.length; i++) {
      int arc = gates[i];
      int before = t - problem.transit[arc];
      int u = problem.tail[arc];
      if (before < network.earliest[u]) continue;
      int free = flow.free(arc, before);
      if (free <= 0) continue;
      found(u, before, ResidualFlow.move(ResidualFlow.ENTER, arc), before, free);
      return i;
    }
    return -1;
  }

  private static boolean fits(int mark, int layer) {
    return layer == 0 ? mark == Marks.NEW : mark > layer;
  }

  private boolean found(int v, int at, int how, int howStep, long most) {
    node = v;
    step = at;
    move = how;
    moveStep = howStep;
    room = most;
    return true;
  }

  private boolean enter(int place, int at, int layer) {
    int u = network.inTail[place];
    int before = at - network.inTransit[place];
    if (before < network.earliest[u] || !fits(marks.of(u, before), layer)) return false;
    int arc = network.inArc[place];
    int free = flow.free(arc, before);
    return free > 0 && found(u, before, ResidualFlow.move(ResidualFlow.ENTER, arc), before, free);
  }

  private boolean unenter(int arc, int at, int layer) {
    int used = flow.used(arc, at);
    if (used == 0) return false;
    int w = problem.head[arc];
    int after = at + problem.transit[arc];
    if (problem.sink[w] || !fits(marks.of(w, after), layer)) return false;
    return found(w, after, ResidualFlow.move(ResidualFlow.UNENTER, arc), at, used);
  }

  private boolean waitBefore(int v, int at, int layer) {
    if (at == 0 || at - 1 < network.earliest[v] || problem.storage[v] == 0 || !fits(marks.of(v, at - 1), layer)) return false;
    long free = flow.roomToWait(v, at - 1);
    return free != 0 && found(v, at - 1, ResidualFlow.move(ResidualFlow.WAIT, v), at - 1, free);
  }

  private boolean unwait(int v, int at, int layer) {
    long waits = flow.waiting(v, at);
    return waits != 0 && fits(marks.of(v, at + 1), layer) && found(v, at + 1, ResidualFlow.move(ResidualFlow.UNWAIT, v), at, waits);
  }

  private boolean depart(int home, int at, int layer) {
    if (at < problem.releaseStep[home] || !fits(marks.ofHome(home), layer)) return false;
    return found(-1 - home, -1, ResidualFlow.move(ResidualFlow.DEPART, home), at, Long.MAX_VALUE);
  }

  private int undepart(int home, int from, int layer) {
    StepCounts departing = flow.departing[home];
    if (departing == null) return -1;
    int v = problem.releaseNode[home];
    for (int at = Math.max(from, departing.from()); at < departing.to(); at++) {
      long people = departing.get(at);
      if (people == 0 || !fits(marks.of(v, at), layer)) continue;
      found(v, at, ResidualFlow.move(ResidualFlow.UNDEPART, home), at, people);
      return at;
    }
    return -1;
  }
}
