// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.Map;
import java.util.Optional;

/** What a case brings to watch its pause by: tables as text, for the pause clock to take apart. A sheet that is not there is no finding. */
public record Monitoring(Map<Kind, Sheet> sheets) {
  /** The tables there may be. */
  public enum Kind {
    REPORTS,
    OBSERVERS,
    DAYS,
    SPELLINGS,
    NOTIFIED,
    PASSAGES,
    PAST_PAUSES
  }

  /** A table as it was read. */
  public record Sheet(String file, String text) {}

  public Monitoring {
    sheets = Map.copyOf(sheets);
  }

  public Optional<Sheet> find(Kind kind) {
    return Optional.ofNullable(sheets.get(kind));
  }
}
