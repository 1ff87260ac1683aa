// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.answer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.respite.ledger.answer.Readings.ClaimRead;
import org.respite.ledger.answer.Readings.Reading;
import org.respite.ledger.entry.Stated;
import org.respite.ledger.entry.Stated.Stance;
import org.respite.ledger.entry.Statement;

/**
 * Pairs of statements that must be seen side by side. It says that two differ, by which rule, and never who is right. Claims on different corridors, legs or windows are
 * not held against each other; one that names none is held against all.
 */
public final class Contradictions {
  /** Whether a corridor is open today says nothing of whether it was a month ago. An assumption: longer than any pause in the record. */
  public static final int DAYS_APART = 14;

  private static final Set<String> CORRIDOR_TOPICS = Set.of("corridors", "corridor", "corridor-open");

  /** The rules; a pair is found by the first that fits. */
  public enum Rule {
    ASSERTED_AND_DENIED("one asserts what the other denies"),
    NUMBERS("the two figures cannot both hold"),
    CHANGED_POSITION("the same speaker said the opposite later"),
    PARTY_AGAINST_ITSELF("two of the same party say opposite things"),
    ACCUSE_EACH_OTHER("each accuses the other; both versions are kept"),
    HEADLINE_AGAINST_TEXT("the headline says other than the text beneath it"),
    CORRIDOR_OPEN_AND_CLOSED("a corridor is said to be open, and said not to be");

    private final String words;

