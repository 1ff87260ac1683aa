// SPDX-License-Identifier: Apache-2.0
package org.respite.model.register;

/** One thing that can be agreed. */
public enum Term {
  HALT("halt of fire"),
  HOURS("hours"),
  CORRIDORS("corridors"),
  LEAVING("people leaving"),
  AID("aid entering"),
  MEDICAL_EVACUATION("medical evacuation");

  private final String words;

  Term(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
