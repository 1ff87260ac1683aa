// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.input;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.respite.monitor.clock.DailySeries;

/**
 * From a table to a daily series: of counts (one number a day; a day without a line was not counted), or of incidents
 * (one line each; a day without a line is told apart from calm by what else was reported on it).
 */
public final class SeriesReader {
  private static final int LONGEST_DAYS = 200_000;
  /** So many lines, all a week apart, are no accident. */
  private static final int FEWEST_WEEKS = 4;

  /** An incident that is given as so many days and more counts for none of them. Assumption: up to three days still tell when. */
  private static final int LONGEST_SPAN = 3;

  private final Table table;
  private final SeriesOptions options;
  private final Findings findings;

  private SeriesReader(Table table, SeriesOptions options, Findings findings) {
    this.table = table;
    this.options = options;
    this.findings = findings;
  }

  /** Reads the series; empty where a finding stops it. */
  public static Optional<DailySeries> read(Table table, SeriesOptions options, Findings findings) {
    return new SeriesReader(withDay(table, options), options, findings).series();
  }

  /** Year, month and day in columns of their own are one day. */
  private static Table withDay(Table table, SeriesOptions options) {
    int year = table.column("year");
    int month = table.column("month");
    int day = table.column("day");
    boolean apart = options.day().isEmpty() && year >= 0 && month >= 0 && day >= 0 && Dates.shareOfDays(table.cells(day)) == 0;
    return apart ? table.joined("year-month-day", year, month, day) : table;
  }

  private Optional<DailySeries> series() {
    Optional<SeriesColumns> columns = SeriesColumns.of(table, options, findings);
    Optional<int[]> filters = filterColumns();
    if (columns.isEmpty() || filters.isEmpty()) return Optional.empty();
    LocalDate[] days = days(columns.get().day());
    if (findings.stop()) return Optional.empty();
    if (weekly(days, columns.get())) return Optional.empty();
    LocalDate first = Arrays.stream(days).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = Arrays.stream(days).max(LocalDate::compareTo).orElseThrow();
    long size = ChronoUnit.DAYS.between(first, last) + 1;
    if (size > LONGEST_DAYS) {
      findings.add(new Finding("M106", table.name(), "the days run from " + first + " to " + last,
          "no series is that long", "look for a mistyped year"));
      return Optional.empty();
    }
    var tally = new Tally(first, (int) size, columns.get(), filters.get());
    for (int i = 0; i < days.length; i++) tally.add(table.rows().get(i), days[i]);
    return findings.stop() ? Optional.empty() : Optional.of(tally.series());
  }

  /** Whether the lines are counts of whole weeks, or of longer: a pause of days cannot be seen in them. */
  private boolean weekly(LocalDate[] days, SeriesColumns columns) {
    LocalDate[] sorted = Arrays.stream(days).sorted().distinct().toArray(LocalDate[]::new);
    if (columns.count() < 0 || sorted.length < FEWEST_WEEKS) return false;
    int apart = 0;
    for (int i = 1; i < sorted.length; i++) if (ChronoUnit.DAYS.between(sorted[i - 1], sorted[i]) >= 7) apart++;
    if (apart < sorted.length - 1) return false;
    findings.add(new Finding("M115", table.name(), "its lines lie a week or more apart", "a pause of days does not show in counts by the week",
        "give one line for each day"));
    return true;
  }

  private Optional<int[]> filterColumns() {
    int[] columns = new int[options.where().size()];
    for (int i = 0; i < columns.length; i++) {
      String name = options.where().get(i).column();
      columns[i] = table.column(name);
      if (columns[i] >= 0) continue;
      findings.add(new Finding("M104", "--where", "there is no column \"" + name + "\" in " + table.name(),
          "the lines cannot be told apart", "its columns are: " + String.join(", ", table.header())));
      return Optional.empty();
    }
    return Optional.of(columns);
  }

