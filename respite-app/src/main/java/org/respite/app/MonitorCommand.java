// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.respite.monitor.ReportJson;
import org.respite.monitor.ReportText;
import org.respite.monitor.ReportWatch;
import org.respite.monitor.SeriesJson;
import org.respite.monitor.SeriesText;
import org.respite.monitor.SeriesWatch;
import org.respite.monitor.clock.Announcement;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.incident.Observer;
import org.respite.monitor.incident.Report;
import org.respite.monitor.input.Dates;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;
import org.respite.monitor.input.ReportReader;
import org.respite.monitor.input.SeriesOptions;
import org.respite.monitor.input.Table;
import org.respite.monitor.input.Times;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code respite monitor}: parses, asks the pause clock once, prints. */
@Command(
    name = "monitor",
    description = "Has the fire really stopped? Paused, not paused, cannot say or reporting gap: since when, how sure.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:paused",
      "1:not paused, cannot say or reporting gap",
      "2:the input or the command is wrong; every finding is listed",
      "70:a bug of ours"
    })
final class MonitorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "CSV with counts by day, one line for each incident, or reports (occurred_from, source, ...); - reads standard input.")
  private Path file;

  @Option(names = "--announced", paramLabel = "TIME",
      description = "When an announced pause begins: a day such as 2016-10-19, for reports also 2016-10-20T08:00+03:00.")
  private String announced;

  @Option(names = "--until", paramLabel = "TIME", description = "When it ends: the first day, or the first moment, after it.")
  private String until;

  @Option(names = "--as-of", paramLabel = "TIME", description = "Answer as it could be given at the end of that day, or at that moment.")
  private String asOf;

  @Option(names = "--zone", paramLabel = "ZONE", description = "Zone of times that name none, and of days (reports only), such as Asia/Damascus.")
  private String zone;

  @Option(names = "--observers", paramLabel = "FILE",
      description = "CSV of who could see or hear: observer, place (empty: everywhere), from, to. Without, no hour counts as quiet.")
  private Path observers;

  @Option(names = "--prior", paramLabel = "SHARE", defaultValue = "0.5",
      description = "Chance that the announced pause is kept, before any count is seen (default: ${DEFAULT-VALUE}).")
  private double prior;

  @Option(names = "--day", paramLabel = "COLUMN", description = "Column with the day, if it is not recognised.")
  private String day;

  @Option(names = "--count", paramLabel = "COLUMN", description = "Column with the count, if it is not recognised.")
  private String count;

  @Option(names = "--control", paramLabel = "COLUMN",
      description = "Column that counts other reports of the same reporters: when it falls silent, quiet means nothing.")
  private String control;

  @Option(names = "--where", paramLabel = "COLUMN=VALUE", description = "Watch only lines with this value (repeatable).")
  private List<String> where = new ArrayList<>();

  @Option(names = "--complete", description = "The list is complete: a day without a line is a day without an incident.")
  private boolean complete;

  @Option(names = "--dates", paramLabel = "ORDER", description = "How days like 03/04/2016 are written: dmy or mdy.")
  private String dates;

  @Option(names = "--json", description = "Print the answer as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    var findings = new Findings();
    if (!(prior > 0 && prior < 1)) {
      findings.add(new Finding("M114", "--prior", "a chance lies between 0 and 1, got " + prior, "no answer can be given",
          "0.5 says: as likely kept as not"));
    }
    Optional<ZoneId> named = zone(findings);
    Optional<Table> table = read(file, findings).flatMap(bytes -> Table.read(file.toString(), bytes, findings));
    if (table.isEmpty() || findings.stop()) return refuse(findings);
    return ReportReader.holdsReports(table.get()) ? reports(table.get(), named, findings) : series(table.get(), findings);
  }

  private Optional<byte[]> read(Path path, Findings findings) {
    try {
      return Optional.of(path.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(path));
    } catch (IOException e) {
      String why = Files.isDirectory(path) ? "it is a folder" : Files.exists(path) ? "it cannot be read" : "it is not there";
      findings.add(new Finding("M113", path.toString(), why, "there is nothing to judge", "check the path"));
      return Optional.empty();
    }
  }

  private Optional<ZoneId> zone(Findings findings) {
    if (zone == null) return Optional.empty();
    try {
      return Optional.of(ZoneId.of(zone));
    } catch (java.time.DateTimeException e) {
      findings.add(new Finding("M114", "--zone", "\"" + zone + "\" is no time zone", "times cannot be read",
          "for example Asia/Damascus or +03:00"));
      return Optional.empty();
    }
  }

  private int series(Table table, Findings findings) {
    Optional<LocalDate> from = day("--announced", announced, findings);
    Optional<LocalDate> end = day("--until", until, findings);
    Optional<LocalDate> last = day("--as-of", asOf, findings);
    if (end.isPresent() && (from.isEmpty() || !end.get().isAfter(from.get()))) refuseEnd(findings);
    if (observers != null) {
      findings.add(new Finding("M114", "--observers", "a series of days takes no observers", "nobody's watch would be used",
          "give --control, or reports instead of counts"));
    }
    List<SeriesOptions.Match> matches = matches(findings);
    Optional<Dates.Order> order = order(findings);
    if (findings.stop()) return refuse(findings);
    var columns = new SeriesOptions(Optional.ofNullable(day), Optional.ofNullable(count), Optional.ofNullable(control),
        matches, complete, order, LocalDate.now(Clock.systemUTC()).plusDays(1));
    var request = new SeriesWatch.Request(columns, from.map(f -> new Announcement(f, end)), last,
        SwitchSettings.standard().withAnnouncedPrior(prior));
    return print(SeriesWatch.watch(table, request, findings));
  }

  private void refuseEnd(Findings findings) {
    findings.add(new Finding("M114", "--until", "a pause ends after it begins, got " + announced + " to " + until,
        "no answer can be given", "--until is the first day or moment after the pause, and needs --announced"));
  }

  private static Optional<LocalDate> day(String option, String text, Findings findings) {
    if (text == null) return Optional.empty();
    Optional<LocalDate> day = Dates.parse(text, Dates.Order.UNDECIDED);
    if (day.isEmpty()) {
      findings.add(new Finding("M114", option, "\"" + text + "\" is not a day", "no answer can be given", "write it as 2016-10-19"));
    }
    return day;
  }

  private int reports(Table table, Optional<ZoneId> named, Findings findings) {
    ZoneId days = named.orElse(ZoneOffset.UTC);
    List<Report> all = ReportReader.read(table, named, Instant.now(Clock.systemUTC()), findings);
    List<Observer> watchers = observers == null ? List.of() : read(observers, findings)
        .flatMap(bytes -> Table.read(observers.toString(), bytes, findings))
        .map(t -> ReportReader.observers(t, named, findings)).orElse(List.of());
    Optional<Instant> from = moment("--announced", announced, days, 0, findings);
    Optional<Instant> end = moment("--until", until, days, 0, findings);
    Optional<Instant> last = moment("--as-of", asOf, days, 1, findings);
    if (end.isPresent() && (from.isEmpty() || !end.get().isAfter(from.get()))) refuseEnd(findings);
    if (findings.stop()) return refuse(findings);
    var request = new ReportWatch.Request(from, end, last, watchers, days, SwitchSettings.hourly().withAnnouncedPrior(prior));
    Optional<ReportWatch.Answer> answer = ReportWatch.watch(all, request, findings);
    if (answer.isEmpty()) {
      findings.add(new Finding("M112", file.toString(), "no report had been received by then", "nothing was known", "ask for a later time"));
      return refuse(findings);
    }
    say(answer.get().findings());
    spec.commandLine().getOut().print(json ? ReportJson.of(answer.get(), request) : ReportText.of(answer.get()));
    spec.commandLine().getOut().flush();
    return answer.get().reading().verdict() == Verdict.PAUSED ? ExitCode.DONE : ExitCode.NOT_ENOUGH;
  }

  /** A moment, or the beginning of a day; {@code extra} days later. */
  private static Optional<Instant> moment(String option, String text, ZoneId zone, int extra, Findings findings) {
    if (text == null) return Optional.empty();
    Optional<Instant> moment = Times.parse(text, Optional.of(zone));
    if (moment.isPresent()) return moment;
    return day(option, text, findings).map(d -> d.plusDays(extra).atStartOfDay(zone).toInstant());
  }

  private List<SeriesOptions.Match> matches(Findings findings) {
    var matches = new ArrayList<SeriesOptions.Match>();
    for (String pair : where) {
      int at = pair.indexOf('=');
      if (at > 0) matches.add(new SeriesOptions.Match(pair.substring(0, at), pair.substring(at + 1)));
      else {
        findings.add(new Finding("M114", "--where", "\"" + pair + "\" is not COLUMN=VALUE", "no line can be chosen by it",
            "for example --where city=ALEPPO"));
      }
    }
    return matches;
  }

  private Optional<Dates.Order> order(Findings findings) {
    if (dates == null) return Optional.empty();
    switch (dates) {
      case "dmy":
        return Optional.of(Dates.Order.DAY_FIRST);
      case "mdy":
        return Optional.of(Dates.Order.MONTH_FIRST);
      default:
        findings.add(new Finding("M114", "--dates", "\"" + dates + "\" is neither dmy nor mdy", "days cannot be read",
            "dmy reads 03/04 as 3 April, mdy as 4 March"));
        return Optional.empty();
    }
  }

  private int refuse(Findings findings) {
    return print(new SeriesWatch.Outcome.Refused(findings.list()));
  }

  private void say(List<Finding> findings) {
    PrintWriter err = spec.commandLine().getErr();
    for (Finding f : findings) err.println(f.text());
    err.flush();
  }

  private int print(SeriesWatch.Outcome outcome) {
    PrintWriter out = spec.commandLine().getOut();
    say(outcome.findings());
    if (json) out.print(SeriesJson.of(outcome));
    else if (outcome instanceof SeriesWatch.Outcome.Answered a) out.print(SeriesText.of(a.reading()));
    out.flush();
    return switch (outcome) {
      case SeriesWatch.Outcome.Answered a -> a.reading().verdict() == Verdict.PAUSED ? ExitCode.DONE : ExitCode.NOT_ENOUGH;
      case SeriesWatch.Outcome.Refused r -> ExitCode.BAD_INPUT;
    };
  }
}
