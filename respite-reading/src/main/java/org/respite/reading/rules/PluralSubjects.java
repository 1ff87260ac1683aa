// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

/** Tells a verb in the plural from a noun of the same form: "officials say", but "a claim". */
final class PluralSubjects {
  private static final int LONGEST_SUBJECT = 8;

  private final Vocabulary words;

  PluralSubjects(Vocabulary words) {
    this.words = words;
  }

  /** Whether what stands before the verb at {@code first} is a plural. */
  boolean before(Sentence s, int first) {
    if (first == 0) {
      return false;
    }
    Token before = s.token(first - 1);
    if (words.is(before, Word.AND) || words.is(before, Word.BUT)) {
      return s.tokens().subList(0, first).stream().anyMatch(t -> words.is(t, Word.PLURAL_VERBS));
    }
    boolean noun = words.is(before, Word.PLURALS) || words.is(before, Word.THEY) || words.is(before, Word.BOTH) || before.isCapitalised()
        || words.ends(before, Word.PLURAL_ENDINGS) && before.isWord() && !before.isPossessive();
    return noun && !words.is(before, Word.TO) || before.is(",") || pluralHead(s, first - 1);
  }

  /** "aid groups in the region say": a plural with something hung on it. */
  private boolean pluralHead(Sentence s, int last) {
    for (int i = last; i > 0 && last - i < LONGEST_SUBJECT && s.token(i).isWord() && !words.is(s.token(i), Word.BREAKS) && !words.is(s.token(i), Word.TO); i--) {
      if (words.is(s.token(i), Word.ATTACHING) && words.is(s.token(i - 1), Word.PLURALS)) {
        return true;
      }
    }
    return false;
  }
}
