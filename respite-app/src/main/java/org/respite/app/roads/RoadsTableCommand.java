// SPDX-License-Identifier: Apache-2.0
package org.respite.app.roads;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.respite.app.console.ExitCode;
import org.respite.app.console.FindingsOutput;
import org.respite.model.finding.Finding;
import org.respite.roads.attributes.StreetTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code respite roads table}: the figures that stand in where nothing is tagged. */
@Command(
    name = "table",
    description = "Print the standard table of speeds, widths, lanes and capacities, to copy and change; or check a changed one.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:printed, or nothing to mend", "2:the table cannot be used as it is; every finding is listed", "70:a bug of ours"})
final class RoadsTableCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "a changed table to check; lines it leaves out keep the standard figures")
  private Path file;

  @Option(names = "--json", description = "Print findings as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (file == null && !json) {
      spec.commandLine().getOut().print(StreetTable.standardText());
      spec.commandLine().getOut().flush();
      return ExitCode.DONE;
    }
    List<Finding> findings = file == null ? List.of() : StreetTable.read(file).findings();
    if (json) spec.commandLine().getOut().println(FindingsOutput.json(findings));
    else FindingsOutput.print(findings, spec.commandLine().getOut());
    if (!json) spec.commandLine().getErr().println("respite roads table: " + FindingsOutput.summary(findings));
    return Finding.anyError(findings) ? ExitCode.BAD_INPUT : ExitCode.DONE;
  }
}
