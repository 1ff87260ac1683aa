// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.respite.monitor.input.Findings;
import org.respite.monitor.input.PausesReader;

/** The past pauses that come with Respite, and how well the others of them foretell each (measure M13). */
class ReferenceClassTest {
  private static final List<PastPause> KNOWN = shipped(Optional.empty()).pauses();
  /** Hours held at which a forecast is made, and hours for which. */
  private static final double[] HELD = {0, 1, 3, 6, 12, 24, 48, 96};
  private static final double[] NEXT = {6, 24};

  private static ReferenceClass shipped(Optional<String> kinds) {
    Findings findings = new Findings();
    ReferenceClass c = PausesReader.shipped(kinds, findings).orElseThrow();
    assertThat(findings.list()).isEmpty();
    return c;
  }

  /** That pause {@code of} of the table, having held so long, holds so many hours more. */
  private record Forecast(int of, int next, double chance, boolean held) {}

  /**
   * Scores of forecasts.
   *
   * @param covered part of the pauses whose end lies in the middle 80 % of what is foretold; one known between two moments counts by the part of its law between them
   * @param brier of the forecasts, and of saying each time what share of all others held
   */
  private record Scores(double covered, int forecasts, double brier, double base) {}

  private static Scores leavingOut(BiPredicate<PastPause, PastPause> out) {
    double covered = 0;
    List<Forecast> forecasts = new ArrayList<>();
    for (int i = 0; i < KNOWN.size(); i++) {
      PastPause p = KNOWN.get(i);
      HoldModel model = new HoldModel(KNOWN.stream().filter(o -> o != p && !out.test(p, o)).toList());
      double from = 1 - model.holds(0, p.low()).mean();
      double to = p.broken() ? 1 - model.holds(0, p.high()).mean() : 1;
      covered += to > from ? Math.max(0, Math.min(to, 0.9) - Math.max(from, 0.1)) / (to - from) : from >= 0.1 && from <= 0.9 ? 1 : 0;
      for (double held : HELD) for (int n = 0; n < NEXT.length; n++) forecast(i, held, n, model).ifPresent(forecasts::add);
    }
    return scores(covered / KNOWN.size(), forecasts, out);
  }

  /** None where the pause was over by then, or where nobody knows whether it held. */
  private static Optional<Forecast> forecast(int of, double held, int n, HoldModel model) {
    PastPause p = KNOWN.get(of);
    double end = held + NEXT[n];
    boolean holds = end <= p.low();
    boolean broke = p.broken() && end >= p.high();
    if (p.low() < held || !holds && !broke) return Optional.empty();
    return Optional.of(new Forecast(of, n, model.holds(0, end).mean() / model.holds(0, held).mean(), holds));
  }

  private static Scores scores(double covered, List<Forecast> forecasts, BiPredicate<PastPause, PastPause> out) {
    double brier = 0;
    double base = 0;
    for (Forecast f : forecasts) {
      PastPause p = KNOWN.get(f.of);
      double share = forecasts.stream().filter(o -> o.next == f.next && o.of != f.of && !out.test(p, KNOWN.get(o.of))).mapToInt(o -> o.held ? 1 : 0).average().orElseThrow();
      double held = f.held ? 1 : 0;
      brier += (f.chance - held) * (f.chance - held) / forecasts.size();
      base += (share - held) * (share - held) / forecasts.size();
    }
    return new Scores(covered, forecasts.size(), brier, base);
  }

  @Test
  void aHundredAndTwoPausesEachWithItsConflictAndKind() {
    assertThat(KNOWN).hasSize(102).allSatisfy(p -> assertThat(p.conflict() + p.kind()).isNotBlank());
    assertThat(KNOWN.stream().filter(PastPause::broken)).hasSize(72);
    ReferenceClass humanitarian = shipped(Optional.of("humanitarian,corridor"));
    assertThat(humanitarian.words()).isEqualTo("past pauses that come with Respite, humanitarian and corridor");
    assertThat(humanitarian.isSmall()).isFalse();
    assertThat(shipped(Optional.of("corridor")).isSmall()).isTrue();
  }

  @Test
  void eachPauseIsForetoldByTheOthersBetterThanByTheirPlainShare() {
    Scores s = leavingOut((a, b) -> false);
    assertThat(s.forecasts).isEqualTo(542);
    assertThat(s.covered).isBetween(0.72, 0.88).isCloseTo(0.805, within(0.001));
    assertThat(s.brier).isLessThan(s.base).isCloseTo(0.1191, within(0.0001));
    assertThat(s.base).isCloseTo(0.1376, within(0.0001));
  }

  @Test
  void soItIsByThoseOfOtherConflictsAlone() {
    Scores s = leavingOut((a, b) -> a.conflict().equals(b.conflict()));
    assertThat(s.covered).isBetween(0.72, 0.88);
    assertThat(s.brier).isLessThan(s.base);
  }

  @Test
  void onTheDayOnlyEarlierPausesAreKnown() {
    ReferenceClass then = shipped(Optional.empty()).knownBy(LocalDate.of(2016, 10, 19));
    assertThat(then.words()).isEqualTo("past pauses that come with Respite, begun before 2016-10-19");
    assertThat(then.pauses()).hasSize(51).allSatisfy(p -> assertThat(p.began().orElseThrow()).isBefore(LocalDate.of(2016, 10, 19)));
    assertThat(shipped(Optional.empty()).knownBy(LocalDate.of(2030, 1, 1)).words()).isEqualTo("past pauses that come with Respite");
  }

  @Test
  void aKindThatNobodyKnowsIsNamedWithThoseThatAre() {
    Findings findings = new Findings();
    assertThat(PausesReader.shipped(Optional.of("football"), findings)).isEmpty();
    assertThat(findings.list()).singleElement().satisfies(f -> assertThat(f.toString()).contains("there is no past pause of the kind \"football\"").contains("corridor, general, holiday, humanitarian, local"));
  }
}
