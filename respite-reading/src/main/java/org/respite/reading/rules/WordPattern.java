// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that is only tried where a word begins, and only at letters that one of its alternatives can begin with.
 *
 * <p>The letters are read off the pattern: of each alternative outside parentheses its first literal letter, or those of the alternatives
 * inside a group that it begins with. Anything else (a class, a look-around, an optional group) makes every letter possible. Tried
 * everywhere instead, the topics take twice as long.
 */
final class WordPattern {
  private final Pattern pattern;

  /** Letters that a match may begin with; null for any. */
  private final BitSet firsts;

  WordPattern(String pattern) {
    this.pattern = Pattern.compile(pattern);
    BitSet letters = new BitSet();
    this.firsts = collect(pattern, letters) ? letters : null;
  }

  /** Whether it matches at the start of some word of a lower-cased clause. */
  boolean in(String clause) {
    return find(clause, 0) != null;
  }

  /** Begin and end of the first match at the start of a word, at or behind {@code from}; null where there is none. */
  int[] find(String clause, int from) {
    Matcher m = null;
    boolean inWord = from > 0 && Character.isLetterOrDigit(clause.charAt(from - 1));
    for (int i = from; i < clause.length(); i++) {
      char c = clause.charAt(i);
      boolean letter = Character.isLetterOrDigit(c);
      if (letter && !inWord && (firsts == null || firsts.get(c))) {
        m = m == null ? pattern.matcher(clause).useTransparentBounds(true).useAnchoringBounds(false) : m;
        if (m.region(i, clause.length()).lookingAt() && m.end() > i) {
          return new int[] {i, m.end()};
        }
      }
      inWord = letter;
    }
    return null;
  }

  /** Adds the first letters of every alternative; false where one cannot be told. */
  private static boolean collect(String alternatives, BitSet letters) {
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= alternatives.length(); i++) {
      char c = i < alternatives.length() ? alternatives.charAt(i) : '|';
      if (c == '\\') {
        i++;
      } else if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (c == '|' && depth == 0) {
        if (!first(alternatives.substring(from, i), letters)) {
          return false;
        }
        from = i + 1;
      }
    }
    return true;
  }

  private static boolean first(String alternative, BitSet letters) {
    String a = alternative.startsWith("\\b") ? alternative.substring(2) : alternative;
    if (a.isEmpty()) {
      return false;
    }
    if (Character.isLetterOrDigit(a.charAt(0))) {
      letters.set(a.charAt(0));
      return a.length() == 1 || a.charAt(1) != '?' && a.charAt(1) != '*';
    }
    int close = a.charAt(0) == '(' && !a.startsWith("(?") ? closing(a) : -1;
    boolean optional = close > 0 && close + 1 < a.length() && (a.charAt(close + 1) == '?' || a.charAt(close + 1) == '*');
    if (close < 0 || !collect(a.substring(1, close), letters)) {
      return false;
    }
    return !optional || first(a.substring(close + 2), letters);
  }

  private static int closing(String a) {
    int depth = 0;
    for (int i = 0; i < a.length(); i++) {
      if (a.charAt(i) == '\\') {
        i++;
      } else if (a.charAt(i) == '(') {
        depth++;
      } else if (a.charAt(i) == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
