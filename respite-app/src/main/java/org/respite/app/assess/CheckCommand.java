// SPDX-License-Identifier: Apache-2.0
package org.respite.app.assess;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.respite.app.console.ExitCode;
import org.respite.app.console.FindingsOutput;
import org.respite.model.casefile.CaseFolder;
import org.respite.model.finding.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a case and lists everything that would stop or mislead an assessment. */
@Command(
    name = "check",
    description = "Read a case folder and list every finding: file, line, what, effect, remedy.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nothing to mend (warnings may stand)", "2:the case cannot be assessed as it is", "70:a bug of ours"})
public final class CheckCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "CASE", description = "a case folder (docs/case-format.md)")
  Path folder;

  @Option(names = "--json", description = "findings as JSON")
  boolean json;

  @Override
  public Integer call() {
    CaseFolder.Result result = CaseReading.read(folder, Optional.empty());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(FindingsOutput.json(result.findings()));
    } else {
      FindingsOutput.print(result.findings(), out);
      spec.commandLine().getErr().println("respite check: " + FindingsOutput.summary(result.findings()));
    }
    return Finding.anyError(result.findings()) ? ExitCode.BAD_INPUT : ExitCode.DONE;
  }
}
