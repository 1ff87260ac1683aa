// SPDX-License-Identifier: Apache-2.0
package org.respite.app.monitor;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.respite.engine.answer.PeopleOut;
import org.respite.model.register.Moment;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Count;
import org.respite.model.scenario.Monitoring;
import org.respite.model.scenario.Option;
import org.respite.model.scenario.Pause;
import org.respite.model.scenario.Position;
import org.respite.model.scenario.Site;
import org.respite.model.scenario.Window;
import org.respite.monitor.CaseWatch;
import org.respite.monitor.PauseSheet;
import org.respite.monitor.ReportWatch;
import org.respite.monitor.SeriesWatch;
import org.respite.monitor.clock.Announcement;
import org.respite.monitor.clock.PauseReading;
import org.respite.monitor.clock.ReferenceClass;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.incident.Alert;
import org.respite.monitor.incident.Gazetteer;
import org.respite.monitor.incident.Observer;
import org.respite.monitor.incident.Passage;
import org.respite.monitor.incident.Report;
import org.respite.monitor.incident.Way;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;
import org.respite.monitor.input.PausesReader;
import org.respite.monitor.input.PlacesReader;
import org.respite.monitor.input.ReportReader;
import org.respite.monitor.input.SeriesOptions;
import org.respite.monitor.input.Table;

/** From a case to what the pause clock is asked: places with radii, ways to watch, windows, tables. The two know nothing of one another. */
public final class CaseMonitor {
  /** Fire so near to a corridor is fire on it, metres. Assumption: splinters of a heavy bomb, and the error of a sketch. */
  private static final double NEAR_M = 500;
  /** A district is known by its centre; its radius is the way to the next centre, within these, metres. Assumption. */
  private static final double SMALLEST_RADIUS_M = 300;
  private static final double LARGEST_RADIUS_M = 3_000;

  private final Case theCase;
  private final ZoneId zone;
  private final Findings findings;

  /** A day whose halt begins later than this shows more of the war than of the pause. Assumption: a third of the day. */
  private static final int LATEST_START_HOUR = 8;

  /** Hours ahead that the chance to hold is for, where nobody asks otherwise: a working day of a convoy. Assumption. */
  public static final double HOLD_HOURS = 8;

  private CaseMonitor(Case theCase, Findings findings) {
    this.theCase = theCase;
    this.zone = theCase.theatre().zone();
    this.findings = findings;
  }

  /**
   * Will it hold.
   *
   * @param hours how many more the chance to hold is for
   * @param kinds of past pauses to compare with, with commas between; empty: all
   */
  public record Hold(double hours, Optional<String> kinds) {
    static final Hold STANDARD = new Hold(HOLD_HOURS, Optional.empty());
  }

  /**
   * What is asked of a case.
   *
   * @param asOf what was known by then; by the last report where empty
   * @param hold how long it should hold, and what it is compared with
   * @param judge who asks the clock
   */
  public record Asked(Option question, Optional<Instant> asOf, double prior, Hold hold, Judge judge) {
    public Asked(Option question, Optional<Instant> asOf, double prior) {
      this(question, asOf, prior, Hold.STANDARD, ReportWatch::watch);
    }
  }

  /** Judges; findings of code M1 stop whoever prints it. {@code plan}: people an hour by corridor, where a plan was made. */
  public static CaseWatch watch(Case theCase, Asked asked, Optional<PeopleOut.Plan> plan, Findings findings) {
    return new CaseMonitor(theCase, findings).watch(asked, plan);
  }

  /** Whether the case brings reports or counts by day. */
  public static boolean hasTables(Case theCase) {
    return theCase.monitoring().find(Monitoring.Kind.REPORTS).isPresent() || theCase.monitoring().find(Monitoring.Kind.DAYS).isPresent();
  }

