// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.nio.file.Path;
import org.respite.app.console.ExitCode;
import org.respite.ledger.Wipe;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Under duress: no passphrase is asked. */
@Command(
    name = "wipe",
    description = "Destroy a workspace: its keys first, then its files. What was exported before stays where it is; a PostgreSQL database is not touched.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:there is no workspace, or --yes is missing", "70:a bug of ours"})
final class WipeVerb extends LedgerVerb {
  @Parameters(paramLabel = "WORKSPACE", description = "a workspace folder")
  Path folder;

  @Option(names = "--yes", description = "really: there is no way back")
  boolean yes;

  @Override
  int run() throws Refused {
    if (!yes) throw Refused.of("not-asked", folder.toString(), "nothing was destroyed", "give --yes; there is no way back");
    int wiped = Wipe.workspace(folder);
    if (json) json(Value.Fields.with().whole("wiped", wiped).done());
    else line("%d files destroyed. On flash disks, what was never encrypted may still be found.", wiped);
    return ExitCode.DONE;
  }
}
