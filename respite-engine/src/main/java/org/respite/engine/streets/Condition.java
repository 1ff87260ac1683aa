// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Streets as they are in one option and world, by the hour. Two equal ones have equal ways.
 *
 * @param phases in order, the first from minute 0; each holds until the next begins, the last for ever
 */
record Condition(List<Phase> phases) {
  static final Condition UNHARMED = new Condition(List.of(new Phase(0, new BitSet(), Map.of(), Map.of())));

  Condition {
    phases = List.copyOf(phases);
  }

  /**
   * A time in which nothing changes.
   *
   * @param from minute of the timeline
   * @param pace on links that are slow, as a share of the pace on plain street
   * @param extraMm millimetres of plain street that a link costs beside its length
   */
  record Phase(int from, BitSet shut, Map<Integer, Double> pace, Map<Integer, Double> extraMm) {
    /** What a passable link of a given cost costs now. */
    long cost(int link, long plain) {
      if (plain == Ways.NEVER || shut.get(link)) return Ways.NEVER;
      if (pace.isEmpty() && extraMm.isEmpty()) return plain;
      return (long) Math.ceil(plain / pace.getOrDefault(link, 1.0) + extraMm.getOrDefault(link, 0.0));
    }

    private boolean isLike(Phase other) {
      return shut.equals(other.shut) && pace.equals(other.pace) && extraMm.equals(other.extraMm);
    }
  }

  /** Phases that are alike and follow each other are one. */
  static Condition of(List<Phase> phases) {
    List<Phase> kept = new ArrayList<>();
    for (Phase p : phases) if (kept.isEmpty() || !kept.getLast().isLike(p)) kept.add(p);
    return new Condition(kept);
  }

  /** Whether nothing changes in the windows. */
  boolean isSteady() {
    return phases.size() == 1;
  }

  /** Whether nobody passes the link at any time. */
  boolean isShut(int link) {
    return phases.stream().allMatch(p -> p.shut.get(link));
  }

  /** The same with every street passable, as slowly as it is. */
  Condition opened() {
    return new Condition(phases.stream().map(p -> new Phase(p.from, new BitSet(), p.pace, p.extraMm)).toList());
  }

  /** Links that nobody passes at some time. */
  BitSet everShut() {
    BitSet all = new BitSet();
    phases.forEach(p -> all.or(p.shut));
    return all;
  }

  /** Whether nobody passes the link at some time. */
  boolean isEverShut(int link) {
    return phases.stream().anyMatch(p -> p.shut.get(link));
  }

  /** Links that are not the same in all phases. */
  BitSet changing() {
    BitSet changing = new BitSet();
    for (int i = 1; i < phases.size(); i++) {
      Phase before = phases.get(i - 1);
      Phase now = phases.get(i);
      BitSet turned = (BitSet) before.shut.clone();
      turned.xor(now.shut);
      changing.or(turned);
      differing(before.pace, now.pace, changing);
      differing(before.extraMm, now.extraMm, changing);
    }
    return changing;
  }

  private static void differing(Map<Integer, Double> before, Map<Integer, Double> now, BitSet into) {
    before.forEach((l, v) -> into.set(l, into.get(l) || !v.equals(now.get(l))));
    now.forEach((l, v) -> into.set(l, into.get(l) || !v.equals(before.get(l))));
  }
}
