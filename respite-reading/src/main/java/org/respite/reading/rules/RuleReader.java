// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.respite.reading.Finding;
import org.respite.reading.Kind;
import org.respite.reading.NumberMention;
import org.respite.reading.Parties;
import org.respite.reading.Publication;
import org.respite.reading.Reading;
import org.respite.reading.Span;
import org.respite.reading.Speaker;
import org.respite.reading.Statement;
import org.respite.reading.StatementReader;
import org.respite.reading.TimeMention;

/**
 * The reader of rules: no model, no network, the same output for the same input.
 *
 * <p>Stages: blocks, quotations, sentences, cues, subjects, names, drafts, times, numbers, topics and stances, narrator. Time and
 * memory O(n) in the length of the text. Immutable, so one reader may serve any number of threads.
 */
public final class RuleReader implements StatementReader {
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Vocabulary words;
  private final Actors actors;
  private final TimeFinder.Patterns patterns;
  private final NumberFinder numberFinder;
  private final ClaimTagger claimTagger;
  private final NarratorFinder narratorFinder;
  private final Map<String, Double> precision = new HashMap<>();

  private RuleReader(Vocabulary words, List<String[]> actorRows) {
    this.words = words;
    this.actors = Actors.of(actorRows, words);
    this.patterns = TimeFinder.Patterns.of(words);
    this.numberFinder = new NumberFinder(words);
    this.claimTagger = new ClaimTagger(words);
    this.narratorFinder = new NarratorFinder(words, claimTagger);
    words.table("rules.tsv").forEach(row -> precision.put(row[0], Double.valueOf(row[1])));
  }

  /** The English reader with the actors it ships with. */
  public static RuleReader english() {
    Vocabulary words = Vocabulary.of("en");
    return new RuleReader(words, words.table("actors.tsv"));
  }

  /**
   * The English reader with an actors table of the user's own.
   *
   * @param rows lines of the file, split at tabs: id, name, kind, party, other names
   * @throws IllegalArgumentException naming the line that has fewer than four columns
   */
  public static RuleReader english(List<String[]> rows) {
    return new RuleReader(Vocabulary.of("en"), rows);
  }

  /** Names and kinds of the parties of the actors file. */
  public Parties parties() {
    return actors;
  }

  /** The topics of the vocabulary with the term of the consent table that each belongs to, "-" where it is none. */
  public Map<String, String> topics() {
    return claimTagger.terms();
  }

  @Override
  public Reading read(String text, Publication publication) {
    List<Block> blocks = BlockFinder.find(text, words);
    List<Quote> quotes = QuoteFinder.find(text, blocks);
    List<Sentence> sentences = SentenceFinder.find(text, blocks, quotes, words);
    TimeFinder timeFinder = new TimeFinder(text, publication, words, patterns);
    List<TimeMention> times = timeFinder.find();
    List<NumberMention> numbers = numberFinder.find(text);
    Cast cast = new Cast(words, actors, Roster.of(sentences, words, actors));
    List<Draft> drafts = new DraftCollector(text, blocks, quotes, words, cast).collect(sentences);
    drafts.removeIf(d -> d.turn == null && d.quotes.isEmpty() && !d.hasContent());
    drafts.sort(Comparator.comparingInt(RuleReader::begin));
    new SpokenOn(publication, new SpokenOn.Read(text, sentences, times), words).date(drafts);
    List<Statement> statements = statements(text, drafts, times, numbers);
    List<Finding> findings = new ArrayList<>(timeFinder.findings());
    unclosed(text, quotes).ifPresent(findings::add);
    return new Reading(text, publication, statements, times, numbers, narratorFinder.find(text, sentences, statements), findings);
  }

  private static int begin(Draft draft) {
    if (draft.turn != null) {
      return draft.turn.begin();
    }
    int begin = draft.hasContent() ? draft.contentBegin : Integer.MAX_VALUE;
    return draft.quotes.isEmpty() ? begin : Math.min(begin, draft.quotes.getFirst().inner().begin());
  }

