// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Full names of a document by last name, and names of groups by initials, gathered before anybody speaks. */
final class Roster {
  private final Vocabulary words;
  private final Actors actors;
  private final Map<String, String> fullNames = new LinkedHashMap<>();
  private final Map<String, String> acronyms = new LinkedHashMap<>();
  private final Set<String> people = new LinkedHashSet<>();

  private Roster(Vocabulary words, Actors actors) {
    this.words = words;
    this.actors = actors;
  }

  static Roster of(List<Sentence> sentences, Vocabulary words, Actors actors) {
    Roster roster = new Roster(words, actors);
    roster.collect(sentences);
    return roster;
  }

  /** The full name that ends in {@code last}, or null. */
  String fullName(String last) {
    return fullNames.get(last);
  }

  /** The group that {@code initials} stand for, or null. */
  String spelledOut(String initials) {
    return acronyms.get(initials);
  }

  /** Whether the text gives this full name a title, a role or an age. */
  boolean isPerson(String fullName) {
    return people.contains(fullName);
  }

  /** All full names, in the order of the text. */
  Collection<String> fullNames() {
    return fullNames.values();
  }

  /** First pass: every run of two or more capitalised words may be the full form of a last name used alone later. */
  private void collect(List<Sentence> sentences) {
    for (Sentence s : sentences) {
      if (s.kind() == Block.Kind.HEADLINE) {
        continue;
      }
      int i = 0;
      while (i < s.size()) {
        int end = run(s, i);
        if (end > i + 1) {
          addRun(s, i, end);
        }
        i = Math.max(end, i + 1);
      }
    }
  }

  private int run(Sentence s, int from) {
    int i = from;
    while (i < s.size() && s.token(i).isWord() && isNameWord(s.token(i), i + 1 < s.size() ? s.token(i + 1) : null)) {
      boolean ends = s.token(i).isPossessive();
      i++;
      if (ends) {
        break;
      }
    }
    return i;
  }

  private boolean isNameWord(Token token, Token next) {
    boolean particle = words.is(token, Word.PARTICLES) && next != null && next.isCapitalised();
    boolean plain = words.is(token, Word.WEEKDAYS) || words.is(token, Word.MONTHS) || words.is(token, Word.DETERMINERS) || words.is(token, Word.PREPOSITIONS)
        || words.is(token, Word.BREAKS) || words.is(token, Word.ADVERBS) || words.is(token, Word.OTHERS) || words.is(token, Word.PRONOUNS);
    return particle || token.isCapitalised() && !plain;
  }

  private void addRun(Sentence s, int from, int to) {
    int begin = from;
    for (int i = from; i < to - 1; i++) {
      if (words.is(s.token(i), Word.ROLES) || words.is(s.token(i), Word.TITLES) || actors.isPlace(s.token(i).text())) {
        begin = i + 1;
      }
    }
    boolean group = false;
    for (int i = begin; i < to; i++) {
      group |= words.is(s.token(i), Word.GROUPS);
    }
    StringBuilder name = new StringBuilder();
    for (int i = begin; i < to; i++) {
      name.append(name.isEmpty() ? "" : " ").append(s.token(i).bare());
    }
    if (to - begin < 2 || actors.find(name.toString()).isPresent()) {
      return;
    }
    if (group) {
      acronyms.putIfAbsent(initials(name.toString()), name.toString());
    } else {
      String last = s.token(to - 1).bare();
      fullNames.putIfAbsent(last, name.toString());
      if (begin > from || from > 0 && isRole(s.token(from - 1)) || describedBehind(s, to) || describedBefore(s, from)) {
        people.add(name.toString());
      }
      if (Character.isLowerCase(last.charAt(0))) {
        fullNames.putIfAbsent(last.substring(last.indexOf('-') + 1), name.toString());
      }
    }
  }

  private boolean isRole(Token token) {
    return words.is(token, Word.ROLES) || words.is(token, Word.TITLES);
  }

  /** "the official representative of the ministry, X". */
  private boolean describedBefore(Sentence s, int from) {
    boolean person = false;
    for (int i = from - 2; from > 1 && s.token(from - 1).is(",") && i >= 0 && from - i < 12 && s.token(i).isWord(); i--) {
      person |= words.is(s.token(i), Word.PERSONS);
    }
    return person;
  }

  /** "X, a baker,", "X, 34,", "X, who". */
  private boolean describedBehind(Sentence s, int at) {
    if (at + 1 >= s.size() || !s.token(at).is(",")) {
      return false;
    }
    Token next = s.token(at + 1);
    boolean role = words.is(next, Word.PERSONS);
    for (int k = at + 2; k < Math.min(s.size(), at + 6) && words.is(next, Word.DETERMINERS) && !role; k++) {
      role = words.is(s.token(k), Word.PERSONS);
    }
    return role || next.isWord() && Character.isDigit(next.text().charAt(0)) && next.text().length() <= 3 || words.is(next, Word.PERSONAL);
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String part : name.split("[ -]")) {
      if (!part.isEmpty() && Character.isUpperCase(part.charAt(0))) {
        initials.append(part.charAt(0));
      }
    }
    return initials.toString();
  }
}
