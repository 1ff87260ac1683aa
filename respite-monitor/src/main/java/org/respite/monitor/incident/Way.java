// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.util.List;

/**
 * A point or a line on the ground and how near to it is too near.
 *
 * @param points one for a place, two or more for a way; none where nobody drew it
 * @param nearM metres
 */
public record Way(String name, List<Point> points, double nearM) {
  private static final double EARTH_M = 6_371_000;

  /** Degrees, WGS84. */
  public record Point(double lat, double lon) {}

  public Way {
    points = List.copyOf(points);
  }

  public static Way at(String name, double lat, double lon, double nearM) {
    return new Way(name, List.of(new Point(lat, lon)), nearM);
  }

  /** The smallest distance that the report's radius allows, metres; endless where one of them has no point. Flat earth: within 0.1 % over a city. */
  public double metresAtLeast(Report r) {
    if (r.where().lat().isEmpty() || r.where().lon().isEmpty()) return Double.POSITIVE_INFINITY;
    double lat = r.where().lat().getAsDouble();
    double lon = r.where().lon().getAsDouble();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.size(); i++) least = Math.min(least, metres(lat, lon, points.get(i), points.get(Math.min(i + 1, points.size() - 1))));
    return Math.max(0, least - r.where().radiusM().orElse(0));
  }

  /** Whether fire of this report may lie too near. */
  public boolean mayBeHitBy(Report r) {
    return metresAtLeast(r) <= nearM;
  }

  /** From a point to the stretch between two others. */
  private static double metres(double lat, double lon, Point a, Point b) {
    double narrowing = Math.cos(Math.toRadians(lat));
    double ax = Math.toRadians(a.lon() - lon) * narrowing;
    double ay = Math.toRadians(a.lat() - lat);
    double dx = Math.toRadians(b.lon() - a.lon()) * narrowing;
    double dy = Math.toRadians(b.lat() - a.lat());
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy) / length, 0, 1);
    return EARTH_M * Math.hypot(ax + along * dx, ay + along * dy);
  }
}
