// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.respite.model.finding.At;
import org.respite.model.finding.Nearest;
import org.respite.model.register.Name;

/**
 * Strict access to one mapping: every key asked for is remembered, and {@link #close} reports those nobody asked for. What is
 * missing or malformed becomes a finding and a stand-in value; a case with findings of that kind is never handed out.
 */
final class Keys implements AutoCloseable {
  static final String NOT_STATED = "not stated";

  final Reading reading;
  final Node.Fields node;
  final String path;
  private final Set<String> asked = new LinkedHashSet<>();

  Keys(Reading reading, Node.Fields node, String path) {
    this.reading = reading;
    this.node = node;
    this.path = path;
  }

  At at() {
    return node.at();
  }

  At at(String key) {
    Node.Field field = node.entries().get(key);
    return field == null ? node.at() : field.value().at();
  }

  boolean has(String key) {
    asked.add(key);
    return node.entries().containsKey(key);
  }

  /** The node under a key; empty where the key is absent. */
  Optional<Node> find(String key) {
    asked.add(key);
    return Optional.ofNullable(node.entries().get(key)).map(Node.Field::value);
  }

  /** The node under a required key; empty after a finding. */
  private Optional<Node> get(String key) {
    Optional<Node> found = find(key);
    if (found.isEmpty()) {
      reading.findings.error(
          "missing-key", at(), "%s lacks `%s`".formatted(where(), key), "it cannot be read without", "add `%s:`; `%s` is a value where nobody said".formatted(key, NOT_STATED));
    }
    return found;
  }

  String text(String key) {
    return get(key).map(n -> textOf(key, n)).orElse("");
  }

  String textOr(String key, String fallback) {
    return find(key).map(n -> textOf(key, n)).orElse(fallback);
  }

  private String textOf(String key, Node n) {
    if (n instanceof Node.Text text && !text.value().isBlank()) return text.value();
    wrong(key, n, "a text");
    return "";
  }

  /** A name: plain text, or {@code {en, ar}}. */
  Name name(String key) {
    return get(key).map(n -> n instanceof Node.Fields f ? bothScripts(key, f) : new Name(textOf(key, n), "")).orElse(new Name("", ""));
  }

  private Name bothScripts(String key, Node.Fields f) {
    try (Keys k = new Keys(reading, f, path + "." + key)) {
      return new Name(k.text("en"), k.textOr("ar", ""));
    }
  }

  /** The id of this mapping, declared for its kind. */
  String id(Kind kind) {
    String id = text("id");
    if (!id.isEmpty()) reading.declare(kind, id, at("id"));
    return id;
  }

  String reference(String key, Kind kind) {
    String id = text(key);
    if (!id.isEmpty()) reading.refer(kind, id, at(key));
    return id;
  }

  /** A reference that may be absent or "not stated"; then empty. */
  String referenceIfAny(String key, Kind kind) {
    if (!has(key) || textOr(key, "").equals(NOT_STATED)) return "";
    return reference(key, kind);
  }

  /** One reference or a list of them. */
  List<String> references(String key, Kind kind) {
    return find(key).map(n -> n instanceof Node.Items items ? items.items() : List.of(n)).orElse(List.of()).stream()
        .map(
            n -> {
              String id = textOf(key, n);
              if (!id.isEmpty()) reading.refer(kind, id, n.at());
              return id;
            })
        .toList();
  }

  List<String> texts(String key) {
    return list(key).stream().map(n -> textOf(key, n)).toList();
  }

  List<Node> list(String key) {
    return get(key).map(n -> itemsOf(key, n)).orElse(List.of());
  }

  List<Node> listIfAny(String key) {
    return find(key).map(n -> itemsOf(key, n)).orElse(List.of());
  }

  private List<Node> itemsOf(String key, Node n) {
    if (n instanceof Node.Items items) return items.items();
    wrong(key, n, "a list");
    return List.of();
  }

  /** The mappings in a required list, each to be closed by the caller. */
  List<Keys> mappings(String key) {
    return mappingsOf(key, list(key));
  }

  List<Keys> mappingsIfAny(String key) {
    return mappingsOf(key, listIfAny(key));
  }

  private List<Keys> mappingsOf(String key, List<Node> nodes) {
    List<Keys> all = new ArrayList<>();
    IntStream.range(0, nodes.size())
        .forEach(
            i -> {
              if (nodes.get(i) instanceof Node.Fields f) all.add(new Keys(reading, f, path(key, f, i)));
              else wrong(key, nodes.get(i), "a list of mappings");
            });
    return all;
  }

