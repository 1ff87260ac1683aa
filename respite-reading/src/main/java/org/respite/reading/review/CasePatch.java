// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.review;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.respite.reading.NumberMention;
import org.respite.reading.Reading;
import org.respite.reading.Span;
import org.respite.reading.Statement;
import org.respite.reading.TimeMention;

/** What a document offers to the case: window, hours, people trapped, corridors, positions; every line with where it stands. */
public final class CasePatch {
  private static final Pattern HOURS = Pattern.compile("PT(\\d+)H");
  private static final Pattern PAUSE = Pattern.compile("(?i)pause|truce|cease-?fire|cessation|silence|halt");
  private static final Pattern TRAPPED = Pattern.compile("(?i)trapped|besieged|stranded|remain|inside|in need|under siege|held in|cut off");
  private static final Pattern CORRIDOR = Pattern.compile("(?i)[^.\\n]*\\b(?:corridors?|safe passage|crossings?)\\b[^.\\n]*");
  private static final Pattern CLOCK = Pattern.compile("(?i)\\b(?:from|between) (\\d{1,2})(?:[:.](\\d{2}))? ?([ap]\\.?m\\.?)? (?:to|until|and|till) (\\d{1,2})(?:[:.](\\d{2}))? ?([ap]\\.?m\\.?)?");
  private static final int CONTEXT = 110;

  private final Reading reading;
  private final String source;
  private final StringBuilder yaml = new StringBuilder();

  private CasePatch(Reading reading, String source) {
    this.reading = reading;
    this.source = source;
  }

  /**
   * The patch as YAML text: proposals, none of them confirmed.
   *
   * @param source how the document is named in the provenance
   * @param sha256 of the document as given
   */
  public static String of(Reading reading, String source, String sha256) {
    CasePatch patch = new CasePatch(reading, source);
    patch.yaml.append("# Proposed by reading one document; nothing here is confirmed. Offsets: 0-based, half-open, UTF-16 units.\n");
    patch.yaml.append("source: {document: ").append(quoted(source)).append(", sha256: ").append(sha256).append(", published: ")
        .append(reading.publication().date().map(Object::toString).orElse("not stated")).append("}\n");
    patch.window();
    patch.people();
    patch.corridors();
    patch.positions();
    return patch.yaml.toString();
  }

  /** The date and the hours that stand with the words for a pause most often; a date to come counts, one gone by does not. */
  private void window() {
    Optional<TimeMention> date = frequent(TimeMention.Type.DATE);
    Optional<TimeMention> hours = frequent(TimeMention.Type.DURATION);
    yaml.append("pause:\n");
    date.ifPresentOrElse(d -> line("date", d.value(), d.span()), () -> yaml.append("  date: not stated\n"));
    hours.ifPresentOrElse(h -> line("hours", hoursOf(h).toString(), h.span()), () -> yaml.append("  hours: not stated\n"));
    Matcher m = CLOCK.matcher(reading.text());
    if (m.find()) {
      line("window", "\"" + clock(m.group(1), m.group(2), m.group(3)) + "-" + clock(m.group(4), m.group(5), m.group(6)) + "\"", new Span(m.start(), m.end()));
    } else {
      yaml.append("  window: not stated\n");
    }
  }

  private Optional<TimeMention> frequent(TimeMention.Type type) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    reading.times().stream().filter(t -> t.type() == type && counts(t)).forEach(t -> votes.merge(t.value(), 1, Integer::sum));
    return votes.entrySet().stream().max(Map.Entry.comparingByValue())
        .flatMap(best -> reading.times().stream().filter(t -> t.type() == type && counts(t) && t.value().equals(best.getKey())).findFirst());
  }

  private boolean counts(TimeMention time) {
    boolean near = PAUSE.matcher(around(time.span())).find();
    if (time.type() == TimeMention.Type.DURATION) {
      return near && hoursOf(time) != null;
    }
    boolean day = time.value().matches("\\d{4}-\\d\\d-\\d\\d");
    return near && day && reading.publication().date().map(p -> !java.time.LocalDate.parse(time.value()).isBefore(p)).orElse(true);
  }

  private static Integer hoursOf(TimeMention time) {
    Matcher m = HOURS.matcher(time.value());
    return m.matches() ? Integer.valueOf(m.group(1)) : null;
  }

  private String around(Span span) {
    return reading.text().substring(Math.max(0, span.begin() - CONTEXT), Math.min(reading.text().length(), span.end() + CONTEXT));
  }

  private static String clock(String hour, String minute, String half) {
    int h = Integer.parseInt(hour);
    boolean afternoon = half != null && Character.toLowerCase(half.charAt(0)) == 'p' && h < 12;
    return String.format(Locale.ROOT, "%02d:%s", afternoon ? h + 12 : h, minute == null ? "00" : minute);
  }

  private void people() {
    List<NumberMention> trapped = reading.numbers().stream().filter(this::isTrapped).sorted(Comparator.comparingLong(NumberMention::high).reversed()).toList();
    yaml.append("people_trapped:").append(trapped.isEmpty() ? " not stated\n" : "\n");
    for (NumberMention n : trapped) {
      yaml.append("  - {low: ").append(n.low()).append(", high: ").append(n.high()).append(", hedge: ").append(quoted(n.hedge())).append(", what: ")
          .append(quoted(n.what())).append(at(n.span())).append("}\n");
    }
  }

  private boolean isTrapped(NumberMention number) {
    int end = number.span().end();
    String after = reading.text().substring(end, Math.min(reading.text().length(), end + 40));
    boolean people = number.what().matches("(?i).*\\b(people|civilians|residents|families|children|inhabitants)\\b.*");
    return people && TRAPPED.matcher(after).find();
  }

  private void corridors() {
    Matcher m = CORRIDOR.matcher(reading.text());
    yaml.append("corridors:");
    int n = 0;
    while (m.find() && n < 5) {
      yaml.append(n == 0 ? "\n" : "").append("  - {words: ").append(quoted(m.group().strip())).append(at(new Span(m.start(), m.end()))).append("}\n");
      n++;
    }
    yaml.append(n == 0 ? " not stated\n" : "");
  }

  private void positions() {
    List<Consents.Row> rows = Consents.of(reading);
    yaml.append("positions:").append(rows.isEmpty() ? " not stated\n" : "\n");
    for (Consents.Row row : rows) {
      yaml.append("  - {party: ").append(quoted(row.party())).append(", term: ").append(row.term()).append(", value: ").append(row.value())
          .append(", statements: ").append(row.evidence()).append("}\n");
    }
    yaml.append("statements:").append(reading.statements().isEmpty() ? " []\n" : "\n");
    for (Statement s : reading.statements()) {
      yaml.append("  ").append(s.id()).append(": {speaker: ").append(quoted(s.speaker().name())).append(", party: ").append(quoted(s.speaker().party()))
          .append(", said_on: ").append(s.saidOn()).append(", words: ").append(quoted(s.words(reading.text()))).append(at(s.region())).append("}\n");
    }
  }

  private void line(String key, String value, Span span) {
    yaml.append("  ").append(key).append(": {value: ").append(value).append(", words: ").append(quoted(span.in(reading.text()))).append(at(span)).append("}\n");
  }

  private String at(Span span) {
    return ", at: " + quoted(source + "#" + span.begin() + "-" + span.end());
  }

  private static String quoted(String words) {
    return "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + "\"";
  }
}
