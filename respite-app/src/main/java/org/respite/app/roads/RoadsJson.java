// SPDX-License-Identifier: Apache-2.0
package org.respite.app.roads;

import java.util.List;
import java.util.Optional;
import org.respite.app.console.FindingsOutput;
import org.respite.model.finding.Finding;

/** What a verb of {@code respite roads} answers, with what it found: one object. */
final class RoadsJson {
  private RoadsJson() {}

  /** The members of {@code answer}, if there is one, and {@code findings} behind them. Both are JSON objects of our own writing. */
  static String of(Optional<String> answer, List<Finding> findings) {
    String found = FindingsOutput.json(findings);
    return answer.map(a -> a.substring(0, a.lastIndexOf('}')) + "," + found.substring(found.indexOf('{') + 1)).orElse(found);
  }
}
