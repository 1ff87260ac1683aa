// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.respite.monitor.clock.HourStrip;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.incident.Observer;
import org.respite.monitor.incident.Report;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;
import org.respite.monitor.input.ReportReader;
import org.respite.monitor.input.Table;

class ReportWatchTest {
  private static final Instant START = Instant.parse("2020-03-01T00:00:00Z");
  private static final Instant PAUSE = Instant.parse("2020-03-16T08:00:00Z");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String HEADER =
      "occurred_from,received_at,lat,lon,place,kind,alleged_actor,alleging_party,source,copied_from,how_known\n";

  private static final PauseSheet NOTHING_MORE = new PauseSheet(Optional.empty(), 0, List.of(), List.of(), Optional.empty());

  /** Two incidents an hour by day and one by night, each told by two of four sources within two hours, until {@code to}. */
  private static List<String> war(Instant to, Random random) {
    var lines = new ArrayList<String>();
    for (Instant hour = START; hour.isBefore(to); hour = hour.plusSeconds(3600)) {
      int n = hour.atOffset(ZoneOffset.UTC).getHour() < 6 ? 1 : random.nextInt(4);
      for (int i = 0; i < n; i++) {
        Instant at = hour.plusSeconds(random.nextInt(3600));
        String where = String.format(java.util.Locale.ROOT, "%.4f,%.4f", 36.2 + 0.1 * random.nextDouble(), 37.1 + 0.1 * random.nextDouble());
        for (int s = 0; s < 2; s++) {
          lines.add(at + "," + at.plusSeconds(random.nextInt(7200)) + "," + where + ",East,air,red,blue,s" + (2 * s + i % 2) + ",,seen");
        }
      }
    }
    return lines;
  }

  /** Each hour two observers send word that they hear nothing, whatever else there is. */
  private static List<String> wordOfQuiet(Instant from, Instant to) {
    var lines = new ArrayList<String>();
    for (Instant hour = from; hour.isBefore(to); hour = hour.plusSeconds(3600)) {
      for (String s : List.of("o1", "o2")) lines.add(hour + "," + hour.plusSeconds(3000) + ",,,West,none,,," + s + ",,heard");
    }
    return lines;
  }

  private static List<Report> read(List<String> lines, Findings findings) {
    Table table = Table.read("r.csv", (HEADER + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8), findings).orElseThrow();
    return ReportReader.read(table, Optional.empty(), NOW, findings);
  }

  private static ReportWatch.Request request(Instant asOf, List<Observer> observers) {
    return new ReportWatch.Request(ReportWatch.Announced.from(PAUSE), Optional.ofNullable(asOf), ReportWatch.Ground.watchedBy(observers), ZoneOffset.UTC, SwitchSettings.hourly());
  }

  private static ReportWatch.Answer watch(List<String> lines, Instant asOf, List<Observer> observers) {
    var findings = new Findings();
    return ReportWatch.watch(read(lines, findings), request(asOf, observers), findings).orElseThrow();
  }

  @Test
  void silenceAloneIsNoPauseButWatchedSilenceIs() {
    List<String> lines = war(PAUSE, new Random(1));
    Instant nextDay = PAUSE.plus(Duration.ofHours(24));
    var blind = watch(lines, nextDay, List.of());
    assertThat(blind.reading().verdict()).isEqualTo(Verdict.CANNOT_SAY);
    assertThat(blind.reading().why()).startsWith("nobody is known to have been watching");
    assertThat(blind.reading().paused()).isLessThanOrEqualTo(SwitchSettings.hourly().announcedPrior());
    assertThat(blind.reading().isPrior()).isTrue();
    assertThat(blind.start()).isEmpty();
    assertThat(blind.reading().quietHoursNeeded().orElseThrow()).as("hours somebody watches from now on").isBetween(1.0, 24.0);
    assertThat(blind.hours().getLast().paused()).isEqualTo(blind.reading().paused());
    assertThat(blind.hours().getLast().seen()).as("not observed").isNegative();
    assertThat(blind.days().getLast().paused()).isEqualTo(blind.reading().paused());
    assertThat(ReportText.of(blind, ZoneOffset.UTC)).contains("no chance of a pause is given").doesNotContain("began").doesNotContain(" 0 more quiet");
    var watched = watch(lines, nextDay, List.of(new Observer("post 1", "", START, nextDay)));
    assertThat(watched.reading().verdict()).isEqualTo(Verdict.PAUSED);
    assertThat(watched.start().orElseThrow().middle()).isBetween(PAUSE.minusSeconds(3 * 3600), PAUSE.plusSeconds(3600));
  }

