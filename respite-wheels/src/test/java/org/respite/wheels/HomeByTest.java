// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.respite.wheels.service.HomeBy;

class HomeByTest {
  // Nine hours, 540 min. 1,200 m at 1 m/s: 20 min each way. One team, 10 min each: first at 20, last begins by 540 - 20 - 10 = 510: (510 - 20) / 10 + 1 = 50.
  @Test
  void whoComesIsServedAndHomeInTime() {
    List<HomeBy.Result> r = HomeBy.of(List.of(new HomeBy.Group("near", 1_000, 1_200, 1, 0)), new HomeBy.Service(540 * 60, 1, 600));
    assertThat(r.getFirst().served()).isEqualTo(50);
    assertThat(r.getFirst().lastServed()).isEqualTo(510 * 60);
    assertThat(r.getFirst().lastLeavesHome()).isEqualTo(490 * 60);
  }

  // 9 km at 0.5 m/s with 15 min of rest: 315 min one way, 630 there and back: more than 540.
  @Test
  void slowWalkersFromFarAwayCannotBeBackInTime() {
    HomeBy.Result r = HomeBy.of(List.of(new HomeBy.Group("slow", 40, 9_000, 0.5, 15)), new HomeBy.Service(540 * 60, 4, 600)).getFirst();
    assertThat(r.served()).isZero();
    assertThat(r.lastLeavesHome()).isEqualTo(-1);
  }

  // One team, 60 min each, 240 min. Far: 60 min each way, begins at 60 or 120: 2 of 2. Near: 0 min, begins at 0 and 180: 2 of 3.
  @Test
  void whoHasFarthestHomeIsServedFirst() {
    List<HomeBy.Result> r = HomeBy.of(List.of(new HomeBy.Group("near", 3, 0, 1, 0), new HomeBy.Group("far", 2, 3_600, 1, 0)), new HomeBy.Service(240 * 60, 1, 3_600));
    assertThat(r).extracting(HomeBy.Result::served).containsExactly(2, 2);
  }
}
