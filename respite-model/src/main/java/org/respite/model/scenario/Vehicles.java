// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.List;
import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.quantity.Quantity;
import org.respite.model.register.Name;

/**
 * Vehicles that are alike and ply one corridor: buses and ambulances in empty from its far end, boarding at its near end, screening, out, setting
 * down, and round again; people's own cars from its near end, once.
 *
 * @param corridor id
 * @param picksUp id of the point inside where they board; empty where that is the corridor's inner end
 * @param groups ids of those who ride, none empty
 * @param together families and escorts that stay together: so many ride in one vehicle or wait for the next
 * @param boarding list and search, or stretcher loading: bays, and the time of one vehicle
 * @param screening servers and time of one vehicle; empty where nobody screens
 * @param held share held back at screening: an input, never defaulted; empty where nobody is screened
 * @param settingDown bays and time at the far end
 * @param receives what the far end can take an hour; empty where nobody stated it
 * @param hospitals where the far end hands on to, in order of preference; empty where it is the corridor's destination itself
 */
public record Vehicles(
    String id,
    Kind kind,
    Name name,
    String corridor,
    Optional<String> picksUp,
    List<String> groups,
    Quantity count,
    Quantity seats,
    Optional<Quantity> together,
    Quantity speed,
    Post boarding,
    Optional<Post> screening,
    Optional<Quantity> held,
    Optional<Post> settingDown,
    Optional<Quantity> receives,
    List<Hospital> hospitals,
    Optional<Quantity> turnRound,
    VehicleSize size,
    At at) {
  public Vehicles {
    groups = List.copyOf(groups);
    hospitals = List.copyOf(hospitals);
  }

  /** What they are. */
  public enum Kind {
    BUS,
    AMBULANCE,
    /** People's own, in column: they stand inside and go out once. */
    CAR
  }

  /**
   * Where patients are taken in.
   *
   * @param destination id
   * @param drive on from the corridor's far end
   */
  public record Hospital(String destination, Quantity drive) {}

  /** Places side by side, and what one vehicle takes in one of them. */
  public record Post(Quantity places, Quantity time) {}
}
