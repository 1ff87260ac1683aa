// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.attributes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;

/** Reads one row of the table, strictly. */
final class FigureRow {
  private static final int FIELDS = 9;
  private static final Set<String> UNITS = Set.of("km/h", "m/s", "ratio", "m", "t", "lanes", "people/min/m", "vehicles/h/lane");
  private static final double LARGEST = 10_000;

  private FigureRow() {}

  static Optional<Figure> read(List<String> row, At at, List<Finding> findings) {
    if (row.size() == 1 && row.getFirst().isBlank()) return Optional.empty();
    if (row.size() != FIELDS) return refuse(findings, at, "wrong-row", "%d fields, the header has %d".formatted(row.size(), FIELDS), "put texts with commas between quotation marks");
    if (!UNITS.contains(row.get(3))) return refuse(findings, at, "unknown-unit", "`%s` is no unit of this table".formatted(row.get(3)), "use one of " + String.join(", ", UNITS.stream().sorted().toList()));
    if (row.get(7).isBlank()) return refuse(findings, at, "no-source", "a figure without a source", "say where it comes from, or write `assumed` and why");
    double[] range = new double[3];
    for (int i = 0; i < 3; i++) {
      OptionalDouble number = number(row.get(4 + i));
      if (number.isEmpty()) return refuse(findings, at, "not-a-number", "`%s` is no number above 0 and up to %.0f".formatted(row.get(4 + i), LARGEST), "write low, mid and high as plain numbers");
      range[i] = number.getAsDouble();
    }
    if (range[0] > range[1] || range[1] > range[2]) return refuse(findings, at, "wrong-range", "%s, %s, %s do not rise".formatted(row.get(4), row.get(5), row.get(6)), "write low, mid and high in that order");
    return Optional.of(new Figure(row.get(0), row.get(1), row.get(2), row.get(3), range[0], range[1], range[2], row.get(7), row.get(8), at));
  }

  private static OptionalDouble number(String text) {
    try {
      double value = Double.parseDouble(text.strip());
      return value > 0 && value <= LARGEST ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static Optional<Figure> refuse(List<Finding> findings, At at, String code, String what, String remedy) {
    findings.add(Finding.error(code, at, what, "the figure is not read", remedy));
    return Optional.empty();
  }
}
