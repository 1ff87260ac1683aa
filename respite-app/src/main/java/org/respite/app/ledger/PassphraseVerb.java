// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.nio.file.Path;
import java.time.Clock;
import org.respite.app.console.ExitCode;
import org.respite.ledger.Workspace;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A passphrase, or another one. */
@Command(
    name = "passphrase",
    description = "Put a workspace under a passphrase (entries, originals and the signing key are encrypted), or change it.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:the workspace, the passphrase or the command is wrong; nothing was changed", "70:a bug of ours"})
final class PassphraseVerb extends LedgerVerb {
  @Parameters(paramLabel = "WORKSPACE", description = "a workspace folder")
  Path folder;

  @Mixin Access access = new Access();

  @Option(names = "--new-passphrase-file", paramLabel = "FILE", description = "file whose first line is the new passphrase; else RESPITE_NEW_PASSPHRASE")
  Path newPassphrase;

  @Override
  int run() throws Refused {
    char[] to = newPassphrase != null ? Access.firstLine(newPassphrase) : fromEnvironment();
    boolean locked = Workspace.isLocked(folder);
    if (locked) Workspace.changePassphrase(folder, access.given().orElseThrow(() -> Refused.of("locked", folder.toString(), "the workspace is locked", "give its passphrase: RESPITE_PASSPHRASE, or --passphrase-file")), to);
    else Workspace.lock(folder, to, Clock.systemUTC());
    if (json) json(Value.Fields.with().put("locked", new Value.Flag(true)).put("changed", new Value.Flag(locked)).done());
    else line(locked ? "The passphrase is changed; copies of the workspace made before still open with the old one." : "The workspace is locked.");
    return ExitCode.DONE;
  }

  private static char[] fromEnvironment() throws Refused {
    String env = System.getenv("RESPITE_NEW_PASSPHRASE");
    if (env == null || env.isEmpty()) throw Refused.of("no-passphrase", "passphrase", "no new passphrase is given", "give --new-passphrase-file, or RESPITE_NEW_PASSPHRASE");
    return env.toCharArray();
  }
}
