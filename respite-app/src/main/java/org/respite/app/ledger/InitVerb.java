// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.respite.app.console.ExitCode;
import org.respite.ledger.Workspace;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import org.respite.ledger.proof.Contents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A new workspace, for a new ledger or to go on with one. */
@Command(
    name = "init",
    description = "Make a workspace: a key to sign with, and a ledger, new or joined. With a passphrase everything in it is encrypted.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:the folder or the command is wrong", "70:a bug of ours"},
    footer = {"%nExample:", "  respite ledger init night --title \"Eight hours on Thursday\" --zone Asia/Damascus --author \"access team\""})
final class InitVerb extends LedgerVerb {
  @Parameters(paramLabel = "FOLDER", description = "where the workspace goes")
  Path folder;

  @Mixin Access access = new Access();

  @Option(names = "--title", paramLabel = "TEXT", description = "what the ledger is about (default: the folder's name)")
  String title;

  @Option(names = "--zone", paramLabel = "ZONE", description = "zone in which days are meant (default: ${DEFAULT-VALUE})")
  String zone = "UTC";

  @Option(names = "--author", paramLabel = "ROLE", description = "under which role entries are made; a role, not a person's name (default: ${DEFAULT-VALUE})")
  String author = "author";

  @Option(names = "--join", paramLabel = "FILE", description = "go on with the ledger in this file")
  Path join;

  @Option(names = "--store", paramLabel = "STORE", description = "sqlite, or jdbc:postgresql://HOST/DATABASE with RESPITE_DB_USER and RESPITE_DB_PASSWORD (default: ${DEFAULT-VALUE})")
  String store = "sqlite";

  @Override
  int run() throws Refused {
    Optional<Contents> joined = join == null ? Optional.empty() : Optional.of(Source.ofFile(join));
    Optional<char[]> passphrase = access.given();
    Path name = folder.toAbsolutePath().normalize().getFileName();
    String called = title != null ? title : name == null ? "ledger" : name.toString();
    if (!store.equals("sqlite") && !store.startsWith("jdbc:postgresql:")) throw Refused.of("unknown-store", "--store", "`%s` is no store known here".formatted(store), "write sqlite, or jdbc:postgresql://HOST/DATABASE");
    try (Workspace w = Workspace.init(folder, new Workspace.Init(called, zone(), author, store, passphrase, joined, Clock.systemUTC()))) {
      if (json) json(Value.Fields.with().text("ledger", w.header().id()).text("author", w.key().id()).text("key", w.key().publicKey()).put("locked", new Value.Flag(passphrase.isPresent())).done());
      else line("Ledger %s; your public key is %s", w.header().id(), w.key().publicKey());
      if (passphrase.isEmpty()) err().println("No passphrase was given: whoever holds the folder can read it. `respite ledger passphrase %s` sets one.".formatted(folder));
    }
    return ExitCode.DONE;
  }

  private ZoneId zone() throws Refused {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw Refused.of("unknown-zone", "--zone", "`%s` is no zone known here".formatted(zone), "write an IANA zone such as Asia/Damascus");
    }
  }
}
