// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.util.List;
import org.respite.app.console.ExitCode;
import org.respite.ledger.answer.AnswerFields;
import org.respite.ledger.answer.Contradictions;
import org.respite.ledger.answer.Readings;
import org.respite.ledger.entry.Statement;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What does not go together, side by side. */
@Command(
    name = "contradictions",
    description = "Statements that cannot both stand, by rule, each with both passages side by side. Never who is right.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done, whether any were found or not", "2:the ledger or the command is wrong", "70:a bug of ours"})
final class ContradictionsVerb extends LedgerVerb {
  @Mixin Source source = new Source();

  @Override
  int run() throws Refused {
    Readings readings = source.readings();
    List<Contradictions.Pair> pairs = Contradictions.of(readings);
    if (json) {
      json(AnswerFields.contradictions(pairs, readings));
      return ExitCode.DONE;
    }
    for (Contradictions.Pair p : pairs) {
      line("%s [%s]%s%s", p.topic().isEmpty() ? "words" : p.topic(), Asked.written(p.rule()), ": " + p.rule().words(), p.why().isEmpty() ? "" : " (" + p.why() + ")");
      side("A", p.a());
      side("B", p.b());
    }
    line("%d %s", pairs.size(), pairs.size() == 1 ? "pair" : "pairs");
    return ExitCode.DONE;
  }

  private void side(String which, Readings.Reading r) {
    Statement s = r.statement();
    line("  %s  %s, %s (%s), said %s, %s:", which, r.recorded().name(), s.party(), s.speaker(), s.said().at().print(), s.source());
    line("     %s", s.wording().original().isEmpty() ? s.text() : s.wording().original());
  }
}
