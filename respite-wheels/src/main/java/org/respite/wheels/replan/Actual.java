// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.replan;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.model.finding.Nearest;
import org.respite.wheels.sheet.Cells;
import org.respite.wheels.sheet.Rows;

/**
 * Something that did happen to a vehicle.
 *
 * @param trip which of the vehicle's trips, from 1
 * @param amount that arrived, in the cargo's unit, of all its load together; empty where nobody counted
 */
public record Actual(At at, String vehicle, int trip, Event event, Instant time, Optional<Double> amount) {
  /** What can be told of a vehicle. */
  public enum Event {
    DEPARTED,
    INSPECTED,
    ARRIVED,
    DELIVERED,
    OUT,
    TURNED_BACK,
    /** It did not set out at its time and stands ready. */
    NOT_SENT,
    /** It does not go any more. */
    CANCELLED;

    String written() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final List<String> WORDS = Arrays.stream(Event.values()).map(Event::written).toList();

  /** Reads {@code vehicle, event, at} with {@code trip, amount, note} if there; rows with an error are left out. */
  public static List<Actual> read(Path path, List<Finding> findings) {
    List<Actual> all = new ArrayList<>();
    for (Rows.Line line : Rows.read(path, List.of("vehicle", "event", "at"), List.of("trip", "amount", "note"), findings)) read(line, findings).ifPresent(all::add);
    return all;
  }

  /** One event as {@code VEHICLE,EVENT,TIME} with an amount behind it if it was counted. */
  public static Optional<Actual> parse(String text, List<Finding> findings) {
    String[] part = text.split(",", -1);
    java.util.Map<String, Rows.Text> cells = new java.util.LinkedHashMap<>();
    String[] names = {"vehicle", "event", "at", "amount"};
    for (int i = 0; i < Math.min(part.length, names.length); i++) cells.put(names[i], new Rows.Text(part[i].strip(), false, false, false));
    return read(new Rows.Line(At.file("--event " + text), cells), findings);
  }

  private static Optional<Actual> read(Rows.Line line, List<Finding> findings) {
    int before = findings.size();
    int event = WORDS.indexOf(line.get("event").toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-'));
    if (event < 0) {
      findings.add(Finding.error("unknown-word", line.at(), "`event: %s`.%s".formatted(line.get("event"), Nearest.hint(line.get("event"), WORDS)), "nobody can tell what happened", "use one of: " + String.join(", ", WORDS)));
    }
    Optional<OffsetDateTime> time = Cells.time(line, "at", findings);
    if (time.isEmpty() && findings.stream().skip(before).noneMatch(f -> f.code().endsWith("-time") || f.code().startsWith("date-"))) {
      findings.add(Finding.error("missing-cell", line.at(), "`at` is empty", "nobody can tell when it happened", "write when, with the offset, such as 2016-10-20T09:40+03:00"));
    }
    if (line.get("vehicle").isEmpty()) findings.add(Finding.error("missing-cell", line.at(), "`vehicle` is empty", "nobody can tell whose it is", "write its name as in the movement table"));
    double trip = Cells.number(line, "trip", findings).orElse(1.0);
    Optional<Double> amount = Cells.number(line, "amount", findings);
    if (trip != Math.rint(trip) || trip < 1 || trip >= 10_000) findings.add(Finding.error("not-a-number", line.at(), "`trip: %s`".formatted(line.get("trip")), "it cannot be reckoned with", "write which of the vehicle's trips it was: 1, 2, ..."));
    if (findings.stream().skip(before).anyMatch(f -> f.severity() == Finding.Severity.ERROR)) return Optional.empty();
    return Optional.of(new Actual(line.at(), line.get("vehicle"), (int) trip, Event.values()[event], time.orElseThrow().toInstant(), amount));
  }
}
