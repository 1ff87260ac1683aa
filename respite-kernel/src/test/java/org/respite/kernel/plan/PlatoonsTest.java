// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.respite.kernel.flow.ArrivalFlow;
import org.respite.kernel.flow.Departures;
import org.respite.kernel.flow.EarliestArrival;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.flow.RandomProblems;

class PlatoonsTest {
  private static Platoons platoons(FlowProblem p, int period, int ways) {
    return Platoons.of(p, Departures.of(p, EarliestArrival.solve(p).flow()).all(), new Platoons.Rules(period, ways));
  }

  /** 20 people, 3 a step, one step to go: six full steps and one of two, in two platoons of five steps and what is left. */
  @Test
  void aLaneIsTwoPlatoonsAndNobodyIsLost() {
    FlowProblem.Builder b = FlowProblem.builder(2, 12).supply(0, 0, 20).sink(1);
    b.arc(0, 1, 3, 1);
    Platoons told = platoons(b.build(), 5, 1);
    assertThat(told.all()).containsExactly(
        new Platoons.Platoon(0, 0, 5, 15, List.of(0), 0), new Platoons.Platoon(0, 5, 10, 5, List.of(0), 0));
    assertThat(told.flow().entering(0)).containsExactly(3, 3, 3, 3, 3, 1, 1, 1, 1, 1, 0, 0, 0);
    assertThat(told.loss()).isZero();
  }

  /** Two ways out of one home, 5 and 1 a step: of a platoon by one way 10 go and 2 stay. */
  @Test
  void withFewerWaysThanTheOptimumNeedsTheLossIsTold() {
    FlowProblem.Builder b = FlowProblem.builder(2, 2).supply(0, 0, 12).sink(1);
    b.arc(0, 1, 5, 1);
    b.arc(0, 1, 1, 1);
    Platoons told = platoons(b.build(), 2, 1);
    assertThat(told.all()).containsExactly(new Platoons.Platoon(0, 0, 2, 10, List.of(0), 0));
    assertThat(told.loss()).isEqualTo(2);
    assertThat(platoons(b.build(), 2, 2).loss()).isZero();
  }

  @Test
  void whatIsToldIsAlwaysAPlanAndNeverBetterThanTheBest() {
    for (long seed = 0; seed < 3_000; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      ArrivalFlow solved = EarliestArrival.solve(p);
      Platoons told = Platoons.of(p, Departures.of(p, solved.flow()).all(), new Platoons.Rules(1 + (int) (seed % 6), 1 + (int) (seed % 3)));
      assertThat(told.violations()).as("seed %d", seed).isEmpty();
      assertThat(told.out()).as("seed %d", seed).isEqualTo(told.all().stream().mapToLong(Platoons.Platoon::people).sum());
      assertThat(told.loss()).as("seed %d", seed).isBetween(0L, solved.arrived()[p.horizon()]);
    }
  }

  @Test
  void rulesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Platoons.Rules(0, 1)).hasMessage("period must be 1 step or more, got 0");
    assertThatThrownBy(() -> new Platoons.Rules(15, 0)).hasMessage("ways of a home must be 1 or more, got 0");
  }
}
