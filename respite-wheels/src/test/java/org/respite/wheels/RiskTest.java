// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.respite.wheels.closing.Exposure;
import org.respite.wheels.closing.TurnBack;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.TripType;
import org.respite.wheels.risk.Judge;
import org.respite.wheels.risk.Judgement;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Scheduler;

/** Missions, margins and the end of the window, by numbers that can be checked in the head. */
class RiskTest {
  private static Problem lane(int road) {
    return Lanes.window(120).lane(0, 1, 5, road, 1, 16).problem();
  }

  private static Problem with(TripType.Prior prior) {
    Problem p = lane(12);
    return p.withTypes(p.types().stream().map(t -> new TripType(t.id(), t.fleet(), t.corridor(), t.site(), t.window(), t.release(), t.stages(), t.delivers(), t.turnRound(), t.arriving(), prior, List.of())).toList());
  }

  private static Judgement judged(Problem p) {
    return Judge.judge(Scheduler.schedule(p, Scheduler.Effort.QUICK), 0, Collections.nCopies(2_000, p), 3);
  }

  // Five trucks of 20 t in one convoy. Refused in 30 % of draws: 70 t on average, nothing in the worst twentieth, and nobody is caught who never set out.
  @Test
  void aMissionThatIsRefusedBringsNothing() {
    Judgement j = judged(with(new TripType.Prior(0, 0.3, 0)));
    assertThat(j.expected()).isCloseTo(70, within(3.0));
    assertThat(j.low()).isZero();
    assertThat(j.allOut()).isEqualTo(1);
  }

  // Held 40 minutes for certain: trucks leave at 40, 56, 72, ... instead of 0, 16, ...; unloading must begin by 120 - 12 - 16 = 92, so by setting out at 75: three (40, 56, 72).
  @Test
  void anImpededMissionComesLateAndItsLastTrucksTurnBack() {
    Judgement j = judged(with(new TripType.Prior(1, 0, 40 * 60)));
    assertThat(j.expected()).isEqualTo(60);
    assertThat(j.turnedBack()).isEqualTo(2);
    assertThat(j.allOut()).isEqualTo(1);
  }

  // The road takes 30 minutes instead of 12 in half of the worlds. The robust plan reaches 95 % by a margin and says what it pays.
  @Test
  void theRobustVariantReachesTheChanceAndSaysWhatItPays() {
    List<Problem> worlds = List.of(lane(12), lane(30), lane(12), lane(30));
    Movement m = Movement.of(new Movement.Question(lane(12), "tonnes", Scheduler.Effort.QUICK, 0.95, 1), worlds);
    assertThat(m.judgement().allOut()).isEqualTo(0.5);
    assertThat(m.robust().reaches()).isTrue();
    assertThat(m.robust().judgement().allOut()).isEqualTo(1);
    assertThat(m.robust().pays()).isPositive();
    assertThat(m.robust().schedule().trips().size()).isLessThan(m.schedule().trips().size());
  }

  // Out by 120: on the road out by 108, unloading by 92, on the road in by 80, inspection by 75. From the site it is 12 minutes back.
  @Test
  void turnBackTimesAreReckonedFromTheEnd() {
    Schedule s = Scheduler.schedule(lane(12), Scheduler.Effort.QUICK);
    List<TurnBack> rows = TurnBack.of(s);
    assertThat(rows).extracting(t -> t.latest() / 60).containsExactly(75, 80, 92, 108);
    assertThat(rows.get(2).backSeconds()).isEqualTo(12 * 60);
    assertThat(rows).extracting(t -> t.refuge().name()).containsExactly("stands outside", "back out", "at s0", "at s0");
  }

  // At minute 60: truck 1 is out (45), 2 is on the road out (49 to 61), 3 unloads (49 to 65), 4 is on the road in (53 to 65); inspection does not expose. Two on the road:
  // truck 2 has 1 minute ahead, truck 4 has 5 ahead and 7 back.
  @Test
  void whoIsExposedAtAnHour() {
    Exposure e = Exposure.byHour(Scheduler.schedule(lane(12), Scheduler.Effort.QUICK)).get(1);
    assertThat(e.at()).isEqualTo(3_600);
    assertThat(e.vehicles()).isEqualTo(3);
    assertThat(e.onRoad()).isEqualTo(2);
    assertThat(e.longestSeconds()).isEqualTo(5 * 60);
  }
}
