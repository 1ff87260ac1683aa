// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * Plan against actual on one corridor in one hour.
 *
 * @param planned people or trucks that were to pass
 * @param passed those that did; empty where nobody counted
 */
public record Passage(String corridor, Instant hour, int planned, OptionalInt passed) {
  /** How the hour went; an hour nobody counted is not "denied". */
  public enum Outcome { FACILITATED, IMPEDED, DENIED, NOT_OBSERVED, NOTHING_PLANNED }

  /** From this share of the plan on an hour counts as facilitated. Assumption. */
  private static final double FACILITATED_FROM = 0.9;

  public Outcome outcome() {
    if (planned == 0) return Outcome.NOTHING_PLANNED;
    if (passed.isEmpty()) return Outcome.NOT_OBSERVED;
    if (passed.getAsInt() == 0) return Outcome.DENIED;
    return passed.getAsInt() >= FACILITATED_FROM * planned ? Outcome.FACILITATED : Outcome.IMPEDED;
  }
}
