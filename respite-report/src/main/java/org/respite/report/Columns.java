// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of at most 80 columns: wrapped text and tables whose cells wrap. Widths are terminal columns, not chars. */
final class Columns {
  static final int WIDTH = 80;
  private static final String GAP = "  ";

  private Columns() {}

  /** The text in lines of at most {@code width} columns; a word that is longer is broken. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : Shown.text(text).strip().split("\\s+")) {
      for (String piece : pieces(word, width)) {
        boolean fits = line.isEmpty() || width(line) + 1 + width(piece) <= width;
        if (!fits) {
          lines.add(line.toString());
          line.setLength(0);
        }
        if (!line.isEmpty()) line.append(' ');
        line.append(piece);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** The same in at most {@code most} lines; what is cut is marked by an ellipsis, never silently. */
  static List<String> wrap(String text, int width, int most) {
    List<String> lines = wrap(text, width - 2);
    if (lines.size() <= most) return lines;
    List<String> cut = new ArrayList<>(lines.subList(0, most));
    cut.set(most - 1, cut.getLast() + " …");
    return cut;
  }

  private static List<String> pieces(String word, int width) {
    if (width(word) <= width) return List.of(word);
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int c : word.codePoints().toArray()) {
      if (width(piece) + columns(c) > width) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(c);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  /** One table row: each cell wrapped in its own column, two blanks between columns, no blanks at line ends. */
  static List<String> row(int[] widths, List<String> cells) {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) columns.add(wrap(cells.get(i), widths[i]));
    int height = columns.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int y = 0; y < height; y++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        if (i > 0) line.append(GAP);
        line.append(pad(y < columns.get(i).size() ? columns.get(i).get(y) : "", widths[i]));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  static int width(CharSequence text) {
    return text.codePoints().map(Columns::columns).sum();
  }

  /** Columns of a terminal that a character takes: 2 for East Asian wide ones and pictographs, 0 for combining marks. */
  private static int columns(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) return 0;
    boolean wide = c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF
        || c >= 0xFE30 && c <= 0xFE6F || c >= 0xFF00 && c <= 0xFF60 || c >= 0x1F300 && c <= 0x1FAFF || c >= 0x20000 && c <= 0x3FFFD;
    return wide ? 2 : 1;
  }
}
