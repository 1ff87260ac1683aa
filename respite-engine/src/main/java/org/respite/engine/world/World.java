// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.world;

import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;

/** One possible world: a value for every quantity of the case. */
@FunctionalInterface
public interface World {
  /** Every quantity at its middle. */
  World MIDDLE = Quantity::midIn;

  /** The quantity's value in {@code unit}, inside its range. */
  double value(Quantity quantity, Unit unit);

  /** This world with one quantity at another value, given in the quantity's own unit. */
  default World with(Quantity changed, double value) {
    return (quantity, unit) ->
        quantity.key().equals(changed.key()) ? changed.fixedAt(value).midIn(unit) : value(quantity, unit);
  }
}
