// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

/**
 * Text of a case made fit to be seen. A case is mailed about and may come from anybody: a character that would turn the reading
 * direction, move a terminal's cursor or hide is shown by its code point instead of being obeyed.
 */
final class Shown {
  private Shown() {}

  /** The text with each control and direction character written out, such as {@code [U+202E]}; line breaks become spaces. */
  static String text(String raw) {
    if (raw.codePoints().noneMatch(Shown::acts)) return raw;
    StringBuilder shown = new StringBuilder(raw.length() + 16);
    raw.codePoints().forEach(c -> append(shown, c));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int c) {
    if (c == '\n' || c == '\r' || c == '\t') shown.append(' ');
    else if (acts(c)) shown.append("[U+%04X]".formatted(c));
    else shown.appendCodePoint(c);
  }

  /** Whether a character does something rather than show something (Unicode categories Cc, Cf, Zl, Zp, Cs, Co and unassigned). */
  static boolean acts(int c) {
    if (c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER) return false;
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE,
          Character.PRIVATE_USE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }

  // Both only choose letter forms; Persian and Kurdish names need them.
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
}
