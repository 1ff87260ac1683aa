// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many were on no list, from how lists overlap: multiple systems estimation.
 *
 * <p>Bishop, Fienberg and Holland (1975) for log-linear models; Chapman (1951); Chao (1987) for the lower bound. Assumes a
 * closed population, perfect linkage and that everybody had some chance to be listed. Lists that depend on one another, or
 * people whom no list can show, bias every estimate downwards: the documented count and the lower bound come first, and an
 * estimate is never shown without its rivals.
 */
public final class OverlappingLists {
  private final int lists;
  private final int[] counts;

  /** @param counts by pattern: bit {@code i} says "on list i"; index 0 (on none) is not read; length a power of two */
  public OverlappingLists(int[] counts) {
    this.lists = Integer.numberOfTrailingZeros(counts.length);
    if (counts.length != 1 << lists || lists < 2) {
      throw new IllegalArgumentException("counts need one entry for each pattern of at least two lists, got " + counts.length);
    }
    this.counts = counts.clone();
    this.counts[0] = 0;
  }

  /** How many different people are on some list. */
  public int documented() {
    int sum = 0;
    for (int c : counts) sum += c;
    return sum;
  }

  private int on(int pattern) {
    int sum = 0;
    for (int i = 1; i < counts.length; i++) if ((i & pattern) == pattern) sum += counts[i];
    return sum;
  }

  /** Lincoln–Petersen estimate from two of the lists. */
  public double pair(int a, int b) {
    return (double) on(1 << a) * on(1 << b) / on(1 << a | 1 << b);
  }

  /** Chapman's estimate from two of the lists: less biased where they overlap little. */
  public double chapman(int a, int b) {
    return (on(1 << a) + 1.0) * (on(1 << b) + 1.0) / (on(1 << a | 1 << b) + 1.0) - 1;
  }

  /**
   * Chao's lower bound for unequal people on lists of unequal reach (Mth; Chao 1987): {@code n + Σ fᵢfⱼ / f₂} over pairs of
   * lists, with fᵢ those on list i alone and f₂ those on exactly two. Holds where people differ; fails where lists avoid
   * one another.
   */
  public double lowerBound() {
    double once = 0;
    double squares = 0;
    double twice = 0;
    for (int i = 1; i < counts.length; i++) {
      int bits = Integer.bitCount(i);
      if (bits == 1) {
        once += counts[i];
        squares += (double) counts[i] * counts[i];
      }
      if (bits == 2) twice += counts[i];
    }
    return documented() + (once * once - squares) / (2 * Math.max(1, twice));
  }

  /**
   * One log-linear model.
   *
   * @param terms interactions between lists, as bit patterns, besides the lists themselves
   * @param total estimate of everybody, listed or not
   * @param error its standard error
   * @param criterion Bayesian information criterion: smaller is better
   */
  public record Model(List<Integer> terms, double total, double error, double criterion) {}

  /** Fits the model with these interactions to the patterns that were seen. */
  public Model model(List<Integer> terms) {
    int p = 1 + lists + terms.size();
    double[][] x = new double[counts.length - 1][p];
    double[] y = new double[counts.length - 1];
    for (int i = 1; i < counts.length; i++) {
      double[] row = x[i - 1];
      row[0] = 1;
      for (int l = 0; l < lists; l++) row[1 + l] = i >> l & 1;
      for (int t = 0; t < terms.size(); t++) row[1 + lists + t] = (i & terms.get(t)) == terms.get(t) ? 1 : 0;
      y[i - 1] = counts[i];
    }
    CountRegression fit = CountRegression.fit(x, y, null, Double.POSITIVE_INFINITY);
    double hidden = Math.exp(fit.coefficient(0));
    double log = 0;
    for (int i = 0; i < y.length; i++) log += y[i] * Math.log(fit.fitted(i)) - fit.fitted(i) - Gamma.log(y[i] + 1);
    double error = Math.sqrt(hidden + hidden * hidden * fit.covariance(0, 0));
    return new Model(List.copyOf(terms), documented() + hidden, error, -2 * log + p * Math.log(documented()));
  }

  /** Every hierarchical model without the interaction of all lists, best first. Three to five lists. */
  public List<Model> models() {
    if (lists < 3 || lists > 5) throw new IllegalArgumentException("models need three to five lists, got " + lists);
    var interactions = new ArrayList<Integer>();
    for (int i = 1; i < counts.length - 1; i++) if (Integer.bitCount(i) >= 2) interactions.add(i);
    interactions.sort(Comparator.comparing((Integer i) -> Integer.bitCount(i)).thenComparing(i -> i));
    var found = new ArrayList<Model>();
    extend(interactions, 0, new ArrayList<>(), found);
    found.sort(Comparator.comparingDouble(Model::criterion));
    return found;
  }

  private void extend(List<Integer> all, int at, List<Integer> taken, List<Model> found) {
    if (at == all.size()) {
      Model model = model(taken);
      if (Double.isFinite(model.total()) && Double.isFinite(model.error())) found.add(model);
      return;
    }
    extend(all, at + 1, taken, found);
    if (hasParts(all.get(at), taken)) {
      taken.add(all.get(at));
      extend(all, at + 1, taken, found);
      taken.removeLast();
    }
  }

  /** Hierarchy: an interaction of three lists comes with those of each two. */
  private static boolean hasParts(int term, List<Integer> taken) {
    if (Integer.bitCount(term) == 2) return true;
    for (int bits = term; bits != 0; bits &= bits - 1) {
      if (!taken.contains(term ^ Integer.lowestOneBit(bits))) return false;
    }
    return true;
  }

  int lists() {
    return lists;
  }

  int count(int pattern) {
    return counts[pattern];
  }
}
