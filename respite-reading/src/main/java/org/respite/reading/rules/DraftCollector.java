// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.respite.reading.Span;

/**
 * Goes through the sentences of a document and carries the speaker on: a quotation without attribution belongs to whoever spoke last,
 * to whom a colon announced, or, for the open paragraphs of a long quotation, to whoever is named at its end.
 */
final class DraftCollector {
  private static final int SHORTEST_HEADLINE_QUOTE = 4;

  private final String text;
  private final List<Block> blocks;
  private final List<Quote> quotes;
  private final Cast cast;
  private final Vocabulary words;
  private final SentenceReader reader;
  private final SubjectFinder subjects;
  private final SpeakerTest speakers;
  private final QuoteAssigner assigner;
  private final BesideQuote beside;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Draft> open = new ArrayList<>();
  private Draft previous;
  private Voice announced;
  private int announcedIn = -2;
  private int lastTurn = -1;

  DraftCollector(String text, List<Block> blocks, List<Quote> quotes, Vocabulary words, Cast cast) {
    this.text = text;
    this.blocks = blocks;
    this.quotes = quotes;
    this.words = words;
    this.cast = cast;
    this.reader = new SentenceReader(words, cast);
    this.subjects = new SubjectFinder(words);
    this.speakers = new SpeakerTest(words);
    this.beside = new BesideQuote(words, cast);
    this.assigner = new QuoteAssigner(text, quotes, words);
  }

  List<Draft> collect(List<Sentence> sentences) {
    for (Sentence s : sentences) {
      switch (s.kind()) {
        case HEADLINE -> headline(s);
        case TURN -> turn(s);
        case BODY, QUESTION -> body(s);
        case SKIPPED -> {}
      }
    }
    settleOpen(previous == null ? null : previous.voice);
    drafts.stream().filter(d -> d.headline).forEach(this::nameHeadline);
    return drafts;
  }

  private void turn(Sentence s) {
    if (s.block() == lastTurn) {
      return;
    }
    lastTurn = s.block();
    Draft draft = new Draft(s, "turn");
    draft.voice = cast.labels().labelled(blocks.get(s.block()).label());
    draft.turn = blocks.get(s.block()).span();
    drafts.add(draft);
    cast.spoke(draft.voice);
    previous = draft;
  }

  private void headline(Sentence s) {
    for (Token token : s.tokens()) {
      int at = s.tokens().indexOf(token);
      boolean introduced = at == 0 || s.token(at - 1).is(":");
      if (!token.isQuote() || !introduced || quotes.get(token.quote()).wordCount(text) < SHORTEST_HEADLINE_QUOTE) {
        continue;
      }
      Draft draft = new Draft(s, "headline");
      draft.headline = true;
      draft.quotes.add(quotes.get(token.quote()));
      drafts.add(draft);
    }
  }

  /** A headline's words belong to whoever says them in the body, else to the speaker that its label names. */
  private void nameHeadline(Draft headline) {
    String words = key(headline.quotes.getFirst());
    for (Draft draft : drafts) {
      if (!draft.headline && draft.quotes.stream().anyMatch(q -> key(q).contains(words))) {
        headline.voice = draft.voice;
        return;
      }
    }
    drafts.stream().filter(d -> !d.headline && d.voice != null && coversAll(d.voice, words)).findFirst().ifPresent(d -> headline.voice = d.voice);
    if (headline.voice != null) {
      return;
    }
    Token quote = headline.sentence.tokens().stream().filter(Token::isQuote).findFirst().orElseThrow();
    int at = headline.sentence.tokens().indexOf(quote);
    if (at >= 2) {
      headline.voice = cast.labels().known(headline.sentence.tokens().subList(0, at - 1)).orElse(null);
    }
  }

  /** Whether one voice says all the words of a headline, though not in one breath. */
  private boolean coversAll(Voice voice, String headline) {
    StringBuilder said = new StringBuilder(" ");
    for (Draft draft : drafts) {
      if (!draft.headline && draft.voice == voice) {
        draft.quotes.forEach(q -> said.append(key(q)).append(' '));
        said.append(draft.turn == null ? "" : key(draft.turn)).append(' ');
      }
    }
    return said.toString().contains(" " + headline + " ") || List.of(headline.split(" ")).stream().allMatch(word -> said.indexOf(" " + word + " ") >= 0);
  }

  private String key(Quote quote) {
    return key(quote.inner());
  }

