// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.respite.app.console.ExitCode;
import org.respite.ledger.Workspace;
import org.respite.ledger.answer.AnswerFields;
import org.respite.ledger.answer.EntryWords;
import org.respite.ledger.answer.Lookup;
import org.respite.ledger.answer.Readings;
import org.respite.ledger.entry.Body;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import org.respite.ledger.proof.Recorded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One entry, and what became of it. */
@Command(
    name = "show",
    description = "One entry whole: who entered it and when, what it says, its claims, what was entered about it, its older readings.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:the ledger, the entry or the command is wrong", "70:a bug of ours"})
final class ShowVerb extends LedgerVerb {
  @Mixin Source source = new Source();

  @Parameters(index = "1", paramLabel = "ENTRY", description = "its id, or the first digits of its hash")
  String entry;

  @Option(names = "--original", paramLabel = "FILE", description = "of a document in a workspace: write the original there as it came, its hash checked; a file that is there already is not touched")
  Path original;

  @Override
  int run() throws Refused {
    Readings readings = source.readings();
    Recorded r = Lookup.get(readings.contents(), entry);
    Optional<Readings.Reading> reading = readings.readingOf(r);
    if (original != null) takeOut(r);
    List<Recorded> about = readings.about(r);
    if (json) {
      Value.Builder out = Value.Fields.with().all(EntryWords.fields(r)).put("about", new Value.Items(about.stream().<Value>map(EntryWords::fields).toList()));
      reading.ifPresent(s -> out.put("statement", AnswerFields.of(s, readings)));
      json(out.done());
      return ExitCode.DONE;
    }
    line("%s  %s", r.name(), Asked.written(r.entry().body().kind()));
    line("  hash       %s", r.hash());
    line("  entered    %s by %s, number %d of its chain", r.entry().entered(), r.entry().author(), r.entry().seq());
    line("  label      TLP:%s, sensitivity %s", Asked.written(r.entry().label().tlp()).toUpperCase(java.util.Locale.ROOT), Asked.written(r.entry().label().sensitivity()));
    r.entry().body().fields().entries().forEach((key, value) -> line("  %-10s %s", key, value instanceof Value.Text(String text) ? text : words(value)));
    reading.ifPresent(s -> readings.claims(s).forEach(c -> line("  claim %d    %s %s%s", c.number(), c.claim().topic(), Asked.written(c.claim().stance()), c.confirmed() ? ", confirmed" : ", not confirmed")));
    about.forEach(a -> line("  about it   %s", EntryWords.line(a)));
    return ExitCode.DONE;
  }

  private void takeOut(Recorded r) throws Refused {
    if (!(r.entry().body() instanceof Body.Document document)) throw Refused.of("no-original", "--original", "%s is no document".formatted(r.name()), "`respite ledger list %s --kind document` lists them".formatted(source.ledger));
    if (!Files.isDirectory(source.ledger)) throw Refused.of("no-original", "--original", "a ledger file holds hashes, not originals", "name the workspace where the document was attached");
    try (Workspace w = source.access.open(source.ledger)) {
      byte[] bytes = w.originals().get(document.sha256());
      Files.write(original, bytes, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw Refused.of("not-written", original.toString(), Files.exists(original) ? "there is a file of that name" : "it cannot be written: " + e.getMessage(), "choose another file");
    }
  }

  private static String words(Value value) {
    return value instanceof Value.Fields f && f.entries().get("at") instanceof Value.Text(String at) && f.entries().size() == 1 ? at : Canonical.text(value);
  }
}
