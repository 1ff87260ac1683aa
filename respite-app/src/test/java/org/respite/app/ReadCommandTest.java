// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
