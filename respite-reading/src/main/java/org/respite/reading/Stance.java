// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

import java.util.Locale;

/** Where a speaker stands to a topic. A proposal of the reader: never a verdict. */
public enum Stance {
  SUPPORTS,
  OPPOSES,
  CONDITIONAL,
  ASSERTS,
  DENIES,
  ACCUSES;

  /** The word used in JSON and in the vocabulary files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stance of that word; throws {@link IllegalArgumentException} when there is none. */
  public static Stance of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
