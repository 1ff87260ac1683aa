// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.respite.monitor.incident.FireColumns;
import org.respite.monitor.incident.Incidents;
import org.respite.monitor.incident.Report;
import org.respite.monitor.incident.Way;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;

/**
 * Reports laid on hours: incidents by the likeliest linkage, other reports as control. Passes over columns of numbers, never over reports:
 * O(reports + hours × (kinds + actors)), 1.5 ms for a hundred thousand.
 */
final class HourGrid {
  /** A report of a longer span does not tell the hour: it is spread over its hours. Assumption. */
  private static final int LONGEST_SPAN_HOURS = 6;
  /** A report of a longer span is not compared with others. Assumption. */
  private static final int LONGEST_INCIDENT_HOURS = 24;
  /** Incidents an hour that rest on one source alone and still count. Assumption; shown where it bites. */
  static final int QUOTA = 6;
  /** Hours that can be shown by place. */
  static final int SHOWN = 96;

  private static final long HOUR = 3_600_000_000L;

  /** Incidents by hour, and the other reports of the same hours. */
  static final class Counts {
    private final int[] fire;
    private final int[] control;

    Counts(int[] fire, int[] control) {
      this.fire = fire;
      this.control = control;
    }

    int[] fire() {
      return fire;
    }

    int[] control() {
      return control;
    }
  }

  private final long firstHour;
  private final int hours;
  private final int firstHourOfDay;
  private final Incidents incidents;
  private final FireColumns columns;
  private final Receipts receipts;
  private final long until;
  /** By report, the next of its incident in order, and which place each incident was laid at; {@link FireColumns#NONE} where there is none. */
  private final int[] next;
  private final int[] laidAt;
  private final Laid laid = new Laid();
  /** By name of a source, how many incidents of each hour rest on it alone, up to one beyond the quota; made where a source could reach it. */
  private final byte[][] alone;
  private final int[] reportsOf;
  private final int[] senderOf;
  private final Spread spread;
  private final int[] quiet;
  private final int[] fire;
  private final Map<String, int[]> byKind = new TreeMap<>();
  private final Map<String, int[]> byActor = new TreeMap<>();
  private final Findings findings = new Findings();
  private int used;
  private int outside;
  private int beyondQuota;

  private HourGrid(Receipts receipts, Incidents incidents, Instant asOf, long[] span, ZoneId zone) {
    this.receipts = receipts;
    this.incidents = incidents;
    this.columns = incidents.columns();
    this.until = FireColumns.micros(asOf);
    this.firstHour = span[0];
    this.hours = (int) span[1];
    this.firstHourOfDay = hours == 0 ? 0 : Instant.ofEpochSecond(firstHour * 3600).atZone(zone).getHour();
    this.quiet = new int[hours];
    this.fire = new int[hours];
    this.spread = new Spread(hours);
    for (int i = 0; i < receipts.size(); i++) {
      if (receipts.isFire(i) || receipts.received(i) > until) continue;
      int h = index(receipts.from(i));
      boolean within = h >= 0 && h < hours;
      if (within) quiet[h]++;
      tell(within, 1);
    }
    for (Report r : receipts.lasting()) if (FireColumns.micros(r.received()) <= until) tell(spread(r), 1);
    next = new int[columns.size()];
    laidAt = new int[columns.size()];
    alone = new byte[columns.names()][];
    reportsOf = new int[columns.names()];
    senderOf = new int[columns.names()];
    place();
    spread.addTo(fire, byKind, byActor);
  }

  /**
   * Lays what was known at {@code asOf} on whole hours, from the first report or the announced start, at most so many days back.
   *
   * @param receipts of all reports; those received later are not looked at
   * @param incidents of those reports of fire known then that can be told to one incident ({@link #isOfOneIncident})
   */
  static HourGrid of(Receipts receipts, Incidents incidents, Instant asOf, int days, ZoneId zone, Optional<Instant> announced) {
    long last = Math.floorDiv(asOf.getEpochSecond(), 3600);
    long first = announced.map(a -> Math.floorDiv(a.getEpochSecond(), 3600L)).orElse(last);
    long until = FireColumns.micros(asOf);
    for (int i = 0; i < receipts.size(); i++) if (receipts.received(i) <= until) first = Math.min(first, Math.floorDiv(receipts.from(i), HOUR));
    long from = Math.max(first, last - days * 24L);
    return new HourGrid(receipts, incidents, asOf, new long[] {from, Math.max(0, last - from)}, zone);
  }

