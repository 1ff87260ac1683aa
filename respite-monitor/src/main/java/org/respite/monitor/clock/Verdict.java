// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

/** The four answers there are. Silence alone is never {@link #PAUSED}. */
public enum Verdict {
  PAUSED("paused"),
  NOT_PAUSED("not paused"),
  CANNOT_SAY("cannot say"),
  REPORTING_GAP("reporting gap");

  /** From this chance of a pause on, the verdict is {@link #PAUSED}. */
  public static final double PAUSED_FROM = 0.95;

  /** Up to this chance of a pause, the verdict is {@link #NOT_PAUSED}. Lower bar than the other side: wrongly saying
   * "paused" costs lives, wrongly saying "not paused" costs a night. */
  public static final double NOT_PAUSED_TO = 0.10;

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  static Verdict of(double paused) {
    if (Double.isNaN(paused)) throw new IllegalArgumentException("no chance of a pause: NaN");
    if (paused >= PAUSED_FROM) return PAUSED;
    return paused <= NOT_PAUSED_TO ? NOT_PAUSED : CANNOT_SAY;
  }
}
