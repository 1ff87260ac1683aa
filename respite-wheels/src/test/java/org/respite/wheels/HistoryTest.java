// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.Stage.Kind;
import org.respite.wheels.problem.TripType;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Scheduler;

/**
 * What the ranges of practice predict beside what was counted, from the planning parameters alone: no parameter is taken from the day that it
 * predicts. Counts are read from the case files beside the checkout and the test says so where they are not there. Where history fell outside,
 * the test says that too: a plan counts what could move, not what was let through.
 */
class HistoryTest {
  private static final int DRAWS = 200;
  private static final Path CASES = Path.of(System.getProperty("respite.shared", "none"), "cases");

  /** A value drawn from the triangular law on low, mid, high. */
  private static double draw(SplittableRandom r, double low, double mid, double high) {
    double u = r.nextDouble();
    double peak = (mid - low) / (high - low);
    return u < peak ? low + Math.sqrt(u * (high - low) * (mid - low)) : high - Math.sqrt((1 - u) * (high - low) * (high - mid));
  }

  private record Range(double low, double mid, double high) {
    boolean holds(double x) {
      return x >= low && x <= high;
    }
  }

  private static Range predicted(Function<SplittableRandom, Double> world) {
    double[] all = IntStream.range(0, DRAWS).mapToDouble(d -> world.apply(new SplittableRandom(1_000 + d))).sorted().toArray();
    return new Range(all[DRAWS / 20 - 1], all[DRAWS / 2], all[DRAWS - DRAWS / 20]);
  }

  private static double trips(Problem p) {
    return Scheduler.schedule(p, new Scheduler.Effort(1, 1)).trips().size();
  }

  private static String read(String name) throws IOException {
    assumeTrue(Files.isRegularFile(CASES.resolve(name)), "no case file " + CASES.resolve(name) + ": history is not checked");
    return Files.readString(CASES.resolve(name));
  }

  private static void told(String what, Range r, String counted) {
    System.out.printf("history: %s: predicted %.0f to %.0f (middle %.0f), counted %s%n", what, r.low, r.high, r.mid, counted);
  }

  /** One convoy, one site of so many bays; minutes. */
  private static Problem convoy(int trucks, double windowMin, double inspectMin, double roadMin, int bays, double unloadMin) {
    Calendar open = Calendar.of(0, (int) (windowMin * 60));
    List<Stage> stages =
        List.of(
            new Stage(Kind.INSPECTION, 0, (int) (inspectMin * 60), open, false, "gate"),
            new Stage(Kind.ROAD_IN, Stage.NONE, (int) (roadMin * 60), open, false, "road"),
            new Stage(Kind.UNLOADING, 1, (int) (unloadMin * 60), open, false, "site"),
            new Stage(Kind.ROAD_OUT, Stage.NONE, (int) (roadMin * 60), open, true, "road"));
    return new Problem(
        Instant.EPOCH, List.of(new Problem.Servers("inspection", "inspection", 2), new Problem.Servers("bays", "bays", bays)),
        List.of(new Fleet("t", "t", Fleet.Kind.TRUCK, "T", trucks, 20, Double.POSITIVE_INFINITY, 1, List.of())),
        List.of(new TripType("w", 0, "c", "s", 0, 0, stages, 2, 0, List.of(1.0))),
        List.of(new Cargo("aid", "aid", "food", 1e6, "t", 1, 1, 0, 0)), List.of(0), List.of((int) (windowMin * 60)));
  }

  // Douma, 5 March 2018: 46 trucks, about nine hours in town, 10 not unloaded and 4 in part: 32 to 36. Unloading by hand, ten porters a truck: 1 to 3.5 h
  // (practice 1.6); bays at one site 4 to 10 (nobody stated them: planning range); 46 trucks as listed before the gate.
  @Test
  void doumaAFairShareOfFortySixTrucksIsUnloaded() throws IOException {
    assertThat(read("ghouta-2018.yaml")).contains("trucks: 46").contains("10 trucks not unloaded");
    Range r = predicted(g -> trips(convoy(46, 9 * 60, draw(g, 1, 3, 5), draw(g, 5, 15, 30), (int) Math.round(draw(g, 4, 7, 10)), draw(g, 60, 120, 210))));
    told("Douma, 5 March 2018, trucks unloaded of 46 in 9 h", r, "32 to 36");
    assertThat(r.holds(34)).isTrue();
  }

