// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.replan;

import java.nio.file.Path;
import java.time.DateTimeException;
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
    int event = WORDS.indexOf(line.get("event"));
    if (event < 0) {
      findings.add(Finding.error("unknown-word", line.at(), "`event: %s`.%s".formatted(line.get("event"), Nearest.hint(line.get("event"), WORDS)), "nobody can tell what happened", "use one of: " + String.join(", ", WORDS)));
      return Optional.empty();
    }
    try {
      Instant time = OffsetDateTime.parse(line.get("at")).toInstant();
      int trip = line.get("trip").isEmpty() ? 1 : Integer.parseInt(line.get("trip"));
      Optional<Double> amount = line.get("amount").isEmpty() ? Optional.empty() : Optional.of(Double.parseDouble(line.get("amount")));
      if (amount.isPresent() && !(amount.get() >= 0 && amount.get() < 1e9)) throw new NumberFormatException("amount " + amount.get());
      return Optional.of(new Actual(line.at(), line.get("vehicle"), trip, Event.values()[event], time, amount));
    } catch (DateTimeException e) {
      findings.add(Finding.error("not-a-time", line.at(), "`at: %s`".formatted(line.get("at")), "it cannot be placed", "write it as text with its offset, such as 2016-10-20T09:40+03:00"));
    } catch (NumberFormatException e) {
      findings.add(Finding.error("not-a-number", line.at(), "`trip: %s`, `amount: %s`".formatted(line.get("trip"), line.get("amount")), "it cannot be reckoned with", "write whole numbers for trips, and amounts that are not negative"));
    }
    return Optional.empty();
  }
}
