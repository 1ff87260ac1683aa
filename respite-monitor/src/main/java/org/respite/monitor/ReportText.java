// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.util.Locale;
import java.util.Map;
import org.respite.monitor.clock.HourClock;
import org.respite.monitor.clock.HourStrip;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.incident.Violations;

/** The answer from reports for a terminal: verdict, what would be needed, hour strip, violations. No colour. */
public final class ReportText {
  private ReportText() {}

  /** Plain text, lines ending in a line break. */
  public static String of(ReportWatch.Answer a) {
    var text = new StringBuilder();
    text.append(line("all fire", a.reading())).append("as known at ").append(a.asOf()).append('\n');
    a.start().ifPresent(s -> text.append("began ").append(s.middle()).append(", between ").append(s.low()).append(" and ")
        .append(s.high()).append(" with 90 %\n"));
    text.append(need(a.reading())).append('\n');
    a.runUp().ifPresent(r -> text.append(runUp(r)));
    text.append(String.format(Locale.ROOT, "incidents behind the reports: %d to %d (90 %%), median %d%n%n", a.incidents().low(),
        a.incidents().high(), a.incidents().median()));
    if (a.killed().high() > 0) {
      text.append(String.format(Locale.ROOT, "killed, documented: at least %d (%d to %d over linkages); %d reports of fire do not say%n%n",
          a.killed().median(), a.killed().low(), a.killed().high(), a.killed().silent()));
    }
    each(text, "by kind of fire", a.byKind());
    each(text, "by party alleged to fire (what is alleged, no verdict on who fired)", a.byActor());
    strip(text, a);
    violations(text, a);
    return text.toString();
  }

  /** The answer on a case, with what goes with it. */
  public static String of(CaseWatch watch) {
    if (watch.answer().isPresent()) return of(watch.answer().get()) + watch.sheet().text(watch.answer());
    return "CANNOT SAY     all fire (" + ReportJson.NOTHING_OBSERVED + ")\n" + watch.sheet().text(watch.answer());
  }

  private static String line(String what, HourClock.Reading r) {
    String why = r.why().isEmpty() ? "" : " (" + r.why() + ")";
    return String.format(Locale.ROOT, "%-13s  %.2f  %s%s%n", r.verdict().words().toUpperCase(Locale.ROOT), r.paused(), what, why);
  }

  private static String need(HourClock.Reading r) {
    if (r.verdict() == Verdict.PAUSED) return "No further quiet is needed for this verdict.";
    if (r.quietHoursNeeded().isEmpty()) return "No length of quiet can be named that would show a pause.";
    return String.format(Locale.ROOT, "%.0f more quiet and observed hours would be needed to say \"paused\".", r.quietHoursNeeded().getAsDouble());
  }

  private static String runUp(ReportWatch.RunUp r) {
    String shown = r.watchedHours() == 0 ? "not observed" : String.format(Locale.ROOT, "%d incidents in %d watched hours (%.1f a day; %.1f before)", r.incidents(),
        r.watchedHours(), r.perDay(), r.perDayBefore());
    return "run-up, " + r.from() + " to " + r.to() + ": " + shown + "\n";
  }

  private static void each(StringBuilder text, String title, Map<String, HourClock.Reading> readings) {
    if (readings.isEmpty()) return;
    text.append(title).append('\n');
    readings.forEach((name, r) -> text.append("  ").append(line(name, r)));
    text.append('\n');
  }

  private static void strip(StringBuilder text, ReportWatch.Answer a) {
    text.append("hours from ").append(a.stripFrom()).append(": ").append(HourStrip.QUIET.mark()).append(" quiet  ")
        .append(HourStrip.FIRE.mark()).append(" fire  ").append(HourStrip.NOT_OBSERVED.mark()).append(" not observed  ")
        .append(HourStrip.TOLD_ONLY).append(" not observed, but fire is reported\n");
    int blind = 0;
    for (ReportWatch.Strip s : a.strips()) {
      boolean nothing = s.reports().stream().allMatch(n -> n == 0) && s.hours().stream().allMatch(h -> h == HourStrip.NOT_OBSERVED);
      if (nothing && !s.corridor()) blind++;
      else text.append("  ").append(marks(s)).append("  ").append(s.corridor() ? "corridor " : "").append(s.place()).append('\n');
    }
    if (blind > 0) text.append("  ").append(blind).append(" more places: not observed in any of these hours, and no report names them\n");
    text.append('\n');
  }

  /** Fire that is told of an hour nobody was placed to watch stays "not observed", and is marked. */
  private static String marks(ReportWatch.Strip s) {
    var marks = new StringBuilder();
    for (int h = 0; h < s.hours().size(); h++) {
      boolean told = s.hours().get(h) == HourStrip.NOT_OBSERVED && s.reports().get(h) > 0;
      marks.append(told ? HourStrip.TOLD_ONLY : s.hours().get(h).mark());
    }
    return marks.toString();
  }

  private static void violations(StringBuilder text, ReportWatch.Answer a) {
    if (a.violations().isEmpty()) return;
    text.append("alleged  supported  confirmed  (three columns, never added up)\n");
    for (Violations v : a.violations()) {
      String actor = v.actor().isEmpty() ? "nobody named" : v.actor();
      String by = v.byParty().isEmpty() ? "" : ", says " + v.byParty();
      text.append(String.format(Locale.ROOT, "%7d  %9d  %9d  %s: %s%s%s%n", v.alleged(), v.supported(), v.confirmed(), actor, v.kind(),
          v.place().isEmpty() ? "" : " at " + v.place(), by));
    }
  }
}
