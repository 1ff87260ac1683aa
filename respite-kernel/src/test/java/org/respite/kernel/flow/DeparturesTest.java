// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Home 0, a circle 1-2-1, sink 3: <pre>0 --1-- 1 --1-- 3,  1 --1-- 2 --1-- 1</pre> */
class DeparturesTest {
  private static FlowProblem.Builder circle(int atMost) {
    FlowProblem.Builder b = FlowProblem.builder(4, 9).supply(0, 0, 4).sink(3).storage(1, atMost).storage(2, 0);
    b.arc(0, 1, 4, 1);
    b.arc(1, 2, 4, 1);
    b.arc(2, 1, 4, 1);
    b.arc(1, 3, 4, 1);
    return b;
  }

  /** Four leave at step 0, go round once and are out at step 4. */
  private static final int[][] ROUND = {
    {4, 0, 0, 0, 0, 0, 0, 0, 0, 0}, {0, 4, 0, 0, 0, 0, 0, 0, 0, 0}, {0, 0, 4, 0, 0, 0, 0, 0, 0, 0}, {0, 0, 0, 4, 0, 0, 0, 0, 0, 0}
  };

  private static List<Departures.Departure> told(FlowProblem p) {
    return Departures.of(p, FlowOverTime.of(p, ROUND)).all();
  }

  @Test
  void whoWentRoundLeavesHomeLater() {
    assertThat(told(circle(0).build())).containsExactly(new Departures.Departure(new Departures.Way(0, List.of(0, 3), List.of(0, 1), 2), 2, 4));
  }

  @Test
  void whoCannotLeaveLaterWaitsWhereThereIsRoomAndOthersGoRound() {
    // The street from home is closed from step 1 on; three may wait at node 1.
    FlowProblem p = circle(3).window(0, 1, 10, 0).build();
    assertThat(told(p)).containsExactlyInAnyOrder(
        new Departures.Departure(new Departures.Way(0, List.of(0, 3), List.of(0, 3), 4), 0, 3),
        new Departures.Departure(new Departures.Way(0, List.of(0, 1, 2, 3), List.of(0, 1, 2, 3), 4), 0, 1));
  }

  @Test
  void everybodyWaitsWhereThereIsRoomForAll() {
    FlowProblem p = circle(FlowProblem.UNLIMITED).window(0, 1, 10, 0).build();
    assertThat(told(p)).containsExactly(new Departures.Departure(new Departures.Way(0, List.of(0, 3), List.of(0, 3), 4), 0, 4));
  }
}
