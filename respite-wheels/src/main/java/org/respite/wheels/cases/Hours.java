// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.respite.model.daylight.WorkingHours;
import org.respite.model.scenario.Theatre;
import org.respite.model.scenario.Window.Interval;
import org.respite.wheels.problem.Calendar;

/**
 * A question's windows in seconds from the beginning of the plan, and the stretches of each in which vehicles move.
 *
 * @param openings in order
 */
record Hours(Instant begins, List<Opening> openings) {
  /** @param lead seconds before the first window at which the plan begins */
  static Hours of(List<Opening> openings, int lead) {
    List<Opening> ordered = openings.stream().sorted(java.util.Comparator.comparing(o -> o.interval().from())).toList();
    return new Hours(ordered.getFirst().interval().from().minusSeconds(lead), ordered);
  }

  List<Interval> windows() {
    return openings.stream().map(Opening::interval).toList();
  }

  /** Four years: whatever takes longer never ends within a window, and a trip's sum still fits an int. */
  static final int LONGEST_S = Calendar.NEVER / 16;

  static int seconds(double minutes) {
    return (int) Math.min(LONGEST_S, Math.round(minutes * 60));
  }

  /** Servers are whole; what is said to be there at all is at least one. */
  static int count(double servers) {
    return servers <= 0 ? 0 : (int) Math.max(1, Math.round(servers));
  }

  int second(Instant at) {
    return Math.toIntExact(Duration.between(begins, at).toSeconds());
  }

  List<Integer> opens() {
    return windows().stream().map(w -> second(w.from())).toList();
  }

  List<Integer> closes() {
    return windows().stream().map(w -> second(w.to())).toList();
  }

  /** All of a window. */
  Calendar whole(int window) {
    return Calendar.of(second(windows().get(window).from()), second(windows().get(window).to()));
  }

  /** When crews work and vehicles move in a window. */
  Calendar working(int window, Theatre theatre, boolean daylightOnly, double longestDay) {
    List<Integer> bounds = new ArrayList<>();
    for (Interval i : WorkingHours.in(windows().get(window), theatre, daylightOnly, longestDay)) bounds.addAll(List.of(second(i.from()), second(i.to())));
    return Calendar.of(bounds.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The moment at which {@code seconds} of open time have passed; behind the calendar's end, by what is missing, where it holds fewer. */
  static int after(Calendar open, int seconds) {
    int left = seconds;
    for (int i = 0; i < open.count(); i++) {
      int length = open.to(i) - open.from(i);
      if (left < length) return open.from(i) + left;
      left -= length;
    }
    return open.end() + left;
  }
}
