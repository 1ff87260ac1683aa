// SPDX-License-Identifier: Apache-2.0
package org.respite.model.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;

/** When something was said or happened, no more precise than it is known. */
public sealed interface Moment {
  /** Nobody stated when. */
  record NotStated() implements Moment {}

  /** Known to the day. */
  record Day(LocalDate day) implements Moment {}

  /** Known to the minute, with the offset that was written. */
  record Exact(OffsetDateTime time) implements Moment {
    public Exact {
      Objects.requireNonNull(time);
    }

    public Instant instant() {
      return time.toInstant();
    }
  }

  /** The local day; {@code null} where not stated. */
  default LocalDate dayIn(ZoneId zone) {
    return switch (this) {
      case NotStated() -> null;
      case Day(LocalDate day) -> day;
      case Exact(OffsetDateTime time) -> time.atZoneSameInstant(zone).toLocalDate();
    };
  }

  /** As a person reads it: a day, a time with offset, or "not stated". */
  default String print() {
    return switch (this) {
      case NotStated() -> "not stated";
      case Day(LocalDate day) -> day.toString();
      case Exact(OffsetDateTime time) -> time.toString();
    };
  }
}
