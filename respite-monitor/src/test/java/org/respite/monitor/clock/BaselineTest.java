// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BaselineTest {
  /** Latest first: 26 days at 50, and before them so many at a level. */
  private static Baseline after(int level, int days) {
    int[] counts = new int[26 + days];
    Arrays.fill(counts, 50);
    Arrays.fill(counts, 26, counts.length, level);
    return Baseline.of(counts, counts.length);
  }

  @Test
  void aFortnightAtALowerLevelBeforeTheBaselineIsRemembered() {
    assertThat(after(10, 14).before()).isCloseTo(0.2, within(1e-12));
    assertThat(after(10, 13).before()).as("13 days are no level").isEqualTo(1);
    assertThat(after(4, 14).before()).as("8 % of the war was no war").isEqualTo(1);
    assertThat(after(80, 30).before()).as("a fiercer war tells nothing of a calmer one").isEqualTo(1);
  }
}
