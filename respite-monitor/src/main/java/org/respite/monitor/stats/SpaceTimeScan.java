// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

/**
 * The densest cluster in place and time: cylinders over places within a radius, ending now, under the permutation model.
 *
 * <p>Kulldorff et al. (2005), PLoS Medicine 2:e59. Expected counts are row total × column total / all. Geocoding to centroids
 * makes false hot cells.
 *
 * @param centre index of the place in the middle
 * @param places how many places it holds
 * @param bins how many of the last bins it holds
 * @param observed events in it
 * @param expected events expected in it
 * @param logRatio its log likelihood ratio
 */
public record SpaceTimeScan(int centre, int places, int bins, int observed, double expected, double logRatio) {
  /** Of c events in a cylinder where m are expected, among all; zero where not more came than expected. */
  public static double logRatio(double c, double m, double all) {
    if (c <= m) return 0;
    double inside = c * Math.log(c / m);
    return c >= all ? inside : inside + (all - c) * Math.log((all - c) / (all - m));
  }

  /**
   * The likeliest cylinder that reaches the last bin.
   *
   * @param counts events by place and bin
   * @param distance between places, same unit as {@code radius}
   * @param longest most bins; O(places² (log places + longest))
   */
  public static SpaceTimeScan likeliest(int[][] counts, double[][] distance, double radius, int longest) {
    int places = counts.length;
    int bins = counts[0].length;
    double[] rows = new double[places];
    double[] tail = new double[longest + 1];
    int[][] recent = new int[places][longest + 1];
    double all = 0;
    for (int p = 0; p < places; p++) {
      for (int b = 0; b < bins; b++) {
        rows[p] += counts[p][b];
        all += counts[p][b];
      }
      for (int l = 1; l <= longest; l++) {
        recent[p][l] = recent[p][l - 1] + counts[p][bins - l];
        tail[l] += recent[p][l];
      }
    }
    var best = new SpaceTimeScan(0, 0, 0, 0, 0, 0);
    for (int centre = 0; centre < places; centre++) {
      double row = 0;
      int[] seen = new int[longest + 1];
      int held = 0;
      for (int p : byDistance(distance[centre])) {
        if (distance[centre][p] > radius) break;
        row += rows[p];
        held++;
        for (int l = 1; l <= longest; l++) {
          seen[l] += recent[p][l];
          double expected = row * tail[l] / all;
          double ratio = logRatio(seen[l], expected, all);
          if (ratio > best.logRatio) best = new SpaceTimeScan(centre, held, l, seen[l], expected, ratio);
        }
      }
    }
    return best;
  }

  private static int[] byDistance(double[] distance) {
    return java.util.stream.IntStream.range(0, distance.length).boxed()
        .sorted(java.util.Comparator.<Integer>comparingDouble(p -> distance[p]).thenComparing(p -> p)).mapToInt(p -> p).toArray();
  }
}
