// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/** Growing arrays behind {@link FlowProblem.Builder}. */
final class FlowProblemBuilder extends FlowProblem.Builder {
  final int nodes;
  final int horizon;
  int arcs;
  int[] tail = new int[16];
  int[] head = new int[16];
  int[] transit = new int[16];
  int[] capacity = new int[16];
  final int[] storage;
  final boolean[] sink;
  int releases;
  int[] releaseNode = new int[4];
  int[] releaseStep = new int[4];
  long[] releasePeople = new long[4];
  private long people;
  private int windows;
  /** Windows in call order, four ints each: arc, from, to, capacity. */
  private int[] window = new int[16];

  FlowProblemBuilder(int nodes, int horizon) {
    this.nodes = inRange("nodes", -1, nodes, 0, Integer.MAX_VALUE - 8);
    this.horizon = inRange("horizon", -1, horizon, 0, Integer.MAX_VALUE - 8);
    storage = new int[nodes];
    Arrays.fill(storage, FlowProblem.UNLIMITED);
    sink = new boolean[nodes];
  }

  /** What is checked is named by a word and the number of the item it belongs to, none if negative; put together only when it must be told. */
  private static int inRange(String name, int item, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(name + (item < 0 ? "" : item) + " must be in [" + low + ", " + high + "], got " + value);
    }
    return value;
  }

  private int node(String name, int item, int value) {
    return inRange(name, item, value, 0, nodes - 1);
  }

  @Override
  public int arc(int from, int to, int people, int steps) {
    node("tail of arc ", arcs, from);
    node("head of arc ", arcs, to);
    inRange("capacity of arc ", arcs, people, 0, Integer.MAX_VALUE);
    inRange("transit of arc ", arcs, steps, 0, Integer.MAX_VALUE);
    if (arcs == tail.length) {
      int longer = arcs + (arcs >> 1);
      tail = Arrays.copyOf(tail, longer);
      head = Arrays.copyOf(head, longer);
      transit = Arrays.copyOf(transit, longer);
      capacity = Arrays.copyOf(capacity, longer);
    }
    tail[arcs] = from;
    head[arcs] = to;
    capacity[arcs] = people;
    transit[arcs] = steps;
    return arcs++;
  }

  @Override
  public FlowProblem.Builder window(int arc, int from, int to, int people) {
    inRange("arc of window", -1, arc, 0, arcs - 1);
    inRange("from of window on arc ", arc, from, 0, horizon + 1);
    inRange("to of window on arc ", arc, to, from, horizon + 1);
    inRange("capacity of window on arc ", arc, people, 0, Integer.MAX_VALUE);
    if (from == to) return this;
    if (4 * windows == window.length) window = Arrays.copyOf(window, 2 * window.length);
    int at = 4 * windows++;
    window[at] = arc;
    window[at + 1] = from;
    window[at + 2] = to;
    window[at + 3] = people;
    return this;
  }

  @Override
  public FlowProblem.Builder storage(int at, int most) {
    storage[node("node of storage", -1, at)] = inRange("storage of node ", at, most, 0, FlowProblem.UNLIMITED);
    return this;
  }

  @Override
  public FlowProblem.Builder supply(int at, int releaseStep, long count) {
    node("node of supply", -1, at);
    inRange("release step of supply at node ", at, releaseStep, 0, horizon);
    if (count < 0 || count > FlowProblem.MOST_PEOPLE - people) {
      throw new IllegalArgumentException("supply at node " + at + " must be in [0, "
          + (FlowProblem.MOST_PEOPLE - people) + "] (all supplies together at most 2^62), got " + count);
    }
    if (count == 0) return this;
    people += count;
    if (releases == releaseNode.length) {
      releaseNode = Arrays.copyOf(releaseNode, 2 * releases);
      this.releaseStep = Arrays.copyOf(this.releaseStep, 2 * releases);
      releasePeople = Arrays.copyOf(releasePeople, 2 * releases);
    }
    releaseNode[releases] = at;
    this.releaseStep[releases] = releaseStep;
    releasePeople[releases++] = count;
    return this;
  }

  @Override
  public FlowProblem.Builder sink(int at) {
    sink[node("sink", -1, at)] = true;
    return this;
  }

  @Override
  public FlowProblem build() {
    for (int i = 0; i < releases; i++) {
      if (sink[releaseNode[i]]) {
        throw new IllegalArgumentException(
            "node " + releaseNode[i] + " must not be both sink and source, got a supply of " + releasePeople[i]);
      }
    }
    return new FlowProblem(this);
  }

  /** Positions of the releases, by node, then step, then call. */
  int[] releasesInOrder() {
    long[] keys = new long[releases];
    Integer[] order = new Integer[releases];
    for (int i = 0; i < releases; i++) {
      keys[i] = (long) releaseNode[i] << 32 | releaseStep[i];
      order[i] = i;
    }
    Arrays.sort(order, (a, b) -> Long.compare(keys[a], keys[b]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /** Turns overlapping windows into pieces of constant capacity per arc. O(windows of an arc x horizon) at worst. */
  void cutIntoPieces(int[][] pieceFrom, int[][] pieceCapacity) {
    int[] next = new int[windows];
    int[] first = new int[arcs];
    int[] last = new int[arcs];
    Arrays.fill(first, -1);
    for (int i = 0; i < windows; i++) {
      int arc = window[4 * i];
      next[i] = -1;
      if (first[arc] < 0) first[arc] = i;
      else next[last[arc]] = i;
      last[arc] = i;
    }
    int[] row = windows == 0 ? null : new int[horizon + 1];
    for (int arc = 0; arc < arcs; arc++) {
      if (first[arc] < 0) continue;
      Arrays.fill(row, capacity[arc]);
      for (int i = first[arc]; i >= 0; i = next[i]) {
        Arrays.fill(row, window[4 * i + 1], window[4 * i + 2], window[4 * i + 3]);
      }
      compress(row, arc, pieceFrom, pieceCapacity);
    }
  }

  /** Writes the pieces of constant capacity of {@code row} to the arc's places. */
  static void compress(int[] row, int arc, int[][] pieceFrom, int[][] pieceCapacity) {
    int pieces = 1;
    for (int t = 1; t < row.length; t++) if (row[t] != row[t - 1]) pieces++;
    int[] from = new int[pieces];
    int[] amount = new int[pieces];
    amount[0] = row[0];
    int at = 0;
    for (int t = 1; t < row.length; t++) {
      if (row[t] == row[t - 1]) continue;
      from[++at] = t;
      amount[at] = row[t];
    }
    pieceFrom[arc] = from;
    pieceCapacity[arc] = amount;
  }
}
