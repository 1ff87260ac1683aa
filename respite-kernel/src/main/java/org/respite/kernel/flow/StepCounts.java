// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/** People per step, stored only over the range of steps that was ever touched. */
final class StepCounts {
  private long[] people = new long[8];
  /** The step of {@code people[0]}, and the end of the touched range. */
  private int from;
  private int to;

  long get(int step) {
    return step < from || step >= to ? 0 : people[step - from];
  }

  /** First step that may be non-zero. */
  int from() {
    return from;
  }

  /** End of the range that may be non-zero. */
  int to() {
    return to;
  }

  void add(int step, long amount) {
    if (from == to) {
      from = step;
      to = step + 1;
    } else if (step < from) {
      growDown(step);
    } else if (step >= to) {
      to = step + 1;
      if (to - from > people.length) people = Arrays.copyOf(people, roomFor(to - from));
    }
    people[step - from] += amount;
  }

  private void growDown(int step) {
    int more = from - step;
    int length = to - from;
    long[] wider = length + more > people.length ? new long[roomFor(length + more)] : people;
    System.arraycopy(people, 0, wider, more, length);
    Arrays.fill(wider, 0, more, 0);
    people = wider;
    from = step;
  }

  private int roomFor(int length) {
    return Math.max(length, people.length + (people.length >> 1));
  }
}
