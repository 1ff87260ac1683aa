// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.respite.reading.Contradiction;
import org.respite.reading.Reading;
import org.respite.reading.Statement;

/** What follows from confirmed statements: pairs to be seen side by side, in the document and against others, and rows of the consent table. */
public record Confirmed(List<Contradiction> contradictions, List<Consents.Row> consents) {
  /** Nothing is confirmed, so nothing follows. */
  public static final Confirmed NONE = new Confirmed(List.of(), List.of());

  public Confirmed {
    contradictions = List.copyOf(contradictions);
    consents = List.copyOf(consents);
  }

  /**
   * @param rows the confirmed statements of the reading
   * @param terms term of the consent table by topic
   */
  public static Confirmed of(Reading reading, ReviewJournal journal, List<Statement> rows, Map<String, String> terms) {
    List<Contradiction> found = new ArrayList<>(rows.isEmpty() ? List.of() : Contradictions.of(reading, rows));
    found.addAll(Contradictions.against(journal, rows, terms));
    return new Confirmed(found, Consents.of(rows));
  }
}
