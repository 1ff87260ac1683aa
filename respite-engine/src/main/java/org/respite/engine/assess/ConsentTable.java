// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.respite.engine.answer.Consent.Cell;
import org.respite.engine.answer.Consent.Row;
import org.respite.engine.answer.Consent.Status;
import org.respite.engine.answer.Consent;
import org.respite.model.register.Claim;
import org.respite.model.register.Party;
import org.respite.model.register.Statement;
import org.respite.model.register.Term;
import org.respite.model.scenario.Case;

/**
 * Who has agreed to which term. The latest day on which a party spoke on a term counts, level by level; stances that cannot stand together on
 * it are a contradiction, not a choice of ours. Nobody's silence is consent: "not stated" is a value.
 */
final class ConsentTable {
  private final Case theCase;

  /** A statement with one of its claims, in the order of days. */
  private record Said(Statement statement, Claim claim, LocalDate day) {}

  private ConsentTable(Case theCase) {
    this.theCase = theCase;
  }

  static Consent of(Case c) {
    return new ConsentTable(c).table();
  }

  private Consent table() {
    List<Term> terms = List.of(Term.values());
    List<Row> rows = new ArrayList<>();
    for (Party p : theCase.register().parties()) {
      List<Cell> cells = terms.stream().map(t -> cell(p, t)).toList();
      boolean spoke = cells.stream().anyMatch(c -> c.status() != Status.NOT_STATED);
      if (spoke || p.kind().mustConsent()) rows.add(new Row(p.id(), p.name().en(), p.kind().mustConsent(), cells));
    }
    rows.sort(Comparator.comparing(Row::mustConsent).reversed());
    return new Consent(terms, List.copyOf(rows), missing(rows));
  }

  private Cell cell(Party p, Term term) {
    List<Said> said = new ArrayList<>();
    for (Statement s : theCase.register().statements()) {
      if (!s.party().equals(p.id())) continue;
      LocalDate day = s.said().dayIn(theCase.theatre().zone());
      LocalDate known = day != null ? day : s.heard().dayIn(theCase.theatre().zone());
      for (Claim c : s.claims()) if (c.term() == term) said.add(new Said(s, c, known == null ? LocalDate.MIN : known));
    }
    if (said.isEmpty()) return new Cell(term, Status.NOT_STATED, List.of(), "nobody of theirs is on record");
    said.sort(Comparator.comparing(Said::day).reversed());
    List<Said> latest = latestOfEachLevel(said);
    String words = latest.stream().map(ConsentTable::words).collect(Collectors.joining("; "));
    return new Cell(term, status(latest), said.stream().map(s -> s.statement.id()).distinct().toList(), words);
  }

  private static List<Said> latestOfEachLevel(List<Said> newestFirst) {
    List<Said> latest = new ArrayList<>();
    for (Party.Level level : Party.Level.values()) {
      List<Said> ofLevel = newestFirst.stream().filter(s -> s.statement.level() == level).toList();
      ofLevel.stream().filter(s -> s.day.equals(ofLevel.getFirst().day)).forEach(latest::add);
    }
    return latest;
  }

  private static Status status(List<Said> latest) {
    Set<Claim.Stance> stances = latest.stream().map(s -> s.claim.stance()).collect(Collectors.toCollection(() -> EnumSet.noneOf(Claim.Stance.class)));
    boolean agrees = stances.contains(Claim.Stance.AGREES);
    if (agrees && stances.contains(Claim.Stance.REFUSES)) return Status.CONTRADICTED;
    if (stances.contains(Claim.Stance.REFUSES)) return Status.REFUSED;
    if (stances.contains(Claim.Stance.DISPUTES)) return Status.DISPUTED;
    return stances.contains(Claim.Stance.CONDITIONAL) ? Status.CONDITIONAL : Status.AGREED;
  }

  private static String words(Said s) {
    String level = s.statement.level() == Party.Level.NOT_STATED ? "level not stated" : s.statement.level().name().toLowerCase(java.util.Locale.ROOT);
    String note = s.claim.note().isEmpty() ? "" : ": " + s.claim.note();
    return "%s (%s), said %s%s".formatted(s.claim.stance().name().toLowerCase(java.util.Locale.ROOT), level, s.statement.said().print(), note);
  }

  private List<String> missing(List<Row> rows) {
    List<String> missing = new ArrayList<>();
    for (Term term : Arrays.asList(Term.values())) {
      for (Status bad : List.of(Status.REFUSED, Status.CONTRADICTED, Status.DISPUTED, Status.CONDITIONAL, Status.NOT_STATED)) {
        String who = rows.stream().filter(Row::mustConsent).filter(r -> r.cells().get(term.ordinal()).status() == bad).map(Row::name).collect(Collectors.joining(", "));
        if (!who.isEmpty()) missing.add("%s: %s by %s".formatted(capital(term.words()), bad.words(), who));
      }
    }
    return List.copyOf(missing);
  }

  /** Parties whose consent to a term is needed and not there, as "X refused, Y not stated"; empty if all have agreed. */
  static String lacking(Consent consent, Term term) {
    return consent.rows().stream()
        .filter(Row::mustConsent)
        .filter(r -> r.cells().get(term.ordinal()).status() != Status.AGREED)
        .map(r -> "%s: %s".formatted(r.name(), r.cells().get(term.ordinal()).status().words()))
        .collect(Collectors.joining("; "));
  }

  private static String capital(String s) {
    return s.substring(0, 1).toUpperCase(java.util.Locale.ENGLISH) + s.substring(1);
  }
}
