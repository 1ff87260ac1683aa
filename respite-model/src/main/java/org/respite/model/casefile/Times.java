// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.respite.model.finding.At;
import org.respite.model.register.Moment;

/** Reads times. A time without its offset is a finding, and so is an offset that the zone did not have then. */
final class Times {
  private Times() {}

  /** A time to the minute with offset, required. {@link Instant#EPOCH} after a finding. */
  static Instant instant(Keys k, String key) {
    String written = k.text(key);
    if (written.isEmpty()) return Instant.EPOCH;
    return exact(k.reading, written, k.at(key)).map(OffsetDateTime::toInstant).orElse(Instant.EPOCH);
  }

  /** A day, a time with offset, or "not stated", required. */
  static Moment moment(Keys k, String key) {
    String written = k.text(key);
    return written.isEmpty() ? new Moment.NotStated() : moment(k.reading, written, k.at(key));
  }

  static Moment moment(Reading reading, String written, At at) {
    if (written.equals(Keys.NOT_STATED)) return new Moment.NotStated();
    if (!written.contains("T")) {
      try {
        return new Moment.Day(LocalDate.parse(written));
      } catch (DateTimeParseException e) {
        notATime(reading, written, at);
        return new Moment.NotStated();
      }
    }
    return exact(reading, written, at).<Moment>map(Moment.Exact::new).orElse(new Moment.NotStated());
  }

  private static java.util.Optional<OffsetDateTime> exact(Reading reading, String written, At at) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(written);
      checkOffset(reading, time, at);
      return java.util.Optional.of(time);
    } catch (DateTimeParseException e) {
      if (isLocal(written)) noOffset(reading, written, at);
      else notATime(reading, written, at);
      return java.util.Optional.empty();
    }
  }

  private static boolean isLocal(String written) {
    try {
      LocalDateTime.parse(written);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static void noOffset(Reading reading, String written, At at) {
    ZoneOffset there = reading.zone().getRules().getOffset(LocalDateTime.parse(written));
    reading.findings.error(
        "time-without-zone", at, "`%s` has no offset".formatted(written), "an hour read in the wrong zone is an hour under fire",
        "write `%s%s` if it is local time in %s".formatted(written, there, reading.zone()));
  }

  private static void notATime(Reading reading, String written, At at) {
    reading.findings.error(
        "not-a-time", at, "`%s` is no date or time".formatted(written), "it cannot be placed",
        "write 2016-10-20T08:00+03:00, or 2016-10-20 where only the day is known, or `not stated`");
  }

  private static void checkOffset(Reading reading, OffsetDateTime time, At at) {
    ZoneOffset there = reading.zone().getRules().getOffset(time.toInstant());
    boolean utc = time.getOffset().equals(ZoneOffset.UTC);
    if (there.equals(time.getOffset()) || utc) return;
    reading.findings.error(
        "offset-not-of-zone", at, "`%s` is written with %s, but %s was at %s then".formatted(time, time.getOffset(), reading.zone(), there),
        "the window would be off by the difference", "check the change of clocks; local time there is %s".formatted(time.withOffsetSameInstant(there)));
  }
}
