// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.time.Instant;
import java.util.List;
import org.respite.app.console.ExitCode;
import org.respite.ledger.answer.AnswerFields;
import org.respite.ledger.answer.Ladder;
import org.respite.ledger.answer.Readings;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Who has been told, and who has said so. */
@Command(
    name = "notifications",
    description = "The acknowledgement ladder: who was notified of what, through whom, acknowledged at which level, lead time met, expired. Red until the unit has acknowledged.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every notification is green", "1:at least one is red", "2:the ledger or the command is wrong", "70:a bug of ours"},
    footer = {
      "%nExamples:",
      "  respite ledger add night notification --id n1 --party north --level capital --set what=\"convoy of 20 trucks\" --set topics=aid --set through=\"CMCoord cell\" \\",
      "    --set rule=movement --set sent=2016-10-18T07:00+03:00 --set starts=2016-10-20T08:00+03:00 --set expires=2016-10-20T16:00+03:00",
      "  respite ledger add night acknowledgement --set of=n1 --level unit --set by=\"brigade at the gate\" --set at=2016-10-19T20:00+03:00"
    })
final class NotificationsVerb extends LedgerVerb {
  @Mixin Source source = new Source();

  @Override
  int run() throws Refused {
    Readings readings = source.readings();
    List<Ladder.Row> rows = Ladder.of(readings, readings.until().heardBy().orElseGet(Instant::now));
    if (json) json(AnswerFields.ladder(rows));
    else rows.forEach(this::print);
    return rows.stream().allMatch(r -> r.light() == Ladder.Light.GREEN) ? ExitCode.DONE : ExitCode.NOT_ENOUGH;
  }

  private void print(Ladder.Row r) {
    line("%-5s  %s to %s: %s", Asked.written(r.light()).toUpperCase(java.util.Locale.ROOT), r.recorded().name(), r.notification().party(), r.notification().what());
    r.acknowledged().forEach((level, a) -> line("       %s acknowledged %s%s", Asked.written(level), a.at().at().print(), a.by().isEmpty() ? "" : ", " + a.by()));
    if (!r.why().isEmpty()) line("       %s", r.why());
  }
}
