// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.List;
import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.quantity.Quantity;

/**
 * How many are inside: the range that is used, every estimate beside it, and how they divide.
 *
 * @param willing shares that somebody stated; empty where nobody did. Never defaulted
 */
public record Population(Quantity inside, List<Estimate> estimates, List<Group> groups, List<Willing> willing) {
  public Population {
    estimates = List.copyOf(estimates);
    groups = List.copyOf(groups);
    willing = List.copyOf(willing);
  }

  /** One estimate of the people inside, by whoever made it. */
  public record Estimate(Quantity people, String by, String when) {}

  /** The share of a group that would leave, as stated by somebody or assumed with a basis. */
  public record Willing(String group, Quantity share, At at) {}

  public Optional<Quantity> willingOf(Group group) {
    return willing.stream().filter(w -> w.group().equals(group.id())).map(Willing::share).findFirst();
  }
}
