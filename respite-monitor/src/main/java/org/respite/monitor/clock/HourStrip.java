// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

/** What one place showed in one hour. Quiet needs an observer: an hour nobody watched is not quiet, it is not observed. */
public enum HourStrip {
  QUIET('·'),
  FIRE('█'),
  NOT_OBSERVED('░');

  private final char mark;

  HourStrip(char mark) {
    this.mark = mark;
  }

  /** One character for a terminal. */
  public char mark() {
    return mark;
  }
}
