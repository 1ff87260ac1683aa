// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.respite.monitor.clock.DailySeries;
import org.respite.monitor.clock.HourClock;
import org.respite.monitor.clock.HourStrip;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.incident.Incidents;
import org.respite.monitor.incident.Killed;
import org.respite.monitor.incident.Observer;
import org.respite.monitor.incident.Report;
import org.respite.monitor.incident.Violations;
import org.respite.monitor.incident.Way;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;

/**
 * Has the fire stopped, from reports: per hour and place, overall, per kind of fire and per party alleged, as known at one
 * time. Only what had been received by then is looked at, so every past verdict can be had again.
 */
public final class ReportWatch {
  /** The clock looks so many days back: baseline, run-up and window need no more. Linkage and tables take all reports. */
  private static final int DAYS_BACK = 60;
  private static final int DAYS_JUDGED = 14;
  /** From so many hours without any report on, the silence of all sources is told. Assumption: a night. */
  private static final int SILENT_HOURS = 12;
  private static final int HOURS_SHOWN = 96;

  private ReportWatch() {}

  /**
   * A pause somebody announced. Hours from {@code told} on are no ordinary hours; without it, those from a day before {@code from} on.
   *
   * @param told when it was announced
   * @param from its first moment
   * @param until the first moment after it
   */
  public record Announced(Optional<Instant> told, Optional<Instant> from, Optional<Instant> until) {
    public static final Announced NOTHING = new Announced(Optional.empty(), Optional.empty(), Optional.empty());

    public static Announced from(Instant from) {
      return new Announced(Optional.empty(), Optional.of(from), Optional.empty());
    }
  }

  /**
   * Who could see or hear, and what to show hour by hour.
   *
   * @param observers empty where nobody is known to have watched
   * @param places shown even where no report names them
   * @param ways corridors: fire that may lie too near to one is fire on it
   */
  public record Ground(List<Observer> observers, List<String> places, List<Way> ways) {
    public Ground {
      observers = List.copyOf(observers);
      places = List.copyOf(places);
      ways = List.copyOf(ways);
    }

    public static Ground watchedBy(List<Observer> observers) {
      return new Ground(observers, List.of(), List.of());
    }
  }

  /**
   * What is asked.
   *
   * @param zone zone of the days, for the profile of the day and for "end of the day"
   */
  public record Request(Announced pause, Optional<Instant> asOf, Ground ground, ZoneId zone, SwitchSettings settings) {}

  /**
   * Hour by hour of one place or corridor.
   *
   * @param reports fire reported in each hour, watched or not: what nobody was placed to see is not observed, however often it is told
   */
  public record Strip(String place, boolean corridor, List<HourStrip> hours, List<Integer> reports) {
    public Strip {
      hours = List.copyOf(hours);
      reports = List.copyOf(reports);
    }
  }

  /**
   * One hour as it stands now.
   *
   * @param seen incidents told of the six hours up to its end; negative where nobody watched
   * @param low and {@code high}: where the count of those six hours will lie with 90 % once all is told
   */
  public record Hour(Instant from, double paused, int seen, int low, int high) {}

  /** The hours from the announcement to the start against the days before. {@code incidents} in watched hours only. */
  public record RunUp(Instant from, Instant to, int watchedHours, int incidents, double perDayBefore) {
    public double perDay() {
      return watchedHours == 0 ? 0 : 24.0 * incidents / watchedHours;
    }
  }

  /** What could be said at the end of a day. */
  public record Day(LocalDate day, double paused, Verdict verdict) {}

  /** How much of the last day's fire rests on one source. */
  public record Source(String name, int reports, int copies) {}

  /** The start of a pause: instants by 5, 50 and 95 %. */
  public record Start(Instant low, Instant middle, Instant high) {}

  /**
   * The answer.
   *
   * @param spread incidents known to a part of a day or to more, which are spread over the hours they may lie in
   * @param incidents 5 %, median and 95 % of the number of incidents behind the reports of fire
   * @param watchedHours hours that somebody watched some place within the pause: what the violations were seen in
   * @param stripFrom first hour of the strips
   */
  public record Answer(
      Instant asOf, HourClock.Reading reading, Optional<Start> start, Map<String, HourClock.Reading> byKind,
      Map<String, HourClock.Reading> byActor, List<Day> days, int spread, Incidents.Count incidents, Killed killed,
      Optional<RunUp> runUp, List<Hour> hours, List<Violations> violations, int watchedHours, Instant stripFrom, List<Strip> strips, List<Source> sources, List<Finding> findings) {}