  @Test
  void whenEvenTheWordOfQuietStopsReportsAreMissing() {
    List<String> lines = war(PAUSE, new Random(1));
    Instant nextDay = PAUSE.plus(Duration.ofHours(24));
    lines.addAll(wordOfQuiet(START, PAUSE));
    assertThat(watch(lines, nextDay, List.of()).reading().verdict()).isEqualTo(Verdict.REPORTING_GAP);
    lines.addAll(wordOfQuiet(PAUSE, nextDay));
    assertThat(watch(lines, nextDay, List.of()).reading().verdict()).isEqualTo(Verdict.PAUSED);
  }

  @Test
  void anHourWithoutAnObserverIsNotObservedWhateverIsReported() {
    List<String> lines = war(PAUSE.plus(Duration.ofHours(24)), new Random(2));
    Instant end = PAUSE.plus(Duration.ofHours(24));
    var answer = watch(lines, end, List.of(new Observer("post 1", "East", START, PAUSE)));
    List<HourStrip> hours = answer.strips().getFirst().hours();
    assertThat(hours.subList(hours.size() - 24, hours.size())).containsOnly(HourStrip.NOT_OBSERVED);
    assertThat(hours.subList(0, 24)).contains(HourStrip.FIRE, HourStrip.QUIET);
  }

  @Test
  void reportsInAnyOrderGiveTheSameVerdict() {
    List<String> lines = war(PAUSE, new Random(3));
    Instant end = PAUSE.plus(Duration.ofHours(12));
    String first = ReportJson.of(watch(lines, end, List.of()), request(end, List.of()), NOTHING_MORE);
    Collections.shuffle(lines, new Random(9));
    assertThat(ReportJson.of(watch(lines, end, List.of()), request(end, List.of()), NOTHING_MORE)).isEqualTo(first);
  }

  @Test
  void aVerdictOfThePastSeesOnlyWhatHadBeenReceived() {
    List<String> lines = war(PAUSE.plus(Duration.ofHours(30)), new Random(4));
    Instant then = PAUSE.plus(Duration.ofHours(2));
    var known = lines.stream().filter(l -> !Instant.parse(l.split(",")[1]).isAfter(then)).toList();
    assertThat(watch(known, then, List.of()).reading().paused()).isEqualTo(watch(lines, then, List.of()).reading().paused());
    var whole = watch(lines, PAUSE.plus(Duration.ofHours(16)), List.of()); // midnight of the 17th
    var later = watch(lines, PAUSE.plus(Duration.ofHours(28)), List.of());
    assertThat(later.days()).anySatisfy(d -> assertThat(d.paused()).isEqualTo(whole.reading().paused()));
  }

