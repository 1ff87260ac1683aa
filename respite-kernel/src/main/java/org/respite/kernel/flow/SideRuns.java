// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Writes which steps of a node are on the sink side as runs, in the shape of {@link CutOverTime}. */
final class SideRuns {
  private final int steps;
  private final int[] buffer;

  SideRuns(int steps) {
    this.steps = steps;
    buffer = new int[steps + 1];
  }

  /** First step and end of each run of steps inside, in order; null for none. */
  int[] of(IntPredicate inside) {
    int count = 0;
    for (int t = 0; t < steps; t++) if (inside.test(t) != ((count & 1) == 1)) buffer[count++] = t;
    if ((count & 1) == 1) buffer[count++] = steps;
    return count == 0 ? null : Arrays.copyOf(buffer, count);
  }
}
