// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.respite.reading.Span;

/**
 * Who speaks in a document: merges "Steinmeier", "he" and "the minister" with "Frank-Walter Steinmeier".
 *
 * <p>A pronoun means the last person who spoke, not the nearest name: in reports of speech that is right more often.
 */
final class Cast {
  private final Vocabulary words;
  private final Actors actors;
  private final Roster roster;
  private final Labels labels;

  /** In order of their last words: the latest at the end. */
  private final List<Voice> voices = new ArrayList<>();

  /** The organisation named last by the narrator and not followed by another group's words, or null. */
  private String seen;

  /** The person named last whom the text gives a title, a role or an age, or null. */
  private String seenPerson;

  Cast(Vocabulary words, Actors actors, Roster roster) {
    this.words = words;
    this.actors = actors;
    this.roster = roster;
    this.labels = new Labels(words, actors, roster, this);
  }

  /** Whom labels mean. */
  Labels labels() {
    return labels;
  }

  /** The voice that a subject means; empty for a pronoun with nobody before it. */
  Optional<Voice> resolve(Sentence s, Subject x) {
    List<Token> tokens = s.tokens().subList(x.first(), x.last() + 1);
    if (tokens.size() == 1) {
      String only = tokens.getFirst().lower();
      if (words.is(only, Word.PRONOUNS) || words.is(only, Word.OBJECT_PRONOUNS)) {
        return pronoun(only);
      }
    }
    NameParser.Name name = new NameParser(words, actors).parse(tokens);
    Voice voice = name.person().isEmpty() ? described(tokens, name) : person(name);
    if (x.roleFirst() >= 0 && isRole(s, x)) {
      if (voice.unsure) {
        voice.unsure = false;
      }
      describe(voice, s.tokens().subList(x.roleFirst(), x.roleLast() + 1), true);
    }
    describe(voice, tokens, !name.role().isEmpty());
    if (voice.role.isEmpty()) {
      voice.role = words.is(name.role().toLowerCase(Locale.ROOT).replace(".", ""), Word.TITLES) && name.role().length() < 5 ? "" : name.role();
    }
    if (voice.role.isEmpty() && x.roleFirst() >= 0 && isRole(s, x)) {
      voice.role = roleText(s.tokens().subList(x.roleFirst(), x.roleLast() + 1));
    }
    return Optional.of(voice);
  }

  /** "a baker", not "67", "who was there", "for its part". */
  private boolean isRole(Sentence s, Subject x) {
    Token first = s.token(x.roleFirst());
    boolean clause = words.is(first, Word.BREAKS) || words.is(first, Word.PREPOSITIONS) && !words.is(first, Word.FROM) && !words.is(first, Word.OF) || words.ends(first, Word.PARTICIPLE_ENDINGS) || Character.isDigit(first.text().charAt(0));
    for (int i = x.roleFirst(); i <= x.roleLast() && !clause; i++) {
      if (words.is(s.token(i), Word.ROLES) || words.is(s.token(i), Word.GROUPS) || words.is(s.token(i), Word.PERSONS)) {
        return true;
      }
    }
    return false;
  }

  private String roleText(List<Token> tokens) {
    StringBuilder role = new StringBuilder();
    for (Token token : tokens) {
      if (token.isWord() && !(role.isEmpty() && words.is(token, Word.DETERMINERS))) {
        role.append(role.isEmpty() ? "" : " ").append(token.text());
      }
    }
    return role.toString();
  }

  private void describe(Voice voice, List<Token> tokens, boolean role) {
    for (Token token : tokens) {
      boolean noun = token.isWord() && !words.is(token, Word.DETERMINERS) && !words.is(token, Word.PREPOSITIONS);
      if (noun) {
        voice.described.add(token.bare().toLowerCase(Locale.ROOT));
      }
      if (role || voice.person) {
        voice.gender = words.is(token, Word.MALE) ? Voice.Gender.MALE : words.is(token, Word.FEMALE) ? Voice.Gender.FEMALE : voice.gender;
      }
    }
  }

