// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/** Ways that begin at the homes that hold people. */
final class AtHomes implements Layers.Goal {
  private final Surroundings around;
  private final OpenFlow flow;

  AtHomes(Surroundings around, OpenFlow flow) {
    this.around = around;
    this.flow = flow;
  }

  @Override
  public void roots(Layers layers) {
    FlowProblem p = around.problem;
    for (int k = 0; k < flow.atHome.length; k++) {
      for (int t = p.releaseStep[k]; flow.atHome[k] > 0 && t < around.steps; t++) layers.give(p.releaseNode[k], t, 1);
    }
  }

  @Override
  public boolean holds(int place) {
    return false;
  }
}
