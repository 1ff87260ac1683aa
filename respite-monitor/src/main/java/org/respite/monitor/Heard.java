// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.time.Instant;
import java.util.List;

/**
 * Who is still heard.
 *
 * @param share of the usual fire that those still heard would tell of, at least, [0,1]
 * @param usualSources how many sources report often enough to tell
 */
public record Heard(double share, int usualSources, List<Silent> silent) {
  public Heard {
    silent = List.copyOf(silent);
  }

  /**
   * A source more likely cut off than not.
   *
   * @param since the end of the hour in which it was last heard
   * @param usualGapHours between its reports of anything else than fire; endless where it hardly sends any
   * @param share of the fire that is usually first known through it, [0,1]
   * @param cut chance that it is cut off, [0,1]
   */
  public record Silent(String source, Instant since, double usualGapHours, double share, double cut) {}
}