  @Test
  void tenThousandCopiesAreOneSourceAndAFloodHasAQuota() {
    List<String> lines = war(PAUSE, new Random(5));
    Instant at = PAUSE.plus(Duration.ofHours(10));
    for (int i = 0; i < 10_000; i++) {
      lines.add(at + "," + at.plusSeconds(60) + ",36.25,37.15,East,air,red,blue,copy" + i + ",rumour,told");
    }
    for (int i = 0; i < 200; i++) {
      lines.add(at.plusSeconds(i) + "," + at.plusSeconds(i + 60) + "," + (36.2 + i * 0.005) + ",37.1,East,air,red,blue,flood,,told");
    }
    Instant end = PAUSE.plus(Duration.ofHours(24));
    var answer = watch(lines, end, List.of(new Observer("post 1", "", START, end)));
    assertThat(answer.findings()).extracting(Finding::code).contains("M221", "M222");
    assertThat(answer.findings()).anyMatch(f -> f.what().equals("10000 reports are copies of what rumour said"));
    assertThat(answer.violations().stream().mapToInt(v -> v.supported()).sum()).isLessThan(12);
  }

  @Test
  void everyImpossibleReportIsNamedWithItsLine() {
    var findings = new Findings();
    read(List.of(
        "2020-03-01T10:00,,,,East,air,,,s1,,seen",
        "2027-03-01T10:00Z,,,,East,air,,,s1,,seen",
        "2020-03-01T10:00Z,2020-03-01T09:00Z,,,East,air,,,s1,,seen",
        "2020-03-01T10:00Z,,0,0,East,air,,,s1,,seen",
        "2020-03-01T10:00Z,,361,37,East,air,,,s1,,seen",
        "2020-03-01T10:00+0300,,٣٦٫٢,٣٧٫١,East,air,,,s1,,smelt"), findings);
    assertThat(findings.list()).extracting(Finding::code, Finding::place).containsExactlyInAnyOrder(
        org.assertj.core.groups.Tuple.tuple("M121", "r.csv:2"), org.assertj.core.groups.Tuple.tuple("M109", "r.csv:3"),
        org.assertj.core.groups.Tuple.tuple("M123", "r.csv:4"), org.assertj.core.groups.Tuple.tuple("M225", "r.csv:5"),
        org.assertj.core.groups.Tuple.tuple("M124", "r.csv:6"), org.assertj.core.groups.Tuple.tuple("M226", "r.csv:7"));
  }

  @org.junit.jupiter.params.ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource(delimiter = '|', value = {
    "2027-03-01T10:00Z,,,,East,air,,,s1,,seen | M109  the report is from the future; at r.csv:2: nobody can have made it; correct the time, or the clock of this computer",
    "2020-03-01T10:00Z,2020-03-01T09:00Z,,,East,air,,,s1,,seen | M123  it was received before it occurred; at r.csv:2: it cannot be known which time is wrong; correct received_at or occurred_from; look at the zones",
    "2020-03-01T10:00,,,,East,air,,,s1,,seen | M121  \"2020-03-01T10:00\" has no time zone; at r.csv:2: the report has no sure place in time; write 2016-10-19T08:00+03:00, or name the zone of the file with --zone",
    "2020-03-01T10:00Z,,0,0,East,air,,,s1,,seen | M225  the point is 0,0, in the sea off Africa; at r.csv:2: the report keeps its place name and no point; leave lat and lon empty where they are not known",
    "2020-03-01T10:00Z,,,,East,air,,,,,seen | M224  the report names no source; at r.csv:2: it counts as one anonymous source; give a code for the source"})
  void eachFaultOfAReportIsToldInTheseWords(String line, String words) {
    var findings = new Findings();
    read(List.of(line), findings);
    assertThat(findings.list()).extracting(f -> f.text().replaceAll("\n *", "; ")).containsExactly(words);
  }

  /** Seven incidents of one source in one hour, three times over: the seventh of each is told, once. */
  @Test
  void aFloodOfOneSourceIsToldInTheseWords() {
    List<String> lines = war(PAUSE, new Random(5));
    for (int h = 0; h < 3; h++) {
      for (int i = 0; i < 7; i++) lines.add(PAUSE.plusSeconds(3600L * h + 60 * i) + ",," + (30 + i) + "," + (20 + 2 * h) + ",P" + i + h + ",air,,,flood,,told");
    }
    var answer = watch(lines, PAUSE.plus(Duration.ofHours(24)), List.of());
    assertThat(answer.findings()).filteredOn(f -> f.code().equals("M222")).extracting(Finding::text).containsExactly(
        "M222  one source reports more than 6 incidents an hour that nobody else reports\n      at source flood (3 times): those beyond 6 an hour are listed as"
            + " alleged and not counted by the clock\n      ask a second, independent source");
  }

