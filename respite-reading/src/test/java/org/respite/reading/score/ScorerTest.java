// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.respite.reading.Publication;
import org.respite.reading.rules.RuleReader;
import org.respite.reading.score.Scorer.Measure;

/** A scorer that could not fail would be worth nothing: each kind of error is made on purpose. */
class ScorerTest {
  private static final String TEXT = "“We will stay,” Ada Brun said.\n\n“We will go,” Cem Dole said.\n";

  private static Scorer score(String first, String second) {
    String yaml = "document: {id: t, published: '2020-01-01'}\nentities:\n- {id: brun, name: Ada Brun, aliases: []}\n- {id: dole, name: Cem Dole, aliases: []}\nstatements:\n"
        + first + second + "times: []\nnumbers: []\n";
    return Scorer.score(Gold.parse(yaml), RuleReader.english().read(TEXT, Publication.given(LocalDate.of(2020, 1, 1))));
  }

  private static String said(String who, int begin, int end, boolean required) {
    return "- {id: s, required: " + required + ", speaker: " + who + ", quotes: [{span: [" + begin + ", " + end + "]}], said_on: unknown, claims: []}\n";
  }

  @Test
  void twoRightQuotationsWithTheirSpeakersAreTwoRight() {
    Scorer scorer = score(said("brun", 1, 14, true), said("dole", 33, 44, true));
    assertThat(scorer.tallies().get(Measure.QUOTE_AND_SPEAKER)).isEqualTo(new Tally(2, 0, 0));
    assertThat(scorer.tallies().get(Measure.STATEMENTS)).isEqualTo(new Tally(2, 0, 0));
  }

  @Test
  void aWrongSpeakerCountsAsWrongAndAsMissed() {
    Scorer scorer = score(said("dole", 1, 14, true), said("dole", 33, 44, true));
    assertThat(scorer.tallies().get(Measure.QUOTES)).isEqualTo(new Tally(2, 0, 0));
    assertThat(scorer.tallies().get(Measure.QUOTE_AND_SPEAKER)).isEqualTo(new Tally(1, 1, 1));
  }

  @Test
  void anOptionalStatementCountsNeitherWay() {
    Scorer scorer = score(said("brun", 1, 14, true), said("dole", 33, 44, false));
    assertThat(scorer.tallies().get(Measure.STATEMENTS)).isEqualTo(new Tally(1, 0, 0));
  }

  @Test
  void aQuotationNotInTheRegisterIsWrong() {
    assertThat(score(said("brun", 1, 14, true), "").tallies().get(Measure.QUOTES)).isEqualTo(new Tally(1, 1, 0));
  }
}
