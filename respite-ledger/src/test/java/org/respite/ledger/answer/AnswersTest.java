// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.ledger.Ledgers;
import org.respite.ledger.Workspace;
import org.respite.ledger.answer.ConsentMatrix.Status;
import org.respite.ledger.entry.Statement.Level;
import org.respite.ledger.form.Refused;
import org.respite.ledger.proof.Recorded;
import org.respite.model.register.Term;

/** North and South, armed parties; who agreed to what, as of when, and what does not go together. */
class AnswersTest {
  @TempDir Path dir;
  private Workspace w;

  @BeforeEach
  void twoParties() throws Refused {
    w = Ledgers.init(dir);
    Ledgers.add(w, "party", "{'id':'north','name':'North','party_kind':'armed-party','levels':['capital','sector','unit']}");
    Ledgers.add(w, "party", "{'id':'south','name':'South','party_kind':'armed-party','levels':['capital']}");
  }

  @AfterEach
  void close() {
    w.close();
  }

  private Recorded says(String id, String party, String level, String heard, String claims) throws Refused {
    return Ledgers.add(w, "statement", "{'id':'%s','party':'%s','speaker':'spokesman of %s','level':'%s','said':'%s','heard':'%s','source':'x','text':'words of %s','claims':[%s]}".formatted(id, party, party, level, heard.substring(0, 10), heard, id, claims));
  }

  private static String claim(String topic, String stance) {
    return "{'topic':'%s','stance':'%s'}".formatted(topic, stance);
  }

  private Readings at(String time) throws Refused {
    return Readings.of(w.contents(), new Readings.Until(Optional.ofNullable(time).map(t -> OffsetDateTime.parse(t).toInstant()), Optional.empty()));
  }

  private Status status(String party, Level level, Term term, String at) throws Refused {
    return ConsentMatrix.of(at(at)).cells().stream().filter(c -> c.party().equals(party) && c.level() == level && c.term() == term).findFirst().orElseThrow().status();
  }

  private Status status(String party, Term term) throws Refused {
    return ConsentMatrix.of(at(null)).summaries().stream().filter(s -> s.party().equals(party) && s.term() == term).findFirst().orElseThrow().status();
  }

  @Test
  void onlyConfirmedClaimsCount() throws Refused {
    Recorded s = says("s1", "north", "capital", "2016-10-18T20:00+03:00", claim("halt", "agrees"));
    assertThat(status("north", Term.HALT)).isEqualTo(Status.NOT_STATED);
    Ledgers.confirm(w, s);
    assertThat(status("north", Term.HALT)).isEqualTo(Status.AGREED);
  }

  @Test
  void aRejectedReadingDoesNotCountAndALaterConfirmationDoes() throws Refused {
    Recorded s = says("s1", "north", "capital", "2016-10-18T20:00+03:00", claim("halt", "agrees") + "," + claim("aid", "agrees"));
    Ledgers.confirm(w, s);
    Ledgers.add(w, "confirmation", "{'of':'%s','verdict':'rejected','claims':[2]}".formatted(s.hash()));
    assertThat(status("north", Term.HALT)).isEqualTo(Status.AGREED);
    assertThat(status("north", Term.AID)).isEqualTo(Status.NOT_STATED);
  }

  @Test
  void theLatestOfEachLevelCountsAndTheOlderIsOneStepAway() throws Refused {
    Ledgers.confirm(w, says("s1", "north", "capital", "2016-10-17T20:00+03:00", claim("halt", "refuses")));
    Ledgers.confirm(w, says("s2", "north", "capital", "2016-10-18T20:00+03:00", claim("halt", "agrees")));
    ConsentMatrix.Cell cell = ConsentMatrix.of(at(null)).cells().getFirst();
    assertThat(cell.status()).isEqualTo(Status.AGREED);
    assertThat(cell.older()).singleElement().satisfies(c -> assertThat(c.reading().statement().id()).isEqualTo("s1"));
    assertThat(status("north", Level.UNIT, Term.HALT, null)).isEqualTo(Status.NOT_STATED);
  }

