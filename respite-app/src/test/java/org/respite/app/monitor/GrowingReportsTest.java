// SPDX-License-Identifier: Apache-2.0
package org.respite.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.respite.monitor.PauseSheet;
import org.respite.monitor.ReportJson;
import org.respite.monitor.ReportWatch;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.incident.Report;
import org.respite.monitor.input.Findings;
import org.respite.monitor.input.ReportReader;
import org.respite.monitor.input.Table;

class GrowingReportsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String HEAD = "# by radio\noccurred_from,received_at,lat,lon,place,kind,source,how_known\n#date,,,,,,,\n";
  private static final PauseSheet NOTHING_MORE = new PauseSheet(Optional.empty(), 0, List.of(), List.of(), Optional.empty());
  private static final ReportWatch.Request REQUEST = new ReportWatch.Request(ReportWatch.Announced.NOTHING, Optional.empty(),
      ReportWatch.Ground.watchedBy(List.of()), ZoneOffset.UTC, SwitchSettings.hourly());

  private static String line(int i, Random random) {
    Instant at = Instant.parse("2020-03-01T00:00:00Z").plusSeconds(i * 1500L + random.nextInt(1500));
    return at + "," + at.plusSeconds(random.nextInt(9000)) + "," + (random.nextInt(20) == 0 ? "0,0" : (36.2 + random.nextDouble() / 10) + ",37.1") + ",East,"
        + (random.nextBoolean() ? "air" : "none") + ",s" + random.nextInt(4) + "," + (random.nextInt(9) == 0 ? "smelt" : "seen") + "\n";
  }

  private static List<Report> whole(byte[] file, Findings findings) {
    return ReportReader.read(Table.read("r.csv", file, findings).orElseThrow(), Optional.empty(), NOW, findings);
  }

  private static GrowingReports.Source source(byte[] file) {
    var ofWhole = new Findings();
    return new GrowingReports.Source("r.csv", file, Table.read("r.csv", file, ofWhole), ofWhole);
  }

  /** Some lines at a time, twenty times: reports, lines, findings and the answer are those of the whole file read at once. */
  @Test
  void aFileThatGrowsIsReadAndJudgedAsIfItWereReadAtOnce() {
    for (int seed = 0; seed < 5; seed++) {
      var random = new Random(seed);
      var text = new StringBuilder(HEAD);
      var growing = new GrowingReports();
      Judge judge = Judge.live();
      for (int i = 0; i < 600; i += 30) {
        for (int k = 0; k < 1 + (i == 0 ? 400 : random.nextInt(4)); k++) text.append(line(i + k, random));
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(growing.continuedBy(file)).isEqualTo(i > 0);
        var found = new Findings();
        List<Report> read = growing.read(source(file), Optional.empty(), NOW, found);
        var expected = new Findings();
        assertThat(read).isEqualTo(whole(file, expected));
        assertThat(found.list()).isEqualTo(expected.list());
        String quick = ReportJson.of(judge.judge(read, REQUEST, found).orElseThrow(), REQUEST, NOTHING_MORE);
        assertThat(quick).isEqualTo(ReportJson.of(ReportWatch.watch(read, REQUEST, expected).orElseThrow(), REQUEST, NOTHING_MORE));
      }
    }
  }

  @Test
  void aLineThatChangedOrStopsTheRunIsNoGrowth() {
    var growing = new GrowingReports();
    var random = new Random(1);
    String first = HEAD + line(0, random) + line(1, random);
    growing.read(source(first.getBytes(StandardCharsets.UTF_8)), Optional.empty(), NOW, new Findings());
    assertThat(growing.continuedBy(first.replace("2020-03", "2020-04").getBytes(StandardCharsets.UTF_8))).isFalse();
    byte[] bad = (first + "yesterday,,,,East,air,s1,seen\n").getBytes(StandardCharsets.UTF_8);
    var findings = new Findings();
    growing.read(source(bad), Optional.empty(), NOW, findings);
    assertThat(findings.list().getFirst().text()).isEqualTo("M108  \"yesterday\" is not a time\n      at r.csv:6: the report has no sure place in time\n"
        + "      write times as 2016-10-19T08:00+03:00");
    assertThat(growing.continuedBy(bad)).isFalse();
  }
}