  private CaseWatch watch(Asked asked, Optional<PeopleOut.Plan> plan) {
    Gazetteer gazetteer = gazetteer();
    Optional<ZoneId> local = Optional.of(zone);
    Instant now = Instant.now(Clock.systemUTC());
    List<Report> reports = table(Monitoring.Kind.REPORTS, t -> ReportReader.read(t, local, now, findings)).orElse(List.of()).stream()
        .map(gazetteer::placed).toList();
    ReportRun.tellUnknown(reportsFile(), reports, gazetteer, findings);
    List<Observer> observers = table(Monitoring.Kind.OBSERVERS, t -> ReportReader.observers(t, local, findings)).orElse(List.of()).stream()
        .map(gazetteer::placed).toList();
    Instant asOf = asked.asOf().or(() -> ReportWatch.lastKnown(reports)).orElse(now);
    List<Window.Interval> hours = intervals(asked.question());
    List<Way> ways = theCase.geography().corridors().stream().map(c -> way(c.name().en(), c.legs())).toList();
    var ground = new ReportWatch.Ground(observers, theCase.geography().districts().stream().map(s -> s.name().en()).toList(), ways);
    var request = new ReportWatch.Request(announced(asked.question(), hours, asOf), Optional.of(asOf), ground, zone,
        SwitchSettings.hourly().withAnnouncedPrior(asked.prior()));
    Optional<ReportWatch.Answer> answer = findings.stop() || reports.isEmpty() ? Optional.empty() : asked.judge().judge(reports, request, findings);
    if (answer.isEmpty() && !findings.stop()) tellNothing(reports);
    List<Report> known = reports.stream().filter(r -> !r.received().isAfter(asOf)).toList();
    List<Report> fire = known.stream().filter(r -> r.isFire() && r.where().lat().isPresent())
        .sorted(Comparator.comparing((Report r) -> r.when().from()).thenComparing(Report::line)).toList();
    var sheet = new PauseSheet(compared(asked).map(c -> c.knownBy(LocalDate.ofInstant(Collections.min(List.of(asOf, hours.getFirst().from())), zone))), asked.hold().hours(),
        Alert.of(known, watched(hours)), passages(asked, hours, plan, asOf), byDay(asked, hours));
    return new CaseWatch(request, answer, sheet, fire);
  }

  /** Past pauses of the case; where it has none, those that come with Respite. */
  private Optional<ReferenceClass> compared(Asked asked) {
    if (theCase.monitoring().find(Monitoring.Kind.PAST_PAUSES).isEmpty()) return PausesReader.shipped(asked.hold().kinds(), findings);
    return table(Monitoring.Kind.PAST_PAUSES, t -> PausesReader.read(t, asked.hold().kinds(), findings)).flatMap(c -> c);
  }

  private void tellNothing(List<Report> reports) {
    String what = reports.isEmpty() ? "the case has no reports" : "no report had been received by then";
    findings.add(new Finding("M231", reportsFile(), what,
        "no hour is observed, and nothing can be said by the hour", "put reports.csv, and observers.csv, into the case folder (docs/case-format.md)"));
  }

  private String reportsFile() {
    return theCase.monitoring().find(Monitoring.Kind.REPORTS).map(Monitoring.Sheet::file).orElse("case.yaml");
  }

  private <T> Optional<T> table(Monitoring.Kind kind, Function<Table, T> read) {
    return theCase.monitoring().find(kind).flatMap(s -> Table.read(s.file(), s.text().getBytes(StandardCharsets.UTF_8), findings)).map(read);
  }

