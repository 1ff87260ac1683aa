// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.respite.wheels.schedule.Scheduler;

/**
 * The size the product promises. With the effort of an assessment (40 builds) trucks stay under 5 % and people, whose every seat is wanted, under
 * 10 %; what 1,500 builds reach, and the times, are in bench/logs/wheels.txt.
 */
class BigDayTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theGapStaysSmallAfterFortyBuilds(long seed) {
    assertThat(Scheduler.schedule(BigDay.trucks(seed, 1), Scheduler.Effort.QUICK).gap()).isLessThan(0.05);
    assertThat(Scheduler.schedule(BigDay.people(seed, 1), Scheduler.Effort.QUICK).gap()).isLessThan(0.10);
  }
}
