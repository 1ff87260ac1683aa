// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.Arrays;
import java.util.BitSet;

/**
 * When arcs can be entered and what they cost then, for people of one pace, on streets that change by the hour. Times are millimetres walked since
 * minute 0 at that pace, so that costs and times add up. Nobody is on an arc while it is shut; whoever is on one while its pace changes
 * takes the longer of the two times for the whole of it.
 */
final class Hours {
  /** After every change. */
  static final long FOREVER = Long.MAX_VALUE / 4;

  private static final int FIELDS = 3;

  private final long[] begins;
  private final Ways.Cost[] costs;
  /** By arc: what it costs at all times, or {@link Ways#NEVER}; and the entries of those that change, else null. */
  private final long[] steady;
  private final long[][] entries;

  /**
   * @param mmPerMinute pace on plain street
   * @param plain what arcs cost unharmed
   */
  Hours(Condition condition, int arcs, double mmPerMinute, Ways.Cost plain) {
    begins = condition.phases().stream().mapToLong(p -> (long) Math.ceil(p.from() * mmPerMinute)).toArray();
    costs = condition.phases().stream().map(p -> (Ways.Cost) arc -> p.cost(arc >> 1, plain.of(arc))).toArray(Ways.Cost[]::new);
    steady = new long[arcs];
    entries = new long[arcs][];
    BitSet changing = condition.changing();
    for (int arc = 0; arc < arcs; arc++) {
      steady[arc] = changing.get(arc >> 1) ? Ways.NEVER : costs[0].of(arc);
      if (changing.get(arc >> 1)) entries[arc] = byPhase(arc);
    }
  }

  boolean changes(int arc) {
    return entries[arc] != null;
  }

  /** What an arc that does not change costs; {@link Ways#NEVER} where it is shut. */
  long steady(int arc) {
    return steady[arc];
  }

  /** Three numbers for each way to use an arc: first and last time of entering it, both inclusive, and the cost then. */
  long[] entries(int arc) {
    if (entries[arc] != null) return entries[arc];
    return steady[arc] == Ways.NEVER ? new long[0] : new long[] {0, FOREVER, steady[arc]};
  }

  private long ends(int phase) {
    return phase + 1 < begins.length ? begins[phase + 1] : FOREVER;
  }

  private long[] byPhase(int arc) {
    long[] all = new long[2 * FIELDS * begins.length];
    int n = 0;
    for (int p = 0; p < begins.length; p++) {
      long cost = costs[p].of(arc);
      if (cost == Ways.NEVER) continue;
      long within = ends(p) == FOREVER ? FOREVER : ends(p) - cost;
      if (within >= begins[p]) n = put(all, n, begins[p], within, cost);
      if (within < FOREVER) n = across(arc, p, all, n);
    }
    return Arrays.copyOf(all, n);
  }

  /** Those who enter in one phase and are still there when it ends. */
  private int across(int arc, int phase, long[] all, int n) {
    long first = Math.max(begins[phase], ends(phase) - costs[phase].of(arc) + 1);
    long last = ends(phase) - 1;
    long cost = costs[phase].of(arc);
    for (int p = phase; ends(p) < FOREVER && last + cost > ends(p); p++) {
      long then = costs[p + 1].of(arc);
      if (then == Ways.NEVER) {
        last = Math.min(last, ends(p) - cost);
        break;
      }
      cost = Math.max(cost, then);
    }
    return first <= last ? put(all, n, first, last, cost) : n;
  }

  private static int put(long[] all, int n, long first, long last, long cost) {
    if (n > 0 && all[n - 2] + 1 == first && all[n - 1] == cost) {
      all[n - 2] = last;
      return n;
    }
    all[n] = first;
    all[n + 1] = last;
    all[n + 2] = cost;
    return n + FIELDS;
  }
}
