// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.respite.reading.Contradiction;
import org.respite.reading.Publication;
import org.respite.reading.Reading;
import org.respite.reading.rules.RuleReader;

/** What follows from proposals: copies, contradictions, consent rows, the patch for the case. */
class ReviewTest {
  private static final String STORY = "The army will hold an eight-hour pause on Thursday, the UN said.\n\nAbout 4,000 civilians are trapped in Lorne.\n\n"
      + "“We will not leave the city,” said Ada Brun, from the Lorne Guard rebel group.\n\n“Extremists hide in Lorne,” Russia’s army said.\n\n"
      + "“There are no terrorists here, they do not exist,” Brun said.\n";

  /** As if a person had confirmed every proposal. */
  private static List<Contradiction> contradictions(Reading reading) {
    return Contradictions.of(reading, reading.statements());
  }

  private static String patch(Reading reading, String name) {
    CasePatch.Context context = new CasePatch.Context(RuleReader.english().parties(), Optional.empty());
    return CasePatch.of(reading, reading.statements(), new CasePatch.Document(name, "1dc36876", ZoneOffset.ofHours(3), false), context).yaml();
  }

  private static Reading read(String text) {
    return RuleReader.english().read(text, Publication.given(LocalDate.of(2016, 10, 19)));
  }

  @Test
  void theSameWireStoryIsACopyAndAnotherAccountIsNot() {
    assertThat(Copies.containment(STORY, "By our staff. " + STORY)).isEqualTo(1);
    assertThat(Copies.containment(STORY, "The army has agreed to stop its fire for eight hours, and thousands of people wait in Lorne for buses that nobody has seen.")).isZero();
    assertThat(Copies.containment(STORY, "")).isZero();
  }

  @Test
  void aGroupDeniedAndAssertedIsShownSideBySide() {
    List<Contradiction> found = contradictions(read(STORY));
    assertThat(found).extracting(Contradiction::kind).containsExactly("contradicts");
    assertThat(found.getFirst().why()).startsWith("Russia’s army / Ada Brun: the presence of a group");
  }

  @Test
  void anArticleWithoutContradictionShowsNone() {
    assertThat(contradictions(read("The mayor, Ada Brun, said the road was open.\n\nBuses had left, the army said.\n"))).isEmpty();
  }

  @Test
  void silenceIsAValueOfTheConsentTable() {
    List<Consents.Row> rows = Consents.of(read(STORY).statements());
    assertThat(rows).contains(new Consents.Row("Lorne Guard", "leaving", "refuses", List.of("s02")), new Consents.Row("Lorne Guard", "halt", "not stated", List.of()));
  }

  @Test
  void theFoundingArticleShowsItsContradictionsAndOffersItsPauseToTheCase() throws IOException {
    Path article = Path.of(System.getProperty("respite.shared", ""), "statements", "aleppo-2016-10-19.txt");
    Assumptions.assumeTrue(Files.exists(article), "the founding article is third-party text and not here: " + article);
    Reading reading = read(Files.readString(article));
    // Eight of the ten pairs of the register; the two missing set the writer's own words against a speaker's.
    assertThat(contradictions(reading)).extracting(c -> c.kind() + ": " + c.why().replaceAll(": .*", "")).contains(
        "contradicts: Zakaria Malahifji / Russia", "contradicts: Zakaria Malahifji / Bashar al-Assad", "purpose: Zakaria Malahifji / Bashar al-Assad",
        "purpose: Zakaria Malahifji / Dmitry Peskov", "disputes-adequacy: Frank-Walter Steinmeier / Dmitry Peskov", "accuses-each-other: Bashar al-Assad / Western powers",
        "quotation-fidelity: headline in quotation marks is verbatim of nobody in the text", "tension: the writer");
    assertThat(contradictions(reading)).hasSizeLessThanOrEqualTo(11);
    assertThat(patch(reading, "article")).contains("The pause: 8 hours (\"eight-hour\" at article#", ") on 2016-10-20 (\"Thursday\" at article#",
        "{low: 250000, high: 250000, unit: people, by: \"the writer of article\"", "Position of Fastaqim Union: halt consents [s02]; leaving refuses [s02, s03]; aid consents [s02]; not stated: hours, corridors, medical evacuation.",
        "Position of syria-gov: not stated: halt, hours, corridors, leaving, aid, medical evacuation.", "Position of russia: halt consents [s20, s21]; not stated:", "Position of germany: halt conditional [s15, s16]; hours refuses [s15, s16]; aid consents [s16]", "title: \"8 hours on 2016-10-20, as read in article\"");
  }

  @Test
  void thePatchGivesEveryFigureItsPlace() {
    assertThat(patch(read(STORY), "a.txt")).contains("The pause: 8 hours (\"eight-hour\" at a.txt#", "on 2016-10-20 (\"Thursday\" at a.txt#", "from and to: not stated, so no window is written; ask for them.")
        .contains("# about 4000 civilians, at a.txt#", "- {low: 4000, high: 4000, unit: people, by: \"the writer of a.txt\", at: 2016-10-19, source: read-1dc36876}");
  }
}
