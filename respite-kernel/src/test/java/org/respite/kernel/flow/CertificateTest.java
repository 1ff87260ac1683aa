// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Node 0 is home to 10 people, node 1 has room for 2 to wait, node 2 is the sink: 0 --3 a step, 1 step-- 1 --2, 1-- 2. */
class CertificateTest {
  private static final FlowProblem LANE = lane();

  private static FlowProblem lane() {
    FlowProblem.Builder b = FlowProblem.builder(3, 5).supply(0, 1, 10).sink(2).storage(1, 2);
    b.arc(0, 1, 3, 1);
    b.arc(1, 2, 2, 1);
    b.arc(2, 1, 9, 1);
    return b.build();
  }

  private static FlowOverTime flow(int[]... rows) {
    return FlowOverTime.of(LANE, rows);
  }

  @Test
  void aFlowThatKeepsEveryRuleHasNoViolation() {
    assertThat(Certificate.violations(LANE, flow(new int[] {0, 3, 3, 0, 0, 0}, new int[] {0, 0, 2, 2, 2, 0}, null))).isEmpty();
  }

  @Test
  void fourCannotEnterAnArcForThree() {
    assertThat(Certificate.violations(LANE, flow(new int[] {0, 4, 0, 0, 0, 0}, new int[] {0, 0, 2, 2, 0, 0}, null)))
        .containsExactly(new Violation.OverCapacity(0, 1, 4, 3));
  }

  @Test
  void nobodyLeavesHomeBeforeTheRelease() {
    assertThat(Certificate.violations(LANE, flow(new int[] {1, 0, 0, 0, 0, 0}, new int[] {0, 1, 0, 0, 0, 0}, null)))
        .containsExactly(new Violation.NotThere(0, 0, 1));
  }

  @Test
  void nobodyGoesOnWhoHasNotCome() {
    assertThat(Certificate.violations(LANE, flow(new int[] {0, 1, 0, 0, 0, 0}, new int[] {0, 0, 2, 0, 0, 0}, null)))
        .containsExactly(new Violation.NotThere(1, 2, 1));
  }

  @Test
  void threeCannotWaitWhereTwoMay() {
    assertThat(Certificate.violations(LANE, flow(new int[] {0, 3, 0, 0, 0, 0}, new int[] {0, 0, 0, 2, 1, 0}, null)))
        .containsExactly(new Violation.OverStorage(1, 2, 3, 2));
  }

  @Test
  void nobodyLeavesASink() {
    assertThat(Certificate.violations(LANE,
            flow(new int[] {0, 1, 0, 0, 0, 0}, new int[] {0, 0, 1, 0, 0, 0}, new int[] {0, 0, 0, 0, 1, 0})))
        .containsExactly(new Violation.LeavesSink(2, 4, 1));
  }

  @Test
  void fewerThanNobodyIsNamed() {
    assertThat(Certificate.violations(LANE, flow(new int[] {0, 0, -1, 0, 0, 0}, null, null)))
        .contains(new Violation.Negative(0, 2, -1));
  }

  @Test
  void aClaimAboveTheCountIsNamed() {
    FlowOverTime f = flow(new int[] {0, 1, 0, 0, 0, 0}, new int[] {0, 0, 1, 0, 0, 0}, null);
    assertThat(Certificate.violations(LANE, f, new long[] {0, 0, 0, 1, 2, 1}))
        .containsExactly(new Violation.ArrivalsDiffer(4, 2, 1));
  }

  @Test
  void aFlowThatIsNotTheBestHasNoProof() {
    FlowOverTime f = flow(new int[] {0, 1, 0, 0, 0, 0}, new int[] {0, 0, 1, 0, 0, 0}, null);
    ArrivalFlow poor = new ArrivalFlow(LANE, f, Certificate.arrivals(LANE, f));
    Proof proof = Certificate.prove(LANE, poor);
    assertThat(proof.violations()).isEmpty();
    assertThat(proof.holds()).isFalse();
    // By step 3 the second arc, open to them from step 2, lets 2 people out.
    assertThat(proof.steps().get(3).flowValue()).isEqualTo(1);
  }

  @Test
  void aCutThroughAPlaceWithoutLimitIsWorthless() {
    FlowProblem.Builder b = FlowProblem.builder(2, 3).supply(0, 0, 5).sink(1);
    b.arc(0, 1, 1, 1);
    FlowProblem p = b.build();
    // Sink side: the home node, but only from step 1 on; whoever waits there from step 0 crosses without limit.
    assertThat(Certificate.cutValue(p, CutOverTime.of(p, 3, new int[][] {{1, 4}, null}))).isEqualTo(Long.MAX_VALUE);
    // The plain cut: the one arc at steps 0, 1 and 2.
    CutOverTime plain = CutOverTime.of(p, 3, new int[][] {null, null});
    assertThat(plain.arcTerms()).containsExactly(new CutOverTime.ArcTerm(0, 0, 3, 3));
    assertThat(Certificate.cutValue(p, plain)).isEqualTo(3);
  }
}
