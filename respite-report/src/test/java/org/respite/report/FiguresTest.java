// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.respite.engine.answer.Spread;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0", "8|8", "999|999", "1234|1,230", "41049|41,000", "249999|250,000", "1.2345|1.23", "0.00012345|0.000123", "10000000|10,000,000"})
  void computedFiguresCarryThreeSignificantDigits(double value, String printed) {
    assertThat(Figures.significant(value)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0.0004,under 0.1", "0.001,0.1", "0.0449,4.5", "0.0996,10", "0.5,50", "0.994,99", "0.996,over 99", "0.99999,over 99", "1,100"})
  void aShareIsNeverRoundedToNobodyOrEverybody(double share, String printed) {
    assertThat(Figures.percent(share)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0.01,under 0.1", "0.25,0.3", "8,8", "8.25,8.3", "9.96,10", "26.4,26"})
  void hoursCarryOneDecimalBelowTen(double hours, String printed) {
    assertThat(Figures.tenths(hours)).isEqualTo(printed);
  }

  @Test
  void theRangeComesFirstAndTheMiddleStandsBehind() {
    assertThat(Figures.spread(new Spread(41_049, 120_400, 250_300, "people"))).isEqualTo("41,000 to 250,000 people (middle 120,000)");
  }

  @Test
  void aRangeThatRoundsToOneFigureIsOneFigure() {
    assertThat(Figures.spread(new Spread(41_010, 41_010, 41_040, "people"))).isEqualTo("41,000 people");
  }

  @Test
  void sharesArePrintedAsPercent() {
    assertThat(Figures.spread(new Spread(0.091, 0.22, 0.614, "share"))).isEqualTo("9.1 to 61\u00a0% (middle 22)");
  }
}
