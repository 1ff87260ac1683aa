// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

/** Finds where a noun phrase begins or ends, with word classes only: no tagger, no parser. */
final class NounPhrases {
  private static final int LONGEST = 22;

  private final Vocabulary words;

  NounPhrases(Vocabulary words) {
    this.words = words;
  }

  /** First token of the noun phrase whose last token is {@code last}; never left of {@code floor}. */
  int begin(Sentence s, int last, int floor) {
    int b = last;
    while (b > floor && last - b < LONGEST) {
      int over = overParenthesis(s, b - 1, floor);
      if (over > floor) {
        b = over;
      } else if (continuesLeft(s, b, floor)) {
        b--;
      } else {
        break;
      }
    }
    while (b < last && (words.is(s.token(b), Word.PREPOSITIONS) || words.is(s.token(b), Word.ADVERBS) || words.is(s.token(b), Word.AND))) {
      b++;
    }
    return cutAtName(s, b, last);
  }

  private boolean continuesLeft(Sentence s, int b, int floor) {
    Token token = s.token(b - 1);
    Token current = s.token(b);
    if (words.is(current, Word.PRONOUNS)) {
      return false;
    }
    if (!token.isWord() && !token.is("&") && !isInitialStop(s, b - 1)) {
      return false;
    }
    if (words.is(current, Word.DETERMINERS) && !words.is(current, Word.OTHER) && !words.is(token, Word.PREPOSITIONS) && !words.is(token, Word.AND) && !words.is(token, Word.DETERMINERS)) {
      return false;
    }
    boolean inName = token.isCapitalised() && b - 1 > floor && s.token(b - 2).isCapitalised() && current.isCapitalised();
    if (words.is(token, Word.PREPOSITIONS) && !inName) {
      return attaches(s, b - 1, floor);
    }
    if (words.is(token, Word.AND)) {
      boolean name = b - 3 >= floor && current.isCapitalised() && s.token(b - 2).isCapitalised() && s.token(b - 3).isCapitalised();
      return name || joins(s, b - 1, floor);
    }
    boolean verb = words.is(token, Word.BE) || words.is(token, Word.AUXILIARIES) || words.is(token, Word.MODALS)
        || !token.isCapitalised() && isSaying(token);
    boolean inside = b - 2 >= floor && words.is(s.token(b - 2), Word.ARTICLES);
    boolean boundary = words.is(token, Word.BREAKS) || words.is(token, Word.ADVERBS) && !inside || words.is(token, Word.WEEKDAYS)
        || words.is(token, Word.PRONOUNS);
    if (inName && !words.is(token, Word.WEEKDAYS)) {
      return true;
    }
    return !verb && !boundary;
  }

  /** Left of "(AU)" in "the African Union (AU) head": the token before the parenthesis, or -1. */
  private static int overParenthesis(Sentence s, int close, int floor) {
    boolean acronym = close - 3 > floor && s.token(close).is(")") && s.token(close - 2).is("(") && s.token(close - 1).isCapitalised();
    return acronym ? close - 3 : -1;
  }

  private boolean isSaying(Token token) {
    return words.cues(token.lower()).stream().anyMatch(e -> e.allows("any"));
  }

  /** The stop of "Gen." or of an initial does not end a name. */
  private boolean isInitialStop(Sentence s, int i) {
    return s.token(i).is(".") && i > 0 && s.token(i - 1).isCapitalised() && s.token(i - 1).end() == s.token(i).begin();
  }

  /** "officials in Damascus", "head of the mission": a preposition belongs to the phrase when a noun stands left of it. */
  private boolean attaches(Sentence s, int preposition, int floor) {
    if (!words.is(s.token(preposition), Word.ATTACHING) || preposition - 1 < floor) {
      return false;
    }
    Token noun = s.token(preposition - 1);
    boolean role = words.is(noun, Word.ROLES) || words.is(noun, Word.PLURALS) || words.is(noun, Word.GROUPS) || words.is(noun, Word.LINKERS) || words.is(noun, Word.DOCUMENTS);
    boolean proper = noun.isCapitalised() && !words.is(noun, Word.WEEKDAYS) && !words.is(noun, Word.PREPOSITIONS) && !words.is(noun, Word.MONTHS);
    role |= words.ends(noun, Word.PLURAL_ENDINGS) && noun.isWord() && !words.is(noun, Word.INANIMATE) && words.is(s.token(preposition), Word.FROM);
    boolean of = words.is(s.token(preposition), Word.OF) || words.is(s.token(preposition), Word.FOR);
    return role || proper || of && noun.isWord() && !words.is(noun, Word.PREPOSITIONS) && !words.is(noun, Word.BREAKS) && !words.is(noun, Word.BE);
  }

  /** "Britain and France said": joined when everything from the start of the clause to "and" is a plain noun phrase. */
  private boolean joins(Sentence s, int and, int floor) {
    for (int i = and - 1; i >= floor && and - i <= 7; i--) {
      Token token = s.token(i);
      boolean open = words.is(token, Word.BE) || words.is(token, Word.AUXILIARIES) || words.is(token, Word.MODALS) || !token.isCapitalised() && !words.cues(token.lower()).isEmpty() && !isSaying(token)
          || words.is(token, Word.PRONOUNS) || words.is(token, Word.PREPOSITIONS) && !words.is(token, Word.OF) && !words.is(token, Word.FOR);
      if (open) {
        return false;
      }
      boolean start = !token.isWord() || words.is(token, Word.BREAKS) || isSaying(token);
      if (start || i == 0) {
        return and - i > (start ? 1 : 0);
      }
    }
    return false;
  }

