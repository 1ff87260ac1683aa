// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

import java.util.Optional;
import org.respite.model.scenario.Purpose;

/**
 * Is it long enough, for this purpose and these people?
 *
 * @param group id, or "all"
 * @param groupName as printed
 * @param shareServed in [0, 1]; empty where it cannot be computed
 * @param hoursMissing beyond the question's hours, 0 if none; empty where it cannot be computed
 * @param because one or two sentences: what binds, who has not agreed, what is not known
 */
public record VerdictRow(
    Purpose purpose, String group, String groupName, Answer answer, Optional<Spread> shareServed, Optional<Spread> hoursMissing, String because) {
  /** The three answers there are. */
  public enum Answer {
    ENOUGH("enough"),
    NOT_ENOUGH("not enough"),
    CANNOT_SAY("cannot say");

    private final String words;

    Answer(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
