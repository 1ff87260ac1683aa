// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.respite.monitor.clock.HourStrip;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.incident.HowKnown;
import org.respite.monitor.incident.Observer;
import org.respite.monitor.incident.Report;
import org.respite.monitor.input.Findings;

/** Who is still heard: invented streams of eight sources s0 to s7, each the first to tell of every eighth incident, two incidents an hour for ten days. */
class HearingTest {
  private static final Instant START = Instant.parse("2020-03-01T00:00:00Z");
  private static final int BEFORE = 240;
  private static final Instant PAUSE = START.plus(Duration.ofHours(BEFORE));

  private static Report report(double atHour, double delayHours, String source, String kind) {
    Instant when = START.plusSeconds((long) (atHour * 3600));
    double place = atHour * 0.618034 % 1;
    var where = new Report.Where("East", OptionalDouble.of(36 + place), OptionalDouble.of(37 + place), OptionalDouble.of(100));
    return new Report(0, new Report.When(when, when, when), when.plusSeconds((long) (delayHours * 3600)), where, new Report.Origin(source, "", HowKnown.SEEN), kind,
        new Report.Alleged("", ""), Report.Range.UNSAID, Report.Range.UNSAID);
  }

  /** Fire goes on until {@code fireTo}; sources from {@code silent} on send nothing more from the announcement on; {@code word}: each sends word of quiet every four hours. */
  private static List<Report> stream(int fireTo, int end, int silent, boolean word) {
    var random = new Random(7);
    var all = new ArrayList<Report>();
    for (int h = 0; h < end; h++) {
      for (int i = 0; i < 2 && h < fireTo; i++) all.add(report(h + (i + random.nextDouble()) / 2, random.nextDouble(), "s" + random.nextInt(8), "air"));
      for (int s = 0; word && s < 8; s++) if ((h + s) % 4 == 0) all.add(report(h, 0.1, "s" + s, "none"));
    }
    Instant asOf = START.plus(Duration.ofHours(end));
    all.removeIf(r -> r.received().isAfter(asOf) || !r.received().isBefore(PAUSE) && Integer.parseInt(r.origin().source().substring(1)) >= silent);
    return all;
  }

  private static ReportWatch.Answer answer(List<Report> reports, int end) {
    Instant asOf = START.plus(Duration.ofHours(end));
    var ground = ReportWatch.Ground.watchedBy(List.of(new Observer("post", "", START, asOf)));
    var request = new ReportWatch.Request(ReportWatch.Announced.from(PAUSE), Optional.of(asOf), ground, ZoneOffset.UTC, SwitchSettings.hourly());
    return ReportWatch.watch(reports, request, new Findings()).orElseThrow();
  }

  @Test
  void whereAllAreHeardTheirQuietIsBelieved() {
    var kept = answer(stream(BEFORE, BEFORE + 16, 8, true), BEFORE + 16);
    assertThat(kept.heard().share()).isEqualTo(1);
    assertThat(kept.heard().silent()).isEmpty();
    assertThat(kept.reading().verdict()).isEqualTo(Verdict.PAUSED);
  }

  /** Five of eight send neither fire nor word: 3/8 of the fire would be told. */
  @Test
  void whereMostWereCutOffAsItBeganSilenceIsAReportingGapThatNamesThem() {
    var cut = answer(stream(BEFORE, BEFORE + 16, 3, true), BEFORE + 16);
    assertThat(cut.reading().verdict()).isEqualTo(Verdict.REPORTING_GAP);
    assertThat(cut.heard().share()).isCloseTo(3 / 8.0, within(0.08));
    assertThat(cut.heard().silent()).extracting(Heard.Silent::source).containsExactlyInAnyOrder("s3", "s4", "s5", "s6", "s7");
    assertThat(cut.heard().silent()).allSatisfy(s -> {
      assertThat(s.since()).isBetween(PAUSE.minus(Duration.ofHours(4)), PAUSE);
      assertThat(s.usualGapHours()).isCloseTo(4, within(0.01));
      assertThat(s.cut()).isGreaterThan(0.9);
    });
    assertThat(ReportText.of(cut, ZoneOffset.UTC)).contains("silent against their habit: 5 of 8 usual sources; those still heard would tell of",
        "s3: not heard since 2020-03-", ", usually sends other word every 4 h, first to tell of",
        "To narrow it: reach one of them by another way, and ask for word of quiet too (kind none).");
  }

  /** Nobody sends word of quiet; three go on telling of fire at their usual rate while five are missing: the war has not paused to 3/8. */
  @Test
  void fireThatOthersGoOnTellingShowsWhoIsCutOff() {
    var war = answer(stream(BEFORE + 16, BEFORE + 16, 3, false), BEFORE + 16);
    assertThat(war.reading().verdict()).isEqualTo(Verdict.NOT_PAUSED);
    assertThat(war.heard().silent()).hasSize(5);
    assertThat(war.heard().share()).isBetween(0.25, 0.5);
  }

