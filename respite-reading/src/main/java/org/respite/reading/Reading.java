// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

import java.util.List;

/** Everything the reader proposes about one text, in the order of the text. */
public record Reading(
    String text,
    Publication publication,
    List<Statement> statements,
    List<TimeMention> times,
    List<NumberMention> numbers,
    List<NarratorFact> narrator,
    List<Finding> findings) {
  public Reading {
    statements = List.copyOf(statements);
    times = List.copyOf(times);
    numbers = List.copyOf(numbers);
    narrator = List.copyOf(narrator);
    findings = List.copyOf(findings);
  }

  /** The same reading with other statements: those that a person confirmed. */
  public Reading withStatements(List<Statement> rows) {
    return new Reading(text, publication, rows, times, numbers, narrator, findings);
  }
}
