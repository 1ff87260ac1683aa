// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReachTest {
  /** Level by level as the search over single pairs, on problems of up to 17 steps and towns of up to 60; and a horizon that fills a word to the last bit and beyond. */
  @Test
  void givesTheLevelsOfTheSearchOverSinglePairs() {
    long pairs = 0;
    for (long seed = 0; seed < 4_000; seed++) pairs += compare(RandomProblems.of(seed), seed);
    for (long seed = 0; seed < 400; seed++) pairs += compare(RandomProblems.town(seed), seed);
    for (int horizon = 60; horizon < 135; horizon++) pairs += compare(street(horizon), horizon);
    assertThat(pairs).isGreaterThan(200_000);
  }

  /** Full for ten steps in the middle, transits of 1, 3 and 66 steps, waiting places of 2 people and without limit. */
  private static FlowProblem street(int horizon) {
    FlowProblem.Builder b = FlowProblem.builder(5, horizon).supply(0, 3, 200).supply(3, 0, 40).sink(4).storage(1, 2).storage(3, 0);
    b.arc(0, 1, 4, 1);
    b.arc(1, 2, 3, 3);
    int gate = b.arc(2, 4, 5, 1);
    b.window(gate, 30, 40, 0);
    b.arc(3, 4, 1, 66);
    b.arc(2, 3, 2, 1);
    return b.build();
  }

  private static long compare(FlowProblem p, long seed) {
    Surroundings around = new Surroundings(p);
    OpenFlow flow = new OpenFlow(p, EarliestArrival.solve(p).flow());
    StepBits bits = new StepBits(flow);
    Layers toSinks = new Layers(around, flow, new AtSinks(around, flow), true);
    toSinks.layAll();
    Layers fromHomes = new Layers(around, flow, new FromHomes(around, flow), false);
    fromHomes.layAll();
    return compare(p, Reach.ofSinks(around, flow, bits), toSinks, "to sinks, seed " + seed) + compare(p, Reach.ofHomes(around, flow, bits), fromHomes, "from homes, seed " + seed);
  }

  private static long compare(FlowProblem p, Reach found, Layers expected, String what) {
    long pairs = 0;
    for (int v = 0; v < p.nodes(); v++) {
      for (int t = 0; t <= p.horizon(); t++) {
        assertThat(found.of(v, t)).as("%s: node %d at %d", what, v, t).isEqualTo(expected.of(v, t));
        if (expected.of(v, t) != Layers.NONE) pairs++;
      }
    }
    for (int k = 0; k < p.releaseNode.length; k++) assertThat(found.ofHome(k)).as("%s: home %d", what, k).isEqualTo(expected.ofHome(k));
    return pairs;
  }

  private record FromHomes(Surroundings around, OpenFlow flow) implements Layers.Goal {
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
}
