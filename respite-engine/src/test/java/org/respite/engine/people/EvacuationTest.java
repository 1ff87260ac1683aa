// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.respite.engine.Cases;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Draw;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Users;

class EvacuationTest {
  private final Case oneRoad = Cases.oneRoad();
  private final Timeline hour = Timeline.of(oneRoad, oneRoad.options().getFirst());
  private final Demand everybody = Demand.of(oneRoad, World.MIDDLE);

  // 10 km at 20 km/h take 30 min, so the post works for the last 30 of 60 minutes: 30 x 20 people a minute = 600.
  @Test
  void whoPassesThePostAfterTheRideIsOut() {
    Evacuation solved = Evacuation.solve(new Ground.Schematic(oneRoad), World.MIDDLE, hour, everybody);
    assertThat(solved.out()).isEqualTo(600);
    assertThat(solved.outByMinute()[29]).isZero();
    assertThat(solved.outByMinute()[30]).isEqualTo(20);
    assertThat(solved.everybodyOutAt()).isEmpty();
  }

  @Test
  void theProofHoldsAndTheCutNamesThePost() {
    Evacuation solved = Evacuation.solve(new Ground.Schematic(oneRoad), World.MIDDLE, hour, everybody);
    assertThat(solved.proof().holds()).isTrue();
    assertThat(solved.proof().cutValue()).isEqualTo(600);
    assertThat(CutWords.read(solved, ZoneOffset.UTC).words()).isEqualTo("List check at The road, 20 people a minute, full from 12:30 to 13:00.");
  }

  // The 1,000th person passes in minute 30 + 1000/20 = 80, so 80 minutes are needed: 1 h 20 min.
  @Test
  void hoursNeededAreToTheMinute() {
    assertThat(HoursNeeded.of(new Ground.Schematic(oneRoad), World.MIDDLE, hour, everybody).orElseThrow()).isEqualTo(80 / 60.0);
  }

  // Two days of one hour: the first passes 600; the ride begins anew on the second day, so 400 are left for its 600 places.
  @Test
  void theNextDayBeginsWithTheRideAgain() {
    Timeline two = Timeline.of(oneRoad, oneRoad.options().get(1));
    assertThat(Evacuation.solve(new Ground.Schematic(oneRoad), World.MIDDLE, two, everybody).out()).isEqualTo(1_000);
    assertThat(GateCount.of(new Ground.Schematic(oneRoad), World.MIDDLE, two, everybody)).isEqualTo(1_000);
  }

  @Test
  void aWillingShareOfZeroGivesZeroHoweverWideTheRoad() {
    Demand nobody = Demand.of(oneRoad, World.MIDDLE, _ -> 0);
    assertThat(GateCount.of(new Ground.Schematic(oneRoad), World.MIDDLE, hour, nobody)).isZero();
    assertThat(Evacuation.solve(new Ground.Schematic(oneRoad), World.MIDDLE, hour, nobody).out()).isZero();
  }

  // One more lane is 10 people a minute more in 30 minutes: 300. One more hour frees 60 x 20, but only 400 are left.
  @Test
  void gainsAreDifferencesOfOptima() {
    Evacuation solved = Evacuation.solve(new Ground.Schematic(oneRoad), World.MIDDLE, hour, everybody);
    assertThat(Gains.of(new Ground.Schematic(oneRoad), World.MIDDLE, everybody, solved))
        .extracting(g -> g.what() + ": " + g.people())
        .containsExactly("one more hour: 400", "one more corridor like The road: 400", "one more lane for list check at The road: 300");
  }

  @Test
  void inTheMiddleWorldOfAleppoTheCountIsNeverBelowTheOptimumAndStreetsHoldBackLittle() {
    Case aleppo = Cases.aleppo();
    Timeline eight = Timeline.of(aleppo, aleppo.options().getFirst());
    Demand civilians = Demand.of(aleppo, World.MIDDLE).only(g -> g.users() == Users.CIVILIANS);
    Evacuation solved = Evacuation.solve(new Ground.Schematic(aleppo), World.MIDDLE, eight, civilians);
    assertThat(solved.proof().holds()).isTrue();
    assertThat(GateCount.of(new Ground.Schematic(aleppo), World.MIDDLE, eight, civilians)).isBetween(solved.out(), solved.out() + solved.out() / 100);
  }

  @Test
  void whereSharedStreetsBindTheProofSaysOnWhichTermsItHolds() {
    Case aleppo = Cases.aleppo();
    Timeline eight = Timeline.of(aleppo, aleppo.options().getFirst());
    Evacuation solved = Evacuation.solve(new Ground.Schematic(aleppo), World.MIDDLE, eight, Demand.of(aleppo, World.MIDDLE).only(g -> g.users() == Users.CIVILIANS));
    var plan = PlanTable.of(new Ground.Schematic(aleppo), World.MIDDLE, solved);
    assertThat(plan.exact()).isFalse();
    assertThat(plan.upperBound()).isGreaterThan(plan.out());
    assertThat(plan.proof().words()).contains("no plan gets more than %,d.".formatted(plan.upperBound()));
    assertThat(plan.corridors().stream().mapToLong(c -> c.out()).sum()).isBetween(plan.out() - 8, plan.out());
  }

  /** The wounded ride where no street binds: count and optimum agree to the person, world by world. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void whereNoStreetBindsTheCountIsTheOptimum(int draw) {
    Case aleppo = Cases.aleppo();
    Draw world = new Draw(7, draw);
    Timeline eight = Timeline.of(aleppo, aleppo.options().getFirst());
    Demand wounded = Demand.of(aleppo, world).only(g -> g.users() == Users.WOUNDED);
    Evacuation solved = Evacuation.solve(new Ground.Schematic(aleppo), world, eight, wounded);
    assertThat(CutWords.throughSharedStreets(solved)).isFalse();
    assertThat(GateCount.of(new Ground.Schematic(aleppo), world, eight, wounded)).isEqualTo(solved.out());
  }
}
