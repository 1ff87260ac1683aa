// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Counts of incidents by day, with the days nobody counted left open. A day without a row is not a zero.
 *
 * <p>{@code control} counts whatever the same reporters report on otherwise (other areas, other kinds of report): while it
 * goes on, silence on the watched fire means something.
 */
public final class DailySeries {
  /** Mark of a day that nobody counted. */
  public static final int MISSING = -1;

  private final LocalDate first;
  private final int[] counts;
  private final int[] control;
  private final boolean listed;

  /** @param control as long as {@code counts}, or empty where there is none; {@link #MISSING} as there */
  public DailySeries(LocalDate first, int[] counts, int[] control) {
    this(first, counts, control, false);
  }

  /** Counts made from a list of incidents: a zero means that no line was there, not that somebody looked. */
  public static DailySeries listed(LocalDate first, int[] counts) {
    return new DailySeries(first, counts, new int[0], true);
  }

  private DailySeries(LocalDate first, int[] counts, int[] control, boolean listed) {
    if (control.length != 0 && control.length != counts.length) {
      throw new IllegalArgumentException(
          "control must be empty or as long as counts (" + counts.length + "), got " + control.length);
    }
    this.first = first;
    this.counts = counts.clone();
    this.control = control.clone();
    this.listed = listed;
  }

  public int size() {
    return counts.length;
  }

  public LocalDate day(int index) {
    return first.plusDays(index);
  }

  /** Index of that day, which may lie outside the series. */
  public int indexOf(LocalDate day) {
    return Math.toIntExact(day.toEpochDay() - first.toEpochDay());
  }

  public int count(int index) {
    return counts[index];
  }

  public boolean isMissing(int index) {
    return counts[index] == MISSING;
  }

  boolean isListed() {
    return listed;
  }

  boolean hasControl() {
    return control.length > 0;
  }

  int control(int index) {
    return control[index];
  }

  /** The series as it stands at the end of {@code last}: later days cut off, days up to it added as missing. */
  public DailySeries until(LocalDate last) {
    int size = Math.max(0, indexOf(last) + 1);
    return new DailySeries(first, resized(counts, size), hasControl() ? resized(control, size) : control, listed);
  }

  private static int[] resized(int[] values, int size) {
    int[] copy = Arrays.copyOf(values, size);
    for (int i = values.length; i < size; i++) copy[i] = MISSING;
    return copy;
  }
}
