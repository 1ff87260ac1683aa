// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

/**
 * A counted quantity with its hedge.
 *
 * @param what the counted noun phrase as written
 * @param low smallest value the words allow
 * @param high largest value the words allow
 * @param hedge "roughly", "at least" ...; "" where the text gives the figure plainly
 */
public record NumberMention(Span span, String what, long low, long high, String hedge) {
  public boolean approximate() {
    return !hedge.isEmpty() || low != high;
  }
}
