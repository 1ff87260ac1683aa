// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * One value, one sequence of bytes: the JSON Canonicalization Scheme (RFC 8785) on values that have no floating point and no null. Keys are
 * sorted by UTF-16 units; strings escape {@code " \ \b \t \n \f \r} by their short form and other characters below U+0020 as {@code \\u00xx}
 * in lower case, nothing else; no blanks; UTF-8. Reading for proof accepts these bytes only, so no byte can change without being seen.
 */
public final class Canonical {
  /** Characters in one string: room for a quotation of 10 MB of any script. */
  static final int LONGEST_STRING = 64 << 20;

  private static final int DEEPEST = 32;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_STRING).maxDocumentLength(-1).build())
          .build();
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private Canonical() {}

  /** The bytes are not the canonical form of any value. */
  public static final class NotCanonical extends Exception {
    private static final long serialVersionUID = 1;

    public NotCanonical(String why) {
      super(why, null, false, false);
    }
  }

  /** @throws IllegalArgumentException if a string holds half of a surrogate pair */
  public static byte[] bytes(Value value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  public static String text(Value value) {
    StringBuilder out = new StringBuilder(256);
    write(value, out);
    return out.toString();
  }

  /** Reads bytes that must be canonical, to the last one. */
  public static Value.Fields read(byte[] bytes) throws NotCanonical {
    Value value = parse(bytes);
    if (!(value instanceof Value.Fields fields)) throw new NotCanonical("it is no JSON object");
    byte[] again;
    try {
      again = bytes(fields);
    } catch (IllegalArgumentException e) {
      throw new NotCanonical(e.getMessage());
    }
    if (!Arrays.equals(again, bytes)) throw new NotCanonical("it is JSON, but not in canonical form (from byte %d)".formatted(Arrays.mismatch(again, bytes) + 1));
    return fields;
  }

  /** Reads any JSON without null and floating point, as people and programs write it: for input, never for proof. */
  public static Value parse(byte[] bytes) throws NotCanonical {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      if (parser.nextToken() == null) throw new NotCanonical("it is empty");
      Value value = value(parser);
      if (parser.nextToken() != null) throw new NotCanonical("something follows the JSON value");
      return value;
    } catch (JacksonException e) {
      throw new NotCanonical("it is not JSON (%s)".formatted(e.getOriginalMessage().lines().findFirst().orElse("unreadable")));
    }
  }

  private static Value value(JsonParser parser) throws NotCanonical {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new Value.Text(parser.getString());
      case VALUE_TRUE -> new Value.Flag(true);
      case VALUE_FALSE -> new Value.Flag(false);
      case VALUE_NUMBER_INT -> whole(parser);
      case VALUE_NULL -> throw new NotCanonical("null stands in it; leave out what is not known");
      default -> throw new NotCanonical("a number with a point stands in it; write it as text");
    };
  }

  private static Value whole(JsonParser parser) throws NotCanonical {
    try {
      return new Value.Whole(parser.getLongValue());
    } catch (IllegalArgumentException e) {
      throw new NotCanonical(e.getMessage());
    }
  }

  private static Value object(JsonParser parser) throws NotCanonical {
    TreeMap<String, Value> entries = new TreeMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      if (entries.put(key, value(parser)) != null) throw new NotCanonical("the key %s stands in it twice".formatted(key));
    }
    return new Value.Fields(entries);
  }

  private static Value array(JsonParser parser) throws NotCanonical {
    List<Value> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) items.add(value(parser));
    return new Value.Items(items);
  }

  private static void write(Value value, StringBuilder out) {
    switch (value) {
      case Value.Text(String text) -> string(text, out);
      case Value.Whole(long number) -> out.append(number);
      case Value.Flag(boolean flag) -> out.append(flag);
      case Value.Items(List<Value> items) -> {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
          if (i > 0) out.append(',');
          write(items.get(i), out);
        }
        out.append(']');
      }
      case Value.Fields(var entries) -> {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, Value> e : entries.entrySet()) {
          if (!first) out.append(',');
          first = false;
          string(e.getKey(), out);
          out.append(':');
          write(e.getValue(), out);
        }
        out.append('}');
      }
    }
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    int plainFrom = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c)) continue;
      if (Character.isSurrogate(c)) {
        i = pair(text, i);
        continue;
      }
      out.append(text, plainFrom, i);
      escape(c, out);
      plainFrom = i + 1;
    }
    out.append(text, plainFrom, text.length()).append('"');
  }

  /** The index of the second half. */
  private static int pair(String text, int i) {
    boolean whole = Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    if (!whole) throw new IllegalArgumentException("half of a surrogate pair stands at character %d of a text".formatted(i + 1));
    return i + 1;
  }

  private static void escape(char c, StringBuilder out) {
    out.append('\\');
    switch (c) {
      case '"', '\\' -> out.append(c);
      case '\b' -> out.append('b');
      case '\t' -> out.append('t');
      case '\n' -> out.append('n');
      case '\f' -> out.append('f');
      case '\r' -> out.append('r');
      default -> out.append("u00").append(HEX[c >> 4]).append(HEX[c & 15]);
    }
  }
}
