// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.respite.monitor.incident.Incidents;
import org.respite.monitor.incident.Report;
import org.respite.monitor.incident.Way;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;
import org.respite.monitor.stats.ReportingDelay;

/** Reports laid on hours: incidents by the likeliest linkage, other reports as control, and how fast reports arrive. */
final class HourGrid {
  private static final int LONGEST_DELAY = 72;
  /** A report of a longer span does not tell the hour: it is spread over its hours. Assumption. */
  private static final int LONGEST_SPAN_HOURS = 6;
  /** A report of a longer span is not compared with others. Assumption. */
  private static final int LONGEST_INCIDENT_HOURS = 24;
  /** Incidents an hour that rest on one source alone and still count. Assumption; shown where it bites. */
  static final int QUOTA = 6;
  /** Hours that can be shown by place. */
  static final int SHOWN = 96;

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

  private record Placed(int hour, Collection<String> places, List<Report> members) {}

  private final long firstHour;
  private final int hours;
  private final int firstHourOfDay;
  private final Incidents incidents;
  private final List<Placed> recent = new ArrayList<>();
  private final Map<String, int[]> alone = new HashMap<>();
  private final int[][] triangle;
  private final Spread spread;
  private final int[] quiet;
  private final int[] fire;
  private final Map<String, int[]> byKind = new TreeMap<>();
  private final Map<String, int[]> byActor = new TreeMap<>();
  private final double[] arrived;
  private final Findings findings = new Findings();

  private HourGrid(List<Report> reports, Incidents incidents, long firstHour, int hours, ZoneId zone) {
    this.incidents = incidents;
    this.firstHour = firstHour;
    this.hours = hours;
    this.firstHourOfDay = hours == 0 ? 0 : Instant.ofEpochSecond(firstHour * 3600).atZone(zone).getHour();
    this.quiet = new int[hours];
    this.fire = new int[hours];
    this.spread = new Spread(hours);
    this.triangle = new int[hours][LONGEST_DELAY + 1];
    for (Report r : reports) {
      int h = index(r.when().from());
      if (!r.isFire() && h >= 0 && h < hours) quiet[h]++;
      if (r.isFire() && spanHours(r) > LONGEST_INCIDENT_HOURS) spread(r);
    }
    place();
    spread.addTo(fire, byKind, byActor);
    arrived = arrivals();
  }

  /**
   * Lays what was known at {@code asOf} on whole hours, from the first report or the announced start, at most so many days back.
   *
   * @param reports all known then
   * @param incidents of those reports of fire that can be told to one incident ({@link #ofOneIncident})
   */
  static HourGrid of(List<Report> reports, Incidents incidents, Instant asOf, int days, ZoneId zone, Optional<Instant> announced) {
    long last = Math.floorDiv(asOf.getEpochSecond(), 3600);
    long first = announced.map(a -> Math.floorDiv(a.getEpochSecond(), 3600L)).orElse(last);
    for (Report r : reports) first = Math.min(first, Math.floorDiv(r.when().from().getEpochSecond(), 3600));
    long from = Math.max(first, last - days * 24L);
    return new HourGrid(reports, incidents, from, (int) Math.max(0, last - from), zone);
  }

  /** Reports that can be told to one incident. */
  static List<Report> ofOneIncident(List<Report> all) {
    return all.stream().filter(r -> spanHours(r) <= LONGEST_INCIDENT_HOURS).toList();
  }

  private static boolean isToTheHour(Report r) {
    return r.when().to().getEpochSecond() - r.when().from().getEpochSecond() <= LONGEST_SPAN_HOURS * 3600L;
  }

  private static double spanHours(Report r) {
    return (r.when().to().getEpochSecond() - r.when().from().getEpochSecond()) / 3600.0;
  }

  /** Lays each incident on the hour of its first report. */
  private void place() {
    int[] root = incidents.likeliest();
    int[] size = new int[root.length];
    for (int r : root) size[r]++;
    Map<Integer, List<Report>> groups = new LinkedHashMap<>();
    for (int i = 0; i < root.length; i++) {
      Report r = incidents.reports().get(i);
      if (index(r.when().from()) < -LONGEST_INCIDENT_HOURS) continue;
      if (size[root[i]] == 1) alone(r);
      else groups.computeIfAbsent(root[i], k -> new ArrayList<>(2)).add(r);
    }
    groups.values().forEach(this::place);
  }

