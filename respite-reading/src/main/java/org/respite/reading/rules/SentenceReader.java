// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.respite.reading.Span;

/** Reads the attributions of one sentence: for each cue its speaker, and the clause it governs. */
final class SentenceReader {
  private final Vocabulary words;
  private final Cast cast;
  private final CueFinder cueFinder;
  private final SubjectFinder subjects;
  private final ClauseBounds bounds;
  private final Nesting nesting;

  SentenceReader(Vocabulary words, Cast cast) {
    this.words = words;
    this.cast = cast;
    this.cueFinder = new CueFinder(words);
    this.subjects = new SubjectFinder(words);
    this.bounds = new ClauseBounds(words);
    this.nesting = new Nesting(words, bounds);
  }

  /** The drafts of the sentence, in the order of their cues; quotations are not yet assigned. */
  List<Draft> read(Sentence s) {
    List<Draft> drafts = new ArrayList<>();
    for (Cue cue : cueFinder.find(s)) {
      Draft draft = switch (cue.frame()) {
        case SOURCE -> source(s, cue, drafts);
        case PASSIVE -> nesting.insideOther(s, cue, drafts) ? null : passive(s, cue);
        case QUOTED -> quoted(s, cue);
        case CLAUSE, QUOTE, OBJECT, INFINITIVE, PREPOSITION, NOTHING -> active(s, cue, drafts);
      };
      if (draft != null) {
        drafts.add(draft);
        if (!draft.nested) {
          cast.spoke(draft.voice);
        }
      }
    }
    drafts.stream().filter(d -> d.cue.frame() == Cue.Frame.OBJECT || d.cue.frame() == Cue.Frame.PREPOSITION).forEach(d -> bounds.trimDay(d, s));
    return drafts;
  }

  private Draft make(Sentence s, Cue cue, Subject subject, String rule) {
    Optional<Voice> voice = cast.resolve(s, subject);
    if (voice.isEmpty()) {
      return null;
    }
    Draft draft = new Draft(s, rule);
    draft.voice = voice.get();
    draft.cue = cue;
    draft.mention = s.spanOf(subject.first(), subject.last());
    boolean aside = subject.roleFirst() >= 0 && !words.is(s.token(subject.roleFirst()), Word.PREPOSITIONS);
    draft.aside = aside ? s.spanOf(subject.roleFirst(), subject.roleLast()) : null;
    return draft;
  }

  private Draft source(Sentence s, Cue cue, List<Draft> earlier) {
    Optional<Subject> subject = subjects.right(s, cue.body());
    boolean parenthetical = cue.first() > 0 && s.token(cue.first() - 1).is(",") && subject.isPresent() && subject.get().last() + 1 < s.size() && s.token(subject.get().last() + 1).is(",");
    if (!earlier.isEmpty() && !parenthetical || subject.isEmpty() || words.is(s.token(subject.get().last()), Word.DOCUMENTS) || mentionsDocument(s, subject.get())) {
      return null;
    }
    Draft draft = make(s, cue, subject.get(), "according-to");
    if (draft == null) {
      return null;
    }
    if (!earlier.isEmpty()) {
      bounds.trimTo(earlier.getLast(), s, cue.first());
      bounds.content(draft, s, subject.get().last() + 1, s.size() - 1);
      return draft;
    }
    boolean before = s.token(0).isQuote() || cue.first() > 1 && bounds.hasVerb(s, cue.first() - 1);
    if (before) {
      bounds.content(draft, s, 0, cue.first() - 1);
    } else if (cue.first() > 0) {
      bounds.whole(draft, s);
    } else {
      int comma = bounds.next(s, subject.get().last(), ",");
      bounds.content(draft, s, comma + 1, s.size() - 1);
    }
    return draft;
  }

  private boolean mentionsDocument(Sentence s, Subject x) {
    boolean indefinite = words.is(s.token(x.first()), Word.INDEFINITE) || words.is(s.token(x.first()), Word.INDEFINITE);
    return indefinite && x.first() < x.last() && words.is(s.token(x.first() + 1), Word.DOCUMENTS);
  }

  private Draft passive(Sentence s, Cue cue) {
    Optional<Subject> subject = subjects.right(s, cue.body());
    if (subject.isEmpty()) {
      return null;
    }
    Draft draft = make(s, cue, subject.get(), "passive-by");
    if (draft != null) {
      boolean more = subject.get().last() + 2 < s.size();
      bounds.content(draft, s, more ? cue.verb() : Math.max(0, bounds.previous(s, cue.first(), ",") + 1), s.size() - 1);
      for (int i = subject.get().last() + 1; i + 1 < s.size(); i++) {
        if (s.token(i).is(",") && (words.is(s.token(i + 1), Word.RELATIVES) || words.is(s.token(i + 1), Word.RELATIVES_WHICH) || words.is(s.token(i + 1), Word.RELATIVES_WHO))) {
          bounds.trimTo(draft, s, i);
        }
      }
    }
    return draft;
  }

