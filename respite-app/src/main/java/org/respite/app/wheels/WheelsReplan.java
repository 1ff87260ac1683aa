// SPDX-License-Identifier: Apache-2.0
package org.respite.app.wheels;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.respite.app.console.ExitCode;
import org.respite.app.console.FindingsOutput;
import org.respite.model.finding.Finding;
import org.respite.report.ReplanReport;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.replan.Actual;
import org.respite.wheels.replan.Replan;
import org.respite.wheels.schedule.Scheduler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The rest of the day from what happened. */
@Command(
    name = "replan",
    description = "Plan the rest of the day anew from actual times and counts, and show what is dropped.",
    mixinStandardHelpOptions = true,
    footer = {"%nActuals are a CSV or XLSX with columns vehicle, event, at (and trip, amount, note).", "Events: departed, inspected, arrived, delivered, out, turned-back, not-sent (stands ready), cancelled."})
final class WheelsReplan implements Callable<Integer> {
  @Mixin WheelsCase asked;

  @Option(names = "--actuals", paramLabel = "FILE", description = "what happened: CSV or XLSX")
  Path actuals;

  @Option(names = "--event", paramLabel = "VEHICLE,EVENT,TIME[,AMOUNT]", split = ";", description = "one thing that happened (repeatable), such as T003,departed,2016-10-20T09:40+03:00")
  List<String> events = new ArrayList<>();

  @Option(names = "--now", paramLabel = "TIME", required = true, description = "plan from this moment, such as 2016-10-20T12:00+03:00")
  String now;

  @Option(names = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer call() {
    Instant moment = moment();
    if (asked.only == null) asked.only = "aid";
    asked.draws = 1; // wanted within seconds: the plan is needed, not its judgement
    List<Finding> findings = new ArrayList<>();
    List<Actual> happened = new ArrayList<>(actuals == null ? List.of() : Actual.read(actuals, findings));
    for (String e : events) Actual.parse(e, findings).ifPresent(happened::add);
    Optional<WheelsCase.Planned> planned = Finding.anyError(findings) ? Optional.empty() : asked.plan(json);
    if (Finding.anyError(findings)) asked.refuse(findings, json);
    if (planned.isEmpty()) return ExitCode.BAD_INPUT;
    Movement plan = planned.get().movements().get(asked.only);
    Replan replan = Replan.of(plan.schedule(), happened, moment, new Scheduler.Effort(asked.builds, asked.seed));
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(replan.findings());
    if (Finding.anyError(all)) {
      asked.refuse(all, json);
      return ExitCode.BAD_INPUT;
    }
    PrintWriter out = asked.command().getOut();
    out.print(json ? ReplanReport.json(planned.get().heading(), plan, replan) : ReplanReport.text(planned.get().heading(), plan, replan));
    out.flush();
    if (!json) FindingsOutput.print(all, asked.command().getErr());
    return replan.dropped().stream().anyMatch(d -> d.lost() > 1e-6) ? ExitCode.NOT_ENOUGH : ExitCode.DONE;
  }

  private Instant moment() {
    try {
      return OffsetDateTime.parse(now).toInstant();
    } catch (DateTimeException e) {
      throw asked.wrong("--now must be a time with its offset, such as 2016-10-20T12:00+03:00, got `%s`".formatted(now));
    }
  }
}
