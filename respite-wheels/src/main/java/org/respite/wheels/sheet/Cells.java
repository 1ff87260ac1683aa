// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.sheet;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.respite.model.finding.Finding;

/** What stands in a cell as a number or a time, or the finding that says why it cannot be had. */
public final class Cells {
  private Cells() {}

  /** A number that is not negative; empty where the cell is, and where a finding was made. */
  public static Optional<Double> number(Rows.Line line, String column, List<Finding> findings) {
    Rows.Text t = line.cells().get(column);
    if (t == null || t.value().isEmpty()) {
      if (t != null && t.formula()) error(line, findings, "formula-without-value", "`%s` is a formula without a computed value".formatted(column), "nobody can tell the number", "open it in a spreadsheet and save it, or write the number");
      return Optional.empty();
    }
    if (t.formula()) findings.add(Finding.warning("formula", line.at(), "`%s` is a formula; %s is what the spreadsheet last computed".formatted(column, t.value()), "that value is used", "paste values if it must not change"));
    if (t.dateFormat()) {
      error(line, findings, "date-as-number", "`%s` is shown as a date in the spreadsheet".formatted(column), "%s is a day count, no amount".formatted(t.value()), "format the cell as a number and write the amount again");
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(t.value());
      if (value >= 0 && Double.isFinite(value)) return Optional.of(value);
    } catch (NumberFormatException e) {
      // said below
    }
    error(line, findings, "not-a-number", "`%s: %s`".formatted(column, t.value()), "it cannot be reckoned with", "write a number that is not negative, without unit and without thousands separators; a point stands before decimals");
    return Optional.empty();
  }

  /** A time with its offset; empty where the cell is, and where a finding was made. */
  public static Optional<OffsetDateTime> time(Rows.Line line, String column, List<Finding> findings) {
    Rows.Text t = line.cells().get(column);
    if (t == null || t.value().isEmpty()) return Optional.empty();
    String example = "write it as text with its offset, such as 2016-10-20T08:00+03:00";
    if (t.number()) {
      error(line, findings, "date-as-number", "`%s` is a spreadsheet date (%s) without an offset".formatted(column, serial(t.value())), "an hour read in the wrong zone is an hour under fire", example);
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(t.value().replace(' ', 'T')));
    } catch (DateTimeException e) {
      boolean local = isLocal(t.value());
      error(line, findings, "not-a-time", "`%s: %s`%s".formatted(column, t.value(), local ? " has no offset" : ""), local ? "an hour read in the wrong zone is an hour under fire" : "it cannot be placed", example);
      return Optional.empty();
    }
  }

  private static boolean isLocal(String text) {
    try {
      return LocalDateTime.parse(text.replace(' ', 'T')) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Days since 1899-12-30, as spreadsheets count. */
  private static String serial(String value) {
    try {
      return LocalDateTime.of(1899, 12, 30, 0, 0).plusMinutes(Math.round(Double.parseDouble(value) * 1_440)).toString();
    } catch (NumberFormatException | DateTimeException e) {
      return value;
    }
  }

  private static void error(Rows.Line line, List<Finding> findings, String code, String what, String effect, String remedy) {
    findings.add(Finding.error(code, line.at(), what, effect, remedy));
  }

  /** Without needless zeros: 3, 0.25. */
  public static String plain(double v) {
    return java.math.BigDecimal.valueOf(Math.round(v * 1_000) / 1_000.0).stripTrailingZeros().toPlainString();
  }
}
