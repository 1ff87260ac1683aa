// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.model.finding.Nearest;

/**
 * Rows of a table that people filled in: the first sheet of an XLSX that has the wanted columns, or a CSV. Every cell comes as text with what
 * it was; what a spreadsheet hides (merged cells, formulas, dates that are numbers) becomes a finding where the cell is asked for.
 */
public final class Rows {
  /** More is no list that people filled in; the rest is not read. */
  static final int MOST = 200_000;

  private static final long LARGEST = 64L << 20;
  private static final int HEADER_WITHIN = 20;
  private static final int MERGED_SHOWN = 5;
  private static final Pattern MERGED = Pattern.compile("<mergeCell ref=\"([A-Z0-9:]+)\"");

  private final String file;
  private final List<String> required;
  private final List<String> known;
  private final List<Finding> findings;
  private final List<Line> lines = new ArrayList<>();

  /** @param dateFormat whether the spreadsheet shows a number as a day or time */
  public record Text(String value, boolean number, boolean formula, boolean dateFormat) {}

  /** One filled row. */
  public record Line(At at, Map<String, Text> cells) {
    public String get(String column) {
      Text t = cells.get(column);
      return t == null ? "" : t.value();
    }
  }

  private Rows(String file, List<String> required, List<String> known, List<Finding> findings) {
    this.file = file;
    this.required = required;
    this.known = known;
    this.findings = findings;
  }

  /**
   * Reads a table; never throws for what stands in it.
   *
   * @param required columns without which a row says nothing
   * @param optional further columns; anything else is a warning
   */
  public static List<Line> read(Path path, List<String> required, List<String> optional, List<Finding> findings) {
    List<String> known = Stream.concat(required.stream(), optional.stream()).toList();
    Rows r = new Rows(String.valueOf(path.getFileName()), required, known, findings);
    try {
      if (!Files.isRegularFile(path)) r.error(At.file(r.file), "no-file", Files.isDirectory(path) ? "it is a folder" : "it is not there", "there is nothing to read", "name an XLSX or CSV file");
      else if (Files.size(path) == 0) r.error(At.file(r.file), "empty-file", "the file is empty", "there is nothing to read", "is this the right file?");
      else if (Files.size(path) > LARGEST) r.error(At.file(r.file), "file-too-large", "%,d bytes".formatted(Files.size(path)), "a list has at most %,d".formatted(LARGEST), "is this the right file?");
      else if (isZip(path)) r.workbook(path);
      else r.csv(path);
    } catch (IOException | ExcelReaderException e) {
      r.error(At.file(r.file), "unreadable", "it cannot be read: " + e.getMessage(), "nothing of it is used", "open it in a spreadsheet and save it anew as .xlsx or .csv");
    }
    return r.lines;
  }

