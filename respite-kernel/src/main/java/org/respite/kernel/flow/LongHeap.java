// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/** A binary heap of longs, least first. */
final class LongHeap {
  private long[] item = new long[64];
  private int size;

  int size() {
    return size;
  }

  void add(long value) {
    if (size == item.length) item = Arrays.copyOf(item, 2 * size);
    int at = size++;
    while (at > 0 && item[(at - 1) >>> 1] > value) {
      item[at] = item[(at - 1) >>> 1];
      at = (at - 1) >>> 1;
    }
    item[at] = value;
  }

  long poll() {
    long least = item[0];
    long value = item[--size];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && item[child + 1] < item[child]) child++;
      if (item[child] >= value) break;
      item[at] = item[child];
      at = child;
    }
    item[at] = value;
    return least;
  }
}
