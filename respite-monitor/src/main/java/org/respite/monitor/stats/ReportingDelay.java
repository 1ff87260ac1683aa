// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/**
 * How many of the events of a bin have been reported by now: right-truncated product-limit of the delay, through the
 * reverse-time hazard (Lawless 1994; Kalbfleisch and Lawless 1989).
 *
 * O(bins × delays).
 *
 * <p>Assumes that the law of the delay stands. Dividing a count by its share makes zero out of zero reports: that is the
 * false lull itself. The pause clock therefore thins what it expects, and never divides what it sees.
 */
public final class ReportingDelay {
  private final double[] by;

  ReportingDelay(double[] by) {
    this.by = by;
  }

  /**
   * @param triangle reports by bin of the event and bins of delay; row {@code t} is seen up to delay {@code now − t}
   * @param now bin of the present
   * @param longest longest delay kept, bins; longer ones are counted as that long
   */
  public static ReportingDelay of(int[][] triangle, int now, int longest) {
    var tally = new DelayTally(now, longest);
    for (int t = 0; t <= now && t < triangle.length; t++) {
      for (int x = 0; x < triangle[t].length; x++) if (triangle[t][x] > 0) tally.add(t, x, triangle[t][x]);
    }
    return tally.law();
  }

  /** Share of events reported within so many bins, given that they are reported within the longest. [0,1] */
  public double by(int delay) {
    return delay < 0 ? 0 : by[Math.min(delay, by.length - 1)];
  }

  /** The shares by delay; a copy. */
  public double[] table() {
    return by.clone();
  }

  /** Lawless's nowcast, {@code reported / share}: kept as the naive baseline. */
  public double inflate(int reported, int delay) {
    return reported == 0 ? 0 : reported / by(delay);
  }
}
