// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.respite.model.finding.At;

/** CSV (RFC 4180, header row, comma, UTF-8 with or without a byte order mark) into one {@link Node.Fields} a row. */
final class CsvTree {
  private CsvTree() {}

  /** The rows; columns must be exactly {@code columns}, in any order. */
  static List<Node.Fields> parse(String file, String text, List<String> columns, Findings findings) {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(body)) {
      var records = reader.iterator();
      if (!records.hasNext()) {
        findings.error("empty-file", At.file(file), "no header row", "the table cannot be read", "begin with: " + String.join(",", columns));
        return List.of();
      }
      CsvRecord header = records.next();
      if (!headerFits(file, header, columns, findings)) return List.of();
      List<Node.Fields> rows = new ArrayList<>();
      while (records.hasNext()) row(file, header, records.next(), findings).ifPresent(rows::add);
      return rows;
    } catch (CsvParseException | java.io.IOException e) {
      findings.error("not-csv", At.file(file), "the text is not CSV: " + e.getMessage(), "the rows after it are not read", "look for an unclosed quotation mark");
      return List.of();
    }
  }

  private static boolean headerFits(String file, CsvRecord header, List<String> columns, Findings findings) {
    At at = new At(file, (int) header.getStartingLineNumber());
    List<String> got = header.getFields().stream().map(String::strip).toList();
    if (got.size() == columns.size() && got.containsAll(columns)) return true;
    String separator = got.size() == 1 && got.getFirst().contains(";") ? " The columns look separated by semicolons; use commas." : "";
    findings.error(
        "wrong-columns", at, "columns are " + String.join(",", got), "no row can be read", "use exactly: " + String.join(",", columns) + "." + separator);
    return false;
  }

  private static java.util.Optional<Node.Fields> row(String file, CsvRecord header, CsvRecord row, Findings findings) {
    At at = new At(file, (int) row.getStartingLineNumber());
    if (row.getFieldCount() == 1 && row.getField(0).isBlank()) return java.util.Optional.empty();
    if (row.getFieldCount() != header.getFieldCount()) {
      findings.error(
          "wrong-row", at, "%d fields, the header has %d".formatted(row.getFieldCount(), header.getFieldCount()), "the row is not read",
          "put texts with commas between quotation marks");
      return java.util.Optional.empty();
    }
    LinkedHashMap<String, Node.Field> fields = new LinkedHashMap<>();
    for (int i = 0; i < row.getFieldCount(); i++) {
      fields.put(header.getField(i).strip(), new Node.Field(at, new Node.Text(row.getField(i).strip(), at)));
    }
    return java.util.Optional.of(new Node.Fields(fields, at));
  }
}
