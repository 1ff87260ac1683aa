// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import java.util.Arrays;
import java.util.List;

/**
 * Will it hold? Chance that a pause which has held for some hours holds the next ones, from a class of past pauses the user
 * chose: Lomax law, {@code S(t) = (1 + t/scale)^−shape}, whose hazard falls with every hour kept.
 *
 * <p>Flat prior on the logarithms of shape (0.1 to 10) and scale (0.1 to 1000 h), on a grid: no fit to fail, always an interval.
 * A pause that ran out as agreed is censored, not broken;
 * one that is known to have broken between two moments counts as just that. Violations enter as a gamma factor on the hazard with mean one.
 *
 */
public final class HoldModel {
  private static final int STEPS = 60;
  /** Shape of the gamma factor on the hazard before violations are counted: as by two of them. Assumption. */
  private static final double FACTOR_SHAPE = 2;

  private final double[] shape = new double[STEPS * STEPS];
  private final double[] scale = new double[STEPS * STEPS];
  private final double[] weight = new double[STEPS * STEPS];
  private final int pauses;

  /** O(pauses x grid). */
  public HoldModel(List<PastPause> reference) {
    pauses = reference.size();
    for (int i = 0; i < weight.length; i++) {
      shape[i] = 0.1 * Math.pow(100, i / STEPS / (STEPS - 1.0));
      scale[i] = 0.1 * Math.pow(10_000, i % STEPS / (STEPS - 1.0));
    }
    for (PastPause p : reference) {
      for (int j = 0; j < STEPS; j++) {
        double low = Math.log1p(p.low() / scale[j]);
        double high = Math.log1p(p.high() / scale[j]);
        for (int i = j; i < weight.length; i += STEPS) weight[i] += logLikelihood(p, low, high, i);
      }
    }
    double highest = Arrays.stream(weight).max().orElse(0);
    double sum = 0;
    for (int i = 0; i < weight.length; i++) sum += weight[i] = Math.exp(weight[i] - highest);
    for (int i = 0; i < weight.length; i++) weight[i] /= sum;
  }

  /**
   * That it held for {@code p.low()}, and broke then, or between then and {@code p.high()}.
   *
   * @param low,high {@code log(1 + hours/scale)} of the two
   */
  private double logLikelihood(PastPause p, double low, double high, int i) {
    double held = -shape[i] * low;
    if (!p.broken()) return held;
    return held + (high > low ? Math.log(-Math.expm1(-shape[i] * (high - low))) : Math.log(shape[i] / scale[i]) - low);
  }

  /**
   * The answer.
   *
   * @param low 5 % quantile of the chance over what the class leaves open; {@code high}: 95 %
   */
  public record Chance(double low, double mean, double high, int pauses) {}

  /** Chance to hold {@code next} more hours after {@code held} ≥ 0 hours, with no more violations than is usual. */
  public Chance holds(double held, double next) {
    return holds(held, next, 0, 0);
  }

  /**
   * The same, where {@code seen} violations were supported while {@code usual} > 0 were to be expected in a pause that holds;
   * both 0: nothing is known of violations.
   */
  public Chance holds(double held, double next, int seen, double usual) {
    double factor = (FACTOR_SHAPE + seen) / (FACTOR_SHAPE + usual);
    Integer[] order = new Integer[weight.length];
    double[] chance = new double[weight.length];
    double mean = 0;
    for (int i = 0; i < weight.length; i++) {
      order[i] = i;
      chance[i] = Math.exp(-factor * shape[i] * (Math.log1p((held + next) / scale[i]) - Math.log1p(held / scale[i])));
      mean += weight[i] * chance[i];
    }
    Arrays.sort(order, java.util.Comparator.comparingDouble(i -> chance[i]));
    return new Chance(quantile(order, chance, 0.05), mean, quantile(order, chance, 0.95), pauses);
  }

  private double quantile(Integer[] order, double[] chance, double share) {
    double sum = 0;
    for (int i : order) if ((sum += weight[i]) >= share) return chance[i];
    return 1;
  }
}
