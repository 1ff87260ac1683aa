// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import java.time.LocalDate;
import java.util.Optional;

/** A pause somebody announced: its first day and, where one was named, the first day after it. */
public record Announcement(LocalDate from, Optional<LocalDate> until) {
  public Announcement {
    if (until.isPresent() && !until.get().isAfter(from)) {
      throw new IllegalArgumentException("a pause must end after it begins, got " + from + " to " + until.get());
    }
  }
}
