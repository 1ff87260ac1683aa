// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.Optional;
import org.respite.model.quantity.Quantity;

/**
 * How large a vehicle is, as far as the case states it: held against what bridges, gates and streets let through.
 *
 * @param weight laden, as it drives
 * @param width without mirrors
 */
public record VehicleSize(Optional<Quantity> weight, Optional<Quantity> height, Optional<Quantity> width, Optional<Quantity> length) {
  public static final VehicleSize NOT_STATED = new VehicleSize(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
