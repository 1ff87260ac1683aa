// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.input;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the user said about a bare series.
 *
 * @param day name of the column with the day; recognised where empty
 * @param count name of the column with the count; recognised where empty
 * @param control name of the column with the control count
 * @param where only lines that hold these values are watched; in a list of incidents the others become the control
 * @param complete a day without a line is a day without an incident (coded records only)
 * @param order how days are written, where the year comes last
 * @param today days after this one are from the future
 */
public record SeriesOptions(
    Optional<String> day,
    Optional<String> count,
    Optional<String> control,
    List<Match> where,
    boolean complete,
    Optional<Dates.Order> order,
    LocalDate today) {

  /** Only lines whose {@code column} holds {@code value}, whatever the case. */
  public record Match(String column, String value) {}

  public SeriesOptions {
    where = List.copyOf(where);
  }

  /** Everything recognised. */
  public static SeriesOptions recognising(LocalDate today) {
    return new SeriesOptions(
        Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false, Optional.empty(), today);
  }
}