  private LocalDate[] days(int column) {
    List<String> cells = table.cells(column);
    Dates.Order order = options.order().orElseGet(() -> Dates.orderOf(cells));
    String name = table.header().get(column);
    if (order == Dates.Order.UNDECIDED) {
      findings.add(new Finding("M107", table.name(),
          "the days in \"" + name + "\" can be read day first or month first", "the series would be guesswork",
          "say --dates dmy or --dates mdy"));
      return new LocalDate[0];
    }
    if (order == Dates.Order.NUMBERED) {
      findings.add(new Finding("M213", table.name() + ":1", "the days in \"" + name + "\" are numbers: " + cells.getFirst() + " is read as "
          + Dates.parse(cells.getFirst(), order).map(LocalDate::toString).orElse("no day"), "a number counts days since 1899-12-30, or seconds since 1970 in UTC",
          "write days as 2016-10-19 if they are others"));
    }
    LocalDate[] days = new LocalDate[cells.size()];
    for (int i = 0; i < days.length; i++) {
      Optional<LocalDate> day = Dates.parse(cells.get(i), order);
      if (day.isEmpty()) {
        findings.add(new Finding("M108", table.place(table.rows().get(i)),
            "\"" + cells.get(i) + "\" in \"" + name + "\" is not a day", "the line has no place in time",
            "write days as 2016-10-19"));
      } else if (day.get().isAfter(options.today())) {
        findings.add(new Finding("M109", table.place(table.rows().get(i)), day.get() + " is in the future",
            "nobody can have counted it", "correct the day, or the clock of this computer"));
      }
      days[i] = day.orElse(LocalDate.EPOCH);
    }
    return days;
  }

  /** Adds up the lines of each day. */
  private final class Tally {
    private final LocalDate first;
    private final SeriesColumns columns;
    private final int[] filters;
    private final int[] counts;
    private final int[] others;
    private final Set<List<String>> seen = new HashSet<>();
    private final boolean[] filled;
    private final int end = table.column("date_end");
    private final int precision = table.column("time_precision");
    private boolean elsewhere;

    Tally(LocalDate first, int size, SeriesColumns columns, int[] filters) {
      this.first = first;
      this.columns = columns;
      this.filters = filters;
      counts = new int[size];
      others = new int[size];
      filled = new boolean[size];
      Arrays.fill(counts, DailySeries.MISSING);
      Arrays.fill(others, DailySeries.MISSING);
    }

    void add(Table.Row row, LocalDate date) {
      int day = Math.toIntExact(ChronoUnit.DAYS.between(first, date));
      if (columns.count() < 0) addIncident(row, day);
      else if (matches(row)) addCount(row, day);
    }

    private void addIncident(Table.Row row, int day) {
      if (notKnownToADay(row, day)) {
        findings.add(new Finding("M214", table.place(row), "when it happened is known to a week or less well", "it counts for no day; it may have fallen into the pause",
            "nothing to do, or give its day"));
        return;
      }
      if (!seen.add(row.cells())) {
        findings.add(new Finding("M203", table.place(row), "the line repeats an earlier one word for word",
            "it is counted once", "nothing to do if it is a copy"));
        return;
      }
      boolean fire = matches(row) && !columns.isNoFire(row);
      if (matches(row) && !fire) elsewhere = true;
      int[] to = fire ? counts : others;
      to[day] = Math.max(0, to[day]) + 1;
    }

    /** UCDP gives such an incident as a span of days, ACLED by its time_precision (1 is the day, 2 the week, 3 the month). */
    private boolean notKnownToADay(Table.Row row, int day) {
      if (row.cell(precision).matches("[23]")) return true;
      Optional<LocalDate> last = Dates.parse(row.cell(end), Dates.Order.DAY_FIRST);
      return last.isPresent() && ChronoUnit.DAYS.between(first.plusDays(day), last.get()) >= LONGEST_SPAN;
    }

