// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/**
 * Do two reports speak of one incident? Weights of agreement on fields (Fellegi and Sunter 1969); the share of true pairs is
 * fitted by expectation maximisation, without labels.
 *
 * <p>Fields are taken as independent given the truth. Where incidents are dense nothing separates them well: publish an
 * interval over linkages, never one count.
 */
public final class Agreement {
  private static final int PRIOR_ROUNDS = 100;

  private final double[][] match;
  private final double[][] other;
  private final double prior;

  /**
   * @param match chance of each level of each field among pairs of one incident
   * @param other the same among pairs of two incidents
   * @param prior share of pairs that are of one incident, (0,1)
   */
  public Agreement(double[][] match, double[][] other, double prior) {
    this.match = match.clone();
    this.other = other.clone();
    this.prior = prior;
  }

  /** Evidence of these levels for one incident, in bits. */
  public double bits(int... levels) {
    double sum = 0;
    for (int f = 0; f < levels.length; f++) sum += Math.log(match[f][levels[f]] / other[f][levels[f]]);
    return sum / Math.log(2);
  }

  /** Chance that a pair with these levels is of one incident. */
  public double chance(int... levels) {
    double odds = prior / (1 - prior) * Math.exp(bits(levels) * Math.log(2));
    return odds / (1 + odds);
  }

  public double prior() {
    return prior;
  }

  /** The same weights with the share of true pairs that makes these pairs likeliest, after one pair of each sort
   * beforehand. O(patterns).
   *
   * @param pairs levels by pattern and field
   * @param weights how many pairs show each pattern; {@code total}: their sum
   */
  public Agreement withPriorFittedTo(int[][] pairs, double[] weights, double total) {
    double share = prior;
    for (int round = 0; round < PRIOR_ROUNDS; round++) {
      var now = new Agreement(match, other, share);
      double matches = 1;
      for (int i = 0; i < pairs.length; i++) if (weights[i] > 0) matches += weights[i] * now.chance(pairs[i]);
      share = matches / (total + 2);
    }
    return new Agreement(match, other, share);
  }
}
