// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Option;
import org.respite.model.scenario.Window.Interval;

/**
 * An option's windows on a grid of minutes. Step 0 begins with the first window; a person counts as out at step {@code t} if
 * out by the end of that minute, and the last step is the last minute before the last window ends.
 *
 * @param open the intervals, in order, none empty
 */
public record Timeline(Instant begins, List<Open> open) {
  /**
   * One interval on the grid, half-open {@code [from, to)} in steps.
   *
   * @param window id of the window that it belongs to
   */
  public record Open(String window, Interval interval, int from, int to) {
    public int minutes() {
      return to - from;
    }
  }

  public Timeline {
    open = List.copyOf(open);
  }

  public static Timeline of(Case c, Option option) {
    List<Named> all = new ArrayList<>();
    for (String id : option.windows()) for (Interval i : c.getWindow(id).intervals()) all.add(new Named(id, i));
    return of(all);
  }

  private record Named(String window, Interval interval) {}

  /** Seconds are cut off: a window that begins at 08:00:30 is used from 08:01, one that ends at 16:00:30 until 16:00. */
  private static Timeline of(List<Named> intervals) {
    List<Named> ordered = intervals.stream().sorted(Comparator.comparing(n -> n.interval.from())).toList();
    Instant begins = ordered.getFirst().interval.from();
    List<Open> open = new ArrayList<>();
    for (Named n : ordered) {
      int from = (int) Math.ceilDiv(Duration.between(begins, n.interval.from()).toSeconds(), 60L);
      int to = (int) Duration.between(begins, n.interval.to()).toMinutes();
      if (from < to) open.add(new Open(n.window, n.interval, from, to));
    }
    return new Timeline(begins, open);
  }

  /** The last step: the last minute of the last window. */
  public int horizon() {
    return open.getLast().to() - 1;
  }

  public double hours() {
    return open.stream().mapToInt(Open::minutes).sum() / 60.0;
  }

  public Instant instantOf(int step) {
    return begins.plus(Duration.ofMinutes(step));
  }

  /** The same with the last window ending {@code minutes} later. */
  public Timeline extendedBy(int minutes) {
    List<Named> longer = new ArrayList<>(open.stream().map(o -> new Named(o.window, o.interval)).toList());
    Named last = longer.removeLast();
    longer.add(new Named(last.window, new Interval(last.interval.from(), last.interval.to().plus(Duration.ofMinutes(minutes)))));
    return of(longer);
  }
}
