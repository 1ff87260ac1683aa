// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/**
 * One jump in the rate of a series of counts: by maximum likelihood, and with a gamma prior on both rates.
 *
 * <p>Carlin, Gelfand and Smith (1992), Applied Statistics 41, 389. Assumes Poisson counts and exactly one jump; a burst is
 * read as a change. A change after position k (1 ≤ k < n) means that the first k counts have the first rate.
 *
 * @param likeliest position with the largest likelihood
 * @param before rate of the first part at that position, per bin
 * @param after rate of the second part
 * @param ratio twice the logarithm of the likelihood ratio against one rate
 */
public record ChangePoint(int likeliest, double before, double after, double ratio) {
  /** Maximum likelihood; O(n). At least two counts. */
  public static ChangePoint of(int[] counts) {
    int n = counts.length;
    double total = 0;
    for (int c : counts) total += c;
    double flat = logLik(total, n);
    double sum = 0;
    double best = Double.NEGATIVE_INFINITY;
    int at = 1;
    double atSum = 0;
    for (int k = 1; k < n; k++) {
      sum += counts[k - 1];
      double l = logLik(sum, k) + logLik(total - sum, n - k);
      if (l > best) {
        best = l;
        at = k;
        atSum = sum;
      }
    }
    return new ChangePoint(at, atSum / at, (total - atSum) / (n - at), 2 * (best - flat));
  }

  private static double logLik(double sum, int n) {
    return sum == 0 ? 0 : sum * Math.log(sum / n) - sum;
  }

  /** Posterior with Gamma(shape, rate) priors; arrays are indexed by k − 1. */
  public static Posterior posterior(int[] counts, double shape, double rate) {
    int n = counts.length;
    double total = 0;
    for (int c : counts) total += c;
    double[] weight = new double[n - 1];
    double[] first = new double[n - 1];
    double[] second = new double[n - 1];
    double sum = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 1; k < n; k++) {
      sum += counts[k - 1];
      weight[k - 1] = part(sum, k, shape, rate) + part(total - sum, n - k, shape, rate);
      first[k - 1] = (shape + sum) / (rate + k);
      second[k - 1] = (shape + total - sum) / (rate + n - k);
      highest = Math.max(highest, weight[k - 1]);
    }
    double mass = 0;
    for (int i = 0; i < n - 1; i++) mass += weight[i] = Math.exp(weight[i] - highest);
    double before = 0;
    double after = 0;
    for (int i = 0; i < n - 1; i++) {
      weight[i] /= mass;
      before += weight[i] * first[i];
      after += weight[i] * second[i];
    }
    double oneRate = part(total, n, shape, rate);
    double factor = highest + Math.log(mass / (n - 1)) + shape * Math.log(rate) - Gamma.log(shape) - oneRate;
    return new Posterior(weight, before, after, factor);
  }

  private static double part(double sum, int n, double shape, double rate) {
    return Gamma.log(shape + sum) - (shape + sum) * Math.log(rate + n);
  }

  /** What is believed of the jump afterwards. */
  public static final class Posterior {
    private final double[] chance;
    private final double before;
    private final double after;
    private final double logBayesFactor;

    Posterior(double[] chance, double before, double after, double logBayesFactor) {
      this.chance = chance;
      this.before = before;
      this.after = after;
      this.logBayesFactor = logBayesFactor;
    }

    /** Chance that exactly the first {@code k} counts have the first rate. */
    public double chance(int k) {
      return chance[k - 1];
    }

    /** Smallest k by which the chances add up to {@code share}. */
    public int quantile(double share) {
      double sum = 0;
      for (int i = 0; i < chance.length; i++) if ((sum += chance[i]) >= share) return i + 1;
      return chance.length;
    }

    public double meanBefore() {
      return before;
    }

    public double meanAfter() {
      return after;
    }

    /** ln of the Bayes factor of one jump, anywhere, against none. */
    public double logBayesFactor() {
      return logBayesFactor;
    }
  }
}
