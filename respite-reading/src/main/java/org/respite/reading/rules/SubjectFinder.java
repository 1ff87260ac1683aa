// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.Optional;

/** Finds who speaks for a cue: to its left over appositions and adjuncts, or to its right behind a quotation. */
final class SubjectFinder {
  private static final int MOST_APPOSITIONS = 4;
  private static final int LONGEST_MODIFIER = 14;

  private final Vocabulary words;
  private final NounPhrases phrases;
  private final SpeakerTest speakers;
  private final Adjuncts adjuncts;

  SubjectFinder(Vocabulary words) {
    this.words = words;
    this.phrases = new NounPhrases(words);
    this.speakers = new SpeakerTest(words);
    this.adjuncts = new Adjuncts(words);
  }

  /** The subject left of the cue. */
  Optional<Subject> left(Sentence s, Cue cue) {
    int i = skipAdverbs(s, cue.first() - 1);
    i = i > 0 && words.is(s.token(i), Word.BEFORE_VERB) && !s.token(i).isCapitalised() ? skipAdverbs(s, i - 1) : i;
    int adjunct = adjuncts.skipBack(s, i + 1, 0);
    if (adjunct > 0 && adjunct <= i) {
      Optional<Subject> beyond = at(s, skipAdverbs(s, adjunct - 1), cue);
      if (beyond.isPresent()) {
        return beyond;
      }
    }
    return at(s, i, cue);
  }

  private Optional<Subject> at(Sentence s, int index, Cue cue) {
    int i = skipParentheses(s, skipAdverbs(s, index));
    if (i < 0 || s.token(i).isQuote()) {
      return Optional.empty();
    }
    Token token = s.token(i);
    if (words.is(token, Word.RELATIVES_WHO) || words.is(token, Word.RELATIVES_WHICH)) {
      return relative(s, i - 1);
    }
    boolean stand = cue.type().equals("appeal") || cue.type().equals("support") || cue.type().equals("oppose") || cue.type().equals("accuse");
    if (words.is(token, Word.WE)) {
      return stand ? Optional.of(Subject.of(i, i)) : Optional.empty();
    }
    Optional<Subject> modified = overModifier(s, i);
    if (modified.isPresent()) {
      return modified;
    }
    if (token.is(",") || token.is("–") || token.is("—")) {
      return overApposition(s, i);
    }
    int first = phrases.begin(s, i, 0);
    Subject subject = Subject.of(first, i);
    return speakers.isSpeaker(s, subject, true) ? Optional.of(subject) : Optional.empty();
  }

