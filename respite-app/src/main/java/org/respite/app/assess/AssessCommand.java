// SPDX-License-Identifier: Apache-2.0
package org.respite.app.assess;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.respite.app.console.ExitCode;
import org.respite.app.console.FindingsOutput;
import org.respite.app.console.OutputFolder;
import org.respite.app.console.Progress;
import org.respite.app.console.Release;
import org.respite.app.monitor.CaseMonitor;
import org.respite.engine.answer.Assessment;
import org.respite.engine.answer.VerdictRow;
import org.respite.engine.assess.Assessor;
import org.respite.engine.assess.Settings;
import org.respite.engine.people.Ground;
import org.respite.model.casefile.CaseFolder;
import org.respite.model.finding.Finding;
import org.respite.model.finding.Nearest;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Streets;
import org.respite.monitor.CaseWatch;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.input.Findings;
import org.respite.report.HtmlReport;
import org.respite.report.JsonReport;
import org.respite.report.RunJson;
import org.respite.report.TerminalReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** From a case folder to a verdict: on the terminal, as JSON, and as a report to print. */
@Command(
    name = "assess",
    description = "Is the pause long enough, and for whom? Answers on the terminal and writes report.html and run.json.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; no purpose is answered \"not enough\"",
      "1:done; at least one purpose is answered \"not enough\"",
      "2:the case or the command is wrong; every finding is listed",
      "70:a bug of ours"
    },
    footer = {"%nExamples:", "  respite assess cases/aleppo-2016-10", "  respite assess cases/aleppo-2016-10 --option un-ask --json > answer.json", "  respite assess cases/aleppo-2016-10 --roads aleppo.osm.pbf --war damage.geojson"})
