// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.respite.reading.NumberMention;
import org.respite.reading.Reading;
import org.respite.reading.Span;
import org.respite.reading.Speaker;
import org.respite.reading.Statement;
import org.respite.reading.TimeMention;

/**
 * Holds a reading against a gold register. A quotation matches at an intersection over union of 0.8 after trimming marks; a speaker by
 * name, alias or last name; a statement at the same speaker and an intersection over union of regions of 0.3. Each proposal and each
 * gold item is used once.
 */
public final class Scorer {
  private static final double QUOTE_OVERLAP = 0.8;
  private static final double REGION_OVERLAP = 0.3;

  /** What is measured, in the order of the report. */
  public enum Measure {
    QUOTES,
    QUOTE_AND_SPEAKER,
    STATEMENTS,
    SAID_ON,
    DATES,
    DURATIONS,
    NUMBERS,
    TOPICS,
    STANCES,
    CLAIMS;

    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private final String text;
  private final Gold gold;
  private final Reading reading;
  private final Map<Measure, Tally> tallies = new LinkedHashMap<>();
  private final Map<String, Tally> rules = new TreeMap<>();
  private final Labels labels = new Labels();
  private final List<String> errors = new ArrayList<>();

  private Scorer(Gold gold, Reading reading) {
    this.text = reading.text();
    this.gold = gold;
    this.reading = reading;
  }

  public static Scorer score(Gold gold, Reading reading) {
    Scorer scorer = new Scorer(gold, reading);
    scorer.quotes();
    scorer.statements();
    scorer.times();
    scorer.numbers();
    return scorer;
  }

  public Map<Measure, Tally> tallies() {
    return tallies;
  }

  /** Right and wrong proposals by the rule that made them. */
  public Map<String, Tally> rules() {
    return rules;
  }

  /** Topics one by one, and stances where the topic is right. */
  public Labels labels() {
    return labels;
  }

  /** One line for every quotation or statement that is wrong or missed. */
  public List<String> errors() {
    return errors;
  }

  private record Segment(Span span, Statement statement) {}

  private record GoldSegment(Span span, Gold.Said said) {}

  private void quotes() {
    List<GoldSegment> wanted = new ArrayList<>();
    gold.statements().forEach(s -> s.quotes().forEach(q -> wanted.add(new GoldSegment(trim(q), s))));
    List<Segment> found = new ArrayList<>();
    reading.statements().forEach(s -> s.quotes().forEach(q -> found.add(new Segment(trim(q), s))));
    Set<GoldSegment> used = new HashSet<>();
    Tally spans = Tally.NONE;
    Tally joint = Tally.NONE;
    for (Segment segment : found) {
      GoldSegment match = wanted.stream().filter(w -> !used.contains(w) && overlap(w.span(), segment.span()) >= QUOTE_OVERLAP).findFirst().orElse(null);
      if (match == null) {
        spans = spans.plus(new Tally(0, 1, 0));
        joint = joint.plus(new Tally(0, 1, 0));
        errors.add("quote wrong: " + segment.statement().speaker().name() + ": " + brief(segment.span()));
        continue;
      }
      used.add(match);
      if (match.said().required()) {
        boolean speaker = same(match.said(), segment.statement().speaker());
        spans = spans.plus(new Tally(1, 0, 0));
        joint = joint.plus(speaker ? new Tally(1, 0, 0) : new Tally(0, 1, 1));
        if (!speaker) {
          errors.add("speaker wrong: " + segment.statement().speaker().name() + " for " + match.said().speaker() + ": " + brief(segment.span()));
        }
      }
    }
    for (GoldSegment w : wanted) {
      if (!used.contains(w) && w.said().required()) {
        spans = spans.plus(new Tally(0, 0, 1));
        joint = joint.plus(new Tally(0, 0, 1));
        errors.add("quote missed: " + w.said().speaker() + ": " + brief(w.span()));
      }
    }
    tallies.put(Measure.QUOTES, spans);
    tallies.put(Measure.QUOTE_AND_SPEAKER, joint);
  }

  private void statements() {
    Set<Gold.Said> used = new HashSet<>();
    Tally total = Tally.NONE;
    List.of(Measure.STATEMENTS, Measure.SAID_ON, Measure.TOPICS, Measure.STANCES, Measure.CLAIMS).forEach(m -> tallies.put(m, Tally.NONE));
    for (Statement statement : reading.statements()) {
      Gold.Said match = best(statement, used);
      Tally one = match == null ? new Tally(0, 1, 0) : match.required() ? new Tally(1, 0, 0) : Tally.NONE;
      total = total.plus(one);
      rules.merge(statement.rule(), one, Tally::plus);
      if (match == null) {
        errors.add("statement wrong: " + statement.speaker().name() + " [" + statement.rule() + "]: " + brief(statement.region()));
        continue;
      }
      used.add(match);
      if (match.required()) {
        matched(match, statement);
      }
    }
    for (Gold.Said said : gold.statements()) {
      if (said.required() && !used.contains(said)) {
        total = total.plus(new Tally(0, 0, 1));
        errors.add("statement missed: " + said.id() + " " + said.speaker() + ": " + brief(region(said)));
      }
    }
    tallies.put(Measure.STATEMENTS, total);
  }

