// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
  private final Descriptions descriptions;

  /** In order of their last words: the latest at the end. */
  private final List<Voice> voices = new ArrayList<>();

  Cast(Vocabulary words, Actors actors, Roster roster) {
    this.words = words;
    this.actors = actors;
    this.roster = roster;
    this.labels = new Labels(words, actors, roster, this);
    this.descriptions = new Descriptions(words, actors, roster, this);
  }

  Actors actors() {
    return actors;
  }

  /** Whom "the ministry" or "the envoy" means. */
  Descriptions descriptions() {
    return descriptions;
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
      if (words.is(only, Word.WE)) { // of a release: the organisation that issues it
        return voices.reversed().stream().filter(v -> !v.person && !isPluralName(v)).findFirst();
      }
    }
    int author = author(tokens);
    if (author > 0) {
      return resolve(s, Subject.of(x.first() + author, x.last()));
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

  /** "a statement from | the Guard", "a report by | the UN": where whoever speaks in a document begins, or 0. */
  private int author(List<Token> tokens) {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (words.is(tokens.get(i), Word.ATTACHING) || words.is(tokens.get(i), Word.BY)) {
        boolean from = words.is(tokens.get(i), Word.FROM) || words.is(tokens.get(i), Word.BY);
        boolean somebody = tokens.getLast().isCapitalised() || words.is(tokens.getLast(), Word.PLURALS) || words.is(tokens.getLast(), Word.PERSONS);
        return from && somebody && words.is(tokens.get(i - 1), Word.DOCUMENTS) ? i + 1 : 0;
      }
    }
    return 0;
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
        String word = token.bare().toLowerCase(Locale.ROOT);
        voice.described.add(word);
        String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        if (words.is(one, Word.GROUPS)) { // "the Support Forces": "the force"
          voice.described.add(one);
        }
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

  private boolean isPluralName(Voice voice) {
    return words.is(lastWord(voice), Word.PLURALS);
  }

  private boolean isPlural(Voice voice) {
    return !voice.person || isPluralName(voice);
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
      Optional<Voice> known = descriptions.recall(tokens);
      if (known.isPresent()) {
        return known.get();
      }
    }
    boolean document = text.equals(text.toLowerCase(Locale.ROOT)) && descriptions.isDocument(tokens) && !voices.isEmpty();
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

  /** In order of their last words: the latest at the end. */
  List<Voice> voices() {
    return voices;
  }

  Voice add(Voice voice) {
    voices.add(voice);
    return voice;
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
    if (titled && full != null) {
      descriptions.named(full);
    }
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
    descriptions.spoke(voice);
    voices.remove(voice);
    voices.add(voice);
  }
}
