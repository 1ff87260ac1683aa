// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.respite.monitor.clock.HourClock;
import org.respite.monitor.clock.HourStrip;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.incident.Violations;

/** The answer from reports for a terminal: verdict, what would be needed, hour strip, violations. No colour. */
public final class ReportText {
  private static final int HOURS_SHOWN = 48;
  private static final int SILENT_SHOWN = 6;

  private ReportText() {}

  /** Such as {@code 2016-10-20T08:00+03:00}. */
  static String local(Instant time, ZoneId zone) {
    return time.atZone(zone).toOffsetDateTime().toString();
  }

  /** Plain text, lines ending in a line break; times in {@code zone}, each with its offset. */
  public static String of(ReportWatch.Answer a, ZoneId zone) {
    var text = new StringBuilder();
    text.append(line("all fire", a.reading())).append("as known at ").append(local(a.asOf(), zone)).append('\n').append(number(a.reading()));
    String began = a.reading().verdict() == Verdict.PAUSED ? "began " : "if it is a pause, it began ";
    a.start().ifPresent(s -> text.append(began).append(local(s.middle(), zone)).append(", between ").append(local(s.low(), zone)).append(" and ")
        .append(local(s.high(), zone)).append(" with 90 %\n"));
    text.append(need(a)).append('\n');
    independence(text, a.independence());
    heard(text, a.heard(), zone);
    a.runUp().ifPresent(r -> text.append(runUp(r, zone)));
    text.append(String.format(Locale.ROOT, "incidents behind the reports: %d to %d (90 %%), median %d%n", a.incidents().low(),
        a.incidents().high(), a.incidents().median()));
    if (a.spread() > 0) text.append(spread(a.spread()));
    text.append(lines(a.lines()));
    text.append('\n');
    if (a.killed().high() > 0) {
      text.append(String.format(Locale.ROOT, "killed, documented: at least %d (%d to %d over linkages); %d reports of fire do not say%n%n",
          a.killed().median(), a.killed().low(), a.killed().high(), a.killed().silent()));
    }
    each(text, "by kind of fire", a.byKind());
    each(text, "by party alleged to fire (what is alleged, no verdict on who fired)", a.byActor());
    strip(text, a, zone);
    violations(text, a);
    return text.toString();
  }

  /** The answer on a case, with what goes with it. */
  public static String of(CaseWatch watch) {
    if (watch.answer().isPresent()) return of(watch.answer().get(), watch.request().zone()) + watch.sheet().text(watch.answer(), watch.request().zone());
    return "CANNOT SAY     all fire (" + ReportJson.NOTHING_OBSERVED + ")\n" + watch.sheet().text(watch.answer(), watch.request().zone());
  }

  private static String spread(int n) {
    return n == 1 ? "one of them is not told to within six hours: spread evenly over the hours it may lie in\n"
        : n + " of them are not told to within six hours: spread evenly over the hours they may lie in\n";
  }

  /** What the number beside a verdict is; where there was nothing to weigh it would be no finding, and is not shown as one. */
  private static String number(HourClock.Reading r) {
    if (!r.isPrior()) return "the number is the chance of a pause\n";
    return String.format(Locale.ROOT, "no chance of a pause is given: there is nothing to weigh; %.2f is only what is believed without (--prior)%n", r.paused());
  }

  /** Every report that was read, once. */
  private static String lines(ReportWatch.Lines n) {
    var text = new StringBuilder().append(n.read()).append(" reports read: ").append(n.used()).append(" used");
    if (n.later() > 0) text.append(", ").append(n.later()).append(" received later");
    if (n.toldBefore() > 0) text.append(", ").append(n.toldBefore()).append(" that say what another line says");
    if (n.outside() > 0) text.append(", ").append(n.outside()).append(" of hours before those looked at");
    if (n.beyondQuota() > 0) text.append(", ").append(n.beyondQuota()).append(" beyond a source's quota");
    return text.append('\n').toString();
  }

  private static String line(String what, HourClock.Reading r) {
    String why = r.why().isEmpty() ? "" : " (" + r.why() + ")";
    String chance = r.isPrior() ? "   –" : String.format(Locale.ROOT, "%.2f", r.paused());
    return String.format(Locale.ROOT, "%-13s  %s  %s%s%n", r.verdict().words().toUpperCase(Locale.ROOT), chance, what, why);
  }

  private static String need(ReportWatch.Answer a) {
    HourClock.Reading r = a.reading();
    if (r.verdict() == Verdict.PAUSED) return "No further quiet is needed for this verdict.";
    if (r.quietHoursNeeded().isEmpty()) return "No length of quiet can be named that would show a pause" + (a.heard().silent().isEmpty() ? "." : " while those below are silent.");
    return String.format(Locale.ROOT, "%.0f more quiet and observed hours would be needed to say \"paused\".", r.quietHoursNeeded().getAsDouble());
  }

  private static void independence(StringBuilder text, Independence i) {
    i.fire().ifPresent(l -> text.append(words(l)).append('\n'));
    i.onlyVoice().ifPresent(v -> text.append(words(v)).append('\n'));
  }

