// SPDX-License-Identifier: Apache-2.0
package org.respite.app.read;

import java.io.PrintWriter;
import java.util.List;
import org.respite.reading.Reading;
import org.respite.reading.Statement;
import org.respite.reading.review.Confirmed;

/** A reading in lines for a terminal. */
final class ReadingList {
  private ReadingList() {}

  static void proposals(PrintWriter out, Reading reading) {
    out.println("Published: " + reading.publication().date().map(Object::toString).orElse("not stated") + " (" + reading.publication().basis() + ")");
    statements(out, reading, reading.statements());
    out.println(reading.statements().size() + " proposals, none confirmed. Decide with --review JOURNAL --by NAME.");
  }

  /** What was accepted and what follows from it, and from nothing else. */
  static void confirmed(PrintWriter out, Reading reading, List<Statement> rows, Confirmed confirmed) {
    statements(out, reading, rows);
    confirmed.contradictions().forEach(c -> out.println("side by side: " + c.a() + " and " + c.b() + " (" + c.kind() + ") " + c.why()));
    confirmed.consents().forEach(r -> out.println("consent: " + r.party() + ", " + r.term() + ": " + r.value() + (r.evidence().isEmpty() ? "" : " " + r.evidence())));
    out.println(rows.size() + " of " + reading.statements().size() + " proposals confirmed.");
  }

  private static void statements(PrintWriter out, Reading reading, List<Statement> statements) {
    for (Statement s : statements) {
      out.printf("%s %-8s %s, %s: %s%n", s.id(), s.kind().word(), s.speaker().name(), s.saidOn(), s.words(reading.text()).replaceAll("\\s+", " "));
      s.claims().forEach(c -> out.println("      " + c.stance().word() + " " + c.topic()));
    }
  }
}
