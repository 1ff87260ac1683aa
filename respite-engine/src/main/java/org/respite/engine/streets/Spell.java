// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.ArrayList;
import java.util.List;

/**
 * A time in which a way takes the same whole minutes, whenever in it one sets out.
 *
 * @param from first minute of setting out
 * @param to last minute of setting out, exclusive
 */
public record Spell(int from, int to, int minutes) {
  /** Stands for minutes where there is no way. */
  static final int NEVER = Integer.MAX_VALUE;

  static List<Spell> always(int minutes) {
    return minutes == NEVER ? List.of() : List.of(new Spell(0, Integer.MAX_VALUE, minutes));
  }

  /**
   * @param minutes by minute of setting out; the last one holds for ever
   * @param mayWait whether one may as well set out later: then no time is kept from which one arrives no sooner than from a later one
   */
  static List<Spell> of(int[] minutes, boolean mayWait) {
    List<Spell> all = new ArrayList<>();
    long soonest = Long.MAX_VALUE;
    int end = Integer.MAX_VALUE;
    for (int d = minutes.length - 1; d >= 0; d--) {
      if (minutes[d] != NEVER && !(mayWait && d + (long) minutes[d] >= soonest)) {
        soonest = d + (long) minutes[d];
        boolean goesOn = !all.isEmpty() && all.getFirst().from == end && all.getFirst().minutes == minutes[d];
        if (goesOn) all.set(0, new Spell(d, all.getFirst().to, minutes[d]));
        else all.addFirst(new Spell(d, end, minutes[d]));
      }
      end = d;
    }
    return List.copyOf(all);
  }
}
