// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.respite.reading.Span;

/** Whom a definite description means: "the ministry", "the envoy", "the statement", "the two", by who has spoken and whom the narrator has named. */
final class Descriptions {
  private final Vocabulary words;
  private final Actors actors;
  private final Roster roster;
  private final Cast cast;

  /** The organisation named last by the narrator and not followed by another group's words, or null. */
  private String seen;

  /** The person named last whom the text gives a title, a role or an age, or null. */
  private String seenPerson;

  Descriptions(Vocabulary words, Actors actors, Roster roster, Cast cast) {
    this.words = words;
    this.actors = actors;
    this.roster = roster;
    this.cast = cast;
  }

  /** "a one-line note to the press": words on paper are whoever's words the text has just been about. */
  boolean isDocument(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (i + 1 == tokens.size() || words.is(tokens.get(i + 1), Word.PREPOSITIONS)) {
        return words.is(tokens.get(i), Word.DOCUMENTS);
      }
    }
    return false;
  }

  /** "the ministry", "the envoy", "the statement": the latest voice that all its nouns describe. */
  Optional<Voice> recall(List<Token> tokens) {
    Optional<Actors.Actor> actor = tokens.getLast().isCapitalised() ? actors.find(String.join(" ", tokens.stream().map(Token::text).toList())) : Optional.empty();
    if (actor.isPresent()) {
      return cast.voices().reversed().stream().filter(v -> actors.find(v.name).equals(actor)).findFirst();
    }
    List<String> nouns = tokens.stream().filter(t -> t.isWord() && !words.is(t, Word.DETERMINERS) && !words.is(t, Word.PREPOSITIONS))
        .map(t -> t.bare().toLowerCase(Locale.ROOT)).toList();
    boolean proper = tokens.stream().anyMatch(t -> t.isCapitalised() && !words.is(t, Word.DETERMINERS));
    for (Voice voice : cast.voices().reversed()) {
      boolean pair = (proper || nouns.size() == 1) && voice.name.contains(" and ");
      boolean group = voice.person && (words.is(tokens.getLast(), Word.GROUPS) || tokens.getLast().isCapitalised() && !words.is(tokens.getLast(), Word.ROLES) && !voice.name.contains(tokens.getLast().bare()));
      boolean other = tokens.getLast().isCapitalised() && !voice.person && !Arrays.asList(voice.name.split(" ")).contains(tokens.getLast().bare());
      if (!nouns.isEmpty() && !pair && !group && !other && voice.described.containsAll(nouns)) {
        return Optional.of(voice);
      }
    }
    if (proper || nouns.isEmpty() || tokens.size() > 4) {
      return Optional.empty();
    }
    return common(tokens, nouns);
  }

  /** "the statement", "the two", "the official", "the agency": no name in it. */
  private Optional<Voice> common(List<Token> tokens, List<String> nouns) {
    String head = nouns.getLast();
    if (words.is(head, Word.DOCUMENTS)) {
      return cast.voices().isEmpty() ? Optional.empty() : Optional.of(cast.voices().getLast());
    }
    if (words.is(head, Word.PLURALS) && words.number(nouns.getFirst()) == 2) {
      return cast.voices().reversed().stream().filter(v -> v.name.contains(" and ")).findFirst();
    }
    if (tokens.size() <= 2 && words.is(head, Word.GENERIC_PERSONS) && seenPerson != null) {
      return Optional.of(cast.person(new NameParser.Name(seenPerson, "", seenPerson, true)));
    }
    boolean person = words.is(head, Word.OFFICIALS);
    boolean group = words.is(head, Word.ORGANISATIONS);
    if (group && seen != null) {
      String name = seen;
      return cast.voices().stream().filter(v -> v.name.equals(name)).findFirst().or(() -> Optional.of(cast.add(new Voice(name, false))));
    }
    for (Voice voice : cast.voices().reversed()) {
      boolean fits = person && voice.person && nouns.size() == 1 && voice.described.stream().anyMatch(d -> words.is(d, Word.ROLES)) || group && !voice.person;
      if (fits) {
        return Optional.of(voice);
      }
    }
    return Optional.empty();
  }

  /** Notes whom the narrator has just named: "the agency", "the diplomat" may mean them before they have spoken. */
  void seen(Sentence s) {
    for (Token token : s.tokens()) {
      String full = token.isCapitalised() ? roster.fullName(token.bare()) : null;
      seenPerson = full != null && roster.isPerson(full) ? full : seenPerson;
    }
    for (int i = 0; i < s.size(); i++) {
      for (int length = Math.min(4, s.size() - i); length > 0 && s.token(i).isCapitalised(); length--) {
        Span span = s.spanOf(i, i + length - 1);
        String name = String.join(" ", s.tokens().subList(i, i + length).stream().map(Token::text).toList());
        boolean organisation = actors.find(name).filter(a -> a.kind().equals("organisation")).isPresent();
        if (organisation && span.length() > 1) {
          seen = name;
          break;
        }
      }
    }
  }

  /** Notes a person with a title, a role or an age by the full name. */
  void named(String fullName) {
    seenPerson = fullName;
  }

  /** A group that speaks is now whom "the agency" means. */
  void spoke(Voice voice) {
    seen = voice.person ? seen : null;
  }
}
