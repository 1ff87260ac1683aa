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

  /** A correction takes no more than this share of a running total away. Assumption. */
  private static final double LARGEST_CORRECTION = 0.1;

  private int filled;
  private int rises;
  private int falls;
  /** Largest rise and fall, as shares of the larger of the two numbers. */
  private double rise;
  private double fall;

  private NumbersOf() {}

  /** O(lines). */
  static NumbersOf column(Table table, int column) {
    var made = new NumbersOf();
    int before = 0;
    for (Table.Row row : table.rows()) {
      String cell = row.cell(column);
      if (!SeriesColumns.isNumber(cell)) continue;
      int now = SeriesColumns.number(cell);
      if (made.filled++ > 0) made.step(before, now);
      before = now;
    }
    return made;
  }

  private void step(int before, int now) {
    if (now > before) {
      rises++;
      rise = Math.max(rise, (now - before) / (double) now);
    } else if (now < before) {
      falls++;
      fall = Math.max(fall, (before - now) / (double) before);
    }
  }

  /** Hours of a period, a version, a code: whatever it is, it does not count what happened. */
  boolean neverChange() {
    return filled >= FEWEST && rises + falls == 0;
  }

  /** Rises from day to day, whichever day comes first; a count of single days falls as often as it rises. */
  boolean onlyRise() {
    boolean up = rises >= falls;
    return (up ? rises : falls) >= FEWEST_RISES && filled >= FEWEST && (up ? falls : rises) <= CORRECTED * filled && (up ? fall : rise) <= LARGEST_CORRECTION;
  }
}
