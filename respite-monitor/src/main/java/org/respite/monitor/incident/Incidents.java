// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.respite.monitor.stats.Agreement;

/**
 * From reports to incidents by sampled linkage. Pairs within eight hours and twelve kilometres are compared on time, distance
 * and kind. How often different incidents agree is taken from pairs more than a day apart, which cannot be one; how common true
 * pairs are is fitted by expectation maximisation (fitting all weights drifts off in dense fire). Two reports of one source are never
 * one incident, and a copy counts as the source it was copied from.
 *
 * <p>O(pairs) per draw. Deterministic: the order of the reports and the number of threads change nothing.
 */
public final class Incidents {
  static final int DRAWS = 200;
  /** Spread of the log-odds of the fitted share of true pairs over draws. Assumption: a factor of e either way. */
  private static final double FIT_SPREAD = 1.0;
  /** Added to the log-odds of every pair: judging pairs one by one splits incidents of three and more
   * tellings too often. Chosen on invented reports (bench/monitor), where it leaves the count unbiased. */
  private static final double JOINING = 1.0;
  private static final int MANY = 10_000;
  /** Pairs below this chance are not drawn at all. */
  private static final double LEAST_CHANCE = 0.05;
  private static final double LEAST_CHANCE_OF_MANY = 0.2;
  /** How far apart two tellings of one incident lie, in units of their spread: normal in time, Rayleigh in distance. */
  private static final double[][] APART = {{0.66, 0.27, 0.06, 0.01}, {0.40, 0.45, 0.14, 0.01}};

  private static final double SAME_KIND = 0.9;

  /** Levels among pairs of two incidents by precision (fine, middling, coarse), where reports are too few to show them. */
  private static final double[][] OTHER = {
    {0.02, 0.02, 0.03, 0.26, 0.06, 0.06, 0.09, 0.12, 0.12, 0.10, 0.08, 0.04},
    {0.002, 0.006, 0.012, 0.313, 0.02, 0.06, 0.10, 0.153, 0.13, 0.15, 0.05, 0.004}, {0.4, 0.6}};

  /** Levels among true pairs: precisions as common as among the others, levels by the law of errors. */
  private static double[][] matched(double[][] other) {
    double[][] match = {new double[12], new double[12], {SAME_KIND, 1 - SAME_KIND}};
    for (int f = 0; f < 2; f++) {
      for (int level = 0; level < 12; level++) {
        int from = level / 4 * 4;
        double precision = other[f][from] + other[f][from + 1] + other[f][from + 2] + other[f][from + 3];
        match[f][level] = precision * APART[f][level % 4];
      }
    }
    return match;
  }

  private final List<Report> reports;
  private final int[] source;
  private final int[] row;
  private final int[] first;
  private final int[] second;
  private final double[] chance;

  private final Pairs pairs;
  private final double[] byPattern;
  /** Whether what was known earlier has the same pairs and chances: no text was copied, no report had more partners than are kept. */
  private final boolean plain;

  private Incidents(List<Report> reports, int[] source, Pairs pairs, double[] byPattern, boolean plain) {
    this.reports = reports;
    this.source = source;
    this.pairs = pairs;
    this.byPattern = byPattern;
    this.plain = plain;
    this.first = pairs.first();
    this.second = pairs.second();
    this.row = new int[reports.size() + 1];
    for (int i : first) row[i + 1]++;
    for (int i = 0; i < reports.size(); i++) row[i + 1] += row[i];
    this.chance = pairs.chance(byPattern);
  }

  /** Reports of fire, in an order of their own, each copied text once. Memory: pairs that have a fair chance only. */
  public static Incidents of(List<Report> all) {
    var fire = List.copyOf(fireOf(all));
    var columns = new ReportColumns(fire);
    double[] byPattern = chances(fire);
    var kept = new Pairs();
    columns.pairs(fair(byPattern, fire.size()), kept::add);
    kept.sort();
    boolean plain = all.stream().allMatch(r -> r.origin().copiedFrom().isEmpty()) && !columns.leftPartnersOut();
    return new Incidents(fire, columns.sources(), kept, byPattern, plain);
  }

  /** The same as {@link #of} would give for the reports received by then, without comparing pairs anew where that can be spared. */
  public Incidents asKnownAt(Instant time) {
    int[] place = new int[reports.size()];
    var known = new ArrayList<Report>();
    for (int i = 0; i < place.length; i++) {
      place[i] = reports.get(i).received().isAfter(time) ? -1 : known.size();
      if (place[i] >= 0) known.add(reports.get(i));
    }
    if (known.size() == reports.size()) return this;
    boolean sameFit = known.size() > MANY && Integer.highestOneBit(known.size()) == Integer.highestOneBit(reports.size());
    if (!plain || !sameFit) return of(known);
    int[] sources = new int[known.size()];
    for (int i = 0; i < place.length; i++) if (place[i] >= 0) sources[place[i]] = source[i];
    return new Incidents(List.copyOf(known), sources, pairs.moved(place), byPattern, true);
  }

