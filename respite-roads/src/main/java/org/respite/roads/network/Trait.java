// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

/** What a link is besides its class, one bit each. The order is the bit stored in the compact file. */
public enum Trait {
  BRIDGE,
  TUNNEL,
  /** Through water. */
  FORD,
  ROUNDABOUT,
  /** Outline of a square or other area: people may cross it, the width is not the street's. */
  AREA,
  /** Two directions share one lane: vehicles wait for each other. */
  ONE_LANE_BOTH_WAYS,
  /** Only to reach something along it ({@code destination}, {@code delivery}, {@code customers}). */
  DESTINATION_ONLY,
  TOLL,
  /** A short way into a property or between parked cars. */
  DRIVEWAY;

  public int bit() {
    return 1 << ordinal();
  }
}
