// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SpaceTimeScanTest {
  /** Oracle: every centre, every radius, every length, counted anew from the table. */
  private static double plain(int[][] counts, double[][] distance, double radius, int longest) {
    int all = 0;
    for (int[] row : counts) for (int c : row) all += c;
    double best = 0;
    int bins = counts[0].length;
    for (int centre = 0; centre < counts.length; centre++) {
      for (double reach : distance[centre]) {
        if (reach > radius) continue;
        for (int length = 1; length <= longest; length++) {
          int inside = 0;
          int rows = 0;
          int columns = 0;
          for (int p = 0; p < counts.length; p++) {
            for (int b = 0; b < bins; b++) {
              boolean near = distance[centre][p] <= reach;
              boolean late = b >= bins - length;
              if (near) rows += counts[p][b];
              if (late) columns += counts[p][b];
              if (near && late) inside += counts[p][b];
            }
          }
          best = Math.max(best, SpaceTimeScan.logRatio(inside, (double) rows * columns / all, all));
        }
      }
    }
    return best;
  }

  @Test
  void theFastScanFindsWhatThePlainOneFinds() {
    for (int seed = 0; seed < 50; seed++) {
      var random = new Random(seed);
      int places = 3 + random.nextInt(6);
      int[][] counts = new int[places][5 + random.nextInt(6)];
      double[][] at = new double[places][2];
      double[][] distance = new double[places][places];
      for (int p = 0; p < places; p++) {
        for (int b = 0; b < counts[p].length; b++) counts[p][b] = random.nextInt(4);
        for (int i = 0; i < 2; i++) at[p][i] = random.nextDouble();
      }
      for (int p = 0; p < places; p++) for (int q = 0; q < places; q++) distance[p][q] = Math.hypot(at[p][0] - at[q][0], at[p][1] - at[q][1]);
      double found = SpaceTimeScan.likeliest(counts, distance, 0.6, 4).logRatio();
      assertThat(found).as("seed %d", seed).isCloseTo(plain(counts, distance, 0.6, 4), within(1e-9));
    }
  }
}
