// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Which reports tell of one incident: sampled from the chances of pairs, or the likeliest. What a draw does to a pair hangs on the two reports
 * alone, so a report more changes nothing among those it has no part in, and only that part is gathered anew ({@link #grownFrom}).
 *
 * <p>O(pairs log pairs) per draw. Deterministic: the order of the reports and the number of threads change nothing.
 */
final class Linkage {
  /** Spread of the log-odds of the fitted share of true pairs over draws. Assumption: a factor of e either way. */
  private static final double FIT_SPREAD = 1.0;
  /** Added to the log-odds of every pair: judging pairs one by one splits incidents of three and more
   * tellings too often. Chosen on invented reports (bench/monitor), where it leaves the count unbiased. */
  private static final double JOINING = 1.0;

  private final int[] source;
  private final long[] id;
  private final int[] row;
  private final int[] first;
  private final int[] second;
  private final double[] logOdds;
  /** How many incidents in each draw, and the likeliest linkage; made on first use. */
  private int[] sizes;
  private int[] likeliest;

  /**
   * @param source by report; two of one source are never one incident
   * @param id by report, of what it says
   * @param pairs in order of the reports
   * @param chance by pattern of a pair
   */
  Linkage(int[] source, long[] id, Pairs pairs, double[] chance) {
    this.source = source;
    this.id = id;
    first = pairs.first();
    second = pairs.second();
    row = new int[source.length + 1];
    for (int i : first) row[i + 1]++;
    for (int i = 0; i < source.length; i++) row[i + 1] += row[i];
    double[] byPattern = new double[chance.length];
    for (int p = 0; p < chance.length; p++) byPattern[p] = logOdds(chance[p]);
    logOdds = pairs.ofPattern(byPattern);
  }

  private Linkage(Linkage of, int[] nodes) {
    source = new int[nodes.length];
    id = new long[nodes.length];
    row = new int[nodes.length + 1];
    int pairs = 0;
    for (int n = 0; n < nodes.length; n++) {
      source[n] = of.source[nodes[n]];
      id[n] = of.id[nodes[n]];
      pairs += of.row[nodes[n] + 1] - of.row[nodes[n]];
    }
    int[] from = new int[pairs];
    int[] to = new int[pairs];
    double[] odds = new double[pairs];
    int size = 0;
    for (int n = 0; n < nodes.length; n++) {
      for (int p = of.row[nodes[n]]; p < of.row[nodes[n] + 1]; p++) {
        int other = Arrays.binarySearch(nodes, of.second[p]);
        if (other < 0) continue;
        from[size] = n;
        to[size] = other;
        odds[size++] = of.logOdds[p];
      }
      row[n + 1] = size;
    }
    first = Arrays.copyOf(from, size);
    second = Arrays.copyOf(to, size);
    logOdds = Arrays.copyOf(odds, size);
  }

  private static double logOdds(double c) {
    double held = Math.clamp(c, 1e-6, 1 - 1e-6);
    return Math.log(held / (1 - held));
  }

  /**
   * Takes over what {@code before} knows of all reports but one, and gathers anew only those that a chain of pairs ties to that one.
   *
   * @param at place of the report that is new
   */
  void grownFrom(Linkage before, int at) {
    int[] nodes = tiedTo(at);
    var now = new Linkage(this, nodes);
    if (before.likeliest != null) {
      likeliest = new int[source.length];
      for (int i = 0; i < before.likeliest.length; i++) likeliest[i < at ? i : i + 1] = before.likeliest[i] < at ? before.likeliest[i] : before.likeliest[i] + 1;
      int[] part = now.likeliest();
      for (int n = 0; n < nodes.length; n++) likeliest[nodes[n]] = nodes[part[n]];
    }
    if (before.sizes == null) return;
    var then = new Linkage(this, Arrays.stream(nodes).filter(n -> n != at).toArray());
    sizes = before.sizes.clone();
    for (int d = 0; d < sizes.length; d++) sizes[d] += now.clusters(now.drawn(d)).size() - then.clusters(then.drawn(d)).size();
  }

  /** The report and all that a chain of pairs ties to it, ascending. */
  private int[] tiedTo(int at) {
    int[] begins = new int[source.length + 1];
    for (int j : second) begins[j + 1]++;
    for (int i = 0; i < source.length; i++) begins[i + 1] += begins[i];
    int[] earlier = new int[second.length];
    int[] filled = begins.clone();
    for (int p = 0; p < second.length; p++) earlier[filled[second[p]]++] = first[p];
    var tied = new BitSet(source.length);
    var open = new ArrayDeque<Integer>();
    tied.set(at);
    open.add(at);
    while (!open.isEmpty()) {
      int i = open.remove();
      for (int p = row[i]; p < row[i + 1]; p++) if (!tied.get(second[p])) open.add(mark(tied, second[p]));
      for (int p = begins[i]; p < begins[i + 1]; p++) if (!tied.get(earlier[p])) open.add(mark(tied, earlier[p]));
    }
    return tied.stream().toArray();
  }

  private static int mark(BitSet tied, int node) {
    tied.set(node);
    return node;
  }

  /** One sampled linkage: for each report the index of the first report of its incident. Same seed, same linkage. */
  int[] draw(long seed) {
    return clusters(drawn(seed)).roots();
  }

  /** The likeliest linkage. Not to be changed by the caller. */
  int[] likeliest() {
    if (likeliest == null) {
      double[] odds = new double[logOdds.length];
      for (int p = 0; p < odds.length; p++) odds[p] = logOdds[p] + JOINING;
      likeliest = clusters(odds).roots();
    }
    return likeliest;
  }

  /** How many incidents there are in each of so many draws. */
  int[] sizes(int draws) {
    if (sizes == null || sizes.length != draws) {
      sizes = new int[draws];
      for (int d = 0; d < draws; d++) sizes[d] = clusters(drawn(d)).size();
    }
    return sizes.clone();
  }

  private double[] drawn(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    double[] odds = new double[logOdds.length];
    double shift = JOINING + FIT_SPREAD * random.nextGaussian(); // how common true pairs are is itself only fitted
    long key = random.nextLong();
    for (int p = 0; p < odds.length; p++) {
      double u = ((mixed(id[first[p]] ^ mixed(id[second[p]] ^ key)) >>> 11) + 0.5) * 0x1p-53;
      odds[p] = logOdds[p] + shift + Math.log(u / (1 - u)); // without the shift positive with exactly the pair's chance
    }
    return odds;
  }

  /** Finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  static long mixed(long z) {
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  /** Joins the strongest pairs first, where all pairs across speak for it together. */
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
}
