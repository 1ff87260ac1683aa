// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Hours of every week, by the clocks of the place.
 *
 * @param spans in order, none empty, none touching the next
 */
public record WeekHours(List<Span> spans) {
  /** Minutes of a week. */
  public static final int WEEK = 7 * 24 * 60;

  public static final WeekHours ALWAYS = new WeekHours(List.of(new Span(0, WEEK)));

  /**
   * Minutes of the week, 0 being Monday 00:00.
   *
   * @param to exclusive, at most {@link #WEEK}
   */
  public record Span(int from, int to) {}

  public WeekHours {
    spans = List.copyOf(spans);
  }

  /** @param minutes of the week that belong to it */
  public static WeekHours of(BitSet minutes) {
    List<Span> spans = new ArrayList<>();
    for (int from = minutes.nextSetBit(0); from >= 0 && from < WEEK; from = minutes.nextSetBit(Math.min(WEEK, minutes.nextClearBit(from)))) spans.add(new Span(from, Math.min(WEEK, minutes.nextClearBit(from))));
    return new WeekHours(spans);
  }

  /** All other minutes of the week. */
  public WeekHours others() {
    BitSet minutes = new BitSet();
    spans.forEach(s -> minutes.set(s.from, s.to));
    minutes.flip(0, WEEK);
    return of(minutes);
  }

  public boolean holds(int minuteOfWeek) {
    return spans.stream().anyMatch(s -> s.from <= minuteOfWeek && minuteOfWeek < s.to);
  }
}