  private Draft quoted(Sentence s, Cue cue) {
    int inside = cue.verb() + 1;
    boolean pronoun = words.is(s.token(inside), Word.OBJECT_PRONOUNS);
    Optional<Subject> subject = pronoun ? Optional.of(Subject.of(inside, inside)) : cue.last() - cue.verb() > 3 && !words.is(s.token(inside), Word.BY) ? subjects.right(s, inside) : subjects.left(s, cue);
    if (subject.isEmpty()) {
      return null;
    }
    Draft draft = make(s, cue, subject.get(), "quoted-as-saying");
    if (draft != null) {
      bounds.content(draft, s, cue.body(), s.size() - 1);
    }
    return draft;
  }

  private Draft active(Sentence s, Cue cue, List<Draft> before) {
    boolean behindQuote = s.isBehindQuote(cue.first());
    boolean participle = words.ends(s.token(cue.verb()), Word.PARTICIPLE_ENDINGS) && cue.first() == cue.verb();
    Optional<Subject> left = behindQuote ? Optional.empty() : subjects.left(s, cue);
    if (left.isPresent() && (nesting.isBackground(s, cue) || nesting.isNaming(s, left.get()))) {
      return null;
    }
    if (participle) {
      left = left.filter(x -> x.roleFirst() >= 0 && x.roleFirst() < x.first() && withBefore(s, x.roleFirst()));
    }
    boolean behindComma = cue.first() > 2 && s.token(cue.first() - 1).is(",");
    boolean closing = !participle && behindComma && isClosing(s, cue);
    if (left.isPresent() && !closing) {
      return withSubject(s, cue, left.get(), before);
    }
    if (!participle && (behindQuote || behindComma)) {
      Draft inverted = inverted(s, cue, behindQuote);
      if (inverted != null) {
        return inverted;
      }
    }
    return shared(s, cue, before, participle);
  }

  /** "The villagers, eager to return, ignored advice, said X.": a clause with its own verb before, a speaker and nothing else behind. */
  private boolean isClosing(Sentence s, Cue cue) {
    boolean says = cue.type().equals("say") || cue.type().equals("warn");
    boolean telling = says && (cue.frame() == Cue.Frame.CLAUSE && cue.body() == cue.verb() + 1 || cue.frame() == Cue.Frame.OBJECT);
    Optional<Subject> right = telling && words.cues(s.token(cue.verb()).lower()).stream().anyMatch(e -> e.allows("clause") || e.allows("any")) ? subjects.right(s, cue.verb() + 1) : Optional.empty();
    int end = right.map(x -> Math.max(x.last(), x.roleLast()) + 1).orElse(0);
    return end > 0 && !words.is(s.token(right.get().last()), Word.ADDRESSEES) && (end >= s.size() || !s.token(end).isWord() && !s.token(end).isQuote()) && bounds.hasFinite(s, cue.first() - 1);
  }

  /** "An hour later it withdrew the claim and said …". */
  private Optional<Subject> pronounBefore(Sentence s, int cue) {
    for (int i = 0; i < cue; i++) {
      if (words.is(s.token(i), Word.PRONOUNS)) {
        return Optional.of(Subject.of(i, i));
      }
    }
    return Optional.empty();
  }

  /** "…, with its chief, X, warning": the participle has a subject of its own. */
  private boolean withBefore(Sentence s, int role) {
    return role > 0 && words.is(s.token(role - 1), Word.WITH);
  }

  private Draft inverted(Sentence s, Cue cue, boolean behindQuote) {
    Optional<Subject> subject = subjects.right(s, cue.verb() + 1);
    if (subject.isEmpty()) {
      return null;
    }
    Draft draft = make(s, cue, subject.get(), behindQuote ? "inverted" : "postposed-inverted");
    if (draft != null && !behindQuote) {
      bounds.content(draft, s, 0, cue.first() - 1);
    }
    return draft;
  }

