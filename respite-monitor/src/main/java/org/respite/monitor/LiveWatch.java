// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.respite.monitor.incident.Incidents;
import org.respite.monitor.incident.Report;
import org.respite.monitor.input.Findings;

/**
 * Has the fire stopped, while reports come in: each answer is the one {@link ReportWatch#watch} would give for all reports so far, as of
 * the last of them, but only what a new report can have changed is reckoned anew. Not for several threads.
 */
public final class LiveWatch {
  private final ReportWatch.Request request;
  private final List<Report> reports;
  private final Map<LocalDate, ReportWatch.Day> past = new TreeMap<>();
  private final Sources sources;
  private final Receipts receipts;
  private Incidents incidents;
  private Optional<Instant> last;

  /** @param request its {@code asOf} is not looked at: the answer is as of the last report */
  public LiveWatch(List<Report> reports, ReportWatch.Request request) {
    this.request = request;
    this.reports = new ArrayList<>(reports);
    sources = Sources.of(this.reports);
    receipts = Receipts.of(this.reports);
    incidents = Incidents.of(this.reports.stream().filter(HourGrid::isOfOneIncident).toList());
    last = ReportWatch.lastKnown(this.reports);
  }

  /** Goes on from {@code before} where it was asked the same and knows the first of these reports, else begins anew. */
  public static LiveWatch following(Optional<LiveWatch> before, List<Report> all, ReportWatch.Request request) {
    int known = before.map(b -> b.reports.size()).orElse(0);
    if (before.isEmpty() || !before.get().request.equals(request) || all.size() < known || !before.get().reports.equals(all.subList(0, known))) {
      return new LiveWatch(all, request);
    }
    all.subList(known, all.size()).forEach(before.get()::add);
    return before.get();
  }

  /** One report more. A day judged before stands where it was over when the report came. */
  public void add(Report more) {
    reports.add(more);
    sources.add(more);
    receipts.add(more);
    if (HourGrid.isOfOneIncident(more)) incidents = incidents.with(more);
    Instant until = ReportWatch.endOfHour(more.received());
    if (last.isEmpty() || until.isAfter(last.get())) last = Optional.of(until);
    past.keySet().removeIf(day -> !ReportWatch.endOf(day, request.zone()).isBefore(more.received()));
  }

  /** The answer; empty where there is no report. */
  public Optional<ReportWatch.Answer> answer(Findings findings) {
    if (last.isEmpty()) return Optional.empty();
    var now = new ReportWatch.Request(request.pause(), last, request.ground(), request.zone(), request.settings());
    return ReportWatch.judge(new ReportWatch.Told(receipts, sources, incidents, past, 0), now, findings);
  }
}
