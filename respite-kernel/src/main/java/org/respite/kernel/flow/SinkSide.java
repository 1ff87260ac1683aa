// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * A best flow by the last step, made ready for questions of what a change would bring: the flow taken apart, and the levels of all places from which a sink can still be
 * reached. No home with people is among them, so these places are the sink side of a smallest cut; whatever a change brings has to enter there,
 * through what the change has opened. Levels are laid when first asked for, once ({@link Reach}).
 */
final class SinkSide {
  final FlowProblem problem;
  final Surroundings around;
  final OpenFlow flow;
  /** Whether nobody is left at home: then no change that only opens can bring anybody, and all places together are the sink side of a cut. */
  final boolean everybodyOut;
  private final StepBits bits;
  private Reach levels;
  private int[][] runs;
  private Reach homeLevels;
  private CutOverTime cut;

  SinkSide(FlowProblem p, FlowOverTime best) {
    problem = p;
    around = new Surroundings(p);
    flow = new OpenFlow(p, best);
    bits = new StepBits(flow);
    everybodyOut = Arrays.stream(flow.atHome).allMatch(people -> people == 0);
  }

  /** The levels of all places from which a sink can be reached; laid when first asked for. */
  synchronized Reach levels() {
    if (levels == null) levels = Reach.ofSinks(around, flow, bits);
    return levels;
  }

  /** The levels of all places to which people who are still at home can come; laid when first asked for. No place has a level here and in {@link #levels}. */
  synchronized Reach homeLevels() {
    if (homeLevels == null) homeLevels = Reach.ofHomes(around, flow, bits);
    return homeLevels;
  }

  /** The runs of steps of each node with levels, in the shape of {@link CutOverTime}; a new array of the same rows, with {@code nodes} places. */
  synchronized int[][] runs(int nodes) {
    if (runs == null) {
      runs = new int[problem.nodes()][];
      for (int v = 0; v < runs.length; v++) if (!problem.isSink(v)) runs[v] = levels().runs(v);
    }
    return Arrays.copyOf(runs, nodes);
  }

  /** A cut that lets exactly as many pass as the flow has out. */
  synchronized CutOverTime cut() {
    if (cut == null) cut = CutOverTime.owning(problem, problem.horizon(), everybodyOut ? everything(problem.nodes()) : runs(problem.nodes()));
    return cut;
  }

  /** All steps of all nodes but sinks. */
  int[][] everything(int nodes) {
    int[][] all = new int[nodes][];
    int[] always = {0, around.steps};
    for (int v = 0; v < problem.nodes(); v++) if (!problem.isSink(v)) all[v] = always;
    return all;
  }
}
