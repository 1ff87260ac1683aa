// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.form;

import java.util.List;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;

/** Something that a user asked for and that cannot be done, with what to do instead. Nothing was changed. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Finding> findings;

  public Refused(List<Finding> findings) {
    super(findings.getFirst().what());
    this.findings = List.copyOf(findings);
  }

  public static Refused of(String code, String where, String what, String remedy) {
    return new Refused(List.of(Finding.error(code, At.file(where), what, "nothing was changed", remedy)));
  }

  public List<Finding> findings() {
    return findings;
  }
}
