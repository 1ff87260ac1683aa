// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Reports as columns of numbers, so that millions of pairs can be compared. Holds at most 16 million. */
final class ReportColumns {
  /** Three precisions by four levels of time, the same of distance, two of kind. */
  static final int PATTERNS = 12 * 12 * 2;

  /** Spreads that separate the three precisions: s², m². */
  private static final double[] TIME_CLASSES = {2700.0 * 2700, 7200.0 * 7200};
  private static final double[] PLACE_CLASSES = {700.0 * 700, 2500.0 * 2500};
  /** Partners kept for one report among those after it: more independent sources than that tell of nothing. Bounds memory under a flood. */
  private static final int MOST_PARTNERS = 64;
  /** Where levels end, in squared spreads. */
  private static final double[] LEVELS = {1, 4, 12.25};
  /** Reports whose pairs are counted to fit how common true pairs are. */
  private static final int ROWS_COUNTED = 8_000;
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
  /** Columns are in order of the middle of the time; {@code report} is the place in the list. Squared: half the span, and the radius. */
  private final int[] report;
  private final double[] middle;
  private final double[] halfSpan;
  private final double[] x;
  private final double[] y;
  private final double[] radius;
  private final int[] place;
  private final int[] source;
  private final int[] kind;
  private double longest;
  private boolean leftOut;

  /** @param centre latitude at which degrees of longitude are measured ({@link FireColumns#centre}) */
  ReportColumns(List<Report> reports, double centre) {
    size = reports.size();
    report = order(reports);
    middle = new double[size];
    halfSpan = new double[size];
    x = new double[size];
    y = new double[size];
    radius = new double[size];
    place = new int[size];
    source = new int[size];
    kind = new int[size];
    Map<String, Integer> names = new HashMap<>();
    for (int i = 0; i < size; i++) fill(i, reports.get(report[i]), names, Math.cos(Math.toRadians(centre)));
  }

