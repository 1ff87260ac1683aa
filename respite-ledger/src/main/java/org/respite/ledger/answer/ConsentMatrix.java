// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.respite.ledger.answer.Readings.ClaimRead;
import org.respite.ledger.answer.Readings.Reading;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Notification;
import org.respite.ledger.entry.Stated;
import org.respite.ledger.entry.Statement.Level;
import org.respite.ledger.entry.Topic;
import org.respite.model.register.Party;
import org.respite.model.register.Term;

/**
 * Who agreed to what: party by command level by term by corridor, leg and mode, as of the readings' instant. Made of confirmed claims only. In each cell the latest
 * day on which that level spoke counts; what it said before stands beside it. Nobody's silence is consent: a party that was asked and has not answered is silent,
 * one that nobody of whom is on record is "not stated".
 */
public final class ConsentMatrix {
  /** What the latest claims of a cell amount to. */
  public enum Status {
    AGREED,
    CONDITIONAL,
    REFUSED,
    /** Says that the term as offered is not good enough. */
    DISPUTED,
    SILENT,
    CONTRADICTED,
    NOT_STATED
  }

  /** What a cell is about; empty texts mean: not of one corridor, leg or mode. */
  public record Scope(String corridor, String leg, String mode) implements Comparable<Scope> {
    static final Scope ANY = new Scope("", "", "");

    static Scope of(Stated c) {
      return c.corridor().isEmpty() && c.leg().isEmpty() && c.mode().isEmpty() ? ANY : new Scope(c.corridor(), c.leg(), c.mode());
    }

    @Override
    public int compareTo(Scope o) {
      return Comparator.comparing(Scope::corridor).thenComparing(Scope::leg).thenComparing(Scope::mode).compare(this, o);
    }
  }

  /**
   * @param latest claims of the latest day, which make the status
   * @param earlier earlier claims on the same, in no order
   */
  public record Cell(String party, Level level, Term term, Scope scope, Status status, List<ClaimRead> latest, List<ClaimRead> earlier) {
    /** Earlier claims on the same, newest first. */
    public List<ClaimRead> older() {
      return earlier.stream().sorted(Comparator.comparing((ClaimRead c) -> c.reading().day()).reversed()).toList();
    }
  }

  /** All levels and scopes of a party on a term, each level's latest word. */
  public record Summary(String party, boolean mustConsent, Term term, Status status, List<Level> lacking) {}

  /**
   * Whom to phone about what.
   *
   * @param decides whether this party's yes would make the term agreed by everyone who must
   * @param othersLacking how many other parties' yes is missing on the term
   */
  public record Question(String party, Term term, Status status, List<Level> levels, boolean decides, long othersLacking) {}

  /** Claims of a cell while they are collected: those of the latest day, and the rest. */
  private static final class Said {
    long day = Reading.NO_DAY;
    List<ClaimRead> latest = new ArrayList<>(1);
    final List<ClaimRead> older = new ArrayList<>();

    void add(ClaimRead c) {
      long its = c.reading().day();
      if (its < day) {
        older.add(c);
        return;
      }
      if (its > day && !latest.isEmpty()) {
        older.addAll(latest);
        latest = new ArrayList<>(1);
      }
      day = its;
      latest.add(c);
    }
  }

  private final Map<String, Body.Party> parties = new LinkedHashMap<>();
  private final Map<String, List<Notification>> asked = new LinkedHashMap<>();
  /** What was said in each slot of the readings; {@code null} where nothing was confirmed. */
  private final List<Said> said = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private final List<Summary> summaries = new ArrayList<>();

  private ConsentMatrix(Readings readings) {
    readings.partiesAndNotifications().forEach(r -> {
      if (r.entry().body() instanceof Body.Party p) parties.put(p.id(), p);
      if (r.entry().body() instanceof Notification n) asked.computeIfAbsent(n.party(), _ -> new ArrayList<>()).add(n);
    });
    readings.eachConfirmed(this::take);
  }

  private void take(ClaimRead c, int slot) {
    while (said.size() <= slot) said.add(null);
    Said there = said.get(slot);
    if (there == null) said.set(slot, there = new Said());
    there.add(c);
  }

  /** O(claims) to collect, then O(cells). */
  public static ConsentMatrix of(Readings readings) {
    ConsentMatrix matrix = new ConsentMatrix(readings);
    List<Slots.Slot> slots = readings.slots().all();
    Map<String, List<Integer>> ofParties = new LinkedHashMap<>();
    for (int i = 0; i < matrix.said.size(); i++) if (matrix.said.get(i) != null) ofParties.computeIfAbsent(slots.get(i).party(), _ -> new ArrayList<>()).add(i);
    ofParties.keySet().forEach(id -> matrix.parties.computeIfAbsent(id, _ -> new Body.Party(id, id, "", Party.Kind.OBSERVER, List.of())));
    for (Body.Party p : matrix.parties.values()) {
      for (Term term : Term.values()) {
        Map<Level, TreeMap<Scope, Said>> onTerm = new EnumMap<>(Level.class);
        for (int i : ofParties.getOrDefault(p.id(), List.of())) if (slots.get(i).term() == term) onTerm.computeIfAbsent(slots.get(i).level(), _ -> new TreeMap<>()).put(slots.get(i).scope(), matrix.said.get(i));
        matrix.term(p, term, onTerm);
      }
    }
    return matrix;
  }

