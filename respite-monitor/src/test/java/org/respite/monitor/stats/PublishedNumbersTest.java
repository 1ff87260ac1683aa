// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each kernel against numbers that others published or computed with their own programs. */
class PublishedNumbersTest {
  private static final Offset<Double> HALF_DIGIT_4 = within(0.00005 + 1e-9);

  @Test
  void coalMiningDisastersJumpAfter1891() {
    int[] coal = Series.of("coal");
    ChangePoint ml = ChangePoint.of(coal);
    assertThat(ml.likeliest()).isEqualTo(41); // 1851 + 40 = 1891 is the last year of the first rate
    assertThat(ml.before()).isCloseTo(3.0976, HALF_DIGIT_4);
    assertThat(ml.after()).isCloseTo(0.9014, HALF_DIGIT_4);
    assertThat(ml.ratio()).isCloseTo(69.988, within(0.0005));
    ChangePoint.Posterior p = ChangePoint.posterior(coal, 0.5, 1);
    assertThat(p.chance(41)).isCloseTo(0.2482, HALF_DIGIT_4);
    double around = 0;
    for (int k = 37; k <= 45; k++) around += p.chance(k);
    assertThat(around).isCloseTo(0.8678, HALF_DIGIT_4);
    assertThat(1850 + p.quantile(0.025)).isEqualTo(1886);
    assertThat(1850 + p.quantile(0.975)).isEqualTo(1896);
    assertThat(p.meanBefore()).isCloseTo(3.0500, HALF_DIGIT_4);
    assertThat(p.meanAfter()).isCloseTo(0.9147, HALF_DIGIT_4);
    assertThat(p.logBayesFactor()).isCloseTo(28.12, within(0.005));
    ChangePoint.Posterior q = ChangePoint.posterior(coal, 1, 1);
    assertThat(q.chance(41)).isCloseTo(0.2450, HALF_DIGIT_4);
    assertThat(q.logBayesFactor()).isCloseTo(28.94, within(0.005));
  }

  @Test
  void aQuietDayInAleppoHadOneChanceInNine() {
    assertThat(Math.exp(NegativeBinomial.logMass(0, 2.69, 5.62))).isCloseTo(0.1110, HALF_DIGIT_4);
    assertThat(Math.exp(2 * NegativeBinomial.logMass(0, 2.69, 5.62))).isCloseTo(0.01232, within(0.000005));
  }

  @Test
  void theRunLengthOfCoalDisastersRestartsAfter1891() {
    int[] coal = Series.of("coal");
    int[] years = {1890, 1895, 1900, 1925};
    int[] lengths = {40, 45, 9, 34};
    double[] chances = {0.9299, 0.5050, 0.1642, 0.1803};
    double[] rates = {3.0120, 2.1319, 0.9454, 0.8146};
    var run = new RunLength(1, 1, 0.01);
    int at = 0;
    for (int i = 0; i < years.length; i++) {
      while (1851 + at <= years[i]) run.add(coal[at++]);
      assertThat(run.likeliest()).as("in %d", years[i]).isEqualTo(lengths[i]);
      assertThat(run.chance(lengths[i])).isCloseTo(chances[i], HALF_DIGIT_4);
      assertThat(run.rate()).isCloseTo(rates[i], HALF_DIGIT_4);
    }
  }

  @Test
  void cumulativeSumsRunAsLongAsTablesSay() {
    assertThat(Cusum.averageRun(0.5, 4, 0)).isCloseTo(335.4, within(0.05));
    assertThat(Cusum.averageRun(0.5, 4, 1)).isCloseTo(8.38, within(0.005));
    assertThat(Cusum.averageRun(0.5, 5, 0)).isCloseTo(930.9, within(0.05));
    assertThat(Cusum.averageRun(0.5, 5, 1)).isCloseTo(10.38, within(0.005));
  }

  @Test
  void salmonellaAgonaIsBoundedAsByTheReferenceProgram() {
    int[] agona = Series.of("agona");
    var farrington = new Farrington(5, 3, 52, 0.05, 2.58);
    double[] bounds = {8.958513, 8.697315, 8.540900, 8.716872, 8.547877, 9.240517, 9.240516, 9.067617, 7.409066, 6.444094,
      7.939013, 6.264724, 5.341423, 5.033212, 5.237570, 7.702705, 7.407051, 5.915920, 6.103669, 10.668898};
    for (int i = 0; i < bounds.length; i++) {
      assertThat(farrington.upperBound(agona, 292 + i)).as("week %d", 293 + i).isCloseTo(bounds[i], within(2e-4)); // its fit stops at 1e-8 of the deviance
    }
    assertThat(agona[293]).isEqualTo(9); // above 8.697: the alarm of week 294
  }

