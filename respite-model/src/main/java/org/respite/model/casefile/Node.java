// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import org.respite.model.finding.At;

/** A document with the line of everything in it: the common shape of YAML, GeoJSON and CSV. */
sealed interface Node {
  At at();

  /** What it is called in a message. */
  default String kind() {
    return switch (this) {
      case Text t -> "`" + shorten(t.value) + "`";
      case Items i -> "a list of " + i.items.size();
      case Fields f -> "a mapping with keys " + shorten(String.join(", ", f.entries.keySet()));
    };
  }

  /** A scalar as written; what it means is decided by whoever asks for it, so that {@code no} stays a word. */
  record Text(String value, At at) implements Node {}

  /** A list. */
  record Items(List<Node> items, At at) implements Node {}

  /** A mapping, in written order. */
  record Fields(LinkedHashMap<String, Field> entries, At at) implements Node {}

  /** A key with its own line and its value. */
  record Field(At keyAt, Node value) {}

  private static String shorten(String s) {
    return s.length() <= 60 ? s : s.substring(0, 57) + "...";
  }
}
