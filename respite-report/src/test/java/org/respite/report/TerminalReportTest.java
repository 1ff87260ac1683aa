// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.engine.answer.Assessment;

class TerminalReportTest {
  private static final TerminalReport.Look PLAIN = new TerminalReport.Look(false, "out/two-districts/report.html");

  @Test
  void theTownReadsAsKept() {
    Golden.matches("terminal.txt", TerminalReport.of(Town.assessment(), Optional.empty(), PLAIN));
  }

  @Test
  void noLineIsWiderThan80Columns() {
    assertThat(TerminalReport.of(Town.assessment(), Optional.empty(), PLAIN).lines()).allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(80));
  }

  @Test
  void noLineIsWiderThan80ColumnsWithLongNamesAndPaths(@TempDir Path scratch) {
    String longName = "Brigade".repeat(40) + " " + "列".repeat(90);
    Assessment a = Town.assessment(scratch, "The Reds", longName);
    String text = TerminalReport.of(a, Optional.empty(), new TerminalReport.Look(false, "/very/long".repeat(30)));
    assertThat(text).contains("BrigadeBrigade");
    assertThat(text.lines()).allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(80));
  }

  @Test
  void colourAddsNoWordAndPlainHasNoEscapes() {
    Assessment a = Town.assessment();
    String plain = TerminalReport.of(a, Optional.empty(), PLAIN);
    String coloured = TerminalReport.of(a, Optional.empty(), new TerminalReport.Look(true, PLAIN.report()));
    assertThat(plain).doesNotContain("\u001b");
    assertThat(coloured).contains("\u001b[31m").isNotEqualTo(plain);
    assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(plain);
  }

  @Test
  void arabicNamesStayOffTheTerminal() {
    assertThat(TerminalReport.of(Town.assessment(), Optional.empty(), PLAIN).codePoints()).noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
  }

  @Test
  void whatNobodyStatedIsNeverPrintedAsZero() {
    String text = TerminalReport.of(Town.assessment(), Optional.empty(), PLAIN);
    assertThat(text).contains("would      not stated: nobody stated the willing share").contains("no figure given (2016-10-20, wounded;");
  }

  @Test
  void aCaseCannotMoveTheCursorOrTurnTheReadingDirection(@TempDir Path scratch) {
    Assessment a = Town.assessment(scratch, "title: Two districts, a made-up town", "title: \"Two \\e[2J\\u202Estcirtsid\"");
    assertThat(TerminalReport.of(a, Optional.empty(), PLAIN)).startsWith("Two [U+001B][2J[U+202E]stcirtsid\n").doesNotContain("\u001b").doesNotContain("\u202e");
  }
}
