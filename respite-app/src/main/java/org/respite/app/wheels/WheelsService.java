// SPDX-License-Identifier: Apache-2.0
package org.respite.app.wheels;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.respite.app.console.ExitCode;
import org.respite.app.console.FindingsOutput;
import org.respite.model.finding.Finding;
import org.respite.report.TablesReport;
import org.respite.wheels.service.HomeBy;
import org.respite.wheels.sheet.Rows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Vaccination days and the like: who can come, be served, and be home in time. */
@Command(
    name = "service",
    description = "People who walk to a service and are to be home by a set time: how many can be served, and until when each group may leave home.",
    mixinStandardHelpOptions = true,
    footer = {"%nFILE is a CSV or XLSX with the columns group, people, distance_m, speed_m_s (and rest_min: rest on the way, one way)."})
final class WheelsService implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the groups")
  Path file;

  @Option(names = "--from", paramLabel = "TIME", required = true, description = "when people may leave home, such as 2024-09-01T06:00+03:00")
  String from;

  @Option(names = "--home-by", paramLabel = "TIME", required = true, description = "when all are to be home")
  String homeBy;

  @Option(names = "--servers", paramLabel = "N", required = true, description = "teams side by side, 1 to 10000")
  int servers;

  @Option(names = "--minutes", paramLabel = "M", required = true, description = "of one person at a team, above 0, at most 240")
  double minutes;

  @Option(names = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer call() {
    OffsetDateTime opens = time("--from", from);
    OffsetDateTime closes = time("--home-by", homeBy);
    long open = Duration.between(opens, closes).toSeconds();
    if (open <= 0 || open > 7 * 86_400) throw wrong("--home-by must be after --from, by a week at most, got %s and %s".formatted(from, homeBy));
    if (servers < 1 || servers > 10_000) throw wrong("--servers must be in [1, 10000], got " + servers);
    if (!(minutes > 0 && minutes <= 240)) throw wrong("--minutes must be in (0, 240], got " + minutes);
    List<Finding> findings = new ArrayList<>();
    List<HomeBy.Group> groups = groups(findings);
    if (Finding.anyError(findings)) {
      FindingsOutput.print(findings, spec.commandLine().getErr());
      spec.commandLine().getErr().println("respite wheels service: %s; nothing was computed".formatted(FindingsOutput.summary(findings)));
      return ExitCode.BAD_INPUT;
    }
    List<HomeBy.Result> results = HomeBy.of(groups, new HomeBy.Service((int) open, servers, (int) Math.round(minutes * 60)));
    spec.commandLine().getOut().print(json ? TablesReport.serviceJson(results, opens) : TablesReport.service(results, opens));
    spec.commandLine().getOut().flush();
    return results.stream().allMatch(r -> r.served() == r.group().people()) ? ExitCode.DONE : ExitCode.NOT_ENOUGH;
  }

  private List<HomeBy.Group> groups(List<Finding> findings) {
    List<HomeBy.Group> groups = new ArrayList<>();
    for (Rows.Line l : Rows.read(file, List.of("group", "people", "distance_m", "speed_m_s"), List.of("rest_min"), findings)) {
      double people = number(l, "people", 0, 5_000_000, findings);
      double metres = number(l, "distance_m", 0, 100_000, findings);
      double speed = number(l, "speed_m_s", 0.05, 3, findings);
      double rest = l.get("rest_min").isEmpty() ? 0 : number(l, "rest_min", 0, 1_440, findings);
      if (people >= 0 && metres >= 0 && speed > 0 && rest >= 0) groups.add(new HomeBy.Group(l.get("group"), (int) people, metres, speed, rest));
    }
    return groups;
  }

  private static double number(Rows.Line l, String column, double low, double high, List<Finding> findings) {
    try {
      double v = Double.parseDouble(l.get(column));
      if (v >= low && v <= high) return v;
    } catch (NumberFormatException e) {
      // said below
    }
    findings.add(Finding.error("not-a-number", l.at(), "`%s: %s`".formatted(column, l.get(column)), "the group cannot be reckoned with", "write a number in [%s, %s]".formatted(low, high)));
    return -1;
  }

  private OffsetDateTime time(String name, String written) {
    try {
      return OffsetDateTime.parse(written);
    } catch (DateTimeException e) {
      throw wrong("%s must be a time with its offset, such as 2024-09-01T06:00+03:00, got `%s`".formatted(name, written));
    }
  }

  private ParameterException wrong(String words) {
    return new ParameterException(spec.commandLine(), words);
  }
}
