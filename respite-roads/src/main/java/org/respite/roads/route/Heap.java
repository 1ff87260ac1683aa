// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.route;

import java.util.Arrays;

/** A binary heap of numbered things by their key, smallest first, ties by number, with keys that may fall (Williams 1964). Allocated once. */
final class Heap {
  private final int[] heap;
  private final double[] keys;
  private final int[] at;
  private int size;

  Heap(int things) {
    heap = new int[things];
    keys = new double[things];
    at = new int[things];
    Arrays.fill(at, -1);
  }

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    for (int i = 0; i < size; i++) at[heap[i]] = -1;
    size = 0;
  }

  /** Adds a thing, or lowers its key. O(log n). */
  void put(int thing, double key) {
    keys[thing] = key;
    if (at[thing] < 0) {
      at[thing] = size;
      heap[size++] = thing;
    }
    up(at[thing]);
  }

  /** Takes the smallest away. O(log n). */
  int remove() {
    int smallest = heap[0];
    at[smallest] = -1;
    int last = heap[--size];
    if (size > 0) {
      heap[0] = last;
      at[last] = 0;
      down(0);
    }
    return smallest;
  }

  private boolean before(int a, int b) {
    return keys[a] < keys[b] || keys[a] == keys[b] && a < b;
  }

  private void up(int from) {
    int i = from;
    int thing = heap[i];
    while (i > 0 && before(thing, heap[(i - 1) >>> 1])) {
      heap[i] = heap[(i - 1) >>> 1];
      at[heap[i]] = i;
      i = (i - 1) >>> 1;
    }
    heap[i] = thing;
    at[thing] = i;
  }

  private void down(int from) {
    int i = from;
    int thing = heap[i];
    for (int child = 2 * i + 1; child < size; child = 2 * i + 1) {
      if (child + 1 < size && before(heap[child + 1], heap[child])) child++;
      if (!before(heap[child], thing)) break;
      heap[i] = heap[child];
      at[heap[i]] = i;
      i = child;
    }
    heap[i] = thing;
    at[thing] = i;
  }
}
