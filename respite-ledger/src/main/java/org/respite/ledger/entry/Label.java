// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.entry;

/**
 * With whom an entry may be shared, and how much harm its leak would do. It travels in every file.
 *
 * @param tlp Traffic Light Protocol 2.0 (FIRST, 2022)
 * @param sensitivity levels of the OCHA Data Responsibility Guidelines
 */
public record Label(Tlp tlp, Sensitivity sensitivity) {
  /** What nobody labelled: it stays within the organisation. */
  public static final Label USUAL = new Label(Tlp.AMBER, Sensitivity.MODERATE);

  /** What everybody needs who is to check a ledger: keys and roots. */
  public static final Label PUBLIC = new Label(Tlp.CLEAR, Sensitivity.LOW);

  /** Widest circle first. */
  public enum Tlp {
    CLEAR,
    GREEN,
    AMBER,
    AMBER_STRICT,
    RED
  }

  /** Least harm first. */
  public enum Sensitivity {
    LOW,
    MODERATE,
    HIGH,
    SEVERE
  }
}
