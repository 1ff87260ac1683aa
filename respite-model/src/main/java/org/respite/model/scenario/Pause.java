// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.List;
import org.respite.model.register.Moment;

/** A halt for humanitarian ends as one side or several announced it. The kind is stored, never inferred from the word used. */
public record Pause(
    String id, String title, Kind kind, String announcedBy, Moment announcedAt, String statement, String source, List<Window> windows) {
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
