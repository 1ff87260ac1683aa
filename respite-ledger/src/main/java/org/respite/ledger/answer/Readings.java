// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Notification;
import org.respite.ledger.entry.Root;
import org.respite.ledger.entry.Stated;
import org.respite.ledger.entry.Statement;
import org.respite.ledger.entry.Told;
import org.respite.ledger.proof.Contents;
import org.respite.ledger.proof.Recorded;

/**
 * How a ledger reads at an instant: statements as they were heard by then, the reading of each that no correction had superseded, and which claims somebody
 * confirmed. Older readings stay in it.
 *
 * <p>Known at means: heard at, or where nobody stated that, entered at. A day without an hour counts from its midnight, and is listed, so that a reader sees
 * what may have come later that day. A confirmation vouches for a reading and is no news: it counts from when its statement was heard.
 */
public final class Readings {
  /** Which entries count: heard by then, entered by then; empty for all. */
  public record Until(Optional<Instant> heardBy, Optional<Instant> enteredBy) {
    public static final Until NOW = new Until(Optional.empty(), Optional.empty());

    public static Until heard(Instant by) {
      return new Until(Optional.of(by), Optional.empty());
    }
  }

  /**
   * One reading of a statement.
   *
   * @param recorded the statement's entry, or the correction's
   * @param root hash of the entry in which the statement was first entered
   * @param day local day, since 1970-01-01, on which it was said; where that is not stated, heard; {@link #NO_DAY} where neither is
   * @param slots of each claim the cell of the consent matrix that it speaks to, by its number; -1 where it speaks to none
   * @param verdicts of each claim 1 confirmed, -1 rejected, 0 undecided; filled while the ledger is read
   */
  public record Reading(Recorded recorded, Statement statement, String root, long day, int[] slots, byte[] verdicts) {
    public static final long NO_DAY = Long.MIN_VALUE;
  }

  /**
   * A claim and what became of it.
   *
   * @param number within its entry, from 1
   * @param in the entry that holds it: the reading, or one with claims added later
   */
  public record ClaimRead(Reading reading, Recorded in, int number, Stated claim, boolean confirmed) {}

  private final Contents contents;
  private final Until until;
  private final ZoneId zone;
  private final Slots slots = new Slots();
  private final Map<String, Reading> standing = new LinkedHashMap<>();
  private final Map<String, List<Reading>> older = new HashMap<>();
  private final Map<String, Reading> byHash = new HashMap<>();
  private final Map<String, List<Recorded>> more = new HashMap<>();
  /** The same of claims that were added later, by the entry that holds them. */
  private final Map<String, byte[]> moreVerdicts = new HashMap<>();
  private final List<Recorded> asked = new ArrayList<>();
  private final List<Reading> later = new ArrayList<>();
  private final List<Reading> sameDay = new ArrayList<>();
  private final Set<String> conflicts = new LinkedHashSet<>();
  private final Map<String, Recorded> correctedBy = new HashMap<>();

  private Readings(Contents contents, Until until) {
    this.contents = contents;
    this.until = until;
    this.zone = contents.header().zone();
  }

  public static Readings of(Contents contents, Until until) {
    Readings readings = new Readings(contents, until);
    contents.entries().filter(r -> readings.enteredInTime(r.entry().entered())).forEach(readings::take);
    return readings;
  }

  private boolean enteredInTime(OffsetDateTime entered) {
    return until.enteredBy.isEmpty() || !entered.toInstant().isAfter(until.enteredBy.get());
  }

  private void take(Recorded r) {
    switch (r.entry().body()) {
      case Statement s -> statement(r, s);
      case Body.Correction c -> correction(r, c);
      case Body.MoreClaims m -> more.computeIfAbsent(m.of(), _ -> new ArrayList<>()).add(r);
      case Body.Confirmation c -> confirmation(r, c);
      case Body.Party _, Notification _ -> asked.add(r);
      case Body.Author _, Body.Source _, Body.Document _, Body.Count _, Body.Incident _, Body.Decision _, Root _, Notification.Acknowledgement _ -> {}
    }
  }

