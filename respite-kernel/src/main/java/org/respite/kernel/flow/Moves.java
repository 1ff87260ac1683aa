// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/**
 * The changes of a flow by which one more person could come to a pair of node and step, or to a home, and those by which one more could go on
 * from there; one after the other in a fixed order. A home is written -1 - home. Only pairs and homes of wanted marks are told.
 */
final class Moves {
  /** Wanted marks: nothing known, in the tree around the sinks, in the tree around the homes. */
  static final int NEW = 1;
  static final int SINK_SIDE = 2;
  static final int HOME_SIDE = 4;

  private final TimedNetwork network;
  private final FlowProblem problem;
  private final ResidualFlow flow;
  private final Marks marks;
  private int t;
  private int wanted;

  /** The last move found: the place at its other end with that place's mark, and the change itself. */
  int node;
  int step;
  int mark;
  int move;
  int moveStep;

  Moves(TimedNetwork network, ResidualFlow flow, Marks marks) {
    this.network = network;
    this.flow = flow;
    this.marks = marks;
    problem = network.problem;
  }

  /** Whoever is out at step {@code t} is out in time, and nobody who is out later. */
  void until(int step) {
    t = step;
  }

  /** Whether nobody more can be out at the step at hand. */
  boolean gatesFull() {
    return gate(0) < 0;
  }

  /** The option of a home that stands for step {@code at}. */
  int option(int at) {
    return t - at;
  }

  /** Finds the first move into a place from option {@code from} on; its option, or -1. */
  int into(int v, int at, int from, int marksWanted) {
    wanted = marksWanted;
    if (v < 0) return undepart(-1 - v, from);
    int first = network.inStart[v];
    int ins = network.inStart[v + 1] - first;
    for (int i = from; i < ins; i++) {
      int u = network.inTail[first + i];
      if (enter(u, at - network.inTransit[first + i], network.inArc[first + i])) return i;
    }
    int firstOut = network.outStart[v];
    int outs = network.outStart[v + 1] - firstOut;
    for (int i = Math.max(0, from - ins); i < outs; i++) {
      if (unenter(network.outArc[firstOut + i], at)) return ins + i;
    }
    int rest = ins + outs;
    if (from <= rest && at > network.earliest[v] && fits(marks.of(v, at - 1)) && flow.roomToWait(v, at - 1) != 0) {
      return found(rest, v, at - 1, ResidualFlow.move(ResidualFlow.WAIT, v), at - 1);
    }
    if (from <= rest + 1 && flow.waiting(v, at) != 0 && fits(marks.of(v, at + 1))) {
      return found(rest + 1, v, at + 1, ResidualFlow.move(ResidualFlow.UNWAIT, v), at);
    }
    rest += 2;
    int firstHome = network.homeStart[v];
    for (int i = Math.max(0, from - rest); firstHome + i < network.homeStart[v + 1]; i++) {
      int home = firstHome + i;
      if (at < problem.releaseStep[home] || !fits(marks.ofHome(home))) continue;
      return found(rest + i, -1 - home, -1, ResidualFlow.move(ResidualFlow.DEPART, home), at);
    }
    return -1;
  }

  /** The first gate from {@code from} on that is free for who is out at the step at hand; its option, or -1. */
  int gate(int from) {
    int[] gates = network.gateArc;
    for (int i = from; i < gates.length; i++) {
      int arc = gates[i];
      int before = t - problem.transit[arc];
      int u = problem.tail[arc];
      if (before < network.earliest[u] || flow.free(arc, before) <= 0) continue;
      mark = marks.of(u, before);
      return found(i, u, before, ResidualFlow.move(ResidualFlow.ENTER, arc), before);
    }
    return -1;
  }

