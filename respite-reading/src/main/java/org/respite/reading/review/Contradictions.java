// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.respite.reading.Claim;
import org.respite.reading.Contradiction;
import org.respite.reading.Kind;
import org.respite.reading.LanguageFolder;
import org.respite.reading.NarratorFact;
import org.respite.reading.Reading;
import org.respite.reading.Speaker;
import org.respite.reading.Stance;
import org.respite.reading.Statement;

/**
 * Pairs of places in one document that should be seen side by side. It says that they differ, never who is right.
 *
 * <p>Of each pair of speakers and each kind, the first pair of statements is shown.
 */
public final class Contradictions {
  private static final Pattern KIND = LanguageFolder.ENGLISH.pattern("side_kind");
  private static final Pattern STOPPED = LanguageFolder.ENGLISH.pattern("side_stopped");
  private static final Pattern CONTINUED = LanguageFolder.ENGLISH.pattern("side_continued");

  private static final Set<String> VIOLENCE = Set.of("violation", "bombardment", "truce", "war-crimes", "killing-of-civilians");

  private final Reading reading;
  private final List<Statement> rows;
  private final List<Contradiction> found = new ArrayList<>();

  private Contradictions(Reading reading, List<Statement> rows) {
    this.reading = reading;
    this.rows = rows;
  }

  /**
   * @param rows statements of the reading that a person confirmed
   */
  public static List<Contradiction> of(Reading reading, List<Statement> rows) {
    Contradictions contradictions = new Contradictions(reading, rows);
    contradictions.statements();
    contradictions.headlines();
    contradictions.narrator();
    return List.copyOf(contradictions.found);
  }

