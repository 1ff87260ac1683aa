// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.respite.monitor.stats.NegativeBinomial;

/**
 * The pause clock on counts by day: each day judged at its own end, from what was there by then.
 *
 * <p>The baseline of a day is the last {@value Baseline#DAYS} counted days before yesterday on which a pause was not more
 * likely than not, less the day before an announced start (violence runs high then: Williams et al., arXiv 2110.05475).
 * O(days × window × fractions).
 */
public final class DailyClock {
  /** The filter looks this many days back; older days say nothing on today that the baseline does not. */
  static final int WINDOW_DAYS = 42;

  /** A control count with less chance than this of being so low says that reports are missing, not that it is calm. */
  static final double SILENT_CONTROL = 0.02;

  /** A control above this share of its usual count still tells of the fire. Assumption. */
  private static final double FALLEN_CONTROL = 0.5;

  /** Share of an announced start's chance by days from the one named: fire often stops late, and a start late in the day shows on the next. Assumption. */
  private static final double[] START_SPREAD = {0.97, 0.03};

  private static final int LONGEST_QUIET_DAYS = 60;
  private static final double START_TAIL = 0.05;

  private final SwitchSettings settings;

  public DailyClock(SwitchSettings settings) {
    this.settings = settings;
  }

  /** Reads the whole series, day by day. A series without a day gives "cannot say". */
  public PauseReading read(DailySeries series, Optional<Announcement> announced) {
    var run = new Run(series, announced);
    for (int day = 0; day < series.size(); day++) run.judge(day);
    return run.reading();
  }

  private final class Run {
    private final DailySeries series;
    private final Optional<Announcement> announced;
    private final int announcedDay;
    private final double[] paused;
    private final boolean[] silent;
    private final Outage outage = new Outage();
    private final List<DayVerdict> days = new ArrayList<>();
    private Baseline baseline = Baseline.NOTHING;
    private SwitchModel model = new SwitchModel(settings);
    private Bins bins = new Bins(0, 24);
    private Posterior posterior = new Posterior(new double[0], new double[0]);
    private int firstBin;

    Run(DailySeries series, Optional<Announcement> announced) {
      this.series = series;
      this.announced = announced;
      this.announcedDay = announced.map(a -> series.indexOf(a.from())).orElse(Integer.MIN_VALUE);
      this.paused = new double[series.size()];
      this.silent = new boolean[series.size()];
    }

    void judge(int day) {
      baseline = baselineFor(day, false);
      model = new SwitchModel(settings.withCalmDays(baseline.calmShare()), baseline.before());
      double dark = outageOn(day);
      silent[day] = series.isListed() ? listIsSilent(day) : dark >= Outage.SILENT_FROM || controlIsSilent(day);
      firstBin = Math.max(0, day + 1 - WINDOW_DAYS);
      bins = binsUntil(day);
      posterior = model.run(bins);
      double seen = posterior.paused(bins.size() - 1);
      double before = day == 0 ? 0 : paused[day - 1];
      paused[day] = baseline.tooShort() ? 0 : (1 - dark) * seen + dark * Math.min(seen, before); // what a dark day shows is nothing
      days.add(verdictOf(day));
    }

    private DayVerdict verdictOf(int day) {
      var count = series.isMissing(day) ? OptionalInt.empty() : OptionalInt.of(series.count(day));
      LocalDate date = series.day(day);
      if (series.isMissing(day)) {
        return new DayVerdict(date, count, paused[day], baseline.tooShort(), Verdict.REPORTING_GAP, "nobody counted on this day");
      }
      if (silent[day]) {
        String why = series.isListed()
            ? "the list has no line for this day, where so long without one is rarer than " + SILENT_CONTROL
            : "the control count of " + series.control(day) + " is too low for these days: reports are missing";
        return new DayVerdict(date, count, paused[day], baseline.tooShort(), Verdict.REPORTING_GAP, why);
      }
      if (baseline.tooShort()) {
        String why = "only " + baseline.days() + " earlier days to compare with; " + Baseline.FEWEST_DAYS + " are needed";
        return new DayVerdict(date, count, prior(day), true, Verdict.CANNOT_SAY, why);
      }
      if (baseline.perDay() == 0) {
        return new DayVerdict(date, count, prior(day), true, Verdict.CANNOT_SAY, "no incident in the days it is compared with");
      }
      return new DayVerdict(date, count, paused[day], false, Verdict.of(paused[day]), "");
    }

    /** What was believed of that day before any count. */
    private double prior(int day) {
      return announced.isPresent() && day >= announcedDay ? settings.announcedPrior() : settings.startsPerDay();
    }

    private Baseline baselineFor(int day, boolean control) {
      var kept = new Baseline.Days();
      int last = day; // of the days with an incident
      while (last >= 0 && (control ? series.control(last) : series.count(last)) <= 0) last--;
      for (int d = day - 2; d >= 0 && day - d <= Baseline.REACH_DAYS && !kept.isFull(); d--) {
        boolean unseen = control ? series.control(d) == DailySeries.MISSING : series.isMissing(d);
        if (unseen || silent[d] || d == announcedDay - 1) continue;
        if (!control && paused[d] >= 0.5) continue;
        kept.add(control ? series.control(d) : series.count(d), weekday(d), d > last);
      }
      return Baseline.of(kept);
    }

    private int weekday(int day) {
      return series.day(day).getDayOfWeek().ordinal();
    }

