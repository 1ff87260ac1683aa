// SPDX-License-Identifier: Apache-2.0
package org.respite.app.monitor;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.respite.monitor.SeriesWatch;
import org.respite.monitor.clock.Announcement;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.input.Dates;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;
import org.respite.monitor.input.SeriesOptions;
import org.respite.monitor.input.Table;
import picocli.CommandLine.Option;

/** The part of {@code respite monitor} that reads counts by day and lists of incidents, and the options that only they take. */
final class SeriesRun {
  @Option(names = "--day", paramLabel = "COLUMN", description = "Column with the day, if it is not recognised.")
  private String day;

  @Option(names = "--count", paramLabel = "COLUMN", description = "Column with the count, if it is not recognised.")
  private String count;

  @Option(names = "--control", paramLabel = "COLUMN",
      description = "Column that counts other reports of the same reporters: when it falls silent, quiet means nothing.")
  private String control;

  @Option(names = "--where", paramLabel = "COLUMN=VALUE", description = "Watch only lines with this value (repeatable).")
  private List<String> where = new ArrayList<>();

  @Option(names = "--complete", description = "The list is complete: a day without a line is a day without an incident.")
  private boolean complete;

  @Option(names = "--dates", paramLabel = "ORDER", description = "How days like 03/04/2016 are written: dmy or mdy.")
  private String dates;

  /** What the options for every kind of file say. */
  record Asked(String announced, String until, String asOf, double prior) {}

  /** Reads and judges. */
  SeriesWatch.Outcome run(Table table, Asked asked, Findings findings) {
    Optional<Dates.Order> order = order(findings);
    Dates.Order typed = order.orElse(Dates.Order.UNDECIDED);
    Optional<LocalDate> from = day("--announced", asked.announced, typed, findings);
    Optional<LocalDate> end = day("--until", asked.until, typed, findings);
    Optional<LocalDate> last = day("--as-of", asked.asOf, typed, findings);
    if (end.isPresent() && (from.isEmpty() || !end.get().isAfter(from.get()))) ReportRun.refuseEnd(asked.announced, asked.until, findings);
    List<SeriesOptions.Match> matches = matches(findings);
    if (findings.stop()) return new SeriesWatch.Outcome.Refused(findings.list());
    var columns = new SeriesOptions(Optional.ofNullable(day), Optional.ofNullable(count), Optional.ofNullable(control),
        matches, complete, order, LocalDate.now(Clock.systemUTC()).plusDays(1));
    var request = new SeriesWatch.Request(columns, from.map(f -> new Announcement(f, end)), last,
        SwitchSettings.standard().withAnnouncedPrior(asked.prior));
    return SeriesWatch.watch(table, request, findings);
  }

  static Optional<LocalDate> day(String option, String text, Dates.Order order, Findings findings) {
    if (text == null) return Optional.empty();
    Optional<LocalDate> day = Dates.parseOne(text, order);
    if (day.isEmpty()) {
      boolean two = Dates.parseOne(text, Dates.Order.DAY_FIRST).isPresent();
      findings.add(new Finding("M114", option, "\"" + text + "\" " + (two ? "can be read day first or month first" : "is not a day"), "no answer can be given",
          "write it as 2016-10-19"));
    }
    return day;
  }

  private List<SeriesOptions.Match> matches(Findings findings) {
    var matches = new ArrayList<SeriesOptions.Match>();
    for (String pair : where) {
      int at = pair.indexOf('=');
      if (at > 0) matches.add(new SeriesOptions.Match(pair.substring(0, at), pair.substring(at + 1)));
      else {
        findings.add(new Finding("M114", "--where", "\"" + pair + "\" is not COLUMN=VALUE", "no line can be chosen by it",
            "for example --where city=ALEPPO"));
      }
    }
    return matches;
  }

  private Optional<Dates.Order> order(Findings findings) {
    if (dates == null) return Optional.empty();
    switch (dates) {
      case "dmy":
        return Optional.of(Dates.Order.DAY_FIRST);
      case "mdy":
        return Optional.of(Dates.Order.MONTH_FIRST);
      default:
        findings.add(new Finding("M114", "--dates", "\"" + dates + "\" is neither dmy nor mdy", "days cannot be read",
            "dmy reads 03/04 as 3 April, mdy as 4 March"));
        return Optional.empty();
    }
  }
}