  @Test
  void aChangeOfClocksInsideThePauseIsTold() {
    var findings = new Findings();
    Instant beirut = Instant.parse("2020-03-28T20:00:00Z"); // clocks there go forward at 22:00 UTC
    var request = new ReportWatch.Request(ReportWatch.Announced.from(beirut), Optional.empty(), ReportWatch.Ground.watchedBy(List.of()), ZoneId.of("Asia/Beirut"),
        SwitchSettings.hourly());
    ReportWatch.watch(read(war(PAUSE, new Random(6)), findings), request, findings);
    assertThat(findings.list()).extracting(Finding::what).contains("clocks change at 2020-03-28T22:00:00Z, inside the pause");
  }

  @Test
  void theSilenceOfAllSourcesIsToldAndIsNoPause() {
    var findings = new Findings();
    Instant end = PAUSE.plus(Duration.ofHours(60));
    var answer = ReportWatch.watch(read(war(PAUSE, new Random(1)), findings), request(end, List.of()), findings).orElseThrow();
    assertThat(answer.reading().verdict()).isNotEqualTo(Verdict.PAUSED);
    assertThat(answer.findings()).filteredOn(f -> f.code().equals("M232")).singleElement().satisfies(f -> {
      assertThat(f.what()).startsWith("no source has reported anything since 2020-03-");
      assertThat(f.effect()).isEqualTo("that all are silent is no quiet");
      assertThat(f.remedy()).isEqualTo("ask a source whether it still watches");
    });
  }

  @Test
  void aTableOfReportsWithoutASourceIsRefusedInWords() {
    var findings = new Findings();
    Table table = Table.read("r.csv", "occurred_from;place\n2020-03-01T10:00Z;East\n".getBytes(StandardCharsets.UTF_8), findings).orElseThrow();
    assertThat(ReportReader.read(table, Optional.empty(), NOW, findings)).isEmpty();
    assertThat(findings.list()).extracting(Finding::text).containsExactly("M120  there is no column \"source\"\n      at r.csv:1: copies and floods cannot be told"
        + " from independent reports\n      add it; a code for each source is enough");
  }

  /** Hours from the announcement on are no ordinary hours, and are counted apart: a day of run-up with twice the fire. */
  @Test
  void theRunUpIsWatchedAndLeftOutOfWhatIsComparedWith() {
    Instant told = PAUSE.minus(Duration.ofHours(48));
    List<String> lines = war(PAUSE, new Random(7));
    for (Instant t = told; t.isBefore(PAUSE); t = t.plusSeconds(1200)) lines.add(t + "," + t.plusSeconds(60) + ",36.2,37.1,East,air,,,s9,,seen");
    Instant end = PAUSE.plus(Duration.ofHours(12));
    var ground = ReportWatch.Ground.watchedBy(List.of(new Observer("post", "", START, end)));
    var pause = new ReportWatch.Announced(Optional.of(told), Optional.of(PAUSE), Optional.empty());
    var asked = new ReportWatch.Request(pause, Optional.of(end), ground, ZoneOffset.UTC, SwitchSettings.hourly());
    var findings = new Findings();
    var answer = ReportWatch.watch(read(lines, findings), asked, findings).orElseThrow();
    var runUp = answer.runUp().orElseThrow();
    assertThat(runUp.watchedHours()).isEqualTo(48);
    assertThat(runUp.perDay()).isGreaterThan(1.5 * runUp.perDayBefore());
    var blind = new ReportWatch.Request(ReportWatch.Announced.from(PAUSE), Optional.of(end), ground, ZoneOffset.UTC, SwitchSettings.hourly());
    var without = ReportWatch.watch(read(lines, findings), blind, findings).orElseThrow();
    assertThat(answer.reading().baseline().perDay()).isLessThan(without.reading().baseline().perDay());
  }

