// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.app.assess.CaseReading;
import org.respite.app.console.ExitCode;
import org.respite.model.casefile.CaseFolder;
import org.respite.model.scenario.Case;
import picocli.CommandLine;

/** The ledger as its user works with it. */
class LedgerCommandTest {
  private static final Path ALEPPO = Path.of(System.getProperty("respite.root"), "cases", "aleppo-2016-10");
  private static final String BUNDLED = ALEPPO.resolve("aleppo.ledger.jsonl").toString();

  @TempDir Path dir;
  private String out;
  private String err;

  private int run(String... args) {
    StringWriter stdout = new StringWriter();
    StringWriter stderr = new StringWriter();
    CommandLine command = Respite.commandLine();
    command.setOut(new PrintWriter(stdout, true)).setErr(new PrintWriter(stderr, true));
    int code = command.execute(args);
    out = stdout.toString();
    err = stderr.toString();
    return code;
  }

  private String ws() {
    return dir.resolve("ws").toString();
  }

  private void night() {
    assertThat(run("ledger", "init", ws(), "--title", "Night", "--zone", "Asia/Damascus", "--author", "access team")).isZero();
    assertThat(run("ledger", "add", ws(), "party", "--id", "north", "--set", "name=North", "--set", "party_kind=armed-party", "--set", "levels=capital,unit")).isZero();
    assertThat(run("ledger", "add", ws(), "statement", "--id", "s1", "--party", "north", "--level", "capital", "--said", "2016-10-18", "--heard", "2016-10-18T20:00+03:00", "--text", "A truce.", "--claim", "halt/agrees")).isZero();
  }

  @Test
  void theBundledLedgerHoldsAndSaysWhatIsNotProved() {
    assertThat(run("ledger", "verify", BUNDLED)).isZero();
    assertThat(out).contains("HOLDS").contains("Not proved:").contains("that what was said is true");
    assertThat(run("ledger", "verify", BUNDLED, "--json")).isZero();
    assertThat(out).contains("\"holds\":true").contains("\"failures\":[]");
  }

