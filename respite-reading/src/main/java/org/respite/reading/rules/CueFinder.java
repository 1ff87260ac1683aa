// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the words of a sentence that report speech, and what each of them governs.
 *
 * <p>A form counts only with one of the frames its line in the cue file allows: "called on", "noted that", but not "claimed lives".
 * Negated, modal and agentless passive forms report nothing ("was told", "would not say").
 */
final class CueFinder {
  private final Vocabulary words;
  private final Adjuncts adjuncts;
  private final Complements complements;
  private final PluralSubjects plurals;

  CueFinder(Vocabulary words) {
    this.words = words;
    this.adjuncts = new Adjuncts(words);
    this.complements = new Complements(words);
    this.plurals = new PluralSubjects(words);
  }

  List<Cue> find(Sentence sentence) {
    List<Cue> cues = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      Cue cue = cueAt(sentence, i);
      if (cue != null) {
        cues.add(cue);
        i = Math.max(i, cue.last());
      }
    }
    return cues;
  }

  private Cue cueAt(Sentence s, int i) {
    Token token = s.token(i);
    if (token.isQuote()) {
      return null;
    }
    if (words.is(token, Word.ACCORDING) && isNext(s, i, Word.TO)) {
      return new Cue(i, i, i + 1, "say", Cue.Frame.SOURCE, i + 2);
    }
    if (words.is(token, Word.QUOTED)) {
      return quotedAsSaying(s, i);
    }
    Optional<Vocabulary.Phrase> phrase = words.phrase(s, i);
    if (phrase.isPresent() && phrase.get().entry().type().equals("silent")) {
      return null;
    }
    List<CueEntry> entries = phrase.map(p -> List.of(p.entry())).orElseGet(() -> words.cues(token.lower()));
    boolean name = token.isCapitalised() && i > 0 && s.token(i - 1).isWord();
    if (entries.isEmpty() || name || isNoun(s, i)) {
      return null;
    }
    return governing(s, i, i + phrase.map(p -> p.words().size() - 1).orElse(0), entries);
  }

  /**
   * The cue of a verb or phrase, with its auxiliaries.
   *
   * @param i its first token
   * @param verb its last token: what follows it is governed
   */
  private Cue governing(Sentence s, int i, int verb, List<CueEntry> entries) {
    Token token = s.token(i);
    int first = i;
    boolean passive = false;
    while (first > 0 && (isVerbGroup(s.token(first - 1)) || first > 1 && words.is(s.token(first - 1), Word.BOTH) && words.is(s.token(first - 2), Word.AUXILIARIES))) {
      first--;
      Token helper = s.token(first);
      if (words.is(helper, Word.MODALS) || words.is(helper, Word.NEGATIONS)) {
        return null;
      }
      passive |= words.is(helper, Word.BE);
    }
    first = dropAdverbs(s, first, i);
    boolean progressive = words.ends(token, Word.PARTICIPLE_ENDINGS);
    int by = by(s, verb);
    if (!progressive && verb == i && (passive || by > 0 && (by == i + 1 || words.is(s.token(i + 1), Word.AS)))) {
      return by > 0 && takesAgent(entries, passive) ? new Cue(first, i, by, entries.getFirst().type(), Cue.Frame.PASSIVE, by + 1) : null;
    }
    for (CueEntry entry : entries) {
      Cue cue = framed(s, first, verb, entry);
      if (cue != null) {
        return new Cue(cue.first(), i, cue.last(), cue.type(), cue.frame(), cue.body());
      }
    }
    return null;
  }

  /** Without an auxiliary ("a plan proposed by X") only judging verbs report a position. */
  private static boolean takesAgent(List<CueEntry> entries, boolean auxiliary) {
    String type = entries.getFirst().type();
    return auxiliary ? !type.equals("call") : type.equals("accuse") || type.equals("support") || type.equals("oppose") || type.equals("deny");
  }

  /** A form right after an article, a possessive or a preposition is a noun or an adjective: "its claims", "of reported raids". */
  private boolean isNoun(Sentence s, int i) {
    if (i == 0) {
      return true;
    }
    Token before = s.token(i - 1);
    boolean article = words.is(before, Word.DETERMINERS) && !words.is(before, Word.OTHERS) && !words.is(before, Word.ALL) && !words.is(before, Word.BOTH) && !words.is(before, Word.THAT) || before.isPossessive() && before.isWord();
    boolean own = words.is(before, Word.NO) || words.is(before, Word.NEGATED);
    boolean gerund = words.is(before, Word.GERUND_LINKS) && words.ends(s.token(i), Word.PARTICIPLE_ENDINGS);
    boolean preposition = words.is(before, Word.PREPOSITIONS) && !gerund;
    return article || own || preposition || words.is(before, Word.SO);
  }

  private boolean isVerbGroup(Token token) {
    return words.is(token, Word.ADVERBS) || words.is(token, Word.AUXILIARIES) || words.is(token, Word.BE)
        || words.is(token, Word.MODALS) || words.is(token, Word.NEGATIONS);
  }

  /** The cue as shown begins with its auxiliary, not with "also". */
  private int dropAdverbs(Sentence s, int first, int verb) {
    int begin = first;
    while (begin < verb && words.is(s.token(begin), Word.ADVERBS)) {
      begin++;
    }
    return begin;
  }

  private int by(Sentence s, int i) {
    for (int k = i + 1; k <= i + 4 && k < s.size(); k++) {
      if (words.is(s.token(k), Word.BY)) {
        return k;
      }
      Token token = s.token(k);
      boolean between = token.isQuote() || words.is(token, Word.AS) || k == i + 2 && words.is(s.token(i + 1), Word.AS) || words.is(token, Word.ADVERBS) || words.is(token, Word.WEEKDAYS) || words.is(token, Word.ON);
      if (!between) {
        return -1;
      }
    }
    return -1;
  }

  /** "was quoted as saying", "quoted a witness as saying": the speaker is the one quoted. */
  private Cue quotedAsSaying(Sentence s, int i) {
    for (int k = i + 1; k + 1 < s.size() && k < i + 14; k++) {
      if (words.is(s.token(k), Word.AS) && words.is(s.token(k + 1), Word.SAYING)) {
        int first = i;
        while (first > 0 && isVerbGroup(s.token(first - 1))) {
          first--;
        }
        int body = afterThat(s, adjuncts.skip(s, k + 2));
        return new Cue(first, i, k + 1, "say", Cue.Frame.QUOTED, body);
      }
    }
    return null;
  }

  private int afterThat(Sentence s, int at) {
    return at < s.size() && words.is(s.token(at), Word.THAT) ? at + 1 : at;
  }

  private Cue framed(Sentence s, int first, int verb, CueEntry entry) {
    if (entry.allows("plural") && !plurals.before(s, first)) {
      return null;
    }
    if (speaksBehindQuote(s, first, verb, entry)) {
      return new Cue(first, verb, verb, entry.type(), Cue.Frame.NOTHING, s.size());
    }
    int at = adjuncts.skip(s, verb + 1);
    Cue direct = governed(s, first, verb, entry, at);
    if (direct != null) {
      return direct;
    }
    int that = entry.allows("hearer") || s.token(Math.min(at, s.size() - 1)).is(",") || entry.allows("clause") && words.is(s.token(Math.min(at, s.size() - 1)), Word.PREPOSITIONS) ? complements.that(s, at, verb) : -1;
    boolean clause = entry.allows("clause") || entry.allows("any");
    if (that > 0 && (clause || entry.allows("that"))) {
      return new Cue(first, verb, verb, entry.type(), Cue.Frame.CLAUSE, that + 1);
    }
    if (entry.allows("infinitive") && entry.type().equals("appeal") && complements.infinitiveBehind(s, at)) {
      return new Cue(first, verb, verb, entry.type(), Cue.Frame.OBJECT, at);
    }
    int quote = complements.quoteAfterAddressee(s, at, verb);
    if (quote > 0 && (clause || entry.allows("quote"))) {
      return quoting(s, first, verb, new Governed(entry, at, quote));
    }
    return takesObject(s, entry, at) ? new Cue(first, verb, verb, entry.type(), Cue.Frame.OBJECT, at) : loosely(s, first, verb, new Governed(entry, at, quote));
  }

  private static boolean judges(CueEntry entry) {
    return entry.type().equals("accuse") || entry.type().equals("deny") || entry.type().equals("oppose") || entry.type().equals("support");
  }

  /** "…, said X", "…, replied one of them": the speaker follows, nothing is governed. */
  private boolean speaksBehindQuote(Sentence s, int first, int verb, CueEntry entry) {
    boolean speech = entry.allows("clause") || entry.allows("any") || entry.allows("quote");
    boolean participle = words.ends(s.token(first), Word.PARTICIPLE_ENDINGS);
    boolean follows = verb + 1 < s.size() && !s.token(verb + 1).isQuote() && complements.isNominal(s, verb + 1);
    return speech && !participle && s.isBehindQuote(first) && follows && (!words.is(s.token(verb + 1), Word.OTHERS) || isNext(s, verb + 1, Word.OF));
  }

  /** A noun phrase, a name, a pronoun or a gerund, where the cue allows it. */
  private boolean takesObject(Sentence s, CueEntry entry, int at) {
    boolean gerund = entry.allows("gerund") && at < s.size() && s.token(at).isWord() && words.ends(s.token(at), Word.PARTICIPLE_ENDINGS);
    boolean pronoun = entry.allows("pronoun") && (complements.isNamed(s, at)
        || at + 1 < s.size() && (words.is(s.token(at), Word.IT) || words.is(s.token(at), Word.OBJECT_PRONOUNS)) && s.token(at + 1).isWord());
    boolean object = entry.allows("object") && complements.isNominal(s, at) && !words.is(s.token(at), Word.NO) && !(entry.type().equals("believe") && words.ends(s.token(at), Word.PARTICIPLE_ENDINGS));
    return gerund || pronoun || object;
  }

  /** What follows is an utterance without a mark of one: whatever stands there, a finite clause, or only the circumstances. */
  private Cue loosely(Sentence s, int first, int verb, Governed g) {
    CueEntry entry = g.entry();
    if (entry.allows("any")) {
      int body = complements.afterAddressee(s, verb, g.at());
      boolean nothing = body >= s.size() || complements.isStop(s, body);
      return new Cue(first, verb, verb, entry.type(), nothing ? Cue.Frame.NOTHING : Cue.Frame.CLAUSE, nothing ? s.size() : body);
    }
    boolean finite = entry.allows("clause") && complements.isNominal(s, g.at()) && complements.isFinite(s, g.at());
    boolean quoting = entry.allows("clause") || entry.allows("quote") && s.token(0).isQuote();
    boolean circumstance = quoting && g.at() < s.size() && (words.is(s.token(g.at()), Word.PREPOSITIONS) && !words.is(s.token(g.at()), Word.TO) || words.is(s.token(g.at()), Word.SUBORDINATORS));
    if (circumstance) {
      return new Cue(first, verb, verb, entry.type(), Cue.Frame.NOTHING, s.size());
    }
    return finite ? new Cue(first, verb, verb, entry.type(), Cue.Frame.CLAUSE, g.at()) : null;
  }

  private record Governed(CueEntry entry, int at, int quote) {}

  /** A quotation further on: introduced by a mark it is the utterance, else it is part of a clause ("told CNN the pause “is …”"). */
  private Cue quoting(Sentence s, int first, int verb, Governed g) {
    String type = g.entry().type();
    Token before = s.token(g.quote() - 1);
    int clause = complements.afterAddressee(s, verb, g.at());
    boolean introduced = before.is(":") || before.is(",") || clause >= g.quote() || words.is(s.token(clause), Word.PREPOSITIONS);
    if (type.equals("call") || type.equals("appeal") && !introduced) {
      return new Cue(first, verb, verb, type, Cue.Frame.OBJECT, g.at());
    }
    if (introduced) {
      return new Cue(first, verb, verb, type, Cue.Frame.QUOTE, g.quote());
    }
    boolean object = !g.entry().allows("any") && clause == g.at() && !complements.isFinite(s, clause);
    return new Cue(first, verb, verb, type, object ? Cue.Frame.OBJECT : Cue.Frame.CLAUSE, clause);
  }

  /** What stands right behind the verb and its adjuncts. */
  private Cue governed(Sentence s, int first, int verb, CueEntry entry, int at) {
    boolean clause = entry.allows("clause") || entry.allows("any");
    if (entry.allows("whole")) {
      return new Cue(first, verb, verb, entry.type(), Cue.Frame.OBJECT, Math.min(at, s.size() - 1));
    }
    if (at >= s.size() || complements.isStop(s, at)) {
      boolean speech = clause || entry.allows("quote");
      return speech ? new Cue(first, verb, verb, entry.type(), Cue.Frame.NOTHING, at) : null;
    }
    Token next = s.token(at);
    boolean hearer = words.is(next, Word.OBJECT_PRONOUNS) || words.is(next, Word.ADDRESSEES);
    if (hearer && s.token(0).isQuote() && (at + 1 >= s.size() || complements.isStop(s, at + 1)) && (clause || entry.allows("quote"))) {
      return new Cue(first, verb, verb, entry.type(), Cue.Frame.NOTHING, s.size());
    }
    if (next.isQuote()) {
      boolean scare = judges(entry) && entry.allows("object") && at + 1 < s.size() && words.is(s.token(at + 1), Word.PREPOSITIONS);
      if (scare) {
        return new Cue(first, verb, verb, entry.type(), Cue.Frame.OBJECT, at);
      }
      boolean speech = clause || entry.allows("quote") || entry.allows("object");
      return speech ? new Cue(first, verb, verb, entry.type(), Cue.Frame.QUOTE, at) : null;
    }
    if (words.is(next, Word.THAT) && (clause || entry.allows("that")) && !(at + 1 < s.size() && complements.isStop(s, at + 1))) {
      return new Cue(first, verb, verb, entry.type(), Cue.Frame.CLAUSE, at + 1);
    }
    if (words.is(next, Word.QUESTIONS) && entry.allows("whether")) {
      return new Cue(first, verb, verb, entry.type(), Cue.Frame.CLAUSE, at);
    }
    if (words.is(next, Word.AS) && entry.allows("as") || entry.allows("figure") && complements.figureBehind(s, at)) {
      return new Cue(first, verb, verb, entry.type(), Cue.Frame.OBJECT, at);
    }
    if (words.is(next, Word.TO) && entry.allows("infinitive")) {
      return new Cue(first, verb, verb, entry.type(), Cue.Frame.INFINITIVE, at);
    }
    if (entry.allows(next.lower()) && words.is(next, Word.PREPOSITIONS)) {
      return new Cue(first, verb, at, entry.type(), Cue.Frame.PREPOSITION, at + 1);
    }
    boolean quoted = (next.is(",") || next.is(":")) && at + 1 < s.size() && s.token(at + 1).isQuote();
    if (quoted && (clause || entry.allows("quote"))) {
      return new Cue(first, verb, verb, entry.type(), Cue.Frame.QUOTE, at + 1);
    }
    return null;
  }

  private boolean isNext(Sentence s, int i, Word word) {
    return i + 1 < s.size() && words.is(s.token(i + 1), word);
  }
}
