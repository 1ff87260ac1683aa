// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.respite.wheels.closing.Exposure;
import org.respite.wheels.closing.TurnBack;
import org.respite.wheels.movement.Beds;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.Stage.Kind;
import org.respite.wheels.problem.TripType;
import org.respite.wheels.replay.Outcome;
import org.respite.wheels.replay.Replay;
import org.respite.wheels.risk.Judge;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Scheduler;
import org.respite.wheels.schedule.Trip;

/** Assembly, beds, refuges, turns on a shared leg, vehicles that do not come: one at a time, by minutes that can be checked in the head. */
class StagesTest {
  private static Schedule plan(Problem p) {
    return Scheduler.schedule(p, Scheduler.Effort.QUICK);
  }

  private static List<Integer> minutes(Schedule s, int stage) {
    return s.trips().stream().map(t -> t.start(stage) / 60).toList();
  }

  private static Stage stage(Kind kind, int server, int minutes, Calendar open, boolean mayWait) {
    return new Stage(kind, server, minutes * 60, open, mayWait, kind.words());
  }

  private static Problem trucks(int count, int window, int hold, List<Problem.Servers> servers, List<Stage> stages, List<TripType.Refuge> refuges) {
    int delivers = java.util.stream.IntStream.range(0, stages.size()).filter(i -> stages.get(i).kind() == Kind.UNLOADING).findFirst().orElseThrow();
    TripType way = new TripType("way", 0, "road", "depot", 0, hold * 60, stages, delivers, 0, List.of(1.0), TripType.Prior.NONE, refuges);
    Fleet fleet = new Fleet("t", "trucks", Fleet.Kind.TRUCK, "T", count, 20, Double.POSITIVE_INFINITY, 1, List.of());
    return new Problem(Instant.EPOCH, servers, List.of(fleet), List.of(way), List.of(new Cargo("food", "food", "food", 1e6, "t", 1, 1, 0, 0)), List.of(0), List.of(window * 60));
  }

  private static final Calendar OPEN = Calendar.of(0, 120 * 60);

  private static Problem assembled(int hold) {
    List<Stage> stages = List.of(
        stage(Kind.ASSEMBLY, 0, 10, OPEN, false), stage(Kind.INSPECTION, 1, 5, OPEN, true), stage(Kind.ROAD_IN, Stage.NONE, 12, OPEN, false),
        stage(Kind.UNLOADING, Stage.NONE, 16, OPEN, false), stage(Kind.ROAD_OUT, Stage.NONE, 12, OPEN, true));
    return trucks(4, 120, hold, List.of(new Problem.Servers("assembly", "assembly", 1), new Problem.Servers("gate", "gate", 1)), stages, List.of());
  }

  // Four trucks line up at 0, 10, 20, 30, ten minutes each; released at 30: the gate takes them at 30, 35, 40, as soon as the hold and the one in front allow; the last is lined up at 40 and goes at 45.
  @Test
  void trucksLineUpBeforeTheHoldAndGoWhenItEnds() {
    Schedule s = plan(assembled(30));
    assertThat(minutes(s, 0)).containsExactlyInAnyOrder(0, 10, 20, 30);
    assertThat(minutes(s, 1)).containsExactlyInAnyOrder(30, 35, 40, 45);
    assertThat(s.gap()).isZero();
  }

  // Without a hold the assembly is what binds: one truck every ten minutes.
  @Test
  void withoutAHoldTheAssemblySetsThePace() {
    assertThat(minutes(plan(assembled(0)), 1)).containsExactlyInAnyOrder(10, 20, 30, 40);
  }

  // A mission that is held 20 minutes more is held after it has lined up: the gate at 50, 55, 60, 65 instead of 30 to 45.
  @Test
  void anImpededConvoyIsHeldAtTheGateNotAtTheAssembly() {
    Schedule s = plan(assembled(30));
    Problem p = s.problem();
    Problem impeded = p.withTypes(p.types().stream().map(t -> new TripType(t.id(), t.fleet(), t.corridor(), t.site(), t.window(), t.release() + 20 * 60, t.stages(), t.delivers(), t.turnRound(), t.arriving(), t.prior(), t.refuges())).toList());
    Outcome o = new Replay(s).run(impeded, Replay.Law.AS_GIVEN);
    assertThat(List.of(o.start(0, 1) / 60, o.start(1, 1) / 60, o.start(2, 1) / 60, o.start(3, 1) / 60)).containsExactlyInAnyOrder(50, 55, 60, 65);
    assertThat(o.start(0, 0)).isLessThan(40 * 60);
  }

