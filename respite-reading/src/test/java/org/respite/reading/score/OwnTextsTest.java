// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.respite.reading.Publication;
import org.respite.reading.Reading;
import org.respite.reading.Span;
import org.respite.reading.Statement;
import org.respite.reading.rules.RuleReader;
import org.respite.reading.score.Scorer.Measure;

/** The reader against registers made by hand, all of them tuned on by now. The floors are what it reaches: a change that lowers one is seen here; what it reaches on texts never seen is in bench/logs. */
class OwnTextsTest {
  private static final RuleReader READER = RuleReader.english();

  @Test
  void readsOurOwnTextsAsWellAsItEverDid() throws IOException {
    Map<Measure, Tally> sum = new EnumMap<>(Measure.class);
    for (Path gold : golds()) {
      Scorer.score(Gold.parse(Files.readString(gold)), read(gold)).tallies().forEach((m, t) -> sum.merge(m, t, Tally::plus));
    }
    sum.forEach((measure, tally) -> System.out.printf("own texts, %-18s %s%n", measure.label(), tally.line()));
    assertThat(sum.get(Measure.QUOTES).f1()).isGreaterThanOrEqualTo(0.97);
    assertThat(sum.get(Measure.QUOTE_AND_SPEAKER).f1()).isGreaterThanOrEqualTo(0.97);
    assertThat(sum.get(Measure.STATEMENTS).f1()).isGreaterThanOrEqualTo(0.95);
    assertThat(sum.get(Measure.DATES).f1()).isGreaterThanOrEqualTo(0.95);
    assertThat(sum.get(Measure.DURATIONS).f1()).isGreaterThanOrEqualTo(0.95);
    assertThat(sum.get(Measure.NUMBERS).f1()).isGreaterThanOrEqualTo(0.9);
    assertThat(sum.get(Measure.SAID_ON).f1()).isGreaterThanOrEqualTo(0.9);
    assertThat(sum.get(Measure.TOPICS).f1()).isGreaterThanOrEqualTo(0.7);
    assertThat(sum.get(Measure.STANCES).f1()).isGreaterThanOrEqualTo(0.78);
    assertThat(sum.get(Measure.CLAIMS).f1()).isGreaterThanOrEqualTo(0.55);
  }

  @Test
  void readsTheFoundingArticleWithEveryQuotationAndSpeakerRight() throws IOException {
    Path gold = Path.of(System.getProperty("respite.shared", ""), "statements", "aleppo-2016-10-19.gold.yaml");
    Assumptions.assumeTrue(Files.exists(gold), "the founding article is third-party text and not here: " + gold);
    Scorer scorer = Scorer.score(Gold.parse(Files.readString(gold)), read(gold));
    scorer.tallies().forEach((measure, tally) -> System.out.printf("founding article, %-18s %s%n", measure.label(), tally.line()));
    assertThat(scorer.tallies().get(Measure.QUOTES)).isEqualTo(new Tally(14, 0, 0));
    assertThat(scorer.tallies().get(Measure.QUOTE_AND_SPEAKER)).isEqualTo(new Tally(14, 0, 0));
    assertThat(scorer.tallies().get(Measure.STATEMENTS).f1()).isGreaterThanOrEqualTo(0.95);
    assertThat(scorer.tallies().get(Measure.DATES).wrong()).isZero();
    assertThat(scorer.tallies().get(Measure.DURATIONS).wrong()).isZero();
    assertThat(scorer.tallies().get(Measure.SAID_ON).wrong()).isZero();
  }

  @Test
  void everySpanIsAPlaceInTheTextAndEveryQuotationStandsBetweenMarks() throws IOException {
    for (Path gold : golds()) {
      Reading reading = read(gold);
      String text = reading.text();
      for (Statement s : reading.statements()) {
        assertThat(s.region().end()).isLessThanOrEqualTo(text.length());
        assertThat(s.quotes().size() + s.content().size()).as(s.id()).isPositive();
        for (Span quote : s.rule().equals("turn") ? List.<Span>of() : s.quotes()) {
          assertThat("“\"‘'«„").as(quote.in(text)).contains(text.substring(quote.begin() - 1, quote.begin()));
          assertThat(quote.in(text)).isEqualTo(quote.in(text).strip());
        }
        s.content().forEach(c -> assertThat(c.in(text)).isEqualTo(c.in(text).strip()).isNotEmpty());
      }
    }
  }

  @Test
  void theSameTextGivesTheSameReading() throws IOException {
    for (Path gold : golds()) {
      assertThat(RuleReader.english().read(Files.readString(Gold.textOf(gold)), Publication.unknown())).isEqualTo(READER.read(Files.readString(Gold.textOf(gold)), Publication.unknown()));
    }
  }

  private static Reading read(Path gold) throws IOException {
    return READER.read(Files.readString(Gold.textOf(gold)), Publication.given(Gold.parse(Files.readString(gold)).published()));
  }

  private static List<Path> golds() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("respite.root"), "respite-reading", "src", "test", "resources", "gold"))) {
      List<Path> golds = files.filter(p -> p.toString().endsWith(".gold.yaml")).sorted().toList();
      assertThat(golds).hasSizeGreaterThanOrEqualTo(31);
      return golds;
    }
  }
}
