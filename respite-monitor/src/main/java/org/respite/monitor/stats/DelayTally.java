// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/**
 * Delays as they are seen by now, gathered one by one: for each delay how many have exactly that one, and how many have it or a shorter one among
 * those old enough to have shown it. That is all the right-truncated law needs, so no table of bins by delays is kept. O(1) for each delay.
 */
public final class DelayTally {
  private final int now;
  private final int longest;
  private final double[] at;
  /** Steps of {@link #upTo}: what begins to count at a delay, less what ends before it. */
  private final double[] step;

  /**
   * @param now bin of the present
   * @param longest longest delay kept, bins; longer ones are counted as that long
   */
  public DelayTally(int now, int longest) {
    this.now = now;
    this.longest = longest;
    at = new double[longest + 1];
    step = new double[longest + 2];
  }

  /** So many events of one bin with one delay, both in bins from 0; those that cannot have been seen yet are left out. */
  public void add(int bin, int delay, double events) {
    if (bin + delay > now) return;
    int d = Math.min(delay, longest);
    at[d] += events;
    step[d] += events;
    step[Math.min(now - bin, longest) + 1] -= events;
  }

  private double[] upTo() {
    double[] all = new double[longest + 1];
    double sum = 0;
    for (int d = 0; d <= longest; d++) all[d] = sum += step[d];
    return all;
  }

  /** How many delays were seen. */
  public double size() {
    double sum = 0;
    for (double a : at) sum += a;
    return sum;
  }

  public ReportingDelay law() {
    return law(new DelayTally(now, longest), 0);
  }

  /** The law drawn towards that of {@code pool} as by so many delays more that follow it; with none of its own it is the pool's. */
  public ReportingDelay law(DelayTally pool, double weight) {
    double[] mine = upTo();
    double[] theirs = pool.upTo();
    double[] by = new double[longest + 1];
    by[longest] = 1;
    for (int d = longest; d >= 1; d--) {
      double hazard = theirs[d] > 0.5 ? pool.at[d] / theirs[d] : 0;
      double seen = mine[d] + weight;
      by[d - 1] = by[d] * (seen > 1e-9 ? Math.max(0, 1 - (at[d] + weight * hazard) / seen) : 1);
    }
    return new ReportingDelay(by);
  }
}
