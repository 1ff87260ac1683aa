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
  /** What to watch, in {@code [from, to)}. */
  public record Watched(Way way, Instant from, Instant to) {}

  /** All alerts, earliest first. A report without a point alerts nothing; it is the caller's to say so. */
  public static List<Alert> of(List<Report> reports, List<Watched> watched) {
    var alerts = new ArrayList<Alert>();
    for (Report r : reports) {
      if (!r.isFire() || r.where().lat().isEmpty()) continue;
      for (Watched w : watched) {
        if (r.when().to().isBefore(w.from()) || !r.when().from().isBefore(w.to())) continue;
        double metres = w.way().metresAtLeast(r);
        if (metres <= w.way().nearM()) alerts.add(new Alert(w.way().name(), r.when().from(), r.kind(), r.origin().source(), metres));
      }
    }
    alerts.sort(Comparator.comparing(Alert::fire).thenComparing(Alert::watched).thenComparing(Alert::source).thenComparing(Alert::metres));
    return List.copyOf(alerts.stream().distinct().toList());
  }
}
