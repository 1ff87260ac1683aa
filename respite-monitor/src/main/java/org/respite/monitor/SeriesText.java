// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.respite.monitor.clock.DayVerdict;
import org.respite.monitor.clock.PauseReading;
import org.respite.monitor.clock.Verdict;

/** The answer on a bare series for a terminal: verdict first, then the last weeks day by day. */
public final class SeriesText {
  private static final int DAYS_SHOWN = 28;
  private static final int BAR = 20;

  private SeriesText() {}

  /** Plain text, no colour, lines ending in a line break. */
  public static String of(PauseReading reading) {
    var text = new StringBuilder();
    text.append(headline(reading)).append('\n');
    text.append(baseline(reading)).append('\n');
    text.append(start(reading));
    text.append(needed(reading)).append("\n\n");
    List<DayVerdict> days = reading.days();
    if (!days.isEmpty()) text.append("day         told  |chance of a pause   |\n");
    for (DayVerdict day : days.subList(Math.max(0, days.size() - DAYS_SHOWN), days.size())) line(text, day);
    return text.toString();
  }

  private static String headline(PauseReading r) {
    if (r.days().isEmpty()) return "Cannot say: there is no day to judge.";
    DayVerdict last = r.days().getLast();
    String why = last.why().isEmpty() ? "" : " (" + last.why() + ")";
    String chance = r.isPrior() ? "no chance of a pause is given; " + BigDecimal.valueOf(r.paused()).toPlainString() + " was believed before any count"
        : String.format(Locale.ROOT, "chance of a pause %.2f", r.paused());
    return last.verdict().words().toUpperCase(Locale.ROOT) + " at the end of " + last.day() + ": " + chance + why;
  }

  private static String baseline(PauseReading r) {
    String before = r.baseline().before() >= 1 ? ""
        : String.format(Locale.ROOT, "; before them the war ran at %.0f %% of that, and falling back to it is no pause", 100 * r.baseline().before());
    return String.format(Locale.ROOT, "Compared with %d days at %.2f incidents a day (%d of them quiet)%s; evidence %+.1f decibans",
        r.baseline().days(), r.baseline().perDay(), r.baseline().quietDays(), before, r.evidenceDecibans());
  }

  private static String start(PauseReading r) {
    String began = r.verdict() == Verdict.PAUSED ? "Began " : "If it is a pause, it began ";
    return r.start().map(s -> began + s.middle() + (s.low().equals(s.high()) ? "" : ", between " + s.low() + " and " + s.high())
        + " with 90 %\n").orElse("");
  }

  private static String needed(PauseReading r) {
    if (r.verdict() == Verdict.PAUSED) return "No further quiet is needed for this verdict.";
    if (r.quietHoursNeeded().isEmpty()) return "No length of quiet can be named that would show a pause.";
    return String.format(Locale.ROOT, "About %.0f more quiet and observed hours would be needed to say \"paused\".",
        Math.ceil(r.quietHoursNeeded().getAsDouble()));
  }

  private static void line(StringBuilder text, DayVerdict day) {
    int filled = day.isPrior() ? 0 : (int) Math.round(day.paused() * BAR);
    String count = day.count().isPresent() ? Integer.toString(day.count().getAsInt()) : "?";
    String bar = day.verdict() == Verdict.REPORTING_GAP ? "?".repeat(BAR) : "=".repeat(filled) + " ".repeat(BAR - filled);
    String chance = day.isPrior() ? "   –" : String.format(Locale.ROOT, "%.2f", day.paused());
    text.append(String.format(Locale.ROOT, "%s  %4s  |%s|  %s  %s%n", day.day(), count, bar, chance, day.verdict().words()));
  }
}
