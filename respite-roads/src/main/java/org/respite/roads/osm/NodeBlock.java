// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Takes the nodes of a block that are wanted: those a store waits for, or those inside an area. */
final class NodeBlock implements Elements {
  private static final long WORLD_LON = 1_800_000_000L;
  private static final long WORLD_LAT = 900_000_000L;

  private final NodeStore waiting;
  private final long[] box;
  final Oddities oddities = new Oddities();
  private final Passage passage = new Passage(oddities);
  private int hint;

  /** Index in the store that waits, or the id where none does. */
  long[] key = new long[1024];

  int[] lon = new int[1024];
  int[] lat = new int[1024];
  byte[] users = new byte[1024];
  int count;
  /** Barriers that open and shut by the hour, by OSM id. */
  final Map<Long, Passage.Gate> gates = new HashMap<>();

  private NodeBlock(NodeStore waiting, long[] box) {
    this.waiting = waiting;
    this.box = box;
  }

  static NodeBlock forStore(NodeStore waiting) {
    return new NodeBlock(waiting, null);
  }

  static NodeBlock inside(long[] box) {
    return new NodeBlock(null, box);
  }

  @Override
  public void node(long id, long lonE7, long latE7, Tags tags) {
    long wanted = id;
    if (waiting != null) {
      int at = waiting.find(id, hint);
      if (at < 0) return;
      hint = at;
      wanted = at;
    } else if (lonE7 < box[0] || lonE7 > box[2] || latE7 < box[1] || latE7 > box[3]) {
      return;
    }
    if (Math.abs(lonE7) > WORLD_LON || Math.abs(latE7) > WORLD_LAT || lonE7 == Long.MIN_VALUE || latE7 == Long.MIN_VALUE) {
      oddities.count(Oddities.Odd.OUTSIDE_WORLD, "", "node " + id);
      return;
    }
    int passes = passage.through(tags, id);
    Optional<Passage.Gate> gate = passage.gate(tags, id, passes);
    gate.ifPresent(g -> gates.put(id, g));
    add(wanted, (int) lonE7, (int) latE7, gate.map(Passage.Gate::users).orElse(passes));
  }

  private void add(long wanted, int lonE7, int latE7, int passes) {
    if (count == key.length) grow(2 * count);
    key[count] = wanted;
    lon[count] = lonE7;
    lat[count] = latE7;
    users[count++] = (byte) passes;
  }

  private void grow(int size) {
    key = Arrays.copyOf(key, size);
    lon = Arrays.copyOf(lon, size);
    lat = Arrays.copyOf(lat, size);
    users = Arrays.copyOf(users, size);
  }

  /** Appends another block. */
  void addAll(NodeBlock other) {
    if (count + other.count > key.length) grow(Math.max(2 * key.length, count + other.count));
    System.arraycopy(other.key, 0, key, count, other.count);
    System.arraycopy(other.lon, 0, lon, count, other.count);
    System.arraycopy(other.lat, 0, lat, count, other.count);
    System.arraycopy(other.users, 0, users, count, other.count);
    count += other.count;
    gates.putAll(other.gates);
    oddities.addAll(other.oddities);
  }

  /** Puts its nodes into the store that waits for them. */
  void settle(Oddities all) {
    for (int i = 0; i < count; i++) {
      int at = (int) key[i];
      if (waiting.isSomewhere(at)) all.count(Oddities.Odd.REPEATED_NODE, "", "node " + waiting.ids[at]);
      waiting.lon[at] = lon[i];
      waiting.lat[at] = lat[i];
      waiting.users[at] = users[i];
    }
    waiting.gates.putAll(gates);
    all.addAll(oddities);
  }
}
