// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.respite.monitor.clock.Announcement;
import org.respite.monitor.clock.DayVerdict;
import org.respite.monitor.clock.PauseReading;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;
import org.respite.monitor.input.SeriesOptions;
import org.respite.monitor.input.Table;

class SeriesWatchTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private static SeriesWatch.Outcome watch(byte[] csv, String announced, SeriesOptions options, String asOf) {
    var findings = new Findings();
    Optional<Table> table = Table.read("f.csv", csv, findings);
    if (table.isEmpty()) return new SeriesWatch.Outcome.Refused(findings.list());
    var request = new SeriesWatch.Request(options,
        Optional.ofNullable(announced).map(d -> new Announcement(LocalDate.parse(d), Optional.empty())),
        Optional.ofNullable(asOf).map(LocalDate::parse), SwitchSettings.standard());
    return SeriesWatch.watch(table.get(), request, findings);
  }

  private static SeriesWatch.Outcome watch(String csv, String announced) {
    return watch(csv.getBytes(StandardCharsets.UTF_8), announced, SeriesOptions.recognising(TODAY), null);
  }

  private static PauseReading answer(SeriesWatch.Outcome outcome) {
    assertThat(outcome).isInstanceOf(SeriesWatch.Outcome.Answered.class);
    return ((SeriesWatch.Outcome.Answered) outcome).reading();
  }

  private static DayVerdict on(PauseReading reading, String day) {
    return reading.days().stream().filter(d -> d.day().equals(LocalDate.parse(day))).findFirst().orElseThrow();
  }

  /** Forty days of three incidents, but for the days that are named; "" leaves the day's line out. */
  private static String war(String header, java.util.function.IntFunction<String> count) {
    var csv = new StringBuilder(header).append('\n');
    for (int d = 0; d < 40; d++) {
      String n = count.apply(d);
      if (!n.equals("-")) csv.append(LocalDate.of(2020, 3, 1).plusDays(d)).append(',').append(n).append('\n');
    }
    return csv.toString();
  }

  private static String uneven(int day) {
    return Integer.toString(new int[] {3, 5, 2, 4, 1, 6, 3}[day % 7]);
  }

  @ParameterizedTest
  @CsvSource({"2016-10-19, 0.88", "2016-10-20, 0.98", "2016-10-21, 0.97", "2016-10-22, 0.57"})
  void theFoundingQuestionIsAnsweredAsOnTheRecord(String day, double paused) throws IOException {
    byte[] csv = SharedData.bytes("monitor/aleppo-town-ucdp-daily-2016-09_12.csv");
    for (String column : List.of("city_all", "city_gov")) {
      var options = new SeriesOptions(Optional.empty(), Optional.of(column), Optional.empty(), List.of(), false,
          Optional.empty(), TODAY);
      assertThat(on(answer(watch(csv, "2016-10-19", options, null)), day).paused()).as(column).isCloseTo(paused, within(0.03));
    }
  }

  @Test
  void aVerdictOfThePastIsTheSameWhateverCameLater() throws IOException {
    byte[] csv = SharedData.bytes("monitor/aleppo-town-ucdp-daily-2016-09_12.csv");
    var options = SeriesOptions.recognising(TODAY);
    PauseReading whole = answer(watch(csv, "2016-10-19", options, null));
    for (String day : List.of("2016-10-10", "2016-10-20", "2016-10-23")) {
      assertThat(answer(watch(csv, "2016-10-19", options, day)).days().getLast()).isEqualTo(on(whole, day));
    }
  }

  @ParameterizedTest
  @CsvSource({"2015-05-13, 5, paused", "2015-07-11, 7, none", "2015-07-27, 7, none", "2015-12-15, 14, none"})
  void theYemenTrucesOf2015AreToldApart(String announced, int days, String kept) throws IOException {
    byte[] csv = SharedData.bytes("events/yemen_air_raids_2015.csv");
    PauseReading reading = answer(watch(csv, announced, SeriesOptions.recognising(TODAY), null));
    LocalDate first = LocalDate.parse(announced);
    List<Verdict> verdicts = reading.days().stream()
        .filter(d -> !d.day().isBefore(first) && d.day().isBefore(first.plusDays(days))).map(DayVerdict::verdict).toList();
    if (kept.equals("paused")) assertThat(verdicts).containsOnly(Verdict.PAUSED);
    else assertThat(verdicts).doesNotContain(Verdict.PAUSED).contains(Verdict.NOT_PAUSED);
  }

  @Test
  void aDayWithoutALineIsAReportingGapAndAZeroIsNot() {
    String csv = war("date,incidents", d -> d == 30 ? "-" : d == 31 ? "0" : d == 32 ? "NA" : d == 33 ? "" : uneven(d));
    PauseReading reading = answer(watch(csv, null));
    assertThat(reading.days()).hasSize(40);
    assertThat(on(reading, "2020-03-31").verdict()).isEqualTo(Verdict.REPORTING_GAP);
    assertThat(on(reading, "2020-04-01").verdict()).isNotEqualTo(Verdict.REPORTING_GAP);
    assertThat(on(reading, "2020-04-02").verdict()).isEqualTo(Verdict.REPORTING_GAP);
    assertThat(on(reading, "2020-04-03").verdict()).isEqualTo(Verdict.REPORTING_GAP);
    assertThat(on(reading, "2020-04-02").count()).isEmpty();
  }

  @Test
  void noLengthOfMissingDaysBecomesAPauseAnnouncedOrNot() {
    String csv = war("day,n", d -> d >= 30 && d < 39 ? "-" : uneven(d));
    for (String announced : new String[] {null, "2020-03-31"}) {
      PauseReading reading = answer(watch(csv, announced));
      assertThat(reading.days().subList(30, 39)).allSatisfy(d -> {
        assertThat(d.verdict()).isEqualTo(Verdict.REPORTING_GAP);
        assertThat(d.paused()).isLessThan(0.51); // the prior and no more
      });
    }
  }

  @Test
  void aHeldPauseIsFoundOnItsDaysAndItsEndIsNoticed() {
    String csv = war("Datum;Anzahl".replace(';', ','), d -> d >= 30 && d < 36 ? "0" : uneven(d));
    PauseReading reading = answer(watch(csv, "2020-03-31"));
    assertThat(reading.days().subList(31, 36)).allMatch(d -> d.verdict() == Verdict.PAUSED);
    assertThat(reading.days().subList(0, 30)).noneMatch(d -> d.verdict() == Verdict.PAUSED);
    assertThat(reading.days().subList(38, 40)).noneMatch(d -> d.verdict() == Verdict.PAUSED);
  }

  @Test
  void aSilentControlIsAReportingGapNotAPause() {
    String csv = war("date,incidents,control", d -> d >= 30 ? "0,0" : uneven(d) + "," + (20 + d % 5));
    PauseReading reading = answer(watch(csv, "2020-03-31"));
    assertThat(reading.days().subList(30, 40)).allMatch(d -> d.verdict() == Verdict.REPORTING_GAP);
    String alive = war("date,incidents,control", d -> d >= 30 ? "0,21" : uneven(d) + "," + (20 + d % 5));
    assertThat(answer(watch(alive, "2020-03-31")).verdict()).isEqualTo(Verdict.PAUSED);
  }

  @Test
  void aDayNobodyWatchedIsAGapHoweverItIsWritten() {
    for (String column : List.of("observed", "coverage")) {
      String csv = war("date,incidents," + column, d -> d >= 30 && d < 34 ? "0,no" : uneven(d) + ",yes");
      PauseReading reading = answer(watch(csv, "2020-03-31"));
      assertThat(reading.days().subList(30, 34)).allMatch(d -> d.verdict() == Verdict.REPORTING_GAP);
    }
    String observers = war("date,observers,incidents", d -> d >= 30 && d < 34 ? "0,0" : "2," + uneven(d));
    assertThat(answer(watch(observers, "2020-03-31")).days().subList(30, 34)).allMatch(d -> d.verdict() == Verdict.REPORTING_GAP);
  }

  @Test
  void aListThatFallsSilentIsAGapUnlessItIsSaidToBeComplete() {
    var csv = new StringBuilder("id,date,kind\n");
    int id = 0;
    for (int d = 0; d < 40; d++) {
      int n = d >= 30 && d < 35 ? 0 : 8 + d % 5;
      for (int i = 0; i < n; i++) csv.append(id++).append(',').append(LocalDate.of(2020, 3, 1).plusDays(d)).append(",air\n");
    }
    PauseReading silent = answer(watch(csv.toString(), "2020-03-31"));
    assertThat(silent.days().subList(30, 35)).allMatch(d -> d.verdict() == Verdict.REPORTING_GAP);
    var complete = new SeriesOptions(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true, Optional.empty(), TODAY);
    PauseReading whole = answer(watch(csv.toString().getBytes(StandardCharsets.UTF_8), "2020-03-31", complete, null));
    assertThat(whole.days().subList(30, 35)).allMatch(d -> d.verdict() == Verdict.PAUSED);
  }

  @Test
  void anotherOrderOfTheLinesIsTheSameSeries() throws IOException {
    var lines = new ArrayList<>(new String(SharedData.bytes("monitor/aleppo-town-ucdp-daily-2016-09_12.csv"),
        StandardCharsets.UTF_8).lines().toList());
    String header = lines.removeFirst();
    String before = SeriesJson.of(watch(header + "\n" + String.join("\n", lines), "2016-10-19"));
    Collections.shuffle(lines, new Random(7));
    assertThat(SeriesJson.of(watch(header + "\n" + String.join("\n", lines), "2016-10-19"))).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"0.4, 0.0", "1.5, 0.5", "4, 0.5", "12, 0.6", "40, 0.4", "150, 0.3"})
  void anOrdinaryWarOfNinetyDaysIsSeldomCalledAPause(double perDay, double unevenness) {
    int falseLulls = 0;
    for (int seed = 0; seed < 20; seed++) {
      PauseReading reading = answer(watch(wavingWar(perDay, unevenness, new Random(100 + seed)), null));
      falseLulls += (int) reading.days().stream().filter(d -> d.verdict() == Verdict.PAUSED).count();
    }
    assertThat(falseLulls).as("days called paused among 20 × 92").isLessThanOrEqualTo(1);
  }

  /** Rates that wander: ln rate is autoregressive, half forgotten in a week, with this spread. */
  static String wavingWar(double perDay, double spread, Random random) {
    var csv = new StringBuilder("day,count\n");
    double level = spread * random.nextGaussian();
    for (int d = 0; d < 120; d++) {
      level = 0.9 * level + spread * Math.sqrt(1 - 0.81) * random.nextGaussian();
      double mean = perDay * Math.exp(level);
      int n = 0;
      for (double left = mean + Math.log(random.nextDouble()); left > 0; left += Math.log(random.nextDouble())) n++;
      csv.append(LocalDate.of(2020, 1, 1).plusDays(d)).append(',').append(n).append('\n');
    }
    return csv.toString();
  }

  @Test
  void everyDialectOfATableIsTheSameSeries() {
    String plain = war("date,incidents", d -> Integer.toString(1 + d % 4));
    String expected = SeriesJson.of(watch(plain, "2020-04-05"));
    List<String> dialects = List.of(
        plain.replace(',', ';'), plain.replace(',', '\t'), plain.replace("\n", "\r\n"), "\uFEFF" + plain,
        plain.replace("date,incidents", "التاريخ,عدد"), arabicDigits(plain), plain.replaceAll("2020-(\\d+)-(\\d+)", "$2/$1/2020"),
        plain.replaceAll("2020-(\\d+)-(\\d+)", "$1/$2/2020"), plain.replaceAll("2020-(\\d+)-(\\d+)", "2020-$1-$2 00:00:00"),
        plain.replaceAll("2020-03-(\\d+)", "$1 March 2020").replaceAll("2020-04-(\\d+)", "$1 Apr 2020"),
        plain.replaceAll("2020-(\\d+)-(\\d+)", "2020$1$2"), plain.replace("date,incidents\n", "date,incidents\n#date,#affected\n"),
        plain.replaceAll("2020-(\\d+)-(\\d+)", "2020-$1-$2T00:00:00+03:00"), plain.replaceAll("2020-(\\d+)-(\\d+)", "2020-$1-$2T00:00Z"),
        plain.replaceAll("2020-(\\d+)-(\\d+)", "$2/$1/20"), plain.replaceAll("2020-(\\d+)-(\\d+)", "$2.$1.20"), "# counted by radio\n# second remark\n" + plain,
        plain.replace("date,", "year,month,day,").replaceAll("2020-(\\d+)-(\\d+)", "2020,$1,$2"), plain.replaceAll(",(\\d+)\n", ",$1.0\n"),
        "sep=;\n" + plain.replace(',', ';'), plain.replace(',', '\u061B'), plain.replace(',', '\u060C'));
    for (String dialect : dialects) assertThat(SeriesJson.of(watch(dialect, "2020-04-05"))).isEqualTo(expected);
  }

  /** Days of the war, and the finding that says what was made of the table; each once tried on the command line. */
  @Test
  void whatATableLacksOrHasTooMuchIsTold() {
    String plain = war("date,incidents", d -> Integer.toString(1 + d % 4));
    String lines = plain.substring(plain.indexOf('\n') + 1);
    assertThat(watch(lines, null).findings()).extracting(Finding::text).containsExactly("M210  the first line holds a day: the table has no header\n"
        + "      at f.csv:1: its columns are called \"column 1\", \"column 2\" and so on\n      write a header line, or choose with --day and --count");
    assertThat(answer(watch(lines, null)).days()).hasSize(40);
    assertThat(watch("Shelling of the east\n\n" + plain, null).findings()).extracting(Finding::text).containsExactly("M209  the line stands above the table\n"
        + "      at f.csv:1: it is taken for a title and not read\n      nothing to do, unless it is a line of the table");
    assertThat(watch(plain.replace("2020-03-09,1\n", "2020-03-09,1,7\n"), null).findings()).extracting(Finding::text).containsExactly(
        "M201  the line has another number of cells than the header\n      at f.csv:10: missing cells are read as empty, surplus cells are not read\n"
            + "      check the separators of the line");
    assertThat(watch(plain.replace("2020-03-09,1\n", ""), null).findings()).extracting(Finding::text).containsExactly(
        "M208  1 day has no line, and no day has a count of zero\n      at f.csv: days without a line are reporting gaps and never calm\n"
            + "      say --complete if a day without a line is a day without an incident");
    assertThat(watch("week,n\n2020-03-02,9\n2020-03-09,8\n2020-03-16,0\n2020-03-23,0\n", null).findings()).extracting(Finding::text).containsExactly(
        "M115  its lines lie a week or more apart\n      at f.csv: a pause of days does not show in counts by the week\n      give one line for each day");
  }

  /** Reports received are no second count of fire: they say whether anybody still reports. */
  @ParameterizedTest
  @CsvSource({"reports_received, 20, 0", "Posts, 9, 0", "missing, no, yes", "data_gap, 0, 1", "has_data, true, false", "number of sources, 6, 0"})
  void aColumnThatTellsOfReportsIsTheHeartbeat(String column, String alive, String silent) {
    String csv = war("date,shelling," + column, d -> d >= 30 && d < 36 ? "0," + silent : uneven(d) + "," + alive);
    List<DayVerdict> days = answer(watch(csv, "2020-03-31")).days();
    assertThat(days.subList(30, 36)).allMatch(d -> d.verdict() == Verdict.REPORTING_GAP);
    String calm = war("date,shelling," + column, d -> (d >= 30 ? "0," : uneven(d) + ",") + alive);
    assertThat(answer(watch(calm, "2020-03-31")).verdict()).isEqualTo(Verdict.PAUSED);
  }

  /** Two hundred reports a day that fall to 150 on one day still report. */
  @Test
  void aControlThatOnlyDipsIsNoGap() {
    String csv = war("date,n,control", d -> uneven(d) + "," + (d == 33 ? 150 : 195 + d % 11));
    assertThat(answer(watch(csv, null)).days()).noneMatch(d -> d.verdict() == Verdict.REPORTING_GAP);
  }

  @Test
  void aTableInUtf16IsTheSameSeries() {
    String plain = war("date,incidents", d -> Integer.toString(1 + d % 4));
    byte[] wide = ("\uFEFF" + plain).getBytes(StandardCharsets.UTF_16LE);
    assertThat(SeriesJson.of(watch(wide, "2020-04-05", SeriesOptions.recognising(TODAY), null))).isEqualTo(SeriesJson.of(watch(plain, "2020-04-05")));
  }

  /** Two incidents a day for thirty days; then only protests: reports still come, and the fire has stopped. Then nothing at all. */
  @Test
  void whatAcledListsBesidesFireIsTheHeartbeatAndNotFire() {
    var csv = new StringBuilder("event_id_cnty,event_date,event_type,fatalities,latitude,longitude\n");
    int id = 0;
    for (int d = 0; d < 40; d++) {
      String day = LocalDate.of(2020, 3, 1).plusDays(d).toString();
      for (int i = 0; i < (d < 30 ? 2 + d % 3 : 0); i++) csv.append("X").append(id++).append(',').append(day).append(",Battles,1,36,37\n");
      for (int i = 0; i < (d < 35 ? 5 + d % 3 : 0); i++) csv.append("X").append(id++).append(',').append(day).append(",Protests,0,36,37\n");
    }
    csv.append("X").append(id).append(",2020-04-09,Battles,1,36,37\n");
    var outcome = watch(csv.toString(), "2020-03-31");
    List<DayVerdict> days = answer(outcome).days();
    assertThat(days.subList(31, 35)).allMatch(d -> d.verdict() == Verdict.PAUSED);
    assertThat(days.subList(35, 39)).allMatch(d -> d.verdict() == Verdict.REPORTING_GAP);
    assertThat(outcome.findings()).extracting(Finding::code).contains("M207");
  }

  /** Half an incident and 1.5 other reports a day: one silent day says little, ten say that reports are missing. */
  @Test
  void aThinControlThatStaysSilentIsAGapAndNeverCalm() {
    String csv = war("date,incidents,control", d -> d >= 28 ? "0,0" : (d % 2) + "," + (1 + d % 2));
    List<DayVerdict> days = answer(watch(csv, "2020-03-29")).days();
    assertThat(days.subList(28, 40)).noneMatch(d -> d.verdict() == Verdict.PAUSED);
    assertThat(days.subList(32, 40)).allMatch(d -> d.verdict() == Verdict.REPORTING_GAP);
  }

  /** Two a day, so that one day without a line is nothing odd and four in a row are. */
  @Test
  void aThinListThatStaysSilentIsAGapAsWell() {
    var csv = new StringBuilder("id,date,kind\n");
    int id = 0;
    for (int d = 0; d < 40; d++) {
      for (int i = 0; i < (d >= 30 && d < 39 ? 0 : 1 + d % 3); i++) csv.append(id++).append(',').append(LocalDate.of(2020, 3, 1).plusDays(d)).append(",air\n");
    }
    List<DayVerdict> days = answer(watch(csv.toString(), "2020-03-31")).days();
    assertThat(days.subList(30, 39)).noneMatch(d -> d.verdict() == Verdict.PAUSED);
    assertThat(days.subList(33, 39)).allMatch(d -> d.verdict() == Verdict.REPORTING_GAP);
  }

  /** Ten on a weekday, one on Saturdays and Sundays (1 March 2020 is a Sunday), and a pause announced for Saturday 4 April. */
  @Test
  void aWeekendThatIsCalmEveryWeekIsNoPauseAlthoughOneWasAnnounced() {
    String csv = war("date,n", d -> d % 7 == 6 || d % 7 == 0 ? "1" : Integer.toString(9 + d % 3));
    PauseReading reading = answer(watch(csv, "2020-04-04"));
    assertThat(on(reading, "2020-04-04").verdict()).isEqualTo(Verdict.CANNOT_SAY);
    for (String day : List.of("2020-04-05", "2020-04-06")) assertThat(on(reading, day).verdict()).as(day).isEqualTo(Verdict.NOT_PAUSED);
    assertThat(reading.baseline().week().factor(0)).isGreaterThan(5 * reading.baseline().week().factor(6));
  }

  /** Twenty on most days and none on every fourth: one such day is not the pause that was announced for it, a week of them is. */
  @Test
  void aWarWithCalmDaysOfItsOwnIsNotPausedOnOneOfThem() {
    String csv = war("date,n", d -> d % 4 == 0 || d >= 35 ? "0" : Integer.toString(18 + d % 5));
    PauseReading reading = answer(watch(csv, "2020-04-01"));
    assertThat(reading.days().subList(7, 34)).noneMatch(d -> d.verdict() == Verdict.PAUSED);
    assertThat(answer(watch(csv, "2020-04-05")).verdict()).isEqualTo(Verdict.PAUSED);
    assertThat(reading.baseline().calmShare()).isBetween(0.15, 0.35);
  }

  private static String arabicDigits(String text) {
    return text.chars().map(c -> c >= '0' && c <= '9' ? c - '0' + 0x0660 : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }

  @Test
  void everyFaultOfTheInputIsToldAtOnceWithItsLine() {
    var outcome = watch("date,incidents\n2020-03-01,3\nyesterday,2\n2999-01-01,4\n2020-03-02,many\n2020-03-03,-2\n", null);
    assertThat(outcome).isInstanceOf(SeriesWatch.Outcome.Refused.class);
    assertThat(outcome.findings()).extracting(Finding::place).contains("f.csv:3", "f.csv:4");
    var counts = watch("date,incidents\n2020-03-01,3\n2020-03-02,many\n2020-03-03,-2\n", null);
    assertThat(counts.findings()).extracting(Finding::text).containsExactly(
        "M110  \"many\" in \"incidents\" is not a count\n      at f.csv:3: the day cannot be judged\n"
            + "      write a whole number, or leave the cell empty where nobody counted",
        "M110  \"-2\" in \"incidents\" is not a count\n      at f.csv:4: the day cannot be judged\n"
            + "      write a whole number, or leave the cell empty where nobody counted");
  }

  @ParameterizedTest
  @CsvSource({"'', M101", "'date,n', M101", "'a,b\n1,2', M105", "'date,name\n2020-01-01,x\n2020-01-02,y\n2020-01-03,z', M111",
      "'date,n\n03/04/2020,1\n05/06/2020,2', M107"})
  void whatCannotBeReadIsRefusedWithItsReason(String csv, String code) {
    var outcome = watch(csv, null);
    assertThat(outcome).isInstanceOf(SeriesWatch.Outcome.Refused.class);
    assertThat(outcome.findings()).extracting(Finding::code).contains(code);
  }

  @Test
  void tooFewEarlierDaysSayNothing() {
    PauseReading reading = answer(watch("date,n\n2020-01-01,5\n2020-01-02,0\n2020-01-03,0\n", "2020-01-02"));
    assertThat(reading.verdict()).isEqualTo(Verdict.CANNOT_SAY);
    assertThat(reading.days().getLast().why()).isEqualTo("only 0 earlier days to compare with; 7 are needed");
    assertThat(reading.isPrior()).isTrue();
    assertThat(reading.days()).extracting(DayVerdict::paused).as("half from the announced day on").containsExactly(0.0005, 0.5, 0.5);
    assertThat(reading.start()).isEmpty();
    assertThat(SeriesText.of(reading))
        .startsWith("CANNOT SAY at the end of 2020-01-03: no chance of a pause is given; 0.5 was believed before any count (only 0 earlier days to compare with; 7 are needed)\n")
        .contains("2020-01-03     0  |                    |     –  cannot say\n");
  }

  /** Two events on 1 March, one on the 3rd; in each format another day is on the line as well, and is not taken. */
  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
    "id,source_date,latitude,longitude,date_start,date_end,best;1,2020-05-01,36,37,2020-03-01,2020-03-01,4;2,2020-05-02,36,37,2020-03-01,2020-03-01,0;3,2020-05-03,36,37,2020-03-03,2020-03-03,9",
    "event_id_cnty,event_date,year,location,latitude,longitude,fatalities,timestamp;S1,01 March 2020,2020,East,36,37,4,1577836800;S2,01 March 2020,2020,East,36,37,0,1577836801;S3,03 March 2020,2020,East,36,37,9,1577836802",
    "latitude,longitude,brightness,acq_date,acq_time,frp;36.1,37,330,2020-03-01,1042,5;36.2,37,331,2020-03-01,1042,6;36.1,37,332,2020-03-03,1042,7"})
  void eventsOfUcdpAcledAndFirmsAreCountedOnTheDayTheyHappened(String header, String first, String second, String third) {
    PauseReading reading = answer(watch(String.join("\n", header, first, second, third), null));
    assertThat(reading.days()).extracting(d -> d.count().orElse(-1)).containsExactly(2, 0, 1);
    assertThat(reading.days().getFirst().day()).isEqualTo(LocalDate.of(2020, 3, 1));
  }
}