  /** Twelve incidents known to a day only and 0.5 an hour: a tenth of one source's day-long flood counts, and nothing of it is lost in silence. */
  @Test
  void whatIsKnownToADayOnlyIsSpreadOverItsHours() {
    var lines = new ArrayList<String>();
    for (int d = 0; d < 16; d++) {
      Instant day = START.plus(Duration.ofDays(d));
      for (int i = 0; i < 12; i++) lines.add(day + "," + day.plus(Duration.ofDays(1)) + "," + day.plus(Duration.ofDays(1)) + ",East,air,s" + i);
    }
    Instant end = START.plus(Duration.ofDays(16));
    var answer = spreadAnswer(lines, end);
    assertThat(answer.spread()).isEqualTo(16 * 12);
    assertThat(answer.reading().baseline().perDay()).isBetween(11.8, 12.2);
    assertThat(answer.findings()).isEmpty();
    assertThat(ReportText.of(answer, ZoneOffset.UTC)).contains("192 of them are not told to within six hours: spread evenly over the hours they may lie in");
    for (int i = 0; i < 2_000; i++) lines.add(START.plus(Duration.ofDays(10)) + "," + START.plus(Duration.ofDays(11)) + "," + end + ",East,air,flood");
    assertThat(spreadAnswer(lines, end).reading().baseline().perDay()).isLessThan(12.2 + 6 * 24 / 14.0);
  }

  private static ReportWatch.Answer spreadAnswer(List<String> lines, Instant end) {
    var findings = new Findings();
    String csv = "occurred_from,occurred_to,received_at,place,kind,source\n" + String.join("\n", lines);
    List<Report> reports = ReportReader.read(Table.read("r.csv", csv.getBytes(StandardCharsets.UTF_8), findings).orElseThrow(), Optional.empty(), NOW, findings);
    var ground = ReportWatch.Ground.watchedBy(List.of(new Observer("post", "", START, end)));
    return ReportWatch.watch(reports, new ReportWatch.Request(ReportWatch.Announced.NOTHING, Optional.of(end), ground, ZoneOffset.UTC, SwitchSettings.hourly()), findings).orElseThrow();
  }

  /** Twelve thousand reports of three sources: enough for the quick way, which must give what the long way gives. */
  @Test
  void aReportAddedGivesTheAnswerOfAllReportsAtOnce() {
    var random = new Random(11);
    var lines = new ArrayList<String>();
    for (int i = 0; i < 12_000; i++) {
      Instant at = START.plusSeconds(random.nextInt(15 * 86_400));
      lines.add(at + "," + at.plusSeconds(600 + random.nextInt(7200)) + "," + (36.2 + random.nextGaussian() * 0.03) + "," + (37.1 + random.nextGaussian() * 0.03)
          + ",East," + (random.nextBoolean() ? "air" : "artillery") + ",red,blue,s" + random.nextInt(3) + ",,seen");
    }
    var findings = new Findings();
    List<Report> all = new ArrayList<>(read(lines, findings));
    all.sort(java.util.Comparator.comparing(Report::received));
    ReportWatch.Request request = request(null, List.of());
    var live = new LiveWatch(all.subList(0, all.size() - 3), request);
    live.answer(new Findings());
    all.subList(all.size() - 3, all.size()).forEach(live::add);
    var quick = live.answer(new Findings()).orElseThrow();
    var whole = ReportWatch.watch(all, request, new Findings()).orElseThrow();
    assertThat(ReportJson.of(quick, request, NOTHING_MORE)).isEqualTo(ReportJson.of(whole, request, NOTHING_MORE));
  }
}
