// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.respite.engine.world.Timeline;

/**
 * A time in which a way takes the same whole minutes, whenever in it one sets out.
 *
 * @param from first minute of setting out
 * @param to last minute of setting out, exclusive
 */
public record Spell(int from, int to, int minutes) {
  /** Stands for minutes where there is no way. */
  public static final int NEVER = Integer.MAX_VALUE;

  /** When those are there who set out as soon as this spell and a window allow it, each way within one window; {@link #NEVER} if in none. */
  public int arrives(Timeline timeline) {
    for (Timeline.Open o : timeline.open()) {
      long out = Math.max(o.from(), from);
      if (out < to && out + minutes < o.to()) return (int) out + minutes;
    }
    return NEVER;
  }

  /** For those who may wait where they arrive: whoever comes with this spell is there at any later time as well. */
  public Spell orLater() {
    return new Spell(from, Integer.MAX_VALUE, minutes);
  }

  /** The one with which one can be there first; empty where none is of use. */
  public static Optional<Spell> soonest(List<Spell> spells, Timeline timeline) {
    Spell best = null;
    for (Spell s : spells) if (s.arrives(timeline) < (best == null ? NEVER : best.arrives(timeline))) best = s;
    return Optional.ofNullable(best);
  }

  /** @param minutes by minute of setting out; the last one holds for ever */
  static List<Spell> of(int[] minutes) {
    List<Spell> all = new ArrayList<>();
    for (int d = 0, end; d < minutes.length; d = end) {
      end = d + 1;
      while (end < minutes.length && minutes[end] == minutes[d]) end++;
      if (minutes[d] != NEVER) all.add(new Spell(d, end == minutes.length ? Integer.MAX_VALUE : end, minutes[d]));
    }
    return List.copyOf(all);
  }

  /**
   * The same for people who may as well set out later: no time is kept from which one arrives no sooner than from a later one.
   *
   * @param alike the most minutes that are taken together with fewer, as if all took the most
   */
  static List<Spell> ofWaiting(int[] minutes, IntUnaryOperator alike) {
    int[] kept = minutes.clone();
    long soonest = Long.MAX_VALUE;
    for (int d = kept.length - 1; d >= 0; d--) {
      if (kept[d] != NEVER && d + (long) kept[d] < soonest) soonest = d + (long) kept[d];
      else kept[d] = NEVER;
    }
    for (int d = 0, end; d < kept.length; d = end) {
      int most = kept[d];
      for (end = d + 1; end < kept.length && (kept[end] == most || kept[end] != NEVER && most != NEVER && Math.max(most, kept[end]) <= alike.applyAsInt(Math.min(kept[d], kept[end]))); end++) most = Math.max(most, kept[end]);
      Arrays.fill(kept, d, end, most);
    }
    return of(kept);
  }
}