  /** The capital agrees, a unit refuses: the party's word is contradicted, and both are shown. */
  @Test
  void aUnitThatRefusesContradictsItsCapital() throws Refused {
    Ledgers.confirm(w, says("s1", "north", "capital", "2016-10-18T20:00+03:00", claim("halt", "agrees")));
    Ledgers.confirm(w, says("s2", "north", "unit", "2016-10-18T21:00+03:00", claim("halt", "refuses")));
    assertThat(status("north", Term.HALT)).isEqualTo(Status.CONTRADICTED);
    assertThat(Contradictions.of(at(null))).singleElement().satisfies(p -> {
      assertThat(p.rule()).isEqualTo(Contradictions.Rule.CHANGED_POSITION);
      assertThat(p.a().statement().id()).isEqualTo("s1");
      assertThat(p.b().statement().id()).isEqualTo("s2");
    });
  }

  @Test
  void legsAndModesHaveCellsOfTheirOwn() throws Refused {
    Ledgers.confirm(w, says("s1", "north", "capital", "2016-10-18T20:00+03:00", "{'topic':'corridors','stance':'agrees','corridor':'castello','leg':'l1','mode':'bus'},{'topic':'corridors','stance':'refuses','corridor':'castello','leg':'l1','mode':'foot'}"));
    assertThat(ConsentMatrix.of(at(null)).cells().stream().filter(c -> c.party().equals("north") && c.term() == Term.CORRIDORS && c.level() == Level.CAPITAL).map(c -> c.scope().mode() + " " + c.status())).containsExactly("bus AGREED", "foot REFUSED");
  }

  @Test
  void whoWasAskedAndHasNotAnsweredIsSilent() throws Refused {
    Ledgers.add(w, "notification", "{'id':'n1','party':'south','level':'capital','what':'truce?','topics':['halt'],'sent':'2016-10-18T10:00+03:00'}");
    assertThat(status("south", Term.HALT)).isEqualTo(Status.SILENT);
    assertThat(status("south", Term.AID)).isEqualTo(Status.NOT_STATED);
    assertThat(status("south", Level.CAPITAL, Term.HALT, "2016-10-18T09:00+03:00")).isEqualTo(Status.NOT_STATED);
  }

  /** North has agreed to halt at all three levels; South alone is lacking there. Of aid both are lacking. */
  @Test
  void theCallThatWouldCompleteATermComesFirst() throws Refused {
    for (String level : List.of("capital", "sector", "unit")) Ledgers.confirm(w, says("s-" + level, "north", level, "2016-10-18T20:00+03:00", claim("halt", "agrees")));
    ConsentMatrix.Question first = ConsentMatrix.of(at(null)).questions().getFirst();
    assertThat(first.party()).isEqualTo("south");
    assertThat(first.term()).isEqualTo(Term.HALT);
    assertThat(first.decides()).isTrue();
  }

  @Test
  void whatWasHeardLaterWasNotKnown() throws Refused {
    Ledgers.confirm(w, says("s1", "north", "capital", "2016-10-18T20:00+03:00", claim("halt", "agrees")));
    assertThat(status("north", Level.CAPITAL, Term.HALT, "2016-10-18T19:59+03:00")).isEqualTo(Status.NOT_STATED);
    assertThat(status("north", Level.CAPITAL, Term.HALT, "2016-10-18T20:00+03:00")).isEqualTo(Status.AGREED);
    assertThat(at("2016-10-18T19:59+03:00").later()).hasSize(1);
  }