  /** One sentence. */
  public static String words(Independence.Lone l) {
    String then = l.without().isPrior() ? "" : String.format(Locale.ROOT, " (%.2f)", l.without().paused());
    return String.format(Locale.ROOT, "Rests on %s alone: %d of the last %d incidents are told by nobody else (%.0f %% before). Without them: %s%s. Ask a second, independent source.",
        l.source(), l.alone(), l.all(), 100 * l.usualShare(), l.without().verdict().words(), then);
  }

  /** One sentence. */
  public static String words(String onlyVoice) {
    return "Rests on the word of " + onlyVoice + " alone: nobody else was heard of these hours. Ask a second, independent source.";
  }

  /** Who has fallen silent, and what would tell whether that is quiet or a cut. */
  private static void heard(StringBuilder text, Heard heard, ZoneId zone) {
    if (heard.silent().isEmpty()) return;
    text.append(String.format(Locale.ROOT, "silent against their habit: %d of %d usual sources; those still heard would tell of %.0f %% of the usual fire%n", heard.silent().size(),
        heard.usualSources(), 100 * heard.share()));
    for (Heard.Silent s : heard.silent().subList(0, Math.min(heard.silent().size(), SILENT_SHOWN))) {
      String usually = Double.isFinite(s.usualGapHours()) ? String.format(Locale.ROOT, "usually sends other word every %.0f h", s.usualGapHours()) : "usually sends fire alone";
      text.append(String.format(Locale.ROOT, "  %s: not heard since %s, %s, first to tell of %.0f %% of the fire%n", s.source(), local(s.since(), zone), usually, 100 * s.share()));
    }
    if (heard.silent().size() > SILENT_SHOWN) text.append("  and ").append(heard.silent().size() - SILENT_SHOWN).append(" more\n");
    text.append("  To narrow it: reach one of them by another way, and ask for word of quiet too (kind none).\n");
  }

  private static String runUp(ReportWatch.RunUp r, ZoneId zone) {
    String shown = r.watchedHours() == 0 ? "not observed" : String.format(Locale.ROOT, "%d incidents in %d watched hours (%.1f a day; %.1f before)", r.incidents(),
        r.watchedHours(), r.perDay(), r.perDayBefore());
    return "run-up, " + local(r.from(), zone) + " to " + local(r.to(), zone) + ": " + shown + "\n";
  }

  private static void each(StringBuilder text, String title, Map<String, HourClock.Reading> readings) {
    if (readings.isEmpty()) return;
    text.append(title).append('\n');
    readings.forEach((name, r) -> text.append("  ").append(line(name, r)));
    text.append('\n');
  }

  private static void strip(StringBuilder text, ReportWatch.Answer a, ZoneId zone) {
    if (a.strips().isEmpty()) {
      text.append("no report and no option names a place: nothing can be shown by place and hour\n\n");
      return;
    }
    int hours = a.strips().getFirst().hours().size();
    int skipped = Math.max(0, hours - HOURS_SHOWN);
    text.append("hours from ").append(local(a.stripFrom().plusSeconds(3600L * skipped), zone)).append(": ").append(HourStrip.QUIET.mark()).append(" quiet  ")
        .append(HourStrip.FIRE.mark()).append(" fire  ").append(HourStrip.NOT_OBSERVED.mark()).append(" not observed  ")
        .append(HourStrip.TOLD_ONLY).append(" not observed, but fire is reported\n");
    text.append("  ").append(ruler(a.stripFrom().plusSeconds(3600L * skipped), hours - skipped, zone)).append("  hour of the day\n");
    int blind = 0;
    for (ReportWatch.Strip s : a.strips()) {
      boolean nothing = s.reports().stream().allMatch(n -> n == 0) && s.hours().stream().allMatch(h -> h == HourStrip.NOT_OBSERVED);
      if (nothing && !s.corridor()) blind++;
      else text.append("  ").append(marks(s).substring(skipped)).append("  ").append(s.corridor() ? "corridor " : "").append(s.place()).append('\n');
    }
    if (blind > 0) text.append("  ").append(blind).append(" more places: not observed in any of these hours, and no report names them\n");
    text.append('\n');
  }

  /** Under which hour of the day a column stands: {@code |06} above 06:00. */
  private static String ruler(Instant from, int hours, ZoneId zone) {
    var ruler = new StringBuilder();
    for (int h = 0; h < hours; h++) {
      int ofDay = from.plusSeconds(3600L * h).atZone(zone).getHour();
      if (ruler.length() > h) continue;
      ruler.append(ofDay % 6 == 0 && h + 3 <= hours ? String.format(Locale.ROOT, "|%02d", ofDay) : " ");
    }
    return ruler.toString();
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
    text.append("alleged  supported  confirmed  (three columns, never added up; ")
        .append(a.watchedHours() == 0 ? "in hours that nobody is known to have watched" : "in " + a.watchedHours() + " watched hours").append(")\n");
    for (Violations v : a.violations()) {
      String actor = v.actor().isEmpty() ? "nobody named" : v.actor();
      String by = v.byParty().isEmpty() ? "" : ", says " + v.byParty();
      text.append(String.format(Locale.ROOT, "%7d  %9d  %9d  %s: %s%s%s%n", v.alleged(), v.supported(), v.confirmed(), actor, v.kind(),
          v.place().isEmpty() ? "" : " at " + v.place(), by));
    }
  }
}
