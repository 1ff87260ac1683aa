// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import org.respite.monitor.incident.FireColumns;
import org.respite.monitor.input.Finding;
import org.respite.monitor.input.Findings;

/** How many incidents an hour may rest on one source alone, so that nobody stops a pause by writing much. */
final class Quota {
  /** Incidents an hour that rest on one source alone and still count. Assumption; shown where it bites. */
  static final int AN_HOUR = 6;

  private final FireColumns columns;
  private final int hours;
  private final Findings findings;
  private final int[] reports;
  /** By name of a source, how many incidents of each hour; made only where the source has told enough to reach the quota. */
  private final byte[][] alone;

  Quota(FireColumns columns, int hours, Findings findings) {
    this.columns = columns;
    this.hours = hours;
    this.findings = findings;
    reports = new int[columns.names()];
    alone = new byte[columns.names()][];
    for (int i = 0; i < columns.size(); i++) reports[columns.root(i)]++;
  }

  /** Counts one more incident that rests on that source alone; true, and told, where it is beyond the quota. */
  boolean isExceeded(int root, int hour) {
    if (reports[root] <= AN_HOUR) return false;
    if (alone[root] == null) alone[root] = new byte[hours];
    if (alone[root][hour] < AN_HOUR) {
      alone[root][hour]++;
      return false;
    }
    findings.add(new Finding("M222", "source " + columns.name(root), "one source reports more than " + AN_HOUR + " incidents an hour that nobody else reports",
        "those beyond " + AN_HOUR + " an hour are listed as alleged and not counted by the clock", "ask a second, independent source"));
    return true;
  }
}
