// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

import java.util.List;
import org.respite.model.register.Term;

/**
 * Who has agreed to what: one row per party, one cell per term.
 *
 * @param missing sentences: whose word on which term is needed and not there
 */
public record Consent(List<Term> terms, List<Row> rows, List<String> missing) {
  public record Row(String party, String name, boolean mustConsent, List<Cell> cells) {}

  /**
   * The latest stance, with what it rests on.
   *
   * @param statements ids of the statements behind it, latest first
   * @param words such as "agrees (capital), said 2016-10-17"
   */
  public record Cell(Term term, Status status, List<String> statements, String words) {}

  /** What the latest statements amount to; the last two are values that no single statement has. */
  public enum Status {
    AGREED("agreed"),
    CONDITIONAL("conditional"),
    REFUSED("refused"),
    DISPUTED("not good enough"),
    CONTRADICTED("contradicted"),
    NOT_STATED("not stated");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
