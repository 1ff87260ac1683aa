// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.respite.monitor.stats.NegativeBinomial;

/**
 * The pause clock on hours: what could be said at the end of one hour, from what had been received by then.
 *
 * <p>What a war would have shown in an hour is thinned by the share of its reports that has had time to arrive; hours nobody
 * watched carry no count. The control (other areas, other kinds of report) is compared with its own habit over the last day:
 * when it is too quiet, silence means that reports are missing. O(96 hours × fractions).
 */
public final class HourClock {
  /** Mark of an hour that was not named. */
  public static final int NONE = -1;

  static final int WINDOW_HOURS = 96;
  /** Chance of so quiet a control below which reports are missing; three spans share the 2 % of the daily clock. */
  private static final double SILENT_CONTROL = DailyClock.SILENT_CONTROL / 3;
  private static final int LONGEST_QUIET_HOURS = 240;
  /** Share of an announced start's chance by hours from two before to three after the hour named. Assumption. */
  private static final double[] START_SPREAD = {0.01, 0.02, 0.94, 0.01, 0.01, 0.01};
  private static final int START_LEAD = 2;
  private static final int RUN_UP_HOURS = 24;
  /**
   * The last quiet gap before a pause looks like its beginning. But who asks every hour would have been told of an old pause long ago, so an
   * older start is the less expected: by a factor of e for so many hours. Assumption, chosen by the coverage it gives (bench/logs).
   */
  private static final double START_MEMORY_HOURS = 30;

  private final SwitchSettings settings;
  private final SwitchModel model;

  public HourClock(SwitchSettings settings) {
    this.settings = settings;
    this.model = new SwitchModel(settings, settings.evenFractions());
  }

  /** What is known at the end of the last hour. Holds its arrays as given: the caller does not change them. */
  public static final class Known {
    private final int[] counts;
    private final int[] control;
    private final Arrival arrived;
    private final int firstHourOfDay;
    private int announced = NONE;
    private int until = NONE;
    private int told = NONE;

    /**
     * @param counts incidents by hour; {@link DailySeries#MISSING} where nobody watched
     * @param control other reports by hour, or empty
     * @param arrived share of an hour's reports that has arrived so many hours after its end, [0,1]; index 0 is the last hour
     * @param firstHourOfDay hour of the day of index 0, [0,24)
     */
    public Known(int[] counts, int[] control, double[] arrived, int firstHourOfDay) {
      this(counts, control, Arrival.of(arrived), firstHourOfDay);
    }

    /** The same where what has arrived hangs on the hour as well. */
    public Known(int[] counts, int[] control, Arrival arrived, int firstHourOfDay) {
      this.counts = counts;
      this.control = control;
      this.arrived = arrived;
      this.firstHourOfDay = firstHourOfDay;
    }

    /** The same with a pause announced from hour {@code from} to hour {@code to}; {@link #NONE} where none is named. */
    public Known announced(int from, int to) {
      var with = new Known(counts, control, arrived, firstHourOfDay);
      with.announced = from;
      with.until = to;
      with.told = told;
      return with;
    }

    /** The same where nobody is known to have watched since the last incident: the quiet after it carries no count. */
    public Known unwatchedSinceLastIncident() {
      int[] told = counts.clone();
      for (int h = told.length - 1; h >= 0 && told[h] <= 0; h--) told[h] = DailySeries.MISSING;
      var with = new Known(told, control, arrived, firstHourOfDay).announced(announced, until);
      with.told = this.told;
      return with;
    }

    /** The same, announced in hour {@code hour}; {@link #NONE} where nobody knows when. */
    public Known told(int hour) {
      var with = announced(announced, until);
      with.told = hour;
      return with;
    }
  }

  /** Hours between which the start lies with 90 %, and the middle one: indices into the counts. */
  public record StartHours(int low, int middle, int high) {}

  /**
   * The answer.
   *
   * @param start empty where a pause is less likely than not
   * @param isPrior whether the chance is only what was believed before: nothing was seen that could be weighed, so it is no finding
   * @param why where the verdict does not follow from the chance
   */
  public record Reading(
      double paused, Verdict verdict, Optional<StartHours> start, OptionalDouble quietHoursNeeded, HourlyBaseline baseline, boolean isPrior, String why) {

    /** The same under another verdict, with the reason. */
    public Reading with(Verdict other, String because) {
      return new Reading(paused, other, start, quietHoursNeeded, baseline, isPrior, because);
    }

    /** The same where the hours since the last incident are unwatched: no quiet was seen in which a pause could have begun. */
    Reading unwatched(String because) {
      return new Reading(paused, Verdict.CANNOT_SAY, Optional.empty(), quietHoursNeeded, baseline, true, because);
    }
  }

