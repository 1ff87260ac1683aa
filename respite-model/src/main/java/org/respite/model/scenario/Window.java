// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.respite.model.finding.At;
import org.respite.model.register.Moment;

/**
 * One interval of a pause, half-open {@code [from, to)}. Whoever is still on the road at {@code to} is outside it.
 *
 * @param replaces id of the window that this one supersedes; empty if none
 */
public record Window(
    String id,
    String pause,
    Instant from,
    Instant to,
    Status status,
    Moment announced,
    String replaces,
    Optional<Repeat> repeat,
    String source,
    At at) {
  public Window {
    if (!from.isBefore(to)) throw new IllegalArgumentException("window %s must begin before it ends".formatted(id));
  }

  /** How firm it is. */
  public enum Status {
    ANNOUNCED,
    EXTENDED,
    ASKED,
    LAPSED
  }

  /** The same hours again, {@code times} in all, each {@code every} after the one before. */
  public record Repeat(Duration every, int times) {}

  /** An interval of it, repeats written out. */
  public record Interval(Instant from, Instant to) {
    public Duration length() {
      return Duration.between(from, to);
    }
  }

  public List<Interval> intervals() {
    Repeat r = repeat.orElse(new Repeat(Duration.ZERO, 1));
    return IntStream.range(0, r.times)
        .mapToObj(i -> new Interval(from.plus(r.every.multipliedBy(i)), to.plus(r.every.multipliedBy(i))))
        .toList();
  }
}
