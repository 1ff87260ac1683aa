// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is true of every arrival curve, on small random problems; the seeds are kept. */
class CurvePropertiesTest {
  private static final int SEEDS = 2_000;

  private static long[] curve(FlowProblem p) {
    return EarliestArrival.solve(p).arrived();
  }

  private static Change random(FlowProblem p, SplittableRandom r) {
    int arc = r.nextInt(p.arcs());
    int from = r.nextInt(p.horizon() + 1);
    int to = from + r.nextInt(p.horizon() + 2 - from);
    return switch (r.nextInt(4)) {
      case 0 -> new Change.Wider(arc, from, to, r.nextInt(5));
      case 1 -> new Change.Open(arc, from, to, r.nextInt(9));
      case 2 -> new Change.Twin(arc);
      default -> new Change.Gate(r.nextInt(p.nodes()), r.nextInt(4), r.nextInt(3));
    };
  }

  @Test
  void moreCapacityMoreTimeAndMoreGatesNeverHurtAtAnyStep() {
    int helped = 0;
    for (long seed = 0; seed < 2 * SEEDS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      if (p.arcs() == 0) continue;
      Change change = random(p, new SplittableRandom(seed));
      FlowProblem better = change.in(p);
      long[] before = curve(p);
      long[] after = curve(better);
      assertThat(after).as("seed %d: textbook", seed).isEqualTo(PlainReference.arrived(better));
      for (int t = 0; t < before.length; t++) {
        assertThat(after[t]).as("seed %d, %s, step %d", seed, change, t).isGreaterThanOrEqualTo(before[t]);
      }
      if (after[p.horizon()] > before[p.horizon()]) helped++;
    }
    assertThat(helped).as("changes that help").isGreaterThan(SEEDS / 10);
  }

  @Test
  void aLongerHorizonOnlyGoesOnWhereTheShorterOneEnded() {
    for (long seed = 0; seed < SEEDS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      FlowProblem nearer = p.until(p.horizon() * 2 / 3);
      long[] all = curve(p);
      long[] part = curve(nearer);
      for (int t = 0; t < part.length; t++) assertThat(all[t]).as("seed %d, step %d", seed, t).isEqualTo(part[t]);
    }
  }