  /** By its reports that tell the hour; where none does, spread. */
  private void place(List<Report> one) {
    List<Report> toTheHour = one.stream().filter(HourGrid::isToTheHour).toList();
    if (toTheHour.isEmpty()) {
      spread(one.getFirst());
      return;
    }
    Report first = toTheHour.getFirst();
    for (Report r : toTheHour) if (r.received().isBefore(first.received())) first = r;
    place(first, toTheHour);
  }

  private void spread(Report r) {
    int from = index(r.when().from());
    int to = Math.max(from + 1, index(r.when().to().plusSeconds(3599)));
    if (to > 0 && from < hours) spread.add(r, from, to);
  }

  /** One report that stands for an incident of its own: most do, so no list is made for it. */
  private void alone(Report r) {
    if (!isToTheHour(r)) {
      spread(r);
      return;
    }
    int hour = index(r.when().from());
    if (hour < 0 || hour >= hours || isBeyondQuota(r.origin().root(), hour)) return;
    lay(r, hour);
    count(byKind, r.kind(), hour);
    count(byActor, r.alleged().actor(), hour);
    if (hour >= hours - SHOWN) recent.add(new Placed(hour, names(List.of(r), p -> p.where().place()), List.of(r)));
  }

  private void place(Report first, List<Report> one) {
    int hour = index(first.when().from());
    if (hour < 0 || hour >= hours) return;
    String root = first.origin().root();
    if (one.stream().allMatch(r -> r.origin().root().equals(root)) && isBeyondQuota(root, hour)) return;
    lay(first, hour);
    for (String kind : names(one, Report::kind)) count(byKind, kind, hour);
    for (String actor : names(one, r -> r.alleged().actor())) count(byActor, actor, hour);
    if (hour >= hours - SHOWN) recent.add(new Placed(hour, names(one, r -> r.where().place()), one));
  }

  private void lay(Report first, int hour) {
    fire[hour]++;
    triangle[hour][Math.clamp(index(first.received()) - hour, 0, LONGEST_DELAY)]++;
  }

  private void count(Map<String, int[]> by, String name, int hour) {
    if (!name.isEmpty()) by.computeIfAbsent(name, k -> new int[hours])[hour]++;
  }

  private boolean isBeyondQuota(String root, int hour) {
    if (++alone.computeIfAbsent(root, k -> new int[hours])[hour] <= QUOTA) return false;
    findings.add(new Finding("M222", "source " + root, "one source reports more than " + QUOTA + " incidents an hour that nobody else reports",
        "those beyond " + QUOTA + " an hour are listed as alleged and not counted by the clock", "ask a second, independent source"));
    return true;
  }

  /** What the members say, without those that say nothing. */
  private static Collection<String> names(List<Report> members, Function<Report, String> of) {
    String first = of.apply(members.getFirst());
    if (members.size() == 1) return first.isEmpty() ? List.of() : List.of(first);
    var all = new HashSet<String>();
    for (Report r : members) if (!of.apply(r).isEmpty()) all.add(of.apply(r));
    return all;
  }

  private double[] arrivals() {
    var delay = ReportingDelay.of(triangle, hours - 1, LONGEST_DELAY);
    double[] by = new double[LONGEST_DELAY + 1];
    for (int d = 0; d < by.length; d++) by[d] = delay.by(d);
    return by;
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

  /** Fire of the last hours, at most {@value #SHOWN}, by place named. */
  Map<String, int[]> byPlace(int last) {
    Map<String, int[]> all = new HashMap<>();
    for (Placed p : recent) {
      if (p.hour < hours - last) continue;
      for (String place : p.places) all.computeIfAbsent(place, k -> new int[last])[p.hour - hours + last]++;
    }
    return all;
  }

  /** Fire of the last hours, at most {@value #SHOWN}, that may lie too near to a corridor. */
  int[] near(Way way, int last) {
    int[] n = new int[last];
    for (Placed p : recent) {
      if (p.hour >= hours - last && (p.places.contains(way.name()) || p.members.stream().anyMatch(way::mayBeHitBy))) n[p.hour - hours + last]++;
    }
    return n;
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

  Instant start(int hour) {
    return Instant.ofEpochSecond((firstHour + hour) * 3600);
  }

  int firstHourOfDay() {
    return firstHourOfDay;
  }

  double[] arrived() {
    return arrived.clone();
  }

  Incidents incidents() {
    return incidents;
  }

  List<Finding> findings() {
    return findings.list();
  }
}
