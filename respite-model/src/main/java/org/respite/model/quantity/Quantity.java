// SPDX-License-Identifier: Apache-2.0
package org.respite.model.quantity;

import java.util.Objects;
import org.respite.model.finding.At;

/**
 * A number with unit, range, basis and place: the only kind of number that a case holds.
 *
 * @param key path in the case, unique, such as {@code aid.chain.hold}
 * @param low at most {@code mid}; all three in {@code unit}
 * @param high at least {@code mid}; finite
 * @param at where it is written
 * @param drawnWith key of the first quantity of the case that rests on the same assumption (same words, range and unit), or its
 *     own key. One assumption is one uncertainty: what rests on it moves together in a draw, and the answer's range stays as wide as it is
 */
public record Quantity(String key, double low, double mid, double high, Unit unit, Basis basis, At at, String drawnWith) {
  /** A quantity that moves on its own. */
  public Quantity(String key, double low, double mid, double high, Unit unit, Basis basis, At at) {
    this(key, low, mid, high, unit, basis, at, key);
  }

  public Quantity {
    Objects.requireNonNull(key);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(basis);
    if (!(low >= 0 && low <= mid && mid <= high && high < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "range must be 0 <= low <= mid <= high < infinity, got %s (%s, %s, %s)".formatted(key, low, mid, high));
    }
  }

  public boolean isRange() {
    return low < high;
  }

  public double lowIn(Unit other) {
    return convert(low, other);
  }

  public double midIn(Unit other) {
    return convert(mid, other);
  }

  public double highIn(Unit other) {
    return convert(high, other);
  }

  /**
   * The value at a point of the triangular law on {@code [low, mid, high]}, by inversion of its distribution.
   *
   * @param u uniform in [0, 1)
   */
  public double quantile(double u, Unit other) {
    if (!isRange()) return midIn(other);
    double peak = (mid - low) / (high - low);
    double x =
        u < peak
            ? low + Math.sqrt(u * (high - low) * (mid - low))
            : high - Math.sqrt((1 - u) * (high - low) * (high - mid));
    return convert(x, other);
  }

  /** The same quantity nailed to one value of its unit: for drills and "what if". */
  public Quantity fixedAt(double value) {
    return new Quantity(key, value, value, value, unit, basis, at, drawnWith);
  }

  private double convert(double value, Unit other) {
    if (other == unit) return value;
    if (other.dimension() != unit.dimension()) {
      throw new IllegalArgumentException("%s is in %s, not convertible to %s".formatted(key, unit.symbol(), other.symbol()));
    }
    return value * unit.inBase() / other.inBase();
  }
}
