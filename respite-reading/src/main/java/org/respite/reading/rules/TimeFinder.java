// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.respite.reading.Finding;
import org.respite.reading.Publication;
import org.respite.reading.Span;
import org.respite.reading.Speaker;
import org.respite.reading.TimeMention;

/**
 * Finds dates and durations and resolves them against the day of publication.
 *
 * <p>A weekday is resolved by the words that govern it: "promised for Thursday" is the next one, "said Tuesday" the last.
 */
final class TimeFinder {
  private static final int REACH = 75;

  private final String text;
  private final int[] wordStarts;
  private final Publication publication;
  private final Vocabulary words;
  private final List<TimeMention> found = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Patterns patterns;

  /** Patterns built once from the vocabulary. */
  record Patterns(Pattern weekday, Pattern duration, Pattern longFor, Pattern relative, Pattern day, Pattern monthFirst, Pattern dayFirst, Pattern month,
      Pattern dayBefore, Pattern dayAfter, Pattern plannedAfter, Pattern single, Pattern measuredBefore, Pattern measuredAfter, Map<String, String> units) {
    private static Map<String, String> units(Vocabulary words) {
      Map<String, String> units = new HashMap<>();
      words.table("units.tsv").forEach(row -> units.put(row[0], row[1]));
      return Map.copyOf(units);
    }

    static Patterns of(Vocabulary words) {
      return new Patterns(words.anyCase("weekday"), words.anyCase("duration"), words.anyCase("long_for"), words.anyCase("relative"), words.anyCase("day"),
          words.anyCase("month_first"), words.anyCase("day_first"), words.anyCase("month"), words.anyCase("day_before"), words.anyCase("day_after"),
          words.pattern("planned_after"), words.anyCase("single"), words.pattern("measured_before"), words.pattern("measured_after"), units(words));
    }
  }

  TimeFinder(String text, Publication publication, Vocabulary words, Patterns patterns) {
    this.text = text;
    this.wordStarts = wordStarts(text);
    this.publication = publication;
    this.words = words;
    this.patterns = patterns;
  }

  /** All mentions, in order. */
  List<TimeMention> find() {
    scan(patterns.dayFirst(), m -> calendar(m, m.group(1), m.group(2), m.group(3)));
    scan(patterns.monthFirst(), m -> calendar(m, m.group(2), m.group(1), m.group(3)));
    scan(patterns.weekday(), this::weekday);
    scan(patterns.relative(), this::relative);
    scan(patterns.day(), this::day);
    scan(patterns.month(), this::month);
    scan(patterns.longFor(), m -> duration(m, "X", m.group(1)));
    scan(patterns.duration(), this::counted);
    found.sort(Comparator.comparingInt((TimeMention t) -> t.span().begin()));
    return List.copyOf(found);
  }

