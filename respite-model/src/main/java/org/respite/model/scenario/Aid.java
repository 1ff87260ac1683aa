// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.List;
import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.quantity.Quantity;
import org.respite.model.register.Name;

/** What would come in, through which stages, against which need. */
public record Aid(String corridor, Chain chain, Quantity truckLoad, List<Item> items, List<Waiting> waiting, Logistics logistics) {
  public Aid {
    items = List.copyOf(items);
    waiting = List.copyOf(waiting);
  }

  /**
   * The way of a truck, stage after stage, per lane.
   *
   * @param hold before release, once for the convoy
   * @param unloadingRate trucks an hour, per lane (one site a lane)
   * @param workingDay hours a day that crews work
   * @param daylightOnly trucks move between sunrise and sunset only
   */
  public record Chain(
      Quantity hold,
      Quantity inspectionServers,
      Quantity inspectionTime,
      Quantity roadLength,
      Quantity roadSpeed,
      Quantity unloadingRate,
      Quantity workingDay,
      boolean daylightOnly,
      String daylightBasis) {}

  /**
   * One class of goods and what people need of it.
   *
   * @param need kg per person and day, or kg per person for the whole span
   * @param days the span
   * @param removed share taken off at inspection
   * @param base the standard the need rests on
   * @param volume m3 that a tonne of it takes; empty where volume does not bind
   */
  public record Item(
      String id, Name name, Purpose purpose, Quantity need, Quantity days, Quantity removed, String base, Optional<Quantity> volume, At at) {}

  /** Supplies said to stand ready. */
  public record Waiting(String item, Optional<Quantity> trucks, String where, String note) {}
}
