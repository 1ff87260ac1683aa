// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.entry;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.respite.model.register.Term;

/** Which words of a claim's topic are terms of the consent matrix; any other topic is kept, and compared for contradictions only. */
public final class Topic {
  /** Topics that readers of documents use for a term (respite read, topics of its vocabulary). */
  private static final Map<String, Term> ALSO =
      Map.of(
          "truce", Term.HALT, "pause", Term.HALT, "pause-length", Term.HOURS, "leaving-city", Term.LEAVING, "evacuation", Term.MEDICAL_EVACUATION,
          "medical", Term.MEDICAL_EVACUATION, "aid-access", Term.AID);

  private static final Map<String, Term> TERMS = new HashMap<>(ALSO);

  static {
    for (Term term : Term.values()) TERMS.put(of(term), term);
  }

  private Topic() {}

  /** The term that a topic speaks of; empty where it is none. */
  public static Optional<Term> term(String topic) {
    return Optional.ofNullable(TERMS.get(topic));
  }

  /** As it is written in an entry: {@code medical-evacuation}. */
  public static String of(Term term) {
    return term.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