  // Gaza, 24 and 25 November 2023: 200 trucks sent a day, 137 and 187 unloaded. A big crossing passes about 80 a day in thorough inspection to all that are sent: inspection
  // 5 to 40 minutes, 8 to 20 teams (planning range for two inspection sites), reception of 15 to 40 trucks at once, 1 to 3.5 h each, a working day of 12 to 14 h.
  @Test
  void gazaTrucksADayInThePauseOfNovember() throws IOException {
    assertThat(read("gaza-2023-11-pause.yaml")).contains("trucks: 137").contains("trucks: 187");
    Range r = predicted(g -> {
      int teams = (int) Math.round(draw(g, 8, 12, 20));
      Problem one = convoy(200, draw(g, 12, 13, 14) * 60, draw(g, 5, 20, 40), draw(g, 20, 40, 60), (int) Math.round(draw(g, 15, 25, 40)), draw(g, 60, 120, 210));
      Problem p = new Problem(one.begins(), List.of(new Problem.Servers("inspection", "inspection", teams), one.servers().get(1)), one.fleets(), one.types(), one.cargo(), one.opens(), one.closes());
      return trips(p);
    });
    told("Gaza, November 2023, trucks unloaded a day of 200 sent", r, "137 and 187");
    assertThat(r.holds(137)).isTrue();
    assertThat(r.holds(187)).isTrue();
  }

  // Tigray, 1 April 2022: 20 trucks set out, 13 arrived that night; 571 trucks in 46 days from 1 April to 16 May, where 100 a day were said to be needed. The road Semera to
  // Mekelle is some 450 km: at 15 to 35 km/h a truck needs 13 to 30 h one way, two days of light. A fleet of 100 turning round within four to six days gives 17 to 25 a day.
  @Test
  void tigrayRoadsLetMorePassThanCheckpointsDid() throws IOException {
    assertThat(read("tigray-2022.yaml")).contains("trucks_cum: 571");
    double counted = 571 / 46.0;
    Range r = predicted(g -> {
      double oneWayHours = 450 / draw(g, 15, 25, 35);
      double lightHours = 12;
      double days = 2 * Math.ceil(oneWayHours / lightHours) + draw(g, 1, 2, 3); // loading, unloading, inspection
      return 100 / days;
    });
    told("Tigray, April and May 2022, trucks a day that 100 trucks could bring", r, "%.1f a day: below what the road allows, as permissions and fuel were held back".formatted(counted));
    // What the road allows, and only the missions that are let through: 70 % in the north of Gaza in July 2024, 17 % in Syria in October 2016; nothing is known of Tigray's own share.
    Range let = predicted(g -> 100 / (2 * Math.ceil(450 / draw(g, 15, 25, 35) / 12) + draw(g, 1, 2, 3)) * (0.17 + 0.53 * g.nextDouble()));
    told("Tigray, the same with missions let through as elsewhere", let, "%.1f a day: above; between the road alone and refusals as elsewhere, and neither explains it".formatted(counted));
    assertThat(let.high()).isLessThan(counted);
    assertThat(counted).isLessThan(r.low());
  }

