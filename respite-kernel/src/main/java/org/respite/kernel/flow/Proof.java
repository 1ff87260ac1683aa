// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.List;

/** What {@link Certificate#prove} found. */
public record Proof(List<Violation> violations, List<Step> steps) {
  public Proof {
    violations = List.copyOf(violations);
    steps = List.copyOf(steps);
  }

  /** People out by a step in the flow, and the most that a cut lets out by then. */
  public record Step(int step, long flowValue, long cutValue) {
    public boolean holds() {
      return flowValue == cutValue;
    }
  }

  /** Whether the flow is feasible and no plan has more people out by any of the steps. */
  public boolean holds() {
    return violations.isEmpty() && steps.stream().allMatch(Step::holds);
  }
}
