// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import org.respite.model.scenario.Mode;

/** Who moves on streets, and how fast on plain street. */
public record Walker(Mode mode, double metresPerMinute) {
  /** Paces are apart by this share where worlds are only counted: so many draws ask for few ways by the hour. */
  private static final double STEP = 1.02;

  double mmPerMinute() {
    return metresPerMinute * 1_000;
  }

  /** Whole minutes for a way, rounded up: nobody is promised to be faster than they walk. */
  int minutes(long mm) {
    return (int) Math.ceil(mm / 1_000.0 / metresPerMinute - 1e-9);
  }

  /** The same at the next slower of a few paces. */
  Walker roughly() {
    return new Walker(mode, Math.pow(STEP, Math.floor(Math.log(metresPerMinute) / Math.log(STEP))));
  }
}
