// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Home 0, a circle 1-2-1, sink 3: <pre>0 --1-- 1 --1-- 3,  1 --1-- 2 --1-- 1</pre> */
class DeparturesTest {
  private static FlowProblem.Builder circle(int atMost) {
    FlowProblem.Builder b = FlowProblem.builder(4, 9).supply(0, 0, 4).sink(3).storage(1, atMost).storage(2, 0);
    b.arc(0, 1, 4, 1);
    b.arc(1, 2, 4, 1);
    b.arc(2, 1, 4, 1);
    b.arc(1, 3, 4, 1);
    return b;
  }

  /** Four leave at step 0, go round once and are out at step 4. */
  private static final int[][] ROUND = {
    {4, 0, 0, 0, 0, 0, 0, 0, 0, 0}, {0, 4, 0, 0, 0, 0, 0, 0, 0, 0}, {0, 0, 4, 0, 0, 0, 0, 0, 0, 0}, {0, 0, 0, 4, 0, 0, 0, 0, 0, 0}
  };

  private static List<Departures.Departure> told(FlowProblem p) {
    return Departures.of(p, FlowOverTime.of(p, ROUND)).all();
  }

  @Test
  void whoWentRoundLeavesHomeLater() {
    assertThat(told(circle(0).build())).containsExactly(new Departures.Departure(new Departures.Way(0, List.of(0, 3), List.of(0, 1), 2), 2, 4));
  }

  @Test
  void whoCannotLeaveLaterWaitsWhereThereIsRoomAndOthersGoRound() {
    // The street from home is closed from step 1 on; three may wait at node 1.
    FlowProblem p = circle(3).window(0, 1, 10, 0).build();
    assertThat(told(p)).containsExactlyInAnyOrder(
        new Departures.Departure(new Departures.Way(0, List.of(0, 3), List.of(0, 3), 4), 0, 3),
        new Departures.Departure(new Departures.Way(0, List.of(0, 1, 2, 3), List.of(0, 1, 2, 3), 4), 0, 1));
  }

  @Test
  void everybodyWaitsWhereThereIsRoomForAll() {
    FlowProblem p = circle(FlowProblem.UNLIMITED).window(0, 1, 10, 0).build();
    assertThat(told(p)).containsExactly(new Departures.Departure(new Departures.Way(0, List.of(0, 3), List.of(0, 3), 4), 0, 4));
  }

  @Test
  void whoIsToldSomethingElseIsCounted() {
    FlowProblem p = circle(FlowProblem.UNLIMITED).build();
    Departures at0 = Departures.of(p, FlowOverTime.of(p, new int[][] {{4, 0, 0, 0, 0, 0, 0, 0, 0, 0}, null, null, {0, 4, 0, 0, 0, 0, 0, 0, 0, 0}}));
    Departures three1 = Departures.of(p, FlowOverTime.of(p, new int[][] {{3, 1, 0, 0, 0, 0, 0, 0, 0, 0}, null, null, {0, 3, 1, 0, 0, 0, 0, 0, 0, 0}}));
    assertThat(at0.toldOtherwise(at0, 1)).isZero();
    assertThat(three1.toldOtherwise(at0, 1)).isEqualTo(1);
    assertThat(three1.toldOtherwise(at0, 2)).isZero();
    Departures nobody = Departures.of(p, FlowOverTime.of(p, new int[4][]));
    assertThat(nobody.toldOtherwise(at0, 15)).isEqualTo(4);
  }

  /** One more a step at one arc, on 500 random networks: what grows from the flow that is there moves few, and never fewer than it gains. */
  @Test
  void aFlowThatGrowsMovesFewerThanOneThatIsMadeAnew() {
    long grown = 0;
    long anew = 0;
    for (long seed = 0; seed < 500; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      if (p.arcs() == 0 || p.totalSupply() > 1_000) continue;
      FlowProblem wider = new Change.Busier((int) (seed % p.arcs()), 1).in(p);
      ArrivalFlow before = EarliestArrival.solve(p);
      Departures told = Departures.of(p, before.flow());
      MaximumFlow after = MaximumFlow.from(wider, before.flow());
      long moved = Departures.of(wider, after.flow()).toldOtherwise(told, 1);
      assertThat(moved).as("seed %d", seed).isGreaterThanOrEqualTo(after.people() - before.arrived()[p.horizon()]);
      grown += moved;
      anew += Departures.of(wider, EarliestArrival.solve(wider).flow()).toldOtherwise(told, 1);
    }
    assertThat(grown).as("moved by growing, %d by solving anew", anew).isLessThanOrEqualTo(anew);
  }
}
