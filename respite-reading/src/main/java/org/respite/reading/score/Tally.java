// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.score;

import java.util.Locale;

/**
 * Right, wrong and missed, with precision, recall, F1 and Wilson's score interval (Wilson 1927; 95 %, z = 1.959964).
 *
 * @param right proposals that match the gold
 * @param wrong proposals that match nothing
 * @param missed required items of the gold that nothing matches
 */
public record Tally(int right, int wrong, int missed) {
  private static final double Z = 1.959964;

  public static final Tally NONE = new Tally(0, 0, 0);

  public Tally plus(Tally other) {
    return new Tally(right + other.right, wrong + other.wrong, missed + other.missed);
  }

  public double precision() {
    return ratio(right, right + wrong);
  }

  public double recall() {
    return ratio(right, right + missed);
  }

  public double f1() {
    return ratio(2 * right, 2 * right + wrong + missed);
  }

  /** Nothing to find and nothing found is 1. */
  private static double ratio(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  /** Lower and upper end of Wilson's 95 % interval for {@code successes} of {@code trials}; [0, 1] without trials. */
  public static double[] wilson(int successes, int trials) {
    if (trials == 0) {
      return new double[] {0, 1};
    }
    double p = (double) successes / trials;
    double z2 = Z * Z;
    double centre = (p + z2 / (2 * trials)) / (1 + z2 / trials);
    double half = Z * Math.sqrt(p * (1 - p) / trials + z2 / (4.0 * trials * trials)) / (1 + z2 / trials);
    return new double[] {Math.max(0, centre - half), Math.min(1, centre + half)};
  }

  /** One line: precision and recall with their intervals, F1 and the counts. */
  public String line() {
    double[] p = wilson(right, right + wrong);
    double[] r = wilson(right, right + missed);
    return String.format(Locale.ROOT, "P %.2f [%.2f-%.2f]  R %.2f [%.2f-%.2f]  F1 %.2f  (%d right, %d wrong, %d missed)",
        precision(), p[0], p[1], recall(), r[0], r[1], f1(), right, wrong, missed);
  }
}
