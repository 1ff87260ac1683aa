// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.util.List;
import java.util.stream.Collectors;
import org.respite.app.console.ExitCode;
import org.respite.ledger.answer.AnswerFields;
import org.respite.ledger.answer.ConsentMatrix;
import org.respite.ledger.answer.Readings;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who agreed to what, at which level. */
@Command(
    name = "consent",
    description = "Party by command level by term by corridor, leg and mode: agreed, conditional, refused, disputed, silent, contradicted, not stated. From confirmed claims only; then what is missing, and whom to phone first.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:the ledger or the command is wrong", "70:a bug of ours"})
final class ConsentVerb extends LedgerVerb {
  private static final int QUESTIONS_SHOWN = 12;

  @Mixin Source source = new Source();

  @Option(names = "--party", paramLabel = "ID", description = "only this party, with its older words beside the latest")
  String party;

  @Override
  int run() throws Refused {
    Readings readings = source.readings();
    ConsentMatrix matrix = ConsentMatrix.of(readings);
    if (json) json(AnswerFields.of(matrix, readings));
    else if (party == null) print(matrix, this);
    else cells(matrix);
    return ExitCode.DONE;
  }

  private void cells(ConsentMatrix matrix) throws Refused {
    List<ConsentMatrix.Cell> cells = matrix.cells().stream().filter(c -> c.party().equals(party)).toList();
    if (cells.isEmpty()) throw Refused.of("unknown-party", "--party", "the ledger has no party `%s`".formatted(party), "`respite ledger list --kind party` shows them");
    for (ConsentMatrix.Cell c : cells) {
      String scope = java.util.stream.Stream.of(c.scope().corridor(), c.scope().leg(), c.scope().mode()).filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
      line("%-10s  %-18s  %-14s  %-12s  %s", Asked.written(c.level()), Asked.written(c.term()), scope, Asked.written(c.status()), says(c.latest()));
      if (!c.older().isEmpty()) line("%48s  before: %s", "", says(c.older()));
    }
  }

  private static String says(List<Readings.ClaimRead> claims) {
    return claims.stream().map(c -> "%s %s (%s)".formatted(c.reading().recorded().name(), Asked.written(c.claim().stance()), c.reading().statement().said().at().print())).collect(Collectors.joining("; "));
  }

  /** Parties against terms, then the questions that are open. */
  static void print(ConsentMatrix matrix, LedgerVerb to) {
    matrix.summaries().stream().collect(Collectors.groupingBy(ConsentMatrix.Summary::party, java.util.LinkedHashMap::new, Collectors.toList())).forEach((party, terms) -> {
      if (terms.getFirst().mustConsent() || terms.stream().anyMatch(t -> t.status() != ConsentMatrix.Status.NOT_STATED)) {
        to.line("%-18s  %s", party, terms.stream().map(t -> Asked.written(t.term()) + ": " + Asked.written(t.status())).collect(Collectors.joining("; ")));
      }
    });
    List<ConsentMatrix.Question> questions = matrix.questions();
    if (questions.isEmpty()) {
      to.line("Nothing is missing: everyone who must has agreed to every term, at every level.");
      return;
    }
    to.line("Missing, the calls that change most first (%d in all):", questions.size());
    for (ConsentMatrix.Question q : questions.subList(0, Math.min(QUESTIONS_SHOWN, questions.size()))) {
      String levels = q.levels().isEmpty() ? "" : ", no yes from: " + q.levels().stream().map(Asked::written).collect(Collectors.joining(", "));
      to.line("  %s on %s: %s%s%s", matrix.name(q.party()), q.term().words(), Asked.written(q.status()), levels, q.decides() ? "; the only one lacking" : "");
    }
  }
}
