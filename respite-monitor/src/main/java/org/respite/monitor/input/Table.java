// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table with named columns as people send them: comma, semicolon (Latin or Arabic), tab or bar between the cells, with or without a byte
 * order mark, Arabic or Latin digits, an HXL row of tags under the header, titles above it, or no header at all.
 */
public final class Table {
  /** Cells of one line. {@code line} is the line of the file it begins on, from 1. */
  public record Row(int line, List<String> cells) {
    /** The cell, without outer blanks; empty where the line is too short. */
    public String cell(int column) {
      return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }
  }

  /** Lines by which the separator is told. */
  private static final int LINES_LOOKED_AT = 10;
  /** A note of more lines than this is a quotation mark that was not closed. Assumption. */
  private static final int LINES_IN_A_CELL = 50;

  private final String name;
  private final List<String> header;
  private final List<Row> rows;

  private Table(String name, List<String> header, List<Row> rows) {
    this.name = name;
    this.header = List.copyOf(header);
    this.rows = List.copyOf(rows);
  }

  /** Reads a table; empty, with findings, where the bytes are not one. {@code name} is how findings call the file. */
  public static Optional<Table> read(String name, byte[] bytes, Findings findings) {
    Optional<String> text = decode(name, bytes, findings);
    if (text.isEmpty()) return Optional.empty();
    if (text.get().isBlank()) {
      findings.add(new Finding("M101", name, "the file is empty", "there is nothing to read",
          "give a CSV file with a header line and one line for each day or report"));
      return Optional.empty();
    }
    return split(name, withoutComments(text.get()), findings);
  }

  /** Lines before the header that begin with a number sign are remarks, unless each of their cells does (HXL). Line numbers stay. */
  private static String withoutComments(String text) {
    int at = 0;
    var head = new StringBuilder();
    while (at < text.length() && text.charAt(at) == '#') {
      int end = text.indexOf('\n', at);
      if (end < 0 || text.substring(at, end).matches("#[^,;\\t]*([,;\\t]\\s*#[^,;\\t]*)+\\r?")) break;
      head.append('\n');
      at = end + 1;
    }
    return at == 0 ? text : head.append(text, at, text.length()).toString();
  }

