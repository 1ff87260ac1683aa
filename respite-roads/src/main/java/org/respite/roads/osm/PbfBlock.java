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

  /** Numbers of fields. Nodes, ways and relations have the first three alike; what 8, 9 and 10 are differs. */
  private static final int ID = 1;
  private static final int KEYS = 2;
  private static final int VALUES = 3;
  private static final int WAY_REFS = 8;
  private static final int NODE_LAT = 8;
  private static final int NODE_LON = 9;
  private static final int DENSE_TAGS = 10;
  private static final int MEMBER_ROLES = 8;
  private static final int MEMBER_IDS = 9;
  private static final int MEMBER_KINDS = 10;
  private static final int FIELDS = 11;

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
  /** Of the element that is being read: its fields by number, and which of {@link #parts} it has. */
  private final long[] numbers = new long[FIELDS];
  private final Wire[] parts = new Wire[FIELDS];
  private int there;
  private long granularity = 100;
  private long latOffset;
  private long lonOffset;

  PbfBlock(byte[] bytes, int wanted, Elements to) {
    this.bytes = bytes;
    this.wanted = wanted;
    this.to = to;
    Arrays.setAll(parts, _ -> new Wire(bytes, 0, 0));
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

  /** Reads the fields of one element by their numbers; those of other numbers and types are left out, and of one that stands twice the last counts. */
  private void fields(Wire w) throws BrokenSource {
    there = 0;
    Arrays.fill(numbers, 0);
    while (w.more()) {
      int key = w.key();
      int field = key >> 3;
      if (field < FIELDS && (key & 7) == Wire.VARINT) {
        numbers[field] = w.varint();
      } else if (field < FIELDS && (key & 7) == Wire.BYTES) {
        w.message(parts[field]);
        there |= 1 << field;
      } else {
        w.skip(key);
      }
    }
  }

  private boolean has(int field) {
    return (there & 1 << field) != 0;
  }

  private void node(Wire w) throws BrokenSource {
    fields(w);
    tags();
    to.node(Wire.signed(numbers[ID]), e7(Wire.signed(numbers[NODE_LON]), lonOffset), e7(Wire.signed(numbers[NODE_LAT]), latOffset), tags);
  }

  private void dense(Wire w) throws BrokenSource {
    fields(w);
    if (!has(ID)) return;
    if (!has(NODE_LAT) || !has(NODE_LON)) throw BrokenSource.damaged("nodes have ids and no coordinates");
    Wire ids = parts[ID];
    long id = 0;
    long lat = 0;
    long lon = 0;
    while (ids.more()) {
      id = Wire.plus(id, ids.zigzag());
      lat = Wire.plus(lat, parts[NODE_LAT].zigzag());
      lon = Wire.plus(lon, parts[NODE_LON].zigzag());
      tags.clear();
      if (has(DENSE_TAGS)) denseTags(parts[DENSE_TAGS]);
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
    fields(w);
    tags();
    if (!to.wantsWay(tags)) return;
    int count = has(WAY_REFS) ? refs(numbers[ID], parts[WAY_REFS]) : 0; // may replace the array
    to.way(numbers[ID], refs, count, tags);
  }

  private int refs(long way, Wire nodes) throws BrokenSource {
    int n = 0;
    long ref = 0;
    while (nodes.more()) {
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
    fields(w);
    tags();
    if (!to.wantsRelation(tags)) return;
    members.clear();
    if (has(MEMBER_IDS)) members();
    to.relation(numbers[ID], members, tags);
  }

  private void members() throws BrokenSource {
    if (!has(MEMBER_ROLES) || !has(MEMBER_KINDS)) throw BrokenSource.damaged("members of a relation have no roles or kinds");
    long id = 0;
    while (parts[MEMBER_IDS].more()) {
      id = Wire.plus(id, parts[MEMBER_IDS].zigzag());
      String role = string(index(parts[MEMBER_ROLES].varint()));
      long kind = parts[MEMBER_KINDS].varint();
      if (kind < 0 || kind > 2) throw BrokenSource.damaged("a member of a relation is of the unknown kind %d".formatted(kind));
      members.add(Members.Kind.values()[(int) kind], id, role);
    }
  }

  private void tags() throws BrokenSource {
    tags.clear();
    if (!has(KEYS)) return;
    if (!has(VALUES)) throw BrokenSource.damaged("tags have keys and no values");
    while (parts[KEYS].more()) {
      int key = keyOf(index(parts[KEYS].varint()));
      int value = index(parts[VALUES].varint());
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
