// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.cases;

import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;

/** A value for every quantity of a case: one world. */
@FunctionalInterface
public interface Values {
  /** Every quantity at its middle. */
  Values MIDDLE = Quantity::midIn;

  double value(Quantity quantity, Unit unit);
}