  private String path(String key, Node.Fields f, int index) {
    Node.Field id = f.entries().get("id");
    String step = id != null && id.value() instanceof Node.Text t ? t.value() : Integer.toString(index + 1);
    return (path.isEmpty() ? key : path + "." + key) + "." + step;
  }

  /** A required mapping; an empty one after a finding. */
  Keys mapping(String key) {
    Node.Fields none = new Node.Fields(new java.util.LinkedHashMap<>(), at());
    Node n = get(key).orElse(none);
    if (!(n instanceof Node.Fields)) wrong(key, n, "a mapping");
    return new Keys(reading, n instanceof Node.Fields f ? f : none, path.isEmpty() ? key : path + "." + key);
  }

  /** A closed choice, written in small letters with hyphens. */
  <E extends Enum<E>> E word(String key, Class<E> choice) {
    String written = text(key);
    return written.isEmpty() ? choice.getEnumConstants()[0] : wordOf(written, at(key), choice);
  }

  <E extends Enum<E>> Set<E> words(String key, Class<E> choice) {
    Set<E> all = java.util.EnumSet.noneOf(choice);
    for (Node n : list(key)) all.add(wordOf(textOf(key, n), n.at(), choice));
    return all;
  }

  <E extends Enum<E>> List<E> wordList(String key, Class<E> choice) {
    return list(key).stream().map(n -> wordOf(textOf(key, n), n.at(), choice)).toList();
  }

  private <E extends Enum<E>> E wordOf(String written, At at, Class<E> choice) {
    List<String> known = Arrays.stream(choice.getEnumConstants()).map(Keys::written).toList();
    int i = known.indexOf(written);
    if (i >= 0) return choice.getEnumConstants()[i];
    reading.findings.error(
        "unknown-word", at, "`%s` is none of the words known here.%s".formatted(written, Nearest.hint(written, known)),
        "it would be guessed at", "use one of: " + String.join(", ", known));
    return choice.getEnumConstants()[0];
  }

  /** {@code HUMANITARIAN_PAUSE} is written {@code humanitarian-pause}; {@code NOT_STATED} is {@code not stated}. */
  static String written(Enum<?> constant) {
    String name = constant.name().toLowerCase(Locale.ROOT);
    return name.equals("not_stated") ? NOT_STATED : name.replace('_', '-');
  }

  /** A plain whole number: an ordinal or a count in a term, never a measured figure. */
  int whole(String key, int from, int to) {
    return get(key).map(n -> wholeOf(key, n, from, to)).orElse(from);
  }

  int wholeIfAny(String key, int from, int to, int fallback) {
    return find(key).map(n -> wholeOf(key, n, from, to)).orElse(fallback);
  }

  private int wholeOf(String key, Node n, int from, int to) {
    String written = textOf(key, n);
    try {
      int value = Integer.parseInt(written);
      if (value >= from && value <= to) return value;
    } catch (NumberFormatException e) {
      // said below, in the same words as a number out of range
    }
    reading.findings.error(
        "not-whole", n.at(), "`%s: %s`".formatted(key, written), "it cannot be used", "write a whole number in [%d, %d]".formatted(from, to));
    return from;
  }

  boolean flag(String key) {
    String written = text(key);
    if (written.equals("true") || written.equals("false")) return written.equals("true");
    if (!written.isEmpty()) {
      reading.findings.error("not-a-flag", at(key), "`%s: %s`".formatted(key, written), "it cannot be used", "write `true` or `false`");
    }
    return false;
  }

  void wrong(String key, Node n, String wanted) {
    reading.findings.error(
        "wrong-shape", n.at(), "`%s` is %s".formatted(key, n.kind()), "it cannot be read", "write " + wanted);
  }

  String where() {
    return path.isEmpty() ? "the case" : "`" + path + "`";
  }

  /** Reports the keys that nobody asked for. */
  @Override
  public void close() {
    node.entries()
        .forEach(
            (key, field) -> {
              if (asked.contains(key)) return;
              reading.findings.error(
                  "unknown-key", field.keyAt(), "%s has no key `%s`.%s".formatted(where(), key, Nearest.hint(key, asked)),
                  "what stands there would be ignored", "known here: " + String.join(", ", asked));
            });
  }
}
