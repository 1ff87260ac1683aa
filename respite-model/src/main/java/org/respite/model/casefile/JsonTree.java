// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.respite.model.finding.At;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** JSON into {@link Node}s with the line of everything. */
final class JsonTree {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
          .build();

  private final String file;
  private final Findings findings;
  private final JsonParser parser;

  private JsonTree(String file, Findings findings, JsonParser parser) {
    this.file = file;
    this.findings = findings;
    this.parser = parser;
  }

  /** The root object; empty after a finding where the text is not one. */
  static Optional<Node.Fields> parse(String file, String text, Findings findings) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      JsonTree tree = new JsonTree(file, findings, parser);
      parser.nextToken();
      Node root = parser.currentToken() == null ? new Node.Text("", At.file(file)) : tree.value();
      if (root instanceof Node.Fields fields) return Optional.of(fields);
      findings.error("not-geojson", At.file(file), "the file holds no JSON object", "it cannot be drawn or read", "save it as a GeoJSON FeatureCollection");
      return Optional.empty();
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      findings.error(
          "not-json", new At(file, line), "the text is not JSON from here on: " + e.getOriginalMessage(), "nothing after it can be read",
          "save it again as GeoJSON; is the file whole?");
      return Optional.empty();
    }
  }

  private At here() {
    return new At(file, parser.currentTokenLocation().getLineNr());
  }

  private Node value() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      default -> new Node.Text(parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getString(), here());
    };
  }

  private Node object() {
    Node.Fields fields = new Node.Fields(new LinkedHashMap<>(), here());
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      At keyAt = here();
      parser.nextToken();
      if (fields.entries().putIfAbsent(key, new Node.Field(keyAt, value())) != null) {
        findings.error("duplicate-key", keyAt, "`%s` stands here a second time".formatted(key), "one of the two would be lost in silence", "keep one");
      }
    }
    return fields;
  }

  private Node array() {
    Node.Items items = new Node.Items(new ArrayList<>(), here());
    while (parser.nextToken() != JsonToken.END_ARRAY) items.items().add(value());
    return items;
  }
}
