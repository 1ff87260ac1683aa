// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Map;
import java.util.function.Function;
import org.respite.ledger.form.Malformed.Fault;
import org.respite.model.finding.Nearest;

/** Strict access to fields: what is missing, malformed or never asked for is collected, and {@link #done} reports all of it at once. */
public final class Asked {
  /** Words of each closed choice, in their order: made once, since a ledger asks for them in every entry. */
  private static final ClassValue<String[]> WRITTEN =
      new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> choice) {
          return Arrays.stream(choice.getEnumConstants()).map(c -> spelled((Enum<?>) c)).toArray(String[]::new);
        }
      };

  private static final ClassValue<Map<String, Enum<?>>> WORDS =
      new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> choice) {
          Map<String, Enum<?>> words = new LinkedHashMap<>();
          for (Object c : choice.getEnumConstants()) words.put(written((Enum<?>) c), (Enum<?>) c);
          return words;
        }
      };

  private final Value.Fields fields;
  private final String path;
  private final List<Fault> faults;
  private final List<String> asked = new ArrayList<>();

  public Asked(Value.Fields fields) {
    this(fields, "", new ArrayList<>());
  }

  private Asked(Value.Fields fields, String path, List<Fault> faults) {
    this.fields = fields;
    this.path = path;
    this.faults = faults;
  }

  public boolean has(String key) {
    asked.add(key);
    return fields.has(key);
  }

  /** A required text. */
  public String text(String key) {
    Optional<Value> value = find(key);
    if (value.isEmpty()) fault(key, "`%s` is missing".formatted(path + key), "add it; `not stated` is a value where nobody said");
    return value.map(v -> textOf(key, v)).orElse("");
  }

  public String textOr(String key, String fallback) {
    return find(key).map(v -> textOf(key, v)).orElse(fallback);
  }

  public long whole(String key) {
    return switch (find(key).orElse(null)) {
      case Value.Whole(long number) -> number;
      case null, default -> {
        fault(key, "`%s` must be a whole number".formatted(path + key), "write digits only");
        yield 0;
      }
    };
  }

  /** A list of whole numbers; -1 stands for what is none, after a fault. */
  public List<Long> wholes(String key) {
    return items(key).stream().map(v -> wholeOf(key, v)).toList();
  }

  private Long wholeOf(String key, Value value) {
    if (value instanceof Value.Whole(long number)) return number;
    fault(key, "`%s` must hold whole numbers".formatted(path + key), "write digits only");
    return -1L;
  }

  public List<String> texts(String key) {
    return items(key).stream().map(v -> textOf(key, v)).toList();
  }

  /** A closed choice, written in small letters with hyphens. */
  public <E extends Enum<E>> E word(String key, Class<E> choice, E fallback) {
    String written = textOr(key, "");
    return written.isEmpty() ? fallback : wordOf(key, written, choice).orElse(fallback);
  }

  /** A required closed choice. */
  public <E extends Enum<E>> E word(String key, Class<E> choice) {
    String written = text(key);
    E first = choice.getEnumConstants()[0];
    return written.isEmpty() ? first : wordOf(key, written, choice).orElse(first);
  }

  public <E extends Enum<E>> List<E> words(String key, Class<E> choice) {
    return texts(key).stream().flatMap(w -> wordOf(key, w, choice).stream()).toList();
  }

  private <E extends Enum<E>> Optional<E> wordOf(String key, String written, Class<E> choice) {
    Enum<?> found = WORDS.get(choice).get(written);
    if (found != null) return Optional.of(choice.cast(found));
    java.util.Collection<String> known = WORDS.get(choice).keySet();
    fault(key, "`%s` is `%s`, none of the words known here.%s".formatted(path + key, written, Nearest.hint(written, known)), "use one of: " + String.join(", ", known));
    return Optional.empty();
  }

  /** {@code NOT_STATED} is written {@code not stated}, {@code MEDICAL_EVACUATION} {@code medical-evacuation}. */
  public static String written(Enum<?> constant) {
    return WRITTEN.get(constant.getDeclaringClass())[constant.ordinal()];
  }

  private static String spelled(Enum<?> constant) {
    String name = constant.name().toLowerCase(Locale.ROOT);
    return name.equals("not_stated") ? "not stated" : name.replace('_', '-');
  }

  /** The objects of a list, each read by {@code one}. */
  public <T> List<T> each(String key, Function<Asked, T> one) {
    List<T> all = new ArrayList<>();
    List<Value> items = items(key);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Value.Fields f) all.add(inside(f, key + "[" + i + "]", one));
      else fault(key, "`%s` must hold objects".formatted(path + key), "write {...} for each");
    }
    return List.copyOf(all);
  }

  /** The object under a key, if there is one. */
  public <T> Optional<T> one(String key, Function<Asked, T> body) {
    Optional<Value> value = find(key);
    if (value.isEmpty()) return Optional.empty();
    if (value.get() instanceof Value.Fields f) return Optional.of(inside(f, key, body));
    fault(key, "`%s` must be an object".formatted(path + key), "write {...}");
    return Optional.empty();
  }

  private <T> T inside(Value.Fields f, String key, Function<Asked, T> body) {
    Asked inner = new Asked(f, path + key + ".", faults);
    T read = body.apply(inner);
    inner.unknown();
    return read;
  }

  private List<Value> items(String key) {
    Optional<Value> value = find(key);
    if (value.isEmpty()) return List.of();
    if (value.get() instanceof Value.Items(List<Value> items)) return items;
    fault(key, "`%s` must be a list".formatted(path + key), "write [...]");
    return List.of();
  }

  /** The value under a key; asking marks it as known. */
  public Optional<Value> find(String key) {
    asked.add(key);
    return Optional.ofNullable(fields.entries().get(key));
  }

  private String textOf(String key, Value value) {
    if (value instanceof Value.Text(String text)) return text;
    fault(key, "`%s` must be a text".formatted(path + key), "put it in quotation marks");
    return "";
  }

  public void fault(String key, String what, String remedy) {
    faults.add(new Fault(path + key, what, remedy));
  }

  private void unknown() {
    for (String key : fields.entries().keySet()) {
      if (!asked.contains(key)) fault(key, "there is no key `%s` here.%s".formatted(path + key, Nearest.hint(key, asked)), "known here: " + String.join(", ", asked));
    }
  }

  /** Reports every fault, unknown keys included. */
  public void done() throws Malformed {
    unknown();
    if (!faults.isEmpty()) throw new Malformed(faults);
  }
}
