// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

/** What one place showed in one hour. Quiet needs an observer: an hour nobody watched is not quiet, it is not observed. */
public enum HourStrip {
  QUIET('·'),
  FIRE('█'),
  NOT_OBSERVED('░');

  /** Beside the three: an hour that is not observed although fire is reported in it. */
  public static final char TOLD_ONLY = '▒';

  private final char mark;

  HourStrip(char mark) {
    this.mark = mark;
  }

  /** One character for a terminal. */
  public char mark() {
    return mark;
  }
}
