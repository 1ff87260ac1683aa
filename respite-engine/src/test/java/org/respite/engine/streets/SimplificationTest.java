// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.respite.kernel.flow.ArrivalFlow;
import org.respite.kernel.flow.Certificate;
import org.respite.kernel.flow.EarliestArrival;
import org.respite.kernel.flow.FlowOverTime;
import org.respite.kernel.flow.FlowProblem;
import org.respite.roads.simplify.Releases;
import org.respite.roads.simplify.Simplification;
import org.respite.roads.simplify.TimedArcs;

/** Held against the kernel, which {@code respite-roads} does not know: the flow on simplified streets is the flow on all of them. */
class SimplificationTest {
  private static final int LAST = 40;

  // 0 - 1 - 2 - 3: two steps each, 5, 3 and 7 a step: one arc of six steps that takes 3.
  @Test
  void aChainTakesTheSumOfTheTimesAndTheLeastOfTheCapacities() {
    TimedArcs road = new TimedArcs(4, new int[] {0, 1, 2}, new int[] {1, 2, 3}, new int[] {2, 2, 2}, new int[] {5, 3, 7});
    TimedArcs simple = Simplification.of(road, new boolean[] {true, false, false, true}, new long[4], LAST).streets();
    assertThat(simple.transit()).containsExactly(6);
    assertThat(simple.capacity()).containsExactly(3);
  }

  @Test
  void parallelArcsOfOneLengthAreOneAndThoseOfTwoAreNot() {
    TimedArcs road = new TimedArcs(2, new int[] {0, 0, 0}, new int[] {1, 1, 1}, new int[] {2, 2, 3}, new int[] {5, 3, 7});
    TimedArcs simple = Simplification.of(road, new boolean[] {true, true}, new long[2], LAST).streets();
    assertThat(simple.transit()).containsExactlyInAnyOrder(2, 3);
    assertThat(Arrays.stream(simple.capacity()).sum()).isEqualTo(15);
  }

  // 10 live at the end of a lane of two steps that takes 4 a step: 4, 4 and 2 of them are at its mouth from step 2, 3 and 4 on.
  @Test
  void peopleOfADeadEndAreWhereItLeadsAsItLetsThemOut() {
    TimedArcs lane = new TimedArcs(4, new int[] {0, 1, 1, 2, 2}, new int[] {1, 0, 2, 1, 3}, new int[] {2, 2, 1, 1, 1}, new int[] {4, 4, 9, 9, 9});
    Simplification simple = Simplification.of(lane, new boolean[] {false, false, true, true}, new long[] {10, 0, 0, 0}, LAST);
    assertThat(simple.homes(0).list()).isEmpty();
    assertThat(simple.homes(1).list()).containsExactly(new Releases.Release(2, 4), new Releases.Release(3, 4), new Releases.Release(4, 2));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40})
  void asManyAreOutByEveryStepAndTheirWayLeadsOverTheFullStreets(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TimedArcs full = town(random);
    boolean[] kept = new boolean[full.nodes()];
    kept[0] = true;
    kept[full.nodes() - 1] = random.nextBoolean();
    long[] homes = new long[full.nodes()];
    for (int v = 1; v < homes.length; v++) if (random.nextInt(4) == 0) homes[v] = random.nextInt(60);
    Simplification simple = Simplification.of(full, kept, homes, LAST);
    FlowProblem all = problem(full, v -> List.of(new Releases.Release(0, homes[v])), kept);
    ArrivalFlow few = EarliestArrival.solve(problem(simple.streets(), v -> simple.homes(v).list(), kept));
    assertThat(few.arrived()).isEqualTo(EarliestArrival.solve(all).arrived());
    assertThat(simple.streets().tail().length).isLessThan(full.tail().length);
    int[][] entering = new int[simple.streets().tail().length][];
    for (int a = 0; a < entering.length; a++) entering[a] = few.flow().entering(a);
    int[][] laid = Arrays.stream(simple.expand(entering)).map(row -> Arrays.stream(row).mapToInt(Math::toIntExact).toArray()).toArray(int[][]::new);
    FlowOverTime expanded = FlowOverTime.of(all, laid);
    assertThat(Certificate.violations(all, expanded)).isEmpty();
    assertThat(Certificate.arrivals(all, expanded)).isEqualTo(Certificate.arrivals(problem(simple.streets(), v -> simple.homes(v).list(), kept), few.flow()));
  }

  /** A ring with a few chords, lanes that branch off, streets of several stretches, some doubled, some one way. */
  private static TimedArcs town(SplittableRandom random) {
    List<int[]> arcs = new ArrayList<>();
    int ring = 6 + random.nextInt(6);
    int nodes = ring;
    for (int v = 0; v < ring; v++) street(arcs, v, (v + 1) % ring, random);
    for (int i = 0; i < 3; i++) street(arcs, random.nextInt(ring), random.nextInt(ring), random);
    for (int i = 0; i < 10; i++) street(arcs, random.nextInt(nodes), nodes++, random);
    for (int i = 0; i < 4; i++) {
      street(arcs, random.nextInt(nodes), nodes, random);
      street(arcs, nodes++, random.nextInt(nodes - 1), random);
    }
    int n = nodes;
    return new TimedArcs(n, column(arcs, 0), column(arcs, 1), column(arcs, 2), column(arcs, 3));
  }

  private static void street(List<int[]> arcs, int a, int b, SplittableRandom random) {
    int transit = random.nextInt(4);
    if (random.nextInt(8) > 0) arcs.add(new int[] {a, b, transit, 1 + random.nextInt(9)});
    if (random.nextInt(8) > 0) arcs.add(new int[] {b, a, transit, 1 + random.nextInt(9)});
    if (random.nextInt(6) == 0) arcs.add(new int[] {a, b, transit, 1 + random.nextInt(9)});
  }

  private static int[] column(List<int[]> rows, int field) {
    return rows.stream().mapToInt(r -> r[field]).toArray();
  }

  private static FlowProblem problem(TimedArcs arcs, java.util.function.IntFunction<List<Releases.Release>> homes, boolean[] sinks) {
    FlowProblem.Builder b = FlowProblem.builder(arcs.nodes(), LAST);
    for (int a = 0; a < arcs.tail().length; a++) b.arc(arcs.tail()[a], arcs.head()[a], arcs.capacity()[a], arcs.transit()[a]);
    for (int v = 0; v < arcs.nodes(); v++) {
      if (sinks[v]) b.sink(v);
      else for (Releases.Release r : homes.apply(v)) if (r.people() > 0) b.supply(v, r.step(), r.people());
    }
    return b.build();
  }
}