  private String key(Span span) {
    return span.in(text).toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private void body(Sentence s) {
    cast.leads(s, subjects.leading(s));
    List<Draft> here = reader.read(s);
    if (here.isEmpty()) {
      cast.descriptions().seen(s);
    }
    List<Quote> left = assigner.assign(s, here);
    here.removeIf(d -> d.quotes.isEmpty() && (!d.hasContent() || isScrap(d)));
    if (!left.isEmpty()) {
      unattributed(s, left, here);
    }
    boolean spoken = here.stream().anyMatch(d -> !d.nested);
    if (spoken && startsWithQuote(s)) {
      settleOpen(here.getFirst().voice);
    }
    drafts.addAll(here);
    here.stream().filter(d -> !d.nested).reduce((a, b) -> b.quotes.isEmpty() && !a.quotes.isEmpty() ? a : b).ifPresent(d -> previous = d);
    if (s.endsWithColon()) {
      announce(s, here);
    }
  }

  /** "tell it differently", "told the Sunday paper": up to three words without a verb are not what was said. */
  private boolean isScrap(Draft draft) {
    List<Token> said = draft.sentence.tokens().stream().filter(t -> t.begin() >= draft.contentBegin && t.end() <= draft.contentEnd && t.isWord()).toList();
    boolean clause = draft.cue != null && draft.cue.frame() == Cue.Frame.CLAUSE;
    return clause && said.size() <= 3 && said.stream().noneMatch(t -> words.is(t, Word.BE) || words.is(t, Word.AUXILIARIES) || words.is(t, Word.MODALS) || words.ends(t, Word.PAST_ENDINGS));
  }

  private boolean startsWithQuote(Sentence s) {
    return s.token(0).isQuote();
  }

  private void announce(Sentence s, List<Draft> here) {
    announcedIn = s.block();
    announced = here.isEmpty() ? subjects.ofSentence(s).flatMap(x -> cast.resolve(s, x)).orElse(null) : here.getLast().voice;
    if (announced == null && previous != null) {
      announced = previous.voice;
    }
    List<Draft> empty = here.stream().filter(d -> d.quotes.isEmpty() && d.cue != null && d.cue.body() >= s.size() - 1).toList();
    drafts.removeAll(empty);
    if (announced != null) {
      cast.spoke(announced);
    }
  }

  private void unattributed(Sentence s, List<Quote> left, List<Draft> here) {
    boolean label = s.size() > 2 && s.token(1).is(":") || s.size() > 3 && s.token(2).is(":") && s.token(3).isQuote();
    if (s.onlyQuotes()) {
      continuation(s, left, here);
    } else if (here.isEmpty() && label) {
      Draft draft = draft(s, "colon", left, colonVoice(s));
      add(here, draft);
    } else if (here.isEmpty()) {
      beside.find(s, left.getFirst(), quotes).ifPresentOrElse(draft -> {
        draft.quotes.addAll(left);
        cast.spoke(draft.voice);
        here.add(draft);
      }, () -> loose(s, left, here));
    }
  }

  private void loose(Sentence s, List<Quote> left, List<Draft> here) {
    if (left.stream().anyMatch(assigner::isLong)) {
      Draft draft = draft(s, "loose", left.stream().filter(assigner::isLong).toList(), looseVoice(s));
      add(here, draft);
    }
  }

  private Voice looseVoice(Sentence s) {
    Optional<Voice> subject = subjects.ofSentence(s).flatMap(x -> cast.resolve(s, x));
    return subject.orElse(previous == null ? null : previous.voice);
  }

  private Voice colonVoice(Sentence s) {
    int last = s.token(1).is(":") ? 0 : 1;
    Subject subject = Subject.of(0, last);
    return speakers.isSpeaker(s, subject, false) ? cast.resolve(s, subject).orElse(null) : null;
  }

  private static void add(List<Draft> here, Draft draft) {
    if (draft.voice != null) {
      here.add(draft);
    }
  }

  private Draft draft(Sentence s, String rule, List<Quote> left, Voice voice) {
    Draft draft = new Draft(s, rule);
    draft.voice = voice;
    draft.quotes.addAll(left);
    return draft;
  }

  private void continuation(Sentence s, List<Quote> left, List<Draft> here) {
    boolean sameBlock = previous != null && previous.block() == s.block() && !previous.quotes.isEmpty();
    if (sameBlock) {
      previous.quotes.addAll(left);
      return;
    }
    if (announced != null && s.block() - announcedIn <= 1) {
      add(here, draft(s, "colon", left, announced));
      return;
    }
    boolean opens = left.stream().anyMatch(q -> !q.closed());
    Draft draft = draft(s, "continuation", left, null);
    if (opens || previous == null) {
      open.add(draft);
      return;
    }
    draft.voice = previous.voice;
    settleOpen(draft.voice);
    here.add(draft);
  }

  /** The open paragraphs of a quotation get the voice found at its end. */
  private void settleOpen(Voice voice) {
    for (Draft draft : open) {
      draft.voice = voice;
      if (voice != null) {
        drafts.add(draft);
      }
    }
    open.clear();
  }

}
