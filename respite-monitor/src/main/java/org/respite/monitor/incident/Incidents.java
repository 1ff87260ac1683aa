// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.respite.monitor.stats.Agreement;

/**
 * From reports to incidents by sampled linkage. Pairs within eight hours and twelve kilometres are compared on time, distance
 * and kind; weights are fitted by expectation maximisation on the theatre's own pairs; two reports of one source are never
 * one incident, and a copy counts as the source it was copied from.
 *
 * <p>O(pairs) per draw. Deterministic: the order of the reports and the number of threads change nothing.
 */
public final class Incidents {
  static final int DRAWS = 200;
  private static final long BLOCK_S = 8 * 3600;
  private static final double BLOCK_M = 12_000;
  private static final double EARTH_M = 6_371_000;
  private static final double[][] MATCH = {{0.60, 0.25, 0.10, 0.05}, {0.55, 0.30, 0.10, 0.05}, {0.9, 0.1}};
  private static final double[][] OTHER = {{0.08, 0.17, 0.25, 0.50}, {0.08, 0.17, 0.25, 0.50}, {0.5, 0.5}};

  private final List<Report> reports;
  private final int[] first;
  private final int[] second;
  private final double[] chance;

  private Incidents(List<Report> reports, int[] first, int[] second, double[] chance) {
    this.reports = reports;
    this.first = first;
    this.second = second;
    this.chance = chance;
  }

  /** Reports of fire, in an order of their own. */
  public static Incidents of(List<Report> all) {
    var fire = new ArrayList<>(all.stream().filter(Report::isFire).toList());
    fire.sort(Comparator.comparing((Report r) -> r.when().from()).thenComparing(Report::received)
        .thenComparing(r -> r.origin().source()).thenComparing(Report::kind).thenComparing(r -> r.where().place())
        .thenComparing(r -> r.where().lat().orElse(0)).thenComparing(r -> r.where().lon().orElse(0)));
    var pairs = new ArrayList<int[]>();
    for (int i = 0; i < fire.size(); i++) pairsOf(fire, i, pairs);
    int[][] levels = new int[pairs.size()][];
    double[] ones = new double[pairs.size()];
    Arrays.fill(ones, 1);
    for (int p = 0; p < levels.length; p++) levels[p] = levels(fire.get(pairs.get(p)[0]), fire.get(pairs.get(p)[1]));
    Agreement fields = new Agreement(MATCH, OTHER, 0.1);
    if (levels.length >= 200) fields = fields.fitted(levels, ones, 30);
    double[] chance = new double[levels.length];
    for (int p = 0; p < chance.length; p++) {
      boolean copy = fire.get(pairs.get(p)[0]).origin().root().equals(fire.get(pairs.get(p)[1]).origin().root());
      chance[p] = copy ? Math.max(0.9, fields.chance(levels[p])) : fields.chance(levels[p]);
    }
    return new Incidents(List.copyOf(fire), column(pairs, 0), column(pairs, 1), chance);
  }

  private static int[] column(List<int[]> pairs, int c) {
    return pairs.stream().mapToInt(p -> p[c]).toArray();
  }

  private static void pairsOf(List<Report> fire, int i, List<int[]> pairs) {
    Report a = fire.get(i);
    for (int j = i + 1; j < fire.size(); j++) {
      Report b = fire.get(j);
      if (gapSeconds(a, b) > BLOCK_S) {
        if (b.when().from().getEpochSecond() - a.when().to().getEpochSecond() > BLOCK_S) break;
        continue;
      }
      if (a.origin().source().equals(b.origin().source())) continue;
      if (distance(a, b).orElse(0) <= BLOCK_M) pairs.add(new int[] {i, j});
    }
  }

  /** Seconds between the two intervals; 0 where they overlap. */
  private static long gapSeconds(Report a, Report b) {
    long ab = b.when().from().getEpochSecond() - a.when().to().getEpochSecond();
    long ba = a.when().from().getEpochSecond() - b.when().to().getEpochSecond();
    return Math.max(0, Math.max(ab, ba));
  }

