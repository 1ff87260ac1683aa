// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.Locale;
import java.util.Set;

/**
 * A word, a mark, or a whole quotation (then {@code quote} is its number in the document, else -1).
 *
 * @param classes the classes of its lower-case form, looked up once: the rules ask for them hundreds of times a word
 */
record Token(int begin, int end, String text, String lower, int quote, Set<Word> classes) {
  static Token word(String document, int begin, int end, Vocabulary words) {
    return named(begin, end, document.substring(begin, end), words);
  }

  /** A word whose text is not all that stands between its ends: a name in marks. */
  static Token named(int begin, int end, String text, Vocabulary words) {
    String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    return new Token(begin, end, text, lower, -1, words.classes(lower));
  }

  static Token quotation(int begin, int end, String document, int quote) {
    return new Token(begin, end, document.substring(begin, end), "\"", quote, Set.of());
  }

  boolean isQuote() {
    return quote >= 0;
  }

  boolean isWord() {
    return quote < 0 && Character.isLetterOrDigit(text.charAt(0));
  }

  boolean is(String mark) {
    return quote < 0 && lower.equals(mark);
  }

  /** Written as a name is: a capital first, or an Arabic article before a capital ("al-Assad"). */
  boolean isCapitalised() {
    if (quote >= 0) {
      return false;
    }
    char first = text.charAt(0);
    if (Character.isUpperCase(first)) {
      return true;
    }
    int dash = text.indexOf('-');
    return dash > 0 && dash <= 3 && dash + 1 < text.length() && Character.isUpperCase(text.charAt(dash + 1));
  }

  boolean isPossessive() {
    return lower.endsWith("'s") || lower.endsWith("s'");
  }

  /** Without the possessive ending: "Dunmarra’s" gives "Dunmarra". */
  String bare() {
    return lower.endsWith("'s") ? text.substring(0, text.length() - 2) : lower.endsWith("s'") ? text.substring(0, text.length() - 1) : text;
  }
}