  /** "An official who did not wish to be named said", "residents reached by telephone said": what stands before the modifier. */
  private Optional<Subject> overModifier(Sentence s, int last) {
    for (int k = last; k > 0 && last - k < LONGEST_MODIFIER; k--) {
      Token token = s.token(k);
      boolean relative = words.is(token, Word.RELATIVES_WHO) || words.is(token, Word.RELATIVES_WHICH) || words.is(token, Word.THAT) && words.cues(s.token(k - 1).lower()).isEmpty();
      if (!token.isWord() || words.is(token, Word.BREAKS) && !relative && !words.is(token, Word.AS)) {
        return Optional.empty();
      }
      boolean participle = words.is(token, Word.LINKERS) || words.is(token, Word.PARTICIPLES) || words.is(token, Word.FIRST_PERSON) && k > 1;
      if ((relative || participle) && s.token(k - 1).isWord()) {
        Subject subject = Subject.of(phrases.begin(s, k - 1, 0), k - 1);
        return speakers.isSpeaker(s, subject, false) ? Optional.of(subject) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The phrase that ends at a token: "the speaker, X, | from declaring". */
  Optional<Subject> endingAt(Sentence s, int last) {
    if (last < 0) {
      return Optional.empty();
    }
    if (s.token(last).is(",")) {
      return overApposition(s, last);
    }
    Subject subject = Subject.of(phrases.begin(s, last, 0), last);
    return s.token(last).isWord() && speakers.isSpeaker(s, subject, false) ? Optional.of(subject) : Optional.empty();
  }

  /** "the army, which denies …", "a resident who said …". */
  private Optional<Subject> relative(Sentence s, int index) {
    int i = index >= 0 && s.token(index).is(",") ? index - 1 : index;
    if (i < 0 || !s.token(i).isWord()) {
      return Optional.empty();
    }
    Subject subject = Subject.of(phrases.begin(s, i, 0), i);
    Optional<Subject> named = nameBefore(s, subject);
    return named.isPresent() ? named : speakers.isSpeaker(s, subject, false) ? Optional.of(subject) : Optional.empty();
  }

  /** "Ada Brun, | spokeswoman for Norland": the name that a role hangs on. */
  private Optional<Subject> nameBefore(Sentence s, Subject role) {
    if (role.first() < 2 || !s.token(role.first() - 1).is(",") || speakers.isName(s, role)) {
      return Optional.empty();
    }
    Subject name = Subject.of(phrases.begin(s, role.first() - 2, 0), role.first() - 2);
    return speakers.isName(s, name) && speakers.names(s, role.first(), role.last(), Word.ROLES, Word.TITLES) ? Optional.of(name.withRole(role.first(), role.last())) : Optional.empty();
  }

  /** "X, the mayor, said", "The mayor, X, said", "X, which holds the hill, said". */
  private Optional<Subject> overApposition(Sentence s, int comma) {
    int close = comma;
    for (int n = 0; n < MOST_APPOSITIONS; n++) {
      int open = open(s, close);
      if (open < 0) {
        return n == 0 ? Optional.empty() : bare(s, 0, close - 1);
      }
      if (s.token(open).isQuote()) {
        return bare(s, open + 1, close - 1);
      }
      Subject inner = Subject.of(open + 1, close - 1);
      int before = skipParentheses(s, open - 1);
      if (before >= 0 && (speakers.isName(s, inner) || speakers.isNamedRole(s, inner))) {
        int first = phrases.begin(s, before, 0);
        boolean role = s.token(before).isWord() && speakers.names(s, first, before, Word.ROLES, Word.TITLES);
        boolean place = !role && first > 0 && (words.is(s.token(first - 1), Word.PREPOSITIONS) || words.is(s.token(first), Word.PREPOSITIONS));
        if (!place) {
          return Optional.of(role ? inner.withRole(first, before) : inner);
        }
        close = open;
        continue;
      }
      if (before >= 0 && s.token(before).isWord()) {
        Optional<Subject> modified = overModifier(s, before);
        if (modified.isPresent()) {
          return modified;
        }
        Subject outer = Subject.of(phrases.begin(s, before, 0), before);
        Optional<Subject> named = nameBefore(s, outer);
        if (named.isPresent()) {
          return named;
        }
        boolean aside = words.is(s.token(outer.first()), Word.BREAKS) || startsAside(s, outer.first());
        if (!aside && speakers.isSpeaker(s, outer, false)) {
          return Optional.of(outer.withRole(open + 1, close - 1));
        }
      }
      close = open;
    }
    return Optional.empty();
  }

  /** A second apposition: "aged 40", "who …", "a baker". */
  private boolean startsAside(Sentence s, int first) {
    Token token = s.token(first);
    boolean article = (words.is(token, Word.INDEFINITE)) && first > 1;
    return article || Character.isDigit(token.text().charAt(0)) || first > 0 && words.is(s.token(first - 1), Word.BREAKS);
  }

  private Optional<Subject> bare(Sentence s, int from, int to) {
    if (to < from) {
      return Optional.empty();
    }
    Subject subject = Subject.of(phrases.begin(s, to, from), to);
    return speakers.isSpeaker(s, subject, false) ? Optional.of(subject) : Optional.empty();
  }

  private int open(Sentence s, int close) {
    for (int k = close - 1; k >= 0; k--) {
      if (s.token(k).is(",") || s.token(k).is("–") || s.token(k).is("—") || s.token(k).isQuote()) {
        return k;
      }
    }
    return -1;
  }

  /** The subject right of {@code from}: behind "said", "according to" or "by". */
  Optional<Subject> right(Sentence s, int from) {
    int start = from;
    while (start < s.size() && words.is(s.token(start), Word.ADVERBS)) {
      start++;
    }
    if (start >= s.size()) {
      return Optional.empty();
    }
    int last = phrases.end(s, start);
    if (last < start) {
      return Optional.empty();
    }
    if (words.is(s.token(start), Word.OBJECT_PRONOUNS)) {
      return Optional.of(Subject.of(start, start));
    }
    Subject subject = Subject.of(start, last);
    if (!speakers.isSpeaker(s, subject, true)) {
      return Optional.empty();
    }
    return Optional.of(appositionRight(s, subject));
  }

  /** "the Chief of the General Staff, General Anton Vrubel": the name behind the comma is the speaker. */
  private Subject appositionRight(Sentence s, Subject subject) {
    int comma = subject.last() + 1;
    if (comma + 1 >= s.size() || !s.token(comma).is(",")) {
      return subject;
    }
    boolean from = words.is(s.token(comma + 1), Word.FROM) && comma + 2 < s.size();
    int last = phrases.end(s, from ? comma + 2 : comma + 1);
    Subject next = Subject.of(comma + 1, last);
    boolean common = s.tokens().subList(subject.first() + 1, subject.last() + 1).stream().noneMatch(Token::isCapitalised) && !words.is(s.token(subject.last()), Word.PLURALS);
    boolean role = speakers.names(s, subject.first(), subject.last(), Word.ROLES, Word.TITLES) || common;
    if (last > comma && speakers.isName(s, next) && role && !speakers.isName(s, subject)) {
      return next.withRole(subject.first(), subject.last());
    }
    return last > comma ? subject.withRole(comma + 1, last) : subject;
  }

  /** First noun phrase of the sentence: the subject that a participle or a second verb shares. */
  Optional<Subject> ofSentence(Sentence s) {
    int start = opening(s);
    boolean participle = start < s.size() && (words.ends(s.token(start), Word.PARTICIPLE_ENDINGS) || words.is(s.token(start), Word.PARTICIPLES) || !words.cues(s.token(start).lower()).isEmpty());
    if (start < s.size() && (words.is(s.token(start), Word.PREPOSITIONS) || participle && comma(s) > start)) {
      start = comma(s) + 1;
    }
    for (int last = phrases.end(s, start); last >= start; last--) {
      Subject subject = Subject.of(start, last);
      boolean whole = s.token(last).isWord() && speakers.isSpeaker(s, subject, false);
      if (whole && (last + 1 >= s.size() || !s.token(last).isCapitalised() || !s.token(last + 1).isCapitalised())) {
        return Optional.of(appositionRight(s, subject));
      }
    }
    return Optional.empty();
  }

  /** First token behind "But", "Meanwhile," and the like. */
  private int opening(Sentence s) {
    int begin = 0;
    while (begin + 1 < s.size() && (words.is(s.token(begin), Word.CONTRASTS) || words.is(s.token(begin), Word.ADVERBS) || begin > 0 && s.token(begin).is(","))) {
      begin++;
    }
    return begin;
  }

  /** The name that the sentence begins with, or the one behind its first phrase: "Mr Kost went further", "The mayor, Ada Brun, …". */
  Optional<Subject> leading(Sentence s) {
    int begin = opening(s);
    int last = begin - 1;
    for (int i = begin; i < s.size() && (s.token(i).isCapitalised() || words.is(s.token(i), Word.PARTICLES) || i > begin && s.token(i).is(".")); i++) {
      last = words.is(s.token(i), Word.PARTICLES) ? last : i;
    }
    while (last > begin && !s.token(last).isWord()) {
      last--;
    }
    Subject run = Subject.of(begin, last);
    return last >= begin && speakers.isName(s, run) ? Optional.of(run) : ofSentence(s);
  }

  private int comma(Sentence s) {
    for (int i = 0; i < s.size(); i++) {
      if (s.token(i).is(",")) {
        return i;
      }
    }
    return -1;
  }

  private int skipAdverbs(Sentence s, int from) {
    int i = from;
    while (i >= 0 && (words.is(s.token(i), Word.ADVERBS) && !(i > 0 && s.token(i).isCapitalised()) || words.is(s.token(i), Word.AUXILIARIES))) {
      i--;
      if (i > 0 && s.token(i).is(",") && isAdverb(s, i - 1) ) {
        i--;
      }
    }
    if (i > 1 && s.token(i).is(",") && isAdverb(s, i - 1) && s.token(i - 2).is(",")) {
      return i - 3;
    }
    return i;
  }

  private boolean isAdverb(Sentence s, int i) {
    return words.is(s.token(i), Word.ADVERBS);
  }

  private int skipParentheses(Sentence s, int from) {
    int i = from;
    if (i >= 0 && (s.token(i).is(")") || s.token(i).is("]"))) {
      while (i >= 0 && !s.token(i).is("(") && !s.token(i).is("[")) {
        i--;
      }
      i--;
    }
    return i;
  }
}
