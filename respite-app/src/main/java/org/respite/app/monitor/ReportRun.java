// SPDX-License-Identifier: Apache-2.0
package org.respite.app.monitor;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.respite.monitor.PauseSheet;
import org.respite.monitor.ReportJson;
import org.respite.monitor.ReportText;
import org.respite.monitor.ReportWatch;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.incident.Alert;
import org.respite.monitor.incident.Gazetteer;
import org.respite.monitor.incident.Report;
import org.respite.monitor.clock.ReferenceClass;
import org.respite.monitor.input.Dates;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;
import org.respite.monitor.input.PausesReader;
import org.respite.monitor.input.PlacesReader;
import org.respite.monitor.input.ReportReader;
import org.respite.monitor.input.Table;
import org.respite.monitor.input.Times;
import picocli.CommandLine.Option;

/** The part of {@code respite monitor} that reads reports, and the options that only reports take. */
final class ReportRun {
  @Option(names = "--announced-at", paramLabel = "TIME",
      description = "When the pause was announced: the run-up from then on is shown, and is no ordinary time to compare with.")
  private String announcedAt;

  @Option(names = "--observers", paramLabel = "FILE",
      description = "CSV of who could see or hear: observer, place (empty: everywhere), from, to. Without, no hour counts as quiet.")
  private Path observers;

  @Option(names = "--places", paramLabel = "FILE",
      description = "CSV of named areas: place, lat, lon, radius_m, spellings (with | between). Places reports by their name.")
  private Path places;

  @Option(names = "--notified", paramLabel = "FILE",
      description = "CSV of points told to the parties and legs with people on them: name, lat, lon, near_m, from, to. Alerts on fire near them.")
  private Path notified;

  @Option(names = "--passages", paramLabel = "FILE",
      description = "CSV of plan against actual: corridor, hour, planned, passed (empty: nobody counted).")
  private Path passages;

  @Option(names = "--pauses", paramLabel = "FILE",
      description = "CSV of past pauses to compare with: hours, broken (yes or no); and hours_until, kind. \"known\": the 102 that come with Respite, each with its source (a case without past_pauses takes these).")
  private Path pauses;

  @Option(names = "--pauses-kind", paramLabel = "KIND", description = "Only past pauses of these kinds, with commas between: humanitarian, corridor, holiday, local, general.")
  private String pausesKind;

  @Option(names = "--hold", paramLabel = "HOURS", defaultValue = "8",
      description = "With past pauses: chance to hold that many more hours (default: ${DEFAULT-VALUE}).")
  private double hold;

  /** Stands for the table that comes with Respite. */
  private static final String KNOWN = "known";

  /** What the options for every kind of file say. */
  record Asked(String announced, String until, String asOf, double prior, boolean json) {}

  private final GrowingReports growing = new GrowingReports();

  /** The finished page. */
  record Printed(String text, Verdict verdict, List<Finding> findings) {}

  CaseMonitor.Hold hold() {
    return new CaseMonitor.Hold(hold, kinds());
  }

  private Optional<String> kinds() {
    return Optional.ofNullable(pausesKind);
  }

  /** Whether any table was named that a case folder brings itself. */
  boolean namesTables() {
    return observers != null || places != null || notified != null || passages != null || pauses != null || announcedAt != null;
  }

  void refuseForSeries(Findings findings) {
    if (!namesTables()) return;
    findings.add(new Finding("M114", "--observers, --places, --notified, --passages, --pauses, --announced-at",
        "counts by day and lists of incidents take none of these", "they would not be used",
        "leave them out, or give reports (occurred_from, source, ...); for counts there is --control"));
  }

  static void refuseEnd(String from, String until, Findings findings) {
    findings.add(new Finding("M114", "--until", "a pause ends after it begins, got " + from + " to " + until,
        "no answer can be given", "--until is the first day or moment after the pause, and needs --announced"));
  }

  /** Whether these are the reports read last with lines added: what kind of table it is need not be asked again. */
  boolean continuedBy(byte[] file) {
    return growing.continuedBy(file);
  }

