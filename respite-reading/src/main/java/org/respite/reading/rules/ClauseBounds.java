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
    int contrast = next(s, from + 1, "while");
    last = contrast > from + 2 && contrast < last && s.token(contrast - 1).is(",") ? contrast - 1 : last;
    int source = next(s, from, "according");
    last = source > from + 1 && source < last && s.token(source + 1).is("to") ? source - 1 : last;
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

  /** "voiced his concern Tuesday": a day at the very end dates the speaking. */
  int beforeDay(Sentence s) {
    int last = s.size() - 1;
    while (last > 0 && !s.token(last).isWord() && !s.token(last).isQuote()) {
      last--;
    }
    if (!words.is(s.token(last), Word.WEEKDAYS) || last < 3) {
      return s.size() - 1;
    }
    boolean on = s.token(last - 1).is("on");
    Token before = s.token(on ? last - 2 : last - 1);
    boolean governed = words.is(before, Word.PREPOSITIONS) || words.is(before, Word.DATE_GOVERNORS) || words.is(before, Word.FUTURE);
    return governed ? s.size() - 1 : on ? last - 2 : last - 1;
  }

  int next(Sentence s, int from, String mark) {
    for (int i = from + 1; i < s.size(); i++) {
      if (s.token(i).is(mark)) {
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
    boolean relative = before > 0 && (s.token(before).is("who") || s.token(before).is("which")) && s.token(before - 1).is(",");
    int comma = next(s, cue.last(), ",");
    if (relative && comma > cue.last()) {
      trimTo(draft, s, comma);
    }
  }

  /** "The army, it said, would observe the pause": without a verb before the comma the clause goes on behind the cue. */
  boolean hasVerb(Sentence s, int end) {
    for (int i = 0; i < end; i++) {
      Token token = s.token(i);
      boolean helper = words.is(token, Word.BE) || words.is(token, Word.AUXILIARIES) || words.is(token, Word.MODALS);
      if (helper || token.lower().endsWith("ed") || words.is(token, Word.PAST) || i > 4) {
        return true;
      }
    }
    return false;
  }
}
