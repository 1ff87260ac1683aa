// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.entry;

import java.util.EnumMap;
import java.util.Map;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Value;

/** What an announced text says on each point that makes an offer usable; a point that it does not name has no entry. */
public record Terms(Map<Point, String> points) {
  /** The nine points (ICRC practice: exact route, start, duration, who and what may pass, and passage at checkpoints). */
  public enum Point {
    ROUTE,
    START,
    END,
    ZONE,
    WHO_MAY_PASS,
    GOODS,
    DIRECTION,
    EXCEPTIONS,
    MONITOR;

    String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Terms {
    points = Map.copyOf(points);
  }

  Value.Fields fields() {
    Value.Builder out = Value.Fields.with();
    points.forEach((point, words) -> out.text(point.key(), words));
    return out.done();
  }

  static Terms read(Asked in) {
    Map<Point, String> points = new EnumMap<>(Point.class);
    for (Point point : Point.values()) {
      String words = in.textOr(point.key(), "");
      if (!words.isEmpty()) points.put(point, words);
    }
    return new Terms(points);
  }
}
