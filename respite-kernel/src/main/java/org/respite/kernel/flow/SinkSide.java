// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * A best flow by the last step, made ready for questions of what a change would bring: the flow taken apart, and the levels of all places from which a sink can still be
 * reached. No home with people is among them, so these places are the sink side of a smallest cut; whatever a change brings has to enter there,
 * through what the change has opened. O((n + m) x steps) once; memory 4 bytes for each such (node, step) pair.
 */
final class SinkSide {
  final FlowProblem problem;
  final Surroundings around;
  final OpenFlow flow;
  final Layers levels;
  private final int[][] runs;
  private Layers homeLevels;

  SinkSide(FlowProblem p, FlowOverTime best) {
    problem = p;
    around = new Surroundings(p);
    flow = new OpenFlow(p, best);
    levels = new Layers(around, flow, new AtSinks(around, flow), true);
    levels.layAll();
    runs = new int[p.nodes()][];
    SideRuns side = new SideRuns(around.steps);
    for (int v = 0; v < runs.length; v++) {
      int node = v;
      if (!p.isSink(v)) runs[v] = levels.hasRow(v) ? side.of(t -> t < around.earliest[node] || levels.of(node, t) != Layers.NONE) : side.until(around.earliest[v]);
    }
  }

  /** The levels of all places to which people who are still at home can come; laid when first asked for. No place has a level here and in {@link #levels}. */
  synchronized Layers homeLevels() {
    if (homeLevels == null) {
      homeLevels = new Layers(around, flow, new AtHomes(around, flow), false);
      homeLevels.layAll();
    }
    return homeLevels;
  }

  /** The runs of steps of each node on the sink side, in the shape of {@link CutOverTime}; a new array of the same rows, with {@code nodes} places. */
  int[][] runs(int nodes) {
    return Arrays.copyOf(runs, nodes);
  }

  CutOverTime cut() {
    return CutOverTime.owning(problem, problem.horizon(), runs);
  }
}