  /** Metres between the points, less their radii; empty where a point is missing. */
  static OptionalDouble distance(Report a, Report b) {
    if (a.where().lat().isEmpty() || b.where().lat().isEmpty()) {
      boolean same = !a.where().place().isEmpty() && a.where().place().equalsIgnoreCase(b.where().place());
      return same ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
    double lat = Math.toRadians(a.where().lat().getAsDouble() - b.where().lat().getAsDouble());
    double lon = Math.toRadians(a.where().lon().getAsDouble() - b.where().lon().getAsDouble())
        * Math.cos(Math.toRadians(a.where().lat().getAsDouble()));
    double radii = a.where().radiusM().orElse(0) + b.where().radiusM().orElse(0);
    return OptionalDouble.of(Math.max(0, EARTH_M * Math.hypot(lat, lon) - radii));
  }

  private static int[] levels(Report a, Report b) {
    double minutes = gapSeconds(a, b) / 60.0;
    double metres = distance(a, b).orElse(3000);
    int time = minutes <= 20 ? 0 : minutes <= 60 ? 1 : minutes <= 180 ? 2 : 3;
    int place = metres <= 500 ? 0 : metres <= 1500 ? 1 : metres <= 4000 ? 2 : 3;
    return new int[] {time, place, a.kind().equals(b.kind()) ? 0 : 1};
  }

  public List<Report> reports() {
    return reports;
  }

  /** One sampled linkage: for each report the index of the first report of its incident. Same seed, same linkage. */
  public int[] draw(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var clusters = new Clusters(reports);
    for (int p = 0; p < chance.length; p++) if (random.nextDouble() < chance[p]) clusters.join(first[p], second[p]);
    return clusters.roots();
  }

  /** The likeliest linkage: pairs more likely than not, likeliest first. */
  public int[] likeliest() {
    Integer[] order = new Integer[chance.length];
    for (int p = 0; p < order.length; p++) order[p] = p;
    Arrays.sort(order, Comparator.comparingDouble((Integer p) -> -chance[p]).thenComparing(p -> p));
    var clusters = new Clusters(reports);
    for (int p : order) if (chance[p] > 0.5) clusters.join(first[p], second[p]);
    return clusters.roots();
  }

  /** How many incidents: 5 %, median and 95 % over the draws. */
  public int[] count() {
    int[] n = new int[DRAWS];
    for (int d = 0; d < DRAWS; d++) n[d] = (int) Arrays.stream(draw(d)).distinct().count();
    Arrays.sort(n);
    return new int[] {n[DRAWS / 20], n[DRAWS / 2], n[DRAWS - 1 - DRAWS / 20]};
  }

  /** Groups of reports that never hold one source twice. */
  private static final class Clusters {
    private final int[] root;
    private final Map<Integer, Set<String>> sources = new HashMap<>();
    private final List<Report> reports;

    Clusters(List<Report> reports) {
      this.reports = reports;
      root = new int[reports.size()];
      for (int i = 0; i < root.length; i++) root[i] = i;
    }

    private int find(int i) {
      int r = i;
      while (root[r] != r) r = root[r] = root[root[r]];
      return r;
    }

    private Set<String> sourcesOf(int r) {
      return sources.computeIfAbsent(r, k -> new HashSet<>(Set.of(reports.get(k).origin().source())));
    }

    void join(int a, int b) {
      int ra = find(a);
      int rb = find(b);
      if (ra == rb) return;
      Set<String> left = sourcesOf(ra);
      Set<String> right = sourcesOf(rb);
      for (String s : right) if (left.contains(s)) return;
      int low = Math.min(ra, rb);
      left.addAll(right);
      sources.put(low, left);
      root[Math.max(ra, rb)] = low;
    }

    int[] roots() {
      int[] out = new int[root.length];
      for (int i = 0; i < out.length; i++) out[i] = find(i);
      return out;
    }
  }
}
