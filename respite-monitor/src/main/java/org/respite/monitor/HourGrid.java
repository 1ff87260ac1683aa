// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.respite.monitor.incident.FireColumns;
import org.respite.monitor.incident.Incidents;
import org.respite.monitor.incident.Report;
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
  /** Hours that can be shown by place. */
  static final int SHOWN = 96;

  private static final long HOUR = 3_600_000_000L;

  /** Incidents by hour, and the other reports of the same hours. The arrays are the grid's own: not to be changed. */
  record Counts(int[] fire, int[] control) {}

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
  /** By incident laid on an hour, the name of who alone tells of it; {@link FireColumns#NONE} where two do. */
  private final int[] alone;
  private final Laid laid = new Laid();
  private final Quota quota;
  private final int[] senderOf;
  private final Spread spread;
  private final int[] quiet;
  private final int[] fire;
  private final Map<String, int[]> byKind = new TreeMap<>();
  private final Map<String, int[]> byActor = new TreeMap<>();
  private final Findings findings = new Findings();
  private final LineTally tally = new LineTally();

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
      tally.tell(within, 1);
    }
    for (Report r : receipts.lasting()) if (FireColumns.micros(r.received()) <= until) tally.tell(spread(r), 1);
    next = new int[columns.size()];
    laidAt = new int[columns.size()];
    alone = new int[columns.size()];
    quota = new Quota(columns, hours, findings);
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
    Arrays.fill(alone, FireColumns.NONE);
    Arrays.fill(senderOf, FireColumns.NONE);
    for (int i = 0; i < root.length; i++) {
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
      tally.tell(spread(incidents.reports().get(root)), members);
      return false;
    }
    int hour = index(columns.from(first));
    boolean within = hour >= 0 && hour < hours;
    if (!within) tally.tell(false, members);
    if (!within) return false;
    boolean one = true;
    for (int m = root; m >= 0; m = next[m]) one &= !isToTheHour(m) || columns.root(m) == columns.root(first);
    if (one && quota.isExceeded(columns.root(first), hour)) {
      tally.beyondQuota(members);
      return false;
    }
    tally.tell(true, members);
    fire[hour]++;
    laidAt[root] = hour;
    if (one) alone[root] = columns.root(first);
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

  /** All fire, against reports that nothing was seen or heard. */
  Counts all() {
    return new Counts(fire.clone(), Arrays.stream(quiet).sum() == 0 ? new int[0] : quiet);
  }

  /** By number of a name, how many incidents of those hours that source alone tells. */
  int[] toldAlone(int from, int to) {
    int[] by = new int[Math.max(1, columns.names())];
    for (int i = 0; i < alone.length; i++) if (alone[i] >= 0 && laidAt[i] >= from && laidAt[i] < to) by[alone[i]]++;
    return by;
  }

  /** How many incidents were laid on those hours. */
  int incidents(int from, int to) {
    int n = 0;
    for (int at : laidAt) if (at >= from && at < to) n++;
    return n;
  }

  /** All fire but what that source alone tells of the hours from there on. */
  Counts without(int name, int from) {
    Counts all = all();
    for (int i = 0; i < alone.length; i++) if (alone[i] == name && laidAt[i] >= from) all.fire()[laidAt[i]]--;
    return all;
  }

  String nameOf(int name) {
    return columns.name(name);
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
  int firstOfLast(int last) {
    return columns.firstFrom(start(hours - last - LONGEST_INCIDENT_HOURS));
  }

  /** Hour on which the incident of that first report was laid; {@link FireColumns#NONE} where none was, or another report is the first of its incident. */
  int laidAt(int report) {
    return laidAt[report];
  }

  /** The next report of the same incident that tells the hour, from this one on; {@link FireColumns#NONE} after the last. */
  int toTheHour(int report) {
    int m = report;
    while (m >= 0 && !isToTheHour(m)) m = next[m];
    return m;
  }

  int next(int report) {
    return toTheHour(next[report]);
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

  /** What became of each report known, and of {@code later} more. */
  ReportWatch.Lines lines(int later) {
    return tally.lines(receipts, columns.size(), until, later);
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
