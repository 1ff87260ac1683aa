// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.respite.monitor.stats.NegativeBinomial;

class HourClockTest {
  private static final double[] AT_ONCE = {1};
  private static final HourClock CLOCK = new HourClock(SwitchSettings.hourly());

  /** Two incidents an hour on average, in bursts: a factor of 0, 1 or 3 holds for six hours. */
  private static int[] burstyWar(int hours, Random random) {
    int[] counts = new int[hours];
    double factor = 1;
    for (int h = 0; h < hours; h++) {
      if (h % 6 == 2) factor = new double[] {0.1, 0.9, 2}[random.nextInt(3)];
      double left = 2 * factor + Math.log(random.nextDouble());
      for (; left > 0; left += Math.log(random.nextDouble())) counts[h]++;
    }
    return counts;
  }

  private static int[] first(int[] counts, int hours) {
    return java.util.Arrays.copyOf(counts, hours);
  }

  @Test
  void naiveRulesCallLullsOfAnOrdinaryWarPausesAndTheClockDoesNot() {
    int bySilence = 0;
    int byPoisson = 0;
    int byClock = 0;
    for (int seed = 0; seed < 6; seed++) {
      int[] war = burstyWar(16 * 24 + 240, new Random(seed));
      for (int now = 16 * 24; now < war.length; now++) {
        int quiet = 0;
        while (war[now - 1 - quiet] == 0) quiet++;
        if (quiet >= 6) bySilence++; // "no report for six hours"
        double poisson = Math.exp(-2.0 * quiet); // chance of so long a silence if incidents were independent
        if (poisson < 0.05) byPoisson++;
        var known = new HourClock.Known(first(war, now), new int[0], AT_ONCE, 0);
        if (CLOCK.read(known, false).verdict() == Verdict.PAUSED) byClock++;
      }
    }
    assertThat(byClock).as("hours called paused by the clock").isLessThan(20);
    assertThat(bySilence).isGreaterThan(3 * Math.max(1, byClock));
    assertThat(byPoisson).isGreaterThan(10 * Math.max(1, byClock));
  }

  @Test
  void whatHasNotHadTimeToArriveIsNoQuiet() {
    int[] war = burstyWar(16 * 24 + 6, new Random(11));
    for (int h = 16 * 24; h < war.length; h++) war[h] = 0;
    double[] slow = new double[48];
    for (int age = 0; age < slow.length; age++) slow[age] = age < 6 ? 0.05 : 1; // six hours pass before anything is told
    double quick = CLOCK.read(new HourClock.Known(war, new int[0], AT_ONCE, 0).announced(16 * 24, HourClock.NONE), false).paused();
    double late = CLOCK.read(new HourClock.Known(war, new int[0], slow, 0).announced(16 * 24, HourClock.NONE), false).paused();
    assertThat(quick).isGreaterThan(0.8);
    assertThat(late).isLessThan(0.7);
  }

  @Test
  void anHourNobodyWatchedAtTheEndIsAReportingGap() {
    int[] war = burstyWar(16 * 24 + 3, new Random(12));
    war[war.length - 1] = DailySeries.MISSING;
    var reading = CLOCK.read(new HourClock.Known(war, new int[0], AT_ONCE, 0), true);
    assertThat(reading.verdict()).isEqualTo(Verdict.REPORTING_GAP);
    assertThat(reading.why()).isEqualTo("nobody watched in the last hour");
  }

  /** Hours nobody watched, then a quiet hour: it says as much as any first quiet hour, whatever burst of fire had begun unseen. */
  @Test
  void aFirstQuietHourAfterUnwatchedOnesSaysLittle() {
    int start = 16 * 24;
    int[] war = burstyWar(start + 13, new Random(13));
    for (int h = start; h < start + 12; h++) war[h] = DailySeries.MISSING;
    war[start + 12] = 0;
    double unseen = CLOCK.read(new HourClock.Known(first(war, start + 12), new int[0], AT_ONCE, 0).announced(start, HourClock.NONE), false).paused();
    double oneHour = CLOCK.read(new HourClock.Known(war, new int[0], AT_ONCE, 0).announced(start, HourClock.NONE), false).paused();
    assertThat(unseen).isBetween(0.4, 0.6);
    assertThat(oneHour).isBetween(unseen, 0.85);
    var needed = CLOCK.read(new HourClock.Known(first(war, start + 12), new int[0], AT_ONCE, 0).announced(start, HourClock.NONE), true).quietHoursNeeded();
    assertThat(needed.orElseThrow()).isBetween(2.0, 48.0);
  }

  @Test
  void theRunUpIsLeftOutOfTheBaseline() {
    int[] war = new int[16 * 24];
    java.util.Arrays.fill(war, 1);
    for (int h = 15 * 24; h < war.length; h++) war[h] = 9; // they fight for ground before it begins
    int[] left = {15 * 24, Integer.MAX_VALUE};
    assertThat(HourlyBaseline.of(war, war.length, left, 0).perDay()).isEqualTo(24);
  }

  @Test
  void burstsAreSeenInBlocksOfSixHours() {
    int[] war = burstyWar(40 * 24, new Random(13));
    double shape = HourlyBaseline.of(war, war.length, new int[] {0, 0}, 0).blockShape();
    assertThat(shape).isBetween(0.8, 4.0);
    int[] even = new int[40 * 24];
    java.util.Arrays.fill(even, 2);
    assertThat(HourlyBaseline.of(even, even.length, new int[] {0, 0}, 0).blockShape()).isGreaterThan(20).isLessThanOrEqualTo(NegativeBinomial.NEARLY_POISSON);
  }
}
