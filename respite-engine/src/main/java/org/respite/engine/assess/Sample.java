// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

/**
 * What one world gives for one option.
 *
 * @param inside civilians inside, people
 * @param could civilians out by the end
 * @param would civilians out by the end if only the willing set out; -1 where no willing share is stated
 * @param wounded people, and how many of them could be out; both 0 without a group of wounded
 * @param firsts civilian groups, each by itself: people, and how many could be out
 * @param aid what gets in
 */
record Sample(
    double inside, double could, double would, double wounded, double woundedOut, double[] firsts, double[] firstsOut, SampledAid aid) {

  Sample with(SampledAid other) {
    return new Sample(inside, could, would, wounded, woundedOut, firsts, firstsOut, other);
  }

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
