// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

/**
 * What the user may set.
 *
 * @param draws worlds to draw, in [1, 100,000]
 * @param seed of the draws
 * @param threads in [1, 256]; never changes a figure
 */
public record Settings(int draws, long seed, int threads) {
  /** Enough that the 5th and 95th percentile rest on twenty worlds each. */
  public static final int DEFAULT_DRAWS = 400;

  public static final long DEFAULT_SEED = 11;

  public Settings {
    require("draws", draws, 1, 100_000);
    require("threads", threads, 1, 256);
  }

  private static void require(String name, int value, int low, int high) {
    if (value < low || value > high) throw new IllegalArgumentException("%s must be in [%d, %d], got %d".formatted(name, low, high, value));
  }
}
