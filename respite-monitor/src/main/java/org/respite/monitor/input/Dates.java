// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people write them. The order of day and month is decided once for a whole column: a single cell like 03/04/2016
 * cannot tell.
 */
public final class Dates {
  /** Order of the parts where the year does not come first; or days that are numbers (a spreadsheet's days, seconds, milliseconds). */
  public enum Order { DAY_FIRST, MONTH_FIRST, NUMBERED, UNDECIDED }

  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  /** A year of two digits is one of this century; with hyphens it might as well stand first, and is not read. */
  private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:[T ,].*)?|(\\d{1,2})[/.](\\d{1,2})[/.](\\d{2})(?: .*)?");
  /** Where the parts are divided by dots, the day stands first wherever that is the custom. */
  private static final Pattern DOTTED = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}");
  private static final Pattern DAY_WORD = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[ -]+([A-Za-z]{3,9})\\.?,?[ -]+(\\d{4}|\\d{2})(?: .*)?");
  private static final Pattern WORD_DAY = Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?: .*)?");
  private static final Pattern WEEKDAY = Pattern.compile("(?i)(mon|tues?|wed(nes)?|thur?s?|fri|sat(ur)?|sun)(day)?[.,]* +(?=\\S)");
  /** Days as spreadsheets count them (1954 to 2064), seconds since 1970 (from 2001 on) and thousandths of them. */
  private static final Pattern NUMBERED = Pattern.compile("([2-5]\\d{4})(\\.\\d+)?|(\\d{10})(\\d{3})?(\\.0+)?");
  /** Day 0 of spreadsheets, for days after February 1900. */
  private static final LocalDate SPREADSHEET = LocalDate.of(1899, 12, 30);
  private static final long SECONDS_A_DAY = 86_400;
  private static final Map<String, Integer> MONTHS = Map.ofEntries(
      Map.entry("jan", 1), Map.entry("feb", 2), Map.entry("mar", 3), Map.entry("apr", 4), Map.entry("may", 5),
      Map.entry("jun", 6), Map.entry("jul", 7), Map.entry("aug", 8), Map.entry("sep", 9), Map.entry("oct", 10),
      Map.entry("nov", 11), Map.entry("dec", 12));

  private Dates() {}

  /** The day that somebody typed, in whatever digits: empty where it names none, or two. */
  public static Optional<LocalDate> parseOne(String typed, Order order) {
    String cell = Table.tidy(typed);
    if (order != Order.UNDECIDED) return parse(cell, order);
    if (DOTTED.matcher(cell).matches()) return parse(cell, Order.DAY_FIRST);
    Optional<LocalDate> dayFirst = parse(cell, Order.DAY_FIRST);
    Optional<LocalDate> monthFirst = parse(cell, Order.MONTH_FIRST);
    if (dayFirst.isEmpty()) return monthFirst;
    return monthFirst.isEmpty() || monthFirst.equals(dayFirst) ? dayFirst : Optional.empty();
  }

  /** The day a cell names; empty where it names none, or where its order is undecided. */
  public static Optional<LocalDate> parse(String written, Order order) {
    if (order == Order.NUMBERED) return numbered(written);
    String cell = WEEKDAY.matcher(written).replaceFirst("");
    Matcher m = YEAR_FIRST.matcher(cell);
    if (m.matches()) return day(m.group(1), m.group(2), m.group(3));
    m = COMPACT.matcher(cell);
    if (m.matches()) return day(m.group(1), m.group(2), m.group(3));
    m = YEAR_LAST.matcher(cell);
    if (m.matches()) {
      boolean whole = m.group(3) != null;
      String first = whole ? m.group(1) : m.group(4);
      String second = whole ? m.group(2) : m.group(5);
      String year = whole ? m.group(3) : "20" + m.group(6);
      if (order == Order.DAY_FIRST) return day(year, second, first);
      return order == Order.MONTH_FIRST ? day(year, first, second) : Optional.empty();
    }
    m = DAY_WORD.matcher(cell);
    if (m.matches()) return wordDay(m.group(3), m.group(2), m.group(1));
    m = WORD_DAY.matcher(cell);
    return m.matches() ? wordDay(m.group(3), m.group(1), m.group(2)) : Optional.empty();
  }

  /** A day by its number: a moment counts for the day it has in UTC. */
  private static Optional<LocalDate> numbered(String cell) {
    Matcher m = NUMBERED.matcher(cell);
    if (!m.matches()) return Optional.empty();
    if (m.group(1) != null) return Optional.of(SPREADSHEET.plusDays(Integer.parseInt(m.group(1))));
    return Optional.of(LocalDate.ofEpochDay(Math.floorDiv(Long.parseLong(m.group(3)), SECONDS_A_DAY)));
  }

  private static Optional<LocalDate> wordDay(String year, String word, String dayOfMonth) {
    Integer month = MONTHS.get(word.substring(0, 3).toLowerCase(Locale.ROOT));
    return month == null ? Optional.empty() : day(year.length() == 2 ? "20" + year : year, month.toString(), dayOfMonth);
  }

  private static Optional<LocalDate> day(String year, String month, String dayOfMonth) {
    try {
      return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(dayOfMonth)));
    } catch (DateTimeException e) {
      return Optional.empty(); // 31 February: the caller reports the cell as no date
    }
  }

  /**
   * The order in which a column writes its days: the only one in which all its cells are days, or the one in which more
   * lines follow the day of the line before; undecided where neither tells.
   */
  public static Order orderOf(List<String> cells) {
    if (cells.stream().anyMatch(c -> !c.isEmpty()) && cells.stream().allMatch(c -> c.isEmpty() || NUMBERED.matcher(c).matches())) return Order.NUMBERED;
    long yearLast = cells.stream().filter(c -> YEAR_LAST.matcher(c).matches()).count();
    if (yearLast == 0) return Order.DAY_FIRST; // no cell depends on it
    long dayFirst = parsed(cells, Order.DAY_FIRST);
    long monthFirst = parsed(cells, Order.MONTH_FIRST);
    if (dayFirst != monthFirst) return dayFirst > monthFirst ? Order.DAY_FIRST : Order.MONTH_FIRST;
    long stepsDay = steps(cells, Order.DAY_FIRST);
    long stepsMonth = steps(cells, Order.MONTH_FIRST);
    if (stepsDay == stepsMonth) return Order.UNDECIDED;
    return stepsDay > stepsMonth ? Order.DAY_FIRST : Order.MONTH_FIRST;
  }

  /** Share of the cells with something in them that are days, [0,1]; 0 for a column of empty cells. */
  static double shareOfDays(List<String> cells) {
    long filled = cells.stream().filter(c -> !c.isEmpty()).count();
    Order order = orderOf(cells) == Order.UNDECIDED ? Order.DAY_FIRST : orderOf(cells);
    return filled == 0 ? 0 : (double) parsed(cells, order) / filled;
  }

  /** Whether most lines are the day after the line before: one line a day. */
  static boolean mostlyConsecutive(List<String> cells) {
    Order order = orderOf(cells) == Order.UNDECIDED ? Order.DAY_FIRST : orderOf(cells);
    return cells.size() > 2 && steps(cells, order) > cells.size() / 2;
  }

  private static long parsed(List<String> cells, Order order) {
    return cells.stream().filter(c -> parse(c, order).isPresent()).count();
  }

  private static long steps(List<String> cells, Order order) {
    long steps = 0;
    for (int i = 1; i < cells.size(); i++) {
      var before = parse(cells.get(i - 1), order);
      var after = parse(cells.get(i), order);
      if (before.isPresent() && after.isPresent() && before.get().plusDays(1).equals(after.get())) steps++;
    }
    return steps;
  }
}
