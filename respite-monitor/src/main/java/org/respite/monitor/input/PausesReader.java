// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.input;

import java.util.Optional;
import org.respite.monitor.clock.HoldModel;

/** Reads a class of past pauses: columns {@code hours} and {@code broken} (yes or no; no: it ran out as agreed). */
public final class PausesReader {
  private PausesReader() {}

  /** The model of the class; empty, with findings, where the table does not give one. */
  public static Optional<HoldModel> read(Table table, Findings findings) {
    int hours = table.column("hours");
    int broken = table.column("broken");
    if (hours < 0 || broken < 0) {
      findings.add(new Finding("M127", table.name() + ":1", "past pauses need the columns hours and broken", "nothing can be said on holding",
          "one line for each pause: 8,yes or 72,no"));
      return Optional.empty();
    }
    double[] length = new double[table.rows().size()];
    boolean[] broke = new boolean[length.length];
    for (int i = 0; i < length.length; i++) {
      Table.Row row = table.rows().get(i);
      String end = row.cell(broken).toLowerCase(java.util.Locale.ROOT);
      boolean number = row.cell(hours).matches("\\d+(\\.\\d+)?");
      if (!number || Double.parseDouble(row.cell(hours)) <= 0 || !end.matches("yes|no|1|0|true|false")) {
        findings.add(new Finding("M128", table.place(row), "\"" + row.cell(hours) + "\", \"" + row.cell(broken) + "\" is no pause",
            "the class would be wrong", "hours above 0, and yes or no"));
        continue;
      }
      length[i] = Double.parseDouble(row.cell(hours));
      broke[i] = end.matches("yes|1|true");
    }
    return findings.stop() ? Optional.empty() : Optional.of(new HoldModel(length, broke));
  }
}
