// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.input;

/** What the numbers of a column look like from line to line: some columns of numbers count nothing, and some count everything so far. */
final class NumbersOf {
  /** Fewer lines than this show no habit. Assumption: two weeks. */
  private static final int FEWEST = 14;

  /** A running total rises on so many lines at least. Assumption. */
  private static final int FEWEST_RISES = 8;

  /** Share of lines on which a running total may be corrected downwards. Assumption. */
  private static final double CORRECTED = 0.02;

  private int filled;
  private int rises;
  private int falls;

  private NumbersOf() {}

  /** O(lines). */
  static NumbersOf column(Table table, int column) {
    var made = new NumbersOf();
    int before = 0;
    for (Table.Row row : table.rows()) {
      String cell = row.cell(column);
      if (!SeriesColumns.isNumber(cell)) continue;
      int now = SeriesColumns.number(cell);
      if (made.filled++ > 0 && now > before) made.rises++;
      if (made.filled > 1 && now < before) made.falls++;
      before = now;
    }
    return made;
  }

  /** Hours of a period, a version, a code: whatever it is, it does not count what happened. */
  boolean neverChange() {
    return filled >= FEWEST && rises + falls == 0;
  }

  /** Rises from day to day, whichever day comes first; a count of single days falls as often as it rises. */
  boolean onlyRise() {
    return Math.max(rises, falls) >= FEWEST_RISES && filled >= FEWEST && Math.min(rises, falls) <= CORRECTED * filled;
  }
}
