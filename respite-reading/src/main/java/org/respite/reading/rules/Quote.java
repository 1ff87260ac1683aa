// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import org.respite.reading.Span;

/**
 * Words between quotation marks.
 *
 * @param inner the words, trimmed, without the marks
 * @param outer the words with the marks
 * @param single whether the marks are single ones
 * @param closed false where the paragraph ends before the mark does (a quotation of several paragraphs)
 */
record Quote(Span inner, Span outer, boolean single, boolean closed) {
  int wordCount(String text) {
    int words = 0;
    boolean inWord = false;
    for (int i = inner.begin(); i < inner.end(); i++) {
      boolean space = Character.isWhitespace(text.charAt(i));
      if (!space && !inWord) {
        words++;
      }
      inWord = !space;
    }
    return words;
  }

  char last(String text) {
    return inner.length() == 0 ? ' ' : text.charAt(inner.end() - 1);
  }
}
