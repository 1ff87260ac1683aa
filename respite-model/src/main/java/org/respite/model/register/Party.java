// SPDX-License-Identifier: Apache-2.0
package org.respite.model.register;

import java.util.List;

/** Who can agree to a term, or break it, or speak on it. */
public record Party(String id, Name name, Kind kind, List<Level> levels, String note) {
  public Party {
    levels = List.copyOf(levels);
  }

  /** What a party is to the pause. */
  public enum Kind {
    ARMED_PARTY,
    GOVERNMENT,
    HUMANITARIAN,
    THIRD_STATE,
    LOCAL_COUNCIL,
    OBSERVER;

    /** Without its consent people or goods on a corridor are not safe. */
    public boolean mustConsent() {
      return this == ARMED_PARTY || this == GOVERNMENT;
    }
  }

  /** Command level: an agreement that stops at the capital has not reached the gun. */
  public enum Level {
    CAPITAL,
    SECTOR,
    UNIT,
    NOT_STATED
  }
}
