// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * Plan against actual on one corridor in one hour.
 *
 * @param planned people or trucks that were to pass; empty where it was open and nobody said how many
 * @param passed those that did; empty where nobody counted
 */
public record Passage(String corridor, Instant hour, OptionalInt planned, OptionalInt passed) {
  /** How the hour went; an hour nobody counted is not "denied", and an hour without a number planned is no measure. */
  public enum Outcome { FACILITATED, IMPEDED, DENIED, NOT_OBSERVED, NOTHING_PLANNED, USED, NOT_USED }

  /** From this share of the plan on an hour counts as facilitated. Assumption. */
  private static final double FACILITATED_FROM = 0.9;

  public Outcome outcome() {
    if (planned.isPresent() && planned.getAsInt() == 0) return Outcome.NOTHING_PLANNED;
    if (passed.isEmpty()) return Outcome.NOT_OBSERVED;
    if (planned.isEmpty()) return passed.getAsInt() > 0 ? Outcome.USED : Outcome.NOT_USED;
    if (passed.getAsInt() == 0) return Outcome.DENIED;
    return passed.getAsInt() >= FACILITATED_FROM * planned.getAsInt() ? Outcome.FACILITATED : Outcome.IMPEDED;
  }
}
