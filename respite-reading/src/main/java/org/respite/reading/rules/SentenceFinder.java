// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.List;
import org.respite.reading.Span;

/** Cuts blocks into sentences and sentences into tokens; a quotation is one token, so nothing inside it ends a sentence. O(n). */
final class SentenceFinder {
  /** In tokens; nobody writes longer ones, and a text without stops must not cost the square of its length. An assumption. */
  private static final int LONGEST = 500;

  private static final int LONGEST_ATTRIBUTION = 14;

  private final String text;
  private final List<Quote> quotes;
  private final Vocabulary words;
  private final List<Sentence> sentences = new ArrayList<>();
  private int nextQuote;

  private SentenceFinder(String text, List<Quote> quotes, Vocabulary words) {
    this.text = text;
    this.quotes = quotes;
    this.words = words;
  }

  static List<Sentence> find(String text, List<Block> blocks, List<Quote> quotes, Vocabulary words) {
    SentenceFinder finder = new SentenceFinder(text, quotes, words);
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).kind() != Block.Kind.SKIPPED) {
        finder.cut(i, blocks.get(i));
      }
    }
    return List.copyOf(finder.sentences);
  }

  private void cut(int number, Block block) {
    List<Token> tokens = tokens(block.span());
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      boolean last = i + 1 == tokens.size() || i - from >= LONGEST;
      if (last || block.kind() != Block.Kind.HEADLINE && ends(tokens, i)) {
        List<Token> part = List.copyOf(tokens.subList(from, i + 1));
        Span span = new Span(part.getFirst().begin(), part.getLast().end());
        sentences.add(new Sentence(number, block.kind(), span, part, from == 0));
        from = i + 1;
      }
    }
  }

  private boolean ends(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    Token next = tokens.get(i + 1);
    boolean nextStarts = next.isQuote() || next.isCapitalised() || Character.isDigit(next.text().charAt(0)) || "[(–—".indexOf(next.text().charAt(0)) >= 0;
    if (token.isQuote()) {
      char last = quotes.get(token.quote()).last(text);
      return ".?!…".indexOf(last) >= 0 && (next.isQuote() || next.isCapitalised()) && !isAttribution(tokens, i + 1);
    }
    boolean mark = token.text().length() == 1 && ".?!…".indexOf(token.text().charAt(0)) >= 0;
    if (!mark || !nextStarts) {
      return false;
    }
    return !token.is(".") || i == 0 || !isAbbreviation(tokens.get(i - 1), token);
  }

  private boolean isAbbreviation(Token before, Token stop) {
    if (before.end() != stop.begin() || before.isQuote()) {
      return false;
    }
    return before.text().length() == 1 && before.isCapitalised() || words.is(before, Word.ABBREVIATIONS);
  }

  /** "… are you mad?" Malahifji said. The words after the quotation only say who spoke. */
  private boolean isAttribution(List<Token> tokens, int from) {
    for (int i = from; i < tokens.size() && i - from <= LONGEST_ATTRIBUTION; i++) {
      Token token = tokens.get(i);
      if (token.isQuote() || token.is(".")) {
        return false;
      }
      if (!words.cues(token.lower()).isEmpty() && i > from) {
        Token after = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
        boolean exclaimed = tokens.get(from - 1).isQuote() && "?!…".indexOf(quotes.get(tokens.get(from - 1).quote()).last(text)) >= 0;
        if (exclaimed && after != null && (words.is(after, Word.OBJECT_PRONOUNS) || words.is(after, Word.ADDRESSEES))) {
          return true;
        }
        return after == null || !after.isWord() && !after.isQuote() && !after.is(":") || words.is(after, Word.WEEKDAYS)
            || words.is(after, Word.PREPOSITIONS) || words.is(after, Word.ADVERBS);
      }
    }
    return false;
  }

  private List<Token> tokens(Span span) {
    List<Token> tokens = new ArrayList<>();
    int i = span.begin();
    while (i < span.end()) {
      while (nextQuote < quotes.size() && quotes.get(nextQuote).outer().begin() < i) {
        nextQuote++;
      }
      if (nextQuote < quotes.size() && quotes.get(nextQuote).outer().begin() == i) {
        Span outer = quotes.get(nextQuote).outer();
        String inner = quotes.get(nextQuote).inner().in(text);
        boolean name = isName(tokens, inner, outer.end());
        tokens.add(name ? Token.named(outer.begin(), outer.end(), inner, words) : Token.quotation(outer.begin(), outer.end(), text, nextQuote));
        i = outer.end();
      } else if (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\u00A0' || Character.getType(text.charAt(i)) == Character.FORMAT) { // direction marks, soft hyphens
        i++;
      } else {
        int end = wordEnd(i, span.end());
        tokens.add(Token.word(text, i, end, words));
        i = end;
      }
    }
    return tokens;
  }

  /** A name in marks, not an utterance: the formation «Sons of the River», Musa "Jabal" Idrissi. */
  private boolean isName(List<Token> before, String inner, int end) {
    int spaces = (int) inner.chars().filter(c -> c == ' ').count();
    if (before.isEmpty() || !Character.isUpperCase(inner.charAt(0)) || spaces > 3 || ".?!,".indexOf(inner.charAt(inner.length() - 1)) >= 0) {
      return false;
    }
    Token last = before.getLast();
    boolean nickname = spaces == 0 && last.isCapitalised() && end + 1 < text.length() && text.charAt(end) == ' ' && Character.isUpperCase(text.charAt(end + 1));
    return nickname || !last.isCapitalised() && words.is(last, Word.NAMED_IN_MARKS);
  }

  /** Letters and digits with hyphens, apostrophes, decimal marks and the stops of "U.N." inside; else a single mark. */
  private int wordEnd(int begin, int limit) {
    if (!isPart(text.charAt(begin))) {
      return begin + 1;
    }
    int i = begin + 1;
    while (i < limit) {
      char c = text.charAt(i);
      boolean inner = i + 1 < limit && isPart(text.charAt(i + 1));
      if (isPart(c) || "-’'–".indexOf(c) >= 0 && inner && !(c == '–' && !digits(i)) || ",.:".indexOf(c) >= 0 && digits(i)) {
        i++;
      } else if (c == '.' && isInitials(begin, i)) {
        i++;
      } else if ((c == '’' || c == '\'') && !inner && text.charAt(i - 1) == 's' && isPlural(i, limit)) {
        return i + 1;
      } else {
        break;
      }
    }
    return i;
  }

  private boolean isPlural(int i, int limit) {
    return i + 2 < limit && text.charAt(i + 1) == ' ' && Character.isLetter(text.charAt(i + 2));
  }

  private boolean digits(int i) {
    return Character.isDigit(text.charAt(i - 1)) && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
  }

  /** Single letters with stops: "U.N", "a.m". */
  private boolean isInitials(int begin, int stop) {
    for (int k = begin; k < stop; k++) {
      boolean letter = (k - begin) % 2 == 0;
      if (letter != Character.isLetter(text.charAt(k))) {
        return false;
      }
    }
    boolean more = stop + 2 < text.length() && Character.isLetter(text.charAt(stop + 1)) && text.charAt(stop + 2) == '.';
    return (stop - begin) % 2 == 1 && (stop - begin > 1 || more);
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || Character.isSurrogate(c);
  }
}
