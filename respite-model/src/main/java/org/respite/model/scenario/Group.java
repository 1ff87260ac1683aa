// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.quantity.Quantity;
import org.respite.model.register.Name;

/** People who move alike. No names, ever: counts and classes. */
public record Group(String id, Name name, Users users, Mode mode, Size size, Quantity speed, At at) {
  /** How many they are. */
  public sealed interface Size {
    /** A share of the people inside. */
    record Share(Quantity of) implements Size {}

    /** What the other shares leave. */
    record Rest() implements Size {}

    /** A number of their own, beside the people inside. */
    record Own(Quantity people) implements Size {}

    /** Nobody stated how many. */
    record NotStated() implements Size {}
  }

  /** The quantity behind the size, if it has one. */
  public Optional<Quantity> quantity() {
    return switch (size) {
      case Size.Share(Quantity q) -> Optional.of(q);
      case Size.Own(Quantity q) -> Optional.of(q);
      case Size.Rest() -> Optional.empty();
      case Size.NotStated() -> Optional.empty();
    };
  }
}