  private Optional<Voice> pronoun(String pronoun) {
    boolean person = words.is(pronoun, Word.MALE) || words.is(pronoun, Word.FEMALE);
    boolean it = words.is(pronoun, Word.IT);
    Voice.Gender gender = words.is(pronoun, Word.MALE) ? Voice.Gender.MALE : Voice.Gender.FEMALE;
    Voice.Gender other = gender == Voice.Gender.MALE ? Voice.Gender.FEMALE : Voice.Gender.MALE;
    for (Voice voice : voices.reversed()) {
      boolean thing = !voice.person || voice.unsure;
      if (person && voice.person && voice.gender != other) {
        voice.gender = gender;
        return Optional.of(voice);
      }
      boolean plural = !person && !it && isPlural(voice);
      boolean many = words.is(lastWord(voice), Word.PLURALS);
      if (plural || it && thing && !many) {
        return Optional.of(voice);
      }
    }
    return person || voices.isEmpty() || it ? Optional.empty() : Optional.of(voices.getLast());
  }

  private boolean isPlural(Voice voice) {
    return !voice.person || words.is(lastWord(voice), Word.PLURALS);
  }

  private static String lastWord(Voice voice) {
    return voice.name.substring(voice.name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
  }

  Voice person(NameParser.Name name) {
    String given = name.person();
    for (Voice voice : voices.reversed()) {
      if (voice.person && sameName(voice.name, given)) {
        if (given.length() > voice.name.length()) {
          voice.name = given;
        }
        return voice;
      }
    }
    String last = given.substring(given.lastIndexOf(' ') + 1);
    String full = roster.fullName(last);
    boolean extend = full != null && full.length() > given.length() && full.endsWith(given);
    return add(new Voice(extend ? full : given, true));
  }

  /** Same name, or one is the end of the other: "de Mistura", "Staffan de Mistura". */
  static boolean sameName(String a, String b) {
    String longer = a.length() >= b.length() ? a : b;
    String shorter = a.length() >= b.length() ? b : a;
    return longer.equals(shorter) || longer.endsWith(" " + shorter) || longer.endsWith("-" + shorter) || Arrays.asList(longer.split(" ")).contains(shorter);
  }

  private Voice described(List<Token> tokens, NameParser.Name name) {
    String text = name.group();
    for (Voice voice : voices.reversed()) {
      if (voice.name.equalsIgnoreCase(text)) {
        return voice;
      }
    }
    if (words.is(tokens.getFirst(), Word.DEFINITE) || tokens.size() == 1) {
      Optional<Voice> known = recall(tokens);
      if (known.isPresent()) {
        return known.get();
      }
    }
    boolean document = text.equals(text.toLowerCase(Locale.ROOT)) && isDocument(tokens) && !voices.isEmpty();
    if (document) {
      return voices.getLast();
    }
    boolean person = name.isPersonRole();
    String full = person ? null : roster.spelledOut(text.replace(".", ""));
    String last = roster.fullName(text);
    if (full == null && last != null && tokens.size() == 1) {
      return person(new NameParser.Name(last, "", last, true));
    }
    Token only = tokens.getLast();
    boolean unknown = !person && full == null && tokens.size() == 1 && only.isCapitalised() && !words.is(only, Word.GROUPS) && !words.is(only, Word.PLURALS)
        && !words.is(only, Word.ROLES) && !only.text().equals(only.text().toUpperCase(Locale.ROOT)) && actors.find(text).isEmpty();
    Voice voice = new Voice(full == null ? text : full, person || unknown);
    voice.unsure = unknown;
    return add(voice);
  }

  /** "a one-line note to the press": words on paper are whoever's words the text has just been about. */
  private boolean isDocument(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (i + 1 == tokens.size() || words.is(tokens.get(i + 1), Word.PREPOSITIONS)) {
        return words.is(tokens.get(i), Word.DOCUMENTS);
      }
    }
    return false;
  }

