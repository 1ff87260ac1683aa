// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

/** How an utterance reaches the page. */
public enum Kind {
  /** Only the speaker's own words, in quotation marks (or a turn of a transcript). */
  DIRECT,
  /** The narrator's clause with some of the speaker's words in quotation marks inside it. */
  MIXED,
  /** The narrator's clause alone. */
  INDIRECT,
  /** Words in quotation marks in a headline or crosshead: nobody's verbatim words until found in the body. */
  HEADLINE,
  /** An attribution inside what somebody else is reported to have said. */
  NESTED;

  /** The word used in JSON. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