  /** Reads, judges and renders; empty where a finding stops it. */
  Optional<Printed> run(GrowingReports.Source file, Optional<ZoneId> zone, Asked asked, Judge judge, Findings findings) {
    ZoneId days = zone.orElse(ZoneOffset.UTC);
    Instant now = Instant.now(Clock.systemUTC());
    Optional<Gazetteer> gazetteer = table(places, findings, t -> PlacesReader.gazetteer(t, findings));
    List<Report> all = growing.read(file, zone, now, findings).stream()
        .map(r -> gazetteer.map(g -> g.placed(r)).orElse(r)).toList();
    gazetteer.ifPresent(g -> tellUnknown(file.name(), all, g, findings));
    var watchers = table(observers, findings, t -> ReportReader.observers(t, zone, findings)).orElse(List.of());
    var watched = table(notified, findings, t -> PlacesReader.notified(t, zone, findings)).orElse(List.of());
    var sheetRows = table(passages, findings, t -> PlacesReader.passages(t, zone, findings)).orElse(List.of());
    Optional<ReferenceClass> model = pauses != null && pauses.toString().equals(KNOWN) ? PausesReader.shipped(kinds(), findings) : table(pauses, findings, t -> PausesReader.read(t, kinds(), findings)).flatMap(c -> c);
    Optional<Instant> from = moment("--announced", asked.announced, days, 0, findings);
    Optional<Instant> end = moment("--until", asked.until, days, 0, findings);
    Optional<Instant> last = moment("--as-of", asked.asOf, days, 1, findings);
    if (end.isPresent() && (from.isEmpty() || !end.get().isAfter(from.get()))) refuseEnd(asked.announced, asked.until, findings);
    if (findings.stop()) return Optional.empty();
    Optional<Instant> told = moment("--announced-at", announcedAt, days, 0, findings);
    if (findings.stop()) return Optional.empty();
    var request = new ReportWatch.Request(new ReportWatch.Announced(told, from, end), last, ReportWatch.Ground.watchedBy(watchers), days,
        SwitchSettings.hourly().withAnnouncedPrior(asked.prior));
    Optional<ReportWatch.Answer> answer = judge.judge(all, request, findings);
    if (answer.isEmpty()) {
      findings.add(new Finding("M112", file.name(), "no report had been received by then", "nothing was known", "ask for a later time"));
      return Optional.empty();
    }
    Instant asOf = answer.get().asOf();
    List<Report> known = all.stream().filter(r -> !r.received().isAfter(asOf)).toList();
    var sheet = new PauseSheet(model.map(c -> c.knownBy(LocalDate.ofInstant(from.filter(f -> f.isBefore(asOf)).orElse(asOf), days))), hold, Alert.of(known, watched), sheetRows.stream().filter(p -> p.hour().isBefore(asOf)).toList(), Optional.empty());
    String text = asked.json ? ReportJson.of(answer.get(), request, sheet) : ReportText.of(answer.get(), days) + sheet.text(answer, days);
    return Optional.of(new Printed(text, answer.get().reading().verdict(), answer.get().findings()));
  }

  static void tellUnknown(String file, List<Report> all, Gazetteer gazetteer, Findings findings) {
    for (Report r : all) {
      if (r.where().place().isEmpty() || gazetteer.find(r.where().place()).isPresent()) continue;
      findings.add(new Finding("M230", file + ":" + r.line(), "\"" + r.where().place() + "\" is no place of the list, or fits two",
          "the report keeps the name and gets no point", "add the spelling to the list of places"));
    }
  }

  private static <T> Optional<T> table(Path path, Findings findings, Function<Table, T> read) {
    if (path == null) return Optional.empty();
    return MonitorCommand.read(path, findings).flatMap(bytes -> Table.read(path.toString(), bytes, findings)).map(read);
  }

  /** A moment, or the beginning of a day; {@code extra} days later. */
  static Optional<Instant> moment(String option, String text, ZoneId zone, int extra, Findings findings) {
    if (text == null) return Optional.empty();
    Optional<Instant> moment = Times.parse(text, Optional.of(zone));
    if (moment.isPresent()) return moment;
    return SeriesRun.day(option, text, Dates.Order.UNDECIDED, findings).map(d -> d.plusDays(extra).atStartOfDay(zone).toInstant());
  }
}
