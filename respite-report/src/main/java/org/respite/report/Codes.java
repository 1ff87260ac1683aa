// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.Locale;

/** A closed choice as a program reads it: the case file's own spelling, lower case with hyphens. */
final class Codes {
  private Codes() {}

  static String of(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same as words. */
  static String words(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
