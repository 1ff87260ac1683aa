// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.replay.Outcome;
import org.respite.wheels.replay.Replay;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Scheduler;
import org.respite.wheels.schedule.Trip;

/** What holds of every schedule. */
class PropertyTest {
  private static final Scheduler.Effort EFFORT = new Scheduler.Effort(12, 5);

  private static List<Problem> drawn(long seed) {
    return List.of(BigDay.trucks(seed, 1), BigDay.people(seed, 1), small(seed).problem());
  }

  private static Lanes small(long seed) {
    SplittableRandom r = new SplittableRandom(seed);
    Lanes l = Lanes.window(120 + r.nextInt(300)).trucks(1 + r.nextInt(9)).need(20 * (1 + r.nextInt(30)));
    for (int i = 0; i <= r.nextInt(3); i++) l.lane(r.nextInt(40), 1 + r.nextInt(2), 3 + r.nextInt(20), 5 + r.nextInt(25), 1 + r.nextInt(3), 8 + r.nextInt(40));
    return l;
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void nothingIsUnloadedTwiceAndNobodyRidesTwoBuses(long seed) {
    for (Problem p : drawn(seed)) {
      Schedule s = Scheduler.schedule(p, EFFORT);
      for (int i = 0; i < p.cargo().size(); i++) assertThat(s.used(i)).isLessThanOrEqualTo(p.cargo().get(i).amount() * (1 + 1e-9));
      for (Trip t : s.trips()) {
        Fleet f = p.fleets().get(t.type().fleet());
        assertThat(t.load().stream().mapToDouble(Trip.Load::sent).sum()).isLessThanOrEqualTo(f.load() + 1e-6);
        assertThat(t.load().stream().mapToDouble(l -> l.sent() * p.cargo().get(l.cargo()).volume()).sum()).isLessThanOrEqualTo(f.volume() + 1e-6);
        assertThat(t.load()).allMatch(l -> p.cargo().get(l.cargo()).group() < 2 || l.sent() % p.cargo().get(l.cargo()).group() < 1e-9);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void noVehicleIsInTwoPlacesAndNoServerServesMoreThanItCan(long seed) {
    for (Problem p : drawn(seed)) {
      Schedule s = Scheduler.schedule(p, EFFORT);
      Map<String, Integer> freeAt = new HashMap<>();
      for (Trip t : s.trips()) {
        String vehicle = s.vehicleName(t);
        assertThat(t.departs()).isGreaterThanOrEqualTo(freeAt.getOrDefault(vehicle, 0));
        freeAt.put(vehicle, t.through() + t.type().turnRound());
        for (int i = 0; i < t.type().count(); i++) {
          assertThat(t.type().stages().get(i).open().fit(t.start(i), t.type().stages().get(i).seconds())).isEqualTo(t.start(i));
          if (i > 0) assertThat(t.start(i)).isGreaterThanOrEqualTo(t.end(i - 1));
        }
      }
      for (int r = 0; r < p.servers().size(); r++) assertThat(mostAtOnce(s, r)).isLessThanOrEqualTo(p.servers().get(r).count());
    }
  }

  private static int mostAtOnce(Schedule s, int resource) {
    List<int[]> changes = new ArrayList<>();
    for (Trip t : s.trips()) {
      for (int i = 0; i < t.type().count(); i++) {
        Stage st = t.type().stages().get(i);
        if (st.resource() != resource) continue;
        changes.add(new int[] {t.start(i), 1});
        changes.add(new int[] {t.start(i) + st.occupies(), -1});
      }
    }
    changes.sort((a, b) -> a[0] != b[0] ? Integer.compare(a[0], b[0]) : Integer.compare(a[1], b[1]));
    int now = 0;
    int most = 0;
    for (int[] c : changes) most = Math.max(most, now += c[1]);
    return most;
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void theReplayArrivesWhenTheScheduleSaysAndNothingPassesTheBound(long seed) {
    for (Problem p : drawn(seed)) {
      Schedule s = Scheduler.schedule(p, EFFORT);
      assertThat(s.value()).isLessThanOrEqualTo(s.bound().value() * (1 + 1e-9));
      Outcome o = new Replay(s).run(p, Replay.Law.AS_GIVEN);
      for (int i = 0; i < s.trips().size(); i++) {
        assertThat(o.fate(i)).isEqualTo(Replay.Fate.DELIVERED);
        assertThat(o.out(i)).isEqualTo(s.trips().get(i).through());
      }
    }
  }

  // An hour, a bay, an inspector, a truck or a lane more: the bound of the relaxation never falls.
  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38})
  void moreNeverLowersTheBound(long seed) {
    SplittableRandom r = new SplittableRandom(seed);
    int window = 120 + r.nextInt(300);
    int trucks = 1 + r.nextInt(9);
    int inspectors = 1 + r.nextInt(2);
    int bays = 1 + r.nextInt(3);
    int[] m = {r.nextInt(40), 3 + r.nextInt(20), 5 + r.nextInt(25), 8 + r.nextInt(40)};
    double now = bound(Lanes.window(window).trucks(trucks).lane(m[0], inspectors, m[1], m[2], bays, m[3]));
    assertThat(bound(Lanes.window(window + 60).trucks(trucks).lane(m[0], inspectors, m[1], m[2], bays, m[3]))).isGreaterThanOrEqualTo(now - 1e-6);
    assertThat(bound(Lanes.window(window).trucks(trucks + 1).lane(m[0], inspectors, m[1], m[2], bays, m[3]))).isGreaterThanOrEqualTo(now - 1e-6);
    assertThat(bound(Lanes.window(window).trucks(trucks).lane(m[0], inspectors + 1, m[1], m[2], bays, m[3]))).isGreaterThanOrEqualTo(now - 1e-6);
    assertThat(bound(Lanes.window(window).trucks(trucks).lane(m[0], inspectors, m[1], m[2], bays + 1, m[3]))).isGreaterThanOrEqualTo(now - 1e-6);
    assertThat(bound(Lanes.window(window).trucks(trucks).lane(m[0], inspectors, m[1], m[2], bays, m[3]).lane(m[0], 1, m[1], m[2], 1, m[3]))).isGreaterThanOrEqualTo(now - 1e-6);
  }

  private static double bound(Lanes l) {
    return Scheduler.schedule(l.problem(), new Scheduler.Effort(1, 1)).bound().value();
  }

  // Little: vehicles in the system on average = arrivals a second x seconds in it. 20,000 trucks, one sent every 600 s, 60 to 540 s of inspection drawn.
  @Test
  void littlesLawHoldsOverALongRun() {
    Problem p = Lanes.window(60 * 24 * 200).trucks(20_000).need(1e9).staying().lane(0, 1, 10, 12, 2, 15).problem();
    Problem once = p.withFleets(p.fleets().stream().map(f -> new Fleet(f.id(), f.name(), f.kind(), "T", 20_000, 20, Double.POSITIVE_INFINITY, 1, List.of())).toList());
    Schedule s = Scheduler.schedule(once, new Scheduler.Effort(1, 1));
    SplittableRandom random = new SplittableRandom(4);
    int[] drawn = IntStream.range(0, 20_000).map(_ -> 60 + random.nextInt(1_080)).toArray();
    Outcome o = new Replay(s).run(once, (trip, stage, seconds) -> stage == 0 ? drawn[trip] : seconds);
    double inSystem = 0;
    int last = 0;
    for (int i = 0; i < o.trips(); i++) {
      inSystem += o.end(i, 2) - s.trips().get(i).departs();
      last = Math.max(last, o.end(i, 2));
    }
    double mean = areaUnder(o, s) / (double) last;
    assertThat(mean).isCloseTo(o.trips() / (double) last * (inSystem / o.trips()), org.assertj.core.api.Assertions.withinPercentage(0.001));
    assertThat(inSystem / o.trips()).isGreaterThan(60 * 37.0); // queues form: longer than the 37 minutes without any
  }

  /** The number of trucks in the system, summed second by second as a step function. */
  private static long areaUnder(Outcome o, Schedule s) {
    List<int[]> changes = new ArrayList<>();
    for (int i = 0; i < o.trips(); i++) {
      changes.add(new int[] {s.trips().get(i).departs(), 1});
      changes.add(new int[] {o.end(i, 2), -1});
    }
    changes.sort((a, b) -> Integer.compare(a[0], b[0]));
    long area = 0;
    int inside = 0;
    int at = 0;
    for (int[] c : changes) {
      area += (long) inside * (c[0] - at);
      at = c[0];
      inside += c[1];
    }
    return area;
  }

  // Cards set an hour earlier: whoever would come out in the last hour is not sent or turns back; nobody is caught.
  @Test
  void aMarginOnTheCardsKeepsPeopleOutWhenTheRoadIsSlow() {
    Problem p = Lanes.window(300).lane(0, 1, 5, 20, 1, 16).problem();
    Problem slow = Lanes.window(300).lane(0, 1, 5, 45, 1, 16).problem();
    Schedule s = Scheduler.schedule(p, EFFORT);
    assertThat(new Replay(s).run(slow, Replay.Law.AS_GIVEN).count(Replay.Fate.CAUGHT)).isPositive();
    assertThat(new Replay(s, 3_600).run(slow, Replay.Law.AS_GIVEN).count(Replay.Fate.CAUGHT)).isZero();
  }

  @Test
  void theSameSeedGivesTheSameSchedule() {
    Schedule a = Scheduler.schedule(BigDay.trucks(5, 1), EFFORT);
    Schedule b = Scheduler.schedule(BigDay.trucks(5, 1), EFFORT);
    assertThat(a.value()).isEqualTo(b.value());
    assertThat(a.trips().stream().map(Trip::departs).toList()).isEqualTo(b.trips().stream().map(Trip::departs).toList());
  }
}
