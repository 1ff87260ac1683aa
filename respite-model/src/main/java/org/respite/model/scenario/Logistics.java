// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.List;
import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.quantity.Quantity;
import org.respite.model.register.Name;

/**
 * What a schedule of single trucks needs beyond the chain of stages. All of it may be absent: then lanes are alike, each with one site, and
 * there are as many trucks as the stages let through.
 *
 * @param assembly where trucks line up before the hold; empty where they stand ready
 * @param routes in order of preference; an option with n lanes for aid opens the first n
 * @param reserve share of the trucks that is kept back
 * @param turnRound until a truck that is out again is loaded and can go again; empty where a truck goes once
 * @param truckSize of trucks whose fleet states none
 * @param stays trucks unload and stay inside, they need no way back
 */
public record Logistics(
    Optional<Assembly> assembly,
    List<TruckFleet> fleets,
    List<UnloadingSite> sites,
    List<Route> routes,
    Optional<Outcomes> outcomes,
    Optional<Quantity> reserve,
    Optional<Quantity> turnRound,
    Optional<Quantity> truckVolume,
    VehicleSize truckSize,
    boolean stays) {
  public static final Logistics NONE =
      new Logistics(Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), VehicleSize.NOT_STATED, false);

  public Logistics {
    fleets = List.copyOf(fleets);
    sites = List.copyOf(sites);
    routes = List.copyOf(routes);
  }

  /**
   * Lining up: papers, seals, radios, order of march.
   *
   * @param places trucks at once
   * @param lead how long before a window it may begin; empty where it begins with the window
   */
  public record Assembly(Quantity places, Quantity time, Optional<Quantity> lead) {}

  /** Trucks that are alike. What is empty is as in the chain. */
  public record TruckFleet(String id, Name name, Quantity count, Optional<Quantity> load, Optional<Quantity> volume, Optional<Quantity> speed, VehicleSize size, At at) {}

  /**
   * Where trucks are unloaded.
   *
   * @param bays trucks unloaded at once
   * @param time of one truck in a bay
   * @param place id of the point where it lies; empty where nobody named it
   */
  public record UnloadingSite(String id, Name name, Quantity bays, Quantity time, Optional<String> place, At at) {}

  /** One way in. What is empty is as in the chain. */
  public record Route(
      String id,
      String corridor,
      List<String> sites,
      Optional<Quantity> hold,
      Optional<Quantity> inspectionServers,
      Optional<Quantity> inspectionTime,
      Optional<Quantity> roadLength,
      Optional<Quantity> roadSpeed,
      Optional<Outcomes> outcomes,
      At at) {
    public Route {
      sites = List.copyOf(sites);
    }
  }

  /**
   * What becomes of missions: shares that add up to 1.
   *
   * @param delay what an impeded one is held longer
   */
  public record Outcomes(Quantity facilitated, Quantity impeded, Quantity denied, Quantity cancelled, Quantity delay) {}
}
