// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.List;
import org.respite.reading.Span;

/**
 * Finds the words between quotation marks, paragraph by paragraph.
 *
 * <p>Curly, straight, angle and low marks may be mixed; a mark that is never closed runs to the end of its paragraph, as the first
 * paragraphs of a long quotation do. Single marks count in headings, and in the body when they are not apostrophes. O(n).
 */
final class QuoteFinder {
  private final String text;
  private final List<Quote> quotes = new ArrayList<>();

  private QuoteFinder(String text) {
    this.text = text;
  }

  /** Quotations of all blocks, in order, not overlapping. */
  static List<Quote> find(String text, List<Block> blocks) {
    QuoteFinder finder = new QuoteFinder(text);
    for (Block block : blocks) {
      if (block.kind() != Block.Kind.SKIPPED) {
        finder.scan(block.span().begin(), block.span().end());
      }
    }
    return List.copyOf(finder.quotes);
  }

  private void scan(int begin, int end) {
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      int twice = isTwice(i, end) ? closeOfTwice(i, end) : -1;
      if (twice > 0) {
        add(new Span(i, twice + 2), new Span(i + 2, twice), false, true);
        i = twice + 1;
        continue;
      }
      int close = switch (c) {
        case '“', '„', '«', '"', '‟' -> closeOfDouble(i, end);
        case '‘', '\'', '‚' -> opensSingle(i, begin, end) ? closeOfSingle(i, end) : -2;
        default -> -2;
      };
      if (close == -2) {
        continue;
      }
      boolean closed = close >= 0;
      int stop = closed ? close : end;
      boolean single = c == '‘' || c == '\'' || c == '‚';
      if (closed || !single && end - i > 3) {
        add(new Span(i, closed ? stop + 1 : stop), new Span(i + 1, stop), single, closed);
        i = closed ? stop : end;
      }
    }
  }

  /** Two marks of one stroke stand for a double one: ''so'', ``so''. */
  private boolean isTwice(int i, int end) {
    char c = text.charAt(i);
    return (c == '\'' || c == '`') && i + 2 < end && text.charAt(i + 1) == c && Character.isLetterOrDigit(text.charAt(i + 2));
  }

  private int closeOfTwice(int open, int end) {
    int close = text.indexOf("''", open + 2);
    return close > 0 && close + 2 <= end ? close : -1;
  }

  private void add(Span outer, Span within, boolean single, boolean closed) {
    int b = within.begin();
    int e = within.end();
    while (b < e && Character.isWhitespace(text.charAt(b))) {
      b++;
    }
    while (e > b && Character.isWhitespace(text.charAt(e - 1))) {
      e--;
    }
    if (e > b) {
      quotes.add(new Quote(new Span(b, e), outer, single, closed));
    }
  }

  /** Index of the mark that closes the double mark at {@code open}, or -1. A guillemet without its partner takes another style's closing mark. */
  private int closeOfDouble(int open, int end) {
    int own = closeOfDouble(text.charAt(open), open, end);
    return own < 0 && text.charAt(open) == '«' ? closeOfDouble('“', open, end) : own;
  }

  private int closeOfDouble(char o, int open, int end) {
    for (int k = open + 1; k < end; k++) {
      char d = text.charAt(k);
      boolean closes = switch (o) {
        case '«' -> d == '»';
        case '„' -> d == '“' || d == '”' || d == '"';
        case '"' -> d == '"' || d == '”';
        default -> d == '”' || d == '"' && !startsWord(k, end);
      };
      if (closes) {
        return k;
      }
      if (o == '“' && d == '“' && k > open + 1) {
        return -1;
      }
    }
    return -1;
  }

  private boolean startsWord(int k, int end) {
    return k + 1 < end && Character.isLetterOrDigit(text.charAt(k + 1));
  }

  private boolean opensSingle(int i, int begin, int end) {
    boolean freeBefore = i == begin || !Character.isLetterOrDigit(text.charAt(i - 1));
    return freeBefore && i + 1 < end && (Character.isLetter(text.charAt(i + 1)) || "[…".indexOf(text.charAt(i + 1)) >= 0);
  }

  /**
   * The closing mark: not an apostrophe (no letter follows), before the next opening one. A plural possessive ("the rebels’ line") is
   * passed over while a later candidate exists.
   */
  private int closeOfSingle(int open, int end) {
    int possessive = -1;
    for (int k = open + 2; k < end; k++) {
      char d = text.charAt(k);
      if (d == '‘' && k > open + 2) {
        break;
      }
      if (d != '’' && d != '\'' || startsWord(k, end)) {
        continue;
      }
      boolean plural = text.charAt(k - 1) == 's' && k + 2 < end && text.charAt(k + 1) == ' ' && Character.isLowerCase(text.charAt(k + 2));
      if (!plural) {
        return k;
      }
      possessive = possessive < 0 ? k : possessive;
    }
    return possessive >= 0 ? possessive : -2;
  }
}
