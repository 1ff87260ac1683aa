// SPDX-License-Identifier: Apache-2.0
package org.respite.model.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Something in the input that a planner has to know, with what to do about it. Findings are values, never exceptions:
 * a reader returns all of them at once.
 *
 * @param code stable, for search and for programs, such as {@code unknown-key}
 * @param at where it stands
 * @param what what is there
 * @param effect what it means for the answer
 * @param remedy what to write or do instead
 */
public record Finding(Severity severity, String code, At at, String what, String effect, String remedy) {
  /** Whether the case can be used at all. */
  public enum Severity {
    /** The case cannot be assessed until this is mended. */
    ERROR,
    /** The case can be assessed; the reader should know. */
    WARNING
  }

  /** Worst first, then in the order of the files. */
  public static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity).thenComparing(Finding::at).thenComparing(Finding::what);

  public Finding {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(at);
  }

  public static Finding error(String code, At at, String what, String effect, String remedy) {
    return new Finding(Severity.ERROR, code, at, what, effect, remedy);
  }

  public static Finding warning(String code, At at, String what, String effect, String remedy) {
    return new Finding(Severity.WARNING, code, at, what, effect, remedy);
  }

  public static boolean anyError(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.severity == Severity.ERROR);
  }
}
