// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.eaf;

import org.respite.kernel.flow.Footprint;

/** Judges from the announced sizes, before anything is allocated, whether an instance can be read and solved here. */
final class InstanceSize {
  private InstanceSize() {}

  /** Why not, in words with the estimate; null if it can. */
  static String refusal(long nodes, long arcs, long horizon) {
    Footprint need = Footprint.of(nodes, arcs, horizon);
    long available = Runtime.getRuntime().maxMemory();
    if (need.pairs() > Footprint.MOST_PAIRS) {
      return String.format("%,d nodes x %,d steps are %,d, more than %,d", nodes, horizon + 1, need.pairs(), Footprint.MOST_PAIRS);
    }
    if (need.leastBytes() <= available) return null;
    return String.format("solving needs at least %,d MB, Java may use %,d MB", need.leastBytes() / 1_000_000 + 1, available / 1_000_000);
  }
}
