// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decodes one primitive block: dense and plain nodes, ways, relations. Fields by number as in osmformat.proto of the PBF format
 * (wiki.openstreetmap.org/wiki/PBF_Format). Strings are decoded when somebody wants them. Not for several threads.
 */
final class PbfBlock {
  /** OSM itself allows 2,000; a way of more than this many nodes is taken for damage rather than for a street. */
  static final int MOST_REFS = 1 << 20;

  private static final int KEY_NOT_LOOKED_UP = -2;

  private final byte[] bytes;
  private final Elements to;
  private final int wanted;
  private final Tags tags = new Tags();
  private final Members members = new Members();
  private int[] stringAt = {0};
  private int[] stringEnd = {0};
  private int strings;
  private int[] keyOf;
  private String[] decoded;
  private long[] refs = new long[64];
  private long granularity = 100;
  private long latOffset;
  private long lonOffset;

  PbfBlock(byte[] bytes, int wanted, Elements to) {
    this.bytes = bytes;
    this.wanted = wanted;
    this.to = to;
  }

  /** Decodes what is wanted; returns the kinds that are in the block, wanted or not. */
  int decode(int length) throws BrokenSource {
    int kinds = 0;
    for (Wire w = new Wire(bytes, 0, length); w.more(); ) {
      int key = w.key();
      switch (key) {
        case 1 << 3 | Wire.BYTES -> strings(w.message());
        case 17 << 3 -> granularity = w.varint();
        case 19 << 3 -> latOffset = w.varint();
        case 20 << 3 -> lonOffset = w.varint();
        default -> w.skip(key);
      }
    }
    if (granularity < 1 || granularity > 1_000_000_000) throw BrokenSource.damaged("coordinates are given in steps of %d nanodegrees".formatted(granularity));
    keyOf = new int[strings];
    Arrays.fill(keyOf, KEY_NOT_LOOKED_UP);
    decoded = new String[strings];
    for (Wire w = new Wire(bytes, 0, length); w.more(); ) {
      int key = w.key();
      if (key == (2 << 3 | Wire.BYTES)) kinds |= group(w.message());
      else w.skip(key);
    }
    return kinds;
  }

  private void strings(Wire w) throws BrokenSource {
    while (w.more()) {
      int key = w.key();
      if (key != (1 << 3 | Wire.BYTES)) {
        w.skip(key);
        continue;
      }
      if (strings == stringAt.length) {
        stringAt = Arrays.copyOf(stringAt, 4 * strings);
        stringEnd = Arrays.copyOf(stringEnd, 4 * strings);
      }
      int n = w.length();
      stringAt[strings] = w.pos;
      stringEnd[strings++] = w.pos + n;
      w.pos += n;
    }
  }

  private int group(Wire w) throws BrokenSource {
    int kinds = 0;
    while (w.more()) {
      int key = w.key();
      int kind = switch (key) {
        case 1 << 3 | Wire.BYTES, 2 << 3 | Wire.BYTES -> Elements.NODES;
        case 3 << 3 | Wire.BYTES -> Elements.WAYS;
        case 4 << 3 | Wire.BYTES -> Elements.RELATIONS;
        default -> 0;
      };
      kinds |= kind;
      if ((kind & wanted) == 0) {
        w.skip(key);
        continue;
      }
      Wire m = w.message();
      switch (key >> 3) {
        case 1 -> node(m);
        case 2 -> dense(m);
        case 3 -> way(m);
        default -> relation(m);
      }
    }
    return kinds;
  }

  private void node(Wire w) throws BrokenSource {
    long id = 0;
    long lat = 0;
    long lon = 0;
    Wire keys = null;
    Wire values = null;
    while (w.more()) {
      int key = w.key();
      switch (key) {
        case 1 << 3 -> id = w.zigzag();
        case 2 << 3 | Wire.BYTES -> keys = w.message();
        case 3 << 3 | Wire.BYTES -> values = w.message();
        case 8 << 3 -> lat = w.zigzag();
        case 9 << 3 -> lon = w.zigzag();
        default -> w.skip(key);
      }
    }
    tags(keys, values);
    to.node(id, e7(lon, lonOffset), e7(lat, latOffset), tags);
  }

  private void dense(Wire w) throws BrokenSource {
    Wire ids = null;
    Wire lats = null;
    Wire lons = null;
    Wire words = null;
    while (w.more()) {
      int key = w.key();
      switch (key) {
        case 1 << 3 | Wire.BYTES -> ids = w.message();
        case 8 << 3 | Wire.BYTES -> lats = w.message();
        case 9 << 3 | Wire.BYTES -> lons = w.message();
        case 10 << 3 | Wire.BYTES -> words = w.message();
        default -> w.skip(key);
      }
    }
    if (ids == null) return;
    if (lats == null || lons == null) throw BrokenSource.damaged("nodes have ids and no coordinates");
    long id = 0;
    long lat = 0;
    long lon = 0;
    while (ids.more()) {
      id = Wire.plus(id, ids.zigzag());
      lat = Wire.plus(lat, lats.zigzag());
      lon = Wire.plus(lon, lons.zigzag());
      tags.clear();
      if (words != null) denseTags(words);
      to.node(id, e7(lon, lonOffset), e7(lat, latOffset), tags);
    }
  }