  /** Whether a report can be told to one incident. */
  static boolean isOfOneIncident(Report r) {
    return r.when().to().getEpochSecond() - r.when().from().getEpochSecond() <= LONGEST_INCIDENT_HOURS * 3600L;
  }

  private boolean isToTheHour(int i) {
    return columns.to(i) - columns.from(i) <= LONGEST_SPAN_HOURS * HOUR;
  }

  /** Lays each incident on the hour of its first report: members of one are chained behind the first of them. */
  private void place() {
    int[] root = incidents.likeliest();
    int[] last = new int[root.length];
    Arrays.fill(next, FireColumns.NONE);
    Arrays.fill(laidAt, FireColumns.NONE);
    Arrays.fill(senderOf, FireColumns.NONE);
    for (int i = 0; i < root.length; i++) {
      reportsOf[columns.root(i)]++;
      last[i] = i;
      if (root[i] == i) continue;
      next[last[root[i]]] = i;
      last[root[i]] = i;
    }
    int[][] kinds = new int[columns.names()][];
    int[][] actors = new int[columns.names()][];
    int[] stamp = new int[columns.names()];
    for (int i = 0; i < root.length; i++) {
      if (root[i] != i || !place(i)) continue;
      count(kinds, i, stamp, true);
      count(actors, i, stamp, false);
    }
    for (int n = 0; n < kinds.length; n++) {
      if (kinds[n] != null) byKind.put(columns.name(n), kinds[n]);
      if (actors[n] != null) byActor.put(columns.name(n), actors[n]);
    }
  }

  /** By its reports that tell the hour, of those the one received first; where none does, spread. Whether it was laid on an hour. */
  private boolean place(int root) {
    int first = FireColumns.NONE;
    int members = 0;
    for (int m = root; m >= 0; m = next[m]) {
      members++;
      if (isToTheHour(m) && (first < 0 || columns.received(m) < columns.received(first))) first = m;
    }
    if (first < 0) {
      tell(spread(incidents.reports().get(root)), members);
      return false;
    }
    int hour = index(columns.from(first));
    boolean within = hour >= 0 && hour < hours;
    if (!within) tell(false, members);
    if (!within) return false;
    boolean one = true;
    for (int m = root; m >= 0; m = next[m]) one &= !isToTheHour(m) || columns.root(m) == columns.root(first);
    if (one && isBeyondQuota(columns.root(first), hour)) {
      beyondQuota += members;
      return false;
    }
    tell(true, members);
    fire[hour]++;
    laidAt[root] = hour;
    laid.add(hour, Math.max(0, index(columns.received(first)) - hour));
    laid.tell(sender(first));
    for (int m = root; m >= 0; m = next[m]) if (m != first) laid.tell(sender(m));
    return true;
  }

  private int sender(int i) {
    int name = columns.sender(i);
    if (senderOf[name] < 0) senderOf[name] = receipts.findSender(columns.name(name)).orElseThrow();
    return senderOf[name];
  }

  private void tell(boolean isUsed, int reports) {
    if (isUsed) used += reports;
    else outside += reports;
  }

  /** Whether any of its hours is one of the grid's. */
  private boolean spread(Report r) {
    int from = index(r.when().from());
    int to = Math.max(from + 1, index(r.when().to().plusSeconds(3599)));
    boolean within = to > 0 && from < hours;
    if (within) spread.add(r, from, to);
    return within;
  }

  /** One for each kind, or actor, that a report of the incident names to the hour. */
  private void count(int[][] by, int root, int[] stamp, boolean kind) {
    int mark = kind ? 2 * root + 1 : 2 * root + 2;
    for (int m = root; m >= 0; m = next[m]) {
      int name = kind ? columns.kind(m) : columns.actor(m);
      if (name < 0 || stamp[name] == mark || !isToTheHour(m)) continue;
      stamp[name] = mark;
      if (by[name] == null) by[name] = new int[hours];
      by[name][laidAt[root]]++;
    }
  }