  private static boolean isZip(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == 'P' && in.read() == 'K';
    }
  }

  private void workbook(Path path) throws IOException {
    merged(path);
    try (ReadableWorkbook book = new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true))) {
      List<Sheet> sheets = book.getSheets().toList();
      for (Sheet s : sheets) if (sheet(s)) return;
      error(At.file(file), "no-header", "no sheet has the columns " + String.join(", ", required), "no row can be read", "put these names into one row at the top: " + String.join(", ", known));
    }
  }

  private boolean sheet(Sheet s) throws IOException {
    try (Stream<Row> stream = s.openStream()) {
      Map<String, Integer> columns = null;
      int read = 0;
      for (Iterator<Row> it = stream.iterator(); it.hasNext(); ) {
        Row row = it.next();
        At at = new At(file + "!" + s.getName(), row.getRowNum());
        if (columns == null) {
          if (row.getRowNum() > HEADER_WITHIN) return false;
          columns = header(texts(row), at);
          continue;
        }
        if (++read > MOST) {
          tooMany(at);
          return true;
        }
        line(row, columns, at);
      }
      return columns != null;
    }
  }

  private void tooMany(At at) {
    error(at, "too-many-rows", "more than %,d rows".formatted(MOST), "the rows after it are not read", "is this the right sheet? Delete empty formatted rows, or split the list");
  }

  private static List<String> texts(Row row) {
    List<String> all = new ArrayList<>();
    for (Cell c : row) all.add(c == null ? "" : c.getText());
    return all;
  }

  /** The places of known columns; null where this row is no header. */
  private Map<String, Integer> header(List<String> cells, At at) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    List<String> strange = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = cells.get(i).strip().toLowerCase(Locale.ROOT).replace(' ', '_');
      if (known.contains(name)) columns.putIfAbsent(name, i);
      else if (!name.isEmpty()) strange.add(name);
    }
    if (!columns.keySet().containsAll(required)) return null;
    for (String s : strange) warning(at, "unknown-column", "column `%s` is not known here.%s".formatted(s, Nearest.hint(s, known)), "what stands in it is not used", "known: " + String.join(", ", known));
    return columns;
  }

  private void line(Row row, Map<String, Integer> columns, At at) {
    Map<String, Text> cells = new LinkedHashMap<>();
    columns.forEach((name, i) -> {
      Cell c = i < row.getCellCount() ? row.getCell(i) : null;
      if (c != null && c.getType() != CellType.EMPTY) cells.put(name, text(c));
    });
    if (cells.values().stream().anyMatch(t -> !t.value().isBlank())) lines.add(new Line(at, cells));
  }

  private static Text text(Cell c) {
    boolean formula = c.getFormula() != null || c.getType() == CellType.FORMULA;
    String raw = c.getRawValue() == null ? "" : c.getRawValue();
    boolean number = c.getType() == CellType.NUMBER || formula && raw.matches("-?[0-9.]+([eE][-+]?[0-9]+)?");
    String format = c.getDataFormatString() == null ? "" : c.getDataFormatString().toLowerCase(Locale.ROOT);
    boolean date = number && (format.contains("yy") || format.contains("h:mm") || format.contains("d-mmm") || format.contains("m/d"));
    String value = number ? plain(raw) : c.getType() == CellType.STRING ? c.asString() : raw;
    return new Text(value.strip(), number, formula, date);
  }

  private static String plain(String raw) {
    try {
      return new java.math.BigDecimal(raw).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return raw;
    }
  }

  /** Only the first cell of merged ones holds anything: told once, with the first few places. */
  private void merged(Path path) throws IOException {
    List<String> places = new ArrayList<>();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (ZipEntry e : zip.stream().filter(z -> z.getName().startsWith("xl/worksheets/sheet")).toList()) {
        if (e.getSize() > 16 * LARGEST) continue;
        try (InputStream in = zip.getInputStream(e)) {
          Matcher m = MERGED.matcher(tail(in));
          while (m.find()) places.add(m.group(1));
        }
      }
    }
    if (places.isEmpty()) return;
    String shown = String.join(", ", places.stream().limit(MERGED_SHOWN).toList()) + (places.size() > MERGED_SHOWN ? ", ... (%d in all)".formatted(places.size()) : "");
    warning(At.file(file), "merged-cells", "merged cells at " + shown, "only the first cell of each holds the value; the others read as empty", "unmerge them and write the value into every row");
  }

  /** Merged cells are listed behind the rows: the last part of a sheet is enough. */
  private static String tail(InputStream in) throws IOException {
    byte[] window = new byte[1 << 20];
    int filled = 0;
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
      int keep = Math.min(filled, window.length - n);
      System.arraycopy(window, filled - keep, window, 0, keep);
      System.arraycopy(buffer, 0, window, keep, n);
      filled = keep + n;
    }
    return new String(window, 0, filled, StandardCharsets.UTF_8);
  }

  /** Spreadsheets of many countries write semicolons, some tabs: whichever stands most often in the first line. */
  private static String separator(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      String first = new String(in.readNBytes(4_096), StandardCharsets.UTF_8).lines().findFirst().orElse("");
      return Stream.of(",", ";", "\t").max(java.util.Comparator.comparingLong(c -> first.chars().filter(x -> x == c.charAt(0)).count())).orElseThrow();
    }
  }

  private void csv(Path path) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(separator(path)).ofCsvRecord(path)) {
      Map<String, Integer> columns = null;
      int read = 0;
      for (CsvRecord row : reader) {
        At at = new At(file, (int) row.getStartingLineNumber());
        List<String> cells = row.getFields().stream().map(f -> f.startsWith("\uFEFF") ? f.substring(1) : f).toList();
        if (columns == null) {
          columns = header(cells, at);
          if (columns != null) continue;
          error(at, "no-header", "columns are " + String.join(",", cells), "no row can be read", "begin with: " + String.join(",", known));
          return;
        }
        if (++read > MOST) {
          tooMany(at);
          return;
        }
        Map<String, Text> line = new LinkedHashMap<>();
        columns.forEach((name, i) -> {
          if (i < cells.size() && !cells.get(i).isBlank()) line.put(name, new Text(cells.get(i).strip(), false, false, false));
        });
        if (!line.isEmpty()) lines.add(new Line(at, line));
      }
    } catch (CsvParseException | java.io.UncheckedIOException e) {
      error(At.file(file), "not-csv", "the text is neither XLSX nor CSV: " + e.getMessage(), "the rows after it are not read", "look for an unclosed quotation mark, or save it as .xlsx");
    }
  }

  private void error(At at, String code, String what, String effect, String remedy) {
    findings.add(Finding.error(code, at, what, effect, remedy));
  }

  private void warning(At at, String code, String what, String effect, String remedy) {
    findings.add(Finding.warning(code, at, what, effect, remedy));
  }
}
