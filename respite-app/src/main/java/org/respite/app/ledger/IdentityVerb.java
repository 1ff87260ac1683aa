// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.respite.app.console.ExitCode;
import org.respite.ledger.Identities;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who a source is, kept apart. */
@Command(
    name = "identity",
    description = "Keep who a source really is (a line on standard input), or show it: under a passphrase of its own, never part of the ledger or of an export.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:the workspace, the source or the passphrase is wrong", "70:a bug of ours"})
final class IdentityVerb extends LedgerVerb {
  @Parameters(index = "0", paramLabel = "WORKSPACE", description = "a workspace folder")
  Path folder;

  @Parameters(index = "1", paramLabel = "SOURCE", description = "key of a source")
  String source;

  @Option(names = "--show", description = "show it instead of keeping one")
  boolean show;

  @Option(names = "--identity-passphrase-file", paramLabel = "FILE", description = "file whose first line opens the identities; else RESPITE_IDENTITY_PASSPHRASE")
  Path passphrase;

  @Override
  int run() throws Refused {
    Identities identities = Identities.open(folder, passphrase());
    if (show) {
      String identity = identities.find(source).orElseThrow(() -> Refused.of("no-identity", source, "nobody wrote down who `%s` is".formatted(source), "keep it with `respite ledger identity %s %s`".formatted(folder, source)));
      if (json) json(Value.Fields.with().text("source", source).text("identity", identity).done());
      else line("%s", identity);
      return ExitCode.DONE;
    }
    identities.put(source, line());
    if (json) json(Value.Fields.with().text("source", source).put("kept", new Value.Flag(true)).done());
    else line("Kept.");
    return ExitCode.DONE;
  }

  private String line() throws Refused {
    try {
      String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      if (line == null || line.isBlank()) throw Refused.of("no-identity", source, "nothing was given on standard input", "write one line");
      return line.strip();
    } catch (IOException e) {
      throw Refused.of("unreadable", "-", "standard input cannot be read: " + e.getMessage(), "write one line");
    }
  }

  private char[] passphrase() throws Refused {
    if (passphrase != null) return Access.firstLine(passphrase);
    String env = System.getenv("RESPITE_IDENTITY_PASSPHRASE");
    if (env == null || env.isEmpty()) throw Refused.of("no-passphrase", "identity", "no passphrase for the identities is given", "give --identity-passphrase-file, or RESPITE_IDENTITY_PASSPHRASE; another than the workspace's");
    return env.toCharArray();
  }
}
