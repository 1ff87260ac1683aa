// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.Arrays;

/** Numbers with the least key first, any number as often as it is added; equal keys by number, so that ways are the same everywhere (Williams 1964). */
final class Heap {
  private long[] key = new long[256];
  private int[] number = new int[256];
  int size;

  void add(long k, int v) {
    if (size == key.length) {
      key = Arrays.copyOf(key, 2 * size);
      number = Arrays.copyOf(number, 2 * size);
    }
    int i = size++;
    for (; i > 0 && before(k, v, (i - 1) / 2); i = (i - 1) / 2) move((i - 1) / 2, i);
    key[i] = k;
    number[i] = v;
  }

  int poll() {
    int least = number[0];
    long k = key[--size];
    int v = number[size];
    int i = 0;
    for (int child = 1; child < size; child = 2 * i + 1) {
      if (child + 1 < size && before(key[child + 1], number[child + 1], child)) child++;
      if (!(key[child] < k || key[child] == k && number[child] < v)) break;
      move(child, i);
      i = child;
    }
    key[i] = k;
    number[i] = v;
    return least;
  }

  private boolean before(long k, int v, int at) {
    return k < key[at] || k == key[at] && v < number[at];
  }

  private void move(int source, int target) {
    key[target] = key[source];
    number[target] = number[source];
  }
}
