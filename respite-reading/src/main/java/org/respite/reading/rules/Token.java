// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.Locale;

/** A word, a mark, or a whole quotation (then {@code quote} is its number in the document, else -1). */
record Token(int begin, int end, String text, String lower, int quote) {
  static Token word(String document, int begin, int end) {
    String text = document.substring(begin, end);
    return new Token(begin, end, text, text.toLowerCase(Locale.ROOT).replace('’', '\''), -1);
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
