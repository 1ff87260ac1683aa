// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.input;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.respite.monitor.incident.HowKnown;
import org.respite.monitor.incident.Observer;
import org.respite.monitor.incident.Report;

/**
 * Reads reports, one a line, and observers.
 *
 * <p>Columns of reports: {@code occurred_from} and {@code source} are needed; {@code occurred_to, reported_at, received_at, lat,
 * lon, radius_m, place, kind, weapon, alleged_actor, alleging_party, copied_from, count_low, count_high, killed_low,
 * killed_high, how_known, note} may be there. A form's group names before the last slash (Kobo) are not looked at; there
 * {@code _submission_time} is when it was received and {@code _submitted_by} or {@code username} the source.
 */
public final class ReportReader {
  private static final double DEFAULT_RADIUS_M = 1000;
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,12}([.,]\\d{0,20})?");

  private final Table table;
  private final Optional<ZoneId> zone;
  private final Instant now;
  private final Findings findings;

  private ReportReader(Table table, Optional<ZoneId> zone, Instant now, Findings findings) {
    this.table = table;
    this.zone = zone;
    this.now = now;
    this.findings = findings;
  }

  /** Whether the table holds reports rather than counts. */
  public static boolean holdsReports(Table table) {
    return any(table, "occurred_from") >= 0;
  }

  /** Column of that name, with or without a form's groups before it. */
  private static int any(Table table, String... names) {
    for (String name : names) {
      for (int i = 0; i < table.header().size(); i++) {
        String h = table.header().get(i).toLowerCase(Locale.ROOT);
        if (h.substring(h.lastIndexOf('/') + 1).equals(name)) return i;
      }
    }
    return -1;
  }

  /** All reports; findings tell what was wrong with which line. {@code now}: later is the future. */
  public static List<Report> read(Table table, Optional<ZoneId> zone, Instant now, Findings findings) {
    return new ReportReader(table, zone, now, findings).reports();
  }

  private List<Report> reports() {
    int source = any(table, "source", "_submitted_by", "username");
    if (source < 0) {
      findings.add(new Finding("M120", table.name() + ":1", "there is no column \"source\"",
          "copies and floods cannot be told from independent reports", "add it; a code for each source is enough"));
      return List.of();
    }
    var reports = new ArrayList<Report>();
    for (Table.Row row : table.rows()) report(row, source).ifPresent(reports::add);
    return reports;
  }

  private Optional<Report> report(Table.Row row, int sourceColumn) {
    Optional<Instant> from = time(row, any(table, "occurred_from"), true);
    Optional<Instant> to = time(row, any(table, "occurred_to"), false);
    Optional<Instant> reported = time(row, any(table, "reported_at"), false);
    Optional<Instant> received = time(row, any(table, "received_at", "_submission_time"), false);
    if (from.isEmpty()) return Optional.empty();
    Instant end = to.orElse(from.get());
    Instant told = reported.orElse(received.orElse(end));
    Instant came = received.orElse(told);
    if (!checkOrder(row, from.get(), end, came)) return Optional.empty();
    String source = row.cell(sourceColumn);
    if (source.isEmpty()) {
      findings.add(new Finding("M224", table.place(row), "the report names no source", "it counts as one anonymous source",
          "give a code for the source"));
      source = "(anonymous)";
    }
    var origin = new Report.Origin(source, cell(row, "copied_from"), how(row));
    return Optional.of(new Report(row.line(), new Report.When(from.get(), end, told), came, where(row), origin, kind(row),
        new Report.Alleged(cell(row, "alleged_actor"), cell(row, "alleging_party")), range(row, "count"), range(row, "killed")));
  }

  private String cell(Table.Row row, String name) {
    return row.cell(any(table, name));
  }

  private Optional<Instant> time(Table.Row row, int column, boolean needed) {
    String text = row.cell(column);
    if (text.isEmpty() && !needed) return Optional.empty();
    Optional<Instant> time = Times.parse(text, zone);
    if (time.isPresent()) {
      zone.ifPresent(z -> tellClockChange(row, text, z));
      return time;
    }
    boolean zoneless = Times.lacksZone(text);
    findings.add(new Finding(zoneless ? "M121" : "M108", table.place(row),
        zoneless ? "\"" + text + "\" has no time zone" : "\"" + text + "\" is not a time",
        "the report has no sure place in time", zoneless ? "write 2016-10-19T08:00+03:00, or name the zone of the file with --zone"
            : "write times as 2016-10-19T08:00+03:00"));
    return Optional.empty();
  }

  /** A local time that the clocks left out, or showed twice. */
  private void tellClockChange(Table.Row row, String text, ZoneId local) {
    switch (Times.readings(text, local)) {
      case 0 -> findings.add(new Finding("M235", table.place(row), "\"" + text + "\" was on no clock in " + local + ": clocks went forward over it",
          "it is read as if they had not yet", "write the time with its offset, such as 2016-10-19T08:00+03:00"));
      case 2 -> findings.add(new Finding("M235", table.place(row), "\"" + text + "\" was on the clocks in " + local + " twice: they went back over it",
          "the first of the two is taken", "write the time with its offset, such as 2016-10-19T08:00+03:00"));
      default -> { }
    }
  }

  private boolean checkOrder(Table.Row row, Instant from, Instant to, Instant received) {
    if (from.isAfter(now) || received.isAfter(now)) {
      findings.add(new Finding("M109", table.place(row), "the report is from the future", "nobody can have made it",
          "correct the time, or the clock of this computer"));
      return false;
    }
    if (to.isBefore(from)) {
      findings.add(new Finding("M122", table.place(row), "it ended before it began", "the report has no sure place in time",
          "exchange occurred_from and occurred_to, or correct one"));
      return false;
    }
    if (received.isBefore(from)) {
      findings.add(new Finding("M123", table.place(row), "it was received before it occurred",
          "it cannot be known which time is wrong", "correct received_at or occurred_from; look at the zones"));
      return false;
    }
    return true;
  }

  private Report.Where where(Table.Row row) {
    String place = cell(row, "place");
    OptionalDouble lat = decimal(row, any(table, "lat", "latitude"));
    OptionalDouble lon = decimal(row, any(table, "lon", "longitude"));
    if (lat.isEmpty() || lon.isEmpty()) return new Report.Where(place, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    if (lat.getAsDouble() == 0 && lon.getAsDouble() == 0) {
      findings.add(new Finding("M225", table.place(row), "the point is 0,0, in the sea off Africa", "the report keeps its place name and no point",
          "leave lat and lon empty where they are not known"));
      return new Report.Where(place, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }
    if (Math.abs(lat.getAsDouble()) > 90 || Math.abs(lon.getAsDouble()) > 180) {
      findings.add(new Finding("M124", table.place(row), "the point " + lat.getAsDouble() + ", " + lon.getAsDouble() + " is not on Earth",
          "the report has no sure place", "lat lies in [-90, 90], lon in [-180, 180]; look whether they are exchanged"));
    }
    double radius = decimal(row, any(table, "radius_m")).orElse(DEFAULT_RADIUS_M);
    return new Report.Where(place, lat, lon, OptionalDouble.of(radius));
  }

  private OptionalDouble decimal(Table.Row row, int column) {
    String text = row.cell(column);
    if (text.isEmpty()) return OptionalDouble.empty();
    if (NUMBER.matcher(text).matches()) return OptionalDouble.of(Double.parseDouble(text.replace(',', '.')));
    findings.add(new Finding("M125", table.place(row), "\"" + text + "\" in \"" + table.header().get(column) + "\" is not a number",
        "the line cannot be read", "write it as 36.2021"));
    return OptionalDouble.empty();
  }

  private String kind(Table.Row row) {
    String kind = cell(row, "kind").toLowerCase(Locale.ROOT);
    if (kind.isEmpty()) return "unsaid";
    return List.of("none", "quiet", "nothing", "all quiet").contains(kind) ? Report.NONE : kind;
  }

  private HowKnown how(Table.Row row) {
    String text = cell(row, "how_known").toLowerCase(Locale.ROOT);
    return switch (text) {
      case "seen" -> HowKnown.SEEN;
      case "heard" -> HowKnown.HEARD;
      case "camera" -> HowKnown.CAMERA;
      case "told", "" -> HowKnown.TOLD;
      default -> {
        findings.add(new Finding("M226", table.place(row), "\"" + text + "\" is none of seen, heard, camera, told",
            "it counts as told, which confirms nothing", "use one of the four"));
        yield HowKnown.TOLD;
      }
    };
  }

  private Report.Range range(Table.Row row, String what) {
    OptionalDouble low = decimal(row, any(table, what + "_low"));
    OptionalDouble high = decimal(row, any(table, what + "_high"));
    return new Report.Range(whole(low), whole(high));
  }

  private static OptionalInt whole(OptionalDouble value) {
    return value.isPresent() ? OptionalInt.of((int) value.getAsDouble()) : OptionalInt.empty();
  }

  /** Observers: columns {@code observer, place, from, to}; an empty place means everywhere. */
  public static List<Observer> observers(Table table, Optional<ZoneId> zone, Findings findings) {
    var reader = new ReportReader(table, zone, Instant.MAX, findings);
    var observers = new ArrayList<Observer>();
    for (String needed : List.of("observer", "from", "to")) {
      if (table.column(needed) >= 0) continue;
      findings.add(new Finding("M126", table.name() + ":1", "there is no column \"" + needed + "\"", "nobody's watch can be read",
          "columns: observer, place, from, to"));
      return observers;
    }
    for (Table.Row row : table.rows()) {
      Optional<Instant> from = reader.time(row, table.column("from"), true);
      Optional<Instant> to = reader.time(row, table.column("to"), true);
      if (from.isEmpty() || to.isEmpty()) continue;
      if (to.get().isBefore(from.get())) {
        findings.add(new Finding("M122", table.place(row), "it ended before it began", "nobody's watch can be read", "exchange from and to, or correct one"));
        continue;
      }
      observers.add(new Observer(row.cell(table.column("observer")), row.cell(table.column("place")), from.get(), to.get()));
    }
    return observers;
  }
}
