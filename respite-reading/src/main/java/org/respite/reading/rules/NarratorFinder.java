// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.respite.reading.NarratorFact;
import org.respite.reading.Span;
import org.respite.reading.Statement;

/** What the writer says in their own voice about the topics of a pause, with the words that hedge it. */
final class NarratorFinder {
  private static final int SHORTEST = 25;

  private record Hedge(String polarity, Pattern pattern) {}

  private record Seen(String words, boolean headline) {}

  private final List<Hedge> hedges = new ArrayList<>();
  private final ClaimTagger claims;

  NarratorFinder(Vocabulary words, ClaimTagger claims) {
    words.table("hedges.tsv").forEach(row -> hedges.add(new Hedge(row[0], Pattern.compile(row[1], Pattern.CASE_INSENSITIVE))));
    this.claims = claims;
  }

  List<NarratorFact> find(String text, List<Sentence> sentences, List<Statement> statements) {
    List<NarratorFact> facts = new ArrayList<>();
    for (Sentence s : sentences) {
      if (s.kind() == Block.Kind.TURN || s.kind() == Block.Kind.QUESTION || s.onlyQuotes()) {
        continue;
      }
      for (Span span : own(s, statements)) {
        String words = span.in(text);
        String topic = claims.topic(words);
        if (!topic.equals("context")) {
          facts.add(fact(String.format(Locale.ROOT, "n%02d", facts.size() + 1), span, topic, new Seen(words, s.kind() == Block.Kind.HEADLINE)));
        }
      }
    }
    return List.copyOf(facts);
  }

  /** The parts of a sentence before the first and after the last thing that somebody else says in it. */
  private static List<Span> own(Sentence s, List<Statement> statements) {
    int begin = s.span().end();
    int end = s.span().begin();
    for (Statement statement : statements) {
      Span region = statement.region();
      if (region.overlaps(s.span())) {
        begin = Math.min(begin, statement.mention().map(m -> Math.min(m.begin(), region.begin())).orElse(region.begin()));
        end = Math.max(end, Math.max(region.end(), statement.mention().map(Span::end).orElse(0)));
      }
    }
    if (begin == s.span().end() && end == s.span().begin()) {
      return List.of(s.span());
    }
    List<Span> parts = new ArrayList<>();
    if (begin - s.span().begin() >= SHORTEST) {
      parts.add(new Span(s.span().begin(), begin));
    }
    if (s.span().end() - end >= SHORTEST) {
      parts.add(new Span(end, s.span().end()));
    }
    return parts;
  }

  private NarratorFact fact(String id, Span span, String topic, Seen seen) {
    String words = seen.words();
    if (seen.headline() && (words.contains("'") || words.contains("‘"))) {
      return new NarratorFact(id, span, topic, "alleged", "quotation marks in a headline");
    }
    for (Hedge hedge : hedges) {
      Matcher m = hedge.pattern().matcher(words);
      if (m.find()) {
        return new NarratorFact(id, span, topic, hedge.polarity(), m.group());
      }
    }
    return new NarratorFact(id, span, topic, "asserted", "");
  }
}
