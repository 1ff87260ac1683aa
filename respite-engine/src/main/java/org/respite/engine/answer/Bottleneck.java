// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

import java.util.List;

/**
 * What binds, read off the minimum cut over time.
 *
 * @param words one sentence with names and times
 * @param parts each term of the cut, largest first
 */
public record Bottleneck(String words, List<Part> parts) {
  /**
   * One term of the cut.
   *
   * @param id of the stage, leg, street or district
   * @param people that it lets through at most within the windows
   * @param perMinute rate while full; 0 for terms that are not rates
   */
  public record Part(Kind kind, String id, String words, long people, double perMinute) {}

  /** What a term of a cut is. */
  public enum Kind {
    STAGE,
    STREET,
    LEG,
    EVERYBODY_OUT,
    DESTINATION
  }
}
