// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.cases;

import java.util.Map;
import java.util.Optional;
import org.respite.model.quantity.Quantity;

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
   */
  public record Way(String place, Quantity in, Quantity out, double headwayS) {}

  /** Whether vehicles were asked for and none of them finds a way. */
  public boolean leadsNowhere() {
    return !ways.isEmpty() && ways.values().stream().allMatch(Optional::isEmpty);
  }

  boolean asked(Asked a) {
    return ways.containsKey(a);
  }

  Optional<Way> way(Asked a) {
    return ways.getOrDefault(a, Optional.empty());
  }
}
