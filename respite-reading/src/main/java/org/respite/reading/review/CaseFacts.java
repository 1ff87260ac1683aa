// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.review;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.respite.reading.LanguageFolder;
import org.respite.reading.NumberMention;
import org.respite.reading.Reading;
import org.respite.reading.Span;
import org.respite.reading.TimeMention;

/** What a document tells of the pause itself: its day, its hours, its clock, the people inside, the corridors; each with its place. */
final class CaseFacts {
  private static final Pattern HOURS = Pattern.compile("PT(\\d+)H");
  private static final Pattern PAUSE = LanguageFolder.ENGLISH.pattern("case_pause");
  private static final Pattern TRAPPED = LanguageFolder.ENGLISH.pattern("case_trapped");
  private static final Pattern PEOPLE = LanguageFolder.ENGLISH.pattern("case_people");
  private static final Pattern CORRIDOR = LanguageFolder.ENGLISH.pattern("case_corridor");
  private static final Pattern CLOCK = LanguageFolder.ENGLISH.pattern("case_clock");
  private static final int CONTEXT = 110;
  private static final int NEAR_SIZE = 40;
  private static final int MOST_CORRIDORS = 5;

  /** A clock time of day in whole minutes, [0, 24*60], with where it stands. */
  record Clock(int from, int to, Span span) {}

  private final Reading reading;

  CaseFacts(Reading reading) {
    this.reading = reading;
  }

  /** The day that stands most often with a word for the pause; one gone by does not count. */
  Optional<TimeMention> day() {
    return frequent(TimeMention.Type.DATE);
  }

  /** The hours that stand most often with a word for the pause. */
  Optional<TimeMention> length() {
    return frequent(TimeMention.Type.DURATION);
  }

  static int hours(TimeMention length) {
    Matcher m = HOURS.matcher(length.value());
    return m.matches() ? Integer.parseInt(m.group(1)) : 0;
  }

  /** "from 9 a.m. to 2 p.m." near a word for the pause; empty where the clock is not stated. */
  Optional<Clock> clock() {
    Matcher m = CLOCK.matcher(reading.text());
    while (m.find()) {
      int from = minutes(m.group(1), m.group(2), m.group(3));
      int to = minutes(m.group(4), m.group(5), m.group(6));
      Span span = new Span(m.start(), m.end());
      if (from < to && to <= 24 * 60 && PAUSE.matcher(around(span, 2 * CONTEXT)).find()) {
        return Optional.of(new Clock(from, to, span));
      }
    }
    return Optional.empty();
  }

  private static int minutes(String hour, String minute, String half) {
    int h = Integer.parseInt(hour);
    boolean afternoon = half != null && Character.toLowerCase(half.charAt(0)) == 'p' && h < 12;
    return (afternoon ? h + 12 : h) * 60 + (minute == null ? 0 : Integer.parseInt(minute));
  }

  private Optional<TimeMention> frequent(TimeMention.Type type) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    reading.times().stream().filter(t -> t.type() == type && counts(t)).forEach(t -> votes.merge(t.value(), 1, Integer::sum));
    return votes.entrySet().stream().max(Map.Entry.comparingByValue())
        .flatMap(best -> reading.times().stream().filter(t -> t.type() == type && counts(t) && t.value().equals(best.getKey())).findFirst());
  }

  private boolean counts(TimeMention time) {
    boolean near = PAUSE.matcher(around(time.span(), CONTEXT)).find();
    if (time.type() == TimeMention.Type.DURATION) {
      return near && hours(time) > 0;
    }
    boolean day = time.value().matches("\\d{4}-\\d\\d-\\d\\d");
    return near && day && reading.publication().date().map(p -> !LocalDate.parse(time.value()).isBefore(p)).orElse(true);
  }

  private String around(Span span, int reach) {
    return reading.text().substring(Math.max(0, span.begin() - reach), Math.min(reading.text().length(), span.end() + reach));
  }

  /** Counts of people inside, the largest first. */
  List<NumberMention> inside() {
    return reading.numbers().stream().filter(this::isInside).sorted(Comparator.comparingLong(NumberMention::high).reversed()).toList();
  }

  private boolean isInside(NumberMention number) {
    int end = number.span().end();
    String after = reading.text().substring(end, Math.min(reading.text().length(), end + NEAR_SIZE));
    return PEOPLE.matcher(number.what()).matches() && TRAPPED.matcher(after).find();
  }

  /** Sentences that name a corridor or a crossing. */
  List<Span> corridors() {
    return CORRIDOR.matcher(reading.text()).results().limit(MOST_CORRIDORS).map(r -> new Span(r.start(), r.end())).toList();
  }

  /** "08:00" of minutes since midnight. */
  static String clockText(int minutes) {
    return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }
}
