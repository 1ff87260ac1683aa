// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.cases;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Aid;
import org.respite.model.scenario.Logistics;

/**
 * Ways of vehicles inside, from the inner end of a corridor to a place and back, where streets are known. What was not asked of the streets is driven as
 * the case says.
 *
 * @param ways empty where that vehicle finds no way: it then does not go there
 */
public record Inside(Map<Asked, Optional<Way>> ways) {
  public static final Inside NOT_KNOWN = new Inside(Map.of());

  public Inside {
    ways = Map.copyOf(ways);
  }

  /**
   * A class of vehicle and where it is to go.
   *
   * @param vehicles id of the fleet or vehicles; empty for the trucks of a case that lists no fleets
   * @param site id of the unloading site; empty where a lane or a class of vehicle has one only
   */
  public record Asked(String vehicles, String corridor, String site) {}

  /**
   * A way there and back.
   *
   * @param place id of the point
   * @param in,out minutes
   * @param headwayS seconds between vehicles that the narrowest street on the way needs, at least
   * @param barred whether no way is left in the world that is looked at: whoever set out turns back where the streets begin
   */
  public record Way(String place, Quantity in, Quantity out, double headwayS, boolean barred) {
    /** The same where no way is left. */
    public Way asBarred() {
      return new Way(place, in, out, headwayS, true);
    }

    /** Seconds in that world. */
    int inSeconds(Values world) {
      return barred ? Hours.LONGEST_S : Hours.seconds(world.value(in, Unit.MINUTES));
    }

    int outSeconds(Values world) {
      return barred ? Hours.LONGEST_S : Hours.seconds(world.value(out, Unit.MINUTES));
    }
  }

  /** Whether vehicles were asked for and none of them finds a way. */
  public boolean leadsNowhere() {
    return !ways.isEmpty() && ways.values().stream().allMatch(Optional::isEmpty);
  }

  /**
   * What the streets leave to the trucks of a case.
   *
   * @param lanes of those asked for, the ones on which some truck finds a way to some site
   * @param firstHours from the streets' beginning to the site that the first truck is at; endless where no lane is left
   */
  public record Trucks(int lanes, double firstHours) {}

  /** Of the first {@code lanes} lanes, which are the case's routes where it lists any; empty where there is none or the streets were not asked. */
  public Optional<Trucks> trucks(Aid aid, int lanes, Values world) {
    Logistics l = aid.logistics();
    List<String> fleets = l.fleets().isEmpty() ? List.of("") : l.fleets().stream().map(Logistics.TruckFleet::id).toList();
    if (lanes == 0 || ways.keySet().stream().noneMatch(a -> fleets.contains(a.vehicles()))) return Optional.empty();
    List<List<Asked>> each = l.routes().isEmpty()
        ? Collections.nCopies(lanes, fleets.stream().map(f -> new Asked(f, aid.corridor(), "")).toList())
        : l.routes().stream().limit(lanes).map(r -> r.sites().stream().flatMap(s -> fleets.stream().map(f -> new Asked(f, r.corridor(), s))).toList()).toList();
    double[] hours = each.stream().mapToDouble(lane -> lane.stream().mapToDouble(a -> hours(a, world)).min().orElse(Double.POSITIVE_INFINITY)).filter(Double::isFinite).toArray();
    return Optional.of(new Trucks(hours.length, Arrays.stream(hours).min().orElse(Double.POSITIVE_INFINITY)));
  }

  private double hours(Asked a, Values world) {
    return way(a).filter(w -> !w.barred()).map(w -> world.value(w.in(), Unit.MINUTES) / 60).orElse(Double.POSITIVE_INFINITY);
  }

  boolean asked(Asked a) {
    return ways.containsKey(a);
  }

  Optional<Way> way(Asked a) {
    return ways.getOrDefault(a, Optional.empty());
  }
}
