// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import org.respite.app.console.ExitCode;
import org.respite.ledger.answer.AnswerFields;
import org.respite.ledger.answer.ConsentMatrix;
import org.respite.ledger.answer.EntryWords;
import org.respite.ledger.answer.Readings;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What did we know at 21:00? */
@Command(
    name = "as-of",
    description = "What was known at an instant: statements heard by then, the readings that stood, the consent that followed; and what was heard only later.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:the ledger or the command is wrong", "70:a bug of ours"},
    footer = {"%nExample:", "  respite ledger as-of cases/aleppo-2016-10/aleppo.ledger.jsonl 2016-10-19T21:00+03:00"})
final class AsOfVerb extends LedgerVerb {
  @Mixin Source source = new Source();

  @Parameters(index = "1", paramLabel = "TIME", description = "an instant with offset")
  String time;

  @Override
  int run() throws Refused {
    source.asOf = time;
    Readings readings = source.readings();
    ConsentMatrix matrix = ConsentMatrix.of(readings);
    if (json) {
      json(Value.Fields.with().all(AnswerFields.known(readings)).put("consent", AnswerFields.of(matrix, readings)).done());
      return ExitCode.DONE;
    }
    for (Readings.Reading r : readings.standing()) line("%s%s", EntryWords.line(r.recorded()), readings.sameDay().contains(r) ? "  (that day, hour not stated)" : "");
    line("%d statements had been heard by %s, %d of them that day without an hour; %d were heard later.", readings.standing().size(), time, readings.sameDay().size(), readings.later().size());
    readings.conflicts().forEach(c -> line("conflict: %s", c));
    ConsentVerb.print(matrix, this);
    return ExitCode.DONE;
  }

}
