// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.time.Instant;

/** Somebody who could have seen or heard fire at a place, in {@code [from, to)}. Without one, an hour is not observed. */
public record Observer(String name, String place, Instant from, Instant to) {
  boolean watches(String where, Instant hourStart, Instant hourEnd) {
    boolean here = place.isEmpty() || place.equalsIgnoreCase(where);
    return here && !from.isAfter(hourStart) && !to.isBefore(hourEnd);
  }
}
