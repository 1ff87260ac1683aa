// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.look;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.respite.roads.network.Attribute;
import org.respite.roads.network.RoadClass;
import org.respite.roads.network.RoadUser;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A summary for programs: {@code respite-roads-info/1}, keys as in docs/roads.md. */
public final class SummaryJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private SummaryJson() {}

  /** One JSON object; same network, same bytes. */
  public static String of(NetworkSummary s) {
    StringWriter text = new StringWriter();
    try (JsonGenerator g = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      g.writeStartObject();
      g.writeStringProperty("format", "respite-roads-info/1");
      g.writeObjectPropertyStart("provenance");
      s.provenance().fields().forEach(g::writeStringProperty);
      g.writeEndObject();
      g.writeNumberProperty("nodes", s.nodes());
      g.writeNumberProperty("links", s.links());
      g.writeNumberProperty("arcs", 2 * s.links());
      g.writeNumberProperty("points", s.points());
      g.writeNumberProperty("barriers", s.barriers());
      g.writeNumberProperty("turn_rules", s.turnRules());
      g.writeNumberProperty("timed_access_rules", s.timedAccesses());
      number(g, "length_km", s.metres() / 1000, 3);
      classes(g, s);
      pieces(g, s);
      g.writeObjectPropertyStart("tagged_share");
      for (Attribute a : Attribute.values()) number(g, a.word(), s.tagged().get(a), 4);
      g.writeEndObject();
      number(g, "default_share", s.onDefaults(), 4);
      g.writeEndObject();
    }
    return text.toString();
  }

  private static void classes(JsonGenerator g, NetworkSummary s) {
    g.writeArrayPropertyStart("classes");
    for (RoadClass c : RoadClass.values()) {
      NetworkSummary.OfClass of = s.classes().get(c);
      if (of == null) continue;
      g.writeStartObject();
      g.writeStringProperty("class", c.word());
      g.writeNumberProperty("links", of.links());
      number(g, "length_km", of.metres() / 1000, 3);
      g.writeEndObject();
    }
    g.writeEndArray();
  }

  private static void pieces(JsonGenerator g, NetworkSummary s) {
    g.writeObjectPropertyStart("components");
    for (RoadUser user : RoadUser.values()) {
      NetworkSummary.Pieces pieces = s.pieces().get(user);
      g.writeObjectPropertyStart(user.word());
      g.writeNumberProperty("count", pieces.count());
      g.writeNumberProperty("nodes", pieces.nodes());
      g.writeNumberProperty("largest", pieces.largest());
      g.writeEndObject();
    }
    g.writeEndObject();
  }

  private static void number(JsonGenerator g, String key, double value, int digits) {
    g.writeName(key);
    g.writeNumber(BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN));
  }
}
