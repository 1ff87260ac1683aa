// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import java.time.LocalDate;
import java.util.List;

/**
 * Past pauses that one chooses to compare with.
 *
 * @param words what they are, such as "pauses that come with Respite, humanitarian"
 */
public record ReferenceClass(String words, List<PastPause> pauses) {
  /** Fewer pauses than this and the class says little; it is said beside every answer. */
  public static final int FEW = 30;

  public ReferenceClass {
    pauses = List.copyOf(pauses);
  }

  public boolean isSmall() {
    return pauses.size() < FEW;
  }

  /** Those of which one could know by a day: a pause that begins on it or later is left out, and so is the pause in question. */
  public ReferenceClass knownBy(LocalDate day) {
    List<PastPause> earlier = pauses.stream().filter(p -> p.began().map(b -> b.isBefore(day)).orElse(true)).toList();
    return earlier.size() == pauses.size() ? this : new ReferenceClass("%s, begun before %s".formatted(words, day), earlier);
  }

  public HoldModel model() {
    return new HoldModel(pauses);
  }
}
