// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.util.List;
import java.util.Optional;
import org.respite.model.quantity.Dimension;
import org.respite.model.quantity.Quantity;
import org.respite.model.register.Moment;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Destination;
import org.respite.model.scenario.Mode;
import org.respite.model.scenario.Users;

/** {@code destinations} and {@code corridors}. */
final class CorridorSection {
  private CorridorSection() {}

  static List<Destination> destinations(Keys root) {
    return root.mappings("destinations").stream().map(CorridorSection::destination).toList();
  }

  private static Destination destination(Keys keys) {
    try (Keys k = keys) {
      return new Destination(
          k.id(Kind.DESTINATION),
          k.name("name"),
          k.reference("place", Kind.SITE),
          Quantities.orNotStated(k, "takes", Dimension.PEOPLE),
          Quantities.find(k, "beds", Dimension.BEDS),
          Quantities.find(k, "discharge", Dimension.PEOPLE_RATE),
          k.textOr("note", ""),
          k.at());
    }
  }

  static List<Corridor> corridors(Keys root) {
    return root.mappings("corridors").stream().map(CorridorSection::corridor).toList();
  }

  private static Corridor corridor(Keys keys) {
    try (Keys k = keys) {
      String id = k.id(Kind.CORRIDOR);
      Corridor.Direction direction = k.word("direction", Corridor.Direction.class);
      String destination =
          direction == Corridor.Direction.IN ? k.referenceIfAny("destination", Kind.DESTINATION) : k.reference("destination", Kind.DESTINATION);
      return new Corridor(
          id,
          k.wholeIfAny("number", 1, 999, 0),
          k.name("name"),
          k.words("users", Users.class),
          k.words("modes", Mode.class),
          direction,
          destination,
          k.references("hours", Kind.WINDOW),
          clearance(k),
          k.text("known"),
          k.texts("unknown"),
          k.references("source", Kind.SOURCE),
          k.mappings("legs").stream().map(CorridorSection::leg).toList(),
          k.mappingsIfAny("checkpoints").stream().map(CorridorSection::checkpoint).toList(),
          k.at());
    }
  }

  private static Corridor.Clearance clearance(Keys corridor) {
    try (Keys k = corridor.mapping("clearance")) {
      Corridor.Clearance.Status status = k.word("status", Corridor.Clearance.Status.class);
      Moment when = k.has("at") ? Times.moment(k, "at") : new Moment.NotStated();
      String by = k.textOr("by", "");
      boolean claimed = status == Corridor.Clearance.Status.CLEARED || status == Corridor.Clearance.Status.SURVEYED;
      if (claimed && (by.isEmpty() || when instanceof Moment.NotStated)) {
        k.reading.findings.error(
            "cleared-by-nobody", k.at(), "%s is said to be %s without who and when".formatted(k.where(), Keys.written(status)),
            "people would walk on a promise", "add `by:` and `at:`, or write `status: unknown`");
      }
      return new Corridor.Clearance(status, by, when, k.referenceIfAny("source", Kind.SOURCE));
    }
  }

  private static Corridor.Leg leg(Keys keys) {
    try (Keys k = keys) {
      return new Corridor.Leg(
          k.id(Kind.LEG),
          k.reference("from", Kind.SITE),
          k.reference("to", Kind.SITE),
          Quantities.get(k, "length", Dimension.LENGTH),
          Quantities.find(k, "width", Dimension.LENGTH),
          k.has("shared") ? Optional.of(sharing(k)) : Optional.empty(),
          k.mappingsIfAny("refuges").stream().map(CorridorSection::refuge).toList(),
          k.at());
    }
  }

  private static Corridor.Refuge refuge(Keys keys) {
    try (Keys k = keys) {
      return new Corridor.Refuge(k.name("name"), Quantities.get(k, "after", Dimension.LENGTH));
    }
  }

  private static Corridor.Sharing sharing(Keys leg) {
    try (Keys k = leg.mapping("shared")) {
      Corridor.Sharing.Rule rule = k.word("rule", Corridor.Sharing.Rule.class);
      boolean turns = rule == Corridor.Sharing.Rule.ALTERNATING;
      Optional<Quantity> pace = Quantities.find(k, "pace", Dimension.RATIO);
      if (pace.isPresent() && (pace.get().low() <= 0 || pace.get().high() > 1)) {
        k.reading.findings.error("pace-out-of-range", k.at("pace"), "%s has a pace of %s to %s".formatted(k.where(), Quantities.plain(pace.get().low()), Quantities.plain(pace.get().high())), "vehicles would stand still, or gain from the crowd", "give a share of their own pace above 0 and at most 1");
      }
      return new Corridor.Sharing(rule, turn(k, "in", turns), turn(k, "out", turns), pace, Quantities.find(k, "separation", Dimension.DURATION));
    }
  }

  /** A turn is needed where the rule has turns, and is an unknown key elsewhere. */
  private static Optional<Quantity> turn(Keys k, String key, boolean wanted) {
    if (!wanted) return Optional.empty();
    Quantity turn = Quantities.get(k, key, Dimension.DURATION);
    if (k.has(key) && turn.low() == 0) {
      k.reading.findings.error("turn-zero", k.at(key), "%s may give a turn of no time (`%s` from 0)".formatted(k.where(), key), "nobody could use it that way", "give the shortest turn above 0");
    }
    return Optional.of(turn);
  }

  private static Corridor.Checkpoint checkpoint(Keys keys) {
    try (Keys k = keys) {
      return new Corridor.Checkpoint(
          k.id(Kind.CHECKPOINT), k.name("name"), k.reference("leg", Kind.LEG), k.mappings("stages").stream().map(CorridorSection::stage).toList(), k.at());
    }
  }

  /** The two kinds of stage. */
  private enum StageKind {
    LANES,
    SHUTTLE
  }

  private static Corridor.Stage stage(Keys keys) {
    try (Keys k = keys) {
      String id = k.id(Kind.STAGE);
      return switch (k.word("kind", StageKind.class)) {
        case LANES ->
            new Corridor.Stage.Lanes(
                id, k.name("name"), Quantities.get(k, "lanes", Dimension.LANES), Quantities.get(k, "rate", Dimension.PEOPLE_RATE), takes(k));
        case SHUTTLE ->
            new Corridor.Stage.Shuttle(
                id, k.name("name"), Quantities.get(k, "vehicles", Dimension.VEHICLES), Quantities.get(k, "seats", Dimension.SEATS), cycle(k), takes(k));
      };
    }
  }

  private static Quantity takes(Keys k) {
    return Quantities.get(k, "takes", Dimension.DURATION);
  }

  private static Quantity cycle(Keys k) {
    Quantity cycle = Quantities.get(k, "cycle", Dimension.DURATION);
    if (k.has("cycle") && cycle.low() == 0) {
      k.reading.findings.error("cycle-zero", k.at("cycle"), k.where() + " may turn round in no time", "a vehicle would carry everybody at once", "give the shortest cycle above 0");
    }
    return cycle;
  }
}