  @Test
  void parallelArcsAreAsGoodAsOneOfTheirSum() {
    int merged = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      FlowProblem p = new Change.Twin(0).in(atLeastOneArc(seed));
      Map<List<Integer>, long[]> sums = new LinkedHashMap<>();
      for (int a = 0; a < p.arcs(); a++) {
        long[] sum = sums.computeIfAbsent(List.of(p.tail(a), p.head(a), p.transit(a)), k -> new long[p.horizon() + 1]);
        for (int t = 0; t <= p.horizon(); t++) sum[t] += p.capacityAt(a, t);
      }
      if (sums.values().stream().anyMatch(CurvePropertiesTest::tooLargeForOneArc)) continue;
      FlowProblem.Builder b = FlowProblem.builder(p.nodes(), p.horizon());
      nodes(p, b);
      sums.forEach((ends, capacity) -> {
        int arc = b.arc(ends.get(0), ends.get(1), 0, ends.get(2));
        for (int t = 0; t < capacity.length; t++) b.window(arc, t, t + 1, (int) capacity[t]);
      });
      assertThat(curve(b.build())).as("seed %d", seed).isEqualTo(curve(p));
      merged++;
    }
    assertThat(merged).isGreaterThan(SEEDS / 2);
  }

  private static FlowProblem atLeastOneArc(long seed) {
    FlowProblem p = RandomProblems.of(seed);
    if (p.arcs() > 0) return p;
    FlowProblem.Builder b = ProblemCopy.of(p, 0);
    b.arc(p.nodes() - 1, 0, 2, 1);
    return b.build();
  }

  private static boolean tooLargeForOneArc(long[] row) {
    for (long c : row) if (c > Integer.MAX_VALUE) return true;
    return false;
  }

  private static void nodes(FlowProblem p, FlowProblem.Builder b) {
    for (int v = 0; v < p.nodes(); v++) {
      b.storage(v, p.storage(v));
      if (p.isSink(v)) b.sink(v);
      for (int t = 0; t <= p.horizon(); t++) b.supply(v, t, p.released(v, t) - (t == 0 ? 0 : p.released(v, t - 1)));
    }
  }

  @Test
  void theCurveNeverFallsAndNeverRisesByMoreThanTheGatesLetThrough() {
    for (long seed = 0; seed < SEEDS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      long[] arrived = curve(p);
      long before = 0;
      for (int t = 0; t < arrived.length; t++) {
        long gates = 0;
        for (int a = 0; a < p.arcs(); a++) {
          boolean gate = p.isSink(p.head(a)) && !p.isSink(p.tail(a)) && t >= p.transit(a);
          if (gate) gates += p.capacityAt(a, t - p.transit(a));
        }
        assertThat(arrived[t] - before).as("seed %d, step %d", seed, t).isBetween(0L, gates);
        before = arrived[t];
      }
      assertThat(before).as("seed %d", seed).isLessThanOrEqualTo(p.totalSupply());
    }
  }

  /** One number of a proved flow is changed; the checker must name a violation, or the arrivals are no longer those claimed. */
  @Test
  void everyNumberOfAFlowThatIsChangedIsCaughtByTheChecker() {
    int broken = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      ArrivalFlow solved = EarliestArrival.solve(p);
      List<int[]> entries = new ArrayList<>();
      solved.flow().forEach((arc, step, people) -> entries.add(new int[] {arc, step}));
      if (entries.isEmpty()) continue;
      SplittableRandom r = new SplittableRandom(seed);
      int[] entry = entries.get(r.nextInt(entries.size()));
      int[][] rows = new int[p.arcs()][];
      for (int a = 0; a < rows.length; a++) rows[a] = solved.flow().entering(a);
      // One person fewer at the end of a way who is not out any more, or one more who was never there.
      boolean gate = p.isSink(p.head(entry[0]));
      rows[entry[0]][entry[1]] += gate ? -1 : p.capacityAt(entry[0], entry[1]) - rows[entry[0]][entry[1]] + 1;
      List<Violation> found = Certificate.violations(p, FlowOverTime.of(p, rows), solved.arrived());
      assertThat(found).as("seed %d, arc %d at %d", seed, entry[0], entry[1]).isNotEmpty();
      if (gate) assertThat(found).as("seed %d", seed).anyMatch(v -> v instanceof Violation.ArrivalsDiffer);
      else assertThat(found).as("seed %d", seed).anyMatch(v -> v instanceof Violation.OverCapacity);
      broken++;
    }
    assertThat(broken).isGreaterThan(SEEDS / 4);
  }

  @Test
  void aChangeOfWhatIsNotThereIsRefused() {
    FlowProblem.Builder b = FlowProblem.builder(2, 5).supply(0, 0, 1).sink(1);
    b.arc(0, 1, 1, 1);
    FlowProblem p = b.build();
    assertThatThrownBy(() -> new Change.Wider(1, 0, 1, 1).in(p)).hasMessage("arc must be in [0, 0], got 1");
    assertThatThrownBy(() -> new Change.Open(0, 3, 7, 1).in(p)).hasMessage("steps must lie in [0, 6), got [3, 7)");
    assertThatThrownBy(() -> new Change.Wider(0, 0, 1, -2).in(p)).hasMessage("more must be 0 or more, got -2");
    assertThatThrownBy(() -> new Change.Twin(4).in(p)).hasMessage("arc must be in [0, 0], got 4");
    assertThatThrownBy(() -> new Change.Gate(2, 1, 1).in(p)).hasMessage("node of gate must be in [0, 1], got 2");
  }
}
