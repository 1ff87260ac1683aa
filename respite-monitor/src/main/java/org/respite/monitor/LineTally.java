// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

/** What became of each report: counted where it happens, so that the sum can be held against what was read. */
final class LineTally {
  private int used;
  private int outside;
  private int beyondQuota;

  /** So many reports of hours that are looked at, or of others. */
  void tell(boolean isWithin, int reports) {
    if (isWithin) used += reports;
    else outside += reports;
  }

  void beyondQuota(int reports) {
    beyondQuota += reports;
  }

  /**
   * All together.
   *
   * @param compared reports of fire that were compared with others; those that are not say what another line says
   * @param until microseconds; what was received later is not known
   * @param later how many more there are that were received later
   */
  ReportWatch.Lines lines(Receipts receipts, int compared, long until, int later) {
    int fire = 0;
    int known = 0;
    for (int i = 0; i < receipts.size(); i++) {
      if (receipts.received(i) > until) continue;
      known++;
      if (receipts.isFire(i)) fire++;
    }
    return new ReportWatch.Lines(known + later, used, later, fire - receipts.lasting().size() - compared, outside, beyondQuota);
  }
}
