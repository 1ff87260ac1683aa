// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.respite.monitor.clock.DailySeries;
import org.respite.monitor.clock.HourClock;
import org.respite.monitor.incident.Observer;

/** What is known at one time, laid on hours, and who is heard then: what the clock is asked about. */
final class Seen {
  /** The clock looks so many days back: baseline, run-up and window need no more. Linkage and tables take all reports. */
  private static final int DAYS_BACK = 60;

  final ReportWatch.Request request;
  final HourGrid grid;
  final Hearing hearing;

  /** @param asOf the time that is asked for, or earlier */
  Seen(ReportWatch.Told told, Instant asOf, ReportWatch.Request request) {
    this.request = request;
    boolean earlier = asOf.isBefore(request.asOf().orElseThrow());
    grid = HourGrid.of(told.receipts(), earlier ? told.incidents().asKnownAt(asOf) : told.incidents(), asOf, DAYS_BACK, request.zone(), request.pause().from());
    hearing = Hearing.of(grid, index(request.pause().from()));
  }

  private int index(Optional<Instant> time) {
    return time.map(grid::index).filter(h -> h >= 0 && h < grid.hours()).orElse(HourClock.NONE);
  }

  /** Hours in which somebody watched that place who is still there; with an empty place, any place. */
  boolean[] watched(String place) {
    return Strips.watched(request.ground().observers(), place, this);
  }

  List<ReportWatch.Strip> strips(Set<String> named, int hours) {
    return Strips.of(this, named, hours);
  }

  /** Who is still heard, for who reads the answer. */
  Heard heard() {
    return new Heard(hearing.heard(), hearing.usualSources(), hearing.silent(grid));
  }

  /** Whether nothing tells quiet from nobody looking: no observer is named, and no source ever sent word of anything else. */
  boolean blind(HourGrid.Counts counts) {
    return request.ground().observers().isEmpty() && Arrays.stream(counts.control()).sum() == 0;
  }

  /** What the clock knows of some of the fire: an hour without any that nobody watched carries no count. */
  HourClock.Known known(HourGrid.Counts counts) {
    int[] seen = counts.fire().clone();
    List<Observer> observers = request.ground().observers();
    boolean[] watched = watched("");
    for (int h = 0; !observers.isEmpty() && h < seen.length; h++) if (seen[h] == 0 && !watched[h]) seen[h] = DailySeries.MISSING;
    return new HourClock.Known(seen, counts.control(), hearing, grid.firstHourOfDay()).announced(index(request.pause().from()), index(request.pause().until()))
        .told(index(request.pause().told()));
  }
}