  private boolean isBeyondQuota(int root, int hour) {
    if (reportsOf[root] <= QUOTA) return false;
    if (alone[root] == null) alone[root] = new byte[hours];
    if (alone[root][hour] < QUOTA) {
      alone[root][hour]++;
      return false;
    }
    findings.add(new Finding("M222", "source " + columns.name(root), "one source reports more than " + QUOTA + " incidents an hour that nobody else reports",
        "those beyond " + QUOTA + " an hour are listed as alleged and not counted by the clock", "ask a second, independent source"));
    return true;
  }

  /** All fire, against reports that nothing was seen or heard. */
  Counts all() {
    return new Counts(fire.clone(), Arrays.stream(quiet).sum() == 0 ? new int[0] : quiet);
  }

  Counts ofKind(String kind) {
    return split(byKind.get(kind));
  }

  Counts ofActor(String actor) {
    return split(byActor.get(actor));
  }

  /** Some of the fire, against all other reports. */
  private Counts split(int[] some) {
    int[] others = new int[hours];
    for (int h = 0; h < hours; h++) others[h] = Math.max(0, fire[h] - some[h]) + quiet[h];
    return new Counts(some.clone(), others);
  }

  /** Index of the first report that may belong to an incident of the last hours. */
  private int recent(int last) {
    int low = 0;
    int high = columns.size();
    long from = (firstHour + hours - last - LONGEST_INCIDENT_HOURS) * HOUR;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (columns.from(middle) < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Fire of the last hours, at most {@value #SHOWN}, by place named. */
  Map<String, int[]> byPlace(int last) {
    Map<String, int[]> all = new HashMap<>();
    int[] stamp = new int[columns.names()];
    for (int i = recent(last); i < columns.size(); i++) {
      if (laidAt[i] < hours - last) continue;
      for (int m = i; m >= 0; m = next[m]) {
        int place = columns.place(m);
        if (place < 0 || stamp[place] == i + 1 || !isToTheHour(m)) continue;
        stamp[place] = i + 1;
        all.computeIfAbsent(columns.name(place), k -> new int[last])[laidAt[i] - hours + last]++;
      }
    }
    return all;
  }

  /** Fire of the last hours, at most {@value #SHOWN}, that may lie too near to a corridor. */
  int[] near(Way way, int last) {
    int[] n = new int[last];
    for (int i = recent(last); i < columns.size(); i++) {
      if (laidAt[i] >= hours - last && isNear(way, i)) n[laidAt[i] - hours + last]++;
    }
    return n;
  }

  private boolean isNear(Way way, int root) {
    for (int m = root; m >= 0; m = next[m]) {
      if (isToTheHour(m) && (columns.name(columns.place(m)).equals(way.name()) || way.mayBeHitBy(incidents.reports().get(m)))) return true;
    }
    return false;
  }

  Set<String> kinds() {
    return byKind.keySet();
  }

  Set<String> actors() {
    return byActor.keySet();
  }

  /** How many incidents are not told to the hour. */
  int spread() {
    return spread.size();
  }

  int hours() {
    return hours;
  }

  int index(Instant time) {
    return (int) (Math.floorDiv(time.getEpochSecond(), 3600) - firstHour);
  }

  /** Of a time in microseconds. */
  int index(long micros) {
    return (int) (Math.floorDiv(micros, HOUR) - firstHour);
  }

  /** What became of each report known: laid on hours, told by another line already, of hours that are not looked at, beyond a source's quota. */
  ReportWatch.Lines lines(int later) {
    int fireKnown = 0;
    int known = 0;
    for (int i = 0; i < receipts.size(); i++) {
      if (receipts.received(i) > until) continue;
      known++;
      if (receipts.isFire(i)) fireKnown++;
    }
    return new ReportWatch.Lines(known + later, used, later, fireKnown - receipts.lasting().size() - columns.size(), outside, beyondQuota);
  }

  /** Incidents laid on hours, with who told of them. */
  Laid laid() {
    return laid;
  }

  /** Reports of all kinds; of those received by {@link #until} alone is anything known. */
  Receipts receipts() {
    return receipts;
  }

  long until() {
    return until;
  }

  Instant start(int hour) {
    return Instant.ofEpochSecond((firstHour + hour) * 3600);
  }

  int firstHourOfDay() {
    return firstHourOfDay;
  }

  Incidents incidents() {
    return incidents;
  }

  List<Finding> findings() {
    return findings.list();
  }
}
