// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.respite.kernel.flow.ArrivalFlow;
import org.respite.kernel.flow.Change;
import org.respite.kernel.flow.EarliestArrival;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.flow.PlainReference;
import org.respite.kernel.flow.RandomProblems;

class MarginalsTest {
  private static final int SEEDS = 2_000;

  /** 100 people, a street of 9 a step, then a gate of 4 a step that is open during steps 2 to 5: 4 x 4 = 16 are out. */
  private static FlowProblem gate() {
    FlowProblem.Builder b = FlowProblem.builder(3, 8).supply(0, 0, 100).sink(2);
    b.arc(0, 1, 9, 1);
    int gate = b.arc(1, 2, 0, 1);
    b.window(gate, 2, 6, 4);
    return b.build();
  }

  @Test
  void aGateOfFourStepsGainsFourByOneMoreAStepAndFourByOneMoreStep() {
    FlowProblem p = gate();
    List<Marginals.Gain> gains = Marginals.of(p, EarliestArrival.solve(p), Marginals.Asked.EVERYTHING);
    assertThat(gains).containsExactlyInAnyOrder(
        new Marginals.Gain(new Change.Twin(1), 16, 16),
        new Marginals.Gain(new Change.Busier(1, 1), 4, 4),
        new Marginals.Gain(new Change.Open(1, 1, 2, 4), 4, 4),
        new Marginals.Gain(new Change.Open(1, 6, 7, 4), 4, 4));
  }

  @Test
  void noMoreGainThanTheNextBottleneckAllows() {
    // The street behind the gate lets 5 a step through, so ten per cent more of 40 at the gate are worth one.
    FlowProblem.Builder b = FlowProblem.builder(3, 3).supply(0, 0, 100).sink(2);
    b.arc(0, 1, 41, 1);
    b.arc(1, 2, 40, 1);
    FlowProblem p = b.storage(1, 0).build();
    assertThat(Marginals.of(p, EarliestArrival.solve(p), Marginals.Asked.EVERYTHING)).containsExactlyInAnyOrder(
        new Marginals.Gain(new Change.Busier(1, 1), 2, 2), new Marginals.Gain(new Change.Busier(1, 4), 2, 8),
        new Marginals.Gain(new Change.Twin(1), 2, 80));
  }

  /** Every arc, every end of every window: solved anew by the textbook; what is not listed gains nothing. */
  @Test
  void theGainsAreThoseOfTheTextbookAndWhatIsNotListedGainsNothing() {
    int some = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      ArrivalFlow solved = EarliestArrival.solve(p);
      long now = solved.arrived()[p.horizon()];
      Map<Change, Long> listed = new HashMap<>();
      for (Marginals.Gain g : Marginals.of(p, solved, new Marginals.Asked(Integer.MAX_VALUE, 0))) {
        listed.put(g.change(), g.people());
        assertThat(g.people()).as("seed %d, %s", seed, g.change()).isBetween(0L, g.most());
        assertThat(now + g.people()).as("seed %d, %s", seed, g.change()).isEqualTo(textbook(g.change().in(p)));
        if (g.people() > 0) some++;
      }
      for (int arc = 0; arc < p.arcs(); arc++) {
        Change busier = new Change.Busier(arc, 1);
        if (!listed.containsKey(busier)) assertThat(textbook(busier.in(p))).as("seed %d, %s", seed, busier).isEqualTo(now);
        for (int t = 1; t <= p.horizon() && p.changesCapacity(arc); t++) {
          if (p.capacityAt(arc, t) > 0 || p.capacityAt(arc, t - 1) == 0) continue;
          Change longer = new Change.Open(arc, t, t + 1, p.capacityAt(arc, t - 1));
          if (!listed.containsKey(longer)) assertThat(textbook(longer.in(p))).as("seed %d, %s", seed, longer).isEqualTo(now);
        }
      }
    }
    assertThat(some).as("gains").isGreaterThan(SEEDS / 4);
  }

  /** A new gate before the street of nine a step: nine more a step, at steps 1 to 7, less those who take the old one. */
  @Test
  void aNewGateIsWorthWhatTheStreetBringsToIt() {
    FlowProblem p = gate();
    ArrivalFlow solved = EarliestArrival.solve(p);
    assertThat(Marginals.of(p, solved, new Change.Gate(1, 100, 1))).isEqualTo(new Marginals.Gain(new Change.Gate(1, 100, 1), 7 * 9 - 16, 800));
    assertThat(Marginals.of(p, solved, new Change.Gate(0, 5, 0)).people()).isEqualTo(9 * 5);
  }

  @Test
  void anyChangeGainsWhatTheTextbookSaysAndNoMoreThanTheCutAllows() {
    for (long seed = 0; seed < SEEDS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      if (p.arcs() == 0) continue;
      SplittableRandom r = new SplittableRandom(seed);
      int from = r.nextInt(p.horizon() + 1);
      Change change = switch (r.nextInt(3)) {
        case 0 -> new Change.Wider(r.nextInt(p.arcs()), from, from + r.nextInt(p.horizon() + 2 - from), r.nextInt(9));
        case 1 -> new Change.Open(r.nextInt(p.arcs()), from, from + r.nextInt(p.horizon() + 2 - from), r.nextInt(9));
        default -> new Change.Gate(r.nextInt(p.nodes()), r.nextInt(5), r.nextInt(4));
      };
      ArrivalFlow solved = EarliestArrival.solve(p);
      Marginals.Gain gain = Marginals.of(p, solved, change);
      assertThat(gain.people()).as("seed %d, %s", seed, change).isEqualTo(textbook(change.in(p)) - solved.arrived()[p.horizon()]).isBetween(0L, gain.most());
    }
  }

  private static long textbook(FlowProblem p) {
    return PlainReference.arrived(p)[p.horizon()];
  }
}
