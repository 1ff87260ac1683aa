// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.respite.monitor.clock.PastPause;
import org.respite.monitor.clock.ReferenceClass;

/**
 * Reads past pauses: columns {@code hours} and {@code broken} (yes or no; no: it ran out as agreed, or still held when last seen); where there are,
 * {@code hours_until} (it broke between the two), {@code kind}, {@code conflict} and {@code began} (ISO day, with or without a time).
 */
public final class PausesReader {
  private static final String SHIPPED = "past-pauses.csv";

  private PausesReader() {}

  /** A class of a table; empty, with findings, where the table does not give one. */
  public static Optional<ReferenceClass> read(Table table, Optional<String> kinds, Findings findings) {
    return pauses(table, findings).flatMap(p -> chosen("past pauses of " + table.name().replaceAll(".*[/\\\\]", ""), p, kinds, findings));
  }

  /**
   * A class of those that come with Respite, each with its source: see the file itself.
   *
   * @param kinds with commas between; empty: all
   */
  public static Optional<ReferenceClass> shipped(Optional<String> kinds, Findings findings) {
    try (InputStream in = ReferenceClass.class.getResourceAsStream(SHIPPED)) {
      return Table.read(SHIPPED, in.readAllBytes(), findings).flatMap(t -> pauses(t, findings)).flatMap(p -> chosen("past pauses that come with Respite", p, kinds, findings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<ReferenceClass> chosen(String words, List<PastPause> all, Optional<String> kinds, Findings findings) {
    if (kinds.isEmpty()) return Optional.of(new ReferenceClass(words, all));
    List<String> asked = List.of(kinds.get().toLowerCase(Locale.ROOT).strip().split("\\s*,\\s*"));
    var known = all.stream().map(PastPause::kind).filter(k -> !k.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    for (String kind : asked) {
      if (known.contains(kind)) continue;
      findings.add(new Finding("M131", "--pauses-kind", "there is no past pause of the kind \"" + kind + "\"", "the class would not be what was asked for",
          known.isEmpty() ? "the table has no column kind; leave the option out" : "one or more of " + String.join(", ", known)));
      return Optional.empty();
    }
    return Optional.of(new ReferenceClass(words + ", " + String.join(" and ", asked), all.stream().filter(p -> asked.contains(p.kind())).toList()));
  }

  private static Optional<List<PastPause>> pauses(Table table, Findings findings) {
    int hours = table.column("hours");
    int broken = table.column("broken");
    if (hours < 0 || broken < 0) {
      findings.add(new Finding("M127", table.name() + ":1", "past pauses need the columns hours and broken", "nothing can be said on holding",
          "one line for each pause: 8,yes or 72,no"));
      return Optional.empty();
    }
    List<PastPause> pauses = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      Optional<PastPause> pause = pause(table, row);
      if (pause.isEmpty()) {
        findings.add(new Finding("M128", table.place(row), "\"" + row.cell(hours) + "\", \"" + row.cell(broken) + "\" is no pause",
            "the class would be wrong", "hours above 0, and yes or no; hours_until, where there is one, above hours"));
      }
      pause.ifPresent(pauses::add);
    }
    return findings.stop() ? Optional.empty() : Optional.of(pauses);
  }

  private static Optional<PastPause> pause(Table table, Table.Row row) {
    String end = row.cell(table.column("broken")).toLowerCase(Locale.ROOT);
    Optional<Double> low = number(row.cell(table.column("hours")));
    String until = row.cell(table.column("hours_until"));
    Optional<Double> high = until.isEmpty() ? low : number(until);
    if (!end.matches("yes|no|1|0|true|false") || low.isEmpty() || high.isEmpty() || high.get() == 0 || high.get() < low.get()) return Optional.empty();
    boolean broken = end.matches("yes|1|true");
    if (!broken && !until.isEmpty()) return Optional.empty();
    return Optional.of(new PastPause(row.cell(table.column("conflict")), row.cell(table.column("kind")).toLowerCase(Locale.ROOT), day(row.cell(table.column("began"))), low.get(), high.get(), broken));
  }

  private static Optional<LocalDate> day(String cell) {
    try {
      return cell.length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(cell.substring(0, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> number(String cell) {
    return cell.matches("\\d+(\\.\\d+)?") ? Optional.of(Double.parseDouble(cell)) : Optional.empty();
  }
}
