// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.look;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.respite.roads.network.Attribute;
import org.respite.roads.network.Provenance;
import org.respite.roads.network.RoadClass;
import org.respite.roads.network.RoadUser;

/** A summary for a terminal. */
public final class SummaryText {
  private SummaryText() {}

  public static String of(NetworkSummary s) {
    StringBuilder t = new StringBuilder();
    Provenance p = s.provenance();
    line(t, "%s, OSM of %s%s", p.source(), p.osmTimestamp().isEmpty() ? "unknown date" : p.osmTimestamp(), p.area().isEmpty() ? "" : ", cut to " + p.area());
    line(t, "%s", p.attribution());
    line(t, "");
    line(t, "%,d nodes, %,d links, %,.1f km; %,d points, %,d barriers, %,d turn rules, %,d rules of access at times", s.nodes(), s.links(), s.metres() / 1000, s.points(), s.barriers(), s.turnRules(), s.timedAccesses());
    line(t, "");
    line(t, "%-16s %9s %11s %7s", "class", "links", "km", "share");
    s.classes().entrySet().stream().sorted(Comparator.comparingDouble((Map.Entry<RoadClass, NetworkSummary.OfClass> e) -> -e.getValue().metres()))
        .forEach(e -> line(t, "%-16s %,9d %,11.1f %6.1f%%", e.getKey().word(), e.getValue().links(), e.getValue().metres() / 1000, 100 * e.getValue().metres() / Math.max(s.metres(), 1e-9)));
    line(t, "");
    line(t, "%-16s %9s %11s %14s", "hangs together", "pieces", "nodes", "largest piece");
    for (RoadUser user : RoadUser.values()) {
      NetworkSummary.Pieces pieces = s.pieces().get(user);
      line(t, "%-16s %,9d %,11d %13.1f%%", user.word(), pieces.count(), pieces.nodes(), 100.0 * pieces.largest() / Math.max(1, pieces.nodes()));
    }
    line(t, "");
    line(t, "tagged, share of length");
    for (Attribute a : Attribute.values()) line(t, "%-16s %6.1f%%", a.word(), 100 * s.tagged().get(a));
    line(t, "");
    line(t, "%.1f%% of the length rests on the defaults of its class: neither lanes nor width nor surface nor speed limit is tagged", 100 * s.onDefaults());
    return t.toString();
  }

  private static void line(StringBuilder t, String format, Object... values) {
    t.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
