// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import org.respite.engine.streets.StreetPlan;
import org.respite.model.scenario.Case;

/** What people walk on: the case's sketch of districts, or streets. */
public sealed interface Ground {
  Case theCase();

  /** The same ground under a changed case: for "what if". Its corridors must begin where the old ones did. */
  Ground withCase(Case changed);

  /** Straight links between places. */
  record Schematic(Case theCase) implements Ground {
    @Override
    public Ground withCase(Case changed) {
      return new Schematic(changed);
    }
  }

  /** Streets of a map. */
  record OnStreets(Case theCase, StreetPlan plan) implements Ground {
    @Override
    public Ground withCase(Case changed) {
      return new OnStreets(changed, plan);
    }
  }
}
