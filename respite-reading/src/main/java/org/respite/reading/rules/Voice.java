// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.LinkedHashSet;
import java.util.Set;

/** Somebody who speaks in this document; gathers what the document tells of them. */
final class Voice {
  enum Gender {
    MALE,
    FEMALE,
    UNKNOWN
  }

  String name;
  final boolean person;
  String role = "";
  Gender gender = Gender.UNKNOWN;

  /** A single unknown name: taken for a person, but "it" may mean it too. */
  boolean unsure;

  /** Lower-case words by which a definite description ("the ministry") may mean this voice. */
  final Set<String> described = new LinkedHashSet<>();

  Voice(String name, boolean person) {
    this.name = name;
    this.person = person;
  }
}