    private boolean matches(Table.Row row) {
      for (int i = 0; i < filters.length; i++) {
        String wanted = options.where().get(i).value().toLowerCase(Locale.ROOT);
        if (!row.cell(filters[i]).toLowerCase(Locale.ROOT).equals(wanted)) return false;
      }
      return true;
    }

    private void addCount(Table.Row row, int day) {
      int count = columns.saysNobody(table, row) ? DailySeries.MISSING : number(row, columns.count());
      if (filled[day]) {
        boolean copy = !seen.add(row.cells());
        findings.add(new Finding(copy ? "M203" : "M204", table.place(row),
            copy ? "the line repeats an earlier one word for word" : "the day has more than one line",
            copy ? "it is counted once" : "its counts are added up",
            copy ? "nothing to do if it is a copy" : "if they are versions of one count, keep the one that holds"));
        if (copy) return;
      }
      seen.add(row.cells());
      filled[day] = true;
      counts[day] = plus(counts[day], count);
      if (columns.control() >= 0) others[day] = plus(others[day], number(row, columns.control()));
    }

    private int plus(int a, int b) {
      if (a == DailySeries.MISSING) return b;
      return b == DailySeries.MISSING ? a : Math.addExact(a, b);
    }

    private int number(Table.Row row, int column) {
      String cell = row.cell(column);
      if (SeriesColumns.saysNothing(cell)) return DailySeries.MISSING;
      if (SeriesColumns.isNumber(cell)) return SeriesColumns.number(cell);
      findings.add(new Finding("M110", table.place(row),
          "\"" + cell + "\" in \"" + table.header().get(column) + "\" is not a count", "the day cannot be judged",
          "write a whole number, or leave the cell empty where nobody counted"));
      return DailySeries.MISSING;
    }

    DailySeries series() {
      if (columns.count() >= 0) {
        if (columns.total()) rises();
        if (options.complete()) fillGaps(counts);
        else tellOfNoZero();
        return new DailySeries(first, counts, columns.control() >= 0 ? others : new int[0]);
      }
      fillGaps(counts);
      if (options.complete()) return new DailySeries(first, counts, new int[0]);
      if (elsewhere) {
        findings.add(new Finding("M207", table.name(), "some lines are protests, riots or strategic developments",
            "they are not counted as fire; they show that reports still come", "nothing to do"));
      }
      if (filters.length == 0 && !elsewhere) {
        findings.add(new Finding("M211", table.name(), "the table lists incidents and nothing else", "a silence in it is a reporting gap and never calm",
            "say --complete if a day without a line is a day without an incident, or list what else was reported"));
        return DailySeries.listed(first, counts);
      }
      fillGaps(others);
      return new DailySeries(first, counts, others);
    }

    /** Exports by group leave out the days of which they have nothing to count. */
    private void tellOfNoZero() {
      long open = IntStream.range(0, counts.length).filter(d -> !filled[d]).count();
      if (open == 0 || columns.observed() >= 0 || Arrays.stream(counts).anyMatch(n -> n == 0)) return;
      findings.add(new Finding("M208", table.name(), open + (open == 1 ? " day has" : " days have") + " no line, and no day has a count of zero",
          "days without a line are reporting gaps and never calm", "say --complete if a day without a line is a day without an incident"));
    }

    /** From running totals to single days; a total that was corrected downwards says nothing of its day. */
    private void rises() {
      int before = -1; // the last day with a total
      int total = 0;
      for (int d = 0; d < counts.length; d++) {
        int now = counts[d];
        if (now == DailySeries.MISSING) continue;
        boolean same = before >= 0 && now == total;
        boolean next = before >= 0 && before == d - 1 && now > total;
        counts[d] = same ? 0 : next ? now - total : DailySeries.MISSING;
        before = d;
        total = now;
      }
    }

    private static void fillGaps(int[] values) {
      for (int i = 0; i < values.length; i++) if (values[i] == DailySeries.MISSING) values[i] = 0;
    }
  }
}
