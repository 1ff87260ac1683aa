// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/**
 * The changes of a flow by which one more person could come to a pair of node and step, or to a home, from where nobody has looked
 * yet, one after the other in a fixed order. A home is written -1 - home.
 */
final class Moves {
  private final TimedNetwork network;
  private final FlowProblem problem;
  private final ResidualFlow flow;
  private final Marks marks;

  /** The last move found: where the person would come from, and the change itself. */
  int node;
  int step;
  int move;
  int moveStep;

  Moves(TimedNetwork network, ResidualFlow flow, Marks marks) {
    this.network = network;
    this.flow = flow;
    this.marks = marks;
    problem = network.problem;
  }

  /** Finds the first move from option {@code from} on that comes from something new; its option, or -1. */
  int next(int v, int at, int from) {
    if (v < 0) return undepart(-1 - v, from);
    int first = network.inStart[v];
    int ins = network.inStart[v + 1] - first;
    for (int i = from; i < ins; i++) if (enter(first + i, at)) return i;
    int firstOut = network.outStart[v];
    int outs = network.outStart[v + 1] - firstOut;
    for (int i = Math.max(0, from - ins); i < outs; i++) {
      if (unenter(network.outArc[firstOut + i], at)) return ins + i;
    }
    int rest = ins + outs;
    if (from <= rest && waitBefore(v, at)) return rest;
    if (from <= rest + 1 && unwait(v, at)) return rest + 1;
    rest += 2;
    int firstHome = network.homeStart[v];
    int homes = network.homeStart[v + 1] - firstHome;
    for (int i = Math.max(0, from - rest); i < homes; i++) if (depart(firstHome + i, at)) return rest + i;
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
      if (flow.free(arc, before) <= 0) continue;
      found(u, before, ResidualFlow.move(ResidualFlow.ENTER, arc), before);
      return i;
    }
    return -1;
  }

  private boolean found(int v, int at, int how, int howStep) {
    node = v;
    step = at;
    move = how;
    moveStep = howStep;
    return true;
  }

  private boolean enter(int place, int at) {
    int u = network.inTail[place];
    int before = at - network.inTransit[place];
    if (before < network.earliest[u] || marks.of(u, before) != Marks.NEW) return false;
    int arc = network.inArc[place];
    return flow.free(arc, before) > 0 && found(u, before, ResidualFlow.move(ResidualFlow.ENTER, arc), before);
  }

  private boolean unenter(int arc, int at) {
    if (flow.used(arc, at) == 0) return false;
    int w = problem.head[arc];
    int after = at + problem.transit[arc];
    return !problem.sink[w] && marks.of(w, after) == Marks.NEW && found(w, after, ResidualFlow.move(ResidualFlow.UNENTER, arc), at);
  }

  private boolean waitBefore(int v, int at) {
    if (at == 0 || at - 1 < network.earliest[v] || problem.storage[v] == 0 || marks.of(v, at - 1) != Marks.NEW) return false;
    return flow.roomToWait(v, at - 1) != 0 && found(v, at - 1, ResidualFlow.move(ResidualFlow.WAIT, v), at - 1);
  }

  private boolean unwait(int v, int at) {
    return flow.waiting(v, at) != 0 && marks.of(v, at + 1) == Marks.NEW && found(v, at + 1, ResidualFlow.move(ResidualFlow.UNWAIT, v), at);
  }

  private boolean depart(int home, int at) {
    if (at < problem.releaseStep[home] || marks.ofHome(home) != Marks.NEW) return false;
    return found(-1 - home, -1, ResidualFlow.move(ResidualFlow.DEPART, home), at);
  }

  private int undepart(int home, int from) {
    StepCounts departing = flow.departing[home];
    if (departing == null) return -1;
    int v = problem.releaseNode[home];
    for (int at = Math.max(from, departing.from()); at < departing.to(); at++) {
      if (departing.get(at) == 0 || marks.of(v, at) != Marks.NEW) continue;
      found(v, at, ResidualFlow.move(ResidualFlow.UNDEPART, home), at);
      return at;
    }
    return -1;
  }
}
