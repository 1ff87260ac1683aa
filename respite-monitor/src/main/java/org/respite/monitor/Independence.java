// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.util.Optional;
import java.util.TreeSet;
import org.respite.monitor.clock.HourClock;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.incident.Observer;
import org.respite.monitor.stats.Binomial;

/**
 * Whether the answer hangs on one source alone, over the last day or since the announced start if that is later. Nothing is left out of the verdict for it:
 * a source that is alone may be right; but who decides must know, and can ask a second one.
 *
 * @param fire where one source alone tells most of the fire, unlike before, and the verdict would be another without it
 * @param onlyVoice who alone was heard of the hours that are called a pause
 */
public record Independence(Optional<Lone> fire, Optional<String> onlyVoice) {
  private static final int HOURS = 24;
  /** From this share of the incidents on, told by one source alone, the fire is said to hang on it. Assumption. */
  private static final double MOST = 0.5;
  /** Fewer incidents are too few to speak of a share. Assumption. */
  private static final int FEWEST = 3;

  /** A source that never told anything alone may do so by this share all the same. Assumption. */
  private static final double LEAST_SHARE = 0.05;
  /** So rare a share is no chance. Assumption. */
  private static final double UNUSUAL = 0.01;

  /**
   * @param alone of {@code all} incidents, those nobody else tells
   * @param usualShare the same share in the hours before, [0,1]
   * @param without what the verdict would be if those did not count
   */
  public record Lone(String source, int alone, int all, double usualShare, HourClock.Reading without) {}

  static Independence of(HourClock clock, Seen seen, HourClock.Reading overall) {
    int start = seen.grid.index(seen.request.pause().from().orElse(seen.grid.start(0)));
    int from = Math.max(0, Math.max(seen.grid.hours() - HOURS, start < seen.grid.hours() ? start : 0));
    return new Independence(fire(clock, seen, overall, from), overall.verdict() == Verdict.PAUSED ? onlyVoice(seen, from) : Optional.empty());
  }

  private static Optional<Lone> fire(HourClock clock, Seen seen, HourClock.Reading overall, int from) {
    if (overall.verdict() == Verdict.PAUSED || overall.isPrior()) return Optional.empty();
    int now = seen.grid.hours();
    int[] since = seen.grid.toldAlone(from, now);
    int most = 0;
    for (int name = 0; name < since.length; name++) if (since[name] > since[most]) most = name;
    int all = seen.grid.incidents(from, now);
    if (all < FEWEST || since[most] < MOST * all) return Optional.empty();
    int before = Math.max(0, Math.min(from, seen.request.pause().from().map(seen.grid::index).orElse(from)) - HOURS); // whoever means to stop a pause may begin the day before
    double usual = (double) seen.grid.toldAlone(0, before)[most] / Math.max(1, seen.grid.incidents(0, before));
    if (Binomial.atLeast(since[most], all, Math.clamp(usual, LEAST_SHARE, 1 - LEAST_SHARE)) > UNUSUAL) return Optional.empty();
    HourClock.Reading without = ReportWatch.judged(clock, seen, seen.grid.without(most, before), false);
    if (without.verdict() == overall.verdict()) return Optional.empty();
    return Optional.of(new Lone(seen.grid.nameOf(most), since[most], all, usual, without));
  }

  /** Of those who sent word of these hours, fire or not, and those named as watching now. */
  private static Optional<String> onlyVoice(Seen seen, int from) {
    var voices = new TreeSet<String>();
    Receipts receipts = seen.grid.receipts();
    for (int i = 0; i < receipts.size(); i++) {
      int hour = seen.grid.index(receipts.from(i));
      if (receipts.isOwn(i) && receipts.received(i) <= seen.grid.until() && hour >= from && hour < seen.grid.hours()) voices.add(receipts.name(receipts.sender(i)));
    }
    for (Observer o : seen.request.ground().observers()) if (seen.grid.index(o.to()) >= seen.grid.hours() && seen.grid.index(o.from()) < seen.grid.hours()) voices.add(o.name());
    return voices.size() == 1 ? Optional.of(voices.first()) : Optional.empty();
  }
}
