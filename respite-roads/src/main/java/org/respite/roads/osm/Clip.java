// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.Locale;

/**
 * The part of the world that is kept.
 *
 * @param west degrees, at most {@code east}; areas over the date line are not supported
 * @param south degrees, at most {@code north}
 * @param marginM metres kept around it on all sides, 0 or more
 */
public record Clip(double west, double south, double east, double north, double marginM) {
  private static final double METRES_PER_DEGREE = 111_195;

  public Clip {
    boolean inWorld = west >= -180 && east <= 180 && south >= -90 && north <= 90;
    if (!inWorld || !(west <= east) || !(south <= north) || !(marginM >= 0)) {
      throw new IllegalArgumentException("an area is west,south,east,north in degrees, got %s,%s,%s,%s".formatted(west, south, east, north));
    }
  }

  /** West, south, east, north with the margin, degrees times 10^7. */
  long[] boxE7() {
    double up = marginM / METRES_PER_DEGREE;
    double across = up / Math.max(0.01, Math.cos(Math.toRadians(Math.max(Math.abs(south), Math.abs(north)))));
    return new long[] {Math.round((west - across) * 1e7), Math.round((south - up) * 1e7), Math.round((east + across) * 1e7), Math.round((north + up) * 1e7)};
  }

  /** As kept in the provenance. */
  String words() {
    return String.format(Locale.ROOT, "%s,%s,%s,%s and %.0f m around", west, south, east, north, marginM);
  }
}