  /** Finds the first move on from a place from option {@code from} on; its option, or -1. */
  int onward(int v, int at, int from, int marksWanted) {
    wanted = marksWanted;
    if (v < 0) return depart(-1 - v, from);
    int firstOut = network.outStart[v];
    int outs = network.outStart[v + 1] - firstOut;
    for (int i = from; i < outs; i++) if (enterOnward(network.outArc[firstOut + i], at)) return i;
    int first = network.inStart[v];
    int ins = network.inStart[v + 1] - first;
    for (int i = Math.max(0, from - outs); i < ins; i++) {
      if (unenterOnward(first + i, at - network.inTransit[first + i])) return outs + i;
    }
    int rest = ins + outs;
    if (from <= rest && inTime(v, at + 1) && fits(marks.of(v, at + 1)) && flow.roomToWait(v, at) != 0) {
      return found(rest, v, at + 1, ResidualFlow.move(ResidualFlow.WAIT, v), at);
    }
    if (from <= rest + 1 && at > 0 && flow.waiting(v, at - 1) != 0 && fits(marks.of(v, at - 1))) {
      return found(rest + 1, v, at - 1, ResidualFlow.move(ResidualFlow.UNWAIT, v), at - 1);
    }
    rest += 2;
    int firstHome = network.homeStart[v];
    for (int i = Math.max(0, from - rest); firstHome + i < network.homeStart[v + 1]; i++) {
      int home = firstHome + i;
      if (!fits(marks.ofHome(home)) || flow.departing(home, at) == 0) continue;
      return found(rest + i, -1 - home, -1, ResidualFlow.move(ResidualFlow.UNDEPART, home), at);
    }
    return -1;
  }

  private boolean inTime(int v, long at) {
    return at + network.toSink[v] <= t;
  }

  private boolean fits(int ofPlace) {
    mark = ofPlace;
    return (wanted & (ofPlace == Marks.NEW ? NEW : ofPlace > 0 ? SINK_SIDE : ofPlace < Marks.USELESS ? HOME_SIDE : 0)) != 0;
  }

  private int found(int option, int v, int at, int how, int howStep) {
    node = v;
    step = at;
    move = how;
    moveStep = howStep;
    return option;
  }

  private boolean enter(int u, int before, int arc) {
    if (before < network.earliest[u] || !fits(marks.of(u, before)) || flow.free(arc, before) <= 0) return false;
    return found(0, u, before, ResidualFlow.move(ResidualFlow.ENTER, arc), before) == 0;
  }

  private boolean unenter(int arc, int at) {
    if (flow.used(arc, at) == 0) return false;
    int w = problem.head[arc];
    int after = at + problem.transit[arc];
    return !problem.sink[w] && fits(marks.of(w, after)) && found(0, w, after, ResidualFlow.move(ResidualFlow.UNENTER, arc), at) == 0;
  }

  private boolean enterOnward(int arc, int at) {
    int w = problem.head[arc];
    long after = (long) at + problem.transit[arc];
    if (problem.sink[w] ? after != t : !inTime(w, after)) return false;
    if (!fits(problem.sink[w] ? SearchTree.ROOT : marks.of(w, (int) after)) || flow.free(arc, at) <= 0) return false;
    return found(0, w, (int) after, ResidualFlow.move(ResidualFlow.ENTER, arc), at) == 0;
  }

  private boolean unenterOnward(int place, int before) {
    int u = network.inTail[place];
    int arc = network.inArc[place];
    if (before < 0 || !fits(marks.of(u, before)) || flow.used(arc, before) == 0) return false;
    return found(0, u, before, ResidualFlow.move(ResidualFlow.UNENTER, arc), before) == 0;
  }

  /** Options of homes are steps before the step at hand: those who left last come first. */
  private int undepart(int home, int from) {
    StepCounts departing = flow.departing[home];
    if (departing == null) return -1;
    int v = problem.releaseNode[home];
    for (int at = Math.min(t - from, departing.to() - 1); at >= departing.from(); at--) {
      if (departing.get(at) == 0 || !fits(marks.of(v, at))) continue;
      return found(t - at, v, at, ResidualFlow.move(ResidualFlow.UNDEPART, home), at);
    }
    return -1;
  }

  private int depart(int home, int from) {
    int v = problem.releaseNode[home];
    for (int at = t - Math.max(from, network.toSink[v]); at >= problem.releaseStep[home]; at--) {
      if (fits(marks.of(v, at))) return found(t - at, v, at, ResidualFlow.move(ResidualFlow.DEPART, home), at);
    }
    return -1;
  }
}