  @Test
  void earlyAberrationBoundsAreThoseOfTheReferenceProgram() {
    int[] agona = Series.of("agona");
    double[] c1 = {13.401850, 13.368389, 10.680865, 7.360639};
    double[] c2 = {12.321480, 13.176194, 13.401850};
    for (int i = 0; i < 4; i++) assertThat(Ears.upperBound(agona, 299 + i, 0, 0.001)).isCloseTo(c1[i], within(1e-6));
    for (int i = 0; i < 3; i++) assertThat(Ears.upperBound(agona, 299 + i, 2, 0.001)).isCloseTo(c2[i], within(1e-6));
  }

  @Test
  void salmonellaHadarRisesInWeek280OrForUnevenCounts283() {
    int[] counts = Series.of("shadar");
    double[][] x = new double[104][];
    double[] y = new double[104];
    for (int t = 0; t < 104; t++) {
      x[t] = season(t + 1);
      y[t] = counts[t];
    }
    int[] watched = Arrays.copyOfRange(counts, 104, 295);
    CountRegression poisson = CountRegression.fit(x, y, null, Double.POSITIVE_INFINITY);
    assertThat(poisson.coefficient(0)).isCloseTo(1.3764, HALF_DIGIT_4);
    assertThat(poisson.coefficient(1)).isCloseTo(-0.3588, HALF_DIGIT_4);
    assertThat(105 + LikelihoodRatio.firstAlarm(watched, expected(poisson), Double.POSITIVE_INFINITY, 5)).isEqualTo(280);
    double shape = CountRegression.shape(x, y);
    assertThat(1 / shape).isCloseTo(0.2475705, within(5e-6));
    CountRegression uneven = CountRegression.fit(x, y, null, shape);
    assertThat(105 + LikelihoodRatio.firstAlarm(watched, expected(uneven), shape, 5)).isEqualTo(283);
  }

  private static double[] season(int week) {
    double angle = 2 * Math.PI * week / 52;
    return new double[] {1, Math.cos(angle), Math.sin(angle)};
  }

  private static double[] expected(CountRegression fit) {
    double[] mean = new double[191];
    for (int i = 0; i < mean.length; i++) mean[i] = fit.mean(season(105 + i));
    return mean;
  }

  @Test
  void kleinbergFindsOneBurst() {
    double[] times = {1, 2, 3, 10, 20, 30, 31, 31.5, 32, 32.5, 33, 33.5, 40, 50, 60};
    List<Bursts> found = Bursts.of(times, 2, 1);
    assertThat(found).extracting(Bursts::from, Bursts::to).containsOnly(org.assertj.core.groups.Tuple.tuple(30.0, 33.5));
  }

  @Test
  void fourFeversWhereTwoThirdsOfOneWereExpected() {
    assertThat(SpaceTimeScan.logRatio(4, 0.670, 194)).isCloseTo(3.8454, within(0.003)); // 0.670 is itself rounded: ± 0.0005 × 6
  }

  @Test
  void selfExcitationOfThreeEvents() {
    assertThat(new SelfExcitation(0.5, 0.8, 1.2).logLikelihood(new double[] {1, 2, 3.5}, 5)).isCloseTo(-5.756455, within(5e-7));
  }

  @Test
  void admissionsReportedByTheSecondOfJuneAreInflatedAsByLawlessAndZeroStaysZero() {
    int[][] triangle = Series.rows("hus");
    int now = 26; // row 0 is 7 May
    ReportingDelay delay = ReportingDelay.of(triangle, now, 15);
    int[] reported = {25, 34, 28, 22, 15, 8, 9, 5, 2, 0};
    int[] lawless = {35, 53, 50, 45, 36, 25, 41, 36, 25, 0};
    for (int i = 0; i < 10; i++) {
      int day = 16 + i;
      assertThat(Arrays.stream(triangle[day]).sum()).isEqualTo(reported[i]);
      // The reference prints the median of its predictive law, ours is its mean: up to 1.4 apart.
      assertThat(delay.inflate(reported[i], now - day)).as("day %d", i).isCloseTo(lawless[i], within(1.4));
    }
    assertThat(delay.inflate(0, 1)).isZero(); // sixteen had been admitted: the false lull itself
  }

  @Test
  void twoAgreementsAndADisagreementAreWorthNearlyFourBits() {
    var fields = new Agreement(
        new double[][] {{0.95, 0.05}, {0.9, 0.1}, {0.88, 0.12}}, new double[][] {{0.05, 0.95}, {0.2, 0.8}, {0.25, 0.75}}, 0.02);
    assertThat(fields.bits(0, 0, 1)).isCloseTo(3.7740, HALF_DIGIT_4);
    assertThat(fields.chance(0, 0, 1)).isCloseTo(0.2183, HALF_DIGIT_4);
  }

