// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import org.respite.reading.Span;

/**
 * A paragraph, a heading or a speaker's turn.
 *
 * @param kind what the block is
 * @param span its characters without surrounding blanks; for a turn, without the label
 * @param label who speaks, for a turn; "" otherwise
 */
record Block(Kind kind, Span span, String label) {
  enum Kind {
    HEADLINE,
    BODY,
    /** A turn of somebody who is asked. */
    TURN,
    /** A turn of somebody who asks or presides. */
    QUESTION,
    /** Credits, time stamps and the like: nothing is read there. */
    SKIPPED
  }
}