  @Test
  void aBundledLedgerWithAByteChangedDoesNotHoldAndStopsTheCase() throws IOException {
    Path copy = Files.createDirectory(dir.resolve("case"));
    try (var files = Files.list(ALEPPO)) {
      for (Path f : (Iterable<Path>) files::iterator) Files.copy(f, copy.resolve(f.getFileName()));
    }
    Path ledger = copy.resolve("aleppo.ledger.jsonl");
    Files.writeString(ledger, Files.readString(ledger).replace("it would be surrender", "it would be surrendes"));
    assertThat(run("ledger", "verify", ledger.toString())).isEqualTo(ExitCode.NOT_ENOUGH);
    assertThat(out).contains("(s13): its content does not match its hash");
    assertThat(run("check", copy.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(out).contains("aleppo.ledger.jsonl:").contains("ledger-does-not-hold").contains("(s13)");
  }

  @Test
  void theCaseReadsItsStatementsFromTheLedger() {
    Case c = CaseReading.read(ALEPPO, java.util.Optional.empty()).read().orElseThrow();
    assertThat(c.register().statements()).hasSize(38);
    assertThat(c.register().statements().getFirst().id()).isEqualTo("s01");
    assertThat(c.register().statements().getFirst().at().toString()).matches("aleppo\\.ledger\\.jsonl:\\d+");
    assertThat(CaseFolder.read(ALEPPO).read().orElseThrow().register().statements()).isEmpty();
  }

  /** s20 was heard on 20 October; the armed party's refusal to leave (s13) on 18 October. */
  @Test
  void asOfTheEveTheArmysWordOfTheDayIsNotKnown() {
    assertThat(run("ledger", "as-of", BUNDLED, "2016-10-19T21:00+03:00", "--json")).isZero();
    assertThat(out).contains("\"id\":\"s13\"").doesNotContain("\"id\":\"s20\"").contains("\"as_of\":\"2016-10-19T21:00+03:00\"");
    assertThat(run("assess", ALEPPO.toString(), "--draws", "10", "--as-of", "2016-10-19T21:00+03:00", "--json", "--out", dir.toString())).isEqualTo(ExitCode.NOT_ENOUGH);
    assertThat(out).contains("as known at 2016-10-19T21:00+03:00").contains("\"s13\"").doesNotContain("\"s20\"");
    assertThat(run("assess", ALEPPO.toString(), "--as-of", "yesterday")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err).contains("`yesterday` is no time with offset; write 2016-10-19T21:00+03:00");
  }

  @Test
  void beforeAnythingWasAnnouncedThereIsNothingToAsk() {
    assertThat(run("assess", ALEPPO.toString(), "--as-of", "2016-01-01T00:00+02:00", "--out", dir.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err).contains("none of the case's options had been announced");
  }

  @Test
  void aClaimCountsOnceItIsConfirmedAndACorrectionHasToBeConfirmedAnew() {
    night();
    assertThat(run("ledger", "consent", ws())).isZero();
    assertThat(out).contains("halt: not stated");
    assertThat(run("ledger", "confirm", ws(), "s1")).isZero();
    run("ledger", "consent", ws());
    assertThat(out).contains("halt: agreed").contains("no yes from: unit");
    assertThat(run("ledger", "correct", ws(), "s1", "--reason", "misheard", "--claim", "halt/refuses")).isZero();
    run("ledger", "consent", ws());
    assertThat(out).contains("halt: not stated");
    assertThat(run("ledger", "confirm", ws(), "--all")).isZero();
    run("ledger", "consent", ws(), "--json");
    assertThat(out).contains("\"status\":\"refused\"");
    run("ledger", "show", ws(), "s1", "--json");
    assertThat(out).contains("misheard").contains("\"older\":[{");
  }

  @Test
  void everyFaultOfAnEntryIsToldAtOnceAndNothingIsEntered() {
    night();
    assertThat(run("ledger", "add", ws(), "statement", "--party", "north", "--said", "2016-10-18T20:00", "--claim", "halt/maybe", "--set", "levle=unit")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err).contains("`2016-10-18T20:00` has no offset").contains("`claims[0].stance` is `maybe`").contains("Did you mean `level`?").contains("4 errors");
    run("ledger", "list", ws(), "--kind", "statement");
    assertThat(out.lines()).hasSize(1);
  }

  @Test
  void aNameThatTriesToSteerTheTerminalIsShownNotObeyed() {
    night();
    assertThat(run("ledger", "add", ws(), "statement", "--id", "s2", "--party", "north", "--text", "\u202Eevil\u001B[2J")).isZero();
    assertThat(out).contains("\\u202Eevil\\u001B[2J").doesNotContain("\u202E").doesNotContain("\u001B");
    run("ledger", "list", ws(), "--json");
    assertThat(out).contains("\\u202Eevil").doesNotContain("\u202E");
  }

  @Test
  void twoWorkspacesMergeAndShowTheirConflict() {
    night();
    String file = dir.resolve("night.ledger.jsonl").toString();
    String other = dir.resolve("other").toString();
    assertThat(run("ledger", "export", ws(), file)).isZero();
    assertThat(run("ledger", "export", ws(), file)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run("ledger", "init", other, "--join", file, "--author", "monitor")).isZero();
    run("ledger", "correct", ws(), "s1", "--reason", "a", "--text", "one");
    run("ledger", "correct", other, "s1", "--reason", "b", "--text", "two");
    assertThat(run("ledger", "export", other, file, "--force")).isZero();
    assertThat(run("ledger", "import", ws(), file)).isZero();
    assertThat(out).contains("2 new entries").contains("conflict: s1 was corrected twice");
    assertThat(run("ledger", "verify", ws())).isZero();
  }

  @Test
  void whatWasAcceptedInAReviewIsEnteredOnceWithWhoAccepted() throws IOException {
    night();
    Path journal = dir.resolve("journal.jsonl");
    String line = "{\"action\":\"%s\",\"document\":\"%s\",\"statement\":\"%s\",\"by\":\"second reader\",\"at\":\"2016-10-19T10:00:00Z\",\"reader\":\"rules 1\",\"source\":\"paper.html\",\"kind\":\"direct\",\"speaker\":\"A Minister\",\"role\":\"Minister\",\"party\":\"north\",\"said_on\":\"2016-10-18\",\"words\":[{\"begin\":1,\"end\":9,\"text\":\"no truce\"}],\"claims\":[\"truce/opposes\"],\"rule\":\"quote\"}\n";
    String document = "ab".repeat(32);
    Files.writeString(journal, line.formatted("accept", document, "s01") + line.formatted("accept", document, "s02") + line.formatted("undo", document, "s02") + line.formatted("reject", document, "s03"), StandardCharsets.UTF_8);
    assertThat(run("ledger", "add", ws(), "--from-review", journal.toString())).isZero();
    assertThat(out).contains("doc-abababababab-s01").doesNotContain("-s02").doesNotContain("-s03").contains("confirmation");
    run("ledger", "consent", ws(), "--party", "north");
    assertThat(out).contains("refused");
    assertThat(run("ledger", "add", ws(), "--from-review", journal.toString())).isZero();
    assertThat(out).isEmpty();
    Files.writeString(journal, line.formatted("accept", document, "s04").replace("truce/opposes", "pause-length/opposes"));
    assertThat(run("ledger", "add", ws(), "--from-review", journal.toString())).isZero();
    run("ledger", "show", ws(), "doc-abababababab-s04");
    assertThat(out).contains("pause-length disputes").doesNotContain("refuses");
    Files.writeString(journal, "{\"action\":\"guess\",\"document\":\"d\",\"statement\":\"s\"}\n");
    assertThat(run("ledger", "add", ws(), "--from-review", journal.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err).contains("journal.jsonl:1").contains("`action` must be accept, correct, reject or undo, got `guess`");
  }

  @Test
  void aDocumentThatCopiesAnotherIsEnteredAsOneSourceWithIt() throws IOException {
    night();
    Path journal = dir.resolve("journal.jsonl");
    String line = "{\"action\":\"accept\",\"document\":\"%s\",\"statement\":\"s01\",\"by\":\"second reader\",\"at\":\"2016-10-19T10:00:00Z\",\"reader\":\"rules 1\",\"source\":\"%s\",%s\"kind\":\"direct\",\"speaker\":\"A Minister\",\"party\":\"north\",\"said_on\":\"2016-10-18\",\"words\":[],\"claims\":[\"truce/opposes\"],\"rule\":\"quote\"}\n";
    Files.writeString(journal, line.formatted("cd".repeat(32), "wire copy.html", "\"copy_of\":\"" + "ab".repeat(32) + "\",") + line.formatted("ab".repeat(32), "agency.html", ""));
    assertThat(run("ledger", "add", ws(), "--from-review", journal.toString())).isZero();
    run("ledger", "list", ws(), "--kind", "source", "--json");
    assertThat(out).contains("\"copies\":\"doc-abababababab\"").contains("\"publisher\":\"agency.html\"").contains("\"publisher\":\"wire copy.html\"");
  }

  @Test
  void anOriginalComesOutAsItWentInAndNeverOverAFile() throws IOException {
    night();
    Path picture = Files.write(dir.resolve("leaflet.png"), new byte[] {1, 0, 2, -1});
    assertThat(run("ledger", "add", ws(), "document", "--set", "title=leaflet", "--attach", picture.toString())).isZero();
    String entry = out.toString().strip().split("\\s+")[0];
    Path copy = dir.resolve("copy.png");
    assertThat(run("ledger", "show", ws(), entry, "--original", copy.toString())).isZero();
    assertThat(copy).hasBinaryContent(new byte[] {1, 0, 2, -1});
    assertThat(run("ledger", "show", ws(), entry, "--original", copy.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err).contains("there is a file of that name");
    try (var files = Files.list(Path.of(ws(), "originals"))) {
      Files.write(files.findFirst().orElseThrow(), new byte[] {9});
    }
    assertThat(run("ledger", "show", ws(), entry, "--original", dir.resolve("other.png").toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err).contains("is no longer what it was");
    assertThat(run("ledger", "show", ws(), "s1", "--original", dir.resolve("other.png").toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err).contains("s1 is no document");
  }

  @Test
  void aListedLedgerCanBeEnteredIntoANewOne() throws IOException {
    run("ledger", "list", BUNDLED, "--json");
    Path listed = dir.resolve("listed.json");
    Files.writeString(listed, out);
    assertThat(run("ledger", "init", ws())).isZero();
    assertThat(run("ledger", "add", ws(), "--from", listed.toString())).isZero();
    run("ledger", "list", ws(), "--kind", "statement");
    assertThat(out.lines()).hasSize(38);
  }

  @Test
  void aFileThatIsNotThereIsTheCommandsFaultAndOneThatIsNoLedgerDoesNotHold() throws IOException {
    assertThat(run("ledger", "verify", dir.resolve("none").toString())).isEqualTo(ExitCode.BAD_INPUT);
    Path file = dir.resolve("notes.txt");
    Files.writeString(file, "hello\n");
    assertThat(run("ledger", "verify", file.toString())).isEqualTo(ExitCode.NOT_ENOUGH);
    assertThat(out).contains("a ledger begins with a line");
    assertThat(run("ledger", "list", file.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run("ledger")).isEqualTo(ExitCode.BAD_INPUT);
  }
}