    private boolean controlIsSilent(int day) {
      if (!series.hasControl() || series.control(day) == DailySeries.MISSING || series.isMissing(day)) return false;
      Baseline usual = baselineFor(day, true);
      if (usual.tooShort()) return false;
      if (series.control(day) == 0 && usual.quietDays() == 0) return true; // never silent before: no law is needed
      double expected = usual.expected(weekday(day));
      if (series.control(day) > FALLEN_CONTROL * expected) return false; // thick counts leave their law with every small wave
      return NegativeBinomial.atMost(series.control(day), expected, usual.shape()) < SILENT_CONTROL;
    }

    /** Chance that the reports of this day did not come, from the control alone. */
    private double outageOn(int day) {
      if (!series.hasControl()) return 0; // nothing tells of it
      if (series.control(day) == DailySeries.MISSING || series.isMissing(day)) return outage.unknown();
      Baseline usual = baselineFor(day, true);
      if (usual.perDay() == 0) return 0; // a control that never showed anything cannot fall silent
      return usual.tooShort() ? outage.unknown() : outage.after(series.control(day), usual.expected(weekday(day)), usual.shape());
    }

    /**
     * In a list of incidents nothing shows that anybody looked, so a silence too deep for this war is a gap, not calm: over this day,
     * or over this one and the silent ones before it.
     */
    private boolean listIsSilent(int day) {
      if (baseline.tooShort()) return false;
      double chance = 1;
      for (int d = day; d >= 0 && series.count(d) == 0; d--) {
        chance *= baseline.quiet(weekday(d));
        if (chance < SILENT_CONTROL) return true;
      }
      return false;
    }

    private Bins binsUntil(int day) {
      var made = new Bins(day + 1 - firstBin, 24);
      for (int d = firstBin; d <= day; d++) {
        boolean seen = !series.isMissing(d) && !(silent[d] && series.count(d) == 0);
        if (seen) made.see(d - firstBin, series.count(d), baseline.expected(weekday(d)), baseline.shape());
      }
      announced.ifPresent(a -> announceIn(made, a));
      return made;
    }

    private void announceIn(Bins made, Announcement a) {
      int start = series.indexOf(a.from()) - firstBin;
      double left = 1;
      for (int i = 0; i < START_SPREAD.length; i++) {
        double mass = START_SPREAD[i] * settings.announcedPrior();
        if (start + i >= 0 && start + i < made.size()) made.announce(start + i, mass / left);
        left -= mass;
      }
      a.until().ifPresent(until -> {
        int end = series.indexOf(until) - firstBin;
        if (end >= 0 && end < made.size()) made.planEnd(end, 1 - settings.announcedPrior());
      });
    }

    PauseReading reading() {
      if (days.isEmpty()) {
        return new PauseReading(
            Verdict.CANNOT_SAY, settings.startsPerDay(), Optional.empty(), OptionalDouble.empty(), 0, baseline, days);
      }
      DayVerdict last = days.getLast();
      return new PauseReading(
          last.verdict(), last.paused(), start(last), quietHours(last), evidence(last), baseline, days);
    }

    private Optional<PauseReading.Start> start(DayVerdict last) {
      if (last.isPrior() || last.paused() < 0.5) return Optional.empty();
      return Optional.of(
          new PauseReading.Start(startDay(START_TAIL), startDay(0.5), startDay(1 - START_TAIL)));
    }

    private LocalDate startDay(double share) {
      return series.day(firstBin + posterior.startQuantile(share).orElse(0));
    }

    private OptionalDouble quietHours(DayVerdict last) {
      if (baseline.tooShort() || baseline.perDay() == 0) return OptionalDouble.empty();
      if (last.verdict() == Verdict.PAUSED) return OptionalDouble.of(0);
      double before = last.paused();
      if (last.verdict() != Verdict.REPORTING_GAP && before >= Verdict.PAUSED_FROM) return OptionalDouble.of(0);
      for (int extra = 1; extra <= LONGEST_QUIET_DAYS; extra++) {
        Bins quiet = bins.extended(extra);
        for (int i = 0; i < extra; i++) quiet.see(bins.size() + i, 0, baseline.expected(series.day(series.size() + i).getDayOfWeek().ordinal()), baseline.shape());
        double after = model.pausedAtEnd(quiet);
        if (after >= Verdict.PAUSED_FROM) return OptionalDouble.of(24 * (extra - 1 + crossing(before, after)));
        before = after;
      }
      return OptionalDouble.empty();
    }

    /** Where within a day the log-odds, taken as a line, pass the bar; (0,1]. */
    private static double crossing(double before, double after) {
      double from = logOdds(before);
      double to = logOdds(after);
      return to <= from ? 1 : Math.clamp((logOdds(Verdict.PAUSED_FROM) - from) / (to - from), 1.0 / 24, 1);
    }

    private double evidence(DayVerdict last) {
      if (baseline.tooShort() || baseline.perDay() == 0) return 0;
      Bins blind = new Bins(bins.size(), 24);
      announced.ifPresent(a -> announceIn(blind, a));
      double before = model.pausedAtEnd(blind);
      return 10 / Math.log(10) * (logOdds(last.paused()) - logOdds(before));
    }
  }

  static double logOdds(double p) {
    double held = Math.clamp(p, 1e-12, 1 - 1e-12);
    return Math.log(held / (1 - held));
  }
}