  /** The end of the hour in which the last report was received. */
  public static Optional<Instant> lastKnown(List<Report> all) {
    return all.stream().map(Report::received).max(Comparator.naturalOrder()).map(ReportWatch::endOfHour);
  }

  static Instant endOfHour(Instant time) {
    return time.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
  }

  /** Judges; empty where no report had been received by then. */
  public static Optional<Answer> watch(List<Report> all, Request request, Findings findings) {
    Optional<Instant> last = request.asOf().or(() -> lastKnown(all));
    if (last.isEmpty()) return Optional.empty();
    Instant asOf = last.get();
    List<Report> known = known(all, asOf);
    return judge(new Told(known, Sources.of(known), Incidents.of(HourGrid.ofOneIncident(known)), new TreeMap<>()), new Request(request.pause(), last, request.ground(), request.zone(), request.settings()), findings);
  }

  /** What is known, as far as it is made before the question: {@code past} holds the days judged before, and takes those judged now. */
  record Told(List<Report> known, Sources sources, Incidents incidents, Map<LocalDate, Day> past) {}

  /** The same from what was made before. */
  static Optional<Answer> judge(Told told, Request request, Findings findings) {
    Instant asOf = request.asOf().orElseThrow();
    HourGrid grid = grid(told.known, told.incidents, asOf, request);
    if (grid.hours() == 0 || told.known.isEmpty()) return Optional.empty();
    told.sources.tellFloods(findings);
    findings.addAll(grid.findings());
    warnOfWindow(request, grid, findings);
    if (request.ground().observers().isEmpty()) warnOfSilence(told.known, asOf, findings); // whoever watches and has nothing to tell is not silent
    var clock = new HourClock(request.settings());
    HourClock.Reading overall = judged(clock, grid, request, grid.all(), true);
    var byKind = new TreeMap<String, HourClock.Reading>();
    for (String kind : grid.kinds()) byKind.put(kind, judged(clock, grid, request, grid.ofKind(kind), true));
    var byActor = new TreeMap<String, HourClock.Reading>();
    for (String actor : grid.actors()) byActor.put(actor, judged(clock, grid, request, grid.ofActor(actor), true));
    Instant from = request.pause().from().orElse(asOf.minus(Duration.ofDays(1)));
    Instant to = request.pause().until().filter(u -> u.isBefore(asOf)).orElse(asOf);
    int strip = Math.min(HourGrid.SHOWN, grid.hours());
    return Optional.of(new Answer(asOf, overall, start(overall, grid), byKind, byActor, days(told, request, overall), grid.spread(),
        grid.incidents().count(), Killed.of(grid.incidents()), runUp(grid, request, overall), hours(clock, grid, request),
        Violations.of(grid.incidents(), from, to), watchedHours(grid, request, from, to), grid.start(grid.hours() - strip),
        Strips.of(grid, told.sources.places(), request.ground(), strip), told.sources.list(), findings.list()));
  }

  /** @param all known by the time that is asked for; {@code asOf} may be earlier */
  private static HourGrid grid(List<Report> all, Incidents incidents, Instant asOf, Request request) {
    boolean earlier = asOf.isBefore(request.asOf().orElseThrow());
    List<Report> known = earlier ? known(all, asOf) : all;
    return HourGrid.of(known, earlier ? incidents.asKnownAt(asOf) : incidents, asOf, DAYS_BACK, request.zone(), request.pause().from());
  }

  private static List<Report> known(List<Report> all, Instant asOf) {
    return all.stream().filter(r -> !r.received().isAfter(asOf)).toList();
  }

  private static HourClock.Reading judged(HourClock clock, HourGrid grid, Request request, HourGrid.Counts counts, boolean withNeed) {
    HourClock.Reading reading = clock.read(knownTo(grid, request, counts), withNeed);
    boolean blind = request.ground().observers().isEmpty() && Arrays.stream(counts.control()).sum() == 0;
    if (reading.verdict() != Verdict.PAUSED || !blind) return reading;
    String why = "nobody is known to have been watching: silence alone is no pause (name observers, or send reports of kind none)";
    return new HourClock.Reading(
        reading.paused(), Verdict.CANNOT_SAY, reading.start(), reading.quietHoursNeeded(), reading.baseline(), why);
  }

