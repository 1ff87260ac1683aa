// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.util.ArrayList;
import java.util.List;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;

/** Collects what a reading finds. One per reading; not for several threads. */
final class Findings {
  /** More than these are no longer read by anybody; the rest is counted. */
  static final int SHOWN_AT_MOST = 500;

  private final List<Finding> found = new ArrayList<>();
  private int beyond;

  void error(String code, At at, String what, String effect, String remedy) {
    add(Finding.error(code, at, what, effect, remedy));
  }

  void warning(String code, At at, String what, String effect, String remedy) {
    add(Finding.warning(code, at, what, effect, remedy));
  }

  private void add(Finding finding) {
    if (found.size() < SHOWN_AT_MOST) found.add(finding);
    else beyond++;
  }

  boolean anyError() {
    return Finding.anyError(found);
  }

  /** All of them, worst first; a last one tells how many more there were. */
  List<Finding> sorted() {
    List<Finding> all = new ArrayList<>(found);
    all.sort(Finding.WORST_FIRST);
    if (beyond > 0) {
      all.add(
          Finding.error(
              "too-many-findings",
              At.file("case.yaml"),
              "%,d more findings are not shown".formatted(beyond),
              "the list stops at %d".formatted(SHOWN_AT_MOST),
              "mend the first ones and check again"));
    }
    return List.copyOf(all);
  }
}
