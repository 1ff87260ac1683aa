// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/**
 * What a solve needs at most, estimated before anything is built.
 *
 * @param pairs (node, step) pairs; at most {@link #MOST_PAIRS}, for they are numbered by an int
 * @param bytes memory at most, if every arc carries people; in practice a third or less
 */
public record Footprint(long pairs, long bytes) {
  /** More (node, step) pairs than this are refused. */
  public static final long MOST_PAIRS = Integer.MAX_VALUE - 64L;

  /** Estimates from sizes alone: 4 bytes per arc and step for the flow, one bit per pair, 100 bytes per node, 60 per arc. */
  public static Footprint of(FlowProblem p) {
    long steps = p.horizon() + 1L;
    long pairs = p.nodes() * steps;
    long windows = 0;
    for (int a = 0; a < p.arcs(); a++) if (p.changesCapacity(a)) windows++;
    return new Footprint(pairs, 4 * steps * (p.arcs() + windows) + pairs / 8 + 100L * p.nodes() + 60L * p.arcs());
  }

  /** A sentence with the numbers. */
  public String inWords() {
    return String.format("%,d places and steps, up to %,d MB", pairs, bytes / 1_000_000 + 1);
  }

  void orRefuse() {
    if (pairs > MOST_PAIRS) {
      throw new IllegalArgumentException(
          "nodes x (horizon + 1) must be at most " + MOST_PAIRS + ", got " + pairs + ": use longer steps or a smaller network");
    }
  }
}