  /** 2016-10-18 begins in Damascus at 21:00 UTC of the 17th. */
  @Test
  void aDayCountsFromItsMidnightInTheLedgersZoneAndIsListed() throws Refused {
    says("s1", "north", "capital", "2016-10-18", claim("halt", "agrees"));
    assertThat(Readings.of(w.contents(), Readings.Until.heard(Instant.parse("2016-10-17T20:59:59Z"))).standing()).isEmpty();
    Readings that = Readings.of(w.contents(), Readings.Until.heard(Instant.parse("2016-10-17T21:00:00Z")));
    assertThat(that.standing()).hasSize(1);
    assertThat(that.sameDay()).hasSize(1);
    assertThat(Readings.of(w.contents(), Readings.Until.heard(Instant.parse("2016-10-18T21:00:00Z"))).sameDay()).isEmpty();
  }

  @Test
  void aCorrectionSupersedesFromWhenItBecameKnownAndBothReadingsStay() throws Refused {
    Recorded s = says("s1", "north", "capital", "2016-10-18T20:00+03:00", claim("halt", "agrees"));
    Ledgers.add(w, "correction", "{'of':'%s','reason':'misheard','heard':'2016-10-19T08:00+03:00','statement':{'id':'s1','party':'north','level':'capital','heard':'2016-10-18T20:00+03:00','text':'no truce','claims':[{'topic':'halt','stance':'refuses'}]}}".formatted(s.hash()));
    assertThat(at("2016-10-19T07:59+03:00").standing().getFirst().statement().text()).isEqualTo("words of s1");
    Readings now = at("2016-10-19T08:00+03:00");
    assertThat(now.standing().getFirst().statement().text()).isEqualTo("no truce");
    assertThat(now.older(now.standing().getFirst())).singleElement().satisfies(o -> assertThat(o.statement().text()).isEqualTo("words of s1"));
  }

  @Test
  void twoCorrectionsOfOneReadingAreAConflict() throws Refused {
    Recorded s = says("s1", "north", "capital", "2016-10-18T20:00+03:00", claim("halt", "agrees"));
    for (String text : List.of("one", "two")) Ledgers.add(w, "correction", "{'of':'%s','reason':'r','heard':'2016-10-18T20:00+03:00','statement':{'party':'north','text':'%s'}}".formatted(s.hash(), text));
    assertThat(at(null).standing()).hasSize(2);
    assertThat(at(null).conflicts()).singleElement().asString().startsWith("s1 was corrected twice");
  }

  @Test
  void figuresThatCannotBothHoldAreFoundAndThoseThatCanAreNot() throws Refused {
    says("s1", "north", "capital", "2016-10-18T20:00+03:00", "{'topic':'trapped','stance':'asserts','figure':{'what':'people trapped','low':'110000','high':'150000','unit':'people'}}");
    says("s2", "south", "capital", "2016-10-18T20:00+03:00", "{'topic':'trapped','stance':'asserts','figure':{'what':'people trapped','low':'250000','unit':'people'}}");
    says("s3", "south", "capital", "2016-10-18T20:00+03:00", "{'topic':'trapped','stance':'asserts','figure':{'what':'people trapped','low':'140000','high':'250000','unit':'people'}}");
    assertThat(Contradictions.of(at(null))).singleElement().satisfies(p -> {
      assertThat(p.rule()).isEqualTo(Contradictions.Rule.NUMBERS);
      assertThat(p.why()).isEqualTo("people trapped: 110000 to 150000 and 250000 people");
    });
  }

