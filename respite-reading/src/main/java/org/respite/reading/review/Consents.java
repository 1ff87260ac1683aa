// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.respite.reading.Claim;
import org.respite.reading.Kind;
import org.respite.reading.Speaker;
import org.respite.reading.Stance;
import org.respite.reading.Statement;

/** Rows of the consent table that a document's statements would change: party by term, with "not stated" as a value. */
public final class Consents {
  /** The terms of a pause that can be agreed. */
  private static final List<String> TERMS = List.of("halt", "hours", "corridors", "leaving", "aid", "medical evacuation");

  /**
   * @param value "consents", "refuses", "conditional", "contradicted" or "not stated"
   * @param evidence ids of the statements
   */
  public record Row(String party, String term, String value, List<String> evidence) {}

  private Consents() {}

  /** Every party that speaks in the statements, with every term. */
  public static List<Row> of(List<Statement> statements) {
    Map<String, List<Statement>> parties = new LinkedHashMap<>();
    for (Statement s : statements) {
      if (s.kind() != Kind.NESTED && !s.speaker().party().equals(Speaker.NOT_STATED)) {
        parties.computeIfAbsent(s.speaker().party(), _ -> new ArrayList<>()).add(s);
      }
    }
    List<Row> rows = new ArrayList<>();
    parties.forEach((party, said) -> TERMS.forEach(term -> rows.add(row(party, term, said))));
    return List.copyOf(rows);
  }

  private static Row row(String party, String term, List<Statement> said) {
    Set<Stance> stances = new LinkedHashSet<>();
    List<String> evidence = new ArrayList<>();
    for (Statement s : said) {
      for (Claim claim : s.claims()) {
        boolean position = claim.stance() == Stance.SUPPORTS || claim.stance() == Stance.OPPOSES || claim.stance() == Stance.CONDITIONAL;
        if (claim.term().equals(term) && position) {
          stances.add(claim.stance());
          if (!evidence.contains(s.id())) {
            evidence.add(s.id());
          }
        }
      }
    }
    return new Row(party, term, value(stances), List.copyOf(evidence));
  }

  private static String value(Set<Stance> stances) {
    if (stances.isEmpty()) {
      return Speaker.NOT_STATED;
    }
    if (stances.contains(Stance.SUPPORTS) && stances.contains(Stance.OPPOSES)) {
      return "contradicted";
    }
    return stances.contains(Stance.CONDITIONAL) ? "conditional" : stances.contains(Stance.SUPPORTS) ? "consents" : "refuses";
  }
}