    Rule(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * Two passages that differ.
   *
   * @param topic of the two claims; empty for a quotation that is not found
   */
  public record Pair(Rule rule, String topic, Reading a, Reading b, String why) {}

  private final Readings readings;
  private final List<Pair> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private Contradictions(Readings readings) {
    this.readings = readings;
  }

  /** In the order of the ledger; each pair of statements once for each rule. */
  public static List<Pair> of(Readings readings) {
    Contradictions c = new Contradictions(readings);
    Map<String, List<ClaimRead>> byTopic = new LinkedHashMap<>();
    readings.standing().stream().flatMap(r -> readings.claims(r).stream()).forEach(r -> byTopic.computeIfAbsent(c.topic(r.claim().topic()), _ -> new ArrayList<>()).add(r));
    byTopic.values().forEach(c::topic);
    c.accusations();
    c.headlines();
    return List.copyOf(c.found);
  }

  private String topic(String topic) {
    return CORRIDOR_TOPICS.contains(topic) ? "corridors" : topic;
  }

  private void topic(List<ClaimRead> claims) {
    for (int i = 0; i < claims.size(); i++) for (int k = i + 1; k < claims.size(); k++) pair(claims.get(i), claims.get(k));
  }

  private void pair(ClaimRead a, ClaimRead b) {
    if (a.reading() == b.reading() || !sameThing(a.claim(), b.claim())) return;
    Statement left = a.reading().statement();
    Statement right = b.reading().statement();
    boolean opposite = a.claim().stance().against(b.claim().stance());
    boolean party = left.party().equals(right.party());
    boolean denial = a.claim().stance() == Stance.DENIES || b.claim().stance() == Stance.DENIES;
    if (headline(left) != headline(right)) {
      if (opposite && left.source().equals(right.source())) add(Rule.HEADLINE_AGAINST_TEXT, a, b, "");
    } else if (opposite && party && left.speaker().equals(right.speaker())) {
      add(Rule.CHANGED_POSITION, a, b, "");
    } else if (opposite && party) {
      add(Rule.PARTY_AGAINST_ITSELF, a, b, left.level() == right.level() ? "" : "levels: %s and %s".formatted(word(left), word(right)));
    } else if (opposite && denial) {
      add(Rule.ASSERTED_AND_DENIED, a, b, "");
    } else if (!party && topic(a.claim().topic()).equals("corridors") && near(left, right) && (open(a) && shut(b) || shut(a) && open(b))) {
      boolean dated = day(left) != null && day(right) != null;
      add(Rule.CORRIDOR_OPEN_AND_CLOSED, a, b, dated ? "" : "when one of the two was said is not stated");
    }
    figures(a, b).ifPresent(why -> add(Rule.NUMBERS, a, b, why));
  }

  private static String word(Statement s) {
    return org.respite.ledger.form.Asked.written(s.level());
  }

  private static boolean headline(Statement s) {
    return s.form().equals("headline");
  }

  private static boolean sameThing(Stated a, Stated b) {
    return fits(a.corridor(), b.corridor()) && fits(a.leg(), b.leg()) && fits(a.mode(), b.mode()) && fits(a.window(), b.window()) && fits(a.target(), b.target());
  }

  private static boolean fits(String a, String b) {
    return a.isEmpty() || b.isEmpty() || a.equals(b);
  }

  private static boolean open(ClaimRead c) {
    return c.claim().stance() == Stance.AGREES || c.claim().stance() == Stance.ASSERTS;
  }

  private static boolean shut(ClaimRead c) {
    return c.claim().stance() == Stance.DISPUTES || c.claim().stance() == Stance.REFUSES || c.claim().stance() == Stance.DENIES;
  }

  /** Whether the two were said within {@link #DAYS_APART}; where a day is not stated, they may have been. */
  private boolean near(Statement a, Statement b) {
    LocalDate left = day(a);
    LocalDate right = day(b);
    return left == null || right == null || Math.abs(ChronoUnit.DAYS.between(left, right)) <= DAYS_APART;
  }

  private LocalDate day(Statement s) {
    LocalDate said = s.said().at().dayIn(readings.zone());
    return said != null ? said : s.heard().at().dayIn(readings.zone());
  }

  private static Optional<String> figures(ClaimRead a, ClaimRead b) {
    if (a.claim().figure().isEmpty() || b.claim().figure().isEmpty()) return Optional.empty();
    Stated.Figure x = a.claim().figure().get();
    Stated.Figure y = b.claim().figure().get();
    boolean apart = x.high().compareTo(y.low()) < 0 || y.high().compareTo(x.low()) < 0;
    if (!apart || !x.what().equals(y.what()) || !x.unit().equals(y.unit())) return Optional.empty();
    return Optional.of("%s: %s and %s %s".formatted(x.what(), range(x), range(y), x.unit()));
  }

  private static String range(Stated.Figure f) {
    return f.low().compareTo(f.high()) == 0 ? f.low().toPlainString() : f.low().toPlainString() + " to " + f.high().toPlainString();
  }

  /** A accuses B's party and B accuses A's. */
  private void accusations() {
    Map<String, List<ClaimRead>> byParties = new HashMap<>();
    for (Reading r : readings.standing()) {
      for (ClaimRead c : readings.claims(r)) {
        if (c.claim().stance() != Stance.ACCUSES || c.claim().target().isEmpty()) continue;
        for (ClaimRead back : byParties.getOrDefault(c.claim().target() + " " + r.statement().party(), List.of())) add(Rule.ACCUSE_EACH_OTHER, back, c, "");
        byParties.computeIfAbsent(r.statement().party() + " " + c.claim().target(), _ -> new ArrayList<>()).add(c);
      }
    }
  }

  /** Words in a headline's quotation marks that no text of the same source has. */
  private void headlines() {
    for (Reading h : readings.standing()) {
      if (!headline(h.statement()) || h.statement().wording().original().isEmpty() || h.statement().source().isEmpty()) continue;
      List<Reading> beneath = readings.standing().stream().filter(r -> !headline(r.statement()) && r.statement().source().equals(h.statement().source()) && !r.statement().wording().original().isEmpty()).toList();
      boolean quoted = beneath.isEmpty() || beneath.stream().anyMatch(r -> plain(r).contains(plain(h)));
      if (!quoted) found.add(new Pair(Rule.HEADLINE_AGAINST_TEXT, "", h, beneath.getFirst(), "the words of the headline are in no passage of the same source"));
    }
  }

  private static String plain(Reading r) {
    return r.statement().wording().original().toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private void add(Rule rule, ClaimRead a, ClaimRead b, String more) {
    if (!seen.add(rule + a.reading().recorded().hash() + b.reading().recorded().hash())) return;
    found.add(new Pair(rule, a.claim().topic(), a.reading(), b.reading(), more));
  }
}