  private static List<Report> fireOf(List<Report> all) {
    return withoutCopies(all.stream().filter(Report::isFire).sorted(inOrder()).toList());
  }

  private static boolean[] fair(double[] byPattern, int size) {
    double least = size > MANY ? LEAST_CHANCE_OF_MANY : LEAST_CHANCE;
    boolean[] fair = new boolean[byPattern.length];
    for (int p = 0; p < fair.length; p++) fair[p] = byPattern[p] >= least;
    return fair;
  }

  /**
   * Chance of each pattern. With many reports fitted to those received first, as many as the greatest power of two: then one report more
   * hardly ever changes the linkage of all others, and a verdict of the past needs no fit of its own.
   */
  private static double[] chances(List<Report> fire) {
    List<Report> fitted = fire;
    if (fire.size() > MANY) {
      Comparator<Report> received = Comparator.comparing(Report::received);
      fitted = fire.stream().sorted(received.thenComparing(inOrder())).limit(Integer.highestOneBit(fire.size())).sorted(inOrder()).toList();
    }
    var columns = new ReportColumns(fitted);
    double[] weights = columns.patterns();
    int[][] levels = new int[ReportColumns.PATTERNS][];
    double total = 0;
    for (int p = 0; p < levels.length; p++) {
      levels[p] = ReportColumns.levels(p);
      total += weights[p];
    }
    double[][] other = columns.unlinked(OTHER);
    Agreement fields = new Agreement(matched(other), other, 0.1).withPriorFittedTo(levels, weights, total);
    double[] byPattern = new double[levels.length];
    for (int p = 0; p < levels.length; p++) byPattern[p] = ReportColumns.tooFar(p) ? 0 : fields.chance(levels[p]);
    return byPattern;
  }

  private static Comparator<Report> inOrder() {
    return Comparator.comparing((Report r) -> r.when().from()).thenComparing(Report::received)
        .thenComparing(r -> r.origin().root()).thenComparing(r -> r.origin().source()).thenComparing(Report::kind)
        .thenComparing(r -> r.where().place()).thenComparing(r -> r.where().lat().orElse(0))
        .thenComparing(r -> r.where().lon().orElse(0)).thenComparing(r -> r.origin().how());
  }

  /** Of copies of one source on the same hour, kind and place the first stands for all, and none where the original is there. */
  private static List<Report> withoutCopies(List<Report> fire) {
    var told = new HashSet<Text>();
    for (Report r : fire) if (r.origin().copiedFrom().isEmpty()) told.add(Text.of(r));
    var kept = new ArrayList<Report>();
    for (Report r : fire) if (r.origin().copiedFrom().isEmpty() || told.add(Text.of(r))) kept.add(r);
    return kept;
  }

  /** What a copy repeats. */
  private record Text(String root, String kind, String place, long hour) {
    static Text of(Report r) {
      return new Text(r.origin().root(), r.kind(), r.where().place(), Math.floorDiv(r.when().from().getEpochSecond(), 3600));
    }
  }

  /** Growing columns of pairs. */
  private static final class Pairs {
    /** First and second report, 24 bits each, then the pattern: sorted as they stand they are in order of the reports. */
    private long[] keys = new long[64];
    private int size;

    /** Pairs come by one report after the other, with the others' places on both sides. */
    void add(int i, int j, int p) {
      if (size == keys.length) keys = Arrays.copyOf(keys, 2 * size);
      keys[size++] = (long) i << 40 | (long) j << 16 | p;
    }

    void sort() {
      Arrays.sort(keys, 0, size);
    }

    int[] first() {
      return column(40);
    }

    int[] second() {
      return column(16);
    }

    private int[] column(int shift) {
      int[] column = new int[size];
      for (int k = 0; k < size; k++) column[k] = (int) (keys[k] >>> shift & 0xFFFFFF);
      return column;
    }

    /** Those between reports that have a new place, which keep their order. */
    Pairs moved(int[] place) {
      var moved = new Pairs();
      for (int k = 0; k < size; k++) {
        int i = place[(int) (keys[k] >>> 40)];
        int j = place[(int) (keys[k] >>> 16 & 0xFFFFFF)];
        if (i >= 0 && j >= 0) moved.add(i, j, (int) (keys[k] & 0xFFFF));
      }
      return moved;
    }

