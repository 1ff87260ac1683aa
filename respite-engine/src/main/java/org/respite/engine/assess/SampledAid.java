// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.util.List;
import org.respite.engine.aid.Loads;

/**
 * What one world lets in for one option.
 *
 * @param trucks unloaded by the end
 * @param loads in load order
 * @param barred whether the streets leave no truck a way to a site
 * @param hoursForAll per load, working hours that would bring in its whole need
 */
record SampledAid(double trucks, List<Loads.Load> loads, boolean barred, double[] hoursForAll) {
  /** Of a case without aid. */
  static final SampledAid NONE = new SampledAid(0, List.of(), false, new double[0]);
}
