// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.util.List;
import java.util.Optional;
import org.respite.monitor.incident.Report;

/**
 * What the pause clock says of a case: values only, for the terminal, for programs and for the page.
 *
 * @param answer empty where no report had been received by then: nothing was observed, which is not "quiet"
 * @param fire reports of fire known by then that have a point, oldest first
 */
public record CaseWatch(ReportWatch.Request request, Optional<ReportWatch.Answer> answer, PauseSheet sheet, List<Report> fire) {
  public CaseWatch {
    fire = List.copyOf(fire);
  }
}
