// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.respite.kernel.flow.EarliestArrival;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.flow.ProblemCopy;

class ClassedEvacuationTest {
  /** One street of 4 a step to a fork; gate 2 lets 3 a step out, gate 3 lets 2. <pre>0 --4-- 1 --3-- 2,  1 --2-- 3</pre> */
  private static FlowProblem fork() {
    FlowProblem.Builder b = FlowProblem.builder(4, 6).sink(2).sink(3);
    b.arc(0, 1, 4, 1);
    b.arc(1, 2, 3, 1);
    b.arc(1, 3, 2, 1);
    return b.build();
  }

  @Test
  void classesWithTheSameSinksAreOneCommodityAndSolvedExactly() {
    ClassedEvacuation found = ClassedEvacuation.of(fork(), List.of(PeopleClass.of(0, 9, 2, 3), PeopleClass.of(0, 5, 3, 2)));
    assertThat(found.classes()).hasSize(1);
    assertThat(found.arrived()).containsExactly(0, 0, 4, 8, 12, 14, 14);
    assertThat(found.gap()).isZero();
  }

  @Test
  void whoMayUseOneGateOnlyIsHeldBackByIt() {
    // Seven may use gate 3 alone, at 2 a step: 2, 4, 6, 7; three others take gate 2 beside them.
    ClassedEvacuation found = ClassedEvacuation.of(fork(), List.of(PeopleClass.of(0, 7, 3), PeopleClass.of(0, 3, 2)));
    assertThat(found.gap()).isZero();
    assertThat(found.arrived()[6]).isEqualTo(10);
    assertThat(found.bound()[3]).isEqualTo(7);
    assertThat(found.violations()).isEmpty();
  }

  @Test
  void misuseIsRefused() {
    assertThatThrownBy(() -> ClassedEvacuation.of(fork(), List.of(PeopleClass.of(0, 1, 1)))).hasMessage("node 1 is no sink");
    FlowProblem peopled = ProblemCopy.of(fork(), 0).supply(0, 0, 3).build();
    assertThatThrownBy(() -> ClassedEvacuation.of(peopled, List.of())).hasMessage("people belong to classes, but 3 start in the network itself");
  }

  /** Everybody's every choice is tried: plan <= best <= bound, and a gap of 0 is the best. */
  @Test
  void theBestOfAllChoicesLiesBetweenPlanAndBound() {
    int proved = 0;
    int tried = 0;
    for (long seed = 0; seed < 1_500; seed++) {
      SplittableRandom r = new SplittableRandom(seed);
      FlowProblem ways = tiny(r);
      List<PeopleClass> classes = List.of(PeopleClass.of(2 + r.nextInt(2), 1 + r.nextInt(3), 0), PeopleClass.of(2 + r.nextInt(2), 1 + r.nextInt(3), 1),
          PeopleClass.of(2 + r.nextInt(3), r.nextInt(2), 0, 1));
      ClassedEvacuation found = ClassedEvacuation.of(ways, classes);
      assertThat(found.violations()).as("seed %d", seed).isEmpty();
      long best = new EveryChoice(ways, classes).best();
      assertThat(found.arrived()[ways.horizon()]).as("plan of seed %d", seed).isLessThanOrEqualTo(best);
      assertThat(found.bound()[ways.horizon()]).as("bound of seed %d", seed).isGreaterThanOrEqualTo(best);
      tried++;
      if (found.gap() == 0) proved++;
    }
    assertThat(proved).as("of %d proved", tried).isGreaterThan(tried * 8 / 10);
  }

  private static FlowProblem tiny(SplittableRandom r) {
    FlowProblem.Builder b = FlowProblem.builder(6, 4).sink(0).sink(1);
    for (int v = 2; v < 6; v++) b.storage(v, r.nextInt(3));
    for (int i = 0; i < 9; i++) b.arc(2 + r.nextInt(4), r.nextInt(6), 1 + r.nextInt(2), 1 + r.nextInt(2));
    return b.build();
  }

