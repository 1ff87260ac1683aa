// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.form;

import java.util.List;

/** Fields that do not make the thing they claim to be; every fault found in them. */
public final class Malformed extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Fault> faults;

  /**
   * @param key which field
   * @param what what is wrong with it
   * @param remedy what to write instead
   */
  public record Fault(String key, String what, String remedy) {}

  public Malformed(List<Fault> faults) {
    super(faults.getFirst().what(), null, false, false);
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
