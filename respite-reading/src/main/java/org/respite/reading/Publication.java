// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a document appeared.
 *
 * @param date day of publication; empty leaves every relative date unresolved
 * @param basis "given", "found: ..." or "not stated"
 */
public record Publication(Optional<LocalDate> date, String basis) {
  public static Publication given(LocalDate date) {
    return new Publication(Optional.of(date), "given");
  }

  public static Publication unknown() {
    return new Publication(Optional.empty(), Speaker.NOT_STATED);
  }
}
