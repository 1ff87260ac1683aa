// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
  private static final int MANY = 10_000;
  /** Pairs below this chance are not drawn at all. */
  private static final double LEAST_CHANCE = 0.05;
  private static final double LEAST_CHANCE_OF_MANY = 0.2;
  /** How far apart two tellings of one incident lie, in units of their spread: normal in time, Rayleigh in distance. */
  private static final double[][] APART = {{0.66, 0.27, 0.06, 0.01}, {0.40, 0.45, 0.14, 0.01}};

  private static final double SAME_KIND = 0.9;
  /** Two reports whose beginnings lie further apart never meet: eight hours between their middles, and none spans more than a day. */
  private static final Duration LONGEST_REACH = Duration.ofHours(33);

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
  private final FireColumns columns;
  private final Pairs pairs;
  /** Whether what was known earlier has the same pairs and chances: no text was copied, no report had more partners than are kept. */
  private final boolean plain;
  private final Fit fit;
  private final Linkage linkage;

  /** Chances by pattern, the latitude they were measured at, and when the last of the reports they rest on was received. */
  private record Fit(List<Double> byPattern, double centre, Instant until) {
    double[] chances() {
      return byPattern.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  private Incidents(List<Report> reports, FireColumns columns, Pairs pairs, Fit fit, boolean plain) {
    this.fit = fit;
    this.reports = reports;
    this.columns = columns;
    this.pairs = pairs;
    this.plain = plain;
    this.linkage = new Linkage(columns.sources(), columns.ids(), pairs, fit.chances());
  }

  /** Of what a report says, whatever line it stands on. */
  static long id(Report r) {
    long id = Linkage.mixed(r.when().from().toEpochMilli());
    id = Linkage.mixed(id ^ r.received().toEpochMilli());
    id = Linkage.mixed(id ^ (long) r.origin().root().hashCode() << 32 ^ r.origin().source().hashCode());
    id = Linkage.mixed(id ^ (long) r.kind().hashCode() << 32 ^ r.where().place().hashCode());
    return Linkage.mixed(id ^ Double.doubleToLongBits(r.where().lat().orElse(0)) ^ Long.rotateLeft(Double.doubleToLongBits(r.where().lon().orElse(0)), 17));
  }

  /** Reports of fire, in an order of their own, each copied text once. Memory: pairs that have a fair chance only. */
  public static Incidents of(List<Report> all) {
    var fire = List.copyOf(fireOf(all));
    var columns = FireColumns.of(fire);
    double centre = columns.centre();
    var compared = new ReportColumns(fire, centre);
    Fit fit = fit(fire, centre);
    var kept = new Pairs();
    compared.pairs(fair(fit.chances(), fire.size()), kept::add);
    kept.sort();
    boolean plain = all.stream().allMatch(r -> r.origin().copiedFrom().isEmpty()) && !compared.leftPartnersOut();
    return new Incidents(fire, columns, kept, fit, plain);
  }

  /** The same as {@link #of} would give for the reports received by then, without comparing pairs anew where that can be spared. */
  public Incidents asKnownAt(Instant time) {
    long until = FireColumns.micros(time);
    int[] place = new int[reports.size()];
    var known = new ArrayList<Report>();
    for (int i = 0; i < place.length; i++) {
      place[i] = columns.received(i) > until ? FireColumns.NONE : known.size();
      if (place[i] >= 0) known.add(reports.get(i));
    }
    if (known.size() == reports.size()) return this;
    boolean sameFit = known.size() > MANY && Integer.highestOneBit(known.size()) == Integer.highestOneBit(reports.size());
    if (!plain || !sameFit) return of(known);
    FireColumns fewer = columns.moved(place, known.size());
    if (fewer.centre() != fit.centre) return of(known);
    return new Incidents(Collections.unmodifiableList(known), fewer, pairs.moved(place), fit, true);
  }

  /** The same as {@link #of} would give with one report more, comparing that one only where that can be spared. */
  public Incidents with(Report more) {
    if (!more.isFire()) return this;
    var longer = new ArrayList<Report>(reports.size() + 1);
    int found = Collections.binarySearch(reports, more, inOrder());
    int at = found < 0 ? -found - 1 : found + 1;
    longer.addAll(reports.subList(0, at));
    longer.add(more);
    longer.addAll(reports.subList(at, reports.size()));
    boolean sameFit = reports.size() > MANY && Integer.highestOneBit(longer.size()) == Integer.highestOneBit(reports.size())
        && more.received().isAfter(fit.until);
    if (!plain || found >= 0 || !sameFit || !more.origin().copiedFrom().isEmpty()) return of(longer);
    FireColumns grownColumns = columns.with(at, more);
    if (grownColumns.centre() != fit.centre) return of(longer);
    Pairs moved = pairs.shifted(at);
    if (!addPairs(longer, at, moved)) return of(longer);
    var grown = new Incidents(Collections.unmodifiableList(longer), grownColumns, moved, fit, true);
    grown.linkage.grownFrom(linkage, at);
    return grown;
  }

  /** Compares the report at that place with those near to it in time; false where there are more partners than are kept. */
  private boolean addPairs(List<Report> all, int at, Pairs to) {
    var near = new ArrayList<Report>();
    var places = new ArrayList<Integer>();
    Report more = all.get(at);
    int from = at;
    while (from > 0 && all.get(from - 1).when().from().isAfter(more.when().from().minus(LONGEST_REACH))) from--;
    for (int i = from; i < all.size() && all.get(i).when().from().isBefore(more.when().to().plus(LONGEST_REACH)); i++) {
      if (!ReportColumns.mayMeet(all.get(i), more)) continue;
      near.add(all.get(i));
      places.add(i);
    }
    var nearby = new ReportColumns(near, fit.centre);
    nearby.pairsAround(places.indexOf(at), fair(fit.chances(), all.size()), (i, j, p) -> {
      if (places.get(i) == at || places.get(j) == at) to.add(places.get(i), places.get(j), p);
    });
    to.sort();
    return !nearby.leftPartnersOut();
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
  private static Fit fit(List<Report> fire, double centre) {
    List<Report> fitted = fire;
    if (fire.size() > MANY) {
      Comparator<Report> received = Comparator.comparing(Report::received);
      fitted = fire.stream().sorted(received.thenComparing(inOrder())).limit(Integer.highestOneBit(fire.size())).sorted(inOrder()).toList();
    }
    var columns = new ReportColumns(fitted, centre);
    double[] weights = columns.patterns();
    int[][] levels = new int[ReportColumns.PATTERNS][];
    double total = 0;
    for (int p = 0; p < levels.length; p++) {
      levels[p] = ReportColumns.levels(p);
      total += weights[p];
    }
    double[][] other = columns.unlinked(OTHER);
    Agreement fields = new Agreement(matched(other), other, 0.1).withPriorFittedTo(levels, weights, total);
    var byPattern = new ArrayList<Double>();
    for (int p = 0; p < levels.length; p++) byPattern.add(ReportColumns.tooFar(p) ? 0 : fields.chance(levels[p]));
    return new Fit(List.copyOf(byPattern), centre, fitted.stream().map(Report::received).max(Comparator.naturalOrder()).orElse(Instant.MIN));
  }

  private static Comparator<Report> inOrder() {
    return Comparator.comparing((Report r) -> r.when().from()).thenComparing(Report::received)
        .thenComparing(r -> r.origin().root()).thenComparing(r -> r.origin().source()).thenComparing(Report::kind)
        .thenComparing(r -> r.where().place()).thenComparing(r -> r.where().lat().orElse(0))
        .thenComparing(r -> r.where().lon().orElse(0)).thenComparing(r -> r.origin().how());
  }

  /** Of copies of one source on the same hour, kind and place the first stands for all, and none where the original is there; of the same words sent twice, once. */
  private static List<Report> withoutCopies(List<Report> fire) {
    var told = new HashSet<Text>();
    for (Report r : fire) if (r.origin().copiedFrom().isEmpty()) told.add(Text.of(r));
    var kept = new ArrayList<Report>();
    for (Report r : fire) {
      boolean repeated = !kept.isEmpty() && inOrder().compare(kept.getLast(), r) == 0;
      if (!repeated && (r.origin().copiedFrom().isEmpty() || told.add(Text.of(r)))) kept.add(r);
    }
    return kept;
  }

  /** What a copy repeats. */
  private record Text(String root, String kind, String place, long hour) {
    static Text of(Report r) {
      return new Text(r.origin().root(), r.kind(), r.where().place(), Math.floorDiv(r.when().from().getEpochSecond(), 3600));
    }
  }

  public List<Report> reports() {
    return reports;
  }

  /** The same reports as columns of numbers. */
  public FireColumns columns() {
    return columns;
  }

  /** One sampled linkage: for each report the index of the first report of its incident. Same seed, same linkage. */
  public int[] draw(long seed) {
    return linkage.draw(seed);
  }

  /** The likeliest linkage. */
  public int[] likeliest() {
    return linkage.likeliest().clone();
  }

  /** How many incidents there are: quantiles over sampled linkages. */
  public record Count(int low, int median, int high) {}

  /** How many incidents: 5 %, median and 95 % over the draws. */
  public Count count() {
    int draws = reports.size() > MANY ? DRAWS / 10 : DRAWS;
    int[] n = linkage.sizes(draws);
    Arrays.sort(n);
    return new Count(n[draws / 20], n[draws / 2], n[draws - 1 - draws / 20]);
  }
}
