// SPDX-License-Identifier: Apache-2.0
package org.respite.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void neighboursSwappedAreOneEdit() {
    assertThat(Nearest.distance("people", "poeple")).isEqualTo(1);
    assertThat(Nearest.distance("lanes", "lane")).isEqualTo(1);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
  }

  @Test
  void nothingNearIsNothingSaid() {
    assertThat(Nearest.to("xyzzy", List.of("people", "lanes"))).isEmpty();
    assertThat(Nearest.hint("laens", List.of("people", "lanes"))).isEqualTo(" Did you mean `lanes`?");
  }
}