  private Gazetteer gazetteer() {
    Map<String, List<String>> more = table(Monitoring.Kind.SPELLINGS, t -> PlacesReader.spellings(t, findings)).orElse(Map.of());
    List<String> known = theCase.geography().sites().stream().flatMap(s -> Stream.of(s.id(), s.name().en())).toList();
    for (String place : more.keySet()) {
      if (known.contains(place)) continue;
      findings.add(new Finding("M130", "spellings.csv", "the case has no place \"" + place + "\"", "its spellings lead nowhere", "use the id or the name of a place in places.geojson"));
    }
    var places = new ArrayList<Gazetteer.Place>();
    for (Site s : theCase.geography().sites()) {
      var spellings = new ArrayList<>(List.of(s.id(), s.name().ar()));
      spellings.addAll(more.getOrDefault(s.id(), List.of()));
      spellings.addAll(more.getOrDefault(s.name().en(), List.of()));
      places.add(new Gazetteer.Place(s.name().en(), s.position().lat(), s.position().lon(), radius(s), spellings.stream().filter(t -> !t.isEmpty()).toList()));
    }
    return new Gazetteer(places);
  }

  private double radius(Site s) {
    double next = theCase.geography().sites().stream().filter(o -> o.kind() == Site.Kind.DISTRICT && o != s).mapToDouble(o -> o.position().metresTo(s.position()))
        .filter(m -> m > 0).min().orElse(LARGEST_RADIUS_M);
    return Math.round(Math.clamp(next, SMALLEST_RADIUS_M, LARGEST_RADIUS_M));
  }

  private Way way(String name, List<Corridor.Leg> legs) {
    return new Way(name, legs.stream().flatMap(l -> line(l).stream()).map(p -> new Way.Point(p.lat(), p.lon())).toList(), NEAR_M);
  }

  private List<Position> line(Corridor.Leg leg) {
    List<Position> drawn = theCase.geography().lines().getOrDefault(leg.id(), List.of());
    return drawn.size() >= 2 ? drawn : List.of(theCase.geography().getSite(leg.from()).position(), theCase.geography().getSite(leg.to()).position());
  }

  private List<Window.Interval> intervals(Option question) {
    return question.windows().stream().flatMap(id -> theCase.getWindow(id).intervals().stream()).sorted(Comparator.comparing(Window.Interval::from)).toList();
  }

  /** The window that had begun last by then, or the first; what the announcement was is asked of all of them. */
  private ReportWatch.Announced announced(Option question, List<Window.Interval> hours, Instant asOf) {
    Optional<Instant> told = Stream.concat(pausesOf(question).map(Pause::announcedAt), question.windows().stream().map(id -> theCase.getWindow(id).announced()))
        .map(this::instant).flatMap(Optional::stream).min(Comparator.naturalOrder());
    Optional<Instant> halt = haltFrom(question);
    if (halt.isPresent()) return new ReportWatch.Announced(told, halt, Optional.empty()); // no window bounds it
    Window.Interval begun = hours.stream().filter(i -> !i.from().isAfter(asOf)).reduce((_, later) -> later).orElse(hours.getFirst());
    return new ReportWatch.Announced(told, Optional.of(begun.from()), Optional.of(begun.to()));
  }

  /** When fire was to stop, where that was said apart from the windows. */
  private Optional<Instant> haltFrom(Option question) {
    return pausesOf(question).map(Pause::haltFrom).flatMap(Optional::stream).min(Comparator.naturalOrder());
  }

  private Stream<Pause> pausesOf(Option question) {
    List<String> ids = question.windows().stream().map(id -> theCase.getWindow(id).pause()).toList();
    return theCase.pauses().stream().filter(p -> ids.contains(p.id()));
  }

  private Optional<Instant> instant(Moment moment) {
    return switch (moment) {
      case Moment.NotStated() -> Optional.empty();
      case Moment.Day(LocalDate day) -> Optional.of(day.atStartOfDay(zone).toInstant());
      case Moment.Exact exact -> Optional.of(exact.instant());
    };
  }

  /** Points of notified.csv, and every leg while a window is open. */
  private List<Alert.Watched> watched(List<Window.Interval> hours) {
    var all = new ArrayList<>(table(Monitoring.Kind.NOTIFIED, t -> PlacesReader.notified(t, Optional.of(zone), findings)).orElse(List.of()));
    for (Corridor c : theCase.geography().corridors()) {
      for (Window.Interval i : hours) all.add(new Alert.Watched(way(c.name().en(), c.legs()), i.from(), i.to()));
    }
    return all;
  }