  @Test
  void everyRuleFindsItsPair() throws Refused {
    says("a1", "north", "capital", "2016-10-18", "{'topic':'bombardment','stance':'denies'}");
    says("a2", "south", "capital", "2016-10-18", "{'topic':'bombardment','stance':'asserts'}");
    says("b1", "north", "capital", "2016-10-18", "{'topic':'violation','stance':'accuses','target':'south'}");
    says("b2", "south", "capital", "2016-10-18", "{'topic':'violation','stance':'accuses','target':'north'}");
    says("c1", "north", "capital", "2016-10-18", "{'topic':'corridors','stance':'agrees','corridor':'castello'}");
    says("c2", "south", "capital", "2016-10-18", "{'topic':'corridors','stance':'disputes'}");
    Ledgers.add(w, "statement", "{'id':'h','party':'un','form':'headline','source':'paper','original':'We agreed','said':'2016-10-18'}");
    Ledgers.add(w, "statement", "{'id':'t','party':'un','form':'direct','source':'paper','original':'We have agreed to nothing','said':'2016-10-18'}");
    assertThat(Contradictions.of(at(null)).stream().map(p -> p.rule() + " " + p.a().statement().id() + " " + p.b().statement().id()))
        .containsExactlyInAnyOrder("ASSERTED_AND_DENIED a1 a2", "ACCUSE_EACH_OTHER b1 b2", "CORRIDOR_OPEN_AND_CLOSED c1 c2", "HEADLINE_AGAINST_TEXT h t");
  }

  @Test
  void anOfferWithoutARouteOrAMonitorLeavesThemOpen() throws Refused {
    Recorded s = Ledgers.add(w, "statement", "{'party':'north','text':'From 08:00 to 16:00 local time civilians may leave; no weapons.','terms':{'exceptions':'not for those who fight'}}");
    var rows = Precision.of(at(null).readingOf(s).orElseThrow().statement());
    assertThat(rows.stream().filter(r -> r.found() == Precision.Found.MISSING).map(r -> r.point().name())).containsExactly("ROUTE", "MONITOR");
    assertThat(rows.stream().filter(r -> r.found() == Precision.Found.STATED).map(Precision.Row::words)).containsExactly("not for those who fight");
  }

  /** Sent 49 h ahead under the 48 h rule. */
  @Test
  void aNotificationIsRedUntilTheUnitHasAcknowledged() throws Refused {
    Recorded n = Ledgers.add(w, "notification", "{'id':'n1','party':'north','level':'capital','what':'convoy','rule':'movement','sent':'2016-10-18T07:00+03:00','starts':'2016-10-20T08:00+03:00','expires':'2016-10-20T16:00+03:00'}");
    Ledgers.add(w, "acknowledgement", "{'of':'%s','level':'sector','at':'2016-10-18T12:00+03:00'}".formatted(n.hash()));
    Instant eve = Instant.parse("2016-10-19T18:00:00Z");
    assertThat(Ladder.of(at(null), eve).getFirst().light()).isEqualTo(Ladder.Light.RED);
    assertThat(Ladder.of(at(null), eve).getFirst().why()).isEqualTo("not acknowledged by capital; not acknowledged by unit");
    Ledgers.add(w, "acknowledgement", "{'of':'%s','level':'unit','at':'2016-10-19T12:00+03:00'}".formatted(n.hash()));
    assertThat(Ladder.of(at(null), eve).getFirst().light()).isEqualTo(Ladder.Light.GREEN);
    assertThat(Ladder.of(at(null), Instant.parse("2016-10-20T13:00:00Z")).getFirst().why()).startsWith("expired");
    assertThat(Ladder.of(at("2016-10-19T11:59+03:00"), eve).getFirst().light()).as("as known before the unit had").isEqualTo(Ladder.Light.RED);
  }

  @Test
  void aNotificationSentAfterItsLeadTimeIsRed() throws Refused {
    Recorded n = Ledgers.add(w, "notification", "{'party':'north','what':'convoy','rule':'movement','sent':'2016-10-18T09:00+03:00','starts':'2016-10-20T08:00+03:00'}");
    Ledgers.add(w, "acknowledgement", "{'of':'%s','level':'unit','at':'2016-10-19T12:00+03:00'}".formatted(n.hash()));
    assertThat(Ladder.of(at(null), Instant.EPOCH).getFirst().light()).isEqualTo(Ladder.Light.RED);
    assertThat(Ladder.of(at(null), Instant.EPOCH).getFirst().why()).startsWith("sent later than the rule asks");
  }
}