  /** Judges hours whose quiet, since the last incident, nobody is known to have watched: what that quiet would say counts for nothing. */
  public Reading readUnwatched(Known known, boolean withNeed) {
    return read(known.unwatchedSinceLastIncident(), withNeed)
        .unwatched("nobody is known to have been watching: silence alone is no pause (name observers, or send reports of kind none)");
  }

  /** Judges the end of the last hour. {@code withNeed}: also reckon the quiet hours still needed, which costs more. */
  public Reading read(Known known, boolean withNeed) {
    int now = known.counts.length;
    HourlyBaseline baseline = baseline(known);
    if (baseline.tooShort()) {
      String why = baseline.hours() < 72 ? "only " + baseline.hours() + " hours to compare with; 72 are needed"
          : "no incident in the hours it is compared with";
      double before = known.announced >= 0 ? settings.announcedPrior() : settings.startsPerDay();
      return new Reading(before, Verdict.CANNOT_SAY, Optional.empty(), OptionalDouble.empty(), baseline, true, why);
    }
    int first = Math.max(0, Math.min(now - WINDOW_HOURS, known.announced < 0 ? now : known.announced - 2 * START_LEAD));
    Bins bins = bins(known, baseline, first);
    Posterior posterior = model.run(bins);
    double paused = posterior.paused(bins.size() - 1);
    String gap = gap(known);
    Verdict verdict = gap.isEmpty() ? Verdict.of(paused) : Verdict.REPORTING_GAP;
    OptionalDouble need = withNeed ? need(known, baseline, bins, first, verdict) : OptionalDouble.empty();
    return new Reading(paused, verdict, paused < 0.5 ? Optional.empty() : Optional.of(start(posterior, first, known.announced >= 0)), need, baseline, false, gap);
  }

  /**
   * One hour as it stands now.
   *
   * @param hour index into the counts
   * @param paused chance of a pause at the end of that hour, from the hours up to it and what is known of them now
   * @param low and {@code high}: the six hours up to it hold as many incidents with 90 %, those still to be told included
   * @param seen incidents told of those six hours; {@link DailySeries#MISSING} where nobody watched any
   */
  public record Hour(int hour, double paused, int low, int high, int seen) {}

  /** The last hours, oldest first; none where there is too little to compare with. */
  public List<Hour> hours(Known known, int most) {
    int now = known.counts.length;
    HourlyBaseline baseline = baseline(known);
    if (baseline.tooShort()) return List.of();
    int first = Math.max(0, Math.min(now - WINDOW_HOURS, known.announced < 0 ? now : known.announced - 2 * START_LEAD));
    Bins bins = bins(known, baseline, first);
    Posterior posterior = model.run(bins);
    var hours = new ArrayList<Hour>();
    for (int h = Math.max(first, now - most); h < now; h++) {
      double paused = posterior.paused(h - first);
      Nowcast.Band band = nowcast(known, baseline, h + 1, paused);
      hours.add(new Hour(h, paused, band.low(), band.high(), band.seen()));
    }
    return hours;
  }

  /** Six hours to {@code end}: what was told of them, and what they will have shown once all is told. */
  Nowcast.Band nowcast(Known known, HourlyBaseline baseline, int end, double paused) {
    double mean = 0;
    double thinned = 0;
    int seen = DailySeries.MISSING;
    for (int h = Math.max(0, end - HourlyBaseline.BLOCK); h < end; h++) {
      if (known.counts[h] == DailySeries.MISSING) continue;
      double usual = baseline.mean((known.firstHourOfDay + h) % 24);
      mean += usual;
      thinned += usual * share(known, h);
      seen = Math.max(0, seen) + known.counts[h];
    }
    if (seen == DailySeries.MISSING) return new Nowcast.Band(0, 0, seen);
    return Nowcast.of(seen, mean, thinned, baseline.blockShape(), paused, settings.evenFractions());
  }

  private static double share(Known known, int hour) {
    return known.arrived.share(hour, known.counts.length - 1 - hour);
  }

  private static HourlyBaseline baseline(Known known) {
    return HourlyBaseline.of(known.counts, known.counts.length, leftOut(known), known.firstHourOfDay, known.arrived);
  }

