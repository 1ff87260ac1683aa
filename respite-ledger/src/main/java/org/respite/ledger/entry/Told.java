// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Value;
import org.respite.model.register.Moment;

/**
 * A time as somebody told it: never more precise than it was, with its zone and with the words used.
 *
 * @param zone IANA zone in which it was meant; empty where the ledger's own zone is meant
 * @param asSaid the words, such as "on Thursday morning"; empty where not kept
 */
public record Told(Moment at, String zone, String asSaid) {
  public static final String NOT_STATED = "not stated";
  public static final Told UNTOLD = new Told(new Moment.NotStated(), "", "");

  /** A time without words. */
  public static Told of(Moment at) {
    return new Told(at, "", "");
  }

  public boolean stated() {
    return !(at instanceof Moment.NotStated);
  }

  public boolean dayOnly() {
    return at instanceof Moment.Day;
  }

  /**
   * The first instant that the words allow: a day counts from its midnight in the zone meant. Empty where nobody stated a time.
   *
   * @param usual the ledger's zone
   */
  public Optional<Instant> earliest(ZoneId usual) {
    return switch (at) {
      case Moment.NotStated() -> Optional.empty();
      case Moment.Day(LocalDate day) -> Optional.of(day.atStartOfDay(zone.isEmpty() ? usual : ZoneId.of(zone)).toInstant());
      case Moment.Exact(OffsetDateTime time) -> Optional.of(time.toInstant());
    };
  }

  public Value.Fields fields() {
    return Value.Fields.with().text("at", at.print()).text("zone", zone).text("as_said", asSaid).done();
  }

  /** Reads {@code key}: an object with {@code at}, or just the time as text. Absent means {@link #UNTOLD}. */
  static Told read(Asked in, String key) {
    if (in.find(key).orElse(null) instanceof Value.Text(String written)) return of(moment(in, key, written));
    return in.one(key, Told::read).orElse(UNTOLD);
  }

  private static Told read(Asked in) {
    Moment at = moment(in, "at", in.text("at"));
    String zone = in.textOr("zone", "");
    if (!zone.isEmpty()) checkZone(in, zone, at);
    return new Told(at, zone, in.textOr("as_said", ""));
  }

  private static void checkZone(Asked in, String zone, Moment at) {
    try {
      ZoneId there = ZoneId.of(zone);
      if (!(at instanceof Moment.Exact(OffsetDateTime time)) || time.getOffset().equals(ZoneOffset.UTC)) return;
      ZoneOffset right = there.getRules().getOffset(time.toInstant());
      if (!right.equals(time.getOffset())) in.fault("at", "`%s` has offset %s, but %s was at %s then".formatted(time, time.getOffset(), zone, right), "check the change of clocks");
    } catch (DateTimeException e) {
      in.fault("zone", "`%s` is no zone known here".formatted(zone), "write an IANA zone such as Asia/Damascus");
    }
  }

  private static Moment moment(Asked in, String key, String written) {
    try {
      return parse(written);
    } catch (DateTimeParseException e) {
      boolean local = isLocal(written);
      in.fault(key, local ? "`%s` has no offset".formatted(written) : "`%s` is no date or time".formatted(written), "write 2016-10-20T08:00+03:00, or 2016-10-20 where only the day is known, or `not stated`");
      return new Moment.NotStated();
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

  /** A day, a time with offset, or "not stated"; throws {@link DateTimeParseException} for anything else. */
  public static Moment parse(String written) {
    if (written.equals(NOT_STATED) || written.isEmpty()) return new Moment.NotStated();
    return written.contains("T") ? new Moment.Exact(OffsetDateTime.parse(written)) : new Moment.Day(LocalDate.parse(written));
  }
}
