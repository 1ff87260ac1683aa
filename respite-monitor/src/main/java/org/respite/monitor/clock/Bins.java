// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

/**
 * Equal bins of time with what was seen in each and what a war would have shown there.
 *
 * <p>A bin nobody reported on is <em>unseen</em>: it carries no count, and never a zero.
 */
public final class Bins {
  private static final int UNSEEN = -1;
  /** Keeps the logarithm finite where nothing can have arrived yet, and is far too small to weigh anything. */
  private static final double NOTHING_EXPECTED = 1e-9;

  private final double hours;
  private final int[] counts;
  private final double[] expected;
  private final double[] shapes;
  private final double[] announcedStart;
  private final double[] plannedEnd;
  private boolean onlyAnnounced;
  private int burst = 1;

  /** @param hours length of each bin, > 0; all bins begin unseen */
  public Bins(int size, double hours) {
    this.hours = hours;
    counts = new int[size];
    java.util.Arrays.fill(counts, UNSEEN);
    expected = new double[size];
    shapes = new double[size];
    announcedStart = new double[size];
    plannedEnd = new double[size];
  }

  /** Records what was seen: {@code count} ≥ 0 where a war shows {@code mean} ≥ 0 on average with this shape. */
  public void see(int bin, int count, double mean, double shape) {
    counts[bin] = count;
    expected[bin] = Math.max(mean, NOTHING_EXPECTED);
    shapes[bin] = shape;
  }

  /** Chance that the announced pause begins in this bin, given that it has not begun before. [0,1] */
  public void announce(int bin, double chance) {
    announcedStart[bin] = chance;
  }

  /** The question is whether the announced pause is kept: no pause begins at any other time. */
  public void askOnlyAnnounced() {
    onlyAnnounced = true;
  }

  /** Bursts of fire last {@code bins} bins: the shape given with each bin is then that of a burst. */
  public void burstsOf(int bins) {
    burst = bins;
  }

  int burst() {
    return burst;
  }

  boolean onlyAnnounced() {
    return onlyAnnounced;
  }

  /** Chance that the pause ends with this bin's beginning because it was only agreed until then. [0,1] */
  public void planEnd(int bin, double chance) {
    plannedEnd[bin] = chance;
  }

  public int size() {
    return counts.length;
  }

  public double hours() {
    return hours;
  }

  double days() {
    return hours / 24;
  }

  boolean seen(int bin) {
    return counts[bin] != UNSEEN;
  }

  int count(int bin) {
    return counts[bin];
  }

  double expected(int bin) {
    return expected[bin];
  }

  double shape(int bin) {
    return shapes[bin];
  }

  /** Shape of the burst that begins in this bin: that of its first bin that was seen; of one nobody saw anything of, 1, which then weighs nothing. */
  double burstShape(int bin) {
    for (int b = bin; b < Math.min(size(), bin + burst); b++) if (seen(b)) return shapes[b];
    return 1;
  }

  double announcedStart(int bin) {
    return announcedStart[bin];
  }

  double plannedEnd(int bin) {
    return plannedEnd[bin];
  }

  /** The same bins with {@code extra} more behind them, unseen. */
  public Bins extended(int extra) {
    var longer = new Bins(size() + extra, hours);
    longer.onlyAnnounced = onlyAnnounced;
    longer.burst = burst;
    System.arraycopy(counts, 0, longer.counts, 0, size());
    System.arraycopy(expected, 0, longer.expected, 0, size());
    System.arraycopy(shapes, 0, longer.shapes, 0, size());
    System.arraycopy(announcedStart, 0, longer.announcedStart, 0, size());
    System.arraycopy(plannedEnd, 0, longer.plannedEnd, 0, size());
    return longer;
  }
}