  /** People one by one, each by every way and wait there is or not at all; ways are tried in order among those of a class, so that none is tried twice. */
  private static final class EveryChoice {
    private final FlowProblem ways;
    private final List<List<List<int[]>>> options = new ArrayList<>();
    private final List<Integer> persons = new ArrayList<>();
    private final int[][] used;
    private final int[][] waits;
    private long best;

    EveryChoice(FlowProblem ways, List<PeopleClass> classes) {
      this.ways = ways;
      used = new int[ways.arcs()][ways.horizon() + 1];
      waits = new int[ways.nodes()][ways.horizon() + 1];
      for (PeopleClass c : classes) {
        List<List<int[]>> found = new ArrayList<>();
        for (PeopleClass.Group g : c.groups()) {
          for (int t = 0; t <= ways.horizon(); t++) extend(c, g.node(), t, false, new ArrayList<>(), found);
          for (long i = 0; i < g.people(); i++) persons.add(options.size());
        }
        options.add(found);
      }
    }

    /** Moves are (arc, step), or (-1 - node, step) for waiting. */
    private void extend(PeopleClass c, int v, int t, boolean left, List<int[]> sofar, List<List<int[]>> found) {
      if (ways.isSink(v)) {
        if (c.sinks().contains(v)) found.add(List.copyOf(sofar));
        return;
      }
      if (left && t < ways.horizon() && ways.storage(v) > 0) step(c, new int[] {-1 - v, t}, v, t + 1, sofar, found);
      for (int a = 0; a < ways.arcs(); a++) {
        if (ways.tail(a) == v && t + ways.transit(a) <= ways.horizon()) step(c, new int[] {a, t}, ways.head(a), t + ways.transit(a), sofar, found);
      }
    }

    private void step(PeopleClass c, int[] move, int to, int at, List<int[]> sofar, List<List<int[]>> found) {
      sofar.add(move);
      extend(c, to, at, true, sofar, found);
      sofar.remove(sofar.size() - 1);
    }

    long best() {
      choose(0, 0, 0);
      return best;
    }

    private void choose(int person, int first, long out) {
      best = Math.max(best, out);
      if (person == persons.size() || out + persons.size() - person <= best) return;
      int k = persons.get(person);
      for (int i = first; i < options.get(k).size(); i++) {
        if (!take(options.get(k).get(i))) continue;
        choose(person + 1, person + 1 < persons.size() && persons.get(person + 1) == k ? i : 0, out + 1);
        for (int[] move : options.get(k).get(i)) (move[0] < 0 ? waits[-1 - move[0]] : used[move[0]])[move[1]]--;
      }
      // Stays: then so do the others of the class that follow.
      int next = person;
      while (next < persons.size() && persons.get(next) == k) next++;
      choose(next, 0, out);
    }

    private boolean take(List<int[]> way) {
      for (int i = 0; i < way.size(); i++) {
        int[] move = way.get(i);
        boolean wait = move[0] < 0;
        int now = ++(wait ? waits[-1 - move[0]] : used[move[0]])[move[1]];
        if (now <= (wait ? ways.storage(-1 - move[0]) : ways.capacityAt(move[0], move[1]))) continue;
        for (int j = 0; j <= i; j++) (way.get(j)[0] < 0 ? waits[-1 - way.get(j)[0]] : used[way.get(j)[0]])[way.get(j)[1]]--;
        return false;
      }
      return true;
    }
  }

  @Test
  void oneClassIsTheEarliestArrivalFlow() {
    for (long seed = 0; seed < 300; seed++) {
      FlowProblem ways = tiny(new SplittableRandom(seed));
      ClassedEvacuation found = ClassedEvacuation.of(ways, List.of(PeopleClass.of(2, 5, 0, 1)));
      assertThat(found.arrived()).as("seed %d", seed).isEqualTo(EarliestArrival.solve(ProblemCopy.of(ways, 0).supply(2, 0, 5).build()).arrived());
      assertThat(found.gap()).isZero();
    }
  }
}
