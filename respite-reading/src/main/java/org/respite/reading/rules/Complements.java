// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

/** What may follow a verb that reports speech: a hearer, "that", a quotation, a noun phrase, a clause. */
final class Complements {
  private static final int ADDRESSEE_REACH = 10;

  private final Vocabulary words;
  private final Adjuncts adjuncts;

  Complements(Vocabulary words) {
    this.words = words;
    this.adjuncts = new Adjuncts(words);
  }

  /** "that" behind an addressee: "told a group of visiting reporters that". */
  int that(Sentence s, int at, int verb) {
    for (int k = at; k < s.size() && k <= verb + ADDRESSEE_REACH + 6; k++) {
      Token token = s.token(k);
      if (words.is(token, Word.THAT) && k > at && !words.is(s.token(k - 1), Word.PREPOSITIONS)) {
        return words.is(s.token(k - 1), Word.CONDITIONS) ? -1 : k;
      }
      boolean aside = k > at && !token.isCapitalised() && !words.cues(token.lower()).isEmpty();
      boolean stop = aside || token.isQuote() || token.is(";") || token.is(":") || k > verb + 1 && (words.is(token, Word.MODALS) || words.is(token, Word.BE) || words.is(token, Word.AUXILIARIES));
      if (stop || words.is(token, Word.TO) && !(k > 0 && s.token(k - 1).isCapitalised())) {
        return -1;
      }
    }
    return -1;
  }

  int quoteAfterAddressee(Sentence s, int at, int verb) {
    for (int k = at; k < s.size() && k <= verb + ADDRESSEE_REACH; k++) {
      Token token = s.token(k);
      if (token.isQuote()) {
        return k;
      }
      boolean stop = token.is(";") || words.is(token, Word.BREAKS) && !words.is(token, Word.AS) || words.is(token, Word.MODALS) || words.is(token, Word.BE)
          || words.is(token, Word.AUXILIARIES) || words.is(token, Word.TO) || words.is(token, Word.AND);
      if (stop) {
        return -1;
      }
    }
    return -1;
  }

  /** Past "reporters", "the BBC", "Swiss channel SRF1", for verbs that take a hearer. */
  int afterAddressee(Sentence s, int verb, int at) {
    if (words.cues(s.token(verb).lower()).stream().noneMatch(e -> e.allows("hearer"))) {
      return at;
    }
    int k = at;
    while (k < s.size() && (words.is(s.token(k), Word.ARTICLES) && k == at || s.token(k).isCapitalised() || isHearer(s.token(k)))) {
      k++;
      if (isHearer(s.token(k - 1)) && !(k < s.size() && s.token(k).isCapitalised())) {
        break;
      }
      if (k < s.size() && k > at + 1 && words.is(s.token(k), Word.GROUPS) && !s.token(k).isCapitalised()) {
        k++;
        break;
      }
    }
    return k > at ? adjuncts.skip(s, k) : at;
  }

  private boolean isHearer(Token token) {
    return words.is(token, Word.ADDRESSEES) || words.is(token, Word.OCCASIONS);
  }

  /** "called | the plan a surrender": a thing and what it is named. */
  boolean isNamed(Sentence s, int at) {
    boolean definite = at + 2 < s.size() && (words.is(s.token(at), Word.DEFINITE) || words.is(s.token(at), Word.POSSESSIVES));
    for (int k = at + 2; definite && k < s.size() && k < at + 5 && s.token(k).isWord() && !words.is(s.token(k), Word.PREPOSITIONS); k++) {
      if (words.is(s.token(k), Word.INDEFINITE)) {
        return true;
      }
    }
    return false;
  }

  /** "put the number of deaths at 31": a figure behind "at". */
  boolean figureBehind(Sentence s, int at) {
    for (int k = at; k + 1 < s.size() && k < at + ADDRESSEE_REACH + 6 && !s.token(k).is("."); k++) {
      Token next = s.token(k + 1);
      if (words.is(s.token(k), Word.AT) && !next.isQuote() && (Character.isDigit(next.text().charAt(0)) || words.is(next, Word.NUMBERS) || words.is(next, Word.HEDGES))) {
        return true;
      }
    }
    return false;
  }

  boolean isNominal(Sentence s, int at) {
    if (at >= s.size()) {
      return false;
    }
    Token token = s.token(at);
    boolean called = words.is(token, Word.WHAT) && at + 2 < s.size() && words.is(s.token(at + 1), Word.PRONOUNS) && !words.cues(s.token(at + 2).lower()).isEmpty();
    boolean demonstrative = words.is(token, Word.THAT) && at + 1 < s.size() && (isStop(s, at + 1) || s.token(at + 1).isWord() && (at + 2 >= s.size() || !s.token(at + 2).isWord()));
    return demonstrative || called || token.isWord() && !words.is(token, Word.PREPOSITIONS) && !words.is(token, Word.BREAKS) && !words.is(token, Word.BE) && !words.is(token, Word.AND);
  }

  /** A finite verb before the next mark: an auxiliary, or a past form behind a noun. */
  boolean isFinite(Sentence s, int at) {
    for (int k = at + 1; k < s.size() && k < at + 14; k++) {
      Token token = s.token(k);
      if (token.isQuote() || token.is(";") || token.is(":") || token.is(",") || words.is(token, Word.CONTRASTS)) {
        break;
      }
      boolean helper = words.is(token, Word.BE) || words.is(token, Word.AUXILIARIES) || words.is(token, Word.MODALS);
      boolean past = words.ends(token, Word.PAST_ENDINGS) && k > at + 1 && !words.is(s.token(k - 1), Word.ARTICLES) && !words.is(s.token(k - 1), Word.PREPOSITIONS);
      if (helper || past || words.cues(token.lower()).stream().anyMatch(e -> !e.allows("plural"))) {
        return true;
      }
    }
    return words.is(s.token(at), Word.PRONOUNS) || words.is(s.token(at), Word.THERE);
  }

  boolean isStop(Sentence s, int at) {
    Token token = s.token(at);
    boolean mark = token.is(".") || token.is(";") || token.is("–") || token.is("—") || token.is("?") || token.is("!");
    boolean lastColon = token.is(":") && at + 1 == s.size();
    boolean comma = token.is(",") && !(at + 1 < s.size() && s.token(at + 1).isQuote());
    return mark || lastColon || comma;
  }

  /** "parliament to back …": a hearer and what is asked of them. */
  boolean infinitiveBehind(Sentence s, int at) {
    for (int k = at; k < s.size() && k < at + 7 && s.token(k).isWord(); k++) {
      if (k > at && words.is(s.token(k), Word.TO)) {
        return true;
      }
    }
    return false;
  }
}
