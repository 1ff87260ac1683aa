// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.input;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.respite.monitor.incident.Alert;
import org.respite.monitor.incident.Gazetteer;
import org.respite.monitor.incident.Passage;
import org.respite.monitor.incident.Way;

/** Reads what a case gives besides reports: named areas, notified points and legs, plan and count by corridor and hour. */
public final class PlacesReader {
  private final Table table;
  private final Findings findings;

  private PlacesReader(Table table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  private boolean has(String... columns) {
    boolean all = true;
    for (String c : columns) {
      if (table.column(c) >= 0) continue;
      all = false;
      findings.add(new Finding("M126", table.name() + ":1", "there is no column \"" + c + "\"", "the table cannot be read",
          "columns: " + String.join(", ", columns)));
    }
    return all;
  }

  private String cell(Table.Row row, String column) {
    return row.cell(table.column(column));
  }

  private double number(Table.Row row, String column) {
    String text = cell(row, column);
    if (text.matches("-?\\d+(\\.\\d+)?")) return Double.parseDouble(text);
    findings.add(new Finding("M125", table.place(row), "\"" + text + "\" in \"" + column + "\" is not a number", "the line cannot be read",
        "write it as 36.2021"));
    return 0;
  }

  private Instant time(Table.Row row, String column, Optional<ZoneId> zone) {
    return Times.parse(cell(row, column), zone).orElseGet(() -> {
      findings.add(new Finding("M121", table.place(row), "\"" + cell(row, column) + "\" is no time with a zone", "the line has no place in time",
          "write 2016-10-20T08:00+03:00, or name the zone of the file with --zone"));
      return Instant.EPOCH;
    });
  }

  /** Columns {@code place, lat, lon, radius_m} and, if there, {@code spellings} with bars between them. */
  public static Gazetteer gazetteer(Table table, Findings findings) {
    var reader = new PlacesReader(table, findings);
    var places = new ArrayList<Gazetteer.Place>();
    if (reader.has("place", "lat", "lon", "radius_m")) {
      for (Table.Row row : table.rows()) {
        List<String> spellings = List.of(row.cell(table.column("spellings")).split("\\s*\\|\\s*"));
        places.add(new Gazetteer.Place(reader.cell(row, "place"), reader.number(row, "lat"), reader.number(row, "lon"),
            reader.number(row, "radius_m"), spellings.stream().filter(s -> !s.isEmpty()).toList()));
      }
    }
    return new Gazetteer(places);
  }

  /** Columns {@code name, lat, lon, near_m, from, to}: points told to the parties, and legs while people are on them. */
  public static List<Alert.Watched> notified(Table table, Optional<ZoneId> zone, Findings findings) {
    var reader = new PlacesReader(table, findings);
    var watched = new ArrayList<Alert.Watched>();
    if (!reader.has("name", "lat", "lon", "near_m", "from", "to")) return watched;
    for (Table.Row row : table.rows()) {
      watched.add(new Alert.Watched(Way.at(reader.cell(row, "name"), reader.number(row, "lat"), reader.number(row, "lon"),
          reader.number(row, "near_m")), reader.time(row, "from", zone), reader.time(row, "to", zone)));
    }
    return watched;
  }

  /** Columns {@code corridor, hour, planned, passed}; an empty {@code passed} says that nobody counted. */
  public static List<Passage> passages(Table table, Optional<ZoneId> zone, Findings findings) {
    var reader = new PlacesReader(table, findings);
    var passages = new ArrayList<Passage>();
    if (!reader.has("corridor", "hour", "planned", "passed")) return passages;
    for (Table.Row row : table.rows()) {
      passages.add(new Passage(reader.cell(row, "corridor"), reader.time(row, "hour", zone), reader.whole(row, "planned"), reader.whole(row, "passed")));
    }
    return passages;
  }

  private OptionalInt whole(Table.Row row, String column) {
    return SeriesColumns.saysNothing(cell(row, column)) ? OptionalInt.empty() : OptionalInt.of((int) number(row, column));
  }

  /** Columns {@code place, spelling}: other ways to write a place of the case. */
  public static Map<String, List<String>> spellings(Table table, Findings findings) {
    var reader = new PlacesReader(table, findings);
    Map<String, List<String>> all = new LinkedHashMap<>();
    if (!reader.has("place", "spelling")) return all;
    for (Table.Row row : table.rows()) all.computeIfAbsent(reader.cell(row, "place"), k -> new ArrayList<>()).add(reader.cell(row, "spelling"));
    return all;
  }
}
