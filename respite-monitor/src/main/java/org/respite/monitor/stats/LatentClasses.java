// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Multiple systems estimation where people differ: within a class lists are independent, classes are many and unknown.
 *
 * <p>Manrique-Vallier (2016), Biometrics 72, 1246: stick-breaking mixture of at most {@code classes}, flat prior on the
 * chances to be listed, prior 1/N on the total; Gibbs sampler. Seeded: the same seed gives the same draws.
 *
 * <p>The chain mixes slowly, so the ends of an interval are less sure than its middle: on the Kosovo lists four chains of 1,000 draws, a hundred
 * steps apart, gave medians of 10,397 to 10,565, lower ends of 8,676 to 9,247 and upper ends of 13,700 to 13,945 (together 10,458; 9,111 to
 * 13,843; published, from one chain: 10,400; 9,188 to 14,514).
 *
 * @param classes most classes, > 1
 * @param alphaShape and rate: gamma prior of the stick-breaking parameter
 */
public record LatentClasses(int classes, double alphaShape, double alphaRate) {
  /** Draws of the total, sorted. O((burn + draws·every) × patterns × classes). */
  public double[] draws(OverlappingLists data, long seed, int burn, int draws, int every) {
    var chain = new Chain(data, seed);
    for (int i = 0; i < burn; i++) chain.step();
    double[] total = new double[draws];
    for (int d = 0; d < draws; d++) {
      for (int i = 0; i < every; i++) chain.step();
      total[d] = data.documented() + chain.hidden;
    }
    Arrays.sort(total);
    return total;
  }

  private final class Chain {
    private final OverlappingLists data;
    private final int lists;
    private final RandomGenerator random;
    private final double[] share = new double[classes];
    private final double[][] listed;
    private double alpha = 1;
    private int hidden;

    Chain(OverlappingLists data, long seed) {
      this.data = data;
      this.lists = data.lists();
      this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      this.listed = new double[classes][lists];
      Arrays.fill(share, 1.0 / classes);
      for (double[] row : listed) for (int l = 0; l < lists; l++) row[l] = 0.1 + 0.8 * random.nextDouble();
    }

    void step() {
      int[] members = new int[classes];
      int[][] on = new int[classes][lists];
      double[] weight = new double[classes];
      for (int pattern = 1; pattern < 1 << lists; pattern++) {
        if (data.count(pattern) == 0) continue;
        weigh(pattern, weight);
        allot(data.count(pattern), pattern, weight, members, on);
      }
      double none = weigh(0, weight);
      hidden = negativeBinomial(data.documented(), 1 - none);
      allot(hidden, 0, weight, members, on);
      for (int k = 0; k < classes; k++) {
        for (int l = 0; l < lists; l++) listed[k][l] = beta(1 + on[k][l], 1 + members[k] - on[k][l]);
      }
      breakStick(members);
    }

    private double weigh(int pattern, double[] weight) {
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        double w = share[k];
        for (int l = 0; l < lists; l++) w *= (pattern >> l & 1) == 1 ? listed[k][l] : 1 - listed[k][l];
        weight[k] = w;
        sum += w;
      }
      return sum;
    }

    /** Multinomial by binomials in turn. */
    private void allot(int people, int pattern, double[] weight, int[] members, int[][] on) {
      double left = 0;
      for (double w : weight) left += w;
      int open = people;
      for (int k = 0; k < classes && open > 0; k++) {
        int n = k == classes - 1 ? open : binomial(open, left > 0 ? Math.min(1, weight[k] / left) : 1);
        left -= weight[k];
        open -= n;
        members[k] += n;
        for (int l = 0; l < lists; l++) if ((pattern >> l & 1) == 1) on[k][l] += n;
      }
    }

    /**
     * In logarithms: with few classes taken up, what a small alpha leaves of the stick lies far below the smallest double, and alpha is
     * drawn from just that.
     */
    private void breakStick(int[] members) {
      double rest = 0;
      int after = 0;
      for (int m : members) after += m;
      for (int k = 0; k < classes - 1; k++) {
        after -= members[k];
        double taken = logGamma(1 + members[k]);
        double left = logGamma(alpha + after);
        double whole = Math.max(taken, left) + Math.log1p(Math.exp(-Math.abs(taken - left)));
        share[k] = Math.exp(rest + taken - whole);
        rest += left - whole;
      }
      share[classes - 1] = Math.exp(rest);
      alpha = gamma(alphaShape + classes - 1) / (alphaRate - rest);
    }

    /** Logarithm of a gamma variable. */
    private double logGamma(double shape) {
      return shape < 1 ? Math.log(gamma(shape + 1)) + Math.log(1 - random.nextDouble()) / shape : Math.log(gamma(shape));
    }

    private double gamma(double shape) {
      if (shape < 1) return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
      double d = shape - 1.0 / 3; // Marsaglia and Tsang (2000)
      double c = 1 / Math.sqrt(9 * d);
      while (true) {
        double x = random.nextGaussian();
        double v = Math.pow(1 + c * x, 3);
        if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
      }
    }

    private double beta(double a, double b) {
      double x = gamma(a);
      double y = gamma(b);
      return x + y == 0 ? 0.5 : Math.clamp(x / (x + y), 1e-12, 1 - 1e-12);
    }

    /** Failures before {@code n} successes: a Poisson count with a gamma mean. */
    private int negativeBinomial(int n, double success) {
      return poisson(gamma(n) * (1 - success) / success);
    }

    /** Exact, by halving with gamma order statistics where the mean is large (Ahrens and Dieter 1974). */
    private int poisson(double mean) {
      int n = 0;
      double left = mean;
      while (left > 12) {
        int m = (int) (left * 7 / 8);
        double x = gamma(m);
        if (x > left) return n + binomial(m - 1, left / x);
        n += m;
        left -= x;
      }
      double product = random.nextDouble();
      double limit = Math.exp(-left);
      for (; product > limit; n++) product *= random.nextDouble();
      return n;
    }

    /** Exact, by halving with beta order statistics where the count is large. */
    private int binomial(int count, double chance) {
      int n = count;
      double p = chance;
      int hits = 0;
      while (n > 24) {
        int a = 1 + n / 2;
        double x = beta(a, n + 1 - a);
        if (x >= p) {
          n = a - 1;
          p /= x;
        } else {
          hits += a;
          n -= a;
          p = (p - x) / (1 - x);
        }
      }
      for (int i = 0; i < n; i++) if (random.nextDouble() < p) hits++;
      return hits;
    }
  }
}
