// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.export;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.WholeFile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Streets as GeoJSON (RFC 7946): one feature a link, written as it goes. */
public final class GeoJsonExport {
  private static final JsonFactory FACTORY = new JsonFactory();

  private GeoJsonExport() {}

  /**
   * Writes the file whole or not at all.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(StreetNetwork network, Path file) throws IOException {
    WholeFile.write(file, aside -> {
      try (Writer out = Files.newBufferedWriter(aside); JsonGenerator g = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
        collection(g, network);
      } catch (JacksonIOException e) {
        throw e.getCause();
      }
    });
  }

  private static void collection(JsonGenerator g, StreetNetwork n) {
    g.writeStartObject();
    g.writeStringProperty("type", "FeatureCollection");
    g.writeObjectPropertyStart("provenance");
    n.provenance().fields().forEach(g::writeStringProperty);
    g.writeEndObject();
    g.writeArrayPropertyStart("features");
    for (int link = 0; link < n.links(); link++) {
      g.writeRaw(link == 0 ? "\n" : ""); // a feature a line: files are compared by line
      feature(g, n, link);
      g.writeRaw("\n");
    }
    g.writeEndArray();
    g.writeEndObject();
  }

  private static void feature(JsonGenerator g, StreetNetwork n, int link) {
    g.writeStartObject();
    g.writeStringProperty("type", "Feature");
    g.writeNumberProperty("id", link);
    g.writeObjectPropertyStart("geometry");
    g.writeStringProperty("type", "LineString");
    g.writeArrayPropertyStart("coordinates");
    for (int i = 0; i < n.points(link); i++) {
      g.writeStartArray();
      g.writeNumber(BigDecimal.valueOf(n.lonE7(link, i), 7));
      g.writeNumber(BigDecimal.valueOf(n.latE7(link, i), 7));
      g.writeEndArray();
    }
    g.writeEndArray();
    g.writeEndObject();
    g.writeObjectPropertyStart("properties");
    for (Map.Entry<String, Object> p : LinkProperties.of(n, link).entrySet()) property(g, p.getKey(), p.getValue());
    g.writeEndObject();
    g.writeEndObject();
  }

  private static void property(JsonGenerator g, String key, Object value) {
    switch (value) {
      case String s -> g.writeStringProperty(key, s);
      case Boolean b -> g.writeBooleanProperty(key, b);
      case Integer i -> g.writeNumberProperty(key, i);
      case Long l -> g.writeNumberProperty(key, l);
      case Double d -> g.writeNumberProperty(key, d);
      default -> throw new IllegalArgumentException("no JSON for %s".formatted(value.getClass()));
    }
  }
}