  /** "the ministry", "the envoy", "the statement": the latest voice that all its nouns describe. */
  private Optional<Voice> recall(List<Token> tokens) {
    Optional<Actors.Actor> actor = tokens.getLast().isCapitalised() ? actors.find(String.join(" ", tokens.stream().map(Token::text).toList())) : Optional.empty();
    if (actor.isPresent()) {
      return voices.reversed().stream().filter(v -> actors.find(v.name).equals(actor)).findFirst();
    }
    List<String> nouns = tokens.stream().filter(t -> t.isWord() && !words.is(t, Word.DETERMINERS) && !words.is(t, Word.PREPOSITIONS))
        .map(t -> t.bare().toLowerCase(Locale.ROOT)).toList();
    boolean proper = tokens.stream().anyMatch(t -> t.isCapitalised() && !words.is(t, Word.DETERMINERS));
    for (Voice voice : voices.reversed()) {
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
    String head = nouns.getLast();
    if (words.is(head, Word.DOCUMENTS)) {
      return voices.isEmpty() ? Optional.empty() : Optional.of(voices.getLast());
    }
    if (words.is(head, Word.PLURALS) && words.number(nouns.getFirst()) == 2) {
      return voices.reversed().stream().filter(v -> v.name.contains(" and ")).findFirst();
    }
    if (tokens.size() <= 2 && words.is(head, Word.GENERIC_PERSONS) && seenPerson != null) {
      return Optional.of(person(new NameParser.Name(seenPerson, "", seenPerson, true)));
    }
    boolean person = words.is(head, Word.OFFICIALS);
    boolean group = words.is(head, Word.ORGANISATIONS);
    if (group && seen != null) {
      String name = seen;
      return voices.stream().filter(v -> v.name.equals(name)).findFirst().or(() -> Optional.of(add(new Voice(name, false))));
    }
    for (Voice voice : voices.reversed()) {
      boolean fits = person && voice.person && nouns.size() == 1 && voice.described.stream().anyMatch(d -> words.is(d, Word.ROLES)) || group && !voice.person;
      if (fits) {
        return Optional.of(voice);
      }
    }
    return Optional.empty();
  }

  /** In order of their last words: the latest at the end. */
  List<Voice> voices() {
    return voices;
  }

  Voice add(Voice voice) {
    voices.add(voice);
    return voice;
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

  /**
   * Notes the person whom a sentence is about, before its cues are read: "Mr Kost went further: the raid, he said, …". A pronoun then means
   * them. Only somebody who has spoken or whom the text gives a title, a role or an age.
   */
  void leads(Sentence s, Optional<Subject> subject) {
    if (subject.isEmpty()) {
      return;
    }
    Subject x = subject.get();
    NameParser.Name name = new NameParser(words, actors).parse(s.tokens().subList(x.first(), x.last() + 1));
    String given = name.person().isEmpty() ? name.group() : name.person();
    String full = roster.fullName(given.substring(given.lastIndexOf(' ') + 1));
    boolean titled = full != null && full.endsWith(given) && roster.isPerson(full) || !name.person().isEmpty() && !name.role().isEmpty();
    boolean spoken = voices.stream().anyMatch(v -> v.person && !v.unsure && sameName(v.name, given));
    Token head = s.token(x.last());
    seenPerson = titled && full != null ? full : seenPerson;
    boolean group = name.isPersonRole() && name.person().isEmpty() || words.is(head, Word.PLURALS) || words.is(head, Word.GROUPS) || actors.find(name.group()).isPresent();
    if (titled || spoken || group) {
      resolve(s, x).ifPresent(v -> {
        voices.remove(v);
        voices.add(v);
      });
    }
  }

  /** Notes that this voice spoke last. */
  void spoke(Voice voice) {
    seen = voice.person ? seen : null;
    voices.remove(voice);
    voices.add(voice);
  }

}
