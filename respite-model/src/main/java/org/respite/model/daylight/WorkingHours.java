// SPDX-License-Identifier: Apache-2.0
package org.respite.model.daylight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.respite.model.scenario.Theatre;
import org.respite.model.scenario.Window.Interval;

/** When crews work inside a window: by daylight where the case says so, at most a working day per local day. */
public final class WorkingHours {
  private WorkingHours() {}

  /**
   * The working stretches of a window, in order.
   *
   * @param daylightOnly sunrise to sunset over the theatre's centre
   * @param longestDay working hours in one local day, above 0
   */
  public static List<Interval> in(Interval window, Theatre theatre, boolean daylightOnly, double longestDay) {
    ZoneId zone = theatre.zone();
    List<Interval> stretches = new ArrayList<>();
    LocalDate last = window.to().atZone(zone).toLocalDate();
    for (LocalDate day = window.from().atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
      stretch(window, theatre, daylightOnly, longestDay, day).ifPresent(stretches::add);
    }
    return stretches;
  }

  private static Optional<Interval> stretch(Interval window, Theatre theatre, boolean daylightOnly, double longestDay, LocalDate day) {
    Instant from = day.atStartOfDay(theatre.zone()).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(theatre.zone()).toInstant();
    if (daylightOnly) {
      Optional<Sun.Up> sun = Sun.on(day, theatre.centre());
      if (sun.isEmpty()) return Optional.empty();
      from = sun.get().rise();
      to = sun.get().set();
    }
    from = later(from, window.from());
    to = earlier(to, window.to());
    to = earlier(to, from.plus(Duration.ofSeconds(Math.round(longestDay * 3_600))));
    return from.isBefore(to) ? Optional.of(new Interval(from, to)) : Optional.empty();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