  /** Ambulances of two places, ten minutes out; beds at {@code first}, and at a second hospital a quarter of an hour further on. */
  private static Problem ambulances(int count, List<Integer> first, List<Integer> second) {
    List<Problem.Servers> servers = new ArrayList<>(List.of(Problem.Servers.stock("near-beds", "beds near", first)));
    if (!second.isEmpty()) servers.add(Problem.Servers.stock("far-beds", "beds far", second));
    Stage out = stage(Kind.ROAD_OUT, Stage.NONE, 10, Calendar.of(0, 240 * 60), false);
    List<TripType> types = new ArrayList<>(List.of(new TripType("near", 0, "c", "near", 0, 0, List.of(out, bed(0)), 1, 0, List.of(1.0))));
    if (!second.isEmpty()) types.add(new TripType("far", 0, "c", "far", 0, 0, List.of(out, stage(Kind.DRIVE_ON, Stage.NONE, 15, Calendar.ALWAYS, false), bed(1)), 2, 0, List.of(1.0)));
    Fleet fleet = new Fleet("a", "ambulances", Fleet.Kind.AMBULANCE, "A", count, 2, Double.POSITIVE_INFINITY, 1, List.of());
    return new Problem(Instant.EPOCH, servers, List.of(fleet), types, List.of(new Cargo("wounded", "wounded", "leave", 100, "people", 1, 1, 0, 1)), List.of(0), List.of(240 * 60));
  }

  private static Stage bed(int stock) {
    return new Stage(Kind.HOSPITAL, stock, 0, 0, 2, Calendar.ALWAYS, false, "ward");
  }

  // Two beds at 0, one more at 60 and at 120: the first ambulance is in at 10, the second is not fetched before 110, for the beds at 120; the third never. Four patients, and no plan could do more.
  @Test
  void nobodyIsFetchedBeforeABedIsFree() {
    Schedule s = plan(ambulances(3, List.of(0, 0, 3_600, 7_200), List.of()));
    assertThat(minutes(s, 1)).containsExactly(10, 120);
    assertThat(minutes(s, 0)).containsExactly(0, 110);
    assertThat(s.value()).isEqualTo(4);
    assertThat(s.bound().value()).isCloseTo(4, within(1e-9));
    assertThat(s.bound().binding()).contains("beds near");
    assertThat(Beds.byHour(s)).extracting(Beds::until, Beds::there, Beds::taken).containsExactly(
        org.assertj.core.groups.Tuple.tuple(0, 2, 0), org.assertj.core.groups.Tuple.tuple(3_600, 3, 2), org.assertj.core.groups.Tuple.tuple(7_200, 4, 4));
  }

  // The near hospital has two beds, the far one two: the second ambulance goes on to the far one, 10 + 15 minutes, instead of waiting.
  @Test
  void whoFindsNoBedIsTakenToTheNextHospital() {
    Schedule s = plan(ambulances(2, List.of(0, 0), List.of(0, 0)));
    assertThat(s.trips()).extracting(t -> t.type().id()).containsExactlyInAnyOrder("near", "far");
    assertThat(s.trips().stream().mapToInt(Trip::through).max().orElseThrow()).isEqualTo(25 * 60);
  }

  // The plan counts on four beds; in a world with two the second ambulance is out of the area, nobody is caught, and its two patients find no bed.
  @Test
  void inAWorldWithFewerBedsPatientsAreOutAndNotTakenIn() {
    Schedule s = plan(ambulances(2, List.of(0, 0, 0, 0), List.of()));
    Outcome o = new Replay(s).run(ambulances(2, List.of(0, 0), List.of()), Replay.Law.AS_GIVEN);
    assertThat(o.count(Replay.Fate.NO_BED)).isEqualTo(1);
    assertThat(o.count(Replay.Fate.CAUGHT)).isZero();
    assertThat(o.value()).isEqualTo(2);
    assertThat(Judge.judge(s, 0, List.of(ambulances(2, List.of(0, 0), List.of())), 1).noBed()).isEqualTo(1);
  }

