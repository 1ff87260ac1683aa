// SPDX-License-Identifier: Apache-2.0
package org.respite.app.monitor;

import java.util.List;
import java.util.Optional;
import org.respite.monitor.LiveWatch;
import org.respite.monitor.ReportWatch;
import org.respite.monitor.incident.Report;
import org.respite.monitor.input.Findings;

/** Asks the pause clock: once for all reports, or again and again while they come in. */
interface Judge {
  /** The answer; empty where no report had been received by then. */
  Optional<ReportWatch.Answer> judge(List<Report> reports, ReportWatch.Request request, Findings findings);

  /** Goes on from its last answer where the question allows it; the answers are those of {@link ReportWatch#watch}. Not for several threads. */
  static Judge live() {
    return new Judge() {
      private Optional<LiveWatch> watch = Optional.empty();

      @Override
      public Optional<ReportWatch.Answer> judge(List<Report> reports, ReportWatch.Request request, Findings findings) {
        boolean past = !request.asOf().equals(ReportWatch.lastKnown(reports)) && request.asOf().isPresent();
        if (past) return ReportWatch.watch(reports, request, findings);
        var open = new ReportWatch.Request(request.pause(), Optional.empty(), request.ground(), request.zone(), request.settings());
        watch = Optional.of(LiveWatch.following(watch, reports, open));
        return watch.get().answer(findings);
      }
    };
  }
}
