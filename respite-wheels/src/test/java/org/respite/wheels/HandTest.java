// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.respite.wheels.replay.Outcome;
import org.respite.wheels.replay.Replay;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Scheduler;
import org.respite.wheels.schedule.Trip;

/** Cases small enough for the back of an envelope; the sums stand beside them. */
class HandTest {
  private static Schedule plan(Lanes lanes) {
    return Scheduler.schedule(lanes.problem(), Scheduler.Effort.QUICK);
  }

  private static int minute(int seconds) {
    assertThat(seconds % 60).isZero();
    return seconds / 60;
  }

  // Hold 30, inspection 5, road 12, unloading 16, road 12: set out at 30, unloaded at 63, out at 75.
  @Test
  void oneLaneOneTruck() {
    Schedule s = plan(Lanes.window(120).trucks(1).need(20).lane(30, 1, 5, 12, 1, 16));
    assertThat(s.trips()).hasSize(1);
    Trip t = s.trips().getFirst();
    assertThat(minute(t.departs())).isEqualTo(30);
    assertThat(minute(t.delivered())).isEqualTo(63);
    assertThat(minute(t.through())).isEqualTo(75);
    assertThat(s.value()).isEqualTo(20);
    assertThat(s.bound().value()).isCloseTo(20, within(1e-9));
  }

  // Out by 75 at the earliest: a window of 75 minutes lets it make it, one of 74 does not.
  @Test
  void theLastTruckThatJustMakesItAndTheOneThatDoesNot() {
    assertThat(plan(Lanes.window(75).trucks(1).lane(30, 1, 5, 12, 1, 16)).trips()).hasSize(1);
    Schedule late = plan(Lanes.window(74).trucks(1).lane(30, 1, 5, 12, 1, 16));
    assertThat(late.trips()).isEmpty();
    assertThat(late.bound().value()).isZero();
  }

  // The site is the bottleneck: first truck unloads from 17, the last must be unloaded by 120 - 12 = 108; (108 - 17) / 16 = 5.7: five trucks.
  @Test
  void twoStagesTheSlowerSetsThePace() {
    Schedule s = plan(Lanes.window(120).lane(0, 1, 5, 12, 1, 16));
    assertThat(s.trips()).hasSize(5);
    assertThat(s.bound().value()).isCloseTo(100, within(1e-9));
    assertThat(s.gap()).isZero();
    assertThat(s.bound().binding()).first().isEqualTo("bays 0");
    for (int i = 0; i < 5; i++) assertThat(minute(s.trips().get(i).delivered())).isEqualTo(17 + 16 * (i + 1));
  }

  // With a second bay: two unload side by side, 2 x floor(91 / 16) = 10 trucks by bays, but one inspector lets one through every 10 minutes:
  // inspected by 120 - 12 - 16 - 12 = 80, so 8. A second inspector moves the bottleneck back to the bays: first at the site after 22, 2 x floor(86 / 16) = 10.
  @Test
  void aServerMoreMovesTheBottleneck() {
    Schedule one = plan(Lanes.window(120).lane(0, 1, 10, 12, 2, 16));
    assertThat(one.trips()).hasSize(8);
    assertThat(one.bound().binding()).first().isEqualTo("inspection 0");
    Schedule two = plan(Lanes.window(120).lane(0, 2, 10, 12, 2, 16));
    assertThat(two.trips()).hasSize(10);
    assertThat(two.bound().binding()).first().isEqualTo("bays 0");
    assertThat(one.gap()).isZero();
    assertThat(two.gap()).isZero();
  }

  // Five trucks that stay inside need no road back: (120 - 17) / 16 = 6.4: six.
  @Test
  void trucksThatStayNeedNoWayBack() {
    assertThat(plan(Lanes.window(120).staying().lane(0, 1, 5, 12, 1, 16)).trips()).hasSize(6);
  }

  // A round trip takes 45 minutes; two trucks, four rounds fit into 180 minutes: (180 / 45) x 2 = 8 if the bay keeps up: 8 x 16 = 128 of 180 - 17 - 12 = 151.
  @Test
  void vehiclesGoAgain() {
    Schedule s = plan(Lanes.window(180).trucks(2).lane(0, 1, 5, 12, 1, 16));
    assertThat(s.trips()).hasSize(8 - 1); // the second truck starts 16 minutes after the first and so makes three rounds: (180 - 16) / 45 = 3.6
    assertThat(s.bound().value()).isCloseTo(160, within(1e-9));
  }

  @Test
  void replayKeepsThePromiseToTheSecond() {
    Schedule s = plan(Lanes.window(600).trucks(9).lane(20, 2, 7, 13, 2, 17).lane(40, 1, 4, 9, 1, 11));
    Outcome o = new Replay(s).run(s.problem(), Replay.Law.AS_GIVEN);
    assertThat(o.value()).isEqualTo(s.value());
    for (int i = 0; i < s.trips().size(); i++) {
      for (int k = 0; k < s.trips().get(i).type().count(); k++) {
        assertThat(o.start(i, k)).isEqualTo(s.trips().get(i).start(k));
        assertThat(o.end(i, k)).isEqualTo(s.trips().get(i).end(k));
      }
    }
  }
}
