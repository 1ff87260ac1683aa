// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.List;

/** Splits a noun phrase into role and name: "German Foreign Minister | Frank-Walter Steinmeier". */
final class NameParser {
  /**
   * @param person the personal name, or ""
   * @param role the words before it, or ""
   * @param group the whole phrase without its article
   * @param isPersonRole whether the phrase without a name still means one human being ("a military spokesman")
   */
  record Name(String person, String role, String group, boolean isPersonRole) {}

  private final Vocabulary words;
  private final Actors actors;

  NameParser(Vocabulary words, Actors actors) {
    this.words = words;
    this.actors = actors;
  }

  Name parse(List<Token> phrase) {
    int from = 0;
    boolean part = phrase.size() > 1 && words.is(phrase.get(1), Word.OF);
    while (!part && from < phrase.size() - 1 && words.is(phrase.get(from), Word.DETERMINERS) && !words.is(phrase.get(from), Word.BOTH)) {
      from++;
    }
    boolean pair = phrase.stream().anyMatch(t -> words.is(t, Word.AND));
    if (pair && from < phrase.size() - 1 && words.is(phrase.get(from), Word.BOTH)) {
      from += from + 2 < phrase.size() && words.is(phrase.get(from + 1), Word.ARTICLES) ? 2 : 1;
    }
    List<Token> tokens = withoutParentheses(phrase.subList(from, phrase.size()));
    String group = join(tokens, 0, tokens.size());
    boolean headRole = headIsPerson(tokens);
    if (actors.find(group).isPresent()) {
      return new Name("", "", group, false);
    }
    if (isPlural(tokens) || isGroupOf(tokens)) {
      return new Name("", "", group, false);
    }
    int cut = nameBeforePreposition(tokens);
    if (cut > 0) {
      int name = personBegin(tokens.subList(0, cut));
      if (isGroupName(phrase, tokens.subList(0, name)) && words.is(phrase.getFirst(), Word.THE)) { // "the Emergency Response Room in the camp"
        return new Name("", "", join(tokens, 0, cut), false);
      }
      String role = (join(tokens, 0, name) + " " + join(tokens, cut, tokens.size())).strip();
      return new Name(join(tokens, name, cut), role, group, true);
    }
    int begin = personBegin(tokens);
    boolean joined = pair && actors.find(tokens.getLast().text()).isPresent();
    if (begin < 0 || joined || isGroupName(phrase, tokens.subList(0, begin))) {
      return new Name("", "", group, headRole);
    }
    int role = 0;
    while (role < begin && (words.is(tokens.get(role), Word.DETERMINERS) || words.is(tokens.get(role), Word.BOTH) || words.is(tokens.get(role), Word.AND))) {
      role++;
    }
    return new Name(join(tokens, begin, tokens.size()), join(tokens, role, begin), group, true);
  }

  /** "the African Union (AU) head". */
  private static List<Token> withoutParentheses(List<Token> tokens) {
    List<Token> kept = new ArrayList<>();
    int depth = 0;
    for (Token token : tokens) {
      depth += token.is("(") ? 1 : 0;
      if (depth == 0) {
        kept.add(token);
      }
      depth -= token.is(")") ? 1 : 0;
    }
    return kept.isEmpty() ? tokens : kept;
  }