  private static StartHours start(Posterior posterior, int first, boolean announced) {
    double memory = announced ? Double.POSITIVE_INFINITY : START_MEMORY_HOURS;
    return new StartHours(first + posterior.startQuantile(0.05, memory).orElse(0), first + posterior.startQuantile(0.5, memory).orElse(0),
        first + posterior.startQuantile(0.95, memory).orElse(0));
  }

  /** The run-up and whatever follows an announced start are no ordinary hours. */
  private static int[] leftOut(Known known) {
    if (known.announced < 0 && known.told < 0) return new int[] {0, 0};
    int dayBefore = known.announced < 0 ? Integer.MAX_VALUE : Math.max(0, known.announced - RUN_UP_HOURS);
    return new int[] {known.told < 0 ? dayBefore : Math.min(known.told, dayBefore), Integer.MAX_VALUE};
  }

  private Bins bins(Known known, HourlyBaseline baseline, int first) {
    int now = known.counts.length;
    var bins = new Bins(now - first, 1);
    bins.burstsOf(HourlyBaseline.BLOCK);
    for (int h = first; h < now; h++) {
      if (known.counts[h] == DailySeries.MISSING) continue;
      double mean = baseline.mean((known.firstHourOfDay + h) % 24) * share(known, h);
      bins.see(h - first, known.counts[h], mean, baseline.blockShape());
    }
    if (known.announced >= 0) announce(bins, known.announced - first);
    if (known.until > first && known.until < now) bins.planEnd(known.until - first, 1 - settings.announcedPrior());
    return bins;
  }

  private void announce(Bins bins, int hour) {
    bins.askOnlyAnnounced();
    double left = 1;
    for (int i = 0; i < START_SPREAD.length; i++) {
      double mass = START_SPREAD[i] * settings.announcedPrior();
      int bin = hour - START_LEAD + i;
      if (bin >= 0 && bin < bins.size()) bins.announce(bin, mass / left);
      left -= mass;
    }
  }

  /** Why silence cannot be read, or nothing. */
  private static String gap(Known known) {
    int now = known.counts.length;
    if (known.counts[now - 1] == DailySeries.MISSING) return "nobody watched in the last hour";
    if (known.control.length == 0) return "";
    var usual = HourlyBaseline.of(known.control, now, new int[] {0, 0}, known.firstHourOfDay);
    if (usual.tooShort()) return "";
    for (int span : new int[] {6, 12, 24}) {
      double mean = 0;
      int seen = 0;
      for (int h = Math.max(0, now - span); h < now; h++) {
        seen += Math.max(0, known.control[h]);
        mean += usual.mean((known.firstHourOfDay + h) % 24) * known.arrived.usual(now - 1 - h);
      }
      double shape = usual.blockShape() / HourlyBaseline.BLOCK * span;
      if (NegativeBinomial.atMost(seen, mean, shape) < SILENT_CONTROL) {
        return seen + " other reports in the last " + span + " hours where " + Math.round(mean) + " are usual: reports are missing";
      }
    }
    return "";
  }

  private OptionalDouble need(Known known, HourlyBaseline baseline, Bins bins, int first, Verdict verdict) {
    if (verdict == Verdict.PAUSED) return OptionalDouble.of(0);
    int low = 0;
    int high = 1;
    while (high <= LONGEST_QUIET_HOURS && after(known, baseline, bins, first, high) < Verdict.PAUSED_FROM) {
      low = high;
      high *= 2;
    }
    if (high > LONGEST_QUIET_HOURS) return OptionalDouble.empty();
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (after(known, baseline, bins, first, middle) < Verdict.PAUSED_FROM) low = middle;
      else high = middle;
    }
    return OptionalDouble.of(high);
  }

  /** Chance of a pause if so many more hours brought no report at all, of themselves or of the hours before. */
  private double after(Known known, HourlyBaseline baseline, Bins bins, int first, int quiet) {
    int size = bins.size() + quiet;
    Bins later = bins.extended(quiet);
    for (int b = 0; b < size; b++) {
      if (b < bins.size() && !bins.seen(b)) continue;
      double share = known.arrived.share(first + b, size - 1 - b);
      later.see(b, b < bins.size() ? bins.count(b) : 0, baseline.mean((known.firstHourOfDay + first + b) % 24) * share,
          baseline.blockShape());
    }
    return model.pausedAtEnd(later);
  }
}