  /** Twenty minutes of road each way, ten to unload in one bay. */
  private static Problem shared(Calendar in, Calendar out) {
    List<Stage> stages = List.of(stage(Kind.ROAD_IN, Stage.NONE, 20, in, false), stage(Kind.UNLOADING, 0, 10, OPEN, false), stage(Kind.ROAD_OUT, Stage.NONE, 20, out, true));
    return trucks(9, 120, 0, List.of(new Problem.Servers("bay", "bay", 1)), stages, List.of());
  }

  private static Calendar turns(int... minutes) {
    return Calendar.of(java.util.Arrays.stream(minutes).map(m -> 60 * m).toArray());
  }

  // In turns of half an hour, in first: a truck sets out in the first ten minutes of a turn, or it would meet who comes out. 0 and 10, 60 and 70: four. If nobody came the other way, the bay
  // would take one every ten minutes from 20 on, the last unloaded by 100: eight.
  @Test
  void onALegThatIsSharedInTurnsFewerTrucksGetIn() {
    Calendar in = turns(0, 30, 60, 90);
    Calendar out = turns(30, 60, 90, 120);
    Schedule s = plan(shared(in, out));
    assertThat(minutes(s, 0)).containsExactly(0, 10, 60, 70);
    assertThat(s.bound().value()).isCloseTo(80, within(1e-6));
    assertThat(plan(shared(OPEN, OPEN)).trips()).hasSize(8);
    for (Trip t : s.trips()) {
      assertThat(in.fit(t.start(0), 20 * 60)).isEqualTo(t.start(0));
      assertThat(out.fit(t.start(2), 20 * 60)).isEqualTo(t.start(2));
    }
    Outcome o = new Replay(s).run(s.problem(), Replay.Law.AS_GIVEN);
    for (int i = 0; i < 4; i++) assertThat(o.out(i)).isEqualTo(s.trips().get(i).through());
  }

  // A turn of a quarter of an hour is shorter than the twenty minutes of road.
  @Test
  void aTurnShorterThanTheRoadIsSaid() {
    Movement m = Movement.of(new Movement.Question(shared(turns(0, 15, 30, 45), turns(15, 30, 45, 60)), "tonnes", Scheduler.Effort.QUICK, 0.95, 1), List.of());
    assertThat(m.reason()).isEqualTo(
        "Road in at road in takes 20 min and is never open for longer than 15 min at a time: nobody could be through before it shuts or the direction changes. Give it longer, or a shorter or faster way.");
  }

  // Road in 20 minutes; a silo stands 15 minutes in. At the begin of the road the way back out is 0; a truck that has driven 11 minutes has 4 to the silo, 11 back, 9 on to the depot.
  @Test
  void aStatedRefugeIsTheNearestWhereItIs() {
    List<Stage> stages = List.of(stage(Kind.ROAD_IN, Stage.NONE, 20, OPEN, false), stage(Kind.UNLOADING, 0, 10, OPEN, false), stage(Kind.ROAD_OUT, Stage.NONE, 20, OPEN, true));
    Problem p = trucks(1, 71, 0, List.of(new Problem.Servers("bay", "bay", 1)), stages, List.of(new TripType.Refuge("silo", "", 0, 15 * 60), new TripType.Refuge("silo", "", 2, 5 * 60)));
    Problem late = p.withTypes(p.types().stream().map(t -> t.notBefore(49 * 60)).toList());
    assertThat(Exposure.byHour(plan(late)).get(1)).extracting(Exposure::onRoad, Exposure::longestSeconds).containsExactly(1, 4 * 60);
    assertThat(TurnBack.of(plan(p))).extracting(t -> t.refuge().name()).containsExactly("back out", "at depot", "at depot");
  }

  // Four trucks are promised, three come: 60 t of 80.
  @Test
  void inAWorldWithFewerTrucksTheLastDoNotCome() {
    Schedule s = plan(assembled(30));
    Problem p = s.problem();
    Problem fewer = p.withFleets(List.of(new Fleet("t", "trucks", Fleet.Kind.TRUCK, "T", 3, 20, Double.POSITIVE_INFINITY, 1, List.of())));
    Outcome o = new Replay(s).run(fewer, Replay.Law.AS_GIVEN);
    assertThat(o.value()).isEqualTo(60);
    assertThat(o.count(Replay.Fate.NOT_SENT)).isEqualTo(1);
  }
}
