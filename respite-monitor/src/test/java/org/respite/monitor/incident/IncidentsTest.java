// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncidentsTest {
  private static final Instant NINE = Instant.parse("2016-10-20T09:00:00Z");

  private static Report fire(String source, String copiedFrom, int minutes, double lat, HowKnown how) {
    Instant at = NINE.plusSeconds(60L * minutes);
    return new Report(0, new Report.When(at, at, at), at.plusSeconds(600),
        new Report.Where("East", OptionalDouble.of(lat), OptionalDouble.of(37.15), OptionalDouble.of(200)),
        new Report.Origin(source, copiedFrom, how), "air", new Report.Alleged("red", "blue"), Report.Range.UNSAID, Report.Range.UNSAID);
  }

  @Test
  void twoSourcesOnOnePlaceAndMinuteAreOneIncidentAndOneSourceNeverMergesWithItself() {
    var two = Incidents.of(List.of(fire("a", "", 0, 36.2, HowKnown.SEEN), fire("b", "", 4, 36.2005, HowKnown.HEARD)));
    assertThat(Arrays.stream(two.likeliest()).distinct().count()).isEqualTo(1);
    var one = Incidents.of(List.of(fire("a", "", 0, 36.2, HowKnown.SEEN), fire("a", "", 4, 36.2005, HowKnown.HEARD)));
    for (int draw = 0; draw < 50; draw++) assertThat(one.draw(draw)).containsExactly(0, 1);
  }

  @Test
  void aCopySupportsNothing() {
    var copy = Incidents.of(List.of(fire("a", "", 0, 36.2, HowKnown.SEEN), fire("b", "a", 4, 36.2005, HowKnown.TOLD)));
    List<Violations> rows = Violations.of(copy, NINE, NINE.plusSeconds(3600));
    assertThat(rows).containsExactly(new Violations("red", "blue", "air", "East", 1, 0, 0));
  }

  @Test
  void theThreeColumnsNeedTwoSourcesAndEyes() {
    var seen = Incidents.of(List.of(fire("a", "", 0, 36.2, HowKnown.SEEN), fire("b", "", 4, 36.2005, HowKnown.HEARD)));
    assertThat(Violations.of(seen, NINE, NINE.plusSeconds(3600))).containsExactly(new Violations("red", "blue", "air", "East", 1, 1, 1));
    var told = Incidents.of(List.of(fire("a", "", 0, 36.2, HowKnown.TOLD), fire("b", "", 4, 36.2005, HowKnown.HEARD)));
    assertThat(Violations.of(told, NINE, NINE.plusSeconds(3600))).containsExactly(new Violations("red", "blue", "air", "East", 1, 1, 0));
  }

  @Test
  void noDrawPutsOneSourceTwiceIntoAnIncidentHoweverDenseTheFire() {
    var random = new Random(3);
    var reports = new ArrayList<Report>();
    for (int i = 0; i < 300; i++) {
      reports.add(fire("s" + random.nextInt(6), "", random.nextInt(600), 36.2 + 0.02 * random.nextDouble(), HowKnown.SEEN));
    }
    Incidents incidents = Incidents.of(reports);
    for (int draw = 0; draw < 20; draw++) {
      int[] root = incidents.draw(draw);
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < root.length; i++) {
        assertThat(seen.add(root[i] + "/" + incidents.reports().get(i).origin().source())).isTrue();
      }
    }
  }

  private static Report killing(Report r, int atLeast) {
    var killed = new Report.Range(java.util.OptionalInt.of(atLeast), java.util.OptionalInt.empty());
    return new Report(r.line(), r.when(), r.received(), r.where(), r.origin(), r.kind(), r.alleged(), r.count(), killed);
  }

  /** One strike told by two sources as 3 and 5, another far off as 2: at least 5 + 2 where the two are linked, 10 where not. */
  @Test
  void theDeadOfOneIncidentAreCountedOnceAndSilenceIsNotNone() {
    var killed = Killed.of(Incidents.of(List.of(
        killing(fire("a", "", 0, 36.2, HowKnown.SEEN), 3), killing(fire("b", "", 4, 36.2005, HowKnown.HEARD), 5),
        killing(fire("a", "", 500, 36.3, HowKnown.SEEN), 2), fire("c", "", 1000, 36.2, HowKnown.SEEN))));
    assertThat(killed.low()).isEqualTo(7);
    assertThat(killed.high()).isBetween(7, 10);
    assertThat(killed.silent()).isEqualTo(1);
  }
}
