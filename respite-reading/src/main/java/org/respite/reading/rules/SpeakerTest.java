// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

/** Whether a phrase can speak: a name, a pronoun, a role, a group, and with a verb of saying any noun that is not a thing. */
final class SpeakerTest {
  private final Vocabulary words;

  SpeakerTest(Vocabulary words) {
    this.words = words;
  }

  /** "former president Olu Brun", "retired Dutch general Pavel Brun": a role in small letters, and a name behind it. */
  boolean isNamedRole(Sentence s, Subject x) {
    int role = -1;
    for (int i = x.first(); i < x.last(); i++) {
      if (words.is(s.token(i), Word.PREPOSITIONS) || words.is(s.token(i), Word.BREAKS) || !s.token(i).isWord()) {
        return false;
      }
      role = words.is(s.token(i), Word.ROLES) && !s.token(i).isCapitalised() ? i : role;
    }
    return role >= 0 && isName(s, Subject.of(role + 1, x.last()));
  }

  /** All words capitalised, at least one a name and none a group or a day. */
  boolean isName(Sentence s, Subject x) {
    if (x.last() < x.first()) {
      return false;
    }
    boolean proper = false;
    for (int i = x.first(); i <= x.last(); i++) {
      Token token = s.token(i);
      boolean particle = words.is(token, Word.PARTICLES) || token.is(".");
      if (!particle && !token.isCapitalised() || words.is(token, Word.GROUPS) || words.is(token, Word.WEEKDAYS) || token.isPossessive()) {
        return false;
      }
      proper |= !words.is(token, Word.TITLES) && !words.is(token, Word.ROLES) && !particle && !words.is(token, Word.DETERMINERS);
    }
    return proper && x.last() - x.first() < 6;
  }

  boolean names(Sentence s, int first, int last, Word... classes) {
    for (int i = first; i <= last; i++) {
      for (Word word : classes) {
        if (words.is(s.token(i), word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the phrase can speak: a pronoun, a name, a person's role, a group or (for strong verbs) any noun with an article. */
  boolean isSpeaker(Sentence s, Subject x, boolean strong) {
    Token first = s.token(x.first());
    if (x.first() == x.last() && words.is(first, Word.PRONOUNS)) {
      return true;
    }
    boolean vague = x.first() == x.last() && (words.is(first, Word.OTHERS) || words.is(first, Word.DETERMINERS));
    Token end = s.token(x.last());
    if (!end.isCapitalised() && (words.is(end, Word.AND) || words.is(end, Word.BREAKS) || words.is(end, Word.PREPOSITIONS))) {
      return false;
    }
    if (vague || words.is(first, Word.DEMONSTRATIVES) && x.last() == x.first() || !s.token(x.last()).isWord()) {
      return false;
    }
    int head = head(s, x);
    Token noun = s.token(head);
    if (isPart(s, x, head)) {
      return true;
    }
    boolean proper = noun.isCapitalised() && !words.is(noun, Word.WEEKDAYS) && !words.is(noun, Word.MONTHS) && !isPlainFirst(s, head);
    boolean speaks = words.is(noun, Word.ROLES) || words.is(noun, Word.PLURALS) || words.is(noun, Word.GROUPS) || words.is(noun, Word.DOCUMENTS);
    boolean article = (words.is(first, Word.DETERMINERS) || first.isPossessive()) && x.last() > x.first();
    boolean plural = words.ends(noun, Word.PLURAL_ENDINGS) && noun.lower().length() > 3 && !noun.lower().endsWith("ss") && !noun.isPossessive();
    boolean open = strong && noun.isWord() && (article || plural) && !words.is(noun, Word.INANIMATE) && !words.is(noun, Word.WEEKDAYS) && !words.is(noun, Word.ADVERBS);
    return proper || speaks || words.is(noun, Word.TITLES) || open;
  }

  /** "one of them", "two of the drivers": whoever is meant speaks, though the text does not name them. */
  private boolean isPart(Sentence s, Subject x, int head) {
    boolean counted = words.is(s.token(head), Word.OTHERS) || words.is(s.token(head), Word.NUMBERS);
    return head == x.first() && x.last() > head && counted && words.is(s.token(head + 1), Word.OF) && !words.is(s.token(x.last()), Word.INANIMATE);
  }

  /** The noun before the first attached preposition: "proposal" in "the proposal of the agency". */
  private int head(Sentence s, Subject x) {
    for (int i = x.first() + 1; i <= x.last(); i++) {
      if (words.is(s.token(i), Word.ATTACHING) && !s.token(i).isCapitalised()) {
        return words.is(s.token(i - 1), Word.LINKERS) ? Math.max(x.first(), i - 2) : i - 1;
      }
    }
    return x.last();
  }

  /** The first word of a sentence is capitalised whatever it is. */
  private boolean isPlainFirst(Sentence s, int i) {
    Token token = s.token(i);
    boolean function = words.is(token, Word.DETERMINERS) || words.is(token, Word.PREPOSITIONS) || words.is(token, Word.BREAKS) || words.is(token, Word.ADVERBS) || words.is(token, Word.OTHERS)
        || words.is(token, Word.INANIMATE) || words.ends(token, Word.PARTICIPLE_ENDINGS);
    return i == 0 && function;
  }
}
