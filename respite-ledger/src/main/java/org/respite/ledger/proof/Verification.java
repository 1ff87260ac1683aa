// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import java.util.List;
import java.util.Optional;
import org.respite.ledger.entry.Header;

/**
 * What came of checking a ledger.
 *
 * @param header empty where it could not be read
 * @param entries lines that have the form of an entry
 * @param failures everything that does not hold; empty means that the ledger holds
 * @param notices what a reader should know although it breaks nothing, such as a key in use in two places
 * @param contents the ledger, where it holds and was asked to be kept
 */
public record Verification(
    Optional<Header> header, long entries, long signatures, List<Author> authors, List<Failure> failures, List<String> notices, Optional<Contents> contents) {
  /** What the check cannot say, whatever it says. */
  public static final List<String> NOT_PROVED =
      List.of(
          "that what was said is true, or was said at all",
          "who holds a key: a name beside a key is what its holder wrote (pin keys with --keys)",
          "that the ledger is complete: what was never entered, or left out before the closing line was signed, leaves no trace",
          "that an entry was made at the time it states: that is its author's clock, unless a root was stamped by others");

  /**
   * A key that signed in this ledger.
   *
   * @param pinned whether the list of known keys names it; true where no list was given
   */
  public record Author(String id, String key, String name, long entries, boolean pinned) {}

  public Verification {
    authors = List.copyOf(authors);
    failures = List.copyOf(failures);
    notices = List.copyOf(notices);
  }

  public boolean holds() {
    return failures.isEmpty();
  }
}
