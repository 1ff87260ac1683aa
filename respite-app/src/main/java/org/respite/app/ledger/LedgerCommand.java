// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code respite ledger}: who said what, who agreed to what, and nobody can quietly change it. */
@Command(
    name = "ledger",
    description = "Who said what, who agreed to what: an append-only, signed ledger that anyone can verify (docs/ledger-format.md).",
    mixinStandardHelpOptions = true,
    subcommands = {
      InitVerb.class, AddVerb.class, ConfirmVerb.class, CorrectVerb.class, ListVerb.class, ShowVerb.class, AsOfVerb.class, ContradictionsVerb.class, ConsentVerb.class,
      PrecisionVerb.class, NotificationsVerb.class, VerifyVerb.class, ExportVerb.class, ImportVerb.class,
      PassphraseVerb.class, IdentityVerb.class, WipeVerb.class
    })
public final class LedgerCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which verb? " + String.join(", ", spec.subcommands().keySet()));
  }
}
