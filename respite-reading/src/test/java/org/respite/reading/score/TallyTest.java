// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void eightOfTenHasWilsonsInterval() {
    // p = 0.8, n = 10, z = 1.96: centre 0.7167, half 0.2265
    assertThat(Tally.wilson(8, 10)[0]).isCloseTo(0.4902, within(1e-4));
    assertThat(Tally.wilson(8, 10)[1]).isCloseTo(0.9433, within(1e-4));
  }

  @Test
  void twelveOfFourteenIsSixtyToNinetySixPercent() {
    // a published example of the interval: 12 of 14 is 60-96 %
    assertThat(Tally.wilson(12, 14)[0]).isCloseTo(0.60, within(0.005));
    assertThat(Tally.wilson(12, 14)[1]).isCloseTo(0.96, within(0.005));
  }

  @Test
  void sixRightTwoWrongFourMissedIsTwoThirds() {
    // P 6/8, R 6/10, F1 12/18
    assertThat(new Tally(6, 2, 4).f1()).isCloseTo(12.0 / 18, within(1e-12));
  }

  @Test
  void nothingTriedTellsNothing() {
    assertThat(Tally.wilson(0, 0)).containsExactly(0, 1);
  }
}
