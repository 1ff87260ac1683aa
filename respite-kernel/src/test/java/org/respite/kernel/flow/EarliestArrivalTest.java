// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarliestArrivalTest {
  /** Seeds 0..SEEDS-1 on every build; a seed that ever failed gets a test of its own below. */
  private static final int SEEDS = 30_000;

  @Test
  void theTextbookMethodFindsTheSameNumberForEveryStep() {
    for (long seed = 0; seed < SEEDS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      ArrivalFlow solved = EarliestArrival.solve(p);
      assertThat(solved.arrived()).as("seed %d", seed).isEqualTo(PlainReference.arrived(p));
      assertThat(Certificate.prove(p, solved).holds()).as("proof of seed %d", seed).isTrue();
      int middle = p.horizon() / 2;
      assertThat(Certificate.prove(p, solved, middle, p.horizon()).holds()).as("cuts of seed %d", seed).isTrue();
    }
  }
}