  /** Plan against actual: as counted in passages.csv, else in counts.csv by the hour where the corridor was open, with what the plan lets pass where one was made. */
  private List<Passage> passages(Asked asked, List<Window.Interval> hours, Optional<PeopleOut.Plan> plan, Instant asOf) {
    List<Passage> counted = table(Monitoring.Kind.PASSAGES, t -> PlacesReader.passages(t, Optional.of(zone), findings)).orElseGet(() -> open(hours, plan));
    return counted.stream().filter(p -> p.hour().isBefore(asOf)).toList();
  }

  private List<Passage> open(List<Window.Interval> hours, Optional<PeopleOut.Plan> plan) {
    var all = new ArrayList<Passage>();
    for (Corridor c : theCase.geography().corridors()) {
      for (Window.Interval i : hours) {
        for (Instant h = i.from(); h.isBefore(i.to()); h = h.plus(Duration.ofHours(1))) all.add(new Passage(c.name().en(), h, planned(c, h, plan), counted(c, h)));
      }
    }
    return all;
  }

  /**
   * People counted on that corridor within that hour by counts.csv, groups added up; of counters who differ, who counted the fewest. A count
   * of a day says nothing of an hour.
   */
  private OptionalInt counted(Corridor c, Instant hour) {
    Map<String, Long> byCounter = new TreeMap<>();
    for (Count n : theCase.records().counts()) {
      if (!n.corridor().equals(c.id()) || n.people().isEmpty() || !isWithin(n, hour)) continue;
      byCounter.merge(n.whoCounted(), n.people().get().low(), Long::sum);
    }
    return byCounter.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(byCounter.values().stream().min(Long::compare).orElseThrow()));
  }

  private static boolean isWithin(Count n, Instant hour) {
    return n.from() instanceof Moment.Exact from && n.to() instanceof Moment.Exact to && !from.instant().isBefore(hour)
        && !to.instant().isAfter(hour.plus(Duration.ofHours(1)));
  }

  private static OptionalInt planned(Corridor c, Instant hour, Optional<PeopleOut.Plan> plan) {
    if (plan.isEmpty()) return OptionalInt.empty();
    Optional<PeopleOut.CorridorOut> out = plan.get().corridors().stream().filter(o -> o.id().equals(c.id())).findFirst();
    for (int h = 0; out.isPresent() && h < plan.get().hours().size(); h++) {
      if (plan.get().hours().get(h).from().equals(hour)) return OptionalInt.of(Math.toIntExact(out.get().byHour()[h]));
    }
    return OptionalInt.empty();
  }

  /** The first day that is quiet for the most part if the announcement is kept. */
  private LocalDate firstDay(Instant from) {
    var local = from.atZone(zone);
    return local.getHour() > LATEST_START_HOUR ? local.toLocalDate().plusDays(1) : local.toLocalDate();
  }

  private Optional<PauseReading> byDay(Asked asked, List<Window.Interval> hours) {
    Optional<Instant> halt = haltFrom(asked.question());
    LocalDate from = firstDay(halt.orElse(hours.getFirst().from()));
    Optional<LocalDate> until = halt.isPresent() ? Optional.empty() : Optional.of(hours.getLast().to().atZone(zone).toLocalDate().plusDays(1));
    var request = new SeriesWatch.Request(SeriesOptions.recognising(LocalDate.now(Clock.system(zone))), Optional.of(new Announcement(from, until)),
        asked.asOf().map(t -> t.atZone(zone).toLocalDate()), SwitchSettings.standard().withAnnouncedPrior(asked.prior()));
    return table(Monitoring.Kind.DAYS, t -> SeriesWatch.watch(t, request, findings)).flatMap(o -> switch (o) {
      case SeriesWatch.Outcome.Answered a -> Optional.of(a.reading());
      case SeriesWatch.Outcome.Refused _ -> Optional.empty();
    });
  }
}
