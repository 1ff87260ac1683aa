// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * A best flow by the last step, made ready for questions of what a change would bring: the flow taken apart, and the levels of all places from which a sink can still be
 * reached. No home with people is among them, so these places are the sink side of a smallest cut; whatever a change brings has to enter there,
 * through what the change has opened. Once: {@link Reach}.
 */
final class SinkSide {
  final FlowProblem problem;
  final Surroundings around;
  final OpenFlow flow;
  final Reach levels;
  private final StepBits bits;
  private final int[][] runs;
  private Reach homeLevels;

  SinkSide(FlowProblem p, FlowOverTime best) {
    problem = p;
    around = new Surroundings(p);
    flow = new OpenFlow(p, best);
    bits = new StepBits(flow);
    levels = Reach.ofSinks(around, flow, bits);
    runs = new int[p.nodes()][];
    for (int v = 0; v < runs.length; v++) if (!p.isSink(v)) runs[v] = levels.runs(v);
  }

  /** The levels of all places to which people who are still at home can come; laid when first asked for. No place has a level here and in {@link #levels}. */
  synchronized Reach homeLevels() {
    if (homeLevels == null) homeLevels = Reach.ofHomes(around, flow, bits);
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