  /** Kosovo, March to June 1999: killings on four lists (Ball et al. 2002). Bits: EXH 1, ABA 2, OSCE 4, HRW 8. */
  static OverlappingLists kosovo() {
    int[] byPattern = new int[16];
    String[] rows = {"1000:1131", "0100:845", "1100:177", "0010:936", "1010:228", "0110:217", "1110:181", "0001:306",
      "1001:106", "0101:31", "1101:18", "0011:123", "1011:42", "0111:32", "1111:27"};
    for (String row : rows) {
      int pattern = 0;
      for (int i = 0; i < 4; i++) if (row.charAt(i) == '1') pattern |= 1 << i;
      byPattern[pattern] = Integer.parseInt(row.substring(5));
    }
    return new OverlappingLists(byPattern);
  }

  @Test
  void kosovoIsTheNumberThatWasPublishedAndItsRivals() {
    OverlappingLists lists = kosovo();
    assertThat(lists.documented()).isEqualTo(4400);
    double[] pairs = {lists.pair(0, 1), lists.pair(0, 2), lists.pair(0, 3), lists.pair(1, 2), lists.pair(1, 3), lists.pair(2, 3)};
    double[] published = {7241.9, 7136.5, 6779.0, 5971.6, 9691.5, 5461.7};
    for (int i = 0; i < 6; i++) assertThat(pairs[i]).isCloseTo(published[i], within(0.05));
    assertThat(lists.model(List.of()).total()).isCloseTo(7394.6, within(0.05));
    assertThat(lists.model(List.of(3, 5, 6, 9, 10, 12)).total()).isCloseTo(14402.5, within(0.05));
    List<OverlappingLists.Model> models = lists.models();
    OverlappingLists.Model best = models.getFirst();
    assertThat(best.terms()).containsExactly(3, 5, 6, 9, 12, 7);
    assertThat(best.total()).isCloseTo(10356.5, within(0.05));
    assertThat(best.error()).isCloseTo(785.9, within(0.05));
    assertThat(models.get(2).total()).isCloseTo(18393, within(0.5));
    assertThat(lists.lowerBound()).isCloseTo(8591, within(1.0));
  }

  @Test
  void kosovoUnderLatentClasses() {
    var model = new LatentClasses(10, 0.25, 0.25);
    double[] draws = java.util.stream.LongStream.rangeClosed(1, 3)
        .boxed().flatMapToDouble(seed -> Arrays.stream(model.draws(kosovo(), seed, 10_000, 1000, 60))).sorted().toArray();
    assertThat(draws[1500]).isCloseTo(10_400, within(208.0)); // median within 2 %
    assertThat(draws[75]).isCloseTo(9_188, within(459.0)); // ends within 5 %
    assertThat(draws[2924]).isCloseTo(14_514, within(726.0));
  }

  @Test
  void lungCancerSurvivalIsThatOfTheReferenceProgram() {
    int[] days = Series.of("lung.time");
    int[] status = Series.of("lung.status");
    int[] sex = Series.of("lung.sex");
    boolean[] died = new boolean[days.length];
    double[][] one = new double[days.length][];
    double[][] bySex = new double[days.length][];
    for (int i = 0; i < days.length; i++) {
      died[i] = status[i] == 2;
      one[i] = new double[] {1};
      bySex[i] = new double[] {1, sex[i]};
    }
    var lung = new Survival(Arrays.stream(days).asDoubleStream().toArray(), died);
    assertThat(lung.median()).isEqualTo(new Survival.Median(285, 310, 363));
    Survival.Estimate cox = lung.hazardRatio(Arrays.stream(sex).asDoubleStream().toArray());
    assertThat(cox.value()).isCloseTo(-0.5310235, within(5e-8));
    assertThat(cox.error()).isCloseTo(0.1671786, within(5e-8));
    Survival.Weibull all = lung.weibull(one);
    assertThat(all.location(0)).isCloseTo(6.0349039, within(5e-7));
    assertThat(all.scale()).isCloseTo(0.7593936, within(5e-7));
    assertThat(all.logLikelihood()).isCloseTo(-1153.851, within(0.0005));
    Survival.Weibull split = lung.weibull(bySex);
    assertThat(split.location(0)).isCloseTo(5.488584, within(5e-6));
    assertThat(split.location(1)).isCloseTo(0.395578, within(5e-6));
    assertThat(split.scale()).isCloseTo(0.755088, within(5e-6));
  }
}
