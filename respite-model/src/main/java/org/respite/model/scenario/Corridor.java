// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.respite.model.finding.At;
import org.respite.model.quantity.Quantity;
import org.respite.model.register.Moment;
import org.respite.model.register.Name;

/**
 * An announced way out or in.
 *
 * @param number as announced; 0 where it has none
 * @param destination id; empty for corridors that only lead in
 * @param hours ids of the windows in which it opens; empty means every window
 * @param known what is known of it, in words
 * @param unknown what is not known, one item each
 */
public record Corridor(
    String id,
    int number,
    Name name,
    Set<Users> users,
    Set<Mode> modes,
    Direction direction,
    String destination,
    List<String> hours,
    Clearance clearance,
    String known,
    List<String> unknown,
    List<String> sources,
    List<Leg> legs,
    List<Checkpoint> checkpoints,
    At at) {
  public Corridor {
    users = Set.copyOf(users);
    modes = Set.copyOf(modes);
    hours = List.copyOf(hours);
    unknown = List.copyOf(unknown);
    sources = List.copyOf(sources);
    legs = List.copyOf(legs);
    checkpoints = List.copyOf(checkpoints);
  }

  /** Which way it may be used. */
  public enum Direction {
    OUT,
    IN,
    BOTH
  }

  /** Mines and other remnants: who looked, and when. */
  public record Clearance(Status status, String by, Moment when, String source) {
    /** Unknown is a value: a road that nobody surveyed is not a clear road. */
    public enum Status {
      SURVEYED,
      CLEARED,
      MINED,
      UNKNOWN
    }
  }

  /**
   * One stretch.
   *
   * @param from id of the site at its inner end
   * @param to id of the site at its outer end
   * @param shared how those who go in and those who come out share it; empty where nobody stated it, and then they do not meet
   * @param refuges places along it where a vehicle can stand safe, as stated
   */
  public record Leg(String id, String from, String to, Quantity length, Optional<Quantity> width, Optional<Sharing> shared, List<Refuge> refuges, At at) {
    public Leg {
      refuges = List.copyOf(refuges);
    }
  }

  /**
   * A rule for a stretch that is used both ways.
   *
   * @param in how long those who go in have it, in turn with {@code out}; for {@link Rule#ALTERNATING}
   * @param pace of vehicles on it as a share of their own, in (0, 1]; empty where people and vehicles do not slow each other
   * @param separation least time between two vehicles that enter it the same way
   */
  public record Sharing(Rule rule, Optional<Quantity> in, Optional<Quantity> out, Optional<Quantity> pace, Optional<Quantity> separation) {
    /** Who may use it when. */
    public enum Rule {
      TWO_WAY,
      ALTERNATING
    }
  }

  /** @param after length from the leg's inner end */
  public record Refuge(Name name, Quantity after) {}

  /** Passed at the end of {@code leg}, stage after stage. */
  public record Checkpoint(String id, Name name, String leg, List<Stage> stages, At at) {
    public Checkpoint {
      stages = List.copyOf(stages);
    }
  }

  /** One step of a checkpoint: so many an hour, so many minutes each. */
  public sealed interface Stage {
    String id();

    Name name();

    /** Time that one person spends in it. */
    Quantity takes();

    /** Servers side by side: {@code lanes} of them, {@code rate} people an hour each. */
    record Lanes(String id, Name name, Quantity lanes, Quantity rate, Quantity takes) implements Stage {}

    /** Vehicles going to and fro: {@code vehicles} x {@code seats} every {@code cycle}. */
    record Shuttle(String id, Name name, Quantity vehicles, Quantity seats, Quantity cycle, Quantity takes) implements Stage {}
  }

  /** Whether people of this kind may leave by it. */
  public boolean takesOut(Users who, Mode how) {
    return direction != Direction.IN && users.contains(who) && modes.contains(how);
  }
}
