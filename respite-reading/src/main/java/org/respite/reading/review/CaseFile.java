// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A {@code case.yaml} as a text to which lines are added: nothing of it is rewritten, its comments stay. */
public final class CaseFile {
  private final List<String> lines;
  private final Map<?, ?> root;

  private CaseFile(List<String> lines, Map<?, ?> root) {
    this.lines = lines;
    this.root = root;
  }

  /**
   * Reads the text of a case.
   *
   * @throws IllegalArgumentException when it is no YAML mapping; the message says why
   */
  public static CaseFile parse(String yaml) {
    try {
      Object root = new Load(LoadSettings.builder().build()).loadFromString(yaml);
      if (root instanceof Map<?, ?> map) {
        return new CaseFile(List.of(yaml.split("\n", -1)), map);
      }
      throw new IllegalArgumentException("it is no mapping of keys");
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException("it is not YAML (" + e.getMessage().lines().findFirst().orElse("") + ")", e);
    }
  }

  /** Id of the case's party that a name means: the same id, the same name, or a name that holds it as a word. */
  Optional<String> party(String id, String name) {
    Optional<String> held = Optional.empty();
    for (Object item : root.get("parties") instanceof List<?> list ? list : List.of()) {
      if (item instanceof Map<?, ?> party) {
        String own = String.valueOf(party.get("id"));
        String called = String.valueOf(party.get("name"));
        if (own.equals(id) || called.equalsIgnoreCase(name)) {
          return Optional.of(own);
        }
        boolean word = List.of(called.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).contains(name.toLowerCase(Locale.ROOT));
        held = word && held.isEmpty() ? Optional.of(own) : held;
      }
    }
    return held;
  }

  /** Ids of windows that begin on a day. */
  List<String> windowsOn(String day) {
    List<String> ids = new ArrayList<>();
    for (Object pause : root.get("pauses") instanceof List<?> list ? list : List.of()) {
      for (Object item : pause instanceof Map<?, ?> map && map.get("windows") instanceof List<?> windows ? windows : List.of()) {
        if (item instanceof Map<?, ?> window && String.valueOf(window.get("from")).startsWith(day)) {
          ids.add(String.valueOf(window.get("id")));
        }
      }
    }
    return ids;
  }

  /** The file that holds the case's statements, where it keeps them in a ledger. */
  Optional<String> ledger() {
    return Optional.ofNullable(root.get("ledger")).map(String::valueOf);
  }

  boolean hasSource(String key) {
    return root.get("sources") instanceof Map<?, ?> sources && sources.containsKey(key);
  }

  /** Where lines of a section go: behind its last item; the indent of its items. */
  private record Slot(int at, String indent) {}

  private Slot slot(String section) {
    int key = -1;
    String[] path = section.split("/");
    int depth = 0;
    for (int i = 0; i < lines.size() && depth < path.length; i++) {
      if (lines.get(i).strip().equals(path[depth] + ":") && (depth > 0 || lines.get(i).startsWith(path[0]))) {
        key = i;
        depth++;
      }
    }
    if (depth < path.length) {
      return new Slot(-1, "");
    }
    int own = indent(lines.get(key));
    int at = key + 1;
    int last = key + 1;
    String indent = "";
    while (at < lines.size() && (lines.get(at).isBlank() || lines.get(at).strip().startsWith("#") || indent(lines.get(at)) > own || isItem(at, own))) {
      if (!lines.get(at).isBlank() && !lines.get(at).strip().startsWith("#")) {
        indent = indent.isEmpty() ? " ".repeat(indent(lines.get(at))) : indent;
        last = at + 1;
      }
      at++;
    }
    return new Slot(last, indent);
  }

  /** A list item may stand at the indent of its key. */
  private boolean isItem(int at, int own) {
    return own > 0 && indent(lines.get(at)) == own && lines.get(at).strip().startsWith("- ");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** The text with the lines of each section added. */
  String with(Map<String, List<String>> additions) {
    List<String> out = new ArrayList<>();
    Map<Integer, List<String>> at = placed(additions);
    for (int i = 0; i <= lines.size(); i++) {
      out.addAll(at.getOrDefault(i, List.of()));
      if (i < lines.size()) {
        out.add(lines.get(i));
      }
    }
    return String.join("\n", out);
  }

  private Map<Integer, List<String>> placed(Map<String, List<String>> additions) {
    Map<Integer, List<String>> at = new TreeMap<>();
    additions.forEach((section, added) -> {
      Slot slot = slot(section);
      if (slot.at() >= 0) {
        at.computeIfAbsent(slot.at(), _ -> new ArrayList<>()).addAll(added.stream().map(line -> slot.indent() + line).toList());
      } else {
        List<String> tail = at.computeIfAbsent(lines.size(), _ -> new ArrayList<>());
        tail.add(section + ":");
        added.forEach(line -> tail.add("  " + line));
      }
    });
    return at;
  }

  /** The additions as a unified diff, for {@code patch -p1} or {@code git apply}. */
  String diff(Map<String, List<String>> additions, String name) {
    int context = 3;
    StringBuilder diff = new StringBuilder("--- a/" + name + "\n+++ b/" + name + "\n");
    int shift = 0;
    for (Map.Entry<Integer, List<String>> hunk : placed(additions).entrySet()) {
      int at = hunk.getKey();
      int from = Math.max(0, at - context);
      int to = Math.min(lines.size() - (lines.getLast().isEmpty() ? 1 : 0), at + context);
      int added = hunk.getValue().size();
      diff.append(String.format(Locale.ROOT, "@@ -%d,%d +%d,%d @@%n", from + 1, to - from, from + 1 + shift, to - from + added));
      for (int i = from; i < at; i++) {
        diff.append(' ').append(lines.get(i)).append('\n');
      }
      hunk.getValue().forEach(line -> diff.append('+').append(line).append('\n'));
      for (int i = at; i < to; i++) {
        diff.append(' ').append(lines.get(i)).append('\n');
      }
      shift += added;
    }
    return diff.toString();
  }
}
