// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.respite.roads.network.RoadUser;

/** Nodes by ascending id: 17 bytes each. A node whose place is not known (yet) has {@link #NOWHERE} as its longitude. */
final class NodeStore {
  static final int NOWHERE = Integer.MIN_VALUE;

  final long[] ids;
  final int[] lon;
  final int[] lat;
  final byte[] users;
  /** Barriers that open and shut by the hour, by OSM id: few. */
  final Map<Long, Passage.Gate> gates = new HashMap<>();

  private NodeStore(long[] ids, int[] lon, int[] lat, byte[] users) {
    this.ids = ids;
    this.lon = lon;
    this.lat = lat;
    this.users = users;
  }

  /** A store that waits for the places of these nodes. */
  static NodeStore waitingFor(long[] ids) {
    Arrays.parallelSort(ids);
    int n = 0;
    for (int i = 0; i < ids.length; i++) if (i == 0 || ids[i] != ids[i - 1]) ids[n++] = ids[i];
    int[] lon = new int[n];
    byte[] users = new byte[n];
    Arrays.fill(lon, NOWHERE);
    Arrays.fill(users, (byte) RoadUser.ALL);
    return new NodeStore(Arrays.copyOf(ids, n), lon, new int[n], users);
  }

  /** A store of nodes in the order of the file, which is nearly always that of their ids. Of an id that stands twice the last one counts. */
  static NodeStore of(NodeBlock all, Oddities oddities) {
    int[] order = byId(all);
    long[] ids = new long[all.count];
    int[] lon = new int[all.count];
    int[] lat = new int[all.count];
    byte[] users = new byte[all.count];
    int n = 0;
    for (int from : order) {
      if (n > 0 && ids[n - 1] == all.key[from]) {
        n--;
        oddities.count(Oddities.Odd.REPEATED_NODE, "", "node " + all.key[from]);
      }
      ids[n] = all.key[from];
      lon[n] = all.lon[from];
      lat[n] = all.lat[from];
      users[n++] = all.users[from];
    }
    NodeStore store = new NodeStore(Arrays.copyOf(ids, n), Arrays.copyOf(lon, n), Arrays.copyOf(lat, n), Arrays.copyOf(users, n));
    store.gates.putAll(all.gates);
    return store;
  }

  private static int[] byId(NodeBlock all) {
    int[] order = new int[all.count];
    boolean ascending = true;
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
      ascending &= i == 0 || all.key[i - 1] <= all.key[i];
    }
    if (ascending) return order;
    return IntStream.of(order).boxed().sorted(Comparator.comparingLong(i -> all.key[i])).mapToInt(i -> i).toArray();
  }

  int size() {
    return ids.length;
  }

  boolean isSomewhere(int i) {
    return i >= 0 && lon[i] != NOWHERE;
  }

  /** Index of an id, or -1. Looks near {@code hint} first, where the next one mostly is: O(log distance). */
  int find(long id, int hint) {
    int n = ids.length;
    if (n == 0) return -1;
    int low = Math.min(Math.max(hint, 0), n - 1);
    int high = low;
    for (int step = 1; low > 0 && ids[low] > id; step *= 2) {
      high = low;
      low = Math.max(0, low - step);
    }
    for (int step = 1; high < n - 1 && ids[high] < id; step *= 2) {
      low = high;
      high = Math.min(n - 1, high + step);
    }
    int found = Arrays.binarySearch(ids, low, high + 1, id);
    return found < 0 ? -1 : found;
  }
}
