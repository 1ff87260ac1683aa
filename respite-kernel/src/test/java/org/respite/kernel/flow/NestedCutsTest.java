// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NestedCutsTest {
  /** Changes one after the other: what is kept is proved in full, what is not has the curve of a solution from nothing, and nobody is told more than can be out. */
  @Test
  void whatIsKeptIsProvedInFullAndWhatIsNotIsSolved() {
    int seen = 0;
    int kept = 0;
    int solved = 0;
    for (long seed = 0; seed < 12_000; seed++) {
      FlowProblem p = seed % 20 == 0 ? RandomProblems.town(seed) : RandomProblems.of(seed);
      if (p.arcs() == 0) continue;
      ArrivalFlow now = EarliestArrival.solve(p);
      SplittableRandom r = new SplittableRandom(seed);
      for (int i = 0; i < 3; i++) {
        int arc = r.nextInt(p.arcs());
        int from = r.nextBoolean() ? 0 : r.nextInt(p.horizon() + 1);
        int to = r.nextBoolean() ? p.horizon() + 1 : from + r.nextInt(p.horizon() + 2 - from);
        FlowProblem changed = now.problem().withCapacity(arc, from, to, Math.max(0, Math.min(100, now.problem().capacityAt(arc, from)) + r.nextInt(4) - 1));
        ArrivalFlow same = now.keptFor(changed);
        if (same != null && Certificate.violations(changed, now.flow()).isEmpty()) {
          assertThat(Certificate.prove(changed, same).holds()).as("seed %d", seed).isTrue();
          seen++;
        }
        ArrivalFlow after = EarliestArrival.resolve(now, changed);
        assertThat(after.arrived()).as("seed %d", seed).isEqualTo(EarliestArrival.solve(changed).arrived());
        if (after.flow() == now.flow()) kept++;
        else solved++;
        now = after;
      }
    }
    assertThat(seen).as("seen by the cuts").isGreaterThan(15_000).isLessThanOrEqualTo(kept);
    assertThat(kept).as("kept").isGreaterThan(20_000);
    assertThat(solved).as("solved anew").isGreaterThan(1_500);
  }

  /** 100 people, a street of 9, then a gate of 4: the gate is the cut at every step, the street at none but while the first come. */
  @Test
  void aStreetThatIsWideEnoughMayBeWiderAndTheGateMayNot() {
    FlowProblem.Builder b = FlowProblem.builder(3, 8).supply(0, 0, 100).sink(2).storage(1, 0);
    b.arc(0, 1, 9, 1);
    b.arc(1, 2, 4, 1);
    FlowProblem p = b.build();
    ArrivalFlow solved = EarliestArrival.solve(p);
    NestedCuts cuts = NestedCuts.of(p, solved.flow());
    assertThat(cuts.stillProve(p, p.withCapacity(0, 0, 9, 20))).isTrue();
    assertThat(cuts.stillProve(p, p.withCapacity(0, 0, 9, 5))).isTrue();
    assertThat(cuts.stillProve(p, p.withCapacity(1, 0, 9, 5))).isFalse();
    assertThat(cuts.stillProve(p, p.withCapacity(1, 8, 9, 5))).as("who enters at the last step is not out").isTrue();
    assertThat(cuts.stillProve(p, p.withCapacity(1, 0, 1, 0))).as("nobody can be there at step 0").isTrue();
    assertThat(EarliestArrival.resolve(solved, p.withCapacity(0, 0, 9, 5)).flow()).as("the flow as it is may need nine at once").isSameAs(solved.flow());
  }
}
