// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where the people of each district live: nodes of the graph, each with its part of the district. Parts of a district add up to one. */
final class Homes {
  private final int[][] of;
  private final double[] share;

  /**
   * @param districtOf index per node, -1 where nobody lives
   * @param weight per node, not negative, in any unit
   */
  Homes(int districts, int[] districtOf, double[] weight) {
    share = new double[districtOf.length];
    double[] sum = new double[districts];
    for (int v = 0; v < districtOf.length; v++) if (districtOf[v] >= 0) sum[districtOf[v]] += weight[v];
    for (int v = 0; v < districtOf.length; v++) if (districtOf[v] >= 0 && weight[v] > 0) share[v] = weight[v] / sum[districtOf[v]];
    of = new int[districts][];
    for (int d = 0; d < districts; d++) {
      int district = d;
      of[d] = IntStream.range(0, share.length).filter(v -> share[v] > 0 && districtOf[v] == district).toArray();
    }
  }

  int districts() {
    return of.length;
  }

  /** Nodes where people of the district live. */
  int[] of(int district) {
    return of[district];
  }

  /** Part of its district that lives at the node. */
  double share(int node) {
    return share[node];
  }

  long nodes() {
    return Arrays.stream(of).mapToLong(o -> o.length).sum();
  }
}
