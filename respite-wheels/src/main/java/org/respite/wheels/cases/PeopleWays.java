// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Group;
import org.respite.model.scenario.Mode;
import org.respite.model.scenario.Vehicles;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage.Kind;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.TripType;

/**
 * The buses and ambulances of a case as a problem. Vehicles that the case lists come in empty from the far end of their corridor; turns that a
 * checkpoint names stand ready there, and their whole cycle is what the checkpoint says. All who are of a group count as wanting to
 * ride and as waiting where vehicles board: how many are willing, and how they get there, is not this plan's to say.
 */
public final class PeopleWays {
  private final Case theCase;
  private final Values world;
  private final Hours hours;
  private final List<Group> groups;
  private final List<Cargo> cargo = new ArrayList<>();
  private final List<Problem.Servers> servers = new ArrayList<>();
  private final List<Fleet> fleets = new ArrayList<>();
  private final List<TripType> types = new ArrayList<>();

  private PeopleWays(Case c, Values world, Hours hours) {
    this.theCase = c;
    this.world = world;
    this.hours = hours;
    this.groups = riders();
  }

  /** Fleets and ways are empty where the case has no vehicle for anybody; the cargo where it has no rider with a number. */
  public static Problem problem(Case c, List<Opening> windows, Values world) {
    return new PeopleWays(c, world, Hours.of(windows)).problem();
  }

  private Problem problem() {
    for (Group g : groups) cargo.add(new Cargo(g.id(), g.name().en(), "leave", Math.floor(size(g) + 1e-9), "people", 1, 1, 0, together(g)));
    if (theCase.vehicles().isEmpty()) theCase.geography().corridors().forEach(this::shuttles);
    else theCase.vehicles().forEach(this::listed);
    return new Problem(hours.begins(), servers, fleets, types, cargo, hours.opens(), hours.closes());
  }

  /** Groups with a number that some vehicle may take. */
  private List<Group> riders() {
    return theCase.people().groups().stream()
        .filter(g -> !(g.size() instanceof Group.Size.NotStated))
        .filter(g -> theCase.vehicles().isEmpty() ? g.mode() == Mode.VEHICLE : theCase.vehicles().stream().anyMatch(v -> v.groups().contains(g.id())))
        .toList();
  }

  private double size(Group g) {
    double inside = world.value(theCase.people().inside(), Unit.PEOPLE);
    return switch (g.size()) {
      case Group.Size.Share(Quantity q) -> inside * world.value(q, Unit.SHARE);
      case Group.Size.Own(Quantity q) -> world.value(q, Unit.PEOPLE);
      case Group.Size.Rest() -> inside * Math.max(0, 1 - theCase.people().groups().stream().mapToDouble(this::share).sum());
      case Group.Size.NotStated() -> 0;
    };
  }

  private double share(Group g) {
    return g.size() instanceof Group.Size.Share(Quantity q) ? world.value(q, Unit.SHARE) : 0;
  }

  private int together(Group g) {
    return theCase.vehicles().stream().filter(v -> v.groups().contains(g.id())).flatMap(v -> v.together().stream()).mapToInt(q -> (int) Math.max(1, Math.round(q.midIn(Unit.PEOPLE)))).max().orElse(1);
  }

  private void shuttles(Corridor c) {
    for (Corridor.Checkpoint p : c.checkpoints()) {
      for (Corridor.Stage s : p.stages()) if (s instanceof Corridor.Stage.Shuttle turns) shuttle(c, p, turns);
    }
  }

  private void shuttle(Corridor c, Corridor.Checkpoint at, Corridor.Stage.Shuttle turns) {
    List<Group> mine = groups.stream().filter(g -> c.takesOut(g.users(), g.mode())).toList();
    if (mine.isEmpty()) return;
    int seats = (int) Math.floor(world.value(turns.seats(), Unit.PEOPLE_PER_VEHICLE) + 1e-9);
    Fleet.Kind kind = mine.stream().allMatch(g -> g.users() == org.respite.model.scenario.Users.WOUNDED) ? Fleet.Kind.AMBULANCE : Fleet.Kind.BUS;
    int count = (int) Math.round(turns.vehicles().midIn(Unit.VEHICLES));
    int fleet = fleets.size();
    fleets.add(new Fleet(turns.id(), turns.name().en(), kind, prefix(kind, fleet), count, seats, Double.POSITIVE_INFINITY, Fleet.UNLIMITED, List.of()));
    double kmh = mine.stream().mapToDouble(g -> world.value(g.speed(), Unit.KILOMETRES_PER_HOUR)).min().orElseThrow();
    int cycle = Hours.seconds(world.value(turns.cycle(), Unit.MINUTES));
    List<Corridor.Leg> after = legsFrom(c, at.leg());
    for (int w : windowsOf(c)) {
      Calendar open = hours.whole(w);
      List<Stage> stages = new ArrayList<>();
      Kind boards = kind == Fleet.Kind.AMBULANCE ? Kind.STRETCHERS : Kind.BOARDING;
      stages.add(new Stage(boards, Stage.NONE, Hours.seconds(world.value(turns.takes(), Unit.MINUTES)), open, false, at.id()));
      for (Corridor.Leg l : after) stages.add(road(Kind.ROAD_OUT, l, kmh, open));
      int way = stages.stream().mapToInt(Stage::seconds).sum();
      types.add(new TripType(turns.id() + "-w" + (w + 1), fleet, c.id(), c.destination(), w, 0, stages, stages.size() - 1, Math.max(0, cycle - way), riding(mine, 1)));
    }
  }

