// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/**
 * What a solve needs, estimated from sizes before anything is built.
 *
 * @param pairs (node, step) pairs; at most {@link #MOST_PAIRS}, for they are numbered by an int
 * @param leastBytes memory even if nobody moves: problem, adjacency, the proof's marks
 * @param mostBytes memory if every arc carries people and the search over steps meets every node; in practice a third or less of what is above {@code leastBytes}
 */
public record Footprint(long pairs, long leastBytes, long mostBytes) {
  /** More (node, step) pairs than this are refused. */
  public static final long MOST_PAIRS = Integer.MAX_VALUE - 64L;

  private static final int BYTES_PER_NODE = 150;
  private static final int BYTES_PER_ARC = 100;

  /** Nodes, arcs and the last step; sums that do not fit a long count as the largest long. */
  public static Footprint of(long nodes, long arcs, long horizon) {
    double steps = horizon + 1.0;
    double pairs = nodes * steps;
    double least = pairs / 8 + (double) BYTES_PER_NODE * nodes + (double) BYTES_PER_ARC * arcs;
    return new Footprint((long) pairs, (long) least, (long) (least + 4.0 * steps * (arcs + nodes)));
  }

  static Footprint of(FlowProblem p) {
    return of(p.nodes(), p.arcs(), p.horizon());
  }

  void orRefuse() {
    if (pairs > MOST_PAIRS) {
      throw new IllegalArgumentException("nodes x (horizon + 1) must be at most " + MOST_PAIRS + ", got " + pairs
          + ": use longer steps or a smaller network");
    }
  }
}
