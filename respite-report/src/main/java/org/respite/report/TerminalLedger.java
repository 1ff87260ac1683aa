// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.ArrayList;
import java.util.List;
import org.respite.engine.answer.Assessment;
import org.respite.engine.answer.Consent;
import org.respite.engine.answer.Driver;
import org.respite.engine.answer.GateRow;
import org.respite.model.scenario.GateItem;

/** The half of the terminal report that is about words and doubts: consent, the gate, what moves the answer. */
record TerminalLedger(Assessment a, Sheet sheet) {
  private static final int PARTY = 26;
  private static final int TERMS = 48;
  private static final int MISSING_SHOWN = 3;
  private static final int DRIVERS_SHOWN = 3;
  private static final int BASIS_LINES = 2;

  void write() {
    consent();
    gate();
    drivers();
  }

  private void consent() {
    Consent consent = a.consent();
    int[] widths = new int[consent.terms().size() + 1];
    java.util.Arrays.fill(widths, Math.max(3, TERMS / Math.max(1, consent.terms().size()) - 2));
    widths[0] = PARTY;
    sheet.heading("WHO AGREED TO WHAT");
    List<String> head = new ArrayList<>(List.of("must consent"));
    consent.terms().forEach(t -> head.add(Sentences.shortTerm(t)));
    sheet.row(widths, head);
    consent.rows().stream().filter(Consent.Row::mustConsent).forEach(row -> sheet.row(widths, cells(row)));
    sheet.note("yes agreed; if conditional; no refused; weak \"not good enough\"; both contradicted; ? not stated");
    long others = consent.rows().stream().filter(r -> !r.mustConsent()).count();
    if (others > 0) sheet.note(Figures.counted(others, "other") + " (humanitarian, third states, observers): in the report");
    consent.missing().stream().limit(MISSING_SHOWN).forEach(sheet::item);
    int more = consent.missing().size() - MISSING_SHOWN;
    if (more > 0) sheet.says("and %d more such gaps: in the report".formatted(more));
    sheet.blank();
  }

  private static List<String> cells(Consent.Row row) {
    List<String> cells = new ArrayList<>(List.of(row.name()));
    row.cells().forEach(c -> cells.add(mark(c.status())));
    return cells;
  }

  private static String mark(Consent.Status status) {
    return switch (status) {
      case AGREED -> "yes";
      case CONDITIONAL -> "if";
      case REFUSED -> "no";
      case DISPUTED -> "weak";
      case CONTRADICTED -> "both";
      case NOT_STATED -> "?";
    };
  }

  private void gate() {
    long met = count(GateItem.Status.MET);
    long open = count(GateItem.Status.OPEN);
    sheet.heading("DO-NO-HARM GATE: %d of %d items met, %d open, %d not met".formatted(met, a.gate().size(), open, count(GateItem.Status.NOT_MET)));
    a.gate().stream().filter(g -> g.status() == GateItem.Status.NOT_MET).forEach(g -> sheet.item("not met: " + g.kind().question()));
    sheet.says("Leaving can be forced: a high number out is not by itself a success.");
    sheet.blank();
  }

  private long count(GateItem.Status status) {
    return a.gate().stream().map(GateRow::status).filter(s -> s == status).count();
  }

  private void drivers() {
    sheet.heading("WHAT MOVES THE ANSWER MOST, AND WHOM TO ASK");
    for (String figure : a.drivers().stream().map(Driver::figure).distinct().toList()) {
      sheet.says(figure + ":");
      a.drivers().stream().filter(d -> d.figure().equals(figure)).limit(DRIVERS_SHOWN).forEach(this::driver);
    }
    if (a.drivers().isEmpty()) sheet.says("No input has a range: nothing moves the answer, which is not the same as being sure.");
    sheet.blank();
  }

  private void driver(Driver d) {
    sheet.item(Sentences.driver(d));
    sheet.note("ask at %s: %s".formatted(d.at(), d.basis()), BASIS_LINES);
  }
}
