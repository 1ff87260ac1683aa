// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.score;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.respite.reading.Span;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A hand-made register of a text: who said what, with spans, topics, times and numbers. */
public record Gold(String id, LocalDate published, Map<String, Entity> entities, List<Said> statements, List<Time> times, List<Number> numbers) {
  /** A speaker with every name that counts as right. */
  public record Entity(String id, String name, List<String> names) {
    /** Whether a name is this entity's: the same without its article, or one is the last part of the other. */
    boolean isCalled(String speaker) {
      String found = bare(speaker);
      return id.equals(found) || names.stream().map(Entity::bare).anyMatch(wanted -> wanted.equals(found) || last(wanted).equals(found) || last(found).equals(wanted));
    }

    private static String last(String name) {
      return name.substring(Math.max(name.lastIndexOf(' '), name.lastIndexOf('-')) + 1);
    }

    private static String bare(String name) {
      return name.toLowerCase(Locale.ROOT).replace('’', '\'').replace(".", "").strip().replaceAll("^(the|a|an|both the|both) ", "");
    }
  }

  /** One annotated statement; {@code required} false counts neither way. */
  public record Said(String id, boolean required, String speaker, List<Span> quotes, List<Span> content, String saidOn, List<String> claims) {}

  public record Time(Span span, String type, String value) {}

  public record Number(Span span, long low, long high, boolean approximate) {}

  /** Reads the YAML of a gold file. */
  public static Gold parse(String yaml) {
    Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    Map<?, ?> document = (Map<?, ?>) root.get("document");
    Map<String, Entity> entities = new TreeMap<>();
    for (Map<?, ?> e : maps(root.get("entities"))) {
      List<String> names = new ArrayList<>(List.of(text(e.get("name"))));
      strings(e.get("aliases")).forEach(names::add);
      entities.put(text(e.get("id")), new Entity(text(e.get("id")), text(e.get("name")), names));
    }
    return new Gold(text(document.get("id")), LocalDate.parse(text(document.get("published"))), entities,
        maps(root.get("statements")).stream().map(Gold::said).toList(),
        maps(root.get("times")).stream().map(t -> new Time(span(t), text(t.get("type")), text(t.get("value")))).toList(),
        maps(root.get("numbers")).stream().map(n -> new Number(span(n), whole(n.get("low")), whole(n.get("high")), Boolean.TRUE.equals(n.get("approximate")))).toList());
  }

  private static Said said(Map<?, ?> s) {
    List<String> claims = maps(s.get("claims")).stream().map(c -> text(c.get("topic")) + "/" + text(c.get("stance"))).toList();
    String saidOn = s.get("said_on") == null ? "unknown" : text(s.get("said_on"));
    return new Said(text(s.get("id")), !Boolean.FALSE.equals(s.get("required")), text(s.get("speaker")), maps(s.get("quotes")).stream().map(Gold::span).toList(),
        maps(s.get("content")).stream().map(Gold::span).toList(), saidOn, claims);
  }

  private static List<Map<?, ?>> maps(Object value) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> maps.add((Map<?, ?>) item));
    }
    return maps;
  }

  private static List<String> strings(Object value) {
    return value instanceof List<?> list ? list.stream().map(Gold::text).toList() : List.of();
  }

  private static Span span(Map<?, ?> map) {
    List<?> pair = (List<?>) map.get("span");
    return new Span((int) whole(pair.get(0)), (int) whole(pair.get(1)));
  }

  private static long whole(Object value) {
    return ((java.lang.Number) value).longValue();
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }

  /** The text that a gold file annotates: the same name with {@code .txt}. */
  public static Path textOf(Path gold) {
    return gold.resolveSibling(gold.getFileName().toString().replace(".gold.yaml", ".txt"));
  }
}
