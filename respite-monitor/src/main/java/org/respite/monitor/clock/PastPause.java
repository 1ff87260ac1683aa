// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long a pause held.
 *
 * @param conflict those of one conflict are not quite independent; empty where not told
 * @param kind such as humanitarian or holiday; empty where not told
 * @param low hours for which it held at least, 0 or more
 * @param high hours after which it was broken at the latest; {@code low} where it was not broken, or where the moment is known
 * @param began its first day; empty where not told
 * @param broken else it ran out as agreed, was prolonged, or still held when last seen: that is no failure
 */
public record PastPause(String conflict, String kind, Optional<LocalDate> began, double low, double high, boolean broken) {
  public PastPause {
    if (!(low >= 0 && high >= low && high < Double.POSITIVE_INFINITY) || high == 0) throw new IllegalArgumentException("hours must be 0 or more, the later ones above 0 and no fewer, got %s to %s".formatted(low, high));
    if (!broken && high != low) throw new IllegalArgumentException("one that was not broken held for one time, got %s to %s".formatted(low, high));
  }

  /** With nothing known of it but how long it held. */
  public PastPause(double hours, boolean broken) {
    this("", "", Optional.empty(), hours, hours, broken);
  }
}