  // Sumy, 8 and 10 March 2022: a window of 12 h, 175 km to Poltava, once and one way. Buses of 50 seats, 70 under pressure, 20 min to board (10 to 40) at six stops; 61 and 54 of them. The buses alone
  // do not explain the counts; people's own cars went in the same column, about 1,000 and 2,664 vehicles in all, two to four in a car (our planning range, not
  // moved when the first day was missed by a little). The second day is the check on that range.
  private static Range column(int buses, int vehicles) {
    return predicted(g -> {
      Calendar open = Calendar.of(0, 12 * 3_600);
      int seats = (int) draw(g, 45, 50, 70);
      int inCar = (int) Math.round(draw(g, 2, 3, 4));
      int road = (int) (175 / draw(g, 15, 30, 45) * 3_600);
      int board = (int) (draw(g, 10, 20, 40) * 60);
      Stage out = new Stage(Kind.ROAD_OUT, 1, road, 5, Calendar.of(0, 48 * 3_600), false, "road"); // one vehicle in five seconds at its head
      List<TripType> ways = List.of(
          new TripType("buses", 0, "c", "poltava", 0, 0, List.of(new Stage(Kind.BOARDING, 0, board, open, false, "stops"), out), 1, 0, List.of(1.0)),
          new TripType("cars", 1, "c", "poltava", 0, 0, List.of(new Stage(Kind.BOARDING, Stage.NONE, 60, open, false, "column"), out), 1, 0, List.of(1.0)));
      List<Fleet> fleets = List.of(
          new Fleet("b", "buses", Fleet.Kind.BUS, "B", buses, seats, Double.POSITIVE_INFINITY, 1, List.of()), new Fleet("c", "cars", Fleet.Kind.CAR, "C", vehicles - buses, inCar, Double.POSITIVE_INFINITY, 1, List.of()));
      Problem p = new Problem(
          Instant.EPOCH, List.of(new Problem.Servers("stops", "six stops", 12), new Problem.Servers("head", "head of the column", 1)), fleets, vehicles == buses ? ways.subList(0, 1) : ways,
          List.of(new Cargo("people", "people", "leave", 1e6, "people", 1, 1, 0, 1)), List.of(0), List.of(48 * 3_600));
      return Scheduler.schedule(p, new Scheduler.Effort(1, 1)).arrives(0);
    });
  }

  @Test
  void sumyBusesAndCarsInOneColumn() throws IOException {
    assertThat(read("sumy-2022-03.yaml")).contains("buses: 61").contains("people: 5000").contains("vehicles: 2664").contains("people: 12000");
    Range alone = column(61, 61);
    told("Sumy, 8 March 2022, people on 61 buses", alone, "5,000 in all: buses alone do not explain it");
    assertThat(alone.high()).isLessThan(5_000);
    Range first = column(61, 1_000);
    told("Sumy, 8 March 2022, people in 61 buses and 939 cars", first, "5,000, and 1,100 to 1,700 foreign students in them or besides");
    assertThat(first.low()).isGreaterThan(5_000); // fails high if the students are among the 5,000
    assertThat(first.holds(5_000 + 1_100)).isTrue();
    assertThat(first.holds(5_000 + 1_700)).isTrue();
    Range second = column(54, 2_664);
    told("Sumy, 10 March 2022, people in 54 buses and 2,610 cars", second, "12,000");
    assertThat(second.holds(12_000)).isTrue();
  }

  // Azovstal, operation 1: 101 people out in five days, 14 buses gathered, 127 reached Zaporizhzhia with those from Manhush, 230 km away. Seats were never what bound: days of filtration were.
  @Test
  void azovstalSeatsWereNotWhatBound() throws IOException {
    assertThat(read("azovstal-2022-05.yaml")).contains("14 buses").contains("people: 101");
    Schedule s = Scheduler.schedule(oneRide(14, 50, 230 / 30.0), new Scheduler.Effort(1, 1));
    Range r = new Range(s.arrives(0), s.arrives(0), s.arrives(0));
    told("Azovstal, 29 April to 3 May 2022, people that 14 buses could carry in one ride", r, "101 (127 arrived with those from Manhush): filtration and lists bound, not wheels");
    assertThat(s.arrives(0)).isGreaterThan(5 * 127);
  }

  private static Problem oneRide(int buses, int seats, double hours) {
    Calendar open = Calendar.of(0, 24 * 3_600);
    List<Stage> stages = List.of(new Stage(Kind.BOARDING, 0, 1_200, open, false, "plant"), new Stage(Kind.ROAD_OUT, Stage.NONE, (int) (hours * 3_600), open, false, "road"));
    return new Problem(
        Instant.EPOCH, List.of(new Problem.Servers("plant", "plant", 2)), List.of(new Fleet("b", "buses", Fleet.Kind.BUS, "B", buses, seats, Double.POSITIVE_INFINITY, 1, List.of())),
        List.of(new TripType("w", 0, "c", "far", 0, 0, stages, 1, 0, List.of(1.0))), List.of(new Cargo("people", "people", "leave", 1e6, "people", 1, 1, 0, 1)), List.of(0), List.of(24 * 3_600));
  }
}
