// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.schedule;

import java.util.Arrays;
import java.util.List;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Problem;

/**
 * When each server is taken: sorted, disjoint intervals per server. O(log n + intervals passed) to find a gap, O(n) to book one.
 */
final class Bookings {
  private final int[][][] from;
  private final int[][][] to;
  private final int[][] count;

  Bookings(List<Problem.Servers> servers) {
    from = new int[servers.size()][][];
    to = new int[servers.size()][][];
    count = new int[servers.size()][];
    for (int r = 0; r < from.length; r++) {
      from[r] = new int[servers.get(r).count()][16];
      to[r] = new int[servers.get(r).count()][16];
      count[r] = new int[servers.get(r).count()];
    }
  }

  void clear() {
    for (int[] c : count) Arrays.fill(c, 0);
  }

  /** The first start at or after {@code t} at which one server is free for {@code seconds}; never where there is no server. */
  int fit(int resource, int t, int seconds) {
    int best = Calendar.NEVER;
    for (int s = 0; s < count[resource].length; s++) {
      best = Math.min(best, fit(resource, s, t, seconds));
      if (best == t) return t;
    }
    return best;
  }

  private int fit(int r, int s, int t, int seconds) {
    int[] f = from[r][s];
    int[] e = to[r][s];
    int n = count[r][s];
    int i = Arrays.binarySearch(e, 0, n, t);
    i = i >= 0 ? i + 1 : -i - 1;
    int start = t;
    for (; i < n && f[i] < start + (long) seconds; i++) start = e[i];
    return start;
  }

  /** Takes a server that is free then; the one whose gap is tightest in front, so that long gaps stay long. */
  void book(int resource, int start, int seconds) {
    int best = -1;
    int idle = Integer.MAX_VALUE;
    for (int s = 0; s < count[resource].length; s++) {
      if (fit(resource, s, start, seconds) != start) continue;
      int i = position(resource, s, start);
      int before = i == 0 ? start : start - to[resource][s][i - 1];
      if (before < idle) {
        idle = before;
        best = s;
      }
    }
    if (best < 0) throw new IllegalStateException("no server of %d is free at %d for %d".formatted(resource, start, seconds));
    insert(resource, best, start, start + seconds);
  }

  private int position(int r, int s, int start) {
    int i = Arrays.binarySearch(from[r][s], 0, count[r][s], start);
    return i >= 0 ? i : -i - 1;
  }

  private void insert(int r, int s, int start, int end) {
    int n = count[r][s]++;
    if (n == from[r][s].length) {
      from[r][s] = Arrays.copyOf(from[r][s], 2 * n);
      to[r][s] = Arrays.copyOf(to[r][s], 2 * n);
    }
    int i = Arrays.binarySearch(from[r][s], 0, n, start);
    i = i >= 0 ? i : -i - 1;
    System.arraycopy(from[r][s], i, from[r][s], i + 1, n - i);
    System.arraycopy(to[r][s], i, to[r][s], i + 1, n - i);
    from[r][s][i] = start;
    to[r][s][i] = end;
  }
}
