// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.respite.model.register.Moment;

/**
 * A halt for humanitarian ends as one side or several announced it. The kind is stored, never inferred from the word used.
 *
 * @param haltFrom when fire was to stop, where that was said apart from the windows
 */
public record Pause(
    String id, String title, Kind kind, String announcedBy, Moment announcedAt, String statement, String source, Optional<Instant> haltFrom,
    List<Window> windows) {
  public Pause {
    windows = List.copyOf(windows);
  }

  /** Kinds of arrangement (practice: loosely used words, so the terms are kept apart from the name). */
  public enum Kind {
    HUMANITARIAN_PAUSE,
    DAYS_OF_TRANQUILITY,
    LOCAL_TRUCE,
    CEASEFIRE,
    WINDOW_OF_SILENCE
  }
}
