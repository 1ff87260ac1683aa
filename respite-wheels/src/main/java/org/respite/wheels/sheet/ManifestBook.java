// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.respite.wheels.closing.Convoy;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.schedule.Trip;

/**
 * A plan as a workbook: manifest (one row a load, with columns for seal and count at the far end), movements (one row a stage), and requests in
 * the form that {@link Requests} reads. Codes and times are texts, so that no spreadsheet turns them into numbers.
 */
public final class ManifestBook {
  private static final int WIDE = 22;

  private final Movement movement;
  private final ZoneId zone;
  private final Map<Trip, Integer> convoys;

  private ManifestBook(Movement movement, ZoneId zone) {
    this.movement = movement;
    this.zone = zone;
    this.convoys = movement.convoyNumbers();
  }

  /** @param version of the software; the workbook keeps its first two numbers */
  public static void write(OutputStream out, String version, Movement movement, ZoneId zone) throws IOException {
    new ManifestBook(movement, zone).write(out, version);
  }

  private void write(OutputStream out, String version) throws IOException {
    try (Workbook book = new Workbook(out, "Respite", version.replaceFirst("^(\\d+\\.\\d+).*", "$1"))) {
      manifest(book.newWorksheet("manifest"));
      movements(book.newWorksheet("movements"));
      requests(book.newWorksheet("requests"));
    }
  }

  private void manifest(Worksheet s) {
    header(s, "vehicle", "trip", "convoy", "corridor", "site", "departs", "code", "item", "sent", "unit", "volume_m3", "arrives_planned", "seal", "received", "removed", "removed_by");
    int r = 1;
    Map<String, Integer> trips = new java.util.HashMap<>();
    for (Trip t : movement.schedule().trips()) {
      int trip = trips.merge(movement.schedule().vehicleName(t), 1, Integer::sum);
      for (Trip.Load l : t.load()) {
        Cargo c = problem().cargo().get(l.cargo());
        trip(s, r, t, trip);
        s.value(r, 5, iso(t.leaves()));
        s.value(r, 6, c.id());
        s.value(r, 7, c.name());
        s.value(r, 8, rounded(l.sent()));
        s.value(r, 9, c.unit());
        s.value(r, 10, rounded(l.sent() * c.volume()));
        s.value(r++, 11, rounded(l.arrives()));
      }
    }
  }

  private void trip(Worksheet s, int r, Trip t, int trip) {
    s.value(r, 0, movement.schedule().vehicleName(t));
    s.value(r, 1, trip);
    s.value(r, 2, convoys.get(t));
    s.value(r, 3, t.type().corridor());
    s.value(r, 4, t.type().site());
  }

  private void movements(Worksheet s) {
    header(s, "vehicle", "trip", "convoy", "corridor", "site", "stage", "where", "from", "to", "turn_back_at");
    int r = 1;
    Map<String, Integer> trips = new java.util.HashMap<>();
    for (Trip t : movement.schedule().trips()) {
      int trip = trips.merge(movement.schedule().vehicleName(t), 1, Integer::sum);
      int[] last = t.type().lastStarts();
      for (int i = 0; i < t.type().count(); i++) {
        Stage stage = t.type().stages().get(i);
        trip(s, r, t, trip);
        s.value(r, 5, stage.kind().words());
        s.value(r, 6, stage.where());
        s.value(r, 7, iso(t.start(i)));
        s.value(r, 8, iso(t.end(i)));
        s.value(r++, 9, iso(last[i]));
      }
    }
  }

  private void requests(Worksheet s) {
    header(s, "code", "item", "quantity", "unit", "weight_kg", "volume_m3", "from", "to", "ready", "note");
    int r = 1;
    for (int i = 0; i < problem().cargo().size(); i++) {
      Cargo c = problem().cargo().get(i);
      double sent = sent(i);
      if (sent == 0 || !c.unit().equals("t")) continue;
      s.value(r, 0, c.id());
      s.value(r, 1, c.name());
      s.value(r, 2, rounded(sent));
      s.value(r, 3, "t");
      s.value(r, 4, rounded(sent * 1_000));
      s.value(r, 5, rounded(sent * c.volume()));
      s.value(r++, 8, iso(movement.schedule().trips().stream().mapToInt(Trip::departs).min().orElse(0)));
    }
  }

  private double sent(int cargo) {
    return movement.convoys().stream().map(Convoy::trips).flatMap(List::stream).flatMap(t -> t.load().stream()).filter(l -> l.cargo() == cargo).mapToDouble(Trip.Load::sent).sum();
  }

  private static void header(Worksheet s, String... names) {
    for (int i = 0; i < names.length; i++) {
      s.value(0, i, names[i]);
      s.style(0, i).bold().set();
      s.width(i, WIDE);
    }
    s.freezePane(0, 1);
  }

  /** To the kilogram. */
  private static double rounded(double v) {
    return Math.round(v * 1_000) / 1_000.0;
  }

  private Problem problem() {
    return movement.problem();
  }

  private String iso(int second) {
    Instant at = problem().at(second);
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone).toOffsetDateTime());
  }
}
