// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReadCommandTest {
  private static final String ARTICLE = "The pause is promised for Thursday, the UN said.\n\n“We will not leave the city,” Ada Brun said on Tuesday.\n";

  @TempDir Path folder;
  private Path article;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    article = Files.writeString(folder.resolve("a.txt"), ARTICLE);
  }

  private int run(String... args) {
    CommandLine line = Respite.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  @Test
  void printsProposalsAndSaysThatNoneIsConfirmed() {
    assertThat(run("read", article.toString(), "--published", "2016-10-19")).isZero();
    assertThat(out.toString()).contains("s02 direct   Ada Brun, 2016-10-18: We will not leave the city,").endsWith("2 proposals, none confirmed. Decide with --review JOURNAL --by NAME.\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void jsonHasTheKeysOfTheContractAndSpansThatQuote() {
    assertThat(run("read", article.toString(), "--published", "2016-10-19", "--json")).isZero();
    int begin = ARTICLE.indexOf("We will");
    assertThat(out.toString()).startsWith("{\"document\":{").contains("\"statements\":[", "\"times\":[", "\"numbers\":[", "\"narrator\":[")
        .contains("\"quotes\":[[" + begin + "," + (begin + "We will not leave the city,".length()) + "]]").contains("\"said_on\":\"not stated\"");
  }

  @Test
  void theSameArticleGivesTheSameBytes() {
    run("read", article.toString(), "--published", "2016-10-19", "--json");
    String first = out.toString();
    run("read", article.toString(), "--published", "2016-10-19", "--json");
    assertThat(out.toString()).isEqualTo(first + first);
  }

  @Test
  void aMomentOfPublicationIsTakenToTheDayOfThePlace() {
    // 22:30 UTC on Wednesday is Thursday in Aleppo: "Tuesday" is two days before, not one.
    assertThat(run("read", article.toString(), "--published", "2016-10-19T22:30Z", "--offset", "+03:00")).isZero();
    assertThat(out.toString()).startsWith("Published: 2016-10-20 (given)");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(run("read", "nowhere.txt", "--published", "2016-10-19")).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("error: nowhere.txt: there is no such file. nothing is read. Give the path of one article.\n");
  }

  @Test
  void aDateThatIsNoneIsRefused() {
    assertThat(run("read", article.toString(), "--published", "2016-13-45")).isEqualTo(2);
    assertThat(err.toString()).contains("this is not a date with an offset").contains("Write 2016-10-19");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void reviewNeedsAName() {
    assertThat(run("read", article.toString(), "--published", "2016-10-19", "--review", folder.resolve("j").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("nobody is named");
    assertThat(folder.resolve("j")).doesNotExist();
  }

  @Test
  void keysDecideAndWhatIsLeftOpenIsToldApart() throws IOException {
    Path journal = folder.resolve("j.jsonl");
    assertThat(review(journal, "a\nu\nr\nq\n")).isEqualTo(1);
    assertThat(Files.readAllLines(journal)).hasSize(3);
    assertThat(err.toString()).endsWith("1 proposals are still open; start again to go on.\n");
    assertThat(review(journal, "c\n\n\n\nleaving-city/opposes\n")).isZero();
    assertThat(Files.readAllLines(journal).get(3)).contains("\"action\":\"correct\"").contains("\"claims\":[\"leaving-city/opposes\"]");
  }

  @Test
  void contradictionsAndConsentRowsFollowFromWhatWasAcceptedAndFromNothingElse() throws IOException {
    Path journal = folder.resolve("j.jsonl");
    // s01 is left open, s02 accepted: only Ada Brun has a position; nobody gave her a party, so there is no row yet.
    review(journal, "s\na\n");
    assertThat(out.toString()).doesNotContain("consent:").endsWith("1 of 2 proposals confirmed.\n");
    // s01 is corrected to the party "un" and a stance on the hours.
    out.getBuffer().setLength(0);
    assertThat(review(journal, "c\n\nun\n\npause-length/opposes\n")).isZero();
    assertThat(out.toString()).contains("consent: un, hours: refuses [s01]\n", "consent: un, aid: not stated\n").endsWith("2 of 2 proposals confirmed.\n");
  }

  @Test
  void aTopicThatIsNoneIsNotWritten() {
    Path journal = folder.resolve("j.jsonl");
    review(journal, "c\n\n\n\nweather/supports\nq\n");
    assertThat(err.toString()).contains("\"weather\" is no topic; topics are truce, pause, pause-length");
    assertThat(journal).doesNotExist();
  }

  @Test
  void aChangedPositionAgainstAnotherDocumentOfTheJournalIsShown() throws IOException {
    Path journal = folder.resolve("j.jsonl");
    Path other = Files.writeString(folder.resolve("b.txt"), "Norland’s foreign ministry opposed the truce on Monday, saying that it would not accept the truce in the north of the city.\n");
    Path later = Files.writeString(folder.resolve("c.txt"), "Norland’s foreign ministry supports the truce, it said on Tuesday, and will send its buses to the north of the city.\n");
    article = other;
    review(journal, "c\n\nnorland\n\ntruce/opposes\nr\nr\n");
    article = later;
    review(journal, "c\n\nnorland\n\ntruce/supports\nr\nr\n");
    assertThat(out.toString()).contains("side by side: s01 and " + other + " s01 (changed-position) norland: supports and opposes the same topic");
  }

  @Test
  void aFolderOfArticlesIsSearchedForTheSameStory() throws IOException {
    Files.writeString(folder.resolve("copy.txt"), "By our own staff.\n\n" + ARTICLE);
    Files.writeString(folder.resolve("other.txt"), "The mayor said that the road to the bridge was open and that the buses had left for the north in the morning.");
    assertThat(run("read", article.toString(), "--published", "2016-10-19", "--json", "--compare", folder.toString())).isZero();
    assertThat(err.toString()).contains("copy.txt. it is a copy of the same story, not an independent source. Count one source for one story.").doesNotContain("other.txt");
    assertThat(out.toString()).contains("\"copy_of\":[\"");
  }

  @Test
  void thePatchAppliedToTheBundledCaseLeavesACaseThatPasses() throws IOException {
    Path original = Path.of(System.getProperty("respite.root"), "cases", "aleppo-2016-10");
    Path copy = folder.resolve("case");
    Files.createDirectories(copy);
    try (Stream<Path> files = Files.list(original)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) Files.copy(file, copy.resolve(file.getFileName().toString()));
    }
    Path report = Files.writeString(folder.resolve("report.txt"), REPORT);
    assertThat(run("read", report.toString(), "--published", "2016-10-19", "--offset", "+03:00", "--case-patch", "--case", copy.toString())).isZero();
    assertThat(out.toString()).contains("+  read-", "# The case keeps its statements in aleppo.ledger.jsonl: accept them with `respite read --review JOURNAL`",
        "+      - {id: read-", "from: 2016-10-20T08:00+03:00, to: 2016-10-20T16:00+03:00, status: announced", "+      - {low: 250000, high: 250000, unit: people",
        "# The case has windows on that day already: w-8h, w-11h, w-four-days, w-48h.");
    Files.writeString(copy.resolve("case.yaml"), patched(Files.readString(copy.resolve("case.yaml")), out.toString()));
    out.getBuffer().setLength(0);
    assertThat(run("check", copy.toString())).as(out.toString()).isZero();
    assertThat(Files.readString(copy.resolve("case.yaml"))).contains("8 hours on 2016-10-20, as read in");
  }

  private static final String REPORT = """
      Russia’s defence ministry announced an eight-hour pause for Thursday, from 8 a.m. to 4 p.m., in east Aleppo.

      About 250,000 civilians are trapped in the east of the city.

      “We will not leave the city,” said Ada Brun, from the Fastaqim Union rebel group.

      The pause is too short to deliver aid, the United Nations said on Tuesday.
      """;

  /** Applies a unified diff that only adds lines. */
  private static String patched(String text, String diff) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = -1;
    for (String line : diff.lines().toList()) {
      Matcher hunk = Pattern.compile("@@ -\\d+,\\d+ \\+(\\d+),\\d+ @@").matcher(line);
      if (hunk.matches()) {
        at = Integer.parseInt(hunk.group(1)) - 1;
      } else if (at >= 0 && line.startsWith(" ")) {
        assertThat(lines.get(at)).isEqualTo(line.substring(1));
        at++;
      } else if (at >= 0 && line.startsWith("+")) {
        lines.add(at++, line.substring(1));
      }
    }
    return String.join("\n", lines);
  }

  private int review(Path journal, String keys) {
    java.io.InputStream before = System.in;
    try {
      System.setIn(new java.io.ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)));
      return run("read", article.toString(), "--published", "2016-10-19", "--review", journal.toString(), "--by", "night desk");
    } finally {
      System.setIn(before);
    }
  }
}
