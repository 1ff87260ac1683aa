// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Points in time as reports write them: with a zone, or in the zone that was named for the whole file. */
public final class Times {
  private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?");

  private Times() {}

  /** A time with its own zone; without one, read in {@code zone} where that is given; else empty. */
  public static Optional<Instant> parse(String cell, Optional<ZoneId> zone) {
    String text = cell.replace(' ', 'T');
    try {
      if (DATED.matcher(cell).matches()) return zone.map(z -> LocalDateTime.parse(text).atZone(z).toInstant());
      String padded = text.matches(".*[+-]\\d{2}$") ? text + ":00" : text.replaceAll("([+-]\\d{2})(\\d{2})$", "$1:$2");
      return Optional.of(OffsetDateTime.parse(padded).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // the caller reports the cell
    }
  }

  /** How often the clocks of that zone showed a time that names no zone: once, or 0 or 2 where they were changed. 1 for a time with its zone. */
  static int readings(String cell, ZoneId zone) {
    if (!DATED.matcher(cell).matches()) return 1;
    return zone.getRules().getValidOffsets(LocalDateTime.parse(cell.replace(' ', 'T'))).size();
  }

  /** Whether the cell is a time that only lacks its zone. */
  static boolean lacksZone(String cell) {
    return DATED.matcher(cell).matches();
  }
}
