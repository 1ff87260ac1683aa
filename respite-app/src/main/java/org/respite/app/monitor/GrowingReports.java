// SPDX-License-Identifier: Apache-2.0
package org.respite.app.monitor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.respite.monitor.incident.Report;
import org.respite.monitor.input.Findings;
import org.respite.monitor.input.ReportReader;
import org.respite.monitor.input.Table;

/**
 * A file of reports that is watched while lines are added to it: only those are read again. A file that changed anywhere else, or in which
 * anything stops the run, is read anew as a whole.
 */
final class GrowingReports {
  /**
   * @param name how findings call the file
   * @param whole its table, where it was read to see what it holds; {@code ofWhole} what that found
   */
  record Source(String name, byte[] bytes, Optional<Table> whole, Findings ofWhole) {}

  private byte[] before = {};
  private int headLines;
  private Findings told = new Findings();
  private final List<Report> reports = new ArrayList<>();

  /** All reports of the file as it is now, and what is to be said of its lines; {@code now}: later is the future. */
  List<Report> read(Source source, Optional<ZoneId> zone, Instant now, Findings findings) {
    Optional<byte[]> added = added(source.bytes());
    if (added.isEmpty()) {
      reports.clear();
      told = new Findings();
    }
    if (added.isEmpty() || added.get().length > 0) {
      Optional<Table> table = added.isEmpty() ? source.whole() : Table.read(source.name(), added.get(), told);
      if (added.isEmpty()) told.addAll(source.ofWhole());
      table.ifPresent(t -> reports.addAll(ReportReader.read(t, zone, now, told)));
      if (added.isEmpty()) headLines = table.map(t -> t.rows().getFirst().line() - 1).orElse(0);
    }
    before = told.stop() ? new byte[0] : source.bytes();
    findings.addAll(told);
    return List.copyOf(reports);
  }

  /** Whether it is the file that was read last, with whole lines added or none. */
  boolean continuedBy(byte[] now) {
    int known = before.length;
    return known > 0 && before[known - 1] == '\n' && before[0] != (byte) 0xFF && before[0] != (byte) 0xFE && headLines > 0
        && now.length >= known && Arrays.mismatch(before, 0, known, now, 0, known) < 0;
  }

  /** The head and the lines that are new, on their own lines; without any byte where none is new, and empty where the file is another. */
  private Optional<byte[]> added(byte[] now) {
    int known = before.length;
    if (!continuedBy(now)) return Optional.empty();
    byte[] more = Arrays.copyOfRange(now, known, now.length);
    if (new String(more, StandardCharsets.UTF_8).isBlank()) return Optional.of(new byte[0]);
    var out = new ByteArrayOutputStream();
    int lines = 0;
    int head = 0;
    for (int i = 0; i < known; i++) {
      if (before[i] != '\n') continue;
      if (++lines == headLines) head = i + 1;
    }
    out.write(before, 0, head);
    for (int line = headLines; line < lines; line++) out.write('\n');
    out.writeBytes(more);
    return Optional.of(out.toByteArray());
  }
}
