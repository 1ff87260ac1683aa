// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.respite.monitor.incident.Way;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;

/**
 * Has the fire stopped, from reports: per hour and place, overall, per kind of fire and per party alleged, as known at one
 * time. Only what had been received by then is looked at, so every past verdict can be had again.
 */
public final class ReportWatch {
  private static final int DAYS_JUDGED = 14;
  /** From so many hours without any report on, the silence of all sources is told. Assumption: a night. */
  private static final int SILENT_HOURS = 12;
  private static final int HOURS_SHOWN = 96;
  /** Where those still heard would tell of less than this share of the usual fire, silence is a reporting gap. Assumption. */
  private static final double MOST = 0.5;
  /** From this share on nothing is said of who has fallen silent beside the verdict. Assumption. */
  private static final double NEARLY_ALL = 0.9;

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

  /**
   * What became of each line that holds a report: {@code read} is the sum of all others.
   *
   * @param used laid on hours, as an incident, as one more telling of it, or as word of quiet
   * @param later received after the time that is asked for
   * @param toldBefore copies of a source, and lines that say the same as another
   * @param outside of hours before those looked at
   * @param beyondQuota of one source alone, beyond its quota an hour
   */
  public record Lines(int read, int used, int later, int toldBefore, int outside, int beyondQuota) {}

