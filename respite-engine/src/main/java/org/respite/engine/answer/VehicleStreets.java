// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.respite.model.scenario.Position;

/**
 * Where vehicles drive inside, street by street, and what their plan does to those streets.
 *
 * @param busiest streets by the share of what they take that is used in their fullest hour, fullest first; more than 1 is too much
 * @param onDefaults share of the length of the ways that the plan drives that rests on the defaults of classes, in [0, 1]; 0 where it drives none
 */
public record VehicleStreets(List<Leg> legs, List<Loaded> busiest, double onDefaults) {
  /** By which a street shared by vehicles and walkers is judged. */
  public static final String RULE =
      "Of what a street takes in an hour, vehicles use their number over its lanes' capacity (cars, by the table's equivalents), walkers theirs over what its width takes; together they may use all of it once. "
          + "Two directions that share one lane are added up. Assumed: carriageway and minute go to one or the other.";

  public VehicleStreets {
    legs = List.copyOf(legs);
    busiest = List.copyOf(busiest);
  }

  /** Streets that would have to take more than they can. */
  public List<Loaded> overloaded() {
    return busiest.stream().filter(Loaded::isOver).toList();
  }

  /**
   * A class of vehicle on its way from a gate to a place and back.
   *
   * @param kind {@code truck}, {@code bus}, {@code ambulance} or {@code car}
   * @param size in words, such as {@code 18 t, 4 m high, 2.55 m wide}
   * @param named whether the case names the place; else it is a district, which is an assumption
   * @param scheduled whether the plan drives it
   * @param in empty where there is none
   * @param why there is no way; empty where there is
   */
  public record Leg(
      String vehicles, String name, String kind, String size, String corridor, String gate, String place, boolean named, boolean scheduled, Optional<Way> in, Optional<Way> out, String why) {}

  /**
   * A way over streets.
   *
   * @param minutes best, middle and worst of what the table of streets and the case's speed allow
   * @param by the streets in order
   * @param onDefaults share of its length without lanes, width, surface or speed limit tagged, in [0, 1]
   * @param bridges on it whose load nobody tagged
   * @param perHour vehicles of this class that its narrowest street takes in an hour
   * @param line for a map; empty where the plan does not drive it
   */
  public record Way(double km, Spread minutes, List<Stretch> by, double onDefaults, int bridges, double perHour, List<Position> line) {
    public Way {
      line = List.copyOf(line);
      by = List.copyOf(by);
    }
  }

  /** Part of a way along one street. */
  public record Stretch(String street, long osmWay, double metres) {}

  /**
   * What a street has to take in an hour.
   *
   * @param share of what it takes, as {@link #RULE} says
   * @param perHour cars that it takes in that direction
   * @param people who walk along it then, both ways
   * @param peopleShare of {@code share}, what is theirs
   * @param relief what would bring it to what it takes; empty where it takes all
   */
  public record Loaded(String street, long osmWay, Instant from, int vehicles, double perHour, double people, double peopleShare, double share, Optional<Relief> relief) {
    public boolean isOver() {
      return share > 1 + 1e-9;
    }
  }

  /**
   * How many vehicles fewer would do, and the hour nearest to it that has room for them.
   *
   * @param fewer of the vehicles; 0 where the people alone are too many
   * @param hour on this street alone: the rest of their way is not looked at; empty where no hour of the windows has room
   */
  public record Relief(int fewer, Optional<Instant> hour) {}
}
