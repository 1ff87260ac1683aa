// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When something is open: half-open intervals {@code [from, to)} in seconds from the problem's beginning, in order, none empty, none
 * touching. What is begun in an interval must end in it: no work is carried over a night.
 */
public final class Calendar {
  /** No such time. */
  public static final int NEVER = Integer.MAX_VALUE;

  /** Open from the beginning of the problem, for 68 years. */
  public static final Calendar ALWAYS = of(0, NEVER - 1);

  private final int[] from;
  private final int[] to;

  private Calendar(int[] from, int[] to) {
    this.from = from;
    this.to = to;
  }

  /** @param bounds from and to in turn, in any order of intervals; overlapping and touching ones become one */
  public static Calendar of(int... bounds) {
    List<int[]> all = new ArrayList<>();
    for (int i = 0; i + 1 < bounds.length; i += 2) if (bounds[i] < bounds[i + 1]) all.add(new int[] {bounds[i], bounds[i + 1]});
    all.sort((a, b) -> Integer.compare(a[0], b[0]));
    List<int[]> joined = new ArrayList<>();
    for (int[] next : all) {
      if (!joined.isEmpty() && next[0] <= joined.getLast()[1]) joined.getLast()[1] = Math.max(joined.getLast()[1], next[1]);
      else joined.add(next);
    }
    return new Calendar(joined.stream().mapToInt(i -> i[0]).toArray(), joined.stream().mapToInt(i -> i[1]).toArray());
  }

  public int count() {
    return from.length;
  }

  public int from(int i) {
    return from[i];
  }

  public int to(int i) {
    return to[i];
  }

  public boolean isEmpty() {
    return from.length == 0;
  }

  /** The end of the last interval; 0 where none is open. */
  public int end() {
    return isEmpty() ? 0 : to[to.length - 1];
  }

  /** The first start at or after {@code t} of {@code seconds} of work; {@link #NEVER} if none fits. */
  public int fit(int t, int seconds) {
    int i = Arrays.binarySearch(to, t);
    i = i >= 0 ? i + 1 : -i - 1;
    for (; i < from.length; i++) {
      int start = Math.max(t, from[i]);
      if (start + (long) seconds <= to[i]) return start;
    }
    return NEVER;
  }

  /** The last start of {@code seconds} of work that ends by {@code limit}; -1 if there is none. */
  public int latest(int limit, int seconds) {
    for (int i = from.length - 1; i >= 0; i--) {
      int start = Math.min(to[i], limit) - seconds;
      if (start >= from[i]) return start;
    }
    return -1;
  }

  /** Open seconds in all. */
  public long seconds() {
    long sum = 0;
    for (int i = 0; i < from.length; i++) sum += to[i] - from[i];
    return sum;
  }

  public Calendar and(Calendar other) {
    List<Integer> bounds = new ArrayList<>();
    for (int i = 0; i < from.length; i++) {
      for (int j = 0; j < other.from.length; j++) {
        int a = Math.max(from[i], other.from[j]);
        int b = Math.min(to[i], other.to[j]);
        if (a < b) bounds.addAll(List.of(a, b));
      }
    }
    return of(bounds.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Shut before {@code t}. */
  public Calendar notBefore(int t) {
    return t <= 0 ? this : and(of(t, NEVER - 1));
  }
}
