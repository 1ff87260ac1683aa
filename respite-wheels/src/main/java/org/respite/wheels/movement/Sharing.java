// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.movement;

import java.util.List;

/**
 * Legs that those who go in share with those who come out, and what that costs the plan.
 *
 * @param without what a plan of the same effort is worth where nobody meets anybody
 * @param cost of that, what this plan gives up; at least 0
 */
public record Sharing(List<Leg> legs, double without, double cost) {
  /** @param rule in words, such as "in turns, 30 min in and 30 min out" */
  public record Leg(String id, String corridor, String rule) {}

  public Sharing {
    legs = List.copyOf(legs);
  }
}
