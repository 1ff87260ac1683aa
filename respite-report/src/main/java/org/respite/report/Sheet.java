// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.List;
import org.respite.engine.answer.VerdictRow;

/** Lines for a terminal as they gather. Colour only underlines what the words already say (the first eight ANSI colours, so that themes hold). */
final class Sheet {
  private static final String INDENT = "  ";
  private static final String DEEPER = "      ";

  private final StringBuilder text = new StringBuilder();
  private final boolean colour;

  Sheet(boolean colour) {
    this.colour = colour;
  }

  /** How a line is toned where there is colour. */
  enum Tone {
    PLAIN(""),
    STRONG("1"),
    GOOD("32"),
    BAD("31"),
    UNSURE("33"),
    FAINT("2");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  Tone tone(VerdictRow.Answer answer) {
    return switch (answer) {
      case ENOUGH -> Tone.GOOD;
      case NOT_ENOUGH -> Tone.BAD;
      case CANNOT_SAY -> Tone.UNSURE;
    };
  }

  Sheet strong(String words) {
    return lines(Tone.STRONG, "", words);
  }

  Sheet heading(String words) {
    return lines(Tone.STRONG, "", words);
  }

  Sheet says(String words) {
    return lines(Tone.PLAIN, INDENT, words);
  }

  Sheet says(Tone tone, String words) {
    return lines(tone, INDENT, words);
  }

  /** At most so many lines; the report holds the rest. */
  Sheet says(String words, int most) {
    Columns.wrap(words, Columns.WIDTH - INDENT.length(), most).forEach(line -> line(Tone.PLAIN, INDENT + line));
    return this;
  }

  Sheet note(String words, int most) {
    Columns.wrap(words, Columns.WIDTH - DEEPER.length(), most).forEach(line -> line(Tone.FAINT, DEEPER + line));
    return this;
  }

  Sheet note(String words) {
    return lines(Tone.FAINT, DEEPER, words);
  }

  Sheet blank() {
    text.append('\n');
    return this;
  }

  /** A table row under the indent; the columns and their gaps must leave room for it. */
  Sheet row(int[] widths, List<String> cells) {
    Columns.row(widths, cells).forEach(line -> line(Tone.PLAIN, INDENT + line));
    return this;
  }

  /** An item of a list, its later lines under its first word. */
  Sheet item(String words) {
    List<String> lines = Columns.wrap(words, Columns.WIDTH - INDENT.length() - 2);
    for (int i = 0; i < lines.size(); i++) line(Tone.PLAIN, INDENT + (i == 0 ? "- " : "  ") + lines.get(i));
    return this;
  }

  private Sheet lines(Tone tone, String indent, String words) {
    Columns.wrap(words, Columns.WIDTH - indent.length()).forEach(line -> line(tone, indent + line));
    return this;
  }

  private void line(Tone tone, String line) {
    boolean toned = colour && tone != Tone.PLAIN;
    if (toned) text.append("\u001b[").append(tone.code).append('m');
    text.append(line.replace(Figures.GLUE, " "));
    if (toned) text.append("\u001b[0m");
    text.append('\n');
  }

  String text() {
    return text.toString();
  }
}
