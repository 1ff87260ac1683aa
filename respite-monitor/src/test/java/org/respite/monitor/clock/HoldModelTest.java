// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
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
    return new HoldModel(hours, broken);
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
    double broke = new HoldModel(hours, new boolean[] {true, true, true, true}).holds(0, 8).mean();
    double ranOut = new HoldModel(hours, new boolean[4]).holds(0, 8).mean();
    assertThat(ranOut).isGreaterThan(broke + 0.2);
  }
}
