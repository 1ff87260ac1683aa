// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.respite.reading.Kind;
import org.respite.reading.NumberMention;
import org.respite.reading.Publication;
import org.respite.reading.Reading;
import org.respite.reading.Span;
import org.respite.reading.Statement;
import org.respite.reading.TimeMention;

/** One sentence a rule. Published on Wednesday, 19 October 2016. */
class RuleReaderTest {
  private static final RuleReader READER = RuleReader.english();
  private static final Publication WEDNESDAY = Publication.given(LocalDate.of(2016, 10, 19));

  private static Reading read(String text) {
    return READER.read(text, WEDNESDAY);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      “We hold the bridge,” Ada Brun, the mayor of Lorne, said.                     | DIRECT   | Ada Brun
      “We hold the bridge,” said the mayor of Lorne, Ada Brun, on Monday.           | DIRECT   | Ada Brun
      The mayor of Lorne, Ada Brun, said the bridge was “held”.                     | MIXED    | Ada Brun
      Speaking in Lorne, UN envoy Ada Brun warned that the bridge would fall.       | INDIRECT | Ada Brun
      The truce was welcomed by Norland.                                            | INDIRECT | Norland
      The bridge was shelled twice, according to the Red Cross.                     | INDIRECT | Red Cross
      The bridge had fallen, residents said.                                        | INDIRECT | residents
      A ministry official was quoted as saying that the bridge had fallen.          | INDIRECT | ministry official
      The army, which denies shelling the bridge, moved north.                      | INDIRECT | army
      Norland’s foreign ministry called on both armies to hold their fire.          | INDIRECT | Norland’s foreign ministry
      But Ada Brun, a member of the council, rejected the offer.                    | INDIRECT | Ada Brun
      «We hold the bridge», – noted Ada Brun.                                       | DIRECT   | Ada Brun
      """)
  void findsWhoSpeaks(String text, Kind kind, String speaker) {
    List<Statement> statements = read(text).statements();
    assertThat(statements).hasSize(1);
    assertThat(statements.getFirst().kind()).isEqualTo(kind);
    assertThat(statements.getFirst().speaker().name()).isEqualTo(speaker);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      The so-called “green buses” stood empty all day.
      The brief “humanitarian pause” will begin soon.
      We were told to wait at the crossing for hours.
      The minister would not say whether the road is open.
      The blast claimed dozens of lives in the old town.
      Its repeated claims of victory were met with silence.
      """)
  void doesNotTakeTermsAndPassivesForUtterances(String text) {
    assertThat(read(text).statements()).isEmpty();
  }

  @Test
  void aQuotationAlonecontinuesTheLastSpeaker() {
    Reading reading = read("“We stay,” Ada Brun said.\n\n“Nobody will drive us out of here.”\n");
    assertThat(reading.statements()).extracting(s -> s.speaker().name()).containsExactly("Ada Brun", "Ada Brun");
  }

  @Test
  void sheIsTheLastWomanWhoSpoke() {
    Reading reading = read("“We stay,” Ms Ada Brun said.\n\nMr Cem Dole said the road was open.\n\n“It is not,” she said.\n");
    assertThat(reading.statements().getLast().speaker().name()).isEqualTo("Ada Brun");
  }

  @Test
  void twoVerbsOfOneSubjectAreTwoStatements() {
    Reading reading = read("Norland welcomed the truce but said it was too short.");
    assertThat(reading.statements()).extracting(s -> s.words(reading.text())).containsExactly("welcomed the truce", "it was too short");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      A pause was promised for Thursday.                 | 2016-10-20
      The minister said Tuesday that all was well.       | 2016-10-18
      Thursday’s planned pause is short.                 | 2016-10-20
      The truce will begin at 8 a.m. on Monday.          | 2016-10-24
      Fighting resumed on Saturday.                      | 2016-10-15
      It collapsed last month.                           | 2016-09
      In an interview last week he smiled.               | 2016-W41
      Buses left on 17 October.                          | 2016-10-17
      """)
  void aWeekdayIsResolvedByItsGoverningWord(String text, String value) {
    assertThat(read(text).times()).extracting(TimeMention::value).containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      an eight-hour pause           | PT8H
      a few hours of quiet          | PTXH
      a weeks-long siege            | PXW
      for 72 hours                  | PT72H
      """)
  void durationsKeepWhatIsNotCounted(String text, String value) {
    assertThat(read("There was " + text + " there.").times()).extracting(TimeMention::value).containsExactly(value);
  }

