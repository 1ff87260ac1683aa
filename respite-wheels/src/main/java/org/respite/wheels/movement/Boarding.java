// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.movement;

import java.util.List;

/**
 * What vehicles could carry and what they would, which are different numbers: a seat is filled by who chooses to leave.
 *
 * @param stated whether somebody stated a willing share for every group that rides; the plan is then for those who would leave, else for all
 * @param could worth of a plan for all
 * @param curve what a plan carries where this share of every group would leave
 */
public record Boarding(boolean stated, double could, List<Point> curve) {
  /** @param share in [0, 1] */
  public record Point(double share, double out) {}

  public Boarding {
    curve = List.copyOf(curve);
  }
}