  private static int[] order(List<Report> reports) {
    long[] keys = new long[reports.size()];
    for (int i = 0; i < keys.length; i++) keys[i] = twiceMiddle(reports.get(i)) << 24 | i;
    java.util.Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < keys.length; i++) order[i] = (int) (keys[i] & 0xFFFFFF);
    return order;
  }

  private static long twiceMiddle(Report r) {
    return r.when().from().getEpochSecond() + r.when().to().getEpochSecond();
  }

  private void fill(int i, Report r, Map<String, Integer> names, double narrowing) {
    middle[i] = 0.5 * twiceMiddle(r);
    halfSpan[i] = square(0.5 * (r.when().to().getEpochSecond() - r.when().from().getEpochSecond()));
    longest = Math.max(longest, halfSpan[i]);
    x[i] = r.where().lon().isEmpty() ? Double.NaN : EARTH_M * Math.toRadians(r.where().lon().getAsDouble()) * narrowing;
    y[i] = r.where().lat().isEmpty() ? Double.NaN : EARTH_M * Math.toRadians(r.where().lat().getAsDouble());
    radius[i] = square(r.where().radiusM().orElse(0));
    place[i] = number(names, r.where().place());
    source[i] = number(names, r.origin().root());
    kind[i] = number(names, r.kind());
  }

  private static int number(Map<String, Integer> names, String name) {
    return name.isEmpty() ? -1 : names.computeIfAbsent(name.toLowerCase(java.util.Locale.ROOT), k -> names.size());
  }

  /** All pairs of different sources within the block of time and distance whose pattern is wanted; O(pairs in the block of time). */
  void pairs(boolean[] wanted, PairTaker taker) {
    boolean[] times = times(wanted);
    double reach = reach(times);
    for (int i = 0; i < size; i++) pairsOf(i, wanted, times, reach, MOST_PARTNERS, taker);
  }

  /** Whether some report had more partners than are kept. */
  boolean leftPartnersOut() {
    return leftOut;
  }

  /** How often each pattern occurs; with many reports counted on every so many-th only, which is enough to fit one share. */
  double[] patterns() {
    boolean[] all = new boolean[PATTERNS];
    java.util.Arrays.fill(all, true);
    double[] weights = new double[PATTERNS];
    int step = Math.max(1, size / ROWS_COUNTED);
    for (int i = 0; i < size; i += step) pairsOf(i, all, all, BLOCK_S, size, (f, j, pattern) -> weights[pattern] += step);
    return weights;
  }

  /** Pairs of one report with those after it in the order. Squares are compared, so that no root is drawn. */
  private void pairsOf(int i, boolean[] wanted, boolean[] wantedTimes, double reach, int most, PairTaker taker) {
    double end = middle[i] + reach;
    int taken = 0;
    for (int j = i + 1; j < size && middle[j] <= end; j++) {
      int pattern = pattern(i, j, wanted, wantedTimes);
      if (pattern < 0) continue;
      taker.take(Math.min(report[i], report[j]), Math.max(report[i], report[j]), pattern);
      if (++taken < most) continue;
      leftOut = true;
      return;
    }
  }

  /** Of two reports, the second not before the first in the order; negative where they are of one source, too far apart or not of a wanted pattern. */
  private int pattern(int i, int j, boolean[] wanted, boolean[] wantedTimes) {
    if (source[i] == source[j]) return -1;
    double gap = middle[j] - middle[i];
    int time = field(gap * gap, seconds(i, j), TIME_CLASSES) * 24 + (kind[i] == kind[j] ? 0 : 1);
    if (!wantedTimes[time]) return -1;
    double metres = metres(i, j);
    if (metres > BLOCK_M * BLOCK_M) return -1;
    int pattern = time + field(metres, spread(i, j), PLACE_CLASSES) * 2;
    return wanted[pattern] ? pattern : -1;
  }

  /** All pairs of those reports that have the given one of the list for a partner, and its own: whoever has no part in it has the pairs it had. */
  void pairsAround(int one, boolean[] wanted, PairTaker taker) {
    boolean[] times = times(wanted);
    double reach = reach(times);
    int at = 0;
    while (report[at] != one) at++;
    for (int i = at - 1; i >= 0 && middle[at] - middle[i] <= reach; i--) {
      if (pattern(i, at, wanted, times) >= 0) pairsOf(i, wanted, times, reach, MOST_PARTNERS, taker);
    }
    pairsOf(at, wanted, times, reach, MOST_PARTNERS, taker);
  }

  /** How far apart in time two reports with a wanted pattern can lie, seconds. */
  private double reach(boolean[] times) {
    double reach = 0;
    for (int p = 0; p < PATTERNS; p++) {
      int level = p / 24 % 4;
      int precision = p / 24 / 4;
      double coarsest = precision < 2 ? TIME_CLASSES[precision] : 2 * longest + LEAST_S * LEAST_S;
      if (times[p]) reach = Math.max(reach, level < 3 ? Math.sqrt(LEVELS[level] * coarsest) : BLOCK_S);
    }
    return Math.min(reach, BLOCK_S);
  }

  /** Whether any pattern with that time and kind is wanted, whatever the distance. */
  private static boolean[] times(boolean[] wanted) {
    boolean[] times = new boolean[PATTERNS];
    for (int p = 0; p < PATTERNS; p++) times[p / 24 * 24 + p % 2] |= wanted[p];
    return times;
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
      double gap = random.nextDouble() * BLOCK_S;
      if (Math.abs(middle[i] - middle[j]) < 86_400 || metres > BLOCK_M * BLOCK_M) continue;
      n[0][field(gap * gap, seconds(i, j), TIME_CLASSES)] += 1;
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

  /** Spread of the difference of two times, s². */
  private double seconds(int i, int j) {
    return halfSpan[i] + halfSpan[j] + LEAST_S * LEAST_S;
  }

  /** Spread of the distance of two points, m². */
  private double spread(int i, int j) {
    return radius[i] + radius[j] + LEAST_M * LEAST_M;
  }

  /** Distance between the points, m²; 0 for one named place, a middling one where nothing is known. */
  private double metres(int i, int j) {
    double dx = x[i] - x[j];
    if (Double.isNaN(dx)) return place[i] >= 0 && place[i] == place[j] ? 0 : UNKNOWN_M * UNKNOWN_M;
    double dy = y[i] - y[j];
    return dx * dx + dy * dy;
  }

  private static double square(double v) {
    return v * v;
  }

  /** Precision class of the pair, and its distance in units of its spread, both given squared: 0 to 11. */
  private static int field(double distance, double spread, double[] classes) {
    // sums, not branches: which way they go cannot be foretold, and millions of pairs pass here
    int level = (distance > spread ? 1 : 0) + (distance > LEVELS[1] * spread ? 1 : 0) + (distance > LEVELS[2] * spread ? 1 : 0);
    int precision = (spread > classes[0] ? 1 : 0) + (spread > classes[1] ? 1 : 0);
    return precision * 4 + level;
  }

  /** Whether two reports are near enough in time to be compared at all. */
  static boolean mayMeet(Report a, Report b) {
    return Math.abs(twiceMiddle(a) - twiceMiddle(b)) <= 2 * BLOCK_S;
  }

  /** Whether a pattern lies further apart, in time or on the ground, than the errors of two tellings of one incident allow. */
  static boolean tooFar(int pattern) {
    return pattern / 24 % 4 == 3 || pattern / 2 % 12 % 4 == 3;
  }

  /** Levels of the three fields behind a pattern. */
  static int[] levels(int pattern) {
    return new int[] {pattern / 24, pattern / 2 % 12, pattern % 2};
  }
}
