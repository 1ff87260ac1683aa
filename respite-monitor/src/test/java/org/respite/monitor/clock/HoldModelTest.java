// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldModelTest {
  /** Lomax times with shape 1 and scale 10 h, ended as agreed after 48 h: S(8) = 10/18, S(16)/S(8) = 18/26. */
  private static HoldModel of(int pauses, long seed) {
    var random = new Random(seed);
    double[] hours = new double[pauses];
    boolean[] broken = new boolean[pauses];
    for (int i = 0; i < pauses; i++) {
      double t = 10 * (1 / random.nextDouble() - 1);
      broken[i] = t < 48;
      hours[i] = Math.max(0.01, Math.min(48, t));
    }
    return new HoldModel(pauses(hours, broken));
  }

  @Test
  void aLargeClassGivesItsOwnChances() {
    HoldModel model = of(4000, 1);
    assertThat(model.holds(0, 8).mean()).isCloseTo(10.0 / 18, within(0.03));
    assertThat(model.holds(8, 8).mean()).isCloseTo(18.0 / 26, within(0.03));
  }

  @Test
  void everyHourKeptMakesTheNextOnesLikelier() {
    HoldModel model = of(40, 2);
    assertThat(model.holds(24, 8).mean()).isGreaterThan(model.holds(8, 8).mean()).isLessThan(1);
    assertThat(model.holds(8, 8).mean()).isGreaterThan(model.holds(0, 8).mean());
  }

  @Test
  void fewPausesGiveAWideInterval() {
    HoldModel.Chance few = of(5, 3).holds(0, 8);
    HoldModel.Chance many = of(500, 3).holds(0, 8);
    assertThat(few.high() - few.low()).isGreaterThan(2 * (many.high() - many.low()));
  }

  @Test
  void violationsBeyondTheUsualLowerTheChanceAndAbsenceRaisesIt() {
    HoldModel model = of(60, 4);
    double unknown = model.holds(8, 8).mean();
    assertThat(model.holds(8, 8, 6, 2).mean()).isLessThan(unknown);
    assertThat(model.holds(8, 8, 0, 2).mean()).isGreaterThan(unknown);
  }

  @Test
  void runningOutAsAgreedIsNotBreaking() {
    double[] hours = {8, 8, 8, 8};
    double broke = new HoldModel(pauses(hours, new boolean[] {true, true, true, true})).holds(0, 8).mean();
    double ranOut = new HoldModel(pauses(hours, new boolean[4])).holds(0, 8).mean();
    assertThat(ranOut).isGreaterThan(broke + 0.2);
  }

  private static List<PastPause> pauses(double[] hours, boolean[] broken) {
    return IntStream.range(0, hours.length).mapToObj(i -> new PastPause(hours[i], broken[i])).toList();
  }

  @Test
  void aBreakKnownToADayCountsAsABreakSomewhereInThatDay() {
    // Where all broke at some moment of the first day, the chance to pass it is small; narrow intervals come to what exact hours say.
    double day = new HoldModel(Collections.nCopies(20, new PastPause("", "", Optional.empty(), 0, 24, true))).holds(0, 24).mean();
    assertThat(day).isLessThan(0.1);
    double exact = new HoldModel(Collections.nCopies(20, new PastPause(5, true))).holds(0, 8).mean();
    double narrow = new HoldModel(Collections.nCopies(20, new PastPause("", "", Optional.empty(), 4.999, 5.001, true))).holds(0, 8).mean();
    assertThat(narrow).isCloseTo(exact, within(1e-4));
  }
}
