// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.flow.PlainReference;
import org.respite.kernel.flow.Proof;
import org.respite.kernel.flow.RandomProblems;

class QuickestTest {
  private static final int SEEDS = 5_000;

  /** 10 people, 2 steps from the gate, 3 a step: 3, 6, 9, 10 are out by steps 2, 3, 4, 5. */
  private static FlowProblem lane(int horizon) {
    FlowProblem.Builder b = FlowProblem.builder(2, horizon).supply(0, 0, 10).sink(1);
    b.arc(0, 1, 3, 2);
    return b.build();
  }

  private static int stepOf(Quickest.Answer answer) {
    return ((Quickest.By) answer).step();
  }

  @Test
  void tenPeopleThreeAStepTwoStepsAwayNeedFiveSteps() {
    assertThat(stepOf(Quickest.everybody(lane(90)))).isEqualTo(5);
    assertThat(stepOf(Quickest.of(lane(90), 9))).isEqualTo(4);
    assertThat(stepOf(Quickest.of(lane(90), 0))).isZero();
  }

  @Test
  void theProofIsACutOneStepTooEarly() {
    Proof proof = Quickest.everybody(lane(90)).proof();
    assertThat(proof.holds()).isTrue();
    assertThat(proof.steps()).containsExactly(new Proof.Step(4, 9, 9), new Proof.Step(5, 10, 10));
  }

  @Test
  void whereTheHorizonIsTooNearItSaysHowManyAtMost() {
    assertThat(Quickest.everybody(lane(4))).isInstanceOfSatisfying(Quickest.Never.class, never -> {
      assertThat(never.most()).isEqualTo(9);
      assertThat(never.proof().holds()).isTrue();
    });
  }

  @Test
  void aShareIsRoundedUpToWholePeople() {
    assertThat(Quickest.people(lane(9), new BigDecimal("0.91"))).isEqualTo(10);
    assertThat(Quickest.people(lane(9), new BigDecimal("0.9"))).isEqualTo(9);
    assertThat(Quickest.people(lane(9), BigDecimal.ZERO)).isZero();
    assertThatThrownBy(() -> Quickest.people(lane(9), new BigDecimal("1.01"))).hasMessage("share must be in [0, 1], got 1.01");
    assertThatThrownBy(() -> Quickest.of(lane(9), 11)).hasMessage("people must be in [0, 10], got 11");
  }

  @Test
  void aHorizonFarBeyondTheAnswerIsNotSolvedToItsEnd() {
    assertThat(Quickest.everybody(lane(1_000_000)).problem().horizon()).isLessThan(50);
  }

  @Test
  void itIsTheFirstStepAtWhichTheTextbookHasSoManyOut() {
    int found = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      long[] arrived = PlainReference.arrived(p);
      long last = arrived[p.horizon()];
      long people = new SplittableRandom(seed).nextLong(p.totalSupply() + 1);
      Quickest.Answer answer = Quickest.of(p, people);
      if (answer instanceof Quickest.By by) {
        found++;
        assertThat(arrived[by.step()]).as("seed %d", seed).isGreaterThanOrEqualTo(people);
        if (by.step() > 0) assertThat(arrived[by.step() - 1]).as("seed %d", seed).isLessThan(people);
      } else if (answer instanceof Quickest.Never never) {
        assertThat(never.most()).as("seed %d", seed).isEqualTo(last).isLessThan(people);
      }
      assertThat(answer.proof().holds()).as("proof of seed %d", seed).isTrue();
    }
    assertThat(found).as("instances with an answer").isGreaterThan(SEEDS / 4);
  }
}
