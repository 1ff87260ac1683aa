// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.simplify;

/** What an arc of the simplified streets stands for, down to the original arcs. */
sealed interface Part {
  /** Lays people who enter at a step on the original arcs. */
  void lay(int step, long people, Flow on);

  /** People on the original arcs, by arc and step. */
  record Flow(long[][] entering) {
    void add(int arc, int step, long people) {
      if (people > 0) entering[arc][step] += people;
    }
  }

  /** An original arc. */
  record Single(int arc) implements Part {
    @Override
    public void lay(int step, long people, Flow on) {
      on.add(arc, step, people);
    }
  }

  /** One after the other, without waiting between: neither takes fewer than the whole. */
  record Chain(Part first, int transit, Part then) implements Part {
    @Override
    public void lay(int step, long people, Flow on) {
      first.lay(step, people, on);
      then.lay(step + transit, people, on);
    }
  }

  /** Side by side; the first takes up to its capacity, the other the rest. */
  record Side(Part first, int capacity, Part other) implements Part {
    @Override
    public void lay(int step, long people, Flow on) {
      long one = Math.min(people, capacity);
      first.lay(step, one, on);
      if (people > one) other.lay(step, people - one, on);
    }
  }
}