  @Test
  void aWeekdayThatTheCalendarDeniesIsMarked() {
    // 31 October 2016 was a Monday.
    Reading reading = read("The pause begins on Thursday, 31 October 2016, the army said.");
    assertThat(reading.findings()).singleElement().satisfies(f -> assertThat(f.line())
        .isEqualTo("note: line 1: 2016-10-31 is a Monday, not a Thursday. one of the two is wrong; the date is kept and marked. Ask the source which is meant."));
    assertThat(reading.times()).extracting(TimeMention::value).containsExactly("not stated", "2016-10-31");
  }

  @Test
  void numbersKeepTheirHedge() {
    List<NumberMention> numbers = read("Roughly 250,000 civilians and hundreds of patients wait; at least 14 were killed in 3 hours.").numbers();
    assertThat(numbers).extracting(NumberMention::hedge).containsExactly("roughly", "hundreds");
    assertThat(numbers.get(0).low()).isEqualTo(250_000);
    assertThat(numbers.get(1).high()).isEqualTo(999);
  }

  @Test
  void withoutADayOfPublicationNoWeekdayIsGuessed() {
    assertThat(READER.read("The minister said Tuesday that all was well.", Publication.unknown()).times()).extracting(TimeMention::value).containsExactly("not stated");
  }

  @Test
  void anUnclosedQuotationRunsToTheEndOfItsParagraphAndIsReported() {
    Reading reading = read("Ada Brun said: “We hold the bridge.\n\nIt rained.\n");
    assertThat(reading.statements().getFirst().words(reading.text())).isEqualTo("We hold the bridge.");
    assertThat(reading.findings()).singleElement().satisfies(f -> assertThat(f.line())
        .isEqualTo("note: line 1: a quotation mark is never closed. the quotation is taken to run to the end of its paragraph. Check where the words end."));
  }

  @Test
  void mixedMarksAreReadTogether() {
    Reading reading = read("“We stay,\" Ada Brun said. 'We go,' said Cem Dole, a driver. «Enough,» said Eli Fenn.");
    assertThat(reading.statements()).extracting(s -> s.words(reading.text())).containsExactly("We stay,", "We go,", "Enough,");
  }

  @Test
  void aDayThatNoCalendarHasIsLeftUnresolvedAndReported() {
    Reading reading = read("The pause begins on 31 February 2016, the army said.");
    assertThat(reading.findings()).singleElement().satisfies(f -> assertThat(f.line())
        .isEqualTo("note: line 1: \"31 February 2016\" is not a date of the calendar. it is left unresolved. Check the article."));
    assertThat(reading.times()).extracting(TimeMention::value).containsExactly("not stated");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      An official who did not wish to be named said the bridge had fallen.           | official
      Residents reached by telephone said shells were falling.                       | Residents
      The bridge was open, said state bridge official Ada Brun.                      | Ada Brun
      Others, according to the priest, Father Anselm Brun, simply refuse to leave.   | Anselm Brun
      The African Union’s envoy, former president Ada Brun, welcomed the truce.      | Ada Brun
      The leader of the formation «Sons of Lorne», Ada Brun, denied the charge.      | Ada Brun
      That did not stop the speaker, Ada Brun, from declaring that all was lost.     | Ada Brun
      “Nobody will eat tonight,” read one of the placards.                           | one of the placards
      The Ministry draws attention to the pauses introduced in Lorne.                | Ministry
      The Lorne council put the number of dead at 31.                                | Lorne council
      A commander in the Sham Legion told Reuters that the rebels would stay.        | commander in the Sham Legion
      Ada Brun said on Tuesday that the bridge was open, state television reported.  | Ada Brun
      Turkey issued a statement condemning the attack on the bridge.                 | Turkey
      """)
  void findsSpeakersBehindModifiersTitlesAndMarks(String text, String speaker) {
    assertThat(read(text).statements()).extracting(s -> s.speaker().name()).containsExactly(speaker);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      The teacher asked not to be named for fear of reprisals.
      The Red Cross declined to comment on the offer.
      The commander refused to say why support came late.
      The committee offered no explanation for the delay.
      The men who had promised to protect the buses were gone.
      """)
  void silenceAndWhatIsToldInPassingAreNoUtterances(String text) {
    assertThat(read(text).statements()).isEmpty();
  }

