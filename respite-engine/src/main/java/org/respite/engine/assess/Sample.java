// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.util.List;
import org.respite.engine.aid.Loads;

/**
 * What one world gives for one option.
 *
 * @param inside civilians inside, people
 * @param could civilians out by the end
 * @param would civilians out by the end if only the willing set out; -1 where no willing share is stated
 * @param wounded people, and how many of them could be out; both 0 without a group of wounded
 * @param firsts civilian groups, each by itself: people, and how many could be out
 * @param trucks unloaded by the end, 0 without aid
 * @param loads in load order, empty without aid
 * @param barred whether the streets leave no truck a way to a site
 * @param hoursForAll per load, working hours that would bring in its whole need
 */
record Sample(
    double inside, double could, double would, double wounded, double woundedOut, double[] firsts, double[] firstsOut, double trucks, List<Loads.Load> loads, boolean barred, double[] hoursForAll) {

  double couldShare() {
    return share(could, inside);
  }

  double woundedShare() {
    return share(woundedOut, wounded);
  }

  /** Nobody to serve is everybody served. */
  static double share(double part, double whole) {
    return whole == 0 ? 1 : part / whole;
  }
}
