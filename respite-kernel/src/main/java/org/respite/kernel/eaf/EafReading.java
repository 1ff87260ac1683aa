// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.eaf;

import java.util.List;
import java.util.Optional;
import org.respite.kernel.flow.FlowProblem;

/**
 * What came of reading an instance: a problem, or everything that is wrong with it.
 *
 * @param problem present exactly when there are no findings
 * @param findings by line; at most {@link EafReader#MOST_FINDINGS}, of which the last then says that there are more
 */
public record EafReading(Optional<FlowProblem> problem, List<EafFinding> findings) {
  public EafReading {
    findings = List.copyOf(findings);
  }
}
