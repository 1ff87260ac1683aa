// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.Stage.Kind;
import org.respite.wheels.problem.TripType;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Scheduler;

/** How tight the bound is, and how good loads and turns are, where the best is known. */
class BoundTest {
  private static Problem loose(int trucks, int minutes, List<TripType> types, List<Cargo> cargo) {
    Fleet fleet = new Fleet("t", "trucks", Fleet.Kind.TRUCK, "T", trucks, 20, 60, Fleet.UNLIMITED, List.of());
    return new Problem(Instant.EPOCH, List.of(), List.of(fleet), types, cargo, List.of(0), List.of(minutes * 60));
  }

  private static TripType way(String id, int minutes, int window, List<Double> arriving) {
    Stage there = new Stage(Kind.ROAD_IN, Stage.NONE, minutes * 60, Calendar.of(0, window * 60), false, id);
    return new TripType(id, 0, id, id, 0, 0, List.of(there), 0, 0, arriving);
  }

  // One truck and ways of different lengths and losses: what its day holds is a knapsack, and the bound is its optimum, not the part of a trip that would still fit.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theDayOfOneTruckIsBoundedByTheBestThatFitsIntoIt(long seed) {
    SplittableRandom r = new SplittableRandom(seed);
    int window = 60 + r.nextInt(40);
    int[] minutes = r.ints(4, 11, 38).toArray();
    double[] arrives = r.doubles(4, 0.2, 1).toArray();
    List<TripType> types = new ArrayList<>();
    for (int i = 0; i < minutes.length; i++) types.add(way("w" + i, minutes[i], window, List.of(arrives[i])));
    Schedule s = Scheduler.schedule(loose(1, window, types, List.of(new Cargo("food", "food", "food", 1e6, "t", 1, 1, 0, 0))), Scheduler.Effort.QUICK);
    double best = knapsack(minutes, arrives, window);
    assertThat(s.bound().value()).isCloseTo(best, withinPercentage(0.01));
    assertThat(s.value()).isLessThanOrEqualTo(best + 1e-6);
  }

  /** By trying every first trip, with 20 t on each. */
  private static double knapsack(int[] minutes, double[] arrives, int left) {
    double best = 0;
    for (int i = 0; i < minutes.length; i++) if (minutes[i] <= left) best = Math.max(best, 20 * arrives[i] + knapsack(minutes, arrives, left - minutes[i]));
    return best;
  }

  // Two trucks of 20 t and 60 m3; 30 t of flour (2 m3 a tonne) and 10 t of tents (6 m3). Flour first would leave 20 m3 of the first truck empty and 3.3 t of tents behind;
  // 15 t of flour and 5 t of tents fill a truck by weight and by volume: 15 + 5 = 20 t, 30 + 30 = 60 m3.
  @Test
  void goodsThatFillByWeightAndGoodsThatFillByVolumeRideTogether() {
    List<Cargo> cargo = List.of(new Cargo("flour", "flour", "food", 30, "t", 10, 1, 2, 0), new Cargo("tents", "tents", "other", 10, "t", 1, 1, 6, 0));
    Schedule s = Scheduler.schedule(loose(2, 20, List.of(way("w", 20, 20, List.of(1.0, 1.0))), cargo), Scheduler.Effort.QUICK);
    assertThat(s.arrives(0)).isCloseTo(30, within(1e-6));
    assertThat(s.arrives(1)).isCloseTo(10, within(1e-6));
    assertThat(s.trips()).allMatch(t -> t.load().size() == 2);
  }

  // Three trucks, little medicine, more flour than they can carry: all the medicine is on the first that sets out.
  @Test
  void whatIsWorthMostIsOnTheFirstTruck() {
    List<Cargo> cargo = List.of(new Cargo("flour", "flour", "food", 100, "t", 10, 1, 2, 0), new Cargo("kits", "kits", "medicine", 4, "t", 900, 1, 4.8, 0));
    Schedule s = Scheduler.schedule(loose(3, 20, List.of(way("w", 20, 20, List.of(1.0, 1.0))), cargo), Scheduler.Effort.QUICK);
    assertThat(s.trips().getFirst().load()).extracting(l -> l.cargo()).containsExactly(1, 0);
    assertThat(s.trips().getFirst().load().getFirst().sent()).isCloseTo(4, within(1e-6));
    assertThat(s.trips().stream().skip(1).flatMap(t -> t.load().stream())).allMatch(l -> l.cargo() == 0);
    assertThat(s.gap()).isZero();
  }

  // An instance whose optimum, nine trips, an independent solver proved (bench/logs/wheels.txt, seed 4): it takes a turn against the clock twice, so no favour for one lane finds it.
  @Test
  void turnsAgainstTheClockAreFound() {
    Problem p = Lanes.window(169).trucks(3).lane(13, 1, 6, 20, 2, 12).lane(8, 1, 9, 6, 2, 26).problem();
    assertThat(Scheduler.schedule(p, Scheduler.Effort.THOROUGH).trips()).hasSize(9);
  }
}
