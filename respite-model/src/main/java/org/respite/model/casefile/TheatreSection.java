// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.respite.model.finding.Nearest;
import org.respite.model.scenario.Theatre;

/** {@code place}: name, country, zone, bounds. Read first: times and positions are checked against it. */
final class TheatreSection {
  private TheatreSection() {}

  static Theatre theatre(Keys root) {
    try (Keys k = root.mapping("place")) {
      ZoneId zone = zone(k);
      root.reading.zone(zone);
      double[] b = bounds(k);
      return new Theatre(k.name("name"), k.text("country"), zone, b[0], b[1], b[2], b[3]);
    }
  }

  private static ZoneId zone(Keys k) {
    String written = k.text("zone");
    if (written.isEmpty()) return ZoneOffset.UTC;
    try {
      return ZoneId.of(written);
    } catch (DateTimeException e) {
      k.reading.findings.error(
          "unknown-zone", k.at("zone"), "`zone: %s`.%s".formatted(written, Nearest.hint(written, ZoneId.getAvailableZoneIds())),
          "no time can be checked against local clocks", "write an IANA zone such as Asia/Damascus");
      return ZoneOffset.UTC;
    }
  }

  /** West, south, east, north in degrees. */
  private static double[] bounds(Keys k) {
    double[] whole = {-180, -90, 180, 90};
    List<Node> list = k.list("bounds");
    if (!k.has("bounds")) return whole;
    try {
      double[] b = list.stream().mapToDouble(n -> Double.parseDouble(((Node.Text) n).value())).toArray();
      boolean orderly = b.length == 4 && b[0] < b[2] && b[1] < b[3] && b[0] >= -180 && b[2] <= 180 && b[1] >= -90 && b[3] <= 90;
      if (orderly) return b;
    } catch (NumberFormatException | ClassCastException e) {
      // said below, in the same words as bounds out of order
    }
    k.reading.findings.error("bad-bounds", k.at("bounds"), "`bounds` is no box", "positions cannot be checked", "write [west, south, east, north] in degrees, west < east, south < north");
    return whole;
  }
}
