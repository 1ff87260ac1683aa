// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EarliestArrivalTest {
  /** Seeds 0..SEEDS-1 on every build; a seed that ever failed gets a test of its own below. */
  private static final int SEEDS = 30_000;

  /** Seeds of larger problems, in which flow must be sent another way long after it was sent. */
  private static final int TOWNS = 400;

  /** Seeds for properties that solve twice. */
  private static final int PAIRS = 3_000;

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

  @Test
  void theTextbookMethodFindsTheSameNumberInTowns() {
    for (long seed = 0; seed < TOWNS; seed++) {
      FlowProblem p = RandomProblems.town(seed);
      ArrivalFlow solved = EarliestArrival.solve(p);
      assertThat(solved.arrived()).as("town %d", seed).isEqualTo(PlainReference.arrived(p));
      assertThat(Certificate.prove(p, solved).holds()).as("proof of town %d", seed).isTrue();
    }
  }

  @Test
  void departuresAddUpToTheArrivals() {
    for (long seed = 0; seed < PAIRS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      ArrivalFlow solved = EarliestArrival.solve(p);
      long[] out = new long[p.horizon() + 1];
      int[][] entering = new int[p.arcs()][p.horizon() + 1];
      for (Departures.Departure d : Departures.of(p, solved.flow()).all()) {
        for (int t = d.step() + d.way().steps(); t <= p.horizon(); t++) out[t] += d.people();
        for (int i = 0; i < d.way().arcs().size(); i++) {
          entering[d.way().arcs().get(i)][d.step() + d.way().enteredAfter().get(i)] += (int) d.people();
        }
      }
      assertThat(out).as("seed %d", seed).isEqualTo(solved.arrived());
      // Whoever is cut out of a detour past his own home waits there: the told plan is a flow of its own.
      assertThat(Certificate.violations(p, FlowOverTime.of(p, entering))).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void moreCapacityNeverHurts() {
    for (long seed = 0; seed < PAIRS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      if (p.arcs() == 0) continue;
      int wider = (int) (seed % p.arcs());
      FlowProblem more = copy(p, a -> a == wider ? 5 : 0, 1);
      long[] before = EarliestArrival.solve(p).arrived();
      long[] after = EarliestArrival.solve(more).arrived();
      for (int t = 0; t < before.length; t++) assertThat(after[t]).as("seed %d, step %d", seed, t).isGreaterThanOrEqualTo(before[t]);
    }
  }

  @Test
  void aLaterLastStepChangesNothingBefore() {
    for (long seed = 0; seed < PAIRS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      int nearer = p.horizon() / 2;
      assertThat(EarliestArrival.solve(p.until(nearer)).arrived()).as("seed %d", seed)
          .isEqualTo(Arrays.copyOf(EarliestArrival.solve(p).arrived(), nearer + 1));
    }
  }

  @Test
  void threeTimesThePeopleOnThreefoldRoadsIsThreeTimesTheCurve() {
    for (long seed = 0; seed < PAIRS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      if (p.totalSupply() > 1 << 20 || largest(p) > 1 << 20) continue;
      long[] once = EarliestArrival.solve(p).arrived();
      long[] thrice = EarliestArrival.solve(copy(p, a -> 0, 3)).arrived();
      for (int t = 0; t < once.length; t++) assertThat(thrice[t]).as("seed %d", seed).isEqualTo(3 * once[t]);
    }
  }

  @Test
  void splittingAnArcInTheMiddleChangesNothing() {
    for (long seed = 0; seed < PAIRS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      if (p.arcs() == 0) continue;
      int split = new SplittableRandom(seed).nextInt(p.arcs());
      FlowProblem.Builder b = FlowProblem.builder(p.nodes() + 1, p.horizon());
      nodes(p, b, 1);
      b.storage(p.nodes(), 0);
      for (int a = 0; a < p.arcs(); a++) {
        int first = a == split ? p.transit(a) / 2 : p.transit(a);
        int arc = b.arc(p.tail(a), a == split ? p.nodes() : p.head(a), p.capacityAt(a, 0), first);
        for (int t = 0; t <= p.horizon(); t++) b.window(arc, t, t + 1, p.capacityAt(a, t));
      }
      b.arc(p.nodes(), p.head(split), Integer.MAX_VALUE, p.transit(split) - p.transit(split) / 2);
      assertThat(EarliestArrival.solve(b.build()).arrived()).as("seed %d", seed).isEqualTo(EarliestArrival.solve(p).arrived());
    }
  }

  @Test
  void solvingAgainAfterOneChangeIsSolvingTheChangedProblem() {
    for (long seed = 0; seed < PAIRS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      if (p.arcs() == 0) continue;
      SplittableRandom r = new SplittableRandom(seed);
      int from = r.nextInt(p.horizon() + 1);
      FlowProblem changed = p.withCapacity(r.nextInt(p.arcs()), from, from + r.nextInt(p.horizon() + 2 - from), r.nextInt(9));
      ArrivalFlow again = EarliestArrival.resolve(EarliestArrival.solve(p), changed);
      assertThat(again.arrived()).as("seed %d", seed).isEqualTo(EarliestArrival.solve(changed).arrived());
      assertThat(Certificate.prove(changed, again).holds()).as("proof of seed %d", seed).isTrue();
    }
  }

  // Three homes of 2^60 people each behind arcs of 2^31 - 1 a step: 3 (2^31 - 1) a step for 4 steps, beyond any int.
  @Test
  void amountsNearTheBoundsDoNotOverflow() {
    FlowProblem.Builder b = FlowProblem.builder(5, 5).sink(4);
    for (int v = 0; v < 3; v++) {
      b.supply(v, 0, 1L << 60);
      b.arc(v, 3, Integer.MAX_VALUE, 1);
      b.arc(3, 4, Integer.MAX_VALUE, 1);
    }
    FlowProblem p = b.build();
    ArrivalFlow solved = EarliestArrival.solve(p);
    long gates = 3L * Integer.MAX_VALUE;
    assertThat(solved.arrived()).containsExactly(0, 0, gates, 2 * gates, 3 * gates, 4 * gates);
    assertThat(Certificate.prove(p, solved).holds()).isTrue();
  }

  @Test
  void misuseIsRefusedWithValueAndRange() {
    assertThatThrownBy(() -> FlowProblem.builder(2, 3).supply(0, 4, 1))
        .hasMessage("release step of supply at node 0 must be in [0, 3], got 4");
    assertThatThrownBy(() -> FlowProblem.builder(2, 3).arc(0, 2, 1, 1))
        .hasMessage("head of arc 0 must be in [0, 1], got 2");
    assertThatThrownBy(() -> FlowProblem.builder(2, 3).supply(0, 0, 7).sink(0).build())
        .hasMessage("node 0 must not be both sink and source, got a supply of 7");
    assertThatThrownBy(() -> EarliestArrival.solve(FlowProblem.builder(100_000, 100_000).build()))
        .hasMessage("nodes x (horizon + 1) must be at most 2147483583, got 10000100000:"
            + " use longer steps or a smaller network");
  }

  private static int largest(FlowProblem p) {
    int most = 0;
    for (int a = 0; a < p.arcs(); a++) for (int c : p.capacities(a)) most = Math.max(most, c);
    return most;
  }

  private static FlowProblem copy(FlowProblem p, java.util.function.IntUnaryOperator more, int times) {
    FlowProblem.Builder b = FlowProblem.builder(p.nodes(), p.horizon());
    nodes(p, b, times);
    for (int a = 0; a < p.arcs(); a++) {
      b.arc(p.tail(a), p.head(a), 0, p.transit(a));
      for (int t = 0; t <= p.horizon(); t++) {
        b.window(a, t, t + 1, (int) Math.min(Integer.MAX_VALUE, (long) p.capacityAt(a, t) * times + more.applyAsInt(a)));
      }
    }
    return b.build();
  }

  private static void nodes(FlowProblem p, FlowProblem.Builder b, int times) {
    for (int v = 0; v < p.nodes(); v++) {
      b.storage(v, p.storage(v) == FlowProblem.UNLIMITED ? FlowProblem.UNLIMITED : p.storage(v) * times);
      if (p.isSink(v)) b.sink(v);
      for (int t = 0; t <= p.horizon(); t++) {
        b.supply(v, t, times * (p.released(v, t) - (t == 0 ? 0 : p.released(v, t - 1))));
      }
    }
  }
}
