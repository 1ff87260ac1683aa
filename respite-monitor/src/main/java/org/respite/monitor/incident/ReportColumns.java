// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Reports as columns of numbers, so that millions of pairs can be compared. Reports are in order of when they happened. */
final class ReportColumns {
  /** Three precisions by four levels of time, the same of distance, two of kind. */
  static final int PATTERNS = 12 * 12 * 2;

  /** Spreads that separate the three precisions: seconds, metres. */
  private static final double[] TIME_CLASSES = {2700, 7200};
  private static final double[] PLACE_CLASSES = {700, 2500};
  private static final int UNLINKED_DRAWS = 40_000;
  private static final int FEWEST_UNLINKED = 500;
  private static final double LEAST_S = 600;
  private static final double LEAST_M = 150;

  private static final long BLOCK_S = 8 * 3600;
  private static final double BLOCK_M = 12_000;
  private static final double EARTH_M = 6_371_000;
  private static final double UNKNOWN_M = 3_000;

  /** Takes one pair that may be of one incident, with its pattern of agreement. */
  interface PairTaker {
    void take(int i, int j, int pattern);
  }

  private final int size;
  private final long[] from;
  private final long[] to;
  private final double[] x;
  private final double[] y;
  private final double[] radius;
  private final int[] place;
  private final int[] source;
  private final int[] kind;
  private long longest;

  ReportColumns(List<Report> reports) {
    size = reports.size();
    from = new long[size];
    to = new long[size];
    x = new double[size];
    y = new double[size];
    radius = new double[size];
    place = new int[size];
    source = new int[size];
    kind = new int[size];
    Map<String, Integer> names = new HashMap<>();
    double middle = reports.stream().filter(r -> r.where().lat().isPresent())
        .mapToDouble(r -> r.where().lat().getAsDouble()).average().orElse(0);
    for (int i = 0; i < size; i++) fill(i, reports.get(i), names, Math.cos(Math.toRadians(middle)));
  }

  private void fill(int i, Report r, Map<String, Integer> names, double narrowing) {
    from[i] = r.when().from().getEpochSecond();
    to[i] = r.when().to().getEpochSecond();
    longest = Math.max(longest, to[i] - from[i]);
    x[i] = r.where().lon().isEmpty() ? Double.NaN : EARTH_M * Math.toRadians(r.where().lon().getAsDouble()) * narrowing;
    y[i] = r.where().lat().isEmpty() ? Double.NaN : EARTH_M * Math.toRadians(r.where().lat().getAsDouble());
    radius[i] = r.where().radiusM().orElse(0);
    place[i] = number(names, r.where().place());
    source[i] = number(names, r.origin().root());
    kind[i] = number(names, r.kind());
  }

  private static int number(Map<String, Integer> names, String name) {
    return name.isEmpty() ? -1 : names.computeIfAbsent(name.toLowerCase(java.util.Locale.ROOT), k -> names.size());
  }

  /** Who first said it, as a number. */
  int[] sources() {
    return source.clone();
  }

  /** All pairs of different sources within the block of time and distance; O(pairs). */
  void pairs(PairTaker taker) {
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size && from[j] - from[i] <= BLOCK_S + longest; j++) {
        if (source[i] == source[j]) continue;
        double gap = 0.5 * Math.abs(from[j] + to[j] - from[i] - to[i]);
        if (gap > BLOCK_S) continue;
        double metres = metres(i, j);
        if (metres > BLOCK_M) continue;
        int pattern = field(gap, seconds(i, j), TIME_CLASSES) * 24 + field(metres, spread(i, j), PLACE_CLASSES) * 2;
        taker.take(i, j, pattern + (kind[i] == kind[j] ? 0 : 1));
      }
    }
  }

  /**
   * How often different incidents agree: levels of pairs more than a day apart, as if their times lay anywhere in the block.
   * Sampled with a fixed seed. {@code usual} where there are too few such pairs, and as one pseudo-pair in twenty.
   */
  double[][] unlinked(double[][] usual) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(size);
    double[][] n = new double[usual.length][];
    for (int f = 0; f < n.length; f++) n[f] = usual[f].clone();
    int pairs = 0;
    for (int draw = 0; draw < UNLINKED_DRAWS && size > 1; draw++) {
      int i = random.nextInt(size);
      int j = random.nextInt(size);
      double metres = metres(i, j);
      if (Math.abs(from[i] - from[j]) < 86_400 || metres > BLOCK_M) continue;
      n[0][field(random.nextDouble() * BLOCK_S, seconds(i, j), TIME_CLASSES)] += 1;
      n[1][field(metres, spread(i, j), PLACE_CLASSES)] += 1;
      n[2][kind[i] == kind[j] ? 0 : 1] += 1;
      pairs++;
    }
    if (pairs < FEWEST_UNLINKED) return usual;
    for (int f = 0; f < n.length; f++) {
      for (int l = 0; l < n[f].length; l++) n[f][l] = (n[f][l] - usual[f][l] + 0.05 * pairs * usual[f][l]) / (1.05 * pairs);
    }
    return n;
  }

  /** Spread of the difference of two times, seconds. */
  private double seconds(int i, int j) {
    return Math.sqrt(square(0.5 * (to[i] - from[i])) + square(0.5 * (to[j] - from[j])) + LEAST_S * LEAST_S);
  }

  /** Spread of the distance of two points, metres. */
  private double spread(int i, int j) {
    return Math.sqrt(square(radius[i]) + square(radius[j]) + LEAST_M * LEAST_M);
  }

  /** Metres between the points; 0 for one named place, a middling distance where nothing is known. */
  private double metres(int i, int j) {
    double dx = x[i] - x[j];
    if (Double.isNaN(dx)) return place[i] >= 0 && place[i] == place[j] ? 0 : UNKNOWN_M;
    double dy = y[i] - y[j];
    return Math.sqrt(dx * dx + dy * dy);
  }

  private static double square(double v) {
    return v * v;
  }

  /** Precision class of the pair, and its distance in units of its spread: 0 to 11. */
  private static int field(double distance, double spread, double[] classes) {
    double z = distance / spread;
    int level = z <= 1 ? 0 : z <= 2 ? 1 : z <= 3.5 ? 2 : 3;
    int precision = spread <= classes[0] ? 0 : spread <= classes[1] ? 1 : 2;
    return precision * 4 + level;
  }

  /** Levels of the three fields behind a pattern. */
  static int[] levels(int pattern) {
    return new int[] {pattern / 24, pattern / 2 % 12, pattern % 2};
  }
}