  private void statement(Recorded r, Statement s) {
    Reading reading = reading(r, s, r.hash());
    byHash.put(r.hash(), reading);
    if (!knownInTime(s.heard(), r)) {
      later.add(reading);
      return;
    }
    if (until.heardBy.isPresent() && s.heard().dayOnly() && s.heard().earliest(zone).orElseThrow().plusSeconds(86_400).isAfter(until.heardBy.get())) sameDay.add(reading);
    standing.put(r.hash(), reading);
  }

  private Reading reading(Recorded r, Statement s, String root) {
    int[] of = new int[s.claims().size()];
    for (int i = 0; i < of.length; i++) of[i] = slots.of(s, s.claims().get(i));
    return new Reading(r, s, root, day(s), of, new byte[of.length]);
  }

  private long day(Statement s) {
    LocalDate said = s.said().at().dayIn(zone);
    LocalDate day = said != null ? said : s.heard().at().dayIn(zone);
    return day == null ? Reading.NO_DAY : day.toEpochDay();
  }

  /** Whether something heard then, or else entered then, counts. */
  public boolean knownInTime(Told heard, Recorded r) {
    return until.heardBy.isEmpty() || !knownAt(heard, r).isAfter(until.heardBy.get());
  }

  Instant knownAt(Told heard, Recorded r) {
    return heard.earliest(zone).orElse(r.entry().entered().toInstant());
  }

  private void correction(Recorded r, Body.Correction c) {
    Reading before = byHash.get(c.of());
    if (before == null || !knownInTime(c.heard(), r)) return;
    Recorded rival = correctedBy.putIfAbsent(c.of(), r);
    if (rival != null) conflicts.add("%s was corrected twice, by %s and by %s: both stand until somebody decides".formatted(before.recorded.name(), rival.shortHash(), r.shortHash()));
    Reading superseded = standing.remove(c.of());
    if (c.statement().isPresent()) {
      Reading now = reading(r, c.statement().get(), before.root);
      byHash.put(r.hash(), now);
      standing.put(r.hash(), now);
    }
    if (superseded != null) older.computeIfAbsent(before.root, _ -> new ArrayList<>()).add(superseded);
  }

  private void confirmation(Recorded r, Body.Confirmation c) {
    byte verdict = (byte) (c.verdict() == Body.Confirmation.Verdict.CONFIRMED ? 1 : -1);
    byte[] of = verdicts(c.of());
    for (int i = 0; i < of.length; i++) {
      if (!c.claims().isEmpty() && !c.claims().contains(i + 1L)) continue;
      if (of[i] == -verdict) conflicts.add("claim %d of %s was confirmed by one and rejected by another; the later entry (%s) counts".formatted(i + 1, c.of().substring(0, 12), r.shortHash()));
      of[i] = verdict;
    }
  }

  private byte[] verdicts(String hash) {
    Reading reading = byHash.get(hash);
    return reading != null ? reading.verdicts : moreVerdicts.computeIfAbsent(hash, h -> new byte[moreClaims(h)]);
  }

  private byte verdict(Recorded in, int number) {
    return verdicts(in.hash())[number - 1];
  }

  private int moreClaims(String hash) {
    return more.values().stream().flatMap(List::stream).filter(r -> r.hash().equals(hash)).mapToInt(r -> ((Body.MoreClaims) r.entry().body()).claims().size()).findFirst().orElse(0);
  }

  public Contents contents() {
    return contents;
  }

  public ZoneId zone() {
    return zone;
  }

  public Until until() {
    return until;
  }

  /** The readings that stand, in the order of the ledger. */
  public List<Reading> standing() {
    return List.copyOf(standing.values());
  }

  /** Readings of the same statement that were superseded, oldest first. */
  public List<Reading> older(Reading reading) {
    return older.getOrDefault(reading.root, List.of());
  }

  /** Statements that nobody here had heard by then. */
  public List<Reading> later() {
    return List.copyOf(later);
  }

  /** Statements heard on the day of that instant, hour not stated: they count, and may have come later that day. */
  public List<Reading> sameDay() {
    return List.copyOf(sameDay);
  }

  /** What two people entered that cannot both be the last word. */
  public List<String> conflicts() {
    return List.copyOf(conflicts);
  }

