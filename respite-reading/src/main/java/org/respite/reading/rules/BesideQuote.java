// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.List;
import java.util.Optional;

/** Finds a speaker by place alone, for verbs that no list has. */
final class BesideQuote {
  private final Vocabulary words;
  private final Cast cast;
  private final SubjectFinder subjects;
  private final SpeakerTest speakers;

  BesideQuote(Vocabulary words, Cast cast) {
    this.words = words;
    this.cast = cast;
    this.subjects = new SubjectFinder(words);
    this.speakers = new SpeakerTest(words);
  }

  /**
   * A speaker beside a quotation whose verb is in no list: "“…,” X, a driver, shrugged", "“…,” sneered X". The mark and the place tell
   * enough: the quotation opens the sentence and ends in a comma, a question mark or an exclamation mark.
   */
  Optional<Draft> find(Sentence s, Quote quote, List<Quote> quotes) {
    Token first = s.token(0);
    if (!first.isQuote() || quotes.get(first.quote()) != quote || s.size() < 3) {
      return Optional.empty();
    }
    int at = s.token(1).isWord() ? 1 : 2;
    Token next = s.token(at);
    boolean verb = next.isWord() && !next.isCapitalised() && (words.ends(next, Word.PAST_ENDINGS) || words.ends(next, Word.PLURAL_ENDINGS)) && !words.is(next, Word.PRONOUNS) && !words.is(next, Word.PLURALS);
    Optional<Subject> subject = subjects.right(s, verb ? at + 1 : at).filter(x -> verb || x.last() + 1 < s.size()).filter(x -> speakers.isSpeaker(s, x, false));
    return subject.flatMap(x -> cast.resolve(s, x).map(voice -> {
      Draft draft = new Draft(s, "beside-quote");
      draft.voice = voice;
      draft.mention = s.spanOf(x.first(), x.last());
      return draft;
    }));
  }
}