  /** What could be said at the end of a day; {@code isPrior} where the chance is only what was believed before. */
  public record Day(LocalDate day, double paused, boolean isPrior, Verdict verdict) {}

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
      Map<String, HourClock.Reading> byActor, Independence independence, List<Day> days, int spread, Incidents.Count incidents, Killed killed,
      Optional<RunUp> runUp, List<Hour> hours, Heard heard, Lines lines, List<Violations> violations, int watchedHours, Instant stripFrom, List<Strip> strips, List<Source> sources, List<Finding> findings) {}

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
    List<Report> known = all.stream().filter(r -> !r.received().isAfter(asOf)).toList();
    return judge(Told.of(known, all.size() - known.size()), new Request(request.pause(), last, request.ground(), request.zone(), request.settings()), findings);
  }

  /** What is known, as far as it is made before the question: {@code past} holds the days judged before, and takes those judged now. */
  record Told(Receipts receipts, Sources sources, Incidents incidents, Map<LocalDate, Day> past, int later) {
    static Told of(List<Report> known, int later) {
      return new Told(Receipts.of(known), Sources.of(known), Incidents.of(known.stream().filter(HourGrid::isOfOneIncident).toList()), new TreeMap<>(), later);
    }
  }

  /** The same from what was made before. */
  static Optional<Answer> judge(Told told, Request request, Findings findings) {
    Instant asOf = request.asOf().orElseThrow();
    var seen = new Seen(told, asOf, request);
    HourGrid grid = seen.grid;
    if (grid.hours() == 0 || told.receipts.size() == 0) return Optional.empty();
    told.sources.tellFloods(findings);
    findings.addAll(grid.findings());
    warnOfWindow(request, findings);
    if (request.ground().observers().isEmpty()) warnOfSilence(told.receipts, asOf, findings); // whoever watches and has nothing to tell is not silent
    var clock = new HourClock(request.settings());
    HourClock.Reading overall = judged(clock, seen, grid.all(), true);
    var byKind = new TreeMap<String, HourClock.Reading>();
    for (String kind : grid.kinds()) byKind.put(kind, judged(clock, seen, grid.ofKind(kind), true));
    var byActor = new TreeMap<String, HourClock.Reading>();
    for (String actor : grid.actors()) byActor.put(actor, judged(clock, seen, grid.ofActor(actor), true));
    Instant from = request.pause().from().orElse(asOf.minus(Duration.ofDays(1)));
    Instant to = request.pause().until().filter(u -> u.isBefore(asOf)).orElse(asOf);
    int strip = Math.min(HourGrid.SHOWN, grid.hours());
    return Optional.of(new Answer(asOf, overall, start(overall, grid), byKind, byActor, Independence.of(clock, seen, overall), days(told, request, overall), grid.spread(),
        grid.incidents().count(), Killed.of(grid.incidents()), runUp(seen, overall), hours(clock, seen, overall), seen.heard(), grid.lines(told.later),
        Violations.of(grid.incidents(), from, to), watchedHours(seen, from, to), grid.start(grid.hours() - strip),
        seen.strips(told.sources.places(), strip), told.sources.list(), findings.list()));
  }

  static HourClock.Reading judged(HourClock clock, Seen seen, HourGrid.Counts counts, boolean withNeed) {
    HourClock.Reading reading = clock.read(seen.known(counts), withNeed);
    if (seen.blind(counts) && reading.verdict() != Verdict.NOT_PAUSED && !reading.isPrior()) return clock.readUnwatched(seen.known(counts), withNeed);
    double heard = seen.hearing.heard();
    if (heard >= NEARLY_ALL || reading.verdict() == Verdict.NOT_PAUSED || !reading.why().isEmpty()) return reading;
    return reading.with(heard < MOST ? Verdict.REPORTING_GAP : reading.verdict(), seen.hearing.words());
  }

  private static int watchedHours(Seen seen, Instant from, Instant to) {
    boolean[] watched = seen.watched("");
    int hours = 0;
    for (int h = Math.max(0, seen.grid.index(from)); h < Math.min(watched.length, seen.grid.index(to)); h++) if (watched[h]) hours++;
    return hours;
  }

  private static List<Hour> hours(HourClock clock, Seen seen, HourClock.Reading now) {
    HourClock.Known known = seen.known(seen.grid.all());
    return clock.hours(now.isPrior() ? known.unwatchedSinceLastIncident() : known, HOURS_SHOWN).stream()
        .map(h -> new Hour(seen.grid.start(h.hour()), h.paused(), h.seen(), h.low(), h.high())).toList();
  }

  private static Optional<RunUp> runUp(Seen seen, HourClock.Reading overall) {
    Announced pause = seen.request.pause();
    if (pause.told().isEmpty() || pause.from().isEmpty()) return Optional.empty();
    int[] fire = seen.grid.all().fire();
    boolean[] watched = seen.watched("");
    int hours = 0;
    int incidents = 0;
    for (int h = Math.max(0, seen.grid.index(pause.told().get())); h < Math.min(seen.grid.hours(), seen.grid.index(pause.from().get())); h++) {
      if (!watched[h]) continue;
      hours++;
      incidents += fire[h];
    }
    return Optional.of(new RunUp(pause.told().get(), pause.from().get(), hours, incidents, overall.baseline().perDay()));
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
      else days.add(new Day(day, now.paused(), now.isPrior(), now.verdict()));
    }
    return days;
  }

  static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** A day that is over, as known at its end; none where no hour lies before it. */
  private static Optional<Day> judgedAt(Told told, Request request, LocalDate day) {
    if (told.past.containsKey(day)) return Optional.of(told.past.get(day));
    var seen = new Seen(told, endOf(day, request.zone()), request);
    if (seen.grid.hours() == 0) return Optional.empty();
    HourClock.Reading reading = judged(new HourClock(request.settings()), seen, seen.grid.all(), false);
    told.past.put(day, new Day(day, reading.paused(), reading.isPrior(), reading.verdict()));
    return Optional.of(told.past.get(day));
  }

  private static void warnOfSilence(Receipts receipts, Instant asOf, Findings findings) {
    long last = receipts.last(asOf);
    if (last == Long.MIN_VALUE) return;
    Instant at = Instant.ofEpochSecond(Math.floorDiv(last, 1_000_000L));
    if (Duration.between(at, asOf).toHours() < SILENT_HOURS) return;
    findings.add(new Finding("M232", "the reports", "no source has reported anything since " + at, "that all are silent is no quiet",
        "ask a source whether it still watches"));
  }

  private static void warnOfWindow(Request request, Findings findings) {
    if (request.pause().from().isEmpty() || request.zone() instanceof ZoneOffset) return;
    Instant from = request.pause().from().get();
    Instant to = request.pause().until().orElse(from.plus(Duration.ofDays(1)));
    var next = request.zone().getRules().nextTransition(from);
    if (next == null || !next.getInstant().isBefore(to)) return;
    findings.add(new Finding("M227", "--announced", "clocks change at " + next.getInstant() + ", inside the pause",
        "local hours are doubled or missing there; all reckoning is in UTC", "name hours with their offset when you speak of them"));
  }
}