  @Test
  void aSourceThatIsSilentBecauseAllIsQuietIsNotCalledCutOff() {
    var kept = answer(stream(BEFORE, BEFORE + 16, 8, false), BEFORE + 16);
    assertThat(kept.heard().silent()).isEmpty();
    assertThat(kept.reading().verdict()).isEqualTo(Verdict.PAUSED);
  }

  /** A camera tells within minutes, a list of the week after two to four days: what is young is missing from the list alone, and its law is its own. */
  @Test
  void eachSourceHasALawOfDelaysOfItsOwn() {
    var random = new Random(3);
    var all = new ArrayList<Report>();
    for (int h = 0; h < 480; h++) {
      all.add(report(h + random.nextDouble() / 2, 0.1, "camera", "air"));
      all.add(report(h + 0.5 + random.nextDouble() / 2, 48 + 48 * random.nextDouble(), "list", "air"));
    }
    Instant asOf = START.plus(Duration.ofHours(480));
    var known = all.stream().filter(r -> !r.received().isAfter(asOf)).toList();
    var grid = HourGrid.of(Receipts.of(known), org.respite.monitor.incident.Incidents.of(known), asOf, 60, ZoneOffset.UTC, Optional.empty());
    var habits = new Habits(grid, 120, 456);
    int camera = habits.channelOf(grid.receipts().findSender("camera").orElseThrow());
    int list = habits.channelOf(grid.receipts().findSender("list").orElseThrow());
    assertThat(habits.arrived(camera, 1)).isGreaterThan(0.97);
    assertThat(habits.arrived(list, 40)).isLessThan(0.05);
    assertThat(habits.arrived(list, 72)).isCloseTo(0.5, within(0.08));
    assertThat(habits.share(list)).as("half of the fire is the list's, although its last days have not come yet").isCloseTo(0.5, within(0.04));
    assertThat(habits.usual(20)).isCloseTo(0.5, within(0.05));
    assertThat(Hearing.of(grid, -1).hasTold(grid.receipts().findSender("list").orElseThrow(), 460, 20)).isFalse();
  }

  /** Hours that a slow observer watched are not quiet before he has had the time to tell. */
  @Test
  void whatItsObserverHasNotHadTheTimeToTellIsNotQuiet() {
    var all = new ArrayList<Report>();
    for (int h = 0; h < BEFORE; h++) all.add(report(h + 0.3, 30, "list", "air"));
    Instant asOf = START.plus(Duration.ofHours(BEFORE + 40));
    var ground = new ReportWatch.Ground(List.of(new Observer("list", "", START, asOf)), List.of("West"), List.of());
    var request = new ReportWatch.Request(ReportWatch.Announced.NOTHING, Optional.of(asOf), ground, ZoneOffset.UTC, SwitchSettings.hourly());
    var strips = ReportWatch.watch(all, request, new Findings()).orElseThrow().strips();
    List<HourStrip> west = strips.stream().filter(s -> s.place().equals("West")).findFirst().orElseThrow().hours();
    assertThat(west.subList(west.size() - 24, west.size())).containsOnly(HourStrip.NOT_OBSERVED);
    assertThat(west.subList(0, 24)).containsOnly(HourStrip.QUIET);
  }

  /** A flood, a rumour copied, a line sent twice, a report received later: each line is in one column and the columns add up to what was read. */
  @Test
  void everyReportReadIsUsedOrSetAsideForOneReason() {
    List<Report> reports = stream(BEFORE, BEFORE + 4, 8, true);
    int plain = reports.size();
    Instant at = START.plus(Duration.ofHours(100));
    var anywhere = new Report.Where("", OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    for (int i = 0; i < 50; i++) {
      reports.add(new Report(0, new Report.When(at, at, at), at, anywhere, new Report.Origin("c" + i, "rumour", HowKnown.TOLD), "air", new Report.Alleged("", ""), Report.Range.UNSAID, Report.Range.UNSAID));
      reports.add(report(100 + i / 51.0, 2, "flood", "artillery"));
    }
    reports.add(reports.getFirst());
    reports.add(report(BEFORE + 1, 9, "s1", "air"));
    ReportWatch.Lines lines = answer(reports, BEFORE + 4).lines();
    int supported = 44 - lines.beyondQuota(); // those that others tell of too are no flood
    assertThat(supported).isBetween(0, 4);
    assertThat(lines).isEqualTo(new ReportWatch.Lines(plain + 102, plain + 1 + 6 + supported, 1, 49 + 1, 0, 44 - supported));
    assertThat(lines.read()).isEqualTo(lines.used() + lines.later() + lines.toldBefore() + lines.outside() + lines.beyondQuota());
  }
}
