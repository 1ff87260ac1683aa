// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

/** Why a source cannot be read on. Never leaves this package: it becomes a finding. */
final class BrokenSource extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;
  private final String remedy;

  BrokenSource(String code, String what, String remedy) {
    super(what, null, false, false);
    this.code = code;
    this.remedy = remedy;
  }

  /** Bytes that no correct writer makes. */
  static BrokenSource damaged(String what) {
    return new BrokenSource("osm-damaged", what, "fetch the file again and compare its checksum with the one of the place it comes from");
  }

  String code() {
    return code;
  }

  String remedy() {
    return remedy;
  }
}
