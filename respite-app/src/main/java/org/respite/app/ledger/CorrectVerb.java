// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.respite.app.console.ExitCode;
import org.respite.ledger.Workspace;
import org.respite.ledger.answer.EntryWords;
import org.respite.ledger.answer.Lookup;
import org.respite.ledger.answer.Readings;
import org.respite.ledger.entering.Typed;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import org.respite.ledger.proof.Recorded;
import org.respite.ledger.proof.Writer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Never overwritten: superseded, with a reason. */
@Command(
    name = "correct",
    description = "Supersede a statement's reading with another, or withdraw it. The earlier one stays; the new one has to be confirmed anew.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:the workspace, the entry or the command is wrong; nothing was entered", "70:a bug of ours"},
    footer = {"%nExample:", "  respite ledger correct night s40 --reason \"misheard on a bad line\" --claim halt/conditional"})
final class CorrectVerb extends LedgerVerb {
  @Parameters(index = "0", paramLabel = "WORKSPACE", description = "a workspace folder")
  Path folder;

  @Parameters(index = "1", paramLabel = "ENTRY", description = "the statement, by its id or the first digits of its hash")
  String entry;

  @Mixin Access access = new Access();
  @Mixin Typing typing = new Typing();

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why the earlier reading does not stand")
  String reason;

  @Option(names = "--known", paramLabel = "TIME", description = "when this became known (default: now)")
  String known;

  @Option(names = "--withdraw", description = "there is no other reading: the statement was not made, or not heard")
  boolean withdraw;

  @Override
  int run() throws Refused {
    boolean changes = !typing.settings().isEmpty() || !typing.claims.isEmpty();
    if (withdraw == changes) throw Refused.of("nothing-changed", entry, withdraw ? "a withdrawn statement cannot be changed as well" : "no field is changed", "name the fields that change, or give --withdraw");
    try (Workspace w = access.open(folder)) {
      Readings readings = Readings.of(w.contents(), Readings.Until.NOW);
      Readings.Reading before = readings.readingOf(Lookup.get(readings.contents(), entry)).orElseThrow(() -> Refused.of("no-statement", entry, "`%s` is no statement that stands".formatted(entry), "only statements are corrected; enter anything else anew"));
      Optional<Value.Fields> changed = withdraw ? Optional.empty() : Optional.of(Typed.merged(before.statement().fields(), Typed.fields(typing.settings(), typing.claims)));
      Writer.Item item = Typed.correction(before.recorded(), reason, known, changed);
      Recorded done = w.append(List.of(item)).getFirst();
      if (json) json(Value.Fields.with().put("entered", new Value.Items(List.of(EntryWords.fields(done)))).done());
      else line("%s", EntryWords.line(done));
    }
    return ExitCode.DONE;
  }
}
