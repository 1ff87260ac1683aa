// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

import java.util.Locale;

/** Who moves on a street. Permissions are kept for each of them and each direction. */
public enum RoadUser {
  /** Walkers who take stairs. */
  FOOT,
  /** Wheelchairs, prams, stretchers, the frail: as walkers, but not over steps or stiles and not where {@code wheelchair=no} is said. */
  SLOW,
  CAR,
  /** Buses and coaches. */
  BUS,
  /** Goods vehicles above 3.5 t. */
  TRUCK;

  /** Mask of all of them. */
  public static final int ALL = (1 << 5) - 1;

  /** Mask of those on foot. */
  public static final int WALKERS = FOOT.bit() | SLOW.bit();

  /** Mask of those on wheels with an engine. */
  public static final int VEHICLES = CAR.bit() | BUS.bit() | TRUCK.bit();

  /** This user's bit in a permission mask. */
  public int bit() {
    return 1 << ordinal();
  }

  /** As written in tables, JSON and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
