// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.SplittableRandom;

/** Small problems full of what goes wrong: the same seed makes the same problem. */
public final class RandomProblems {
  private RandomProblems() {}

  public static FlowProblem of(long seed) {
    SplittableRandom r = new SplittableRandom(seed);
    int n = 2 + r.nextInt(7);
    int horizon = r.nextInt(10) == 0 ? r.nextInt(3) : 3 + r.nextInt(14);
    FlowProblem.Builder b = FlowProblem.builder(n, horizon);
    int sinks = 1 + r.nextInt(Math.min(2, n - 1));
    for (int v = 0; v < sinks; v++) b.sink(v);
    int storageKind = r.nextInt(4);
    for (int v = 0; v < n; v++) {
      if (storageKind == 0 || storageKind == 3 && r.nextBoolean()) b.storage(v, 0);
      if (storageKind == 2 || storageKind == 3 && r.nextInt(3) == 0) b.storage(v, r.nextInt(6));
    }
    int arcs = r.nextInt(3 * n);
    boolean zeroTransits = r.nextInt(3) == 0;
    int big = r.nextInt(12) == 0 ? Integer.MAX_VALUE : 1 + r.nextInt(9);
    for (int a = 0; a < arcs; a++) {
      int capacity = r.nextInt(8) == 0 ? 0 : 1 + r.nextInt(big);
      int transit = zeroTransits && r.nextInt(2) == 0 ? 0 : 1 + r.nextInt(4);
      b.arc(r.nextInt(n), r.nextInt(n), capacity, transit);
      for (int w = r.nextInt(3); w > 0 && seed % 3 == 0; w--) {
        int from = r.nextInt(horizon + 2);
        b.window(a, from, from + r.nextInt(horizon + 2 - from), r.nextInt(3) == 0 ? 0 : r.nextInt(big));
      }
    }
    int releases = r.nextInt(5);
    for (int i = 0; i < releases; i++) {
      int step = r.nextInt(3) == 0 ? r.nextInt(horizon + 1) : 0;
      long people = r.nextInt(10) == 0 ? r.nextLong(FlowProblem.MOST_PEOPLE / 8) : r.nextInt(60);
      b.supply(sinks + r.nextInt(n - sinks), step, people);
    }
    return b.build();
  }

  /** Towns of 20 to 30 nodes and 40 to 60 steps: long detours, windows, tight waiting places, late releases, homes that run dry. */
  static FlowProblem town(long seed) {
    SplittableRandom r = new SplittableRandom(~seed);
    int n = 20 + r.nextInt(11);
    int horizon = 40 + r.nextInt(21);
    int sinks = 1 + r.nextInt(3);
    FlowProblem.Builder b = FlowProblem.builder(n, horizon);
    for (int v = 0; v < sinks; v++) b.sink(v);
    int storageKind = r.nextInt(3);
    for (int v = 0; v < n; v++) if (storageKind > 0) b.storage(v, storageKind == 1 ? 0 : r.nextInt(4));
    int most = 1 + r.nextInt(6);
    for (int a = n + r.nextInt(3 * n); a >= 0; a--) {
      int transit = r.nextInt(6) == 0 ? 0 : 1 + r.nextInt(5);
      int arc = b.arc(r.nextInt(n), r.nextInt(n), 1 + r.nextInt(most), transit);
      if (seed % 2 == 0 && r.nextInt(3) == 0) {
        int from = r.nextInt(horizon);
        b.window(arc, from, from + 1 + r.nextInt(horizon + 1 - from), r.nextInt(2) * r.nextInt(9));
      }
    }
    for (int i = 3 + r.nextInt(8); i > 0; i--) {
      b.supply(sinks + r.nextInt(n - sinks), r.nextInt(4) == 0 ? r.nextInt(horizon / 2) : 0, 5 + r.nextInt(90));
    }
    return b.build();
  }
}
