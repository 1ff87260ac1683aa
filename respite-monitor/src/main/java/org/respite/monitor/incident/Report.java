// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What one source said of one thing that happened. Never holds a name of anyone who flees.
 *
 * @param line line of the file it came from
 * @param when when it happened, as an interval {@code [from, to]}
 * @param received when it reached us; a verdict as of T sees only what was received by T
 * @param where place as named, and point with radius where one is known
 * @param origin who says so, whom it was copied from (empty if nobody), and how it is known
 * @param kind kind of fire, or {@code none} for a report that nothing was heard or seen
 * @param alleged who is said to have fired, and which party says so; empty where nobody is named
 * @param count how many, at least and at most
 * @param killed how many killed, at least and at most
 */
public record Report(
    int line, When when, Instant received, Where where, Origin origin, String kind, Alleged alleged, Range count, Range killed) {

  /** Kind of a report that all is quiet. */
  public static final String NONE = "none";

  public boolean isFire() {
    return !kind.equals(NONE);
  }

  public record When(Instant from, Instant to, Instant reported) {}

  /** Point only where it is known; {@code radiusM} says how well, metres. */
  public record Where(String place, OptionalDouble lat, OptionalDouble lon, OptionalDouble radiusM) {}

  public record Origin(String source, String copiedFrom, HowKnown how) {
    /** Who first said it: copies are one source. */
    public String root() {
      return copiedFrom.isEmpty() ? source : copiedFrom;
    }
  }

  public record Alleged(String actor, String byParty) {}

  /** At least and at most; empty where nobody said. */
  public record Range(OptionalInt low, OptionalInt high) {
    public static final Range UNSAID = new Range(OptionalInt.empty(), OptionalInt.empty());
  }
}
