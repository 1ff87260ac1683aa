// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/** The changes that brought people to the sinks at one step, with steps counted back from it, so they can be repeated one step later. */
final class WalkLog {
  private final ResidualFlow flow;
  private Walks old = new Walks();
  private Walks fresh = new Walks();

  WalkLog(ResidualFlow flow) {
    this.flow = flow;
  }

  /** Walks one behind the other: a header of home, moves, people; then move and steps back per move. */
  private static final class Walks {
    int[] item = new int[1024];
    long[] people = new long[64];
    int[] home = new int[64];
    int[] start = new int[65];
    int walks;

    void add(int a, int b) {
      int end = start[walks + 1];
      if (end + 2 > item.length) item = Arrays.copyOf(item, 2 * item.length);
      item[end] = a;
      item[end + 1] = b;
      start[walks + 1] = end + 2;
    }
  }

  void begin(long people) {
    Walks w = fresh;
    if (w.walks == w.people.length) {
      w.people = Arrays.copyOf(w.people, 2 * w.walks);
      w.home = Arrays.copyOf(w.home, 2 * w.walks);
      w.start = Arrays.copyOf(w.start, 2 * w.walks + 1);
    }
    w.people[w.walks] = people;
    w.start[w.walks + 1] = w.start[w.walks];
  }

  void add(int move, int back) {
    fresh.add(move, back);
  }

  void end(int home) {
    fresh.home[fresh.walks++] = home;
  }

  /** Repeats what was logged for step {@code t - 1} as far as it still fits; logs it for step {@code t}. */
  long repeat(int t) {
    Walks swap = old;
    old = fresh;
    fresh = swap;
    fresh.walks = 0;
    long all = 0;
    for (int w = 0; w < old.walks; w++) {
      int home = old.home[w];
      long people = Math.min(old.people[w], flow.atHome[home]);
      for (int i = old.start[w]; i < old.start[w + 1] && people > 0; i += 2) {
        people = Math.min(people, flow.room(old.item[i], t - old.item[i + 1]));
      }
      if (people <= 0) continue;
      begin(people);
      for (int i = old.start[w]; i < old.start[w + 1]; i += 2) {
        flow.make(old.item[i], t - old.item[i + 1], people);
        add(old.item[i], old.item[i + 1]);
      }
      end(home);
      flow.atHome[home] -= people;
      all += people;
    }
    return all;
  }
}
