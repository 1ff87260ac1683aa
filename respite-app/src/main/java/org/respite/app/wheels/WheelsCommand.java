// SPDX-License-Identifier: Apache-2.0
package org.respite.app.wheels;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Movement plans: trucks in, buses and ambulances out. */
@Command(
    name = "wheels",
    description = "Movement plans: which vehicle carries what, when, by which way; how good that is, and what if it breaks.",
    mixinStandardHelpOptions = true,
    subcommands = {
      WheelsPlan.Plan.class, WheelsPlan.Replay.class, WheelsPlan.Papers.class, WheelsPlan.Xlsx.class, WheelsReplan.class, WheelsTables.RequestsIn.class, WheelsTables.ReceiptsIn.class, WheelsTables.NeedsOf.class, WheelsService.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:done, and the answer is \"not enough\": nobody moves, or something is dropped",
      "2:the input or the command is wrong; every finding is listed",
      "70:a bug of ours"
    },
    footer = {"%nExamples:", "  respite wheels plan cases/aleppo-2016-10 --option un-ask", "  respite wheels papers cases/aleppo-2016-10 --out out/papers", "  respite wheels replan cases/aleppo-2016-10 --actuals today.csv --now 2016-10-20T12:00+03:00"})
public final class WheelsCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(new CommandLine(spec), "say what to do: plan, replay, replan, papers, xlsx, requests, receipts, needs or service");
  }
}
