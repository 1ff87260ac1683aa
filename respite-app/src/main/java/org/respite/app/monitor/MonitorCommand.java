// SPDX-License-Identifier: Apache-2.0
package org.respite.app.monitor;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.respite.app.console.ExitCode;
import org.respite.app.console.InputBytes;
import org.respite.model.casefile.CaseFolder;
import org.respite.model.scenario.Case;
import org.respite.monitor.CaseWatch;
import org.respite.monitor.ListsSheet;
import org.respite.monitor.ReportJson;
import org.respite.monitor.ReportText;
import org.respite.monitor.SeriesJson;
import org.respite.monitor.SeriesText;
import org.respite.monitor.SeriesWatch;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;
import org.respite.monitor.input.ReportReader;
import org.respite.monitor.input.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
public final class MonitorCommand implements Callable<Integer> {
  private static final Duration WATCH_EVERY = Duration.ofSeconds(1);

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CASE|FILE", description = "A case folder (docs/case-format.md), or a CSV with counts by day, one line for each incident, reports (occurred_from, source, ...), or"
          + " patterns of overlapping lists (0 and 1 for each list, count); - reads standard input.")
  private Path file;

  @Option(names = "--announced", paramLabel = "TIME",
      description = "When an announced pause begins: a day such as 2016-10-19, for reports also 2016-10-20T08:00+03:00.")
  private String announced;

  @Option(names = "--until", paramLabel = "TIME", description = "When it ends: the first day, or the first moment, after it.")
  private String until;

  @Option(names = "--as-of", paramLabel = "TIME", description = "Answer as it could be given at the end of that day, or at that moment.")
  private String asOf;

  @Option(names = "--option", paramLabel = "ID", description = "Which of the case's options is the pause to watch (default: its first).")
  private String option;

  @Option(names = "--zone", paramLabel = "ZONE",
      description = "Zone of times that name none, and of days (reports only), such as Asia/Damascus.")
  private String zone;

  @Mixin private ReportRun extras = new ReportRun();

  @Option(names = "--prior", paramLabel = "SHARE", defaultValue = "0.5",
      description = "Chance that the announced pause is kept, before any count is seen (default: ${DEFAULT-VALUE}).")
  private double prior;

  @Mixin private SeriesRun columns = new SeriesRun();

  @Option(names = "--json", description = "Print the answer as JSON.")
  private boolean json;

  @Option(names = "--watch", description = "Judge again whenever the file changes, until interrupted.")
  private boolean watch;

  private final Judge judge = Judge.live();

  @Override
  public Integer call() throws InterruptedException {
    if (!watch) return judge();
    while (true) { // ends by interruption only: that is what was asked for
      FileTime judged = changed();
      judge();
      while (changed().equals(judged)) Thread.sleep(WATCH_EVERY);
      if (!json) spec.commandLine().getOut().println("\n" + "=".repeat(78)); // where the next answer begins
    }
  }

  /** When the file was last written; the beginning of time while it is not there. */
  private FileTime changed() {
    try (Stream<Path> all = Files.isDirectory(file) ? Files.list(file) : Stream.of(file)) {
      return all.map(MonitorCommand::written).max(Comparator.naturalOrder()).orElse(FileTime.fromMillis(0));
    } catch (IOException e) {
      return FileTime.fromMillis(0); // judge() says that the folder cannot be read
    }
  }

  private static FileTime written(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // judge() says that the file is not there
    }
  }

  private int judge() {
    var findings = new Findings();
    if (!(prior > 0 && prior < 1)) {
      findings.add(new Finding("M114", "--prior", "a chance lies between 0 and 1, got " + prior, "no answer can be given",
          "0.5 says: as likely kept as not"));
    }
    if (Files.isDirectory(file)) return folder(findings);
    if (option != null) refuseOption("--option", option, "only a case folder has options", findings);
    Optional<ZoneId> named = zone(findings);
    Optional<byte[]> bytes = read(file, findings);
    if (bytes.isPresent() && !findings.stop() && extras.continuedBy(bytes.get())) {
      return reports(new GrowingReports.Source(file.toString(), bytes.get(), Optional.empty(), new Findings()), named, findings);
    }
    var ofTable = new Findings();
    Optional<Table> table = bytes.flatMap(b -> Table.read(file.toString(), b, ofTable));
    if (table.isPresent() && !findings.stop() && ReportReader.holdsReports(table.get())) {
      return reports(new GrowingReports.Source(file.toString(), bytes.get(), table, ofTable), named, findings);
    }
    findings.addAll(ofTable);
    if (table.isEmpty() || findings.stop()) return refuse(findings);
    return ListsSheet.holdsLists(table.get()) ? lists(table.get(), findings) : series(table.get(), findings);
  }

  static Optional<byte[]> read(Path path, Findings findings) {
    try {
      return Optional.of(InputBytes.of(path));
    } catch (IOException e) {
      findings.add(new Finding("M113", path.toString(), InputBytes.obstacle(path), "there is nothing to judge", "check the path"));
      return Optional.empty();
    }
  }

  private static void refuseOption(String name, String value, String why, Findings findings) {
    findings.add(new Finding("M114", name, why + ", got \"" + value + "\"", "it would not be used", "leave it out"));
  }

  private int folder(Findings findings) {
    if (announced != null) refuseOption("--announced", announced, "a case says itself when its pause begins (--option chooses which)", findings);
    if (until != null) refuseOption("--until", until, "a case says itself when its pause ends (--option chooses which)", findings);
    if (zone != null) refuseOption("--zone", zone, "a case has a zone of its own", findings);
    if (extras.namesTables()) refuseOption("--observers and others", "a file", "a case folder holds its own tables", findings);
    CaseFolder.Result read = CaseFolder.read(file);
    if (read.read().isEmpty() || findings.stop()) return refuse(read.findings(), findings);
    Case c = read.read().get();
    Optional<org.respite.model.scenario.Option> question = option == null ? Optional.of(c.options().getFirst()) : c.findOption(option);
    if (question.isEmpty()) {
      refuseOption("--option", option, "the case has no such option; it has " + String.join(", ", c.options().stream().map(o -> o.id()).toList()), findings);
      return refuse(findings);
    }
    Optional<Instant> last = ReportRun.moment("--as-of", asOf, c.theatre().zone(), 1, findings);
    if (findings.stop()) return refuse(findings);
    CaseWatch seen = CaseMonitor.watch(c, new CaseMonitor.Asked(question.get(), last, prior, extras.hold(), judge), Optional.empty(), findings);
    if (findings.stop()) return refuse(findings);
    say(findings.list());
    spec.commandLine().getOut().print(json ? ReportJson.of(seen, findings.list()) : ReportText.of(seen));
    spec.commandLine().getOut().flush();
    boolean paused = seen.answer().map(a -> a.reading().verdict() == Verdict.PAUSED).orElse(false);
    return paused ? ExitCode.DONE : ExitCode.NOT_ENOUGH;
  }

  /** Errors of the case, in the shape of our own findings. */
  private int refuse(List<org.respite.model.finding.Finding> ofCase, Findings ours) {
    var all = new ArrayList<>(ours.list());
    for (var f : ofCase) all.add(new Finding(f.code(), f.at().toString(), f.what(), f.effect(), f.remedy()));
    return print(new SeriesWatch.Outcome.Refused(all));
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

  private int lists(Table table, Findings findings) {
    Optional<ListsSheet> sheet = ListsSheet.read(table, findings);
    if (sheet.isEmpty() || findings.stop()) return refuse(findings);
    say(findings.list());
    spec.commandLine().getOut().print(json ? sheet.get().json(findings.list()) : sheet.get().text());
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }

  private int series(Table table, Findings findings) {
    extras.refuseForSeries(findings);
    return print(columns.run(table, new SeriesRun.Asked(announced, until, asOf, prior), findings));
  }

  private int reports(GrowingReports.Source source, Optional<ZoneId> named, Findings findings) {
    Optional<ReportRun.Printed> printed = extras.run(source, named, new ReportRun.Asked(announced, until, asOf, prior, json), judge, findings);
    if (printed.isEmpty()) return refuse(findings);
    say(printed.get().findings());
    spec.commandLine().getOut().print(printed.get().text());
    spec.commandLine().getOut().flush();
    return printed.get().verdict() == Verdict.PAUSED ? ExitCode.DONE : ExitCode.NOT_ENOUGH;
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