  private void term(Body.Party p, Term term, Map<Level, TreeMap<Scope, Said>> onTerm) {
    Set<Level> levels = new LinkedHashSet<>(p.levels());
    levels.addAll(onTerm.keySet());
    List<ClaimRead> latestOfAll = new ArrayList<>();
    List<Level> lacking = new ArrayList<>();
    for (Level level : levels) {
      Map<Scope, Said> scopes = onTerm.getOrDefault(level, new TreeMap<>());
      long last = scopes.values().stream().mapToLong(s -> s.day).max().orElse(Reading.NO_DAY);
      List<ClaimRead> latest = scopes.values().stream().filter(s -> s.day == last).flatMap(s -> s.latest.stream()).toList();
      latestOfAll.addAll(latest);
      if (status(latest) != Status.AGREED && level != Level.NOT_STATED) lacking.add(level);
      if (scopes.isEmpty()) cells.add(new Cell(p.id(), level, term, Scope.ANY, unsaid(p.id(), term, level), List.of(), List.of()));
      scopes.forEach((scope, s) -> cells.add(new Cell(p.id(), level, term, scope, status(s.latest), List.copyOf(s.latest), Collections.unmodifiableList(s.older))));
    }
    Status status = latestOfAll.isEmpty() ? unsaid(p.id(), term, null) : status(latestOfAll);
    summaries.add(new Summary(p.id(), p.partyKind().mustConsent(), term, status, List.copyOf(lacking)));
  }

  /** Silent where the party was asked about the term at that level, or at none in particular. */
  private Status unsaid(String party, Term term, Level level) {
    boolean wasAsked = asked.getOrDefault(party, List.of()).stream().filter(n -> level == null || n.level() == level || n.level() == Level.NOT_STATED).anyMatch(n -> n.topics().stream().anyMatch(t -> Topic.term(t).filter(term::equals).isPresent()));
    return wasAsked ? Status.SILENT : Status.NOT_STATED;
  }

  private static Status status(List<ClaimRead> latest) {
    if (latest.isEmpty()) return Status.NOT_STATED;
    Set<Stated.Stance> stances = EnumSet.noneOf(Stated.Stance.class);
    for (ClaimRead c : latest) stances.add(c.claim().stance());
    boolean refuses = stances.contains(Stated.Stance.REFUSES);
    if (refuses && stances.contains(Stated.Stance.AGREES)) return Status.CONTRADICTED;
    if (refuses) return Status.REFUSED;
    if (stances.contains(Stated.Stance.DISPUTES)) return Status.DISPUTED;
    return stances.contains(Stated.Stance.CONDITIONAL) ? Status.CONDITIONAL : Status.AGREED;
  }

  public List<Cell> cells() {
    return List.copyOf(cells);
  }

  public List<Summary> summaries() {
    return List.copyOf(summaries);
  }

  /** Names as the ledger's party entries give them; the id where none does. */
  public String name(String party) {
    return parties.containsKey(party) ? parties.get(party).name() : party;
  }

  /**
   * What is missing for every term to be agreed by everyone who must, the calls that change most first: those whose yes alone would complete a term; then terms that
   * fewest others lack; then the halt, on which all else rests; then who is nearest to yes.
   */
  public List<Question> questions() {
    List<Question> open = new ArrayList<>();
    for (Summary s : summaries) {
      if (!s.mustConsent || s.status == Status.AGREED && s.lacking.isEmpty()) continue;
      long others = summaries.stream().filter(o -> o.mustConsent && o.term == s.term && !o.party.equals(s.party) && o.status != Status.AGREED).count();
      open.add(new Question(s.party, s.term, s.status, s.lacking, others == 0 && s.status != Status.AGREED, others));
    }
    List<Status> nearest = Arrays.asList(Status.CONDITIONAL, Status.SILENT, Status.NOT_STATED, Status.DISPUTED, Status.CONTRADICTED, Status.REFUSED, Status.AGREED);
    open.sort(Comparator.comparing(Question::decides).reversed().thenComparing(q -> q.status == Status.AGREED).thenComparing(Question::othersLacking).thenComparing(Question::term).thenComparing(q -> nearest.indexOf(q.status)).thenComparing(Question::party));
    return List.copyOf(open);
  }
}
