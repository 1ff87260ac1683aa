// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.quantity.Quantity;
import org.respite.model.register.Name;

/**
 * A point of the case's map.
 *
 * @param pcode OCHA place code of a district, or "not stated"; empty for other kinds
 * @param people who live there; only for districts
 */
public record Site(
    String id, Kind kind, Name name, Position position, String pcode, Optional<Quantity> people, String source, At at) {
  /** What stands at the point. */
  public enum Kind {
    DISTRICT,
    GATE,
    DESTINATION,
    /** Inside: a depot, a hospital, a point where people are picked up. */
    PLACE
  }
}
