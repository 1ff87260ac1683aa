// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void afterAnythingThatCanBeArrangedItIsTheNumberOfTheTextbook() {
    int more = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      if (p.arcs() == 0) continue;
      MaximumFlow base = MaximumFlow.of(EarliestArrival.solve(p));
      SplittableRandom r = new SplittableRandom(~seed);
      int from = r.nextInt(p.horizon() + 1);
      int to = from + r.nextInt(p.horizon() + 2 - from);
      for (Change change : new Change[] {
          new Change.Gate(r.nextInt(p.nodes()), r.nextInt(5), r.nextInt(4)), new Change.Twin(r.nextInt(p.arcs())), new Change.Busier(r.nextInt(p.arcs()), 1),
          new Change.Wider(r.nextInt(p.arcs()), from, to, r.nextInt(9)), new Change.Open(r.nextInt(p.arcs()), from, to, r.nextInt(9))}) {
        MaximumFlow found = base.after(change);
        check(p, change.in(p), found, seed);
        if (found.people() > base.people()) more++;
      }
    }
    assertThat(more).isGreaterThan(SEEDS / 5);
  }

  @Test
  void afterANewStreetAnywhereItIsTheNumberOfTheTextbook() {
    int more = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      FlowProblem p = RandomProblems.of(seed);
      SplittableRandom r = new SplittableRandom(seed);
      FlowProblem.Builder b = ProblemCopy.of(p, 0);
      b.arc(r.nextInt(p.nodes()), r.nextInt(p.nodes()), 1 + r.nextInt(9), r.nextInt(3));
      MaximumFlow base = MaximumFlow.of(EarliestArrival.solve(p));
      FlowProblem after = b.build();
      MaximumFlow found = base.after(after);
      check(p, after, found, seed);
      if (found.people() > base.people()) more++;
    }
    assertThat(more).isGreaterThan(SEEDS / 20);
  }

  /** 100 people, a street of 9 a step, a gate of 4 a step at steps 0 to 8: 28 are out. One fewer at the gate: 7 fewer; one more: 7 more. The street is no bottleneck. */
  @Test
  void aGateOfFourIsWorthSevenStepsOfEachPerson() {
    FlowProblem.Builder b = FlowProblem.builder(3, 8).supply(0, 0, 100).sink(2);
    b.arc(0, 1, 9, 1);
    int gate = b.arc(1, 2, 4, 1);
    FlowProblem p = b.build();
    MaximumFlow now = MaximumFlow.of(EarliestArrival.solve(p));
    assertThat(now.people()).isEqualTo(28);
    assertThat(now.after(new Change.Busier(gate, 1)).people()).isEqualTo(35);
    assertThat(now.after(p.withCapacity(gate, 0, 9, 3)).people()).isEqualTo(21);
    assertThat(now.after(p.withCapacity(gate, 4, 5, 0)).people()).isEqualTo(24);
    assertThat(now.after(p.withCapacity(0, 0, 9, 5)).people()).isEqualTo(28);
    assertThat(now.after(p.withCapacity(0, 0, 9, 3)).people()).isEqualTo(21);
  }

  /** Ten people, five a step, 100 steps: two a step are enough for all, by step 6 instead of 3, and so is one, by step 11; none at all but at the very last step that counts brings one. */
  @Test
  void whereEverybodyIsOutASlowerWayMayStillBeEnough() {
    FlowProblem.Builder b = FlowProblem.builder(2, 100).supply(0, 1, 10).sink(1);
    int street = b.arc(0, 1, 5, 1);
    FlowProblem p = b.build();
    MaximumFlow now = MaximumFlow.of(EarliestArrival.solve(p));
    for (int people = 1; people <= 4; people++) {
      MaximumFlow slower = now.after(p.withCapacity(street, 0, 101, people));
      assertThat(slower.people()).as("%d a step", people).isEqualTo(10);
      assertThat(slower.proof().holds()).isTrue();
    }
    MaximumFlow last = now.after(p.withCapacity(street, 0, 101, 0).withCapacity(street, 99, 101, 1));
    assertThat(last.people()).isEqualTo(1);
    assertThat(last.proof().holds()).isTrue();
  }

  /** What nothing touches is the same row, so that a plan changes little where the problem does. */
  @Test
  void aFlowThatNeedNotChangeIsKept() {
    for (long seed = 0; seed < 500; seed++) {
      FlowProblem p = RandomProblems.town(seed);
      MaximumFlow now = MaximumFlow.of(EarliestArrival.solve(p));
      MaximumFlow same = now.after(p);
      for (int arc = 0; arc < p.arcs(); arc++) assertThat(same.flow().row(arc)).isSameAs(now.flow().row(arc));
      assertThat(same.proof().holds()).isTrue();
    }
  }

  @Test
  void anythingElseThanCapacitiesIsRefused() {
    FlowProblem.Builder b = FlowProblem.builder(2, 4).supply(0, 0, 5).sink(1);
    b.arc(0, 1, 2, 1);
    MaximumFlow now = MaximumFlow.of(EarliestArrival.solve(b.build()));
    FlowProblem.Builder slower = FlowProblem.builder(2, 4).supply(0, 0, 5).sink(1);
    slower.arc(0, 1, 2, 2);
    FlowProblem.Builder fuller = FlowProblem.builder(2, 4).supply(0, 0, 6).sink(1);
    fuller.arc(0, 1, 2, 1);
    for (FlowProblem other : new FlowProblem[] {slower.build(), fuller.build(), b.build().until(3)}) {
      assertThatThrownBy(() -> now.after(other)).hasMessage(
          "nodes, storage, sinks, arcs, transit times, homes and last step must be those of the solved problem; only capacities may differ, and arcs and sinks be added");
    }
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