  /** Key, value, key, value, 0 for each node; a list that has run out stands for nodes without tags. */
  private void denseTags(Wire words) throws BrokenSource {
    while (words.more()) {
      int word = index(words.varint());
      if (word == 0) return;
      int value = index(words.varint());
      int key = keyOf(word);
      if (key >= 0) tags.put(key, string(value));
    }
  }

  private void way(Wire w) throws BrokenSource {
    long id = 0;
    Wire keys = null;
    Wire values = null;
    Wire nodes = null;
    while (w.more()) {
      int key = w.key();
      switch (key) {
        case 1 << 3 -> id = w.varint();
        case 2 << 3 | Wire.BYTES -> keys = w.message();
        case 3 << 3 | Wire.BYTES -> values = w.message();
        case 8 << 3 | Wire.BYTES -> nodes = w.message();
        default -> w.skip(key);
      }
    }
    tags(keys, values);
    if (!to.wantsWay(tags)) return;
    int count = refs(id, nodes); // may replace the array
    to.way(id, refs, count, tags);
  }

  private int refs(long way, Wire nodes) throws BrokenSource {
    int n = 0;
    long ref = 0;
    while (nodes != null && nodes.more()) {
      if (n == refs.length) {
        if (n >= MOST_REFS) throw BrokenSource.damaged("way %d has more than %,d nodes; OSM allows 2,000".formatted(way, MOST_REFS));
        refs = Arrays.copyOf(refs, 2 * n);
      }
      ref = Wire.plus(ref, nodes.zigzag());
      refs[n++] = ref;
    }
    return n;
  }

  private void relation(Wire w) throws BrokenSource {
    long id = 0;
    Wire keys = null;
    Wire values = null;
    Wire roles = null;
    Wire ids = null;
    Wire kinds = null;
    while (w.more()) {
      int key = w.key();
      switch (key) {
        case 1 << 3 -> id = w.varint();
        case 2 << 3 | Wire.BYTES -> keys = w.message();
        case 3 << 3 | Wire.BYTES -> values = w.message();
        case 8 << 3 | Wire.BYTES -> roles = w.message();
        case 9 << 3 | Wire.BYTES -> ids = w.message();
        case 10 << 3 | Wire.BYTES -> kinds = w.message();
        default -> w.skip(key);
      }
    }
    tags(keys, values);
    if (!to.wantsRelation(tags)) return;
    members.clear();
    if (ids != null) members(roles, ids, kinds);
    to.relation(id, members, tags);
  }

  private void members(Wire roles, Wire ids, Wire kinds) throws BrokenSource {
    if (roles == null || kinds == null) throw BrokenSource.damaged("members of a relation have no roles or kinds");
    long id = 0;
    while (ids.more()) {
      id = Wire.plus(id, ids.zigzag());
      String role = string(index(roles.varint()));
      long kind = kinds.varint();
      if (kind < 0 || kind > 2) throw BrokenSource.damaged("a member of a relation is of the unknown kind %d".formatted(kind));
      members.add(Members.Kind.values()[(int) kind], id, role);
    }
  }

  private void tags(Wire keys, Wire values) throws BrokenSource {
    tags.clear();
    if (keys == null) return;
    if (values == null) throw BrokenSource.damaged("tags have keys and no values");
    while (keys.more()) {
      int key = keyOf(index(keys.varint()));
      int value = index(values.varint());
      if (key >= 0) tags.put(key, string(value));
    }
  }

  private int index(long word) throws BrokenSource {
    if (word < 0 || word >= strings) throw BrokenSource.damaged("string %s is used and only %d are there".formatted(Long.toUnsignedString(word), strings));
    return (int) word;
  }

  private int keyOf(int word) {
    if (keyOf[word] == KEY_NOT_LOOKED_UP) keyOf[word] = Key.ordinalOf(bytes, stringAt[word], stringEnd[word]);
    return keyOf[word];
  }

  private String string(int word) {
    if (decoded[word] == null) decoded[word] = new String(bytes, stringAt[word], stringEnd[word] - stringAt[word], StandardCharsets.UTF_8);
    return decoded[word];
  }

  /** Degrees times 10^7; far outside the world where the numbers are too large to multiply. */
  private long e7(long value, long offset) {
    if (Math.abs(value) > Long.MAX_VALUE / 2 / granularity || Math.abs(offset) > Long.MAX_VALUE / 4) return Long.MAX_VALUE;
    return Math.floorDiv(offset + granularity * value + 50, 100);
  }
}
