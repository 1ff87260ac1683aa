// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

import java.util.Locale;

/**
 * What can be tagged on a street, one bit each. A bit that is set says "a mapper tagged it"; one that is not says "the value used rests on
 * the default of the class". The order is the bit stored in the compact file.
 */
public enum Attribute {
  FOOT_ACCESS,
  VEHICLE_ACCESS,
  ONEWAY,
  LANES,
  WIDTH,
  SURFACE,
  MAXSPEED,
  NAME,
  MAXWEIGHT,
  MAXHEIGHT,
  MAXWIDTH,
  MAXLENGTH;

  public int bit() {
    return 1 << ordinal();
  }

  /** As written in JSON and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