  /** "officials in southern Turkey": many people, whatever name hangs on them. */
  private boolean isPlural(List<Token> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      if (words.is(tokens.get(i), Word.ATTACHING) && !tokens.get(i).isCapitalised()) {
        return words.is(tokens.get(i - 1), Word.PLURALS);
      }
    }
    return false;
  }

  /** "the government of Prime Minister X", "the office of the president": the group, not whoever stands behind "of". */
  private boolean isGroupOf(List<Token> tokens) {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (words.is(tokens.get(i), Word.ATTACHING)) {
        return words.is(tokens.get(i), Word.OF) && words.is(tokens.get(i - 1), Word.GROUPS) && !tokens.get(i - 1).isCapitalised();
      }
    }
    return false;
  }

  /** "Thomas de Waal | of the Carnegie institute", "Foreign Minister Ada Brun | of Norland": index of the preposition behind a full name, or 0. */
  private int nameBeforePreposition(List<Token> tokens) {
    int cut = 1;
    while (cut < tokens.size() && (!words.is(tokens.get(cut), Word.ATTACHING) || tokens.get(cut).isCapitalised())) {
      cut++;
    }
    if (cut < 2 || cut >= tokens.size() || actors.find(join(tokens, 0, cut)).isPresent()) {
      return 0;
    }
    int begin = personBegin(tokens.subList(0, cut));
    boolean month = tokens.subList(0, cut).stream().anyMatch(t -> words.is(t, Word.MONTHS));
    return begin >= 0 && cut - begin >= 2 && !month ? cut : 0;
  }

  /** "the International Rescue Board": a phrase with an article and no role before its capitals is no person's name. */
  private boolean isGroupName(List<Token> phrase, List<Token> before) {
    boolean article = words.is(phrase.getFirst(), Word.ARTICLES);
    return article && before.stream().noneMatch(t -> words.is(t, Word.PERSONS) || words.is(t, Word.TITLES) || Character.isDigit(t.text().charAt(0)));
  }

  private boolean headIsPerson(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      boolean head = i + 1 == tokens.size() || words.is(tokens.get(i + 1), Word.ATTACHING);
      if (head) {
        return words.is(tokens.get(i), Word.PERSONS);
      }
    }
    return false;
  }

  /** Where the personal name at the end of the phrase begins, or -1. */
  private int personBegin(List<Token> tokens) {
    int end = tokens.size();
    if (!tokens.getLast().isCapitalised() || tokens.getLast().isPossessive() || words.is(tokens.getLast(), Word.GROUPS)) {
      return -1;
    }
    int b = end;
    while (b > 0 && isNamePart(tokens, b - 1, end)) {
      b--;
    }
    while (b < end && (tokens.get(b).is(".") || words.is(tokens.get(b), Word.PARTICLES) && b > 0 && !words.is(tokens.get(b - 1), Word.TITLES) && !tokens.get(b).isCapitalised() && end - b == 1)) {
      b++;
    }
    if (b == end) {
      return -1;
    }
    b = dropPlaces(tokens, b, end);
    if (b == end) {
      return -1;
    }
    if (end - b == 1 && !hasRoleBefore(tokens, b) && b > 0) {
      return -1;
    }
    boolean alone = end - b == 1 && b == 0;
    return alone && !looksPersonal(tokens.get(b)) ? -1 : b;
  }

  private boolean looksPersonal(Token token) {
    return token.text().contains("-") && Character.isLowerCase(token.text().charAt(0));
  }

  private boolean hasRoleBefore(List<Token> tokens, int b) {
    for (int i = 0; i < b; i++) {
      if (words.is(tokens.get(i), Word.ROLES) || words.is(tokens.get(i), Word.TITLES) || words.is(tokens.get(i), Word.PLURALS)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNamePart(List<Token> tokens, int i, int end) {
    Token token = tokens.get(i);
    if (token.is(".")) {
      return i > 0 && tokens.get(i - 1).text().length() == 1;
    }
    boolean particle = words.is(token, Word.PARTICLES) && i + 1 < end;
    boolean stop = words.is(token, Word.ROLES) || words.is(token, Word.TITLES) || words.is(token, Word.GROUPS) || words.is(token, Word.PLURALS)
        || token.isPossessive() || isAcronym(token) || words.is(token, Word.DETERMINERS);
    boolean country = actors.isPlace(token.text()) && i + 1 < end || words.is(token, Word.WEEKDAYS);
    return particle || token.isCapitalised() && !stop && !country;
  }

  private static boolean isAcronym(Token token) {
    String text = token.text();
    return text.length() > 1 && text.equals(text.toUpperCase(java.util.Locale.ROOT)) && !text.contains("-");
  }

  /** "Special Envoy for Lower Ister | Pilar Oyelaran": after a preposition only the last two words are the name. */
  private int dropPlaces(List<Token> tokens, int b, int end) {
    boolean article = b > 1 && words.is(tokens.get(b - 1), Word.ARTICLES) && words.is(tokens.get(b - 2), Word.PREPOSITIONS);
    if (article) {
      return end;
    }
    boolean object = b > 0 && words.is(tokens.get(b - 1), Word.PREPOSITIONS) && !words.is(tokens.get(b - 1), Word.PARTICLES);
    if (!object) {
      return b;
    }
    int keep = end - 1;
    int wanted = 2;
    for (int i = end - 1; i >= b && wanted > 0; i--) {
      boolean particle = words.is(tokens.get(i), Word.PARTICLES) && !tokens.get(i).isCapitalised();
      wanted -= particle ? 0 : 1;
      keep = i;
    }
    while (keep > b && words.is(tokens.get(keep - 1), Word.PARTICLES)) {
      keep--;
    }
    return keep > b ? keep : end;
  }

  private static String join(List<Token> tokens, int from, int to) {
    List<String> parts = new ArrayList<>();
    for (Token token : tokens.subList(from, to)) {
      if (token.is(".") && !parts.isEmpty()) {
        parts.set(parts.size() - 1, parts.getLast() + ".");
      } else {
        parts.add(token.text());
      }
    }
    return String.join(" ", parts);
  }
}
