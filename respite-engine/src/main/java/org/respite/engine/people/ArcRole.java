// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Group;
import org.respite.model.scenario.Site;

/** What an arc of the flow problem stands for. */
sealed interface ArcRole {
  /** A street link walked by one group, in one direction. */
  record Street(Group group, Site from, Site to) implements ArcRole {}

  /**
   * A way along streets to a target of the routing.
   *
   * @param street the street singled out that it begins with; -1 where it begins at home
   * @param cell where it begins otherwise
   */
  record Way(Group group, int street, int cell, int target) implements ArcRole {}

  /** A street singled out, entered by one group. */
  record Narrow(Group group, int street) implements ArcRole {}

  /** A corridor's leg; {@code pace} names who sets the pace. */
  record Walk(Corridor corridor, Corridor.Leg leg, Group pace) implements ArcRole {}

  /** One stage of a checkpoint. */
  record Pass(Corridor corridor, Corridor.Checkpoint checkpoint, Corridor.Stage stage, int peoplePerHour) implements ArcRole {}

  /** The step over the line: whoever enters it is out. */
  record Out(Corridor corridor) implements ArcRole {}

  /** A destination's limit, applied once at the end. */
  record Intake(String destination) implements ArcRole {}
}
