// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.util.Arrays;

/** Growing columns of pairs. */
final class Pairs {
  /** First and second report, 24 bits each, then the pattern: sorted as they stand they are in order of the reports. */
  private long[] keys = new long[64];
  private int size;

  /** Pairs come by one report after the other, with the others' places on both sides. */
  void add(int i, int j, int p) {
    if (size == keys.length) keys = Arrays.copyOf(keys, 2 * size);
    keys[size++] = (long) i << 40 | (long) j << 16 | p;
  }

  void sort() {
    Arrays.sort(keys, 0, size);
  }

  int[] first() {
    return column(40);
  }

  int[] second() {
    return column(16);
  }

  private int[] column(int shift) {
    int[] column = new int[size];
    for (int k = 0; k < size; k++) column[k] = (int) (keys[k] >>> shift & 0xFFFFFF);
    return column;
  }

  /** Those between reports that have a new place, which keep their order. */
  Pairs moved(int[] place) {
    var moved = new Pairs();
    for (int k = 0; k < size; k++) {
      int i = place[(int) (keys[k] >>> 40)];
      int j = place[(int) (keys[k] >>> 16 & 0xFFFFFF)];
      if (i >= 0 && j >= 0) moved.add(i, j, (int) (keys[k] & 0xFFFF));
    }
    return moved;
  }

  /** Those of reports of which all from {@code at} on have moved up by one. */
  Pairs shifted(int at) {
    var moved = new Pairs();
    moved.keys = new long[size + size / 8 + 64];
    moved.size = size;
    long first = (long) at << 40;
    for (int k = 0; k < size; k++) {
      long key = keys[k];
      moved.keys[k] = key + (key >= first ? 1L << 40 : 0) + ((key >>> 16 & 0xFFFFFF) >= at ? 1L << 16 : 0);
    }
    return moved;
  }

  /** By pair, the value of its pattern. */
  double[] ofPattern(double[] byPattern) {
    double[] values = new double[size];
    for (int k = 0; k < size; k++) values[k] = byPattern[(int) (keys[k] & 0xFFFF)];
    return values;
  }
}
