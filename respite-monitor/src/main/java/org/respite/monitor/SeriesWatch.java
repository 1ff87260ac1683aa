// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.respite.monitor.clock.Announcement;
import org.respite.monitor.clock.DailyClock;
import org.respite.monitor.clock.DailySeries;
import org.respite.monitor.clock.PauseReading;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;
import org.respite.monitor.input.SeriesOptions;
import org.respite.monitor.input.SeriesReader;
import org.respite.monitor.input.Table;

/** Has the fire stopped, on a bare series of days: one call from the bytes of a table to the answer. */
public final class SeriesWatch {
  private SeriesWatch() {}

  /**
   * What is asked.
   *
   * @param asOf the answer as it could be given at the end of that day; the last day of the series where empty
   */
  public record Request(
      SeriesOptions columns, Optional<Announcement> announced, Optional<LocalDate> asOf, SwitchSettings settings) {}

  /** The answer, or why there is none. */
  public sealed interface Outcome {
    List<Finding> findings();

    record Answered(Request request, PauseReading reading, List<Finding> findings) implements Outcome {}

    record Refused(List<Finding> findings) implements Outcome {}
  }

  /** Reads and judges. {@code name} is how findings call the table. */
  public static Outcome watch(Table table, Request request, Findings findings) {
    Optional<DailySeries> read = SeriesReader.read(table, request.columns(), findings);
    if (read.isEmpty() || findings.stop()) return new Outcome.Refused(findings.list());
    DailySeries series = request.asOf().map(read.get()::until).orElse(read.get());
    if (series.size() == 0) {
      findings.add(new Finding("M112", "--as-of", "the series begins on " + read.get().day(0) + ", after the day asked for",
          "nothing was known by then", "ask for a later day"));
      return new Outcome.Refused(findings.list());
    }
    request.announced().ifPresent(a -> checkAnnouncement(series, a, findings));
    PauseReading reading = new DailyClock(request.settings()).read(series, request.announced());
    return new Outcome.Answered(request, reading, findings.list());
  }

  private static void checkAnnouncement(DailySeries series, Announcement a, Findings findings) {
    int day = series.indexOf(a.from());
    if (day >= series.size()) {
      findings.add(new Finding("M206", "--announced", "the pause announced for " + a.from() + " lies after the last day, "
          + series.day(series.size() - 1), "it does not bear on any day yet", "ask again when that day is over"));
    } else if (day < 0) {
      findings.add(new Finding("M206", "--announced", "the pause announced for " + a.from() + " began before the first day, "
          + series.day(0), "there is no ordinary day to compare with", "add at least four weeks before the pause"));
    }
  }
}
