// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.respite.app.console.ExitCode;
import org.respite.ledger.Workspace;
import org.respite.ledger.answer.Lookup;
import org.respite.ledger.answer.Readings;
import org.respite.ledger.entry.Body;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import org.respite.ledger.proof.Recorded;
import org.respite.ledger.proof.Writer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A second look: only confirmed claims count. */
@Command(
    name = "confirm",
    description = "Vouch that claims were read rightly (or, with --reject, that they were not). Only confirmed claims enter the consent matrix.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:the workspace, an entry or the command is wrong; nothing was entered", "70:a bug of ours"})
final class ConfirmVerb extends LedgerVerb {
  @Parameters(index = "0", paramLabel = "WORKSPACE", description = "a workspace folder")
  Path folder;

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "ENTRY", description = "a statement, by its id or the first digits of its hash")
  List<String> entries = new ArrayList<>();

  @Mixin Access access = new Access();

  @Option(names = "--all", description = "every claim that nobody has decided on")
  boolean all;

  @Option(names = "--claim", paramLabel = "N", description = "only this claim of the statement, from 1 (repeatable)")
  List<Long> claims = new ArrayList<>();

  @Option(names = "--reject", description = "the claims were not read rightly")
  boolean reject;

  @Option(names = "--by", paramLabel = "ROLE", description = "who looked again (default: the workspace's author)")
  String by = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "what was looked at")
  String note = "";

  @Override
  int run() throws Refused {
    if (entries.isEmpty() && !all) throw Refused.of("nothing-named", "ENTRY", "no statement was named", "name statements, or give --all");
    try (Workspace w = access.open(folder)) {
      Readings readings = Readings.of(w.contents(), Readings.Until.NOW);
      List<Writer.Item> items = new ArrayList<>();
      for (String entry : entries) items.add(item(Lookup.get(readings.contents(), entry)));
      if (all) readings.undecided().forEach(r -> items.add(item(r)));
      List<Recorded> done = items.isEmpty() ? List.of() : w.append(items);
      if (json) json(Value.Fields.with().put("entered", new Value.Items(done.stream().<Value>map(r -> new Value.Text(r.hash())).toList())).done());
      else line("%d %s entered", done.size(), done.size() == 1 ? "confirmation" : "confirmations");
    }
    return ExitCode.DONE;
  }

  private Writer.Item item(Recorded r) {
    Body.Confirmation.Verdict verdict = reject ? Body.Confirmation.Verdict.REJECTED : Body.Confirmation.Verdict.CONFIRMED;
    return new Writer.Item(r.entry().label(), new Body.Confirmation(r.hash(), verdict, claims, by, note));
  }
}