  private static String prefix(Fleet.Kind kind, int fleet) {
    return kind.name().substring(0, 1) + (char) ('A' + fleet % 26) + "-";
  }

  private void listed(Vehicles v) {
    Corridor c = theCase.geography().corridors().stream().filter(k -> k.id().equals(v.corridor())).findFirst().orElseThrow();
    Fleet.Kind kind = v.kind() == Vehicles.Kind.BUS ? Fleet.Kind.BUS : Fleet.Kind.AMBULANCE;
    int seats = (int) Math.floor(world.value(v.seats(), Unit.PEOPLE_PER_VEHICLE) + 1e-9);
    int fleet = fleets.size();
    fleets.add(new Fleet(v.id(), v.name().en(), kind, prefix(kind, fleet), (int) Math.round(v.count().midIn(Unit.VEHICLES)), seats, Double.POSITIVE_INFINITY, Fleet.UNLIMITED, List.of()));
    int boarding = post(v.id() + "-boarding", "boarding of " + v.name().en(), Optional.of(v.boarding()));
    int screening = post(v.id() + "-screening", "screening of " + v.name().en(), v.screening());
    int down = post(v.id() + "-down", "setting down of " + v.name().en(), v.settingDown());
    int receives = v.receives().map(_ -> post(v.id() + "-receives", "reception at " + c.destination())).orElse(Stage.NONE);
    double held = v.held().map(q -> world.value(q, Unit.SHARE)).orElse(0.0);
    int turn = v.turnRound().map(q -> Hours.seconds(world.value(q, Unit.MINUTES))).orElse(0);
    for (int w : windowsOf(c)) {
      List<Stage> stages = new ArrayList<>();
      Calendar open = hours.whole(w);
      double kmh = world.value(v.speed(), Unit.KILOMETRES_PER_HOUR);
      for (Corridor.Leg l : c.legs().reversed()) stages.add(road(Kind.ROAD_IN, l, kmh, open));
      stages.add(new Stage(kind == Fleet.Kind.BUS ? Kind.BOARDING : Kind.STRETCHERS, boarding, time(v.boarding()), open, false, c.legs().getFirst().from()));
      v.screening().ifPresent(p -> stages.add(new Stage(Kind.SCREENING, screening, time(p), open, false, c.id())));
      for (Corridor.Leg l : c.legs()) stages.add(road(Kind.ROAD_OUT, l, kmh, open));
      v.settingDown().ifPresent(p -> stages.add(new Stage(Kind.SET_DOWN, down, time(p), Calendar.ALWAYS, true, c.destination())));
      v.receives().ifPresent(q -> stages.add(new Stage(Kind.HOSPITAL, receives, Hours.seconds(60 * seats / Math.max(1e-6, world.value(q, Unit.PEOPLE_PER_HOUR))), Calendar.ALWAYS, true, c.destination())));
      List<Group> mine = groups.stream().filter(g -> v.groups().contains(g.id())).toList();
      types.add(new TripType(v.id() + "-w" + (w + 1), fleet, c.id(), c.destination(), w, hours.opens().get(w), stages, stages.size() - 1, turn, riding(mine, 1 - held)));
    }
  }

  private int post(String id, String name, Optional<Vehicles.Post> post) {
    if (post.isEmpty()) return Stage.NONE;
    servers.add(new Problem.Servers(id, name, Hours.count(world.value(post.get().places(), Unit.SERVERS))));
    return servers.size() - 1;
  }

  private int post(String id, String name) {
    servers.add(new Problem.Servers(id, name, 1));
    return servers.size() - 1;
  }

  private int time(Vehicles.Post p) {
    return Hours.seconds(world.value(p.time(), Unit.MINUTES));
  }

  private Stage road(Kind kind, Corridor.Leg l, double kmh, Calendar open) {
    return new Stage(kind, Stage.NONE, Hours.seconds(60 * world.value(l.length(), Unit.KILOMETRES) / kmh), open, false, l.id());
  }

  /** The legs behind the one at whose end a checkpoint stands. */
  private static List<Corridor.Leg> legsFrom(Corridor c, String leg) {
    int i = 0;
    while (!c.legs().get(i).id().equals(leg)) i++;
    return c.legs().subList(i + 1, c.legs().size());
  }

  private List<Double> riding(List<Group> mine, double letThrough) {
    return groups.stream().map(g -> mine.contains(g) ? letThrough : 0.0).toList();
  }

  /** Windows of the question in which a corridor opens. */
  private List<Integer> windowsOf(Corridor c) {
    List<Integer> all = new ArrayList<>();
    for (int w = 0; w < hours.openings().size(); w++) {
      if (c.hours().isEmpty() || c.hours().contains(hours.openings().get(w).window())) all.add(w);
    }
    return all;
  }
}
