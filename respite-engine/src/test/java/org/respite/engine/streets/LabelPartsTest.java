// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the search for ways by the hour is made of, each held against the plainest thing that does the same. */
class LabelPartsTest {
  private record Added(long cost, int number) {}

  @Test
  void theQueueGivesTheLeastCostFirstAndEqualOnesInTheOrderAdded() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      CostQueue queue = new CostQueue();
      List<Added> plain = new ArrayList<>();
      long last = 0;
      int number = 0;
      for (int step = 0; step < 200; step++) {
        if (plain.isEmpty() || random.nextInt(3) > 0) {
          Added a = new Added(last + (random.nextBoolean() ? random.nextInt(4) : random.nextLong(1L << random.nextInt(1, 40))), number++);
          queue.add(a.cost, a.number);
          plain.add(a);
        } else {
          Added least = plain.stream().min(Comparator.comparingLong(Added::cost).thenComparingInt(Added::number)).orElseThrow();
          plain.remove(least);
          last = least.cost;
          assertThat(queue.take()).isEqualTo(least.number);
        }
        assertThat(queue.isEmpty()).isEqualTo(plain.isEmpty());
      }
    }
  }

  @Test
  void aCostBelowTheLastOneTakenIsRefused() {
    CostQueue queue = new CostQueue();
    queue.add(5, 1);
    assertThat(queue.take()).isEqualTo(1);
    assertThatThrownBy(() -> queue.add(4, 2)).isInstanceOf(IllegalArgumentException.class).hasMessage("cost must be at least 5, got 4");
  }

  @Test
  void timesKnownAreWhatABitForEachTimeWouldSay() {
    Random random = new Random(7);
    for (int round = 0; round < 400; round++) {
      TimesKnown known = new TimesKnown(2);
      BitSet plain = new BitSet();
      for (int step = 0; step < 40; step++) {
        int first = random.nextInt(100);
        int last = first + random.nextInt(1 + random.nextInt(30));
        assertThat(known.covers(1, first, last)).isEqualTo(plain.nextClearBit(first) > last);
        int gaps = known.gaps(1, first, last);
        BitSet missing = new BitSet();
        for (int g = 0; g < gaps; g++) missing.set((int) known.gap(2 * g), (int) known.gap(2 * g + 1) + 1);
        BitSet expected = new BitSet();
        for (int t = first; t <= last; t++) if (!plain.get(t)) expected.set(t);
        assertThat(missing).isEqualTo(expected);
        long[] found = new long[2 * gaps];
        for (int i = 0; i < found.length; i++) found[i] = known.gap(i);
        for (int g = 0; g < gaps; g++) {
          if (random.nextInt(4) == 0) continue;
          known.add(1, found[2 * g], found[2 * g + 1]);
          plain.set((int) found[2 * g], (int) found[2 * g + 1] + 1);
        }
      }
      assertThat(known.covers(0, 0, 0)).isFalse();
    }
  }
}