  private List<Statement> statements(String text, List<Draft> drafts, List<TimeMention> times, List<NumberMention> numbers) {
    List<Statement> statements = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    ClaimTagger.Context document = claimTagger.context(text);
    Draft last = null;
    for (Draft draft : drafts) {
      List<Span> spoken = spoken(draft);
      List<Span> content = draft.hasContent() ? List.of(new Span(draft.contentBegin, draft.contentEnd)) : List.of();
      Statement bare = statement(statements.size() + 1, draft, spoken, content);
      String said = bare.words(text);
      String type = draft.cue == null ? "say" : draft.cue.type();
      boolean goesOn = last != null && last.voice == draft.voice && draft.block() - last.block() <= 1 && !draft.quotes.isEmpty();
      boolean answers = last != null && draft.block() - last.block() <= 1;
      ClaimTagger.Context context = new ClaimTagger.Context(document.halt(), document.halted(), goesOn ? statements.getLast().claims() : List.of(), answers ? statements.getLast().claims() : List.of());
      statements.add(new Statement(bare.id(), bare.kind(), bare.speaker(), bare.mention(), bare.cue(), spoken, content, bare.saidOn(),
          claimTagger.claims(said, type, context), quantities(bare.region(), times, numbers), bare.rule(), bare.confidence(), copyOf(key(said), keys)));
      keys.add(key(said));
      last = draft;
    }
    return statements;
  }

  private static List<Span> spoken(Draft draft) {
    return draft.turn != null ? List.of(draft.turn) : draft.quotes.stream().map(Quote::inner).toList();
  }

  private Statement statement(int number, Draft draft, List<Span> spoken, List<Span> content) {
    Optional<Span> cue = Optional.ofNullable(draft.cue).map(c -> draft.sentence.spanOf(Math.min(c.first(), c.verb()), c.last()));
    String saidOn = draft.saidOn == null ? Speaker.NOT_STATED : draft.saidOn;
    return new Statement(String.format(Locale.ROOT, "s%02d", number), kind(draft, spoken, content), speaker(draft), Optional.ofNullable(draft.mention), cue, spoken, content,
        saidOn, List.of(), List.of(), draft.rule, precision.getOrDefault(draft.rule, 0.5), "");
  }

  private static Kind kind(Draft draft, List<Span> spoken, List<Span> content) {
    if (draft.headline) {
      return Kind.HEADLINE;
    }
    if (draft.nested) {
      return Kind.NESTED;
    }
    return spoken.isEmpty() ? Kind.INDIRECT : content.isEmpty() ? Kind.DIRECT : Kind.MIXED;
  }

  private Speaker speaker(Draft draft) {
    Voice voice = draft.voice;
    return voice == null ? Speaker.HEADLINE : new Speaker(voice.name, voice.role, actors.party(voice), voice.person);
  }

  private static List<String> quantities(Span region, List<TimeMention> times, List<NumberMention> numbers) {
    List<String> quantities = new ArrayList<>();
    times.stream().filter(t -> region.contains(t.span())).forEach(t -> quantities.add(t.value()));
    numbers.stream().filter(n -> region.contains(n.span())).forEach(n -> quantities.add((n.hedge().isEmpty() ? "" : n.hedge() + " ") + (n.low() == n.high() ? "" + n.low() : n.low() + "-" + n.high()) + " " + n.what()));
    return quantities;
  }

  /** The words of a crosshead found again in the body, or a sentence printed twice. */
  private static String copyOf(String key, List<String> before) {
    for (int i = 0; i < before.size(); i++) {
      if (key.length() > 20 && before.get(i).contains(key)) {
        return String.format(Locale.ROOT, "s%02d", i + 1);
      }
    }
    return "";
  }

  private static String key(String words) {
    return NOT_WORD.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  private static Optional<Finding> unclosed(String text, List<Quote> quotes) {
    return quotes.stream().filter(q -> !q.closed() && !continued(text, q)).findFirst().map(q -> {
      long line = text.substring(0, q.outer().begin()).chars().filter(c -> c == '\n').count() + 1;
      return new Finding(false, "line " + line, "a quotation mark is never closed", "the quotation is taken to run to the end of its paragraph", "Check where the words end");
    });
  }

  /** A long quotation opens each paragraph anew and closes only the last. */
  private static boolean continued(String text, Quote quote) {
    int next = quote.outer().end();
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next < text.length() && text.charAt(next) == text.charAt(quote.outer().begin());
  }
}
