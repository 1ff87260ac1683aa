// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecountTest {
  /** Flows broken at random, cuts moved at random, capacities changed at random: what is counted from the differences is what is counted from the whole. */
  @Test
  void countsWhatTheFullCheckCounts() {
    int broken = 0;
    for (long seed = 0; seed < 15_000; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      if (p.arcs() == 0) continue;
      SplittableRandom r = new SplittableRandom(seed);
      MaximumFlow now = MaximumFlow.of(EarliestArrival.solve(p));
      FlowProblem changed = p.withCapacity(r.nextInt(p.arcs()), 0, p.horizon() + 1, r.nextInt(9));
      if (r.nextInt(4) == 0) changed = new Change.Gate(r.nextInt(p.nodes()), 3, 1).in(changed);
      FlowOverTime flow = shaken(changed, now.flow(), r);
      Recount recount = new Recount(p, now.flow(), changed, flow);
      List<Violation> violations = Certificate.violations(changed, flow);
      assertThat(recount.violations()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(violations);
      if (!violations.isEmpty()) broken++;
      CutOverTime before = now.cut();
      CutOverTime cut = moved(changed, r);
      long value = Certificate.cutValue(p, before);
      assertThat(recount.cutValue(before, value, cut)).as("cut of seed %d", seed).isEqualTo(Certificate.cutValue(changed, cut));
    }
    assertThat(broken).isGreaterThan(5_000);
  }

  /** The sums of a cut are those of its terms, one by one. */
  @Test
  void aCutIsWorthTheSumOfItsTerms() {
    for (long seed = 0; seed < 5_000; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      CutOverTime cut = moved(p, new SplittableRandom(seed));
      long sum = 0;
      for (CutOverTime.ArcTerm term : cut.arcTerms()) sum = Certificate.sum(sum, term.people());
      for (CutOverTime.StorageTerm term : cut.storageTerms()) sum = Certificate.sum(sum, term.people());
      for (CutOverTime.SupplyTerm term : cut.supplyTerms()) sum = Certificate.sum(sum, term.people());
      assertThat(Certificate.cutValue(p, cut)).as("seed %d", seed).isEqualTo(sum);
    }
  }

  private static FlowOverTime shaken(FlowProblem p, FlowOverTime flow, SplittableRandom r) {
    int[][] rows = new int[p.arcs()][];
    for (int arc = 0; arc < flow.arcs(); arc++) rows[arc] = flow.row(arc);
    for (int i = r.nextInt(4); i > 0; i--) {
      int arc = r.nextInt(p.arcs());
      rows[arc] = rows[arc] == null ? new int[p.horizon() + 1] : rows[arc].clone();
      rows[arc][r.nextInt(p.horizon() + 1)] += r.nextInt(9) - 4;
    }
    return FlowOverTime.owning(p.horizon() + 1, rows);
  }

  private static CutOverTime moved(FlowProblem p, SplittableRandom r) {
    int[][] runs = new int[p.nodes()][];
    SideRuns side = new SideRuns(p.horizon() + 1);
    for (int v = 0; v < runs.length; v++) {
      int often = 1 + r.nextInt(3);
      if (r.nextBoolean()) runs[v] = side.of(t -> r.nextInt(often) == 0);
    }
    return CutOverTime.of(p, p.horizon(), runs);
  }
}