  /**
   * Drops what a missing comma left in front of a name: "at a meeting in the capital Maretic". A lower-case word that is neither a role,
   * a particle nor a link cannot stand before a name inside one phrase.
   */
  private int cutAtName(Sentence s, int first, int last) {
    int run = last;
    while (run > first && (s.token(run - 1).isCapitalised() || words.is(s.token(run - 1), Word.PARTICLES)) && !s.token(run - 1).isPossessive()) {
      run--;
    }
    if (run == first || !s.token(last).isCapitalised() || run == last && words.is(s.token(last), Word.GROUPS)) {
      return first;
    }
    Token before = s.token(run - 1);
    if (hangsOnRole(s, first, run)) {
      return first;
    }
    boolean link = words.is(before, Word.ROLES) || words.is(before, Word.TITLES) || words.is(before, Word.PREPOSITIONS) || words.is(before, Word.DETERMINERS)
        || words.is(before, Word.PLURALS) || words.is(before, Word.GROUPS) || words.is(before, Word.AND) || before.isPossessive() || before.text().indexOf('-') > 0 || !before.isWord();
    return link || words.is(s.token(last), Word.GROUPS) ? first : run;
  }

  /** "officials in southern | Turkey": the name hangs on a role by a preposition. */
  private boolean hangsOnRole(Sentence s, int first, int run) {
    for (int i = first + 1; i < run; i++) {
      Token noun = s.token(i - 1);
      boolean role = words.is(noun, Word.ROLES) || words.is(noun, Word.PLURALS) || words.is(noun, Word.GROUPS) || noun.isCapitalised();
      if (role && words.is(s.token(i), Word.ATTACHING) && run - i <= 3) {
        return true;
      }
    }
    return false;
  }

  /** Last token of the noun phrase that begins at {@code first}, or {@code first - 1} when none begins there. */
  int end(Sentence s, int first) {
    int e = first - 1;
    for (int i = first; i < s.size() && i - first < LONGEST; i++) {
      Token token = s.token(i);
      if (!token.isWord() && !token.is("&") && !isInitialStop(s, i)) {
        break;
      }
      boolean verb = words.is(token, Word.BE) || words.is(token, Word.AUXILIARIES) || words.is(token, Word.MODALS) || i > first && !token.isCapitalised() && isSaying(token);
      boolean boundary = words.is(token, Word.BREAKS) || words.is(token, Word.WEEKDAYS) || words.is(token, Word.ADVERBS) && !token.isCapitalised() && !(i > 0 && words.is(s.token(i - 1), Word.ARTICLES));
      if (verb || boundary || i > first && (isPast(token, s.token(i - 1)) || isReport(s, i))) {
        break;
      }
      if (i > first && words.is(s.token(first), Word.PRONOUNS)) {
        break;
      }
      if (words.is(token, Word.PREPOSITIONS) && !extendsRight(s, i, first)) {
        break;
      }
      if (words.is(token, Word.AND) && !(i + 1 < s.size() && (s.token(i + 1).isCapitalised() || words.is(s.token(i + 1), Word.ROLES) || words.is(s.token(i + 1), Word.PLURALS)))) {
        break;
      }
      if (!words.is(token, Word.AND) && !token.is(".")) {
        e = i;
      }
    }
    while (e > first && (words.is(s.token(e), Word.PREPOSITIONS) || words.is(s.token(e), Word.ARTICLES))) {
      e--;
    }
    return e;
  }

  /** "the ministry states that". */
  private boolean isReport(Sentence s, int i) {
    boolean that = i + 1 < s.size() && (words.is(s.token(i + 1), Word.THAT) || s.token(i + 1).isQuote());
    return that && !s.token(i).isCapitalised() && !words.cues(s.token(i).lower()).isEmpty();
  }

  /** "the army followed": a past form behind a noun that can act. */
  private boolean isPast(Token token, Token noun) {
    boolean actor = words.is(noun, Word.GROUPS) || words.is(noun, Word.PLURALS) || words.is(noun, Word.PERSONS);
    return actor && !token.isCapitalised() && words.ends(token, Word.PAST_ENDINGS);
  }

  private boolean extendsRight(Sentence s, int preposition, int first) {
    if (preposition == first || preposition + 1 >= s.size()) {
      return false;
    }
    Token token = s.token(preposition);
    Token next = s.token(preposition + 1);
    boolean possessive = words.is(next, Word.POSSESSIVES) || next.isCapitalised() && words.is(next, Word.WEEKDAYS);
    if (words.is(token, Word.OF) && words.is(s.token(preposition - 1), Word.OTHERS)) {
      return next.isWord();
    }
    if (words.is(token, Word.OF) || words.is(token, Word.FOR)) {
      return next.isWord() && !possessive;
    }
    boolean inside = words.is(token, Word.IN) || words.is(token, Word.AT) || words.is(token, Word.TO) || words.is(token, Word.FROM);
    Token noun = s.token(preposition - 1);
    boolean role = !noun.isCapitalised() && (words.is(noun, Word.ROLES) || words.is(noun, Word.PLURALS)) ;
    return inside && role && !words.is(s.token(preposition + 1), Word.WEEKDAYS) && !occasionFollows(s, preposition + 1);
  }

  private boolean occasionFollows(Sentence s, int from) {
    for (int k = from; k < s.size() && k < from + 4; k++) {
      if (words.is(s.token(k), Word.OCCASIONS)) {
        return true;
      }
    }
    return false;
  }
}
