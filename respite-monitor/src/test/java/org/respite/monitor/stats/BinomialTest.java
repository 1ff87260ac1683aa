// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BinomialTest {
  /** Two coins: at least one head 3/4. Three dice: at least two sixes 16/216. All of them or more than there are: hardly, never. */
  @Test
  void tailsByHand() {
    assertThat(Binomial.atLeast(1, 2, 0.5)).isCloseTo(0.75, within(1e-12));
    assertThat(Binomial.atLeast(2, 3, 1.0 / 6)).isCloseTo(16.0 / 216, within(1e-12));
    assertThat(Binomial.atLeast(0, 40, 0.2)).isCloseTo(1, within(1e-9));
    assertThat(Binomial.atLeast(1000, 1000, 0.5)).isLessThan(1e-300);
    assertThat(Binomial.atLeast(4, 3, 0.5)).isZero();
  }
}
