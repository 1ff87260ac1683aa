// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.respite.ledger.Workspace;
import org.respite.ledger.form.Refused;
import picocli.CommandLine.Option;

/** How a locked workspace is opened: a file, the environment, or a question on the terminal. Never the command line, which others can read. */
final class Access {
  @Option(names = "--passphrase-file", paramLabel = "FILE", description = "file whose first line is the passphrase; else RESPITE_PASSPHRASE, else it is asked for")
  Path passphraseFile;

  /** The passphrase where one is given without asking. */
  Optional<char[]> given() throws Refused {
    if (passphraseFile != null) return Optional.of(firstLine(passphraseFile));
    String env = System.getenv("RESPITE_PASSPHRASE");
    return env == null || env.isEmpty() ? Optional.empty() : Optional.of(env.toCharArray());
  }

  static char[] firstLine(Path file) throws Refused {
    try {
      String line = Files.readString(file).lines().findFirst().orElse("");
      if (line.isEmpty()) throw Refused.of("no-passphrase", file.toString(), "its first line is empty", "write the passphrase there");
      return line.toCharArray();
    } catch (IOException e) {
      throw Refused.of("no-passphrase", file.toString(), "it cannot be read: " + e.getMessage(), "name a text file");
    }
  }

  Workspace open(Path dir) throws Refused {
    Optional<char[]> passphrase = given();
    Console console = System.console();
    if (passphrase.isEmpty() && Workspace.isIn(dir) && Workspace.isLocked(dir) && console != null && console.isTerminal()) passphrase = Optional.ofNullable(console.readPassword("Passphrase of %s: ", dir));
    return Workspace.open(dir, passphrase, Clock.systemUTC());
  }
}
