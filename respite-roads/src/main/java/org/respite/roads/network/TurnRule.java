// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

import java.util.List;

/**
 * A turn that vehicles must not take, or the only one they may.
 *
 * @param arcs driven one after the other: the arc one comes from, arcs of streets passed in between (mostly none), the arc one turns into
 * @param users mask of {@link RoadUser}
 * @param only whether whoever has driven all but the last arc must take the last one; otherwise the last one is forbidden then
 * @param hours when it holds
 */
public record TurnRule(List<Integer> arcs, int users, boolean only, WeekHours hours) {
  public TurnRule {
    arcs = List.copyOf(arcs);
    if (arcs.size() < 2) throw new IllegalArgumentException("a turn needs at least 2 arcs, got %d".formatted(arcs.size()));
  }

  /** A rule that always holds. */
  public TurnRule(List<Integer> arcs, int users, boolean only) {
    this(arcs, users, only, WeekHours.ALWAYS);
  }
}
