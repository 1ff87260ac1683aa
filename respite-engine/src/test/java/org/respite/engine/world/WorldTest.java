// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.respite.engine.Cases;
import org.respite.model.daylight.Sun;
import org.respite.model.finding.At;
import org.respite.model.quantity.Basis;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Position;

class WorldTest {
  private static final Quantity RATE =
      new Quantity("rate", 0, 3, 12, Unit.PEOPLE_PER_HOUR, new Basis.Assumed("a guess", List.of()), At.file("x"));

  // Aleppo, 20 October 2016: 06:42 and 17:49 local (UTC+3) by another reckoning; each good to about a minute.
  @Test
  void theSunOverAleppo() {
    Sun.Up up = Sun.on(LocalDate.of(2016, 10, 20), new Position(37.16, 36.20)).orElseThrow();
    ZoneId zone = ZoneId.of("Asia/Damascus");
    assertThat(up.rise().atZone(zone).toLocalTime()).isBetween(LocalTime.of(6, 41), LocalTime.of(6, 44));
    assertThat(up.set().atZone(zone).toLocalTime()).isBetween(LocalTime.of(17, 48), LocalTime.of(17, 50));
  }

  @Test
  void theSunDoesNotRiseInPolarNight() {
    assertThat(Sun.on(LocalDate.of(2020, 12, 21), new Position(20, 78))).isEmpty();
  }

  // Triangular on [0, 12] with its peak at 3: mean (0 + 3 + 12) / 3 = 5; a quarter of the mass lies below the peak.
  @Test
  void drawsFollowTheTriangularLaw() {
    double[] x = IntStream.range(0, 20_000).mapToDouble(i -> new Draw(1, i).value(RATE, Unit.PEOPLE_PER_HOUR)).toArray();
    assertThat(Arrays.stream(x).average().orElseThrow()).isCloseTo(5, within(0.06));
    assertThat(Arrays.stream(x).filter(v -> v < 3).count() / 20_000.0).isCloseTo(0.25, within(0.01));
    assertThat(Arrays.stream(x).boxed()).allMatch(v -> v >= 0 && v <= 12);
  }

  @Test
  void whatRestsOnOneAssumptionMovesTogether() {
    Quantity tied = new Quantity("other", 0, 3, 12, Unit.PEOPLE_PER_HOUR, RATE.basis(), At.file("x"), "rate");
    Quantity apart = new Quantity("other", 0, 3, 12, Unit.PEOPLE_PER_HOUR, RATE.basis(), At.file("x"));
    Draw draw = new Draw(11, 3);
    assertThat(draw.value(tied, Unit.PEOPLE_PER_HOUR)).isEqualTo(draw.value(RATE, Unit.PEOPLE_PER_HOUR));
    assertThat(draw.value(apart, Unit.PEOPLE_PER_HOUR)).isNotEqualTo(draw.value(RATE, Unit.PEOPLE_PER_HOUR));
  }

  // 10 people over weights 1:1:1: 3.33 each; the first of equal remainders takes the tenth.
  @Test
  void peopleStayWholeAndNobodyIsLost() {
    assertThat(Demand.spread(10, new double[] {1, 1, 1})).containsExactly(4, 3, 3);
    assertThat(Demand.spread(5, new double[] {0, 2, 0})).containsExactly(0, 5, 0);
    assertThat(Demand.spread(7, new double[] {0, 0})).containsExactly(0, 0);
  }

  @Test
  void everybodyOfAleppoIsSomewhere() {
    Demand demand = Demand.of(Cases.aleppo(), World.MIDDLE).only(g -> g.users() == org.respite.model.scenario.Users.CIVILIANS);
    assertThat(demand.total()).isEqualTo(250_000);
  }
}
