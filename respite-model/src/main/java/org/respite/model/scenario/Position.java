// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

/** A point, WGS84 degrees. Longitude first, as in GeoJSON. */
public record Position(double lon, double lat) {
  private static final double EARTH_RADIUS_M = 6_371_008.8;

  /** Great-circle distance in metres (haversine on the mean sphere; within 0.6 % of the ellipsoid). */
  public double metresTo(Position other) {
    double dLat = Math.toRadians(other.lat - lat);
    double dLon = Math.toRadians(other.lon - lon);
    double h =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(h));
  }
}
