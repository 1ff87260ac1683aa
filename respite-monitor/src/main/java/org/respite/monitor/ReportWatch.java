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
import org.respite.monitor.clock.HourClock;
import org.respite.monitor.clock.HourStrip;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.incident.Incidents;
import org.respite.monitor.incident.Killed;
import org.respite.monitor.incident.Observer;
import org.respite.monitor.incident.Report;
import org.respite.monitor.incident.Violations;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;

/**
 * Has the fire stopped, from reports: per hour and place, overall, per kind of fire and per party alleged, as known at one
 * time. Only what had been received by then is looked at, so every past verdict can be had again.
 */
public final class ReportWatch {
  private static final int LONGEST_DAYS = 60;
  private static final int FEWER_DAYS = 21;
  private static final int DAYS_JUDGED = 14;
  private static final int MANY_REPORTS = 20_000;
  private static final int STRIP_HOURS = 48;

  private ReportWatch() {}

  /**
   * What is asked.
   *
   * @param observers who could see or hear; empty where nobody is known to have watched
   * @param zone zone of the days, for the profile of the day and for "end of the day"
   */
  public record Request(
      Optional<Instant> announced, Optional<Instant> until, Optional<Instant> asOf, List<Observer> observers, ZoneId zone,
      SwitchSettings settings) {}

  /** One hour of one place, in the order of the strip. */
  public record Strip(String place, List<HourStrip> hours) {}

  /** What could be said at the end of a day. */
  public record Day(LocalDate day, double paused, Verdict verdict) {}

  /** How much of the last day's fire rests on one source. */
  public record Source(String name, int reports, int copies) {}

  /** The start of a pause: instants by 5, 50 and 95 %. */
  public record Start(Instant low, Instant middle, Instant high) {}

  /**
   * The answer.
   *
   * @param incidents 5 %, median and 95 % of the number of incidents behind the reports of fire
   * @param stripFrom first hour of the strips
   */
  public record Answer(
      Instant asOf, HourClock.Reading reading, Optional<Start> start, Map<String, HourClock.Reading> byKind,
      Map<String, HourClock.Reading> byActor, List<Day> days, Incidents.Count incidents, Killed killed,
      List<Violations> violations, Instant stripFrom, List<Strip> strips, List<Source> sources, List<Finding> findings) {}

