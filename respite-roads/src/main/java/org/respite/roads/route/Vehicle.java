// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.route;

import java.util.Locale;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;

/**
 * A vehicle as streets know it: whose signs it obeys, and how large it is. A street it may use by law still holds it up where a limit is tagged that
 * it breaks, or where the street is tagged narrower than it is. A size of 0 is held up by nothing.
 *
 * @param tonnes laden
 * @param widthM without mirrors
 */
public record Vehicle(RoadUser user, double tonnes, double heightM, double widthM, double lengthM) {
  /** What a vehicle can be too large in. */
  public enum Measure {
    WEIGHT("t"),
    HEIGHT("m high"),
    WIDTH("m wide"),
    LENGTH("m long");

    private final String unit;

    Measure(String unit) {
      this.unit = unit;
    }

    /** Such as {@code 7.5 t} or {@code 2.2 m high}. */
    public String words(double value) {
      return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f %s" : Math.rint(value * 10) == value * 10 ? "%.1f %s" : "%.2f %s", value, unit);
    }

    /** The most that a link lets through; {@code Double.POSITIVE_INFINITY} where nothing is tagged. */
    public double limit(StreetNetwork n, int link) {
      return switch (this) {
        case WEIGHT -> n.maxWeight(link);
        case HEIGHT -> n.maxHeight(link);
        case WIDTH -> Math.min(n.maxWidth(link), n.widthTagged(link) == 0 ? Double.POSITIVE_INFINITY : n.widthTagged(link));
        case LENGTH -> n.maxLength(link);
      };
    }
  }

  public double of(Measure m) {
    return switch (m) {
      case WEIGHT -> tonnes;
      case HEIGHT -> heightM;
      case WIDTH -> widthM;
      case LENGTH -> lengthM;
    };
  }

  /** The same vehicle with another size in one measure. */
  public Vehicle with(Measure m, double size) {
    return new Vehicle(user, m == Measure.WEIGHT ? size : tonnes, m == Measure.HEIGHT ? size : heightM, m == Measure.WIDTH ? size : widthM, m == Measure.LENGTH ? size : lengthM);
  }

  /** The same signs, no size. */
  public Vehicle withoutSize() {
    return new Vehicle(user, 0, 0, 0, 0);
  }

  /** Whether no limit of a link holds it up. */
  public boolean fits(StreetNetwork n, int link) {
    return tonnes <= n.maxWeight(link) && heightM <= n.maxHeight(link) && lengthM <= n.maxLength(link) && widthM <= Measure.WIDTH.limit(n, link);
  }
}
