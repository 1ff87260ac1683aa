// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.schedule;

import java.util.List;

/**
 * What no schedule can pass, from a relaxation.
 *
 * @param value in the objective's unit
 * @param trips by type: how often the relaxation goes each way, fractions allowed
 * @param coarse the same before what single machines can do was cut down: another place to begin a schedule from
 * @param binding names of what it runs out of, dearest first
 */
public record Bound(double value, List<Double> trips, List<Double> coarse, List<String> binding) {
  public Bound {
    trips = List.copyOf(trips);
    coarse = List.copyOf(coarse);
    binding = List.copyOf(binding);
  }
}
