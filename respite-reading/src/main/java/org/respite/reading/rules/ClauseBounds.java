// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import org.respite.reading.Span;

/** Where a reported clause begins and ends inside its sentence. */
final class ClauseBounds {
  private final Vocabulary words;

  ClauseBounds(Vocabulary words) {
    this.words = words;
  }

  /** Sets the clause to the tokens {@code [from, to]} without the marks at its ends. */
  void content(Draft draft, Sentence s, int from, int to) {
    int first = from;
    int semicolon = next(s, from + 2, ";");
    int last = semicolon > from + 2 && semicolon < to ? semicolon - 1 : to;
    int contrast = next(s, from + 1, Word.WHILE);
    last = contrast > from + 2 && contrast < last && s.token(contrast - 1).is(",") ? contrast - 1 : last;
    int source = next(s, from, Word.ACCORDING);
    last = source > from + 1 && source < last && words.is(s.token(source + 1), Word.TO) ? source - 1 : last;
    while (first <= last && !s.token(first).isWord() && !s.token(first).isQuote()) {
      first++;
    }
    while (last >= first && !s.token(last).isWord() && !s.token(last).isQuote() && !s.token(last).is(")")) {
      last--;
    }
    if (last >= first) {
      Span span = s.spanOf(first, last);
      draft.contentBegin = span.begin();
      draft.contentEnd = span.end();
    }
  }

  /** Sets the clause to the whole sentence: "Others, according to the priest, refuse". */
  void whole(Draft draft, Sentence s) {
    int last = s.size() - 1;
    while (last > 0 && !s.token(last).isWord()) {
      last--;
    }
    draft.contentBegin = s.token(0).begin();
    draft.contentEnd = s.token(last).end();
  }

  /** "voiced his concern Tuesday", "declared a truce on Thursday night": a day at the very end of the clause dates the speaking. */
  void trimDay(Draft draft, Sentence s) {
    int last = s.size() - 1;
    while (last > 0 && s.token(last).end() > draft.contentEnd) {
      last--;
    }
    int day = words.is(s.token(last), Word.PARTS_OF_DAY) ? last - 1 : last;
    if (!draft.hasContent() || day < 3 || !words.is(s.token(day), Word.WEEKDAYS)) {
      return;
    }
    int before = words.is(s.token(day - 1), Word.ON) ? day - 2 : day - 1;
    Token governor = s.token(before);
    boolean governed = words.is(governor, Word.PREPOSITIONS) || words.is(governor, Word.DATE_GOVERNORS) || words.is(governor, Word.FUTURE) || governor.end() <= draft.contentBegin;
    draft.contentEnd = governed ? draft.contentEnd : governor.end();
  }

  int next(Sentence s, int from, String mark) {
    for (int i = from + 1; i < s.size(); i++) {
      if (s.token(i).is(mark)) {
        return i;
      }
    }
    return from;
  }

  private int next(Sentence s, int from, Word word) {
    for (int i = from + 1; i < s.size(); i++) {
      if (words.is(s.token(i), word)) {
        return i;
      }
    }
    return from;
  }

  int previous(Sentence s, int from, String mark) {
    for (int i = from - 1; i >= 0; i--) {
      if (s.token(i).is(mark)) {
        return i;
      }
    }
    return -1;
  }

  void trimTo(Draft draft, Sentence s, int token) {
    int at = token;
    while (at > 0 && (s.token(at - 1).is(",") || words.is(s.token(at - 1), Word.CONTRASTS))) {
      at--;
    }
    int end = at > 0 ? s.token(at - 1).end() : draft.contentEnd;
    if (draft.hasContent() && end > draft.contentBegin && end < draft.contentEnd) {
      draft.contentEnd = end;
    }
  }

  /** A relative clause ("which had offered to help, …") ends at its comma. */
  void endRelative(Draft draft, Sentence s, Cue cue) {
    int before = cue.first() - 1;
    while (before > 0 && words.is(s.token(before), Word.ADVERBS)) {
      before--;
    }
    boolean relative = before > 0 && (words.is(s.token(before), Word.RELATIVES_WHO) || words.is(s.token(before), Word.RELATIVES_WHICH)) && s.token(before - 1).is(",");
    int comma = next(s, cue.last(), ",");
    if (relative && comma > cue.last()) {
      trimTo(draft, s, comma);
    }
  }

  /** Whether a clause with a verb of its own stands before {@code end}, apart from "who …" and "which …". */
  boolean hasFinite(Sentence s, int end) {
    boolean relative = false;
    for (int i = 1; i < end; i++) {
      Token token = s.token(i);
      relative = words.is(token, Word.PERSONAL) || words.is(token, Word.RELATIVES_WHICH) || relative && !token.is(",");
      boolean helper = words.is(token, Word.BE) || words.is(token, Word.AUXILIARIES) || words.is(token, Word.MODALS) || words.is(token, Word.PAST);
      boolean past = words.ends(token, Word.PAST_ENDINGS) && !token.isCapitalised() && !words.is(s.token(i - 1), Word.DETERMINERS) && !s.token(i - 1).is(",");
      if (!relative && (helper || past)) {
        return true;
      }
    }
    return false;
  }

  /** "The army, it said, would observe the pause": without a verb before the comma the clause goes on behind the cue. */
  boolean hasVerb(Sentence s, int end) {
    return hasVerb(s, 0, end);
  }

  /** The same from the token at {@code begin} on. */
  boolean hasVerb(Sentence s, int begin, int end) {
    for (int i = begin; i < end; i++) {
      Token token = s.token(i);
      boolean helper = words.is(token, Word.BE) || words.is(token, Word.AUXILIARIES) || words.is(token, Word.MODALS);
      if (helper || words.ends(token, Word.PAST_ENDINGS) || words.is(token, Word.PAST) || i - begin > 4) {
        return true;
      }
    }
    return false;
  }
}
