// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachTest {
  /** Level by level as a search over single pairs, on problems of up to 17 steps and towns of up to 60; and a horizon that fills a word to the last bit and beyond. */
  @Test
  void givesTheLevelsOfTheSearchOverSinglePairs() {
    long pairs = 0;
    for (long seed = 0; seed < 4_000; seed++) pairs += compare(RandomProblems.of(seed), seed);
    for (long seed = 0; seed < 400; seed++) pairs += compare(RandomProblems.town(seed), seed);
    for (int horizon = 60; horizon < 135; horizon++) pairs += compare(street(horizon), horizon);
    assertThat(pairs).isGreaterThan(200_000);
  }

  /** Full for ten steps in the middle, transits of 1, 3 and 66 steps, waiting places of 2 people and without limit. */
  private static FlowProblem street(int horizon) {
    FlowProblem.Builder b = FlowProblem.builder(5, horizon).supply(0, 3, 200).supply(3, 0, 40).sink(4).storage(1, 2).storage(3, 0);
    b.arc(0, 1, 4, 1);
    b.arc(1, 2, 3, 3);
    int gate = b.arc(2, 4, 5, 1);
    b.window(gate, 30, 40, 0);
    b.arc(3, 4, 1, 66);
    b.arc(2, 3, 2, 1);
    return b.build();
  }

  private static long compare(FlowProblem p, long seed) {
    Surroundings around = new Surroundings(p);
    OpenFlow flow = new OpenFlow(p, EarliestArrival.solve(p).flow());
    StepBits bits = new StepBits(flow);
    Singly toSinks = new Singly(around, flow, false);
    Singly fromHomes = new Singly(around, flow, true);
    return compare(p, Reach.ofSinks(around, flow, bits), toSinks, "to sinks, seed " + seed) + compare(p, Reach.ofHomes(around, flow, bits), fromHomes, "from homes, seed " + seed);
  }

  private static long compare(FlowProblem p, Reach found, Singly expected, String what) {
    long pairs = 0;
    int steps = p.horizon() + 1;
    for (int v = 0; v < p.nodes(); v++) {
      for (int t = 0; t < steps; t++) {
        int level = expected.level.getOrDefault(v * steps + t, 0);
        assertThat(found.of(v, t)).as("%s: node %d at %d", what, v, t).isEqualTo(level);
        if (level > 0) pairs++;
      }
    }
    for (int k = 0; k < p.releaseNode.length; k++) assertThat(found.ofHome(k)).as("%s: home %d", what, k).isEqualTo(expected.level.getOrDefault(-1 - k, 0));
    return pairs;
  }

  /** Least numbers of moves by breadth first over single places; those that waiting alone reaches are put in front. */
  private static final class Singly {
    final Map<Integer, Integer> level = new HashMap<>();
    private final Deque<int[]> queue = new ArrayDeque<>();

    Singly(Surroundings around, OpenFlow flow, boolean onward) {
      FlowProblem p = around.problem;
      Neighbours neighbours = new Neighbours(around, flow, onward);
      if (onward) {
        for (int k = 0; k < flow.atHome.length; k++) {
          for (int t = p.releaseStep[k]; flow.atHome[k] > 0 && t < around.steps; t++) queue.add(new int[] {p.releaseNode[k] * around.steps + t, 1});
        }
      } else {
        Neighbours ahead = new Neighbours(around, flow, true);
        for (int v = 0; v < p.nodes(); v++) {
          for (int t = around.earliest[v]; !p.isSink(v) && t < around.steps; t++) {
            ahead.of(v * around.steps + t);
            boolean out = false;
            while (ahead.next()) out |= ahead.place == ResidualPath.OUT;
            if (out) queue.add(new int[] {v * around.steps + t, 1});
          }
        }
      }
      while (!queue.isEmpty()) {
        int[] next = queue.poll();
        if (level.containsKey(next[0])) continue;
        level.put(next[0], next[1]);
        neighbours.of(next[0]);
        while (neighbours.next()) {
          if (neighbours.place == ResidualPath.OUT || neighbours.node >= 0 && neighbours.time < around.earliest[neighbours.node]) continue;
          if (neighbours.kind == ResidualFlow.WAIT) queue.addFirst(new int[] {neighbours.place, next[1]});
          else queue.addLast(new int[] {neighbours.place, next[1] + 1});
        }
      }
    }
  }
}
