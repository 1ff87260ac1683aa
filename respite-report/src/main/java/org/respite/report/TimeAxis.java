// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.respite.model.scenario.Window;

/** The hours of a plan along a drawing's foot, with the windows shaded and days named. */
record TimeAxis(Clock clock, Instant begins, Instant ends, double from, double to) {
  private static final int[] HOURS = {1, 2, 3, 6, 12, 24, 48};
  private static final int TICKS = 13;

  double at(Instant instant) {
    return from + (to - from) * Duration.between(begins, instant).toSeconds() / Math.max(1.0, Duration.between(begins, ends).toSeconds());
  }

  /** Shades the windows and names hours and days; {@code bottom} is the foot of the plot. */
  void draw(Svg svg, List<Window.Interval> windows, double top, double bottom) {
    for (Window.Interval w : windows) svg.rect("open", at(w.from()), top, at(w.to()) - at(w.from()), bottom - top);
    svg.line("axis", from, bottom, to, bottom);
    String day = "";
    for (Instant tick : ticks()) {
      double x = at(tick);
      svg.line("axis", x, bottom, x, bottom + 4).label("tick mid", x, bottom + 17, clock.time(tick));
      String today = clock.shortDay(tick);
      if (!today.equals(day)) svg.label(x < from + 20 ? "tick strong" : "tick strong mid", x < from + 20 ? x - 14 : x, bottom + 31, today);
      day = today;
    }
  }

  private List<Instant> ticks() {
    long hours = Math.max(1, Duration.between(begins, ends).toHours());
    int step = HOURS[HOURS.length - 1];
    for (int i = HOURS.length - 1; i >= 0; i--) if (hours / HOURS[i] <= TICKS) step = HOURS[i];
    List<Instant> ticks = new ArrayList<>();
    ZonedDateTime t = clock.at(begins).truncatedTo(ChronoUnit.HOURS);
    while (t.toInstant().isBefore(begins) || t.getHour() % Math.min(step, 24) != 0 && step > 2) t = t.plusHours(1);
    for (; !t.toInstant().isAfter(ends); t = t.plusHours(step)) ticks.add(t.toInstant());
    return ticks;
  }
}
