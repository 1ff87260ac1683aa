// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.util.ArrayList;
import java.util.List;
import org.respite.app.console.ExitCode;
import org.respite.ledger.answer.AnswerFields;
import org.respite.ledger.answer.Lookup;
import org.respite.ledger.answer.Precision;
import org.respite.ledger.answer.Readings;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deal quality is precision. */
@Command(
    name = "precision",
    description = "Which points an announced text leaves open: route, start, end, zone, who may pass, goods, direction, exceptions, monitor.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no point is missing", "1:at least one point is missing", "2:the ledger, the entry or the command is wrong", "70:a bug of ours"})
final class PrecisionVerb extends LedgerVerb {
  @Mixin Source source = new Source();

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "ENTRY", description = "statements, by id or the first digits of their hash")
  List<String> entries = new ArrayList<>();

  @Override
  int run() throws Refused {
    Readings readings = source.readings();
    boolean missing = false;
    List<Value> answers = new ArrayList<>();
    for (String entry : entries) {
      Readings.Reading r = readings.readingOf(Lookup.get(readings.contents(), entry)).orElseThrow(() -> Refused.of("no-statement", entry, "`%s` is no statement that stands".formatted(entry), "name a statement; `respite ledger list --kind statement` shows them"));
      List<Precision.Row> rows = Precision.of(r.statement());
      missing |= rows.stream().anyMatch(p -> p.found() == Precision.Found.MISSING);
      answers.add(AnswerFields.precision(r));
      if (!json) print(r, rows);
    }
    if (json) json(Value.Fields.with().put("announcements", new Value.Items(answers)).done());
    return missing ? ExitCode.NOT_ENOUGH : ExitCode.DONE;
  }

  private void print(Readings.Reading r, List<Precision.Row> rows) {
    line("%s  %s, %s", r.recorded().name(), r.statement().party(), r.statement().said().at().print());
    for (Precision.Row p : rows) line("  %-13s %-8s %s", Asked.written(p.point()), Asked.written(p.found()), p.words());
  }
}