  private static Optional<Table> split(String name, String text, Findings findings) {
    var rows = new ArrayList<Row>();
    char separator = separatorOf(text);
    CsvReader.CsvReaderBuilder reader = CsvReader.builder().fieldSeparator(separator).allowExtraFields(true).allowMissingFields(true);
    try (CsvReader<CsvRecord> csv = reader.ofCsvRecord(text)) {
      for (CsvRecord record : csv) {
        List<String> cells = record.getFields().stream().map(Table::tidy).toList();
        if (!cells.stream().allMatch(String::isEmpty)) rows.add(new Row((int) record.getStartingLineNumber(), cells));
      }
    } catch (CsvParseException e) {
      findings.add(new Finding("M102", name, "the file is not a table: " + e.getMessage(), "it cannot be read",
          "look for a quotation mark that is never closed"));
      return Optional.empty();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    dropSeparatorLine(rows);
    dropTitles(name, rows, findings);
    List<String> header = rows.isEmpty() ? List.of() : header(name, rows, findings);
    if (!rows.isEmpty() && isHxl(rows.getFirst().cells())) rows.removeFirst();
    if (rows.isEmpty()) {
      findings.add(new Finding("M101", name, "the file has a header and no line under it", "there is nothing to read", "give one line for each day or report"));
      return Optional.empty();
    }
    var table = new Table(name, header, rows);
    table.warnOfRaggedLines(findings);
    table.warnOfColumns(findings);
    for (Row row : rows) refuseRunaway(name, row, findings);
    return Optional.of(table);
  }

  /** Spreadsheets write {@code sep=;} above a table to say what stands between its cells. */
  private static void dropSeparatorLine(List<Row> rows) {
    if (!rows.isEmpty() && rows.getFirst().cells().stream().filter(c -> !c.isEmpty()).toList().equals(List.of("sep="))) rows.removeFirst();
  }

  /** Lines of one cell above a table of several columns are titles. */
  private static void dropTitles(String name, List<Row> rows, Findings findings) {
    boolean columns = rows.stream().filter(r -> r.cells().size() > 1).count() > rows.size() / 2;
    while (columns && rows.getFirst().cells().stream().filter(c -> !c.isEmpty()).count() == 1) {
      Row title = rows.removeFirst();
      findings.add(new Finding("M209", name + ":" + title.line(), "the line stands above the table", "it is taken for a title and not read",
          "nothing to do, unless it is a line of the table"));
    }
  }

  /** The first line, unless it holds a day itself: then columns are called by their number. */
  private static List<String> header(String name, List<Row> rows, Findings findings) {
    List<String> first = rows.getFirst().cells();
    if (first.stream().noneMatch(c -> Dates.parse(c, Dates.Order.DAY_FIRST).isPresent())) return rows.removeFirst().cells();
    var header = new ArrayList<String>();
    for (int c = 1; c <= first.size(); c++) header.add("column " + c);
    findings.add(new Finding("M210", name + ":" + rows.getFirst().line(), "the first line holds a day: the table has no header",
        "its columns are called \"column 1\", \"column 2\" and so on", "write a header line, or choose with --day and --count"));
    return header;
  }

  /** A quotation mark that is never closed takes all lines after it into one cell. */
  private static void refuseRunaway(String name, Row row, Findings findings) {
    for (String cell : row.cells()) {
      long breaks = cell.length() <= LINES_IN_A_CELL ? 0 : cell.chars().filter(c -> c == '\n').count();
      if (breaks <= LINES_IN_A_CELL) continue;
      findings.add(new Finding("M102", name + ":" + row.line(), "a cell of this line runs over " + (breaks + 1) + " lines", "those lines cannot be read",
          "look for a quotation mark that is never closed"));
    }
  }

  private void warnOfColumns(Findings findings) {
    for (int c = 0; c < header.size(); c++) {
      if (header.get(c).isEmpty() || column(header.get(c)) == c) continue;
      findings.add(new Finding("M216", name + ":1", "there is more than one column \"" + header.get(c) + "\"", "the first is read, the others are not",
          "give each column its own name"));
    }
  }

  private void warnOfRaggedLines(Findings findings) {
    for (Row row : rows) {
      if (row.cells().size() == header.size()) continue;
      findings.add(new Finding("M201", place(row), "the line has another number of cells than the header",
          "missing cells are read as empty, surplus cells are not read", "check the separators of the line"));
    }
  }

  private static boolean isHxl(List<String> cells) {
    return cells.stream().allMatch(c -> c.isEmpty() || c.startsWith("#"));
  }

  private static Optional<String> decode(String name, byte[] bytes, Findings findings) {
    Charset charset = StandardCharsets.UTF_8;
    int skip = 0;
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) skip = 3;
    else if (starts(bytes, 0xFF, 0xFE)) {
      charset = StandardCharsets.UTF_16LE;
      skip = 2;
    } else if (starts(bytes, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16BE;
      skip = 2;
    } else if (bytes.length > 3 && bytes.length % 2 == 0 && bytes[0] != 0 && bytes[1] == 0 && bytes[3] == 0) {
      charset = StandardCharsets.UTF_16LE; // as some programs write it, without its mark
    } else if (bytes.length > 3 && bytes.length % 2 == 0 && bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0) {
      charset = StandardCharsets.UTF_16BE;
    } else if (isBinary(name, bytes, findings)) {
      return Optional.empty();
    }
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip)).toString());
    } catch (CharacterCodingException e) {
      findings.add(new Finding("M103", name, "the file is not UTF-8 text", "names and numbers in it cannot be trusted",
          "save it as \"CSV UTF-8\""));
      return Optional.empty();
    }
  }

  /** Zero bytes stand in no text. */
  private static boolean isBinary(String name, byte[] bytes, Findings findings) {
    boolean zip = starts(bytes, 'P', 'K', 3, 4);
    boolean zero = zip;
    for (int i = 0; i < bytes.length && !zero; i++) zero = bytes[i] == 0;
    if (!zero) return false;
    findings.add(new Finding("M116", name, zip ? "the file is a spreadsheet or an archive (zip), whatever its name says" : "the file is no text, whatever its name says",
        "no table can be read from it", "open it in the program it comes from, and save the table as \"CSV UTF-8\""));
    return true;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) return false;
    for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
    return true;
  }

  /** The separator that splits the most of the first lines, of those the one that splits the first oftenest; quoted text does not count. */
  private static char separatorOf(String text) {
    char best = ',';
    int most = 0;
    List<String> lines = text.lines().filter(l -> !l.isBlank() && !l.strip().startsWith("sep=")).limit(LINES_LOOKED_AT).toList();
    for (char candidate : new char[] {',', ';', '\t', '|', '\u061B', '\u060C'}) {
      int split = 0;
      int first = 0;
      for (String line : lines) {
        int n = unquoted(line, candidate);
        if (n > 0) split++;
        if (first == 0) first = n;
      }
      if (split * 1000 + first > most) {
        most = split * 1000 + first;
        best = candidate;
      }
    }
    return best;
  }

  private static int unquoted(String line, char wanted) {
    int n = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '"') quoted = !quoted;
      else if (!quoted && line.charAt(i) == wanted) n++;
    }
    return n;
  }

  /** Outer blanks and direction marks off, Arabic and Persian digits as Latin ones. */
  static String tidy(String cell) {
    StringBuilder out = null;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      char to = latin(c);
      if (to != c && out == null) out = new StringBuilder(cell.length()).append(cell, 0, i);
      if (out != null && to != 0) out.append(to);
    }
    return (out == null ? cell : out.toString()).strip();
  }

  /** Zero for characters that only steer the direction of writing. */
  private static char latin(char c) {
    if (c < 0x0600) return c == '\u00A0' ? ' ' : c;
    if (c >= '\u0660' && c <= '\u0669') return (char) ('0' + c - '\u0660');
    if (c >= '\u06F0' && c <= '\u06F9') return (char) ('0' + c - '\u06F0');
    if (c == '\u066B') return '.';
    boolean direction = c == '\u200E' || c == '\u200F' || c == '\u061C' || c == '\uFEFF' || c >= '\u202A' && c <= '\u202E';
    return direction ? 0 : c;
  }

  /** The same with one column, first, in place of several: its cells join theirs with hyphens; one without all its parts is empty. */
  Table joined(String title, int... columns) {
    var longer = new ArrayList<Row>();
    for (Row row : rows) {
      var parts = new ArrayList<String>();
      for (int c : columns) parts.add(row.cell(c));
      longer.add(new Row(row.line(), without(row.cells(), parts.contains("") ? "" : String.join("-", parts), columns)));
    }
    return new Table(name, without(header, title, columns), longer);
  }

  private static List<String> without(List<String> cells, String first, int... columns) {
    var kept = new ArrayList<String>();
    kept.add(first);
    for (int c = 0; c < cells.size(); c++) {
      int column = c;
      if (java.util.Arrays.stream(columns).noneMatch(d -> d == column)) kept.add(cells.get(c));
    }
    return kept;
  }

  public String name() {
    return name;
  }

  public List<String> header() {
    return header;
  }

  public List<Row> rows() {
    return rows;
  }

  public String place(Row row) {
    return name + ":" + row.line();
  }

  /** Column of that name, whatever its case; -1 where there is none. */
  public int column(String wanted) {
    String key = wanted.strip().toLowerCase(Locale.ROOT);
    for (int i = 0; i < header.size(); i++) if (header.get(i).toLowerCase(Locale.ROOT).equals(key)) return i;
    return -1;
  }

  /** All cells of one column, in the order of the lines. */
  public List<String> cells(int column) {
    return rows.stream().map(r -> r.cell(column)).toList();
  }
}
