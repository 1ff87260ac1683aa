// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import org.respite.engine.streets.Cells;
import org.respite.engine.streets.StreetPlan;
import org.respite.model.scenario.Case;

/** What people walk on: the case's sketch of districts, or streets. */
public sealed interface Ground {
  Case theCase();

  /** The same ground under a changed case: for "what if". Its corridors must begin where the old ones did. */
  Ground withCase(Case changed);

  /** The same with homes taken together as in worlds that are only counted. */
  Ground coarser();

  /** Straight links between places. */
  record Schematic(Case theCase) implements Ground {
    @Override
    public Ground withCase(Case changed) {
      return new Schematic(changed);
    }

    @Override
    public Ground coarser() {
      return this;
    }
  }

  /**
   * Streets of a map.
   *
   * @param grain how far homes are taken together in plans that are proved
   */
  record OnStreets(Case theCase, StreetPlan plan, Cells.Grain grain) implements Ground {
    public OnStreets(Case theCase, StreetPlan plan) {
      this(theCase, plan, Cells.Grain.FINE);
    }

    @Override
    public Ground withCase(Case changed) {
      return new OnStreets(changed, plan, grain);
    }

    @Override
    public Ground coarser() {
      return new OnStreets(theCase, plan, Cells.Grain.COARSE);
    }
  }
}
