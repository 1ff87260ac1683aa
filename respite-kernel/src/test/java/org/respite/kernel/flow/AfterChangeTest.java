// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AfterChangeTest {
  private static final int SEEDS = 15_000;

  /** Any capacity of any arc, more or fewer people at some steps, two such changes at once in a third of the cases. */
  private static FlowProblem changed(FlowProblem p, SplittableRandom r) {
    FlowProblem changed = p;
    for (int i = r.nextInt(3) == 0 ? 2 : 1; i > 0; i--) {
      int arc = r.nextInt(p.arcs());
      int from = r.nextBoolean() ? 0 : r.nextInt(p.horizon() + 1);
      int to = r.nextBoolean() ? p.horizon() + 1 : from + r.nextInt(p.horizon() + 2 - from);
      int now = p.capacityAt(arc, from);
      int people = switch (r.nextInt(4)) {
        case 0 -> 0;
        case 1 -> Math.max(0, now - 1);
        case 2 -> (int) Math.min(Integer.MAX_VALUE, now + 1L);
        default -> r.nextInt(12);
      };
      changed = changed.withCapacity(arc, from, to, people);
    }
    return changed;
  }

  private static void check(FlowProblem p, FlowProblem after, MaximumFlow found, long seed) {
    assertThat(found.people()).as("seed %d", seed).isEqualTo(PlainReference.arrived(after)[p.horizon()]);
    assertThat(found.proof().holds()).as("proof of seed %d: %s", seed, found.proof()).isTrue();
    assertThat(Certificate.violations(after, found.flow())).as("full check of seed %d", seed).isEmpty();
    assertThat(Certificate.cutValue(after, found.cut())).as("cut of seed %d", seed).isEqualTo(found.people());
  }

  @Test
  void afterOtherCapacitiesItIsTheNumberOfTheTextbook() {
    int more = 0;
    int fewer = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      if (p.arcs() == 0) continue;
      MaximumFlow base = MaximumFlow.of(EarliestArrival.solve(p));
      SplittableRandom r = new SplittableRandom(seed);
      for (int i = 0; i < 3; i++) {
        FlowProblem after = changed(p, r);
        MaximumFlow found = base.after(after);
        check(p, after, found, seed);
        if (found.people() > base.people()) more++;
        if (found.people() < base.people()) fewer++;
      }
    }
    assertThat(more).isGreaterThan(SEEDS / 20);
    assertThat(fewer).isGreaterThan(SEEDS / 20);
  }

  @Test
  void inATownOfLongDetoursItIsTheNumberOfTheTextbook() {
    for (long seed = 0; seed < 300; seed++) {
      FlowProblem p = RandomProblems.town(seed);
      MaximumFlow base = MaximumFlow.of(EarliestArrival.solve(p));
      SplittableRandom r = new SplittableRandom(seed);
      for (int i = 0; i < 4; i++) {
        FlowProblem after = changed(p, r);
        check(p, after, base.after(after), seed);
      }
    }
  }
}
