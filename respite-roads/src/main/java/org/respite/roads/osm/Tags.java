// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

/** The tags of one element, as far as we know their keys. Reused from element to element: readers keep none of it. */
final class Tags {
  private static final int KEYS = Key.values().length;

  private final String[] values = new String[KEYS];
  private final int[] set = new int[KEYS];
  private int count;

  void clear() {
    for (int i = 0; i < count; i++) values[set[i]] = null;
    count = 0;
  }

  /** A key that stands twice keeps its last value. */
  void put(int keyOrdinal, String value) {
    if (values[keyOrdinal] == null) set[count++] = keyOrdinal;
    values[keyOrdinal] = value;
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean has(Key key) {
    return values[key.ordinal()] != null;
  }

  /** The value, or "" where the key is not there. */
  String get(Key key) {
    String value = values[key.ordinal()];
    return value == null ? "" : value;
  }

  boolean is(Key key, String value) {
    return value.equals(values[key.ordinal()]);
  }
}
