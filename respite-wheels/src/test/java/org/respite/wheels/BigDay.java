// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.Stage.Kind;
import org.respite.wheels.problem.TripType;

/**
 * Drawn instances of the size that a big pause has: 200 trucks of two kinds, 60 buses, 30 ambulances, 8 corridors, 48 hours with two nights.
 * Parameters are drawn from the ranges of practice: inspection 5 to 40 minutes, 3 to 30 km at 5 to 35 km/h, 1 to 3.5 h to unload by hand.
 */
final class BigDay {
  private static final int CORRIDORS = 8;
  private static final int HOUR = 3_600;
  private static final Calendar LIGHT = Calendar.of(2 * HOUR, 13 * HOUR, 26 * HOUR, 37 * HOUR);
  private static final Calendar ALL = Calendar.of(0, 48 * HOUR);

  private final SplittableRandom random;
  private final double scale;
  private final List<Problem.Servers> servers = new ArrayList<>();
  private final List<TripType> types = new ArrayList<>();

  /** @param scale of every drawn length, 1 for the plan; other values make the worlds it is judged in */
  private BigDay(long seed, double scale) {
    this.random = new SplittableRandom(seed);
    this.scale = scale;
  }

  static Problem trucks(long seed, double scale) {
    BigDay b = new BigDay(seed, scale);
    for (int c = 0; c < CORRIDORS; c++) b.truckWay(c);
    List<Fleet> fleets =
        List.of(
            new Fleet("heavy", "heavy trucks", Fleet.Kind.TRUCK, "H", 120, 20, 60, Fleet.UNLIMITED, List.of()),
            new Fleet("light", "light trucks", Fleet.Kind.TRUCK, "L", 80, 10, 40, Fleet.UNLIMITED, List.of()));
    List<Cargo> cargo =
        List.of(
            new Cargo("medicine", "medicine", "medicine", 25, "t", 900_000, 1, 5, 0),
            new Cargo("food", "food", "food", 8_000, "t", 1_770, 1, 2, 0),
            new Cargo("tents", "tents", "other", 3_000, "t", 400, 1, 6, 0));
    return new Problem(Instant.EPOCH, b.servers, fleets, b.types, cargo, List.of(0), List.of(48 * HOUR));
  }

  static Problem people(long seed, double scale) {
    BigDay b = new BigDay(seed, scale);
    for (int c = 0; c < CORRIDORS; c++) b.peopleWay(c);
    List<Fleet> fleets = List.of(new Fleet("buses", "buses", Fleet.Kind.BUS, 60, 50), new Fleet("ambulances", "ambulances", Fleet.Kind.AMBULANCE, 30, 2));
    List<Cargo> cargo =
        List.of(
            new Cargo("families", "families", "leave", 60_000, "people", 1, 1, 0, 5),
            new Cargo("alone", "people alone", "leave", 30_000, "people", 1, 1, 0, 1),
            new Cargo("wounded", "wounded", "wounded", 900, "people", 1, 20, 0, 1));
    return new Problem(Instant.EPOCH, b.servers, fleets, b.types, cargo, List.of(0), List.of(48 * HOUR));
  }

  private int draw(double low, double high) {
    return (int) Math.round(scale * (low + random.nextDouble() * (high - low)) * 60);
  }

  private int server(String id, int from, int to) {
    servers.add(new Problem.Servers(id, id, random.nextInt(from, to + 1)));
    return servers.size() - 1;
  }

  private void truckWay(int c) {
    int inspection = server("inspection-" + c, 1, 4);
    int inspect = draw(5, 40);
    int hold = draw(0, 240);
    int road = draw(10, 75);
    for (int s = 0; s < 2; s++) {
      int bays = server("site-" + c + "-" + s, 2, 6);
      int unload = draw(60, 210);
      int turn = draw(60, 180);
      for (int f = 0; f < 2; f++) {
        int own = f == 0 ? unload : unload * 6 / 10;
        List<Stage> stages =
            List.of(
                new Stage(Kind.INSPECTION, inspection, inspect, LIGHT, false, "c" + c),
                new Stage(Kind.ROAD_IN, Stage.NONE, road, LIGHT, false, "c" + c),
                new Stage(Kind.UNLOADING, bays, own, LIGHT, false, "s" + s),
                new Stage(Kind.ROAD_OUT, Stage.NONE, road, LIGHT, true, "c" + c));
        types.add(new TripType("c" + c + "-s" + s + "-f" + f, f, "c" + c, "s" + s, 0, hold, stages, 2, turn, List.of(1 - 0.7 * (c % 2), 1.0, 1.0)));
      }
    }
  }

  private void peopleWay(int c) {
    int boarding = server("boarding-" + c, 2, 5);
    int screening = server("screening-" + c, 1, 3);
    int road = draw(15, 120);
    for (int f = 0; f < 2; f++) {
      List<Stage> stages =
          List.of(
              new Stage(Kind.ROAD_IN, Stage.NONE, road, ALL, false, "c" + c),
              new Stage(f == 0 ? Kind.BOARDING : Kind.STRETCHERS, boarding, draw(10, 40), ALL, false, "c" + c),
              new Stage(Kind.SCREENING, screening, draw(5, 20), ALL, false, "c" + c),
              new Stage(Kind.ROAD_OUT, Stage.NONE, road, ALL, false, "c" + c));
      types.add(new TripType("c" + c + "-f" + f, f, "c" + c, "out", 0, 0, stages, 3, 600, f == 0 ? List.of(0.95, 0.9, 0.0) : List.of(0.0, 0.0, 1.0)));
    }
  }
}
