// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.util.Arrays;

/** Groups of reports that never hold one source twice. */
final class Clusters {
  /** Log-odds of a pair that was not worth keeping: further apart than a fair chance allows. */
  private static final double UNKEPT = -4;

  private final int[] root;
  /** Chains of members: the one after, and the last of a root's chain; made on first use, because most reports stand alone. */
  private final int[] next;
  private final int[] last;
  private final int[] source;
  private final int[] row;
  private final int[] second;
  private final double[] odds;
  private int size;

  /** @param row where the pairs of each first report begin in {@code second} and {@code odds} */
  Clusters(int[] source, int[] row, int[] second, double[] odds) {
    this.source = source;
    this.row = row;
    this.second = second;
    this.odds = odds;
    size = source.length;
    root = new int[size];
    next = new int[size];
    last = new int[size];
    for (int i = 0; i < size; i++) {
      root[i] = i;
      last[i] = i;
    }
    Arrays.fill(next, -1);
  }

  int size() {
    return size;
  }

  private double oddsOf(int i, int j) {
    int a = Math.min(i, j);
    int at = Arrays.binarySearch(second, row[a], row[a + 1], Math.max(i, j));
    return at < 0 ? UNKEPT : odds[at];
  }

  void join(int a, int b) {
    int ra = root[a];
    int rb = root[b];
    if (ra == rb) return;
    double sum = 0;
    for (int i = ra; i >= 0; i = next[i]) {
      for (int j = rb; j >= 0; j = next[j]) {
        if (source[i] == source[j]) return;
        sum += oddsOf(i, j);
      }
    }
    if (sum <= 0) return;
    int low = Math.min(ra, rb);
    int high = Math.max(ra, rb);
    for (int i = high; i >= 0; i = next[i]) root[i] = low;
    next[last[low]] = high;
    last[low] = last[high];
    size--;
  }

  int[] roots() {
    return root.clone();
  }
}