  /** The day, the topics and the stances of a statement that is right. */
  private void matched(Gold.Said said, Statement statement) {
    Tally date = saidOn(said, statement);
    if (date.wrong() + date.missed() > 0) {
      errors.add("said on: " + said.id() + " " + statement.saidOn() + ", gold " + said.saidOn());
    }
    List<String> found = statement.claims().stream().map(c -> c.topic() + "/" + c.stance().word()).toList();
    Tally topic = sets(names(said.claims()), names(found));
    Tally stance = labels.add(said.claims(), found);
    if (topic.wrong() + topic.missed() + stance.wrong() > 0) {
      errors.add((topic.wrong() + topic.missed() > 0 ? "topics: " : "stance: ") + said.id() + " " + found + ", gold " + said.claims() + ": " + brief(statement.region()));
    }
    tallies.merge(Measure.SAID_ON, date, Tally::plus);
    tallies.merge(Measure.TOPICS, topic, Tally::plus);
    tallies.merge(Measure.STANCES, stance, Tally::plus);
    tallies.merge(Measure.CLAIMS, sets(new HashSet<>(said.claims()), new HashSet<>(found)), Tally::plus);
  }

  private Gold.Said best(Statement statement, Set<Gold.Said> used) {
    Gold.Said best = null;
    double most = REGION_OVERLAP;
    for (Gold.Said said : gold.statements()) {
      double overlap = overlap(region(said), statement.region());
      if (!used.contains(said) && overlap >= most && same(said, statement.speaker())) {
        best = said;
        most = overlap;
      }
    }
    return best;
  }

  private static Tally saidOn(Gold.Said said, Statement statement) {
    boolean stated = !statement.saidOn().equals(Speaker.NOT_STATED);
    if (!said.saidOn().matches("\\d{4}-(\\d\\d-\\d\\d|W\\d\\d)")) {
      return stated && said.saidOn().equals("unknown") ? new Tally(0, 1, 0) : Tally.NONE;
    }
    return !stated ? new Tally(0, 0, 1) : said.saidOn().equals(statement.saidOn()) ? new Tally(1, 0, 0) : new Tally(0, 1, 1);
  }

  private static Set<String> names(List<String> claims) {
    return new HashSet<>(claims.stream().map(c -> c.substring(0, c.indexOf('/'))).toList());
  }

  private static Tally sets(Set<String> wanted, Set<String> found) {
    int right = (int) found.stream().filter(wanted::contains).count();
    return new Tally(right, found.size() - right, wanted.size() - right);
  }

  /** A register without any times, or without any numbers, was not annotated for them. */
  private void times() {
    boolean annotated = !gold.times().isEmpty();
    tallies.put(Measure.DATES, annotated ? times(TimeMention.Type.DATE) : Tally.NONE);
    tallies.put(Measure.DURATIONS, annotated ? times(TimeMention.Type.DURATION) : Tally.NONE);
  }

  /** A value is wrong when the gold has another for the same words; a mention that the gold does not list counts as wrong too. */
  private Tally times(TimeMention.Type type) {
    List<Gold.Time> wanted = new ArrayList<>(gold.times().stream().filter(t -> t.type().equals(type.name())).toList());
    Tally tally = Tally.NONE;
    for (TimeMention time : reading.times()) {
      if (time.type() != type) {
        continue;
      }
      Gold.Time match = wanted.stream().filter(w -> w.span().overlaps(time.span())).findFirst().orElse(null);
      wanted.remove(match);
      boolean right = match != null && match.value().equals(time.value());
      tally = tally.plus(right ? new Tally(1, 0, 0) : new Tally(0, 1, match == null ? 0 : 1));
      if (!right) {
        errors.add("time wrong: " + brief(time.span()) + " = " + time.value() + (match == null ? " (not in the gold)" : ", gold " + match.value()));
      }
    }
    wanted.forEach(w -> errors.add("time missed: " + brief(w.span()) + " = " + w.value()));
    return tally.plus(new Tally(0, 0, wanted.size()));
  }

  private void numbers() {
    if (gold.numbers().isEmpty()) {
      tallies.put(Measure.NUMBERS, Tally.NONE);
      return;
    }
    List<Gold.Number> wanted = new ArrayList<>(gold.numbers());
    Tally tally = Tally.NONE;
    for (NumberMention number : reading.numbers()) {
      Gold.Number match = wanted.stream().filter(w -> w.span().overlaps(number.span())).findFirst().orElse(null);
      wanted.remove(match);
      boolean right = match != null && match.low() == number.low() && match.high() == number.high() && match.approximate() == number.approximate();
      tally = tally.plus(right ? new Tally(1, 0, 0) : new Tally(0, 1, match == null ? 0 : 1));
      if (!right) {
        errors.add("number wrong: " + brief(number.span()) + (match == null ? " (not in the gold)" : ""));
      }
    }
    wanted.forEach(w -> errors.add("number missed: " + brief(w.span())));
    tallies.put(Measure.NUMBERS, tally.plus(new Tally(0, 0, wanted.size())));
  }

  private boolean same(Gold.Said said, Speaker speaker) {
    return gold.entities().get(said.speaker()).isCalled(speaker.name());
  }

  private static Span region(Gold.Said said) {
    int begin = Integer.MAX_VALUE;
    int end = 0;
    for (List<Span> spans : List.of(said.quotes(), said.content())) {
      for (Span span : spans) {
        begin = Math.min(begin, span.begin());
        end = Math.max(end, span.end());
      }
    }
    return new Span(begin, end);
  }

  private Span trim(Span span) {
    int begin = span.begin();
    int end = span.end();
    while (begin < end && !Character.isLetterOrDigit(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return new Span(begin, end);
  }

  private static double overlap(Span a, Span b) {
    int common = Math.min(a.end(), b.end()) - Math.max(a.begin(), b.begin());
    int all = Math.max(a.end(), b.end()) - Math.min(a.begin(), b.begin());
    return common <= 0 ? 0 : (double) common / all;
  }

  private String brief(Span span) {
    String words = span.in(text).replaceAll("\\s+", " ");
    return "\"" + (words.length() > 90 ? words.substring(0, 87) + "…" : words) + "\"";
  }
}
