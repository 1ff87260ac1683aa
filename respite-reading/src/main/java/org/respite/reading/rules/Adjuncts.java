// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

/** Skips what may stand between a verb of saying and what is said: "on Tuesday", "in a statement", "late on Friday", "by telephone". */
final class Adjuncts {
  private static final int LONGEST_OCCASION = 9;

  private final Vocabulary words;

  Adjuncts(Vocabulary words) {
    this.words = words;
  }

  /** First token at or after {@code from} that no adjunct claims. */
  int skip(Sentence s, int from) {
    int at = from;
    while (at < s.size()) {
      int next = one(s, at);
      if (next == at) {
        return at;
      }
      at = next;
    }
    return at;
  }

  /** First token of the adjuncts that end right before {@code end}; {@code end} itself when there are none. */
  int skipBack(Sentence s, int end, int floor) {
    int best = end;
    for (int k = Math.max(floor, end - LONGEST_OCCASION); k < end; k++) {
      if (startsAdjunct(s.token(k)) && skip(s, k) >= end) {
        best = k;
        break;
      }
    }
    return best;
  }

  private boolean startsAdjunct(Token token) {
    return words.is(token, Word.WEEKDAYS) || words.is(token, Word.PREPOSITIONS) || words.is(token, Word.LATE) || words.is(token, Word.DAYS_BACK);
  }

  private int one(Sentence s, int at) {
    Token token = s.token(at);
    if (words.is(token, Word.ADVERBS) || words.is(token, Word.DAYS_BACK)) {
      return at + 1;
    }
    if (token.is(",") && at + 2 < s.size() && words.is(s.token(at + 1), Word.ADVERBS) && s.token(at + 2).is(",")) { // "cautions, however, that"
      return at + 3;
    }
    if (words.is(token, Word.WEEKDAYS) && !token.isPossessive()) {
      return partOfDay(s, at + 1);
    }
    if (words.is(token, Word.LATE) || words.is(token, Word.ON) || words.is(token, Word.THIS) || words.is(token, Word.LAST) || words.is(token, Word.THE)) {
      int day = words.is(token, Word.THE) || words.is(token, Word.THIS) || words.is(token, Word.LAST) ? at : at + 1;
      int dated = date(s, day);
      if (dated > day) {
        return dated;
      }
    }
    boolean governed = words.is(token, Word.FOR) || words.is(token, Word.OF) || words.is(token, Word.TOPICAL);
    return words.is(token, Word.PREPOSITIONS) && !governed || words.is(token, Word.SPEAKING) ? occasion(s, at) : at;
  }

  /** "Tuesday", "late Tuesday", "last week", "12 March", "March 12". */
  private int date(Sentence s, int at) {
    int k = at;
    while (k < s.size() && (words.is(s.token(k), Word.LATE) || words.is(s.token(k), Word.ON) || words.is(s.token(k), Word.LAST) || words.is(s.token(k), Word.THIS))) {
      k++;
    }
    if (k >= s.size()) {
      return at;
    }
    Token token = s.token(k);
    if (words.is(token, Word.WEEKDAYS)) {
      return partOfDay(s, k + 1);
    }
    if (k > at && (words.is(token, Word.SPANS_OF_TIME) || words.is(token, Word.PARTS_OF_DAY))) {
      return k + 1;
    }
    boolean next = k + 1 < s.size();
    boolean monthFirst = words.is(token, Word.MONTHS) && next && Character.isDigit(s.token(k + 1).text().charAt(0));
    boolean dayFirst = Character.isDigit(token.text().charAt(0)) && next && words.is(s.token(k + 1), Word.MONTHS);
    return monthFirst || dayFirst ? k + 2 : at;
  }

  private int partOfDay(Sentence s, int at) {
    boolean part = at < s.size() && (words.is(s.token(at), Word.PARTS_OF_DAY));
    return part ? at + 1 : at;
  }

  /** A preposition up to a noun of occasion ("in an interview"), and whom it was with. */
  private int occasion(Sentence s, int at) {
    for (int k = at + 1; k < s.size() && k < at + LONGEST_OCCASION; k++) {
      Token token = s.token(k);
      if (!token.isWord() || words.is(token, Word.BREAKS) || words.is(token, Word.BE) || words.is(token, Word.AUXILIARIES)) {
        return at;
      }
      boolean compound = k + 1 < s.size() && words.is(s.token(k + 1), Word.OCCASIONS);
      if (words.is(token, Word.OCCASIONS) && !compound) {
        return withWhom(s, k + 1);
      }
    }
    return at;
  }

  private int withWhom(Sentence s, int at) {
    if (at >= s.size()) {
      return at;
    }
    Token token = s.token(at);
    if (words.is(token, Word.RELEASED)) {
      boolean by = at + 2 < s.size() && words.is(s.token(at + 1), Word.BY);
      int k = by ? at + 2 : at + 1;
      while (by && k < s.size() && s.token(k).isWord() && isNamePart(s.token(k))) {
        k++;
      }
      return skip(s, k);
    }
    if (!words.is(token, Word.WITH) && !words.is(token, Word.TO) && !words.is(token, Word.IN) && !words.is(token, Word.ON) && !words.is(token, Word.FROM)) {
      return at;
    }
    int k = at + 1;
    while (k < s.size() && s.token(k).isWord() && isNamePart(s.token(k))) {
      k++;
    }
    return k > at + 1 ? k : at;
  }

  private boolean isNamePart(Token token) {
    boolean noun = words.is(token, Word.ADDRESSEES) || words.is(token, Word.GROUPS) || words.is(token, Word.OCCASIONS) || words.is(token, Word.ARTICLES);
    return noun || token.isCapitalised() && !words.is(token, Word.WEEKDAYS) || words.is(token, Word.OUTLET_WORDS) || words.is(token, Word.OF) || words.is(token, Word.OUTLET_WORDS);
  }
}
