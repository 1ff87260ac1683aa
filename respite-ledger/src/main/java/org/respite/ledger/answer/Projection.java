// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.respite.ledger.answer.Readings.ClaimRead;
import org.respite.ledger.answer.Readings.Reading;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Topic;
import org.respite.ledger.proof.Batch;
import org.respite.ledger.proof.Recorded;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.model.finding.Nearest;
import org.respite.model.register.Claim;
import org.respite.model.register.Party;
import org.respite.model.register.Source;
import org.respite.model.register.Statement;
import org.respite.model.register.Term;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Pause;
import org.respite.model.scenario.Window;

/** A ledger's readings as the register of a case: statements with their confirmed claims, and the sources they cite. */
public final class Projection {
  private final Case theCase;
  private final Readings readings;
  private final Map<String, Integer> lines;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> parties;
  private final Set<String> corridors;
  private final Set<String> windows;

  /**
   * @param read the case with its register; empty if any finding is an error
   */
  public record Result(Optional<Case> read, List<Finding> findings) {}

  private Projection(Case theCase, Readings readings) {
    this.theCase = theCase;
    this.readings = readings;
    this.lines = lines(readings);
    this.parties = theCase.register().parties().stream().map(Party::id).collect(Collectors.toSet());
    this.corridors = theCase.geography().corridors().stream().map(Corridor::id).collect(Collectors.toSet());
    this.windows = theCase.windows().map(Window::id).collect(Collectors.toSet());
  }

  /** Puts what the ledger holds into a case that names it. */
  public static Result of(Case theCase, Readings readings) {
    Projection p = new Projection(theCase, readings);
    Map<String, Source> sources = p.sources();
    List<Statement> statements = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Reading r : readings.standing()) {
      Statement s = p.statement(r, sources);
      if (!ids.add(s.id())) p.error("duplicate-statement", r, "two statements are called `%s`".formatted(s.id()), "nobody can tell which one is meant", "give one of them another id with `respite ledger correct`");
      statements.add(s);
    }
    p.announcements(ids);
    boolean sound = !Finding.anyError(p.findings);
    return new Result(sound ? Optional.of(theCase.with(theCase.register().with(sources, statements))) : Optional.empty(), p.findings);
  }

  /** Line of each entry in its file: header first, a signature after each batch. */
  private static Map<String, Integer> lines(Readings readings) {
    Map<String, Integer> lines = new HashMap<>();
    int line = 1;
    for (Batch batch : readings.contents().batches()) {
      for (Recorded r : batch.entries()) lines.put(r.hash(), ++line);
      line++;
    }
    return lines;
  }

  private At at(Recorded r) {
    return new At(theCase.register().ledger(), lines.getOrDefault(r.hash(), 0));
  }

  private void error(String code, Reading r, String what, String effect, String remedy) {
    findings.add(Finding.error(code, at(r.recorded()), what, effect, remedy));
  }

  /** The case's own, and those of the ledger that it does not have. */
  private Map<String, Source> sources() {
    Map<String, Source> all = new LinkedHashMap<>(theCase.register().sources());
    readings.contents().entries().forEach(r -> {
      if (!(r.entry().body() instanceof Body.Source s)) return;
      Source told = new Source(s.key(), s.publisher(), s.date(), s.url(), s.title(), s.note());
      Source known = all.putIfAbsent(s.key(), told);
      boolean same = known == null || known.publisher().equals(told.publisher()) && known.date().equals(told.date());
      if (!same) findings.add(Finding.warning("source-differs", at(r), "source `%s` is %s, %s in the ledger and %s, %s in the case".formatted(s.key(), told.publisher(), told.date(), known.publisher(), known.date()), "the case's is shown", "give one of them another key"));
    });
    return all;
  }

  private Statement statement(Reading r, Map<String, Source> sources) {
    var s = r.statement();
    known("party", s.party(), parties, r);
    if (!s.source().isEmpty()) known("source", s.source(), sources.keySet(), r);
    String id = s.id().isEmpty() ? r.recorded().shortHash() : s.id();
    List<Claim> claims = readings.claims(r).stream().filter(ClaimRead::confirmed).flatMap(c -> claim(c).stream()).toList();
    return new Statement(id, s.party(), s.speaker(), Party.Level.valueOf(s.level().name()), s.said().at(), s.heard().at(), s.source(), s.text().isEmpty() ? s.wording().original() : s.text(), claims, at(r.recorded()));
  }

  /** A claim on a term with a stance that agrees to it or not; other claims are for the contradiction finder. */
  private Optional<Claim> claim(ClaimRead c) {
    Optional<Term> term = Topic.term(c.claim().topic());
    Optional<Claim.Stance> stance = stance(c);
    if (term.isEmpty() || stance.isEmpty()) return Optional.empty();
    if (!c.claim().corridor().isEmpty()) known("corridor", c.claim().corridor(), corridors, c.reading());
    if (!c.claim().window().isEmpty()) known("window", c.claim().window(), windows, c.reading());
    return Optional.of(new Claim(term.get(), stance.get(), c.claim().corridor(), c.claim().window(), c.claim().note()));
  }

  private static Optional<Claim.Stance> stance(ClaimRead c) {
    return switch (c.claim().stance()) {
      case AGREES -> Optional.of(Claim.Stance.AGREES);
      case CONDITIONAL -> Optional.of(Claim.Stance.CONDITIONAL);
      case REFUSES -> Optional.of(Claim.Stance.REFUSES);
      case DISPUTES -> Optional.of(Claim.Stance.DISPUTES);
      case ASSERTS, DENIES, ACCUSES -> Optional.empty();
    };
  }

  private void known(String kind, String id, Set<String> known, Reading r) {
    if (known.contains(id)) return;
    error("unknown-" + kind, r, "statement `%s` names %s `%s`, which the case does not have.%s".formatted(r.recorded().name(), kind, id, Nearest.hint(id, known)), "the statement cannot be followed to anything", "add it to case.yaml, or correct the statement with `respite ledger correct`");
  }

  /** A pause names the statement that announced it; at an instant before it was heard that is no fault. */
  private void announcements(Set<String> ids) {
    Set<String> later = readings.later().stream().map(r -> r.statement().id()).collect(Collectors.toSet());
    for (Pause p : theCase.pauses()) {
      if (p.statement().isEmpty() || ids.contains(p.statement()) || later.contains(p.statement())) continue;
      findings.add(Finding.error("unknown-statement", At.file("case.yaml"), "pause `%s` was announced in statement `%s`, which the ledger does not have.%s".formatted(p.id(), p.statement(), Nearest.hint(p.statement(), ids)), "the line cannot be followed to anything", "enter the statement with `respite ledger add`"));
    }
  }
}
