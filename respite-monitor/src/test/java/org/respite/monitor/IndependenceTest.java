// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.input.Findings;
import org.respite.monitor.input.ReportReader;
import org.respite.monitor.input.Table;

/** Fifteen days of war, one incident an hour told by a and b, word of quiet each hour from both; then a pause of a day. */
class IndependenceTest {
  private static final Instant START = Instant.parse("2020-03-01T00:00:00Z");
  private static final Instant PAUSE = START.plus(Duration.ofDays(15));
  private static final Instant NOW = PAUSE.plus(Duration.ofDays(1));

  private final List<String> lines = new ArrayList<>();

  private void hour(Instant at, String kind, String source) {
    long hour = Duration.between(START, at).toHours();
    lines.add(at.plusSeconds(300 + 97 * (hour % 30)) + "," + at.plusSeconds(3500) + "," + (36.2 + 0.011 * (5 * hour % 13)) + "," + (37.1 + 0.013 * (4 * hour % 11)) + ",East," + kind + "," + source);
  }

  private void each(Instant from, Instant to, String kind, String... sources) {
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(3600)) for (String s : sources) hour(at, kind, s);
  }

  private ReportWatch.Answer watch() {
    var findings = new Findings();
    String csv = "occurred_from,received_at,lat,lon,place,kind,source\n" + String.join("\n", lines);
    var table = Table.read("r.csv", csv.getBytes(StandardCharsets.UTF_8), findings).orElseThrow();
    var request = new ReportWatch.Request(ReportWatch.Announced.from(PAUSE), Optional.of(NOW), ReportWatch.Ground.watchedBy(List.of()), ZoneOffset.UTC, SwitchSettings.hourly());
    return ReportWatch.watch(ReportReader.read(table, Optional.empty(), NOW, findings), request, findings).orElseThrow();
  }

  private void war() {
    each(START, PAUSE, "air", "a", "b");
    each(START, PAUSE, "none", "a", "b");
  }

  @Test
  void fireThatOneSourceAloneTellsIsCountedAndSaidToHangOnIt() {
    war();
    each(PAUSE, NOW, "none", "a", "b");
    assertThat(watch().reading().verdict()).isEqualTo(Verdict.PAUSED);
    assertThat(watch().independence()).isEqualTo(new Independence(Optional.empty(), Optional.empty()));
    each(PAUSE, NOW, "air", "z");
    var answer = watch();
    assertThat(answer.reading().verdict()).isEqualTo(Verdict.NOT_PAUSED);
    Independence.Lone lone = answer.independence().fire().orElseThrow();
    assertThat(lone).extracting("source", "alone", "all", "usualShare").containsExactly("z", 24, 24, 0.0);
    assertThat(lone.without().verdict()).isEqualTo(Verdict.PAUSED);
    assertThat(ReportText.of(answer, ZoneOffset.UTC)).contains(
        "Rests on z alone: 24 of the last 24 incidents are told by nobody else (0 % before). Without them: paused (1.00). Ask a second, independent source.\n");
  }

  @Test
  void fireThatTwoTellOrThatItsOnlyTellerAlwaysToldHangsOnNobodyNew() {
    war();
    each(PAUSE, NOW, "none", "a", "b");
    each(PAUSE, NOW, "air", "y", "z");
    assertThat(watch().independence().fire()).isEmpty();
    lines.clear();
    each(START, NOW, "air", "a");
    each(START, NOW, "none", "b");
    assertThat(watch().reading().verdict()).isEqualTo(Verdict.NOT_PAUSED);
    assertThat(watch().independence().fire()).isEmpty();
  }

  /** A copy of what a said is no second voice. */
  @Test
  void aPauseThatOneVoiceAloneTellsOfIsSaidToRestOnIt() {
    each(START, PAUSE, "air", "a");
    each(START, NOW, "none", "a");
    var answer = watch();
    assertThat(answer.reading().verdict()).isEqualTo(Verdict.PAUSED);
    assertThat(answer.independence().onlyVoice()).contains("a");
    assertThat(ReportText.of(answer, ZoneOffset.UTC)).contains("Rests on the word of a alone: nobody else was heard of these hours. Ask a second, independent source.\n");
    each(PAUSE, NOW, "none", "b");
    assertThat(watch().independence().onlyVoice()).isEmpty();
  }
}
