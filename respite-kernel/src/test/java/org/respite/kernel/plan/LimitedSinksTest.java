// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.flow.PlainReference;
import org.respite.kernel.flow.RandomProblems;

class LimitedSinksTest {
  private static final int SEEDS = 5_000;
  private static final long NONE = LimitedSinks.NO_LIMIT;

  /**
   * Homes 0 and 1 hold one person each; 1 is next to camp 2 and far from camp 3, 0 can reach camp 2 alone, a step later:
   * <pre>0 --1-- 2 --0-- 1 --9-- 3</pre>
   */
  private static FlowProblem lastTent() {
    FlowProblem.Builder b = FlowProblem.builder(4, 12).supply(0, 0, 1).supply(1, 0, 1).sink(2).sink(3);
    b.arc(0, 2, 1, 1);
    b.arc(1, 2, 1, 0);
    b.arc(1, 3, 1, 9);
    return b.build();
  }

  @Test
  void theLastTentIsLeftToWhoCanReachNoOther() {
    long[] oneTent = {NONE, NONE, 1, NONE};
    LimitedSinks.Answer late = LimitedSinks.by(lastTent(), oneTent, 12);
    assertThat(late.people()).isEqualTo(2);
    assertThat(late.bySink()).containsExactly(0, 0, 1, 1);
    assertThat(late.everyStep()).isFalse();
    assertThat(late.proof().holds()).isTrue();
    // One step earlier than the far camp: whoever is in the near camp, it is one.
    LimitedSinks.Answer early = LimitedSinks.by(lastTent(), oneTent, 8);
    assertThat(early.people()).isEqualTo(1);
    assertThat(early.fullSinks()).containsExactly(2);
    assertThat(LimitedSinks.quickest(lastTent(), oneTent, 2).step()).isEqualTo(9);
    assertThat(LimitedSinks.quickest(lastTent(), new long[] {0, 0, 1, 0}, 2)).isNull();
  }

  @Test
  void limitsThatDoNotBindLeaveThePlanThatIsBestForEveryStep() {
    LimitedSinks.Answer answer = LimitedSinks.by(lastTent(), new long[] {NONE, NONE, 2, 0}, 12);
    assertThat(answer.everyStep()).isTrue();
    assertThat(answer.people()).isEqualTo(2);
    assertThat(answer.proof().holds()).isTrue();
  }

  /** 2 x 2^31 - 2 people a step for 3 steps come to a camp for 5,000,000,000: more than an int, fewer than would come. */
  @Test
  void limitsBeyondThirtyTwoBitsHold() {
    FlowProblem.Builder b = FlowProblem.builder(3, 3).supply(0, 0, 1L << 40).sink(1).sink(2);
    b.arc(0, 1, Integer.MAX_VALUE, 1);
    b.arc(0, 1, Integer.MAX_VALUE, 1);
    b.arc(0, 2, 7, 2);
    LimitedSinks.Answer answer = LimitedSinks.by(b.build(), new long[] {NONE, 5_000_000_000L, NONE}, 3);
    assertThat(answer.bySink()).containsExactly(0, 5_000_000_000L, 14);
    assertThat(answer.fullSinks()).containsExactly(1);
    assertThat(answer.proof().holds()).isTrue();
  }

  @Test
  void misuseIsRefused() {
    assertThatThrownBy(() -> LimitedSinks.by(lastTent(), new long[3], 1)).hasMessage("limits must be 4, one per node, got 3");
    assertThatThrownBy(() -> LimitedSinks.by(lastTent(), new long[] {0, 0, -1, 0}, 1)).hasMessage("limit of sink 2 must be 0 or more, got -1");
  }

  @Test
  void everyStepHasTheNumberOfTheTextbookWithLimits() {
    int binding = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      SplittableRandom r = new SplittableRandom(seed);
      long[] most = new long[p.nodes()];
      Arrays.setAll(most, v -> r.nextInt(4) == 0 ? NONE : r.nextInt(12));
      int step = r.nextInt(p.horizon() + 1);
      LimitedSinks.Answer answer = LimitedSinks.by(p, most, step);
      assertThat(answer.people()).as("seed %d", seed).isEqualTo(PlainReference.limited(p.until(step), most));
      assertThat(answer.proof().holds()).as("proof of seed %d", seed).isTrue();
      if (!answer.everyStep()) binding++;
      LimitedSinks.Answer more = LimitedSinks.by(p, most, p.horizon());
      assertThat(more.people()).as("seed %d: later is never worse", seed).isGreaterThanOrEqualTo(answer.people());
    }
    assertThat(binding).as("seeds with limits that bind").isGreaterThan(SEEDS / 10);
  }
}
