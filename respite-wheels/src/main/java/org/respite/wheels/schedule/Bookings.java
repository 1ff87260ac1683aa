// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.schedule;

import java.util.Arrays;
import java.util.List;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;

/**
 * Of a stock, which pieces are taken: a piece that is there at a moment is there later too, so whoever comes takes the latest that is there, and
 * the others stay as early as can be. When each server is taken: sorted, disjoint intervals per server. O(log n + intervals passed) to find a gap, O(n) to book one.
 */
final class Bookings {
  private final int[][][] from;
  private final int[][][] to;
  private final int[][] count;

  /** When each piece of a stock is there, and whether it is taken; null for servers. */
  private final int[][] stock;
  private final boolean[][] gone;

  Bookings(List<Problem.Servers> servers) {
    from = new int[servers.size()][][];
    to = new int[servers.size()][][];
    count = new int[servers.size()][];
    stock = new int[servers.size()][];
    gone = new boolean[servers.size()][];
    for (int r = 0; r < from.length; r++) {
      if (servers.get(r).isStock()) {
        stock[r] = servers.get(r).stock().stream().mapToInt(Integer::intValue).toArray();
        gone[r] = new boolean[stock[r].length];
        continue;
      }
      from[r] = new int[servers.get(r).count()][16];
      to[r] = new int[servers.get(r).count()][16];
      count[r] = new int[servers.get(r).count()];
    }
  }

  void clear() {
    for (int[] c : count) if (c != null) Arrays.fill(c, 0);
    for (boolean[] g : gone) if (g != null) Arrays.fill(g, false);
  }

  /** The first moment at or after {@code t} at which a stage that lasts {@code seconds} there finds its server, or its pieces of a stock. */
  int fit(Stage stage, int t) {
    if (stock[stage.resource()] == null) return fit(stage.resource(), t, stage.occupies());
    int wanted = stage.takes();
    for (int i = 0; i < stock[stage.resource()].length; i++) {
      if (!gone[stage.resource()][i] && --wanted == 0) return Math.max(t, stock[stage.resource()][i]);
    }
    return Calendar.NEVER;
  }

  void book(Stage stage, int start) {
    int r = stage.resource();
    if (stock[r] == null) {
      book(r, start, stage.occupies());
      return;
    }
    int wanted = stage.takes();
    for (int i = stock[r].length - 1; i >= 0 && wanted > 0; i--) {
      if (gone[r][i] || stock[r][i] > start) continue;
      gone[r][i] = true;
      wanted--;
    }
    if (wanted > 0) throw new IllegalStateException("%d pieces of stock %d are missing at %d".formatted(wanted, r, start));
  }

  /** The first start at or after {@code t} at which one server is free for {@code seconds}; never where there is no server. */
  private int fit(int resource, int t, int seconds) {
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
  private void book(int resource, int start, int seconds) {
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
