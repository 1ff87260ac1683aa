// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.List;
import org.respite.reading.Span;

/** Gives each quotation of a sentence to the draft that governs it; scare quotes and terms are left out. */
final class QuoteAssigner {
  private static final int LONGEST_TERM = 3;

  private final String text;
  private final List<Quote> quotes;
  private final Vocabulary words;

  QuoteAssigner(String text, List<Quote> quotes, Vocabulary words) {
    this.text = text;
    this.quotes = quotes;
    this.words = words;
  }

  /** Assigns what it can; returns the quotations that look like utterances and have no speaker in this sentence. */
  List<Quote> assign(Sentence s, List<Draft> drafts) {
    List<Quote> left = new ArrayList<>();
    for (int i = 0; i < s.size(); i++) {
      if (!s.token(i).isQuote()) {
        continue;
      }
      Quote quote = quotes.get(s.token(i).quote());
      boolean opens = drafts.stream().anyMatch(d -> d.contentBegin == quote.outer().begin());
      if (!opens && isTerm(s, i, quote)) {
        continue;
      }
      Draft draft = best(s, i, quote, drafts);
      if (draft == null) {
        left.add(quote);
      } else {
        draft.quotes.add(quote);
      }
    }
    drafts.forEach(this::settle);
    return left;
  }

  private Draft best(Sentence s, int at, Quote quote, List<Draft> drafts) {
    Draft best = null;
    int nearest = Integer.MAX_VALUE;
    for (Draft draft : drafts) {
      if (draft.cue == null || draft.rule.equals("as-reported")) {
        continue;
      }
      boolean inside = draft.contains(quote.outer());
      boolean closed = draft.cue.frame() == Cue.Frame.OBJECT || draft.cue.frame() == Cue.Frame.INFINITIVE;
      boolean sharing = draft.rule.equals("participle") || draft.rule.equals("second-verb");
      if (sharing && !inside && quote.outer().end() < s.token(draft.cue.first()).begin() && at != draft.cue.first() - 1 && at != draft.cue.first() - 2) {
        continue;
      }
      if (closed && !inside && quote.outer().begin() > s.token(draft.cue.last()).end()) {
        continue;
      }
      int distance = inside ? 0 : distance(draft, at, s);
      if (draft.rule.equals("according-to") && !inside && at != 0) {
        distance += 40;
      }
      boolean later = inside && best != null && best.contains(quote.outer()) && !draft.nested;
      if (distance < nearest || later) {
        nearest = distance;
        best = draft;
      }
    }
    return best;
  }

  private int distance(Draft draft, int at, Sentence s) {
    int from = draft.cue.first();
    int to = draft.cue.last();
    for (int i = 0; i < s.size(); i++) {
      if (s.token(i).begin() >= draft.mention.begin() && s.token(i).end() <= draft.mention.end()) {
        from = Math.min(from, i);
        to = Math.max(to, i);
      }
    }
    return at < from ? from - at : Math.max(1, at - to);
  }

  /** A quotation before the cue is the whole utterance: what follows the verb then is circumstance, unless a clause follows. */
  private void settle(Draft draft) {
    if (draft.quotes.isEmpty() || !draft.hasContent()) {
      return;
    }
    int cue = draft.sentence.token(draft.cue.first()).begin();
    boolean leading = draft.quotes.getFirst().outer().end() <= cue && !draft.contains(draft.quotes.getFirst().outer());
    boolean clause = draft.cue.body() > 0 && draft.cue.body() <= draft.sentence.size() && words.is(draft.sentence.token(draft.cue.body() - 1), Word.THAT);
    if (leading && !clause && isBeside(draft) || !wordsBesideQuotes(draft)) {
      draft.dropContent();
    }
  }

  /** Whether nothing but marks stands between the quotation and who said it. */
  private static boolean isBeside(Draft draft) {
    int from = draft.quotes.getFirst().outer().end();
    int to = Math.min(draft.mention == null ? Integer.MAX_VALUE : draft.mention.begin(), draft.sentence.token(draft.cue.first()).begin());
    int role = draft.aside == null ? to : Math.min(to, draft.aside.begin());
    return draft.sentence.tokens().stream().noneMatch(t -> t.isWord() && t.begin() >= from && t.end() <= role && t.lower().length() > 3);
  }

  private boolean wordsBesideQuotes(Draft draft) {
    int first = draft.quotes.getFirst().outer().begin();
    if (first <= draft.contentBegin && draft.cue.frame() == Cue.Frame.QUOTE) {
      return false;
    }
    for (Token token : draft.sentence.tokens()) {
      boolean inside = token.begin() >= draft.contentBegin && token.end() <= draft.contentEnd;
      if (inside && token.isWord()) {
        return true;
      }
    }
    return false;
  }

  /** At most three words right behind an article ("a “special regime”"), not behind "is", "as" or "called"; or "so-called". */
  private boolean isTerm(Sentence s, int at, Quote quote) {
    if (at == 0 || quote.wordCount(text) > LONGEST_TERM || endsSentence(quote)) {
      return false;
    }
    String before = s.token(at - 1).lower();
    boolean noun = before.length() > 3 && before.endsWith("s") && !before.endsWith("ous") && !s.token(at - 1).isPossessive();
    if (words.is(s.token(at - 1), Word.AS) || noun) {
      return false;
    }
    if (words.is(s.token(at - 1), Word.SO_CALLED) || at > 1 && words.is(s.token(at - 2), Word.SO_CALLED)) {
      return true;
    }
    for (int i = at - 1; i >= 0 && i >= at - 3; i--) {
      Token token = s.token(i);
      boolean verb = words.is(token, Word.AUXILIARIES) || words.is(token, Word.BE) || words.is(token, Word.MODALS);
      if (!token.isWord() || verb || words.is(token, Word.PREPOSITIONS) || words.is(token, Word.THAT) && i < at - 1) {
        return false;
      }
      if (words.is(token, Word.ARTICLES) || words.is(token, Word.DEFINITE)) {
        return i == 0 || !isCopula(s.token(i - 1));
      }
    }
    return false;
  }

  private boolean endsSentence(Quote quote) {
    return ".?!".indexOf(quote.last(text)) >= 0;
  }

  private boolean isCopula(Token token) {
    return words.is(token, Word.BE) || words.is(token, Word.AS) || words.is(token, Word.IT) || words.cues(token.lower()).stream().anyMatch(e -> e.type().equals("call"));
  }

  /** Whether a quotation is long enough to be somebody's words with no cue near. */
  boolean isLong(Quote quote) {
    return quote.wordCount(text) > LONGEST_TERM + 1;
  }

}
