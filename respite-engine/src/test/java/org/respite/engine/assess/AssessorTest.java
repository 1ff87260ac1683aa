// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.respite.engine.Cases;
import org.respite.engine.answer.AidIn;
import org.respite.engine.answer.Assessment;
import org.respite.engine.answer.Consent;
import org.respite.engine.answer.GateRow;
import org.respite.engine.answer.VerdictRow;
import org.respite.model.register.Term;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.GateItem;

class AssessorTest {
  private static Assessment assess(Case c, int draws, int threads) {
    return Assessor.assess(c, c.options().getFirst(), new Settings(draws, 11, threads), "test", List.of(), _ -> {});
  }

  // Inspection 15 min and road 15 min leave half an hour at 4 trucks an hour: 2 trucks, 20 t. Need: 1,000 x 0.5 kg x 30 d = 15 t, so 1.5 trucks meet it.
  @Test
  void aidOfTheDrillIsReckonedByHand() {
    AidIn aid = assess(Cases.oneRoad(), 20, 1).aid().orElseThrow();
    assertThat(aid.trucks().mid()).isCloseTo(2, within(1e-9));
    assertThat(aid.items().getFirst().trucks().mid()).isCloseTo(1.5, within(1e-9));
    assertThat(aid.items().getFirst().shareOfNeed().low()).isEqualTo(1);
    // half an hour before the first truck is unloading, then 1.5 trucks at 4 an hour
    assertThat(aid.items().getFirst().hoursNeeded().orElseThrow().mid()).isCloseTo(0.875, within(1e-9));
  }

  // 600 of 1,000 are out: not enough, and 20 minutes missing.
  @Test
  void theVerdictOnTheDrillIsNotEnough() {
    Assessment a = assess(Cases.oneRoad(), 20, 1);
    VerdictRow leave = a.verdict().getFirst();
    assertThat(leave.answer()).isEqualTo(VerdictRow.Answer.NOT_ENOUGH);
    assertThat(leave.shareServed().orElseThrow().mid()).isEqualTo(0.6);
    assertThat(leave.hoursMissing().orElseThrow().mid()).isCloseTo(20 / 60.0, within(1e-9));
    assertThat(leave.because()).contains("Nobody stated how many would choose to go.");
  }

  /** Enough trucks, but one side contradicts itself on aid and the other is silent: capacity alone is no answer. */
  @Test
  void withoutConsentEnoughCapacityIsCannotSay() {
    VerdictRow food = assess(Cases.oneRoad(), 20, 1).verdict().getLast();
    assertThat(food.answer()).isEqualTo(VerdictRow.Answer.CANNOT_SAY);
    assertThat(food.because()).endsWith("Not agreed: aid entering (One side: contradicted; Other side: not stated).");
  }

  @Test
  void aLaterWordReplacesAnEarlierOneAndBothAreKept() {
    Consent.Row one = assess(Cases.oneRoad(), 1, 1).consent().rows().getFirst();
    Consent.Cell halt = one.cells().get(Term.HALT.ordinal());
    assertThat(halt.status()).isEqualTo(Consent.Status.AGREED);
    assertThat(halt.statements()).containsExactly("s2", "s1");
    assertThat(one.cells().get(Term.LEAVING.ordinal()).status()).isEqualTo(Consent.Status.NOT_STATED);
  }

  @Test
  void theGateIsAlwaysAskedInFull() {
    List<GateRow> gate = assess(Cases.oneRoad(), 1, 1).gate();
    assertThat(gate).hasSize(GateItem.Kind.values().length).allMatch(g -> g.status() == GateItem.Status.OPEN);
  }

  @Test
  void withoutAStatedShareWhoWouldGoIsNotStated() {
    Assessment a = assess(Cases.aleppo(), 8, 2);
    assertThat(a.people().would().stated()).isFalse();
    assertThat(a.people().would().out()).isEmpty();
    assertThat(a.people().would().curve()).hasSize(11);
    assertThat(a.people().would().curve().getFirst().out()).isZero();
    assertThat(a.people().would().curve().stream().map(p -> p.out())).isSorted(); // more who are willing are never fewer who get out
  }

  // Stated arithmetic: one lane, 8 h, about 30 trucks of 20 t = about 14 % of a month's ration for 250,000; after 5 h of hold about 5 %;
  // two lanes in 24 working hours about 86 %.
  @Test
  void aleppoReproducesTheSumOnTheBackOfTheEnvelope() {
    List<AidIn.Arithmetic> rows = assess(Cases.aleppo(), 8, 2).aid().orElseThrow().arithmetic();
    assertThat(rows.get(0).trucks()).isCloseTo(30, within(0.5));
    assertThat(rows.get(0).share()).isCloseTo(0.14, within(0.005));
    assertThat(rows.get(1).share()).isCloseTo(0.05, within(0.005));
    AidIn.Arithmetic ask = rows.stream().filter(r -> r.lanes() == 2).findFirst().orElseThrow();
    assertThat(ask.workingHours()).isEqualTo(24);
    assertThat(ask.trucks()).isCloseTo(181, within(1.0));
    assertThat(ask.share()).isCloseTo(0.86, within(0.01));
  }

  @Test
  void threadsAndRunsChangeNothing() {
    Case aleppo = Cases.aleppo();
    Assessment one = assess(aleppo, 12, 1);
    Assessment three = assess(aleppo, 12, 3);
    assertThat(three.options()).isEqualTo(one.options());
    assertThat(three.verdict()).isEqualTo(one.verdict());
    assertThat(three.drivers()).isEqualTo(one.drivers());
  }

  // An input that decides everything explains everything; one that decides nothing explains nothing.
  @Test
  void driversTellSignalFromNoise() {
    int n = 1_000;
    Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
    double[] itself = IntStream.range(0, n).mapToDouble(i -> i).toArray();
    double[] noise = IntStream.range(0, n).mapToDouble(i -> (i * 7919L) % 1009).toArray();
    assertThat(Drivers.explained(order, itself)).isGreaterThan(0.98);
    assertThat(Drivers.explained(order, noise)).isLessThan(Drivers.noise(n));
  }
}