  private Draft withSubject(Sentence s, Cue cue, Subject subject, List<Draft> before) {
    int start = subject.roleFirst() >= 0 ? Math.min(subject.first(), subject.roleFirst()) : subject.first();
    boolean as = start > 0 && words.is(s.token(start - 1), Word.AS) && (start == 1 || s.token(start - 2).is(","));
    boolean postposed = nesting.isPostposed(s, cue, start);
    Draft enclosing = nesting.enclosing(s, cue, before);
    boolean coordinate = enclosing == null || as || postposed || nesting.cutAtBoundary(s, enclosing, start);
    boolean pronoun = subject.first() == subject.last() && words.is(s.token(subject.first()), Word.PRONOUNS);
    boolean telling = cue.frame() == Cue.Frame.CLAUSE || cue.frame() == Cue.Frame.QUOTE;
    boolean judging = cue.type().equals("accuse") || cue.type().equals("deny") || cue.type().equals("oppose");
    boolean certain = words.is(s.token(cue.body() < s.size() ? cue.body() - 1 : 0), Word.THAT) || cue.frame() == Cue.Frame.QUOTE || words.cues(s.token(cue.verb()).lower()).stream().anyMatch(e -> e.allows("any"));
    boolean reports = cue.type().equals("say") || cue.type().equals("believe") || judging;
    if (!coordinate && (!reports || pronoun || !(telling && certain) && !judging)) {
      return null;
    }
    Draft draft = make(s, cue, subject, as ? "as-reported" : postposed ? "postposed" : coordinate ? "subject" : "nested");
    if (draft == null) {
      return null;
    }
    draft.nested = !coordinate;
    if (postposed && (cast.actors().isOutlet(draft.voice) || draft.voice.unsure && words.is(s.token(cue.verb()), Word.OUTLET_VERBS)) && before.stream().anyMatch(d -> d.hasContent() && d.voice != draft.voice)) {
      before.stream().filter(d -> d.contentEnd > s.token(start - 1).begin()).forEach(d -> bounds.trimTo(d, s, start - 1));
      return null;
    }
    int colon = postposed ? bounds.previous(s, start, ":") + 1 : 0;
    if (postposed && !bounds.hasVerb(s, colon, start - 1)) {
      bounds.content(draft, s, colon, s.size() - 1);
    } else if (postposed || as && start > 1) {
      bounds.content(draft, s, colon, start - (as ? 2 : 1));
      before.stream().filter(d -> d.contentEnd > draft.contentEnd).forEach(d -> d.contentEnd = draft.contentEnd);
      List<Draft> inside = before.stream().filter(d -> d.hasContent() && d.contentBegin > draft.contentBegin && d.voice != draft.voice).toList();
      inside.forEach(d -> d.nested = true);
      before.removeIf(d -> d.hasContent() && d.voice == draft.voice && d.contentBegin >= draft.contentBegin && d.contentEnd <= draft.contentEnd && d.quotes.isEmpty());
      before.removeAll(inside.stream().filter(d -> d.cue != null && words.is(s.token(d.cue.first()), Word.HAD)).toList());
    } else if (as) {
      bounds.content(draft, s, bounds.next(s, cue.last(), ",") + 1, s.size() - 1);
    } else {
      governed(draft, s, cue);
      bounds.endRelative(draft, s, cue);
    }
    return draft;
  }

  /** A second verb or a participle of a subject already found: "…, but said", "…, adding". */
  private Draft shared(Sentence s, Cue cue, List<Draft> before, boolean participle) {
    int link = cue.first() - 1;
    while (link > 0 && words.is(s.token(link), Word.ADVERBS) && !s.token(link - 1).is(",")) {
      link--;
    }
    if (link < 0) {
      return null;
    }
    Token token = s.token(link);
    boolean joined = words.is(token, Word.AND) || words.is(token, Word.BUT) || words.is(token, Word.THEN) || words.is(token, Word.YET) || participle && words.is(token, Word.GERUND_LINKS);
    boolean aside = token.is(",") || token.isQuote() || words.is(token, Word.DOCUMENTS);
    if (!joined && !(participle && aside)) {
      return null;
    }
    boolean offering = participle && cue.frame() != Cue.Frame.INFINITIVE && cue.type().equals("promise");
    if (offering && nesting.enclosing(s, cue, before) != null) {
      return null;
    }
    if (words.is(token, Word.AND) && !before.isEmpty() && nesting.insideReport(s, cue, before.getLast())) {
      return null;
    }
    Draft draft;
    if (!before.isEmpty() && !words.is(token, Word.FROM)) {
      Draft last = before.getLast().nested && before.size() > 1 ? before.get(before.size() - 2) : before.getLast();
      draft = new Draft(s, participle ? "participle" : "second-verb");
      draft.voice = last.voice;
      draft.mention = last.mention;
      draft.cue = cue;
      bounds.trimTo(last, s, link);
    } else {
      Optional<Subject> stopped = words.is(token, Word.FROM) ? subjects.endingAt(s, link - 1) : Optional.empty();
      Optional<Subject> subject = stopped.or(() -> subjects.ofSentence(s)).or(() -> pronounBefore(s, cue.first()));
      boolean far = subject.isEmpty() || subject.get().last() >= cue.first();
      draft = far ? null : make(s, cue, subject.get(), participle ? "participle" : "second-verb");
    }
    if (draft != null) {
      governed(draft, s, cue);
    }
    return draft;
  }

  private void governed(Draft draft, Sentence s, Cue cue) {
    boolean inclusive = switch (cue.frame()) {
      case OBJECT -> !cue.type().equals("appeal") && !cue.type().equals("call");
      case INFINITIVE -> !cue.type().equals("appeal");
      case PREPOSITION -> !words.is(s.token(cue.last()), Word.ON) && !words.is(s.token(cue.last()), Word.UPON);
      case CLAUSE, QUOTE, NOTHING, SOURCE, PASSIVE, QUOTED -> false;
    };
    int from = inclusive ? cue.verb() : cue.body();
    if (cue.frame() != Cue.Frame.NOTHING && from < s.size()) {
      bounds.content(draft, s, from, s.size() - 1);
    }
  }
}
