// SPDX-License-Identifier: Apache-2.0
package org.respite.model.register;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who said what, and where it is written.
 *
 * @param sources by id, in the order of the file
 * @param ledger file of the folder that holds the statements; empty where case.yaml holds them. They are not in yet when a folder has just been read
 */
public record Register(Map<String, Source> sources, List<Party> parties, List<Statement> statements, String ledger) {
  public Register {
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    parties = List.copyOf(parties);
    statements = List.copyOf(statements);
  }

  /** The same register with what its ledger holds. */
  public Register with(Map<String, Source> allSources, List<Statement> heard) {
    return new Register(allSources, parties, heard, ledger);
  }

  /** The same register with only these statements. */
  public Register with(List<Statement> heard) {
    return with(sources, heard);
  }
}
