// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * JSON without what makes two spellings of one thing: no floating point, no null. What is not known is left out; what nobody stated is
 * written "not stated".
 */
public sealed interface Value {
  /** A string of Unicode characters; halves of a surrogate pair are refused when it is written. */
  record Text(String value) implements Value {}

  /** A whole number within ±(2^53 - 1), as every JSON reader keeps it. */
  record Whole(long value) implements Value {
    public static final long LARGEST = (1L << 53) - 1;

    public Whole {
      if (value > LARGEST || value < -LARGEST) throw new IllegalArgumentException("whole number must be within ±(2^53 - 1), got %d".formatted(value));
    }
  }

  /** True or false. */
  record Flag(boolean value) implements Value {}

  /** A list, in its order. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A mapping; keys in the order of their UTF-16 units, as RFC 8785 asks. */
  record Fields(SortedMap<String, Value> entries) implements Value {
    public static Builder with() {
      return new Builder();
    }

    public boolean has(String key) {
      return entries.containsKey(key);
    }
  }

  /** Collects fields; empty texts and empty lists are left out, so that "nothing" has one spelling. */
  final class Builder {
    private final TreeMap<String, Value> entries = new TreeMap<>();

    public Builder put(String key, Value value) {
      entries.put(key, value);
      return this;
    }

    public Builder text(String key, String value) {
      if (!value.isEmpty()) entries.put(key, new Text(value));
      return this;
    }

    public Builder whole(String key, long value) {
      entries.put(key, new Whole(value));
      return this;
    }

    public Builder texts(String key, List<String> values) {
      if (!values.isEmpty()) entries.put(key, new Items(values.stream().<Value>map(Text::new).toList()));
      return this;
    }

    public Builder items(String key, List<? extends Value> values) {
      if (!values.isEmpty()) entries.put(key, new Items(new ArrayList<>(values)));
      return this;
    }

    public Builder all(Fields more) {
      entries.putAll(more.entries());
      return this;
    }

    public Fields done() {
      return new Fields(entries);
    }
  }

  /** Fields out of alternating keys and values, for short objects. */
  static Fields fields(Map<String, ? extends Value> entries) {
    return new Fields(new TreeMap<>(entries));
  }
}