public final class AssessCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "CASE", description = "a case folder (docs/case-format.md)")
  Path folder;

  @Option(names = "--option", paramLabel = "ID", description = "which of the case's options is the question (default: its first)")
  String option;

  @Option(names = "--draws", paramLabel = "N", description = "worlds to draw, 1 to 100000 (default: ${DEFAULT-VALUE})")
  int draws = Settings.DEFAULT_DRAWS;

  @Option(names = "--seed", paramLabel = "N", description = "seed of the draws; same seed, same bytes (default: ${DEFAULT-VALUE})")
  long seed = Settings.DEFAULT_SEED;

  @Option(names = "--threads", paramLabel = "N", description = "threads, 1 to 256; never changes a figure (default: all processors)")
  int threads = Math.min(256, Runtime.getRuntime().availableProcessors());

  @Option(names = "--out", paramLabel = "DIR", description = "where report.html and run.json go (default: out/CASE-ID)")
  Path out;

  @Option(names = "--as-of", paramLabel = "TIME", description = "as known then, such as 2016-10-19T21:00+03:00: what was heard, announced and counted by then, and nothing later")
  String asOf;

  @Option(names = "--json", description = "the whole answer as JSON on stdout (schema/assessment-1.schema.json)")
  boolean json;

  @Option(names = "--roads", paramLabel = "FILE", description = "real streets: a compact file of `respite roads import`, or an .osm.pbf, .osm or .osm.gz file")
  Path roads;

  @Option(names = "--war", paramLabel = "FILE", description = "what war did to the streets: .geojson or .csv (docs/case-format.md)")
  Path war;

  @Option(names = "--people", paramLabel = "FILE", description = "where people live within their districts: a GeoTIFF of people per square (default: along the streets, by length)")
  Path people;

  @Option(names = "--table", paramLabel = "FILE", description = "your own speeds, widths and capacities of streets: a changed copy of `respite roads table`; lines it leaves out keep the standard figures")
  Path table;

  @Override
  public Integer call() {
    Settings settings = settings();
    CaseFolder.Result read = CaseReading.read(folder, asOf());
    if (read.read().isEmpty()) return refuse(read.findings());
    Case c = read.read().get();
    Optional<org.respite.model.scenario.Option> question = option == null ? Optional.of(c.options().getFirst()) : c.findOption(option);
    if (question.isEmpty()) throw unknownOption(c);
    List<Finding> findings = new ArrayList<>(read.findings());
    Optional<Ground> ground =
        new StreetGround(new Streets.Roads(Optional.ofNullable(roads), Optional.ofNullable(war), Optional.ofNullable(people), Optional.ofNullable(table))).orOf(c).under(c, findings);
    if (ground.isEmpty()) return refuse(findings);
    Assessment a = assess(ground.get(), question.get(), settings, List.copyOf(findings));
    Optional<CaseWatch> watch = watch(a);
    Path written;
    try {
      written = write(a, watch);
    } catch (IOException e) {
      spec.commandLine().getErr().println("respite assess: the report could not be written: " + e + "\n    fix: free the disk, or name another folder with --out");
      return ExitCode.BAD_INPUT;
    }
    print(a, watch, written);
    boolean notEnough = a.verdict().stream().anyMatch(v -> v.answer() == VerdictRow.Answer.NOT_ENOUGH);
    return notEnough ? ExitCode.NOT_ENOUGH : ExitCode.DONE;
  }

  private Optional<Instant> asOf() {
    try {
      return Optional.ofNullable(asOf).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      throw new ParameterException(spec.commandLine(), "`%s` is no time with offset; write 2016-10-19T21:00+03:00".formatted(asOf));
    }
  }

  private Settings settings() {
    try {
      return new Settings(draws, seed, threads);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private int refuse(List<Finding> findings) {
    PrintWriter err = spec.commandLine().getErr();
    if (json) spec.commandLine().getOut().println(FindingsOutput.json(findings));
    else FindingsOutput.print(findings, err);
    err.println("respite assess: %s; nothing was computed".formatted(FindingsOutput.summary(findings)));
    return ExitCode.BAD_INPUT;
  }

  private ParameterException unknownOption(Case c) {
    List<String> known = c.options().stream().map(o -> o.id()).toList();
    return new ParameterException(
        spec.commandLine(),
        "the case has no option `%s`.%s Known: %s".formatted(option, Nearest.hint(option, known), known.stream().collect(Collectors.joining(", "))));
  }

  private Assessment assess(Ground ground, org.respite.model.scenario.Option question, Settings settings, List<Finding> findings) {
    Progress progress = new Progress(spec.commandLine().getErr(), System.console() != null && System.console().isTerminal(), settings.draws());
    Assessment a = Assessor.assess(ground, question, settings, Release.VERSION, findings, progress);
    progress.clear();
    return a;
  }

  /** Whether the fire has stopped, where the case brings what to tell it by; what is wrong with its tables is told and stops nothing else. */
  private Optional<CaseWatch> watch(Assessment a) {
    if (!CaseMonitor.hasTables(a.theCase())) return Optional.empty();
    var findings = new Findings();
    var asked = new CaseMonitor.Asked(a.question(), asOf(), SwitchSettings.standard().announcedPrior());
    CaseWatch watch = CaseMonitor.watch(a.theCase(), asked, Optional.of(a.people().plan()), findings);
    findings.list().forEach(f -> spec.commandLine().getErr().println(f.text()));
    return findings.stop() ? Optional.empty() : Optional.of(watch);
  }

  private Path write(Assessment a, Optional<CaseWatch> watch) throws IOException {
    OutputFolder folder = new OutputFolder(out == null ? Path.of("out", a.theCase().id()) : out);
    folder.write("run.json", RunJson.of(a));
    return folder.write("report.html", HtmlReport.of(a, watch));
  }

  private void print(Assessment a, Optional<CaseWatch> watch, Path report) {
    PrintWriter stdout = spec.commandLine().getOut();
    if (json) stdout.println(JsonReport.of(a, watch));
    else stdout.print(TerminalReport.of(a, look(report)));
    stdout.flush();
  }

  private TerminalReport.Look look(Path report) {
    boolean colour = System.console() != null && System.console().isTerminal() && System.getenv("NO_COLOR") == null;
    return new TerminalReport.Look(colour, report.toString());
  }
}
