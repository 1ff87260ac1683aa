// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Fire near a notified point, or near a leg of the way while people are on it.
 *
 * @param metres nearest distance the report's radius allows
 */
public record Alert(String watched, Instant fire, String kind, String source, double metres) {
  /** What to watch, in {@code [from, to)}: a point and how near is too near, metres. */
  public record Watched(String name, double lat, double lon, double nearM, Instant from, Instant to) {}

  private static final double EARTH_M = 6_371_000;

  /** All alerts, earliest first. A report without a point alerts nothing; it is the caller's to say so. */
  public static List<Alert> of(List<Report> reports, List<Watched> watched) {
    var alerts = new ArrayList<Alert>();
    for (Report r : reports) {
      if (!r.isFire() || r.where().lat().isEmpty()) continue;
      for (Watched w : watched) {
        if (r.when().to().isBefore(w.from()) || !r.when().from().isBefore(w.to())) continue;
        double metres = Math.max(0, metres(r, w) - r.where().radiusM().orElse(0));
        if (metres <= w.nearM()) alerts.add(new Alert(w.name(), r.when().from(), r.kind(), r.origin().source(), metres));
      }
    }
    alerts.sort(Comparator.comparing(Alert::fire).thenComparing(Alert::watched).thenComparing(Alert::source));
    return List.copyOf(alerts);
  }

  private static double metres(Report r, Watched w) {
    double lat = Math.toRadians(r.where().lat().getAsDouble() - w.lat());
    double lon = Math.toRadians(r.where().lon().getAsDouble() - w.lon()) * Math.cos(Math.toRadians(w.lat()));
    return EARTH_M * Math.hypot(lat, lon);
  }
}
