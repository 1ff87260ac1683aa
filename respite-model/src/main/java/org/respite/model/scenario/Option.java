// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.List;
import org.respite.model.finding.At;

/**
 * One thing to assess and compare: some windows, and how many lanes aid has. The case's first option is the question.
 *
 * @param aidLanes lanes for aid, at least 0
 */
public record Option(String id, String title, List<String> windows, int aidLanes, At at) {
  public Option {
    windows = List.copyOf(windows);
  }
}
