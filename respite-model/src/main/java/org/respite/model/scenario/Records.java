// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.List;

/** What was written down around the pause: needs as others stated them, what the gate to it asks, and what was counted. */
public record Records(List<NeedStated> needs, List<GateItem> gate, List<Count> counts) {
  public Records {
    needs = List.copyOf(needs);
    gate = List.copyOf(gate);
    counts = List.copyOf(counts);
  }
}