  private static HourClock.Known knownTo(HourGrid grid, Request request, HourGrid.Counts counts) {
    int[] seen = counts.fire().clone();
    List<Observer> observers = request.ground().observers();
    boolean[] watched = Strips.watched(observers, "", grid);
    for (int h = 0; !observers.isEmpty() && h < seen.length; h++) if (seen[h] == 0 && !watched[h]) seen[h] = DailySeries.MISSING;
    return new HourClock.Known(seen, counts.control(), grid.arrived(), grid.firstHourOfDay())
        .announced(index(request.pause().from(), grid), index(request.pause().until(), grid)).told(index(request.pause().told(), grid));
  }

  private static int index(Optional<Instant> time, HourGrid grid) {
    return time.map(grid::index).filter(h -> h >= 0 && h < grid.hours()).orElse(HourClock.NONE);
  }

  private static int watchedHours(HourGrid grid, Request request, Instant from, Instant to) {
    boolean[] watched = Strips.watched(request.ground().observers(), "", grid);
    int hours = 0;
    for (int h = Math.max(0, grid.index(from)); h < Math.min(watched.length, grid.index(to)); h++) if (watched[h]) hours++;
    return hours;
  }

  private static List<Hour> hours(HourClock clock, HourGrid grid, Request request) {
    return clock.hours(knownTo(grid, request, grid.all()), HOURS_SHOWN).stream()
        .map(h -> new Hour(grid.start(h.hour()), h.paused(), h.seen(), h.low(), h.high())).toList();
  }

  private static Optional<RunUp> runUp(HourGrid grid, Request request, HourClock.Reading overall) {
    if (request.pause().told().isEmpty() || request.pause().from().isEmpty()) return Optional.empty();
    Instant told = request.pause().told().get();
    Instant start = request.pause().from().get();
    int[] fire = grid.all().fire();
    boolean[] watched = Strips.watched(request.ground().observers(), "", grid);
    int hours = 0;
    int incidents = 0;
    for (int h = Math.max(0, grid.index(told)); h < Math.min(grid.hours(), grid.index(start)); h++) {
      if (!watched[h]) continue;
      hours++;
      incidents += fire[h];
    }
    return Optional.of(new RunUp(told, start, hours, incidents, overall.baseline().perDay()));
  }

  private static Optional<Start> start(HourClock.Reading reading, HourGrid grid) {
    return reading.start().map(s -> new Start(grid.start(s.low()), grid.start(s.middle()), grid.start(s.high())));
  }

  private static List<Day> days(Told told, Request request, HourClock.Reading now) {
    Instant asOf = request.asOf().orElseThrow();
    LocalDate last = asOf.atZone(request.zone()).toLocalDate();
    var days = new ArrayList<Day>();
    for (int back = DAYS_JUDGED - 1; back >= 0; back--) {
      LocalDate day = last.minusDays(back);
      Instant end = endOf(day, request.zone());
      if (end.isBefore(asOf)) judgedAt(told, request, day).ifPresent(days::add);
      else days.add(new Day(day, now.paused(), now.verdict()));
    }
    return days;
  }

  static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** A day that is over, as known at its end; none where no hour lies before it. */
  private static Optional<Day> judgedAt(Told told, Request request, LocalDate day) {
    if (told.past.containsKey(day)) return Optional.of(told.past.get(day));
    HourGrid grid = grid(told.known, told.incidents, endOf(day, request.zone()), request);
    if (grid.hours() == 0) return Optional.empty();
    HourClock.Reading reading = judged(new HourClock(request.settings()), grid, request, grid.all(), false);
    told.past.put(day, new Day(day, reading.paused(), reading.verdict()));
    return Optional.of(told.past.get(day));
  }

  private static void warnOfSilence(List<Report> known, Instant asOf, Findings findings) {
    Instant last = Instant.MIN;
    for (Report r : known) if (r.received().isAfter(last)) last = r.received();
    if (known.isEmpty() || Duration.between(last, asOf).toHours() < SILENT_HOURS) return;
    findings.add(new Finding("M232", "the reports", "no source has reported anything since " + last, "that all are silent is no quiet",
        "ask a source whether it still watches"));
  }

  private static void warnOfWindow(Request request, HourGrid grid, Findings findings) {
    if (request.pause().from().isEmpty() || request.zone() instanceof ZoneOffset) return;
    Instant from = request.pause().from().get();
    Instant to = request.pause().until().orElse(from.plus(Duration.ofDays(1)));
    var next = request.zone().getRules().nextTransition(from);
    if (next == null || !next.getInstant().isBefore(to)) return;
    findings.add(new Finding("M227", "--announced", "clocks change at " + next.getInstant() + ", inside the pause",
        "local hours are doubled or missing there; all reckoning is in UTC", "name hours with their offset when you speak of them"));
  }
}
