// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

/**
 * A date or a duration in the text.
 *
 * @param value ISO 8601: "2016-10-20", "2016-09", "2016-W41", "PT8H"; an unstated count is X ("PTXH")
 * @param note why this value was chosen, or what is wrong with the text; "" where there is nothing to say
 */
public record TimeMention(Span span, Type type, String value, String note) {
  public enum Type {
    DATE,
    DURATION
  }
}
