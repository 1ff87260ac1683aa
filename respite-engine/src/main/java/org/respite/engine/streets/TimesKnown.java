// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.Arrays;

/**
 * By node, the times of setting out for which a way is known: disjoint stretches in order, those that touch made one, so that a node has as many as
 * it has gaps. Linked lists in columns; both ends of a stretch belong to it.
 */
final class TimesKnown {
  private static final int NONE = -1;

  private final int[] head;
  private long[] from = new long[256];
  private long[] until = new long[256];
  private int[] next = new int[256];
  private int used;
  /** What {@link #gaps} found, two numbers a gap. */
  private long[] gaps = new long[16];

  TimesKnown(int nodes) {
    head = new int[nodes];
    Arrays.fill(head, NONE);
  }

  boolean covers(int node, long first, long last) {
    int s = head[node];
    while (s != NONE && until[s] < first) s = next[s];
    return s != NONE && from[s] <= first && last <= until[s];
  }

  /** What of a stretch is not known: first and last of each gap, in order, in the array that {@link #gap} reads; how many. */
  int gaps(int node, long first, long last) {
    int n = 0;
    long at = first;
    for (int s = head[node]; s != NONE && from[s] <= last; s = next[s]) {
      if (until[s] < at) continue;
      if (from[s] > at) n = put(n, at, from[s] - 1);
      at = until[s] + 1;
    }
    return at <= last ? put(n, at, last) : n;
  }

  long gap(int i) {
    return gaps[i];
  }

  private int put(int n, long first, long last) {
    if (2 * n + 1 >= gaps.length) gaps = Arrays.copyOf(gaps, 2 * gaps.length);
    gaps[2 * n] = first;
    gaps[2 * n + 1] = last;
    return n + 1;
  }

  /** Adds a stretch that is a gap, or part of one. */
  void add(int node, long first, long last) {
    int before = NONE;
    int after = head[node];
    while (after != NONE && until[after] < first) {
      before = after;
      after = next[after];
    }
    boolean touchesBefore = before != NONE && until[before] + 1 == first;
    boolean touchesAfter = after != NONE && from[after] - 1 == last;
    if (touchesBefore && touchesAfter) {
      until[before] = until[after];
      next[before] = next[after];
    } else if (touchesBefore) {
      until[before] = last;
    } else if (touchesAfter) {
      from[after] = first;
    } else {
      int made = make(first, last, after);
      if (before == NONE) head[node] = made;
      else next[before] = made;
    }
  }

  private int make(long first, long last, int after) {
    if (used == from.length) {
      from = Arrays.copyOf(from, 2 * used);
      until = Arrays.copyOf(until, 2 * used);
      next = Arrays.copyOf(next, 2 * used);
    }
    from[used] = first;
    until[used] = last;
    next[used] = after;
    return used++;
  }
}