  /**
   * Against what was confirmed in other documents of the same journal: a party that supports here what it opposes there, or denies what
   * another accuses it of. The other place is named by its document and statement.
   */
  public static List<Contradiction> against(ReviewJournal journal, List<Statement> rows, Map<String, String> terms) {
    List<Contradiction> found = new ArrayList<>();
    for (JournalLine line : journal.elsewhere()) {
      String other = line.text("source") + " " + line.statement();
      for (Statement s : rows) {
        boolean same = line.text("party").equals(s.speaker().party()) && !s.speaker().party().equals(Speaker.NOT_STATED);
        List<Claim> there = line.parsed(terms);
        if (same && s.claims().stream().anyMatch(x -> there.stream().anyMatch(y -> opposed(x, y)))) {
          found.add(new Contradiction(s.id(), other, "changed-position", s.speaker().party() + ": supports and opposes the same topic; said " + s.saidOn() + " and " + line.text("said_on")));
        }
        if (!same && s.claims().stream().anyMatch(x -> there.stream().anyMatch(y -> disputed(x, y) || disputed(y, x)))) {
          found.add(new Contradiction(s.id(), other, "contradicts", s.speaker().party() + " / " + line.text("party") + ": one denies what the other says of the same topic"));
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean disputed(Claim denied, Claim charged) {
    return VIOLENCE.contains(denied.topic()) && denied.topic().equals(charged.topic()) && denied.stance() == Stance.DENIES && charged.stance() == Stance.ACCUSES;
  }

  private void statements() {
    List<Statement> said = rows.stream().filter(s -> s.kind() != Kind.HEADLINE).toList();
    for (int i = 0; i < said.size(); i++) {
      for (int k = i + 1; k < said.size(); k++) {
        pair(said.get(i), said.get(k));
      }
    }
  }

  private void pair(Statement a, Statement b) {
    boolean same = a.speaker().name().equals(b.speaker().name());
    if (!same && has(a, "group-presence", Stance.DENIES) && has(b, "group-presence", Stance.ASSERTS)
        || !same && has(b, "group-presence", Stance.DENIES) && has(a, "group-presence", Stance.ASSERTS)) {
      add(a, b, "contradicts", "the presence of a group: one denies it, the other asserts it; holds only if the same group is meant");
    }
    if (!same && (denies(a, b) || denies(b, a))) {
      add(a, b, "contradicts", "one denies what the other says of the same topic");
    }
    if (!same && (purposes(a, b) || purposes(b, a))) {
      add(a, b, "purpose", "one says it is meant to drive people out, the other that it protects them or is goodwill");
    }
    if (!same && accuses(a) && accuses(b) && (names(a, b) || names(b, a))) {
      add(a, b, "accuses-each-other", "each speaks of the other's deeds; both versions are kept");
    }
    if (!same && (adequacy(a, b) || adequacy(b, a))) {
      add(a, b, "disputes-adequacy", "one holds the pause too short, the other presents it as an achievement");
    }
    if (same && a.claims().stream().anyMatch(x -> b.claims().stream().anyMatch(y -> opposed(x, y)))) {
      add(a, b, "changed-position", "the same speaker supports and opposes the same topic");
    }
  }

  private static boolean denies(Statement a, Statement b) {
    return a.claims().stream().anyMatch(x -> b.claims().stream().anyMatch(y -> disputed(x, y)));
  }

  private boolean purposes(Statement a, Statement b) {
    return has(a, "displacement", Stance.ACCUSES) && isKind(b);
  }

  private boolean isKind(Statement b) {
    return b.claims().stream().anyMatch(c -> c.topic().equals("protection-of-civilians") && c.stance() != Stance.ACCUSES)
        || b.claims().stream().anyMatch(c -> c.topic().equals("pause") && c.stance() == Stance.SUPPORTS)
            && KIND.matcher(b.words(reading.text())).find();
  }

  private static boolean accuses(Statement s) {
    return s.claims().stream().anyMatch(c -> c.stance() == Stance.ACCUSES && Set.of("war-crimes", "violation", "killing-of-civilians").contains(c.topic()));
  }

  /** Whether a's words name b's speaker or party. */
  private boolean names(Statement a, Statement b) {
    String words = a.words(reading.text());
    String name = b.speaker().name();
    String last = name.substring(Math.max(name.lastIndexOf(' '), name.lastIndexOf('-')) + 1);
    return words.contains(last) || words.toLowerCase(java.util.Locale.ROOT).contains(b.speaker().party());
  }

  private static boolean adequacy(Statement a, Statement b) {
    boolean party = !a.speaker().party().equals(b.speaker().party());
    return party && has(a, "pause-length", Stance.OPPOSES) && has(b, "pause", Stance.SUPPORTS) && !has(b, "pause-length", Stance.OPPOSES);
  }

  private static boolean opposed(Claim x, Claim y) {
    boolean term = !x.term().equals("-") && x.topic().equals(y.topic());
    return term && (x.stance() == Stance.SUPPORTS && y.stance() == Stance.OPPOSES || x.stance() == Stance.OPPOSES && y.stance() == Stance.SUPPORTS);
  }

  private static boolean has(Statement s, String topic, Stance stance) {
    return s.claims().stream().anyMatch(c -> c.topic().equals(topic) && c.stance() == stance);
  }

  private void add(Statement a, Statement b, String kind, String why) {
    String speakers = a.speaker().name() + " / " + b.speaker().name();
    boolean shown = found.stream().anyMatch(c -> c.kind().equals(kind) && c.why().startsWith(speakers + ": "));
    if (!shown) {
      found.add(new Contradiction(a.id(), b.id(), kind, speakers + ": " + why));
    }
  }

  /** Words in a headline's quotation marks that no speaker of the body says. */
  private void headlines() {
    for (Statement s : rows) {
      if (s.kind() == Kind.HEADLINE && s.speaker().equals(Speaker.HEADLINE)) {
        found.add(new Contradiction(s.id(), s.id(), "quotation-fidelity", "headline in quotation marks is verbatim of nobody in the text"));
      }
    }
  }

  private void narrator() {
    List<NarratorFact> stopped = matching(STOPPED);
    List<NarratorFact> continued = matching(CONTINUED);
    for (NarratorFact a : stopped) {
      for (NarratorFact b : continued) {
        found.add(new Contradiction(a.id(), b.id(), "tension", "the writer: fire has paused / strikes have continued"));
      }
    }
  }

  private List<NarratorFact> matching(Pattern pattern) {
    return reading.narrator().stream().filter(f -> pattern.matcher(f.span().in(reading.text())).find()).toList();
  }
}