  @Test
  void aPronounMeansWhomTheSentencesAreAbout() {
    Reading reading = read("“We stay,” Ms Ada Brun said.\n\nMr Cem Dole, the interior minister, went further: the raid, he told parliament, was staged.\n");
    assertThat(reading.statements()).extracting(s -> s.speaker().name()).containsExactly("Ada Brun", "Cem Dole");
  }

  /** Seed 7: rubbish made of the characters that the rules look at. */
  @Test
  void rubbishGivesAReadingWhoseSpansAreInTheText() {
    Random random = new Random(7);
    String[] pieces = {"“", "”", "\"", "'", "’", "said", " ", " ", "Ada", "Brun", ",", ".", "\n", "that", "Monday", "12", "hours", "according to", "(", ")", ":", "who", "and", "by", "the", "—", "quoted", "as saying", "\u202E", "م", "Mr.", "U.N.", "was", "31 February"};
    for (int n = 0; n < 3_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(40); k >= 0; k--) {
        text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
      }
      Reading reading = read(text.toString());
      for (Statement s : reading.statements()) {
        Span region = s.region();
        assertThat(region.end()).as(text.toString()).isLessThanOrEqualTo(text.length());
      }
    }
  }

  /** Text, who speaks, kind of topic and words: one line of the table of stances each. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The army rejected the proposal for a truce.                              | truce/opposes
      The army rejected the accusation that it had shelled the market.         | bombardment/denies
      The army said it would respect the truce if the rebels did so.           | truce/conditional
      The mayor called for a halt to the shelling of the town.                 | pause/supports
      The mayor said the rebels had shelled the market.                        | bombardment/accuses
      The mayor said the market was shelled.                                   | bombardment/asserts
      The mayor said no truce was in place.                                    | truce/denies
      The ministry promised a corridor to the north.                           | corridors/supports
      The ministry vowed to stay.                                              | leaving-city/opposes
      The governor said the militia had blocked a convoy.                      | aid-access/accuses
      """)
  void theStanceFollowsFromTheCueTheKindOfTopicAndTheWords(String text, String claim) {
    assertThat(read(text).statements().getFirst().claims()).extracting(c -> c.topic() + "/" + c.stance().word()).containsExactly(claim);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The office of President Adam Keller denied the report.                            | office of President Adam Keller
      A statement from the Norland authorities said the road was closed.                | Norland authorities
      The monitoring group Rights Now said the road was closed.                         | monitoring group Rights Now
      A priest I spoke to by telephone said the road was closed.                        | priest
      The Norland Doctors' Union said the road was closed.                              | Norland Doctors' Union
      \u202eThe mayor\u202c said \u200fthe road was closed.                              | mayor
      """)
  void whoeverSpeaksIsTheHeadOfThePhrase(String text, String speaker) {
    assertThat(read(text).statements().getFirst().speaker().name()).isEqualTo(speaker);
  }

  @Test
  void marksOfEveryStyleCloseWhatTheyOpen() {
    Reading reading = read("«We stay” said Ada Brun. ''We leave'', the minister said. ``No deal,'' he added.\n");
    assertThat(reading.statements()).extracting(s -> s.words(reading.text())).containsExactly("We stay", "We leave", "No deal,");
  }
}
