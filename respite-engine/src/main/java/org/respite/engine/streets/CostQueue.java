// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.Arrays;

/**
 * Numbers with their costs, least cost first, equal costs in the order in which they were added. No cost may be added that is less than the last one
 * taken: a radix heap (Ahuja, Mehlhorn, Orlin and Tarjan 1990). Taking one costs O(1) but for the moves of each from bucket to bucket, at most one
 * for each bit.
 */
final class CostQueue {
  /** Bucket b holds costs that differ from the last one taken in bit b - 1 and no higher; bucket 0 those equal to it. */
  private static final int BUCKETS = 64;

  private final long[][] cost = new long[BUCKETS][16];
  private final int[][] number = new int[BUCKETS][16];
  private final int[] filled = new int[BUCKETS];
  /** How many of bucket 0 are taken. */
  private int taken;
  private long last;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void add(long c, int n) {
    if (c < last) throw new IllegalArgumentException("cost must be at least %d, got %d".formatted(last, c));
    put(c, n);
    size++;
  }

  /** Takes the next number away. */
  int take() {
    if (taken == filled[0]) refill();
    size--;
    return number[0][taken++];
  }

  private void put(long c, int n) {
    int b = Long.SIZE - Long.numberOfLeadingZeros(c ^ last);
    int at = filled[b]++;
    if (at == cost[b].length) {
      cost[b] = Arrays.copyOf(cost[b], 2 * at);
      number[b] = Arrays.copyOf(number[b], 2 * at);
    }
    cost[b][at] = c;
    number[b][at] = n;
  }

  /** Moves the bucket of the least costs down: its least one becomes the last one taken. */
  private void refill() {
    filled[0] = 0;
    taken = 0;
    int b = 1;
    while (filled[b] == 0) b++;
    long[] costs = cost[b];
    int[] numbers = number[b];
    int n = filled[b];
    last = costs[0];
    for (int i = 1; i < n; i++) last = Math.min(last, costs[i]);
    filled[b] = 0;
    for (int i = 0; i < n; i++) put(costs[i], numbers[i]);
  }
}
