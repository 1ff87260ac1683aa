// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whom the label of a turn ("MS. HOLT:", "A:") or of a headline ("Assad: …") means. */
final class Labels {
  private final Vocabulary words;
  private final Actors actors;
  private final Roster roster;
  private final Cast cast;

  Labels(Vocabulary words, Actors actors, Roster roster, Cast cast) {
    this.words = words;
    this.actors = actors;
    this.roster = roster;
    this.cast = cast;
  }

  /** The voice of a transcript's label or a headline's name. */
  Voice labelled(String label) {
    if (words.is(label.toLowerCase(Locale.ROOT), Word.ANSWERERS)) {
      Optional<String> asked = roster.fullNames().stream().filter(roster::isPerson).findFirst();
      return asked.map(name -> cast.person(new NameParser.Name(name, "", name, true))).orElseGet(() -> cast.add(new Voice(label, true)));
    }
    String bare = withoutTitle(label);
    for (Voice voice : cast.voices().reversed()) {
      if (Cast.sameName(voice.name.toLowerCase(Locale.ROOT), bare.toLowerCase(Locale.ROOT))) {
        return voice;
      }
    }
    for (String full : roster.fullNames()) {
      if (Cast.sameName(full.toLowerCase(Locale.ROOT), bare.toLowerCase(Locale.ROOT))) {
        return cast.add(new Voice(full, true));
      }
    }
    return cast.add(new Voice(bare, !actors.find(bare).isPresent()));
  }

  /** "MS. ADEYEMI-HOLT" without its title. */
  private String withoutTitle(String label) {
    int space = label.indexOf(' ');
    String first = space < 0 ? "" : label.substring(0, space).toLowerCase(Locale.ROOT).replace(".", "");
    boolean title = words.is(first, Word.TITLES) && !words.is(first, Word.ROLES) || words.is(first, Word.THE);
    return title ? label.substring(space + 1).strip() : label.strip();
  }

  /** The voice that a headline's label means ("Assad", "Prime minister"); empty where the body knows none. */
  Optional<Voice> known(List<Token> label) {
    List<String> nouns = label.stream().filter(Token::isWord).map(t -> t.bare().toLowerCase(Locale.ROOT)).toList();
    for (Voice voice : cast.voices().reversed()) {
      boolean named = label.size() == 1 && Cast.sameName(voice.name, label.getFirst().text());
      if (named || !nouns.isEmpty() && voice.described.containsAll(nouns)) {
        return Optional.of(voice);
      }
    }
    return Optional.empty();
  }
}
