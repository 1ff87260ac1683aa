// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/** Ways that end at the sinks, by the last step. */
final class AtSinks implements LastStepSearch.End {
  private final Surroundings around;
  private final FlowProblem problem;
  private final OpenFlow flow;

  AtSinks(Surroundings around, OpenFlow flow) {
    this.around = around;
    this.flow = flow;
    problem = around.problem;
  }

  @Override
  public void roots(Layers layers) {
    for (int v = 0; v < problem.nodes(); v++) if (problem.isSink(v)) rootsOf(v, layers);
  }

  private void rootsOf(int sink, Layers layers) {
    Links links = around.links;
    for (int i = links.inStart[sink]; i < links.inStart[sink + 1]; i++) {
      int arc = links.inArc[i];
      for (int t = around.earliest[problem.tail[arc]]; t + problem.transit[arc] < around.steps; t++) {
        if (flow.free(arc, t) > 0) layers.give(problem.tail[arc], t, 1);
      }
    }
  }

  @Override
  public boolean holds(int place) {
    return false;
  }

  @Override
  public boolean lengthen(ResidualPath path) {
    throw new IllegalStateException("the sinks hold no place from which a way goes on");
  }
}
