// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.movement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.TripType;
import org.respite.wheels.schedule.Schedule;

/** Why a plan is empty, and what would have to change: never an empty table without a reason. */
public final class Reasons {
  private Reasons() {}

  /** Empty where somebody moves. */
  public static String of(Schedule s) {
    return s.trips().isEmpty() ? of(s.problem()) : "";
  }

  private static String of(Problem p) {
    if (p.types().isEmpty()) return "No way is open to vehicles in this option: name a corridor or a lane for them.";
    if (p.cargo().stream().noneMatch(c -> c.amount() > 0)) return "Nothing is to be carried: every need is 0.";
    if (p.fleets().stream().allMatch(f -> f.count() == 0 || f.load() <= 0)) return "No vehicle can carry anything: %s. State how many there are and what one carries.".formatted(p.fleets().stream().map(Reasons::empty).collect(Collectors.joining(", ")));
    if (p.cargo().stream().allMatch(c -> c.amount() <= 0 || fitsNothing(p, c))) return "No vehicle fits the cargo: %s.".formatted(String.join("; ", unfit(p)));
    Optional<String> server = p.servers().stream().filter(r -> r.count() == 0).map(Problem.Servers::name).findFirst();
    if (server.isPresent()) return "Nothing passes: %s has no place to work (0 servers). Give it at least one.".formatted(server.get());
    Optional<Stage> never = p.types().stream().flatMap(t -> t.stages().stream()).filter(Reasons::neverFits).findFirst();
    if (never.isPresent() && p.types().stream().allMatch(t -> t.stages().stream().anyMatch(Reasons::neverFits))) return tooShort(never.get());
    return p.types().stream().map(Reasons::missing).min(Comparator.comparingLong(Missing::seconds)).map(Missing::words).orElse("");
  }

  private static String empty(Fleet f) {
    return f.count() == 0 ? "of %s there are 0".formatted(f.name()) : "%s carry 0 each".formatted(f.name());
  }

  /** Each cargo that is wanted and that no vehicle of any way can take at all, and why. */
  public static List<String> unfit(Problem p) {
    return p.cargo().stream().filter(c -> c.amount() > 0 && fitsNothing(p, c)).map(c -> "%s (%s)".formatted(c.name(), why(p, c))).toList();
  }

  private static boolean fitsNothing(Problem p, Cargo c) {
    int i = p.cargo().indexOf(c);
    return p.types().stream().noneMatch(t -> t.arriving().get(i) > 0 && fits(p.fleets().get(t.fleet()), c));
  }

  private static boolean fits(Fleet f, Cargo c) {
    return f.count() > 0 && f.load() > 0 && (c.volume() <= 0 || f.volume() > 0) && (c.group() <= f.load() || c.amount() < c.group());
  }

  private static String why(Problem p, Cargo c) {
    int i = p.cargo().indexOf(c);
    if (p.types().stream().allMatch(t -> t.arriving().get(i) <= 0)) return "all of it is taken off on every way, or no way carries it";
    double seats = p.fleets().stream().mapToDouble(Fleet::load).max().orElse(0);
    if (c.group() > seats) return "groups of %d stay together, and the largest vehicle has %.0f places".formatted(c.group(), seats);
    return "it takes %.1f m3 a tonne, and the vehicles have no volume left for it".formatted(c.volume());
  }

  private static boolean neverFits(Stage s) {
    return !s.open().isEmpty() && s.open().fit(0, s.seconds()) == Calendar.NEVER;
  }

  private static String tooShort(Stage s) {
    int longest = java.util.stream.IntStream.range(0, s.open().count()).map(i -> s.open().to(i) - s.open().from(i)).max().orElse(0);
    return "%s at %s takes %s and is never open for longer than %s at a time: nobody could be through before it shuts or the direction changes. Give it longer, or a shorter or faster way."
        .formatted(Character.toUpperCase(s.kind().words().charAt(0)) + s.kind().words().substring(1), s.where(), clock(s.seconds()), clock(longest));
  }

  private record Missing(long seconds, String words) {}

  /** The way that comes nearest to being possible. */
  private static Missing missing(TripType t) {
    long whole = t.length();
    long best = Long.MIN_VALUE;
    List<Stage> stages = t.stages();
    Calendar open = stages.getFirst().open();
    for (int i = 0; i < open.count(); i++) best = Math.max(best, open.to(i) - Math.max(t.release(), open.from(i)));
    long missing = open.isEmpty() ? whole : Math.max(60, whole - best);
    String words =
        "The window is shorter than one round trip: there and back takes %s, and after the hold before release %s of working time are left. It would take %s more, or a shorter hold, inspection or way."
            .formatted(clock(whole), clock(Math.max(0, best)), clock(missing));
    return new Missing(missing, words);
  }

  /** Such as "1 h 15 min". */
  public static String clock(long seconds) {
    long minutes = Math.round(seconds / 60.0);
    if (minutes < 60) return minutes + " min";
    return minutes % 60 == 0 ? minutes / 60 + " h" : "%d h %02d min".formatted(minutes / 60, minutes % 60);
  }
}
