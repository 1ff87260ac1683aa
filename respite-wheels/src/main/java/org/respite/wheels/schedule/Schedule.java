// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.schedule;

import java.util.List;
import org.respite.wheels.problem.Problem;

/**
 * Trips in the order in which they set out, and how good they are.
 *
 * @param value of what arrives, in the objective's unit
 * @param bound that no schedule of this problem can pass
 */
public record Schedule(Problem problem, List<Trip> trips, double value, Bound bound) {
  public Schedule {
    trips = List.copyOf(trips);
  }

  /** Of a cargo's amount, what is used up: what arrives of goods, who rides of people. */
  public double used(int cargo) {
    return trips.stream().flatMap(t -> t.load().stream()).filter(l -> l.cargo() == cargo).mapToDouble(l -> problem.cargo().get(cargo).uses(l.sent(), l.arrives())).sum();
  }

  /** Units of a cargo that arrive. */
  public double arrives(int cargo) {
    return trips.stream().flatMap(t -> t.load().stream()).filter(l -> l.cargo() == cargo).mapToDouble(Trip.Load::arrives).sum();
  }

  /** The share of the bound that is not reached, in [0, 1]. */
  public double gap() {
    double missing = bound.value() - value;
    return missing <= bound.value() * 1e-9 ? 0 : missing / bound.value();
  }

  /** The same without cargo that arrives in full in either term: what is done cannot make what is open look small. */
  public double openGap() {
    double full = 0;
    for (int i = 0; i < problem.cargo().size(); i++) {
      double arrives = arrives(i);
      if (used(i) >= problem.cargo().get(i).amount() * (1 - 1e-9)) full += arrives * problem.cargo().get(i).value();
    }
    double open = bound.value() - full;
    double missing = bound.value() - value;
    return missing <= bound.value() * 1e-9 ? 0 : Math.clamp(missing / open, 0, 1);
  }

  public String vehicleName(Trip t) {
    return problem.fleets().get(t.type().fleet()).vehicleName(t.vehicle());
  }
}