  /** Every claim of a reading, those added later included. */
  public List<ClaimRead> claims(Reading reading) {
    List<ClaimRead> all = new ArrayList<>(claims(reading, reading.recorded, reading.statement.claims()));
    for (Recorded r : more.getOrDefault(reading.recorded.hash(), List.of())) all.addAll(claims(reading, r, ((Body.MoreClaims) r.entry().body()).claims()));
    return all;
  }

  private List<ClaimRead> claims(Reading reading, Recorded in, List<Stated> stated) {
    List<ClaimRead> all = new ArrayList<>();
    for (int i = 0; i < stated.size(); i++) all.add(new ClaimRead(reading, in, i + 1, stated.get(i), verdict(in, i + 1) > 0));
    return all;
  }

  /** The reading that stands now of the statement that this entry is, or corrects; empty where it is no statement, or was withdrawn. */
  public Optional<Reading> readingOf(Recorded r) {
    Reading named = byHash.get(r.hash());
    return named == null ? Optional.empty() : standing.values().stream().filter(s -> s.root.equals(named.root)).reduce((_, last) -> last);
  }

  /** Confirmations, corrections, further claims and acknowledgements that speak of this entry. */
  public List<Recorded> about(Recorded r) {
    return contents.entries().filter(this::known).filter(a -> speaksOf(a.entry().body(), r.hash())).toList();
  }

  private static boolean speaksOf(Body body, String hash) {
    return switch (body) {
      case Body.Confirmation c -> c.of().equals(hash);
      case Body.Correction c -> c.of().equals(hash);
      case Body.MoreClaims m -> m.of().equals(hash);
      case Notification.Acknowledgement a -> a.of().equals(hash);
      case Statement _, Body.Author _, Body.Party _, Body.Source _, Body.Document _, Body.Count _, Body.Incident _, Body.Decision _, Root _, Notification _ -> false;
    };
  }

  /** Whether an entry of any kind was known by then. */
  public boolean known(Recorded r) {
    if (!enteredInTime(r.entry().entered())) return false;
    return switch (r.entry().body()) {
      case Statement s -> knownInTime(s.heard(), r);
      case Body.Count c -> knownInTime(c.heard(), r);
      case Body.Incident i -> knownInTime(i.heard(), r);
      case Body.Correction c -> knownInTime(c.heard(), r);
      case Body.Decision d -> knownInTime(d.at(), r);
      case Notification n -> knownInTime(n.sent(), r);
      case Notification.Acknowledgement a -> knownInTime(a.at(), r);
      case Body.Confirmation c -> !byHash.containsKey(c.of()) || standing.containsKey(c.of());
      case Body.Author _, Body.Party _, Body.Source _, Body.Document _, Body.MoreClaims _, Root _ -> true;
    };
  }

  /** Entries with claims that nobody has confirmed or rejected. */
  public List<Recorded> undecided() {
    return standing.values().stream().flatMap(r -> claims(r).stream()).filter(c -> verdict(c.in, c.number) == 0).map(ClaimRead::in).distinct().toList();
  }

  /** Who can agree, and what they were asked, as known by then. */
  List<Recorded> partiesAndNotifications() {
    return asked.stream().filter(this::known).toList();
  }

  Slots slots() {
    return slots;
  }

  /** Takes a claim that somebody confirmed, and the slot it speaks to. */
  interface ToConfirmed {
    void take(ClaimRead claim, int slot);
  }

  /** Hands over every confirmed claim that speaks to a cell of the consent matrix, in the order of the ledger. */
  void eachConfirmed(ToConfirmed to) {
    for (Reading r : standing.values()) {
      for (int i = 0; i < r.slots.length; i++) if (r.verdicts[i] > 0 && r.slots[i] >= 0) to.take(new ClaimRead(r, r.recorded, i + 1, r.statement.claims().get(i), true), r.slots[i]);
      if (more.isEmpty()) continue;
      for (ClaimRead c : claims(r)) if (c.confirmed && c.in != r.recorded) to.take(c, slots.of(r.statement, c.claim));
    }
  }
}
