// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.respite.monitor.clock.Announcement;
import org.respite.monitor.clock.DayVerdict;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;
import org.respite.monitor.input.SeriesOptions;
import org.respite.monitor.input.Table;

/** Series as other people publish them; each habit was met in a public data set, and each was once misread here. */
class StrangersSeriesTest {
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 3);
  private static final int DAYS = 60;
  private static final int PAUSE = 40;

  private static SeriesWatch.Outcome watch(String csv, boolean complete) {
    var findings = new Findings();
    Table table = Table.read("f.csv", csv.getBytes(StandardCharsets.UTF_8), findings).orElseThrow();
    var options = new SeriesOptions(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), complete, Optional.empty(), LocalDate.of(2026, 1, 1));
    var announced = Optional.of(new Announcement(FIRST.plusDays(PAUSE), Optional.empty()));
    return SeriesWatch.watch(table, new SeriesWatch.Request(options, announced, Optional.empty(), SwitchSettings.standard()), findings);
  }

  private static List<DayVerdict> days(String csv) {
    return ((SeriesWatch.Outcome.Answered) watch(csv, false)).reading().days();
  }

  private static List<String> findings(String csv) {
    return watch(csv, false).findings().stream().map(Finding::text).toList();
  }

  /** A war of 1 to 8 a day and a pause of ten days from day 40 on. */
  private static int count(int day) {
    return day >= PAUSE && day < PAUSE + 10 ? 0 : new int[] {3, 5, 2, 8, 1, 6, 4}[(day * 3) % 7];
  }

  private static String table(String header, IntFunction<String> line) {
    var csv = new StringBuilder(header).append('\n');
    for (int d = 0; d < DAYS; d++) csv.append(line.apply(d)).append('\n');
    return csv.toString();
  }

  private static LocalDate date(int day) {
    return FIRST.plusDays(day);
  }

  private static final String PLAIN = table("date,n", d -> date(d) + "," + count(d));

  @Test
  void aRunningTotalIsReadByItsRise() {
    int[] sum = {1000};
    String csv = table("date,total_attacks", d -> date(d) + "," + (sum[0] += count(d)));
    List<DayVerdict> read = days(csv);
    assertThat(read.getFirst().verdict()).as("nobody knows what the first day added").isEqualTo(Verdict.REPORTING_GAP);
    for (int d = 1; d < DAYS; d++) assertThat(read.get(d).count()).hasValue(count(d));
    assertThat(read.subList(PAUSE + 1, PAUSE + 10)).allMatch(d -> d.verdict() == Verdict.PAUSED);
    assertThat(findings(csv)).containsExactly("M212  \"total_attacks\" only rises: it is a running total\n"
        + "      at f.csv:1: the count of a day is its rise over the day before; after days without a line nobody knows it\n"
        + "      choose a column of single days with --count");
  }

  /** 20 days on which the total was not told, and one on which it was corrected downwards by three: what those days added is not known. */
  @Test
  void aRunningTotalThatWasNotToldOrCorrectedIsAGap() {
    int[] sum = {1000};
    String csv = table("date,killed_cum", d -> {
      sum[0] += d == 30 ? -3 : count(d);
      return date(d) + "," + (d >= 10 && d < 13 ? "" : sum[0]);
    });
    List<DayVerdict> read = days(csv);
    for (int d : new int[] {10, 11, 12, 13, 30}) assertThat(read.get(d).verdict()).isEqualTo(Verdict.REPORTING_GAP);
    assertThat(read.get(14).count()).hasValue(count(14));
    assertThat(read.get(31).count()).hasValue(count(31));
  }

  @Test
  void countsThatRiseForLongAndThenFallAreNoRunningTotal() {
    String csv = table("date,n", d -> date(d) + "," + (d < PAUSE ? 500 + d : 0));
    assertThat(findings(csv)).isEmpty();
    assertThat(days(csv).get(PAUSE - 1).count()).hasValue(539);
  }

  /** A report covers 24 hours on every day: that is not the number of dead. */
  @ParameterizedTest
  @ValueSource(strings = {"report_period", "interval_h", "version"})
  void aColumnThatNeverChangesCountsNothing(String column) {
    String csv = table("date," + column + ",killed", d -> date(d) + ",24," + 10 * count(d));
    assertThat(days(csv).get(20).count()).hasValue(10 * count(20));
    assertThat(findings(csv)).hasSize(1).first().asString().startsWith("M205  no column counts incidents; \"killed\" was taken");
  }

  /** Zeros were filled in where the ministry had sent no report. */
  @ParameterizedTest
  @CsvSource({"report_source, ministry, missing", "status, ok, no data", "hours_observed, 24, 0", "reporting_hours, 24, 0", "coverage, 100%, 0%", "remarks, '', blackout"})
  void aDayWhoseSourceSaysThatThereWasNoReportIsAGap(String column, String told, String silent) {
    String name = column.equals("hours_observed") ? "observed_hours" : column;
    String csv = table("date," + name + ",n", d -> date(d) + "," + (d >= 43 && d < 46 ? silent : told) + "," + count(d));
    List<DayVerdict> read = days(csv);
    for (int d = PAUSE + 1; d < PAUSE + 10; d++) {
      assertThat(read.get(d).verdict()).as("day %d", d).isEqualTo(d >= 43 && d < 46 ? Verdict.REPORTING_GAP : Verdict.PAUSED);
    }
  }

  @Test
  void daysThatAreNumbersAreReadAndTold() {
    List<DayVerdict> plain = days(PLAIN);
    String sheet = table("date,n", d -> date(d).toEpochDay() + 25_569 + "," + count(d));
    String seconds = table("timestamp,n", d -> date(d).atStartOfDay().toEpochSecond(ZoneOffset.UTC) + "," + count(d));
    String thousandths = table("time,n", d -> date(d).atStartOfDay().toEpochSecond(ZoneOffset.UTC) + "000," + count(d));
    for (String csv : List.of(sheet, seconds, thousandths)) assertThat(days(csv)).isEqualTo(plain);
    assertThat(findings(sheet)).containsExactly("M213  the days in \"date\" are numbers: 44564 is read as 2022-01-03\n"
        + "      at f.csv:1: a number counts days since 1899-12-30, or seconds since 1970 in UTC\n"
        + "      write days as 2016-10-19 if they are others");
    assertThat(watch(table("x,n", d -> 44_564 + d + "," + count(d)), false)).as("a number under another name is no day").isInstanceOf(SeriesWatch.Outcome.Refused.class);
  }

  @Test
  void otherWordsForDaysAndNothingAreTheSameSeries() {
    List<DayVerdict> plain = days(PLAIN);
    String[] month = {"Jan", "Feb", "Mar"};
    List<String> dialects = List.of(
        table("Date,n", d -> String.format("%02d-%s-%02d,%d", date(d).getDayOfMonth(), month[date(d).getMonthValue() - 1], 22, count(d))),
        table("Date,n", d -> "\"" + date(d).getDayOfWeek() + ", " + date(d).getDayOfMonth() + " " + date(d).getMonth() + " 2022\"," + count(d)),
        table("Date,n", d -> date(d) + "," + (count(d) == 0 ? "nil" : Integer.toString(count(d)))),
        table("Date,n", d -> date(d) + "," + (count(d) == 0 ? "no incidents" : Integer.toString(count(d)))),
        table("date,low,best,high", d -> date(d) + "," + count(d) / 2 + "," + count(d) + "," + 2 * count(d)));
    for (String csv : dialects) assertThat(days(csv)).isEqualTo(plain);
    assertThat(days(table("date,strikes", d -> date(d) + ",\"" + count(d) + ",000\"")).get(20).count()).hasValue(1000 * count(20));
  }

  /** An incident of "some day in February" is no incident of its first day. */
  @Test
  void anIncidentKnownToAWeekOrAMonthCountsForNoDay() {
    var ged = new StringBuilder("id,date_start,date_end,latitude,longitude,best\n");
    var acled = new StringBuilder("event_id_cnty,event_date,time_precision,latitude,longitude,fatalities\n");
    int id = 0;
    for (int d = 0; d < DAYS; d++) {
      for (int i = 0; i < count(d); i++) {
        ged.append(++id).append(',').append(date(d)).append(" 00:00:00.000,").append(date(d).plusDays(i % 3)).append(" 00:00:00.000,1,2,3\n");
        acled.append("X").append(id).append(',').append(date(d)).append(",1,1,2,3\n");
      }
    }
    ged.append("9999,").append(date(PAUSE + 3)).append(",").append(date(PAUSE + 6)).append(",1,2,3\n");
    acled.append("X9999,").append(date(PAUSE + 3)).append(",2,1,2,3\n");
    for (String csv : List.of(ged.toString(), acled.toString())) {
      SeriesWatch.Outcome seen = watch(csv, true);
      assertThat(((SeriesWatch.Outcome.Answered) seen).reading().days().get(PAUSE + 3).count()).hasValue(0);
      assertThat(seen.findings()).extracting(Finding::text).containsExactly("M214  when it happened is known to a week or less well\n"
          + "      at f.csv:" + csv.lines().count() + ": it counts for no day; it may have fallen into the pause\n      nothing to do, or give its day");
    }
  }

  /** Thirty days at 10, an offensive of thirty days at 50, and back to 10: nobody stopped. Then nothing at all: that is a pause. */
  @Test
  void theEndOfAnOffensiveIsNoPause() {
    IntFunction<String> offensive = d -> date(d) + "," + (d >= 90 ? 0 : (d >= 30 && d < 60 ? 5 : 1) * (8 + 2 * (d % 3)));
    var csv = new StringBuilder("date,shellings\n");
    for (int d = 0; d < 100; d++) csv.append(offensive.apply(d)).append('\n');
    var findings = new Findings();
    Table table = Table.read("f.csv", csv.toString().getBytes(StandardCharsets.UTF_8), findings).orElseThrow();
    var request = new SeriesWatch.Request(SeriesOptions.recognising(LocalDate.of(2026, 1, 1)), Optional.empty(), Optional.empty(), SwitchSettings.standard());
    List<DayVerdict> read = ((SeriesWatch.Outcome.Answered) SeriesWatch.watch(table, request, findings)).reading().days();
    assertThat(read.subList(8, 90)).noneMatch(d -> d.verdict() == Verdict.PAUSED);
    assertThat(read.getLast().verdict()).isEqualTo(Verdict.PAUSED);
  }
}