  /** Judges; empty where no report had been received by then. */
  public static Optional<Answer> watch(List<Report> all, Request request, Findings findings) {
    Optional<Instant> last = all.stream().map(Report::received).max(Comparator.naturalOrder());
    if (last.isEmpty()) return Optional.empty();
    Instant asOf = request.asOf().orElse(last.get().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)));
    HourGrid grid = grid(all, asOf, request);
    if (grid.hours() == 0) return Optional.empty();
    findings.addAll(grid.findings());
    warnOfWindow(request, grid, findings);
    var clock = new HourClock(request.settings());
    HourClock.Reading overall = judged(clock, grid, request, grid.all());
    var byKind = new TreeMap<String, HourClock.Reading>();
    for (String kind : grid.kinds()) byKind.put(kind, judged(clock, grid, request, grid.ofKind(kind)));
    var byActor = new TreeMap<String, HourClock.Reading>();
    for (String actor : grid.actors()) byActor.put(actor, judged(clock, grid, request, grid.ofActor(actor)));
    Instant from = request.announced().orElse(asOf.minus(Duration.ofDays(1)));
    Instant to = request.until().filter(u -> u.isBefore(asOf)).orElse(asOf);
    int strip = Math.min(STRIP_HOURS, grid.hours());
    return Optional.of(new Answer(asOf, overall, start(overall, grid), byKind, byActor, days(all, request, asOf, overall, findings),
        grid.incidents().count(), Killed.of(grid.incidents()), Violations.of(grid.incidents(), from, to), grid.start(grid.hours() - strip),
        strips(grid, request, strip), grid.sources(), findings.list()));
  }

  /** Many reports: no further back than baseline and window need, for speed. */
  private static HourGrid grid(List<Report> all, Instant asOf, Request request) {
    int days = all.size() > MANY_REPORTS ? FEWER_DAYS : LONGEST_DAYS;
    Instant from = asOf.minus(Duration.ofDays(days));
    List<Report> recent = known(all, asOf).stream().filter(r -> !r.when().from().isBefore(from)).toList();
    return HourGrid.of(recent, asOf, days, request.zone());
  }

  private static List<Report> known(List<Report> all, Instant asOf) {
    return all.stream().filter(r -> !r.received().isAfter(asOf)).toList();
  }

  private static HourClock.Reading judged(HourClock clock, HourGrid grid, Request request, HourGrid.Counts counts) {
    int[] seen = counts.fire().clone();
    boolean observersKnown = !request.observers().isEmpty();
    for (int h = 0; observersKnown && h < seen.length; h++) {
      if (seen[h] == 0 && !watched(request.observers(), "", grid, h)) seen[h] = -1;
    }
    int announced = request.announced().map(grid::index).filter(h -> h >= 0 && h < grid.hours()).orElse(HourClock.NONE);
    int until = request.until().map(grid::index).filter(h -> h >= 0 && h < grid.hours()).orElse(HourClock.NONE);
    HourClock.Reading reading = clock.read(
        new HourClock.Known(seen, counts.control(), grid.arrived(), grid.firstHourOfDay()).announced(announced, until), true);
    boolean blind = !observersKnown && Arrays.stream(counts.control()).sum() == 0;
    if (reading.verdict() != Verdict.PAUSED || !blind) return reading;
    String why = "nobody is known to have been watching: silence alone is no pause (name observers, or send reports of kind none)";
    return new HourClock.Reading(
        reading.paused(), Verdict.CANNOT_SAY, reading.start(), reading.quietHoursNeeded(), reading.baseline(), why);
  }

  /** Whether somebody watched that place in that hour; with an empty place, any place. */
  private static boolean watched(List<Observer> observers, String place, HourGrid grid, int hour) {
    for (Observer o : observers) {
      boolean here = place.isEmpty() || o.place().isEmpty() || o.place().equalsIgnoreCase(place);
      if (here && !o.from().isAfter(grid.start(hour)) && !o.to().isBefore(grid.start(hour + 1))) return true;
    }
    return false;
  }

  private static Optional<Start> start(HourClock.Reading reading, HourGrid grid) {
    return reading.start().map(s -> new Start(grid.start(s.low()), grid.start(s.middle()), grid.start(s.high())));
  }

  private static List<Day> days(
      List<Report> all, Request request, Instant asOf, HourClock.Reading now, Findings findings) {
    int judged = all.size() > MANY_REPORTS ? 1 : DAYS_JUDGED;
    if (all.size() > MANY_REPORTS) {
      findings.add(new Finding("M228", "the reports", all.size() + " reports are many",
          "of the days only the last is judged, from the last " + FEWER_DAYS + " days",
          "ask for earlier days with --as-of"));
    }
    var days = new ArrayList<Day>();
    var clock = new HourClock(request.settings());
    LocalDate last = asOf.atZone(request.zone()).toLocalDate();
    for (int back = judged - 1; back >= 0; back--) {
      LocalDate day = last.minusDays(back);
      Instant end = day.plusDays(1).atStartOfDay(request.zone()).toInstant();
      Instant then = end.isAfter(asOf) ? asOf : end;
      HourClock.Reading reading = now;
      if (then.isBefore(asOf)) {
        HourGrid grid = grid(all, then, request);
        if (grid.hours() == 0) continue;
        reading = judged(clock, grid, request, grid.all());
      }
      days.add(new Day(day, reading.paused(), reading.verdict()));
    }
    return days;
  }

  private static List<Strip> strips(HourGrid grid, Request request, int hours) {
    var strips = new ArrayList<Strip>();
    for (String place : grid.places()) {
      int[] fire = grid.ofPlace(place);
      var states = new ArrayList<HourStrip>();
      for (int h = grid.hours() - hours; h < grid.hours(); h++) {
        boolean watched = watched(request.observers(), place, grid, h);
        states.add(!watched ? HourStrip.NOT_OBSERVED : fire[h] > 0 ? HourStrip.FIRE : HourStrip.QUIET);
      }
      strips.add(new Strip(place, List.copyOf(states)));
    }
    return strips;
  }

  private static void warnOfWindow(Request request, HourGrid grid, Findings findings) {
    if (request.announced().isEmpty() || request.zone() instanceof ZoneOffset) return;
    Instant from = request.announced().get();
    Instant to = request.until().orElse(from.plus(Duration.ofDays(1)));
    var next = request.zone().getRules().nextTransition(from);
    if (next == null || !next.getInstant().isBefore(to)) return;
    findings.add(new Finding("M227", "--announced", "clocks change at " + next.getInstant() + ", inside the pause",
        "local hours are doubled or missing there; all reckoning is in UTC", "name hours with their offset when you speak of them"));
  }
}
