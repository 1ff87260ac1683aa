// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.respite.model.scenario.Window;

/** Instants in the clock of the place, with its offset: never in the reader's. */
record Clock(ZoneId zone) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  /** ISO 8601 with the local offset, such as {@code 2016-10-20T08:00:00+03:00}. */
  String iso(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at(instant).toOffsetDateTime());
  }

  String time(Instant instant) {
    return TIME.format(at(instant));
  }

  String day(Instant instant) {
    return DAY.format(at(instant));
  }

  String shortDay(Instant instant) {
    return SHORT_DAY.format(at(instant));
  }

  /** Such as "Thu 20 Oct 08:00". */
  String dayAndTime(Instant instant) {
    return shortDay(instant) + " " + time(instant);
  }

  /** Such as "Thu 20 Oct 2016 08:00 to 16:00 (UTC+03:00)", with the second day named where it is another. */
  String interval(Instant from, Instant to) {
    boolean sameDay = at(from).toLocalDate().equals(at(to).toLocalDate());
    String end = sameDay ? time(to) : day(to) + " " + time(to);
    return "%s %s to %s (UTC%s)".formatted(day(from), time(from), end, offset(to));
  }

  String intervals(List<Window.Interval> windows) {
    return String.join("; ", windows.stream().map(w -> interval(w.from(), w.to())).toList());
  }

  private String offset(Instant instant) {
    String id = at(instant).getOffset().getId();
    return id.equals("Z") ? "+00:00" : id;
  }

  ZonedDateTime at(Instant instant) {
    return instant.atZone(zone);
  }
}
