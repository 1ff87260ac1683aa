// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.simplify;

import java.util.ArrayList;
import java.util.List;

/**
 * People who are there from certain steps on.
 *
 * @param list by rising step
 */
public record Releases(List<Release> list) {
  static final Releases NONE = new Releases(List.of());

  /** @param step first step at which they may set out */
  public record Release(int step, long people) {}

  public Releases {
    list = List.copyOf(list);
  }

  /** All of them from the first step on. */
  public static Releases of(long people) {
    return people == 0 ? NONE : new Releases(List.of(new Release(0, people)));
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  Releases and(Releases other) {
    List<Release> all = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < list.size() || j < other.list.size()) {
      boolean mine = j == other.list.size() || i < list.size() && list.get(i).step <= other.list.get(j).step;
      Release next = mine ? list.get(i++) : other.list.get(j++);
      if (!all.isEmpty() && all.getLast().step == next.step) all.set(all.size() - 1, new Release(next.step, all.getLast().people + next.people));
      else all.add(next);
    }
    return new Releases(all);
  }

  /** When they enter an arc if everybody goes as soon as it takes them; who could not enter by the last step stays. */
  Releases entering(int capacity, int lastStep) {
    List<Release> out = new ArrayList<>();
    long waiting = 0;
    int next = 0;
    for (int step = list.isEmpty() ? 0 : list.getFirst().step; capacity > 0 && step <= lastStep && (waiting > 0 || next < list.size()); step++) {
      if (waiting == 0) step = Math.max(step, list.get(next).step);
      while (next < list.size() && list.get(next).step <= step) waiting += list.get(next++).people;
      long go = Math.min(waiting, capacity);
      if (go > 0 && step <= lastStep) out.add(new Release(step, go));
      waiting -= go;
    }
    return new Releases(out);
  }

  Releases later(int steps) {
    return new Releases(list.stream().map(r -> new Release(r.step + steps, r.people)).toList());
  }
}
