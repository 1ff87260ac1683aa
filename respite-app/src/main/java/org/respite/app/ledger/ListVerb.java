// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.util.List;
import org.respite.app.console.ExitCode;
import org.respite.ledger.answer.EntryWords;
import org.respite.ledger.answer.Readings;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import org.respite.ledger.proof.Recorded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Every entry in a line. */
@Command(
    name = "list",
    description = "The entries of a ledger, causes before effects, one line each.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:the ledger or the command is wrong", "70:a bug of ours"})
final class ListVerb extends LedgerVerb {
  @Mixin Source source = new Source();

  @Option(names = "--kind", paramLabel = "KIND", description = "only entries of this kind: statement, source, confirmation, correction, decision, ...")
  String kind;

  @Override
  int run() throws Refused {
    Readings readings = source.readings();
    List<Recorded> shown = readings.contents().entries().filter(r -> kind == null || Asked.written(r.entry().body().kind()).equals(kind)).filter(readings::known).toList();
    if (json) json(Value.Fields.with().put("ledger", readings.contents().header().fields()).put("entries", new Value.Items(shown.stream().<Value>map(r -> EntryWords.fields(r)).toList())).done());
    else shown.forEach(r -> line("%s", EntryWords.line(r)));
    return ExitCode.DONE;
  }
}
