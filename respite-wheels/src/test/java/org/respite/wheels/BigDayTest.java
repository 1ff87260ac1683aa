// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.respite.wheels.schedule.Scheduler;

/** The size the product promises: a schedule whose gap to its bound is under 5 %. Times are in bench/logs/wheels.txt, never in a test. */
class BigDayTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theGapStaysUnderFivePercent(long seed) {
    assertThat(Scheduler.schedule(BigDay.trucks(seed, 1), Scheduler.Effort.QUICK).gap()).isLessThan(0.05);
    assertThat(Scheduler.schedule(BigDay.people(seed, 1), Scheduler.Effort.QUICK).gap()).isLessThan(0.05);
  }
}
