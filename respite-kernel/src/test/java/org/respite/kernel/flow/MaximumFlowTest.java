// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MaximumFlowTest {
  private static final int SEEDS = 15_000;

  @Test
  void fromNothingItIsTheNumberOfTheTextbook() {
    for (long seed = 0; seed < SEEDS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      MaximumFlow found = MaximumFlow.from(p, FlowOverTime.of(p, new int[p.arcs()][]));
      assertThat(found.people()).as("seed %d", seed).isEqualTo(PlainReference.arrived(p)[p.horizon()]);
      assertThat(found.proof().holds()).as("proof of seed %d", seed).isTrue();
      assertThat(Certificate.cutValue(p, found.cut())).as("cut of seed %d", seed).isEqualTo(found.people());
    }
  }

  @Test
  void fromABestFlowOfANarrowerNetworkItIsTheNumberOfTheTextbookForTheWider() {
    int grown = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      if (p.arcs() == 0) continue;
      SplittableRandom r = new SplittableRandom(seed);
      Change change = r.nextBoolean()
          ? new Change.Wider(r.nextInt(p.arcs()), 0, p.horizon() + 1, 1 + r.nextInt(9))
          : new Change.Gate(r.nextInt(p.nodes()), 1 + r.nextInt(4), r.nextInt(3));
      FlowProblem wider = change.in(p);
      ArrivalFlow before = EarliestArrival.solve(p);
      MaximumFlow after = MaximumFlow.from(wider, before.flow());
      assertThat(after.people()).as("seed %d, %s", seed, change).isEqualTo(PlainReference.arrived(wider)[p.horizon()]);
      assertThat(after.proof().holds()).as("proof of seed %d", seed).isTrue();
      if (after.people() > before.arrived()[p.horizon()]) grown++;
    }
    assertThat(grown).isGreaterThan(SEEDS / 20);
  }

  @Test
  void aFlowThatLeavesSomebodyOnTheWayIsNoStart() {
    FlowProblem.Builder b = FlowProblem.builder(3, 4).supply(0, 0, 5).sink(2);
    b.arc(0, 1, 2, 1);
    b.arc(1, 2, 2, 1);
    FlowProblem p = b.build();
    assertThatThrownBy(() -> MaximumFlow.from(p, FlowOverTime.of(p, new int[][] {{2, 0, 0, 0, 0}, null})))
        .hasMessage("everybody who leaves home must be at a sink by step 4, but 2 are at node 1");
  }
}
