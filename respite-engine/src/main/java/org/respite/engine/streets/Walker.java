// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.List;
import org.respite.model.scenario.Mode;

/** Who moves on streets, and how fast on plain street. */
public record Walker(Mode mode, double metresPerMinute) {
  /** Ratio of neighbouring paces where worlds are only counted: so many draws ask for few ways by the hour. */
  private static final double STEP = 1.1;

  double mmPerMinute() {
    return metresPerMinute * 1_000;
  }

  /** Whole minutes for a way, rounded up: nobody is promised to be faster than they walk. */
  int minutes(long mm) {
    return (int) Math.ceil(mm / 1_000.0 / metresPerMinute - 1e-9);
  }

  /** At any time; empty where there is no way. */
  List<Spell> always(long mm) {
    return mm == Ways.NEVER ? List.of() : List.of(new Spell(0, Integer.MAX_VALUE, minutes(mm)));
  }

  /** The same at the next slower of a few paces. */
  Walker roughly() {
    return new Walker(mode, Math.pow(STEP, Math.floor(Math.log(metresPerMinute) / Math.log(STEP))));
  }
}
