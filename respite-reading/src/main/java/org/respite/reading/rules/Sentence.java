// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.List;
import org.respite.reading.Span;

/** A sentence of a block, with every quotation in it as one token. */
record Sentence(int block, Block.Kind kind, Span span, List<Token> tokens, boolean firstInBlock) {
  Token token(int index) {
    return tokens.get(index);
  }

  int size() {
    return tokens.size();
  }

  /** Begin of the first and end of the last token of an inclusive range. */
  Span spanOf(int first, int last) {
    return new Span(tokens.get(first).begin(), tokens.get(last).end());
  }

  /** Whether a quotation stands right before a token, with nothing but a comma or a dash between. */
  boolean isBehindQuote(int index) {
    int i = index - 1;
    while (i >= 0 && (token(i).is(",") || token(i).is("–") || token(i).is("—") || token(i).is("-"))) {
      i--;
    }
    return i >= 0 && token(i).isQuote();
  }

  boolean endsWithColon() {
    return !tokens.isEmpty() && tokens.getLast().is(":");
  }

  /** Whether it holds nothing but quotations and marks. */
  boolean onlyQuotes() {
    return tokens.stream().noneMatch(Token::isWord) && tokens.stream().anyMatch(Token::isQuote);
  }
}
