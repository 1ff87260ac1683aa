// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * What a change of capacities brings by the last step, from the best flow before it. Ways that are new must enter the sink side through what the change has opened, or
 * through what those who had to be taken back have left. From there back to a home with people and on to a sink they follow the levels that were laid before the
 * change. Then levels are laid backward from what is still open, over places that are not on the sink side alone, until no home with people can reach it; what can is the
 * rest of the new cut. Places of the sink side from which no way is left fall out of it.
 *
 * <p>Exact, and as fast as the part of the network that the change concerns is small; at worst as slow as {@link LastStepSearch} from the whole.
 */
final class AfterChange implements LastStepSearch.End, Unsending.Listener {
  private final SinkSide before;
  private final Surroundings around;
  private final FlowProblem problem;
  private final OpenFlow flow;
  private final Descent onward;
  private final LastStepSearch search;
  private final int steps;
  /** Moves that had no room and have now, and lead into the sink side: with their steps. */
  private int[] opened = new int[64];
  private int[] openedAt = new int[64];
  private int openedCount;
  /** Homes to which people have come back. */
  private final boolean[] returned;
  private final ResidualPath on = new ResidualPath();
  private final ResidualPath back = new ResidualPath();

  /** @param around of {@code changed}; nobody can be at any node earlier than before */
  AfterChange(SinkSide before, FlowProblem changed, Surroundings around) {
    this.before = before;
    this.around = around;
    problem = changed;
    flow = new OpenFlow(changed, before.flow);
    onward = new Descent(around, flow, before.levels(), true);
    search = new LastStepSearch(around, flow, this);
    steps = around.steps;
    returned = new boolean[flow.atHome.length];
  }

  /** Whether the change takes room that the flow uses, or opens what somebody could use; where not, the flow stays and everybody is out as before. */
  static boolean isNeeded(SinkSide before, FlowProblem changed) {
    if (!before.everybodyOut) return true;
    for (int arc = 0; arc < before.problem.arcs(); arc++) {
      if (!before.flow.uses(arc) || changed.sameCapacity(arc, before.problem)) continue;
      int[] capacities = changed.capacities(arc);
      for (int t = 0; t < capacities.length; t++) if (before.flow.used(arc, t) > capacities[t]) return true;
    }
    return false;
  }

  /** The best flow by the last step after the change. */
  FlowOverTime run() {
    Unsending unsending = new Unsending(around, flow, this);
    for (int arc = 0; arc < problem.arcs(); arc++) {
      if (problem.sameCapacity(arc, before.problem)) continue;
      for (int t = 0; t < steps; t++) {
        unsending.relieve(arc, t);
        if (flow.free(arc, t) > 0) room(ResidualFlow.ENTER, arc, t);
      }
    }
    for (int k = 0; k < returned.length; k++) if (returned[k]) sendFromSinkSide(k);
    if (openedCount > 0) sendThroughOpened(new Descent(around, flow, before.homeLevels(), false));
    search.run();
    return flow.close();
  }

  private void sendFromSinkSide(int k) {
    while (flow.atHome[k] > 0 && onward.has(-1 - k)) {
      on.start(-1 - k);
      if (onward.lengthen(on)) flow.atHome[k] -= on.send(flow, flow.atHome[k]);
    }
  }

  private void sendThroughOpened(Descent homeward) {
    for (int i = 0; i < openedCount; i++) {
      while (flow.roomFor(opened[i], openedAt[i]) > 0 && homeward.has(tail(i)) && leadsIn(i)) {
        back.start(tail(i));
        if (!homeward.lengthen(back)) continue;
        on.start(head(i));
        if (on.end() != ResidualPath.OUT && !onward.lengthen(on)) continue;
        int home = -1 - back.end();
        long people = on.room(flow, back.room(flow, Math.min(flow.atHome[home], flow.roomFor(opened[i], openedAt[i]))));
        back.make(flow, people);
        flow.make(opened[i], openedAt[i], people);
        on.make(flow, people);
        flow.atHome[home] -= people;
      }
    }
  }

  private int tail(int i) {
    int item = ResidualFlow.item(opened[i]);
    int v = ResidualFlow.kind(opened[i]) == ResidualFlow.ENTER ? problem.tail[item] : item;
    return v * steps + openedAt[i];
  }

  private int head(int i) {
    int item = ResidualFlow.item(opened[i]);
    if (ResidualFlow.kind(opened[i]) == ResidualFlow.WAIT) return item * steps + openedAt[i] + 1;
    return problem.isSink(problem.head[item]) ? ResidualPath.OUT : problem.head[item] * steps + openedAt[i] + problem.transit[item];
  }

  private boolean leadsIn(int i) {
    int head = head(i);
    return head == ResidualPath.OUT || onward.has(head);
  }

  @Override
  public void room(int kind, int item, int step) {
    boolean enters = kind == ResidualFlow.ENTER;
    if (!enters && kind != ResidualFlow.WAIT) return;
    int from = enters ? problem.tail[item] : item;
    long arrives = enters ? (long) step + problem.transit[item] : step + 1L;
    if (problem.isSink(from) || step < around.earliest[from] || arrives >= steps || onward.hasPair(from, step)) return;
    if (openedCount == opened.length) {
      opened = Arrays.copyOf(opened, 2 * openedCount);
      openedAt = Arrays.copyOf(openedAt, 2 * openedCount);
    }
    opened[openedCount] = ResidualFlow.move(kind, item);
    openedAt[openedCount] = step;
    if (leadsIn(openedCount)) openedCount++;
  }

  @Override
  public void home(int k) {
    returned[k] = true;
  }

  @Override
  public boolean holds(int place) {
    return onward.has(place);
  }

  @Override
  public void roots(Layers layers) {
    for (int i = 0; i < openedCount; i++) {
      if (flow.roomFor(opened[i], openedAt[i]) > 0 && leadsIn(i)) layers.give(tail(i) / steps, openedAt[i], 1);
    }
  }

  @Override
  public boolean lengthen(ResidualPath path) {
    return onward.lengthen(path);
  }

  /** The cut that lets through as many as the flow has out, once it is found. */
  CutOverTime cut() {
    int[][] runs = before.runs(problem.nodes());
    SideRuns side = new SideRuns(steps);
    Layers grown = search.layers();
    for (int i = 0; i < grown.rows(); i++) runs[grown.rowNode(i)] = runsOf(grown.rowNode(i), side);
    for (int v = 0; v < runs.length; v++) if (onward.hasRisen(v) && !grown.hasRow(v)) runs[v] = runsOf(v, side);
    return CutOverTime.owning(problem, problem.horizon(), runs);
  }

  private int[] runsOf(int v, SideRuns side) {
    return side.of(t -> t < around.earliest[v] || onward.hasPair(v, t) || search.layers().of(v, t) != Layers.NONE);
  }
}
