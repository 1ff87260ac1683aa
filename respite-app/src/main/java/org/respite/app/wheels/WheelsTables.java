// SPDX-License-Identifier: Apache-2.0
package org.respite.app.wheels;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.respite.app.console.ExitCode;
import org.respite.app.console.FindingsOutput;
import org.respite.model.finding.Finding;
import org.respite.model.finding.Nearest;
import org.respite.report.TablesReport;
import org.respite.wheels.need.Needs;
import org.respite.wheels.sheet.Receipts;
import org.respite.wheels.sheet.Requests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tables that need no case: requests in, needs out. */
final class WheelsTables {
  private WheelsTables() {}

  /** Requests as agencies send them. */
  @Command(name = "requests", description = "Read requests to carry goods from XLSX or CSV (item, quantity, unit, ...): totals, and every finding.", mixinStandardHelpOptions = true)
  static final class RequestsIn implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "XLSX or CSV with the columns item, quantity, unit; and code, weight_kg, volume_m3, from, to, ready, note")
    Path file;

    @Option(names = "--json", description = "as JSON")
    boolean json;

    @Override
    public Integer call() {
      Requests r = Requests.read(file);
      PrintWriter out = spec.commandLine().getOut();
      boolean broken = Finding.anyError(r.findings());
      if (json) out.print(TablesReport.requestsJson(r));
      else out.print(TablesReport.requests(r));
      out.flush();
      if (!json) FindingsOutput.print(r.findings(), spec.commandLine().getErr());
      if (broken) spec.commandLine().getErr().println("respite wheels requests: %s; rows with an error are not counted".formatted(FindingsOutput.summary(r.findings())));
      return broken ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }
  }

  /** A manifest that came back. */
  @Command(name = "receipts", description = "Read a manifest that came back counted (vehicle, item, sent, unit, received, removed, removed_by): sums by item, and what does not add up.", mixinStandardHelpOptions = true)
  static final class ReceiptsIn implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "XLSX or CSV, such as the manifest sheet of `respite wheels xlsx`")
    Path file;

    @Option(names = "--json", description = "as JSON")
    boolean json;

    @Override
    public Integer call() {
      Receipts r = Receipts.read(file);
      spec.commandLine().getOut().print(json ? TablesReport.receiptsJson(r) : TablesReport.receipts(r));
      spec.commandLine().getOut().flush();
      if (!json) FindingsOutput.print(r.findings(), spec.commandLine().getErr());
      boolean open = r.uncounted() > 0 || !r.findings().isEmpty();
      return Finding.anyError(r.findings()) ? ExitCode.BAD_INPUT : open ? ExitCode.NOT_ENOUGH : ExitCode.DONE;
    }
  }

  /** What people need. */
  @Command(name = "needs", description = "What people need over a span, by Sphere, WFP and WHO profiles, with the base of each total.", mixinStandardHelpOptions = true)
  static final class NeedsOf implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Option(names = "--people", paramLabel = "N", required = true, description = "how many people, 0 to 50000000")
    double people;

    @Option(names = "--days", paramLabel = "D", description = "for how many days, 0 to 366 (default: ${DEFAULT-VALUE})")
    double days = 30;

    @Option(names = "--profile", paramLabel = "NAME", description = "only these (repeatable): food, water, health, nutrition, fuel, shelter, repair")
    List<String> wanted = List.of();

    @Option(names = "--truck-tonnes", paramLabel = "T", description = "load of a truck (default: ${DEFAULT-VALUE})")
    double tonnes = 20;

    @Option(names = "--truck-m3", paramLabel = "M3", description = "room of a truck (default: ${DEFAULT-VALUE})")
    double room = 60;

    @Option(names = "--json", description = "as JSON")
    boolean json;

    @Override
    public Integer call() {
      require("--people", people, 50_000_000);
      require("--days", days, 366);
      require("--truck-tonnes", tonnes, 100);
      require("--truck-m3", room, 200);
      List<Needs.Profile> all = Needs.profiles();
      List<String> names = all.stream().map(Needs.Profile::profile).toList();
      for (String w : wanted) if (!names.contains(w)) throw wrong("--profile: there is no profile `%s`.%s Known: %s".formatted(w, Nearest.hint(w, names), String.join(", ", names)));
      List<Needs.Total> totals = all.stream().filter(p -> wanted.isEmpty() || wanted.contains(p.profile())).map(p -> Needs.total(p, people, days)).toList();
      PrintWriter out = spec.commandLine().getOut();
      TablesReport.Truck truck = new TablesReport.Truck(tonnes, room);
      out.print(json ? TablesReport.needsJson(totals, truck) : TablesReport.needs(totals, truck));
      out.flush();
      return ExitCode.DONE;
    }

    private void require(String name, double value, double most) {
      boolean room = name.startsWith("--truck");
      if (!(value >= 0 && value <= most) || room && value == 0) throw wrong("%s must be in %s0, %s], got %s".formatted(name, room ? "(" : "[", most, value));
    }

    private ParameterException wrong(String words) {
      return new ParameterException(spec.commandLine(), words);
    }
  }
}