    double[] chance(double[] byPattern) {
      double[] chance = new double[size];
      for (int k = 0; k < size; k++) chance[k] = byPattern[(int) (keys[k] & 0xFFFF)];
      return chance;
    }
  }

  public List<Report> reports() {
    return reports;
  }

  /** One sampled linkage: for each report the index of the first report of its incident. Same seed, same linkage. */
  public int[] draw(long seed) {
    return gather(drawnOdds(seed));
  }

  private double[] drawnOdds(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    double[] odds = new double[chance.length];
    double shift = JOINING + FIT_SPREAD * random.nextGaussian(); // how common true pairs are is itself only fitted
    for (int p = 0; p < odds.length; p++) {
      double u = random.nextDouble();
      odds[p] = logOdds(chance[p]) + shift + Math.log(u / (1 - u)); // without the shift positive with exactly this chance
    }
    return odds;
  }

  /** The likeliest linkage. */
  public int[] likeliest() {
    double[] odds = new double[chance.length];
    for (int p = 0; p < odds.length; p++) odds[p] = logOdds(chance[p]) + JOINING;
    return gather(odds);
  }

  private static double logOdds(double c) {
    double held = Math.clamp(c, 1e-6, 1 - 1e-6);
    return Math.log(held / (1 - held));
  }

  /** Joins the strongest pairs first, where all pairs across speak for it together. O(pairs log pairs). */
  private int[] gather(double[] odds) {
    return clusters(odds).roots();
  }

  private Clusters clusters(double[] odds) {
    var clusters = new Clusters(source, row, second, odds);
    int positive = 0;
    for (double o : odds) if (o > 0) positive++;
    long[] order = new long[positive];
    for (int p = 0, n = 0; p < odds.length; p++) {
      if (odds[p] > 0) order[n++] = (long) Float.floatToIntBits((float) -odds[p] + 1e4f) << 32 | p;
    }
    Arrays.sort(order);
    for (long o : order) clusters.join(first[(int) o], second[(int) o]);
    return clusters;
  }

  /** How many incidents there are: quantiles over sampled linkages. */
  public record Count(int low, int median, int high) {}

  /** How many incidents: 5 %, median and 95 % over the draws. */
  public Count count() {
    int draws = reports.size() > MANY ? DRAWS / 10 : DRAWS;
    int[] n = new int[draws];
    for (int d = 0; d < draws; d++) n[d] = clusters(drawnOdds(d)).size();
    Arrays.sort(n);
    return new Count(n[draws / 20], n[draws / 2], n[draws - 1 - draws / 20]);
  }

  /** Groups of reports that never hold one source twice. */
  private static final class Clusters {
    /** Log-odds of a pair that was not worth keeping: further apart than a fair chance allows. */
    private static final double UNKEPT = -4;

    private final int[] root;
    /** Chains of members: the one after, and the last of a root's chain; made on first use, because most reports stand alone. */
    private final int[] next;
    private final int[] last;
    private final int[] source;
    private final int[] row;
    private final int[] second;
    private final double[] odds;
    private int size;

    /** @param row where the pairs of each first report begin in {@code second} and {@code odds} */
    Clusters(int[] source, int[] row, int[] second, double[] odds) {
      this.source = source;
      this.row = row;
      this.second = second;
      this.odds = odds;
      size = source.length;
      root = new int[size];
      next = new int[size];
      last = new int[size];
      for (int i = 0; i < size; i++) {
        root[i] = i;
        last[i] = i;
      }
      Arrays.fill(next, -1);
    }

    int size() {
      return size;
    }

    private double oddsOf(int i, int j) {
      int a = Math.min(i, j);
      int at = Arrays.binarySearch(second, row[a], row[a + 1], Math.max(i, j));
      return at < 0 ? UNKEPT : odds[at];
    }

    void join(int a, int b) {
      int ra = root[a];
      int rb = root[b];
      if (ra == rb) return;
      double sum = 0;
      for (int i = ra; i >= 0; i = next[i]) {
        for (int j = rb; j >= 0; j = next[j]) {
          if (source[i] == source[j]) return;
          sum += oddsOf(i, j);
        }
      }
      if (sum <= 0) return;
      int low = Math.min(ra, rb);
      int high = Math.max(ra, rb);
      for (int i = high; i >= 0; i = next[i]) root[i] = low;
      next[last[low]] = high;
      last[low] = last[high];
      size--;
    }

    int[] roots() {
      return root.clone();
    }
  }
}
