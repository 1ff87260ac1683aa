// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.respite.app.console.ExitCode;
import org.respite.app.console.FindingsOutput;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every verb of the ledger shares: data on stdout, refusals as findings with exit code 2, {@code --json}. */
abstract class LedgerVerb implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(names = "--json", description = "the answer as JSON on stdout")
  boolean json;

  @Override
  public final Integer call() {
    try {
      return run();
    } catch (Refused e) {
      if (json) out().println(FindingsOutput.json(e.findings()));
      else FindingsOutput.print(e.findings(), err());
      err().println("%s: %s".formatted(spec.qualifiedName(), FindingsOutput.summary(e.findings())));
      return ExitCode.BAD_INPUT;
    }
  }

  abstract int run() throws Refused;

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** A line for a terminal: what would steer it is shown as an escape. */
  final void line(String format, Object... values) {
    out().println(FindingsOutput.visible(format.formatted(values)));
  }

  /** JSON in one line; characters that would steer a terminal are escaped, which does not change the value. */
  final void json(Value.Fields answer) {
    out().println(FindingsOutput.visible(Canonical.text(answer)));
  }
}
