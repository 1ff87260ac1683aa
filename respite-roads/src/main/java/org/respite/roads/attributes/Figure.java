// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.attributes;

import org.respite.model.finding.At;
import org.respite.model.quantity.Basis;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;

/**
 * One line of the table: a number that holds for a class of street (or a surface), with its range and where it comes from.
 *
 * @param of class, surface or {@code all}
 * @param user a road user, {@code walkers}, {@code vehicles}
 * @param unit {@code km/h}, {@code m/s}, {@code ratio}, {@code m}, {@code t}, {@code lanes}, {@code people/min/m} or {@code vehicles/h/lane}
 * @param low more than 0, at most {@code mid}; {@code high} is at least {@code mid}
 * @param source where it comes from; begins with {@code assumed} where nobody measured it
 */
public record Figure(String attribute, String of, String user, String unit, double low, double mid, double high, String source, String note, At at) {
  /** Unique in a table, such as {@code roads.speed.primary.car}. */
  public String key() {
    return "roads.%s.%s.%s".formatted(attribute, of, user);
  }

  /**
   * As a quantity that an ensemble can draw. {@code people/min/m} becomes people a minute (on one metre), {@code vehicles/h/lane} vehicles (in one
   * hour, on one lane).
   */
  public Quantity quantity() {
    Unit as = switch (unit) {
      case "km/h" -> Unit.KILOMETRES_PER_HOUR;
      case "m/s" -> Unit.METRES_PER_SECOND;
      case "m" -> Unit.METRES;
      case "t" -> Unit.TONNES;
      case "lanes" -> Unit.LANES;
      case "people/min/m" -> Unit.PEOPLE_PER_MINUTE;
      case "vehicles/h/lane" -> Unit.VEHICLES;
      default -> Unit.RATIO;
    };
    return new Quantity(key(), low, mid, high, as, new Basis.Assumed(source + (note.isEmpty() ? "" : "; " + note), java.util.List.of()), at);
  }
}