  /** Dates that cannot be. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private void scan(Pattern pattern, Function<Matcher, TimeMention> make) {
    Matcher m = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    int from = 0;
    for (int start : wordStarts) {
      if (start < from || !m.region(start, text.length()).lookingAt()) {
        continue;
      }
      from = m.end();
      TimeMention mention = make.apply(m);
      if (mention != null && found.stream().noneMatch(t -> t.span().overlaps(mention.span()))) {
        found.add(mention);
      }
    }
  }

  /** Every mention begins with a word: trying only there is several times as fast as trying every character. */
  private static int[] wordStarts(String text) {
    return java.util.stream.IntStream.range(0, text.length())
        .filter(i -> Character.isLetterOrDigit(text.charAt(i)) && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))).toArray();
  }

  private TimeMention date(int begin, int end, String value, String note) {
    return new TimeMention(new Span(begin, end), TimeMention.Type.DATE, value, note);
  }

  private TimeMention calendar(Matcher m, String day, String monthName, String year) {
    int month = month(monthName);
    Optional<Integer> given = year == null ? publication.date().map(LocalDate::getYear) : Optional.of(Integer.parseInt(year));
    if (given.isEmpty()) {
      return date(m.start(), m.end(), String.format(Locale.ROOT, "--%02d-%02d", month, Integer.parseInt(day)), "year not stated");
    }
    try {
      LocalDate date = LocalDate.of(given.get(), month, Integer.parseInt(day));
      if (year == null && publication.date().isPresent()) {
        LocalDate published = publication.date().get();
        date = date.isAfter(published.plusMonths(6)) ? date.minusYears(1) : date.isBefore(published.minusMonths(9)) ? date.plusYears(1) : date;
      }
      return date(m.start(), m.end(), date.toString(), checkWeekday(m.start(), m.end(), date));
    } catch (DateTimeException e) {
      findings.add(new Finding(false, place(m.start()), "\"" + m.group() + "\" is not a date of the calendar", "it is left unresolved", "Check the article"));
      return date(m.start(), m.end(), Speaker.NOT_STATED, "no such date");
    }
  }

  /** "Thursday, 31 October 2016": the weekday beside a date must be that date's. */
  private String checkWeekday(int begin, int end, LocalDate date) {
    String before = text.substring(Math.max(0, begin - 14), begin);
    String after = text.substring(end, Math.min(text.length(), end + 14));
    Matcher m = patterns.dayBefore().matcher(before);
    Matcher n = patterns.dayAfter().matcher(after);
    String named = m.find() ? m.group(1) : n.find() ? n.group(1) : null;
    if (named == null || words.list(Word.WEEKDAYS).indexOf(named.toLowerCase(Locale.ROOT)) + 1 == date.getDayOfWeek().getValue()) {
      return "";
    }
    String real = date.getDayOfWeek().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
    findings.add(new Finding(false, place(begin), date + " is a " + real + ", not a " + named, "one of the two is wrong; the date is kept and marked", "Ask the source which is meant"));
    return "the text says " + named + ", the calendar says " + real;
  }

  private String place(int at) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    return "line " + line;
  }

  private int month(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < words.list(Word.MONTHS).size(); i++) {
      if (words.list(Word.MONTHS).get(i).startsWith(lower.substring(0, 3))) {
        return i + 1;
      }
    }
    throw new IllegalStateException("month (" + name + ") is in a pattern but not in the list");
  }

  private TimeMention weekday(Matcher m) {
    if (!Character.isUpperCase(text.charAt(m.start(2)))) {
      return null;
    }
    boolean beside = found.stream().anyMatch(t -> Math.abs(t.span().begin() - m.end()) <= 2 && t.note().startsWith("the text says"));
    if (publication.date().isEmpty() || beside) {
      return date(m.start(2), m.end(2), Speaker.NOT_STATED, beside ? "contradicted by the date beside it" : "no day of publication to count from");
    }
    LocalDate published = publication.date().get();
    DayOfWeek day = DayOfWeek.of(words.list(Word.WEEKDAYS).indexOf(m.group(2).toLowerCase(Locale.ROOT)) + 1);
    boolean next = m.group(1) == null ? ahead(m.start(), m.end()) : words.is(m.group(1).toLowerCase(Locale.ROOT), Word.NEXT);
    LocalDate date = published.with(next ? TemporalAdjusters.nextOrSame(day) : m.group(1) != null && words.is(m.group(1).toLowerCase(Locale.ROOT), Word.LAST) ? TemporalAdjusters.previous(day) : TemporalAdjusters.previousOrSame(day));
    return date(m.group(1) == null ? m.start(2) : m.start(), m.end(2), date.toString(), next ? "next: governed by a word of the future" : "last");
  }

  /** Whether the words before a weekday look forward. The nearest governing word decides; a verb of saying right before it looks back. */
  private boolean ahead(int begin, int end) {
    String after = text.substring(end, Math.min(text.length(), end + 14)).toLowerCase(Locale.ROOT);
    if (patterns.plannedAfter().matcher(after).lookingAt()) {
      return true;
    }
    String before = clauseBefore(begin);
    String[] parts = before.toLowerCase(Locale.ROOT).split("[^\\p{L}’'.]+");
    for (int i = parts.length - 1; i >= 0; i--) {
      String word = parts[i];
      boolean near = parts.length - 1 - i <= 3;
      if (i > 0 && words.is(parts[i - 1], Word.BE_BARE)) {
        continue;
      }
      if (words.is(word, Word.PAST) || near && !words.cues(word).isEmpty() && !words.is(word, Word.FUTURE)) {
        return false;
      }
      boolean link = words.is(word, Word.WEAK_FUTURE);
      if (words.is(word, Word.FUTURE) && (!link || i >= parts.length - 2) || words.is(word, Word.HOURS) && near) {
        return true;
      }
      if (words.ends(word, Word.PAST_ENDINGS) && near && word.length() > 4) {
        return false;
      }
    }
    return false;
  }

  private String clauseBefore(int begin) {
    int from = Math.max(0, begin - REACH);
    String before = text.substring(from, begin);
    String stops = before.replace(".m. ", ".m  ");
    int cut = Math.max(Math.max(stops.lastIndexOf(". "), before.lastIndexOf('\n')), before.lastIndexOf('“') > before.lastIndexOf('”') ? before.lastIndexOf('“') : -1);
    return before.substring(cut + 1);
  }

  private TimeMention relative(Matcher m) {
    if (publication.date().isEmpty() || words.is(m.group(1).toLowerCase(Locale.ROOT), Word.VAGUE_PAST)) {
      return null;
    }
    String which = m.group(1).toLowerCase(Locale.ROOT);
    int step = words.is(which, Word.LAST) ? -1 : words.is(which, Word.NEXT) ? 1 : 0;
    LocalDate published = publication.date().get();
    String format = patterns.units().getOrDefault(m.group(2).toLowerCase(Locale.ROOT), "");
    String value = format.endsWith("W") ? week(published.plusWeeks(step)) : format.equals("P%sM") ? YearMonth.from(published).plusMonths(step).toString() : Integer.toString(published.getYear() + step);
    return date(m.start(), m.end(), value, "");
  }

  static String week(LocalDate date) {
    return String.format(Locale.ROOT, "%d-W%02d", date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private TimeMention day(Matcher m) {
    String named = m.group().toLowerCase(Locale.ROOT);
    int step = words.is(named, Word.DAY_BEFORE) ? -1 : words.is(named, Word.TOMORROW) ? 1 : 0;
    String value = publication.date().map(d -> d.plusDays(step).toString()).orElse(Speaker.NOT_STATED);
    return date(m.start(), m.end(), value, "");
  }

  private TimeMention month(Matcher m) {
    if (publication.date().isEmpty() || !Character.isUpperCase(text.charAt(m.start(1)))) {
      return null;
    }
    LocalDate published = publication.date().get();
    Month month = Month.of(month(m.group(1)));
    int past = month.getValue() <= published.getMonthValue() ? published.getYear() : published.getYear() - 1;
    boolean future = words.is(m.group().toLowerCase(Locale.ROOT).split("[ -]")[0], Word.UNTIL);
    int year = m.group(2) != null ? Integer.parseInt(m.group(2)) : future && past < published.getYear() ? published.getYear() : past;
    return date(m.start(1), m.end(), YearMonth.of(year, month).toString(), "");
  }

  private TimeMention counted(Matcher m) {
    String count = m.group(1).toLowerCase(Locale.ROOT);
    int dash = count.indexOf('-');
    int number = dash < 0 ? words.number(count) : words.number(count.substring(0, dash)) + words.number(count.substring(dash + 1));
    boolean article = words.is(count, Word.INDEFINITE);
    if (article && !m.group().contains("-") && !measured(m)) {
      return null;
    }
    if (words.is(count, Word.HALF)) {
      return patterns.units().get(m.group(2).toLowerCase(Locale.ROOT)).equals("PT%sH") ? new TimeMention(new Span(m.start(), m.end()), TimeMention.Type.DURATION, "PT30M", "") : null;
    }
    String value = Character.isDigit(count.charAt(0)) ? count : number > 0 ? Integer.toString(number) : article ? "1" : "X";
    return duration(m, value, m.group(2));
  }

  /** "within an hour", "an hour after", not "twice a day". */
  private boolean measured(Matcher m) {
    String before = text.substring(Math.max(0, m.start() - 8), m.start()).toLowerCase(Locale.ROOT);
    String after = text.substring(m.end(), Math.min(text.length(), m.end() + 8)).toLowerCase(Locale.ROOT);
    boolean single = patterns.single().matcher(m.group()).find();
    return single || patterns.measuredBefore().matcher(before).find() || patterns.measuredAfter().matcher(after).lookingAt() && !m.group(2).equalsIgnoreCase(shortest());
  }

  /** The unit of which "a … of" does not measure: "a day of some of the heaviest strikes". */
  private String shortest() {
    return words.list(Word.DAY_UNIT).getFirst();
  }

  private TimeMention duration(Matcher m, String count, String unit) {
    String value = String.format(Locale.ROOT, patterns.units().get(unit.toLowerCase(Locale.ROOT)), count);
    return new TimeMention(new Span(m.start(), m.end()), TimeMention.Type.DURATION, value, "");
  }
}
