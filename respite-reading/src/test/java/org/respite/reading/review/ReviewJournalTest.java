// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.reading.Publication;
import org.respite.reading.Reading;
import org.respite.reading.review.ReviewJournal.Action;
import org.respite.reading.rules.RuleReader;

class ReviewJournalTest {
  private static final Reading READING = RuleReader.english().read("“We stay,” Ada Brun said.\n\nCem Dole rejected the truce.\n", Publication.given(LocalDate.of(2016, 10, 19)));
  private static final ReviewJournal.Context DESK = new ReviewJournal.Context("abc", "a.txt", "rules/en 0", "night desk", "");

  @TempDir Path folder;

  @Test
  void whatWasDecidedIsStillDecidedAfterARestart() throws IOException {
    Path file = folder.resolve("journal.jsonl");
    ReviewJournal.open(file, "abc").append(Action.ACCEPT, READING.statements().getFirst(), READING.text(), DESK);
    ReviewJournal again = ReviewJournal.open(file, "abc");
    assertThat(again.decision("s01")).contains(Action.ACCEPT);
    assertThat(again.decision("s02")).isEmpty();
  }

  @Test
  void anAcceptedLineHoldsTheWordsTheReaderAndWhoConfirmed() throws IOException {
    Path file = folder.resolve("journal.jsonl");
    ReviewJournal.open(file, "abc").append(Action.ACCEPT, READING.statements().getFirst(), READING.text(), DESK);
    assertThat(Files.readString(file)).startsWith("{\"action\":\"accept\",\"document\":\"abc\",\"statement\":\"s01\",\"by\":\"night desk\",\"at\":\"")
        .contains("\"reader\":\"rules/en 0\"").contains("\"words\":[{\"begin\":1,\"end\":9,\"text\":\"We stay,\"}]").endsWith("}\n");
  }

  @Test
  void undoAddsALineAndTakesNoneAway() throws IOException {
    Path file = folder.resolve("journal.jsonl");
    ReviewJournal journal = ReviewJournal.open(file, "abc");
    journal.append(Action.REJECT, READING.statements().get(0), READING.text(), DESK);
    journal.append(Action.ACCEPT, READING.statements().get(1), READING.text(), DESK);
    assertThat(journal.last()).contains("s02");
    journal.append(Action.UNDO, READING.statements().get(1), READING.text(), DESK);
    assertThat(Files.readAllLines(file)).hasSize(3);
    assertThat(ReviewJournal.open(file, "abc").decision("s02")).isEmpty();
    assertThat(ReviewJournal.open(file, "abc").last()).contains("s01");
  }

  @Test
  void decisionsOnAnotherDocumentDoNotCount() throws IOException {
    Path file = folder.resolve("journal.jsonl");
    ReviewJournal.open(file, "abc").append(Action.ACCEPT, READING.statements().getFirst(), READING.text(), DESK);
    assertThat(ReviewJournal.open(file, "xyz").decision("s01")).isEmpty();
  }

  @Test
  void aBrokenLineIsNamed() throws IOException {
    Path file = folder.resolve("journal.jsonl");
    Files.writeString(file, "{\"document\":\"abc\",\"statement\":\"s01\",\"action\":\"accept\"}\nnot json\n");
    assertThatThrownBy(() -> ReviewJournal.open(file, "abc")).isInstanceOf(ReviewJournal.BrokenLine.class).hasMessageContaining("journal.jsonl, line 2: it is not JSON");
  }
}
