// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Destination;
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
 * checkpoint names stand ready there, and their whole cycle is what the checkpoint says. Those who would leave board: the share of a group that
 * somebody stated; all of it where nobody did, which is what could move and not what will. They count as waiting where vehicles board.
 */
public final class PeopleWays {
  /** Patients that came out in time are still handed over so long after the last window. */
  private static final int HANDED_OVER_WITHIN_S = 12 * 3_600;

  /** No hospital has more. */
  private static final int MOST_BEDS = 10_000;

  private final Case theCase;
  private final Values world;
  private final Hours hours;
  private final List<Group> groups;
  private final List<Cargo> cargo = new ArrayList<>();
  private final List<Problem.Servers> servers = new ArrayList<>();
  private final List<Fleet> fleets = new ArrayList<>();
  private final List<TripType> types = new ArrayList<>();
  private final Map<String, Integer> beds = new HashMap<>();
  private final Roads roads;
  private final ToDoubleFunction<Group> willing;
  private final Inside inside;

  private PeopleWays(Case c, Values world, Hours hours, Inside inside, ToDoubleFunction<Group> willing) {
    this.inside = inside;
    this.willing = willing;
    this.theCase = c;
    this.world = world;
    this.hours = hours;
    this.roads = new Roads(world, hours, servers);
    this.groups = riders(c);
  }

  /** Fleets and ways are empty where the case has no vehicle for anybody; the cargo where it has no rider with a number. */
  public static Problem problem(Case c, List<Opening> windows, Values world) {
    return problem(c, windows, world, Inside.NOT_KNOWN);
  }

  /** As above, with ways over streets to where vehicles pick up. */
  public static Problem problem(Case c, List<Opening> windows, Values world, Inside inside) {
    return problem(c, windows, world, inside, g -> c.people().willingOf(g).map(q -> world.value(q, Unit.SHARE)).orElse(1.0));
  }

  /** @param willing share of each group that would leave, in [0, 1] */
  public static Problem problem(Case c, List<Opening> windows, Values world, Inside inside, ToDoubleFunction<Group> willing) {
    return new PeopleWays(c, world, Hours.of(windows, 0), inside, willing).problem();
  }

  /** Groups with a number that some vehicle of the case takes. */
  public static List<Group> riders(Case c) {
    return c.people().groups().stream()
        .filter(g -> !(g.size() instanceof Group.Size.NotStated))
        .filter(g -> c.vehicles().isEmpty() ? g.mode() == Mode.VEHICLE : c.vehicles().stream().anyMatch(v -> v.groups().contains(g.id())))
        .toList();
  }

  private Problem problem() {
    for (Group g : groups) cargo.add(new Cargo(g.id(), g.name().en(), "leave", Math.round(size(g) * willing.applyAsDouble(g)), "people", 1, 1, 0, together(g)));
    if (theCase.vehicles().isEmpty()) theCase.geography().corridors().forEach(this::shuttles);
    else theCase.vehicles().forEach(this::listed);
    return new Problem(hours.begins(), servers, fleets, types, cargo, hours.opens(), hours.closes());
  }

  private double size(Group g) {
    double inside = world.value(theCase.people().inside(), Unit.PEOPLE);
    return switch (g.size()) {
      case Group.Size.Share(Quantity q) -> inside * world.value(q, Unit.SHARE) * scale();
      case Group.Size.Own(Quantity q) -> world.value(q, Unit.PEOPLE);
      case Group.Size.Rest() -> inside * Math.max(0, 1 - theCase.people().groups().stream().mapToDouble(this::share).sum());
      case Group.Size.NotStated() -> 0;
    };
  }

  /** Without a rest, drawn shares need not add up to one. */
  private double scale() {
    double shares = theCase.people().groups().stream().mapToDouble(this::share).sum();
    boolean rest = theCase.people().groups().stream().anyMatch(g -> g.size() instanceof Group.Size.Rest);
    return rest || shares == 0 ? 1 : 1 / shares;
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
    int count = (int) Math.round(world.value(turns.vehicles(), Unit.VEHICLES));
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
      for (Corridor.Leg l : after) stages.add(roads.leg(Kind.ROAD_OUT, l, kmh, w, open));
      int way = stages.stream().mapToInt(Stage::seconds).sum();
      types.add(new TripType(turns.id() + "-w" + (w + 1), fleet, c.id(), c.destination(), w, 0, stages, stages.size() - 1, Math.max(0, cycle - way), riding(mine, 1), TripType.Prior.NONE, roads.refuges(c, kmh, stages)));
    }
  }

  private static String prefix(Fleet.Kind kind, int fleet) {
    return kind.name().substring(0, 1) + (char) ('A' + fleet % 26) + "-";
  }

  private void listed(Vehicles v) {
    Corridor c = theCase.geography().corridors().stream().filter(k -> k.id().equals(v.corridor())).findFirst().orElseThrow();
    Fleet.Kind kind =
        switch (v.kind()) {
          case BUS -> Fleet.Kind.BUS;
          case AMBULANCE -> Fleet.Kind.AMBULANCE;
          case CAR -> Fleet.Kind.CAR;
        };
    int seats = (int) Math.floor(world.value(v.seats(), Unit.PEOPLE_PER_VEHICLE) + 1e-9);
    int fleet = fleets.size();
    fleets.add(new Fleet(v.id(), v.name().en(), kind, prefix(kind, fleet), (int) Math.round(world.value(v.count(), Unit.VEHICLES)), seats, Double.POSITIVE_INFINITY, kind == Fleet.Kind.CAR ? 1 : Fleet.UNLIMITED, List.of()));
    Inside.Asked asked = new Inside.Asked(v.id(), c.id(), "");
    if (inside.asked(asked) && inside.way(asked).isEmpty()) return;
    Posts posts = new Posts(
        inside.way(asked).map(s -> new Streets(s, post(v.id() + "-streets-in", "the streets in for " + v.name().en()), post(v.id() + "-streets-out", "the streets out for " + v.name().en()))),
        post(v.id() + "-boarding", "boarding of " + v.name().en(), Optional.of(v.boarding())),
        post(v.id() + "-screening", "screening of " + v.name().en(), v.screening()),
        post(v.id() + "-down", "setting down of " + v.name().en(), v.settingDown()),
        v.receives().map(_ -> post(v.id() + "-receives", "reception at " + c.destination())).orElse(Stage.NONE));
    for (int w : windowsOf(c)) {
      List<Vehicles.Hospital> hospitals = v.hospitals();
      if (hospitals.isEmpty()) way(v, c, w, fleet, posts, Optional.empty());
      for (Vehicles.Hospital h : hospitals) way(v, c, w, fleet, posts, Optional.of(h));
    }
  }

  /** Indices of servers; and the streets from the inner end of the corridor to where people board, if any are driven. */
  private record Posts(Optional<Streets> streets, int boarding, int screening, int down, int receives) {}

  /** A way over streets, with the servers that keep vehicles on it apart. */
  private record Streets(Inside.Way way, int in, int out) {}

  private Stage driven(Kind kind, Streets s, Calendar open) {
    boolean out = kind == Kind.ROAD_OUT;
    int seconds = out ? s.way.outSeconds(world) : s.way.inSeconds(world);
    return new Stage(kind, out ? s.out : s.in, seconds, Math.min(seconds, (int) Math.ceil(s.way.headwayS() - 1e-9)), open, false, s.way.place());
  }

  private void way(Vehicles v, Corridor c, int w, int fleet, Posts posts, Optional<Vehicles.Hospital> on) {
    Calendar open = hours.whole(w);
    double kmh = world.value(v.speed(), Unit.KILOMETRES_PER_HOUR);
    List<Stage> stages = new ArrayList<>();
    boolean comesIn = v.kind() != Vehicles.Kind.CAR;
    for (Corridor.Leg l : comesIn ? c.legs().reversed() : List.<Corridor.Leg>of()) stages.add(roads.leg(Kind.ROAD_IN, l, kmh, w, open));
    if (comesIn) posts.streets().ifPresent(s -> stages.add(driven(Kind.ROAD_IN, s, open)));
    stages.add(new Stage(v.kind() == Vehicles.Kind.AMBULANCE ? Kind.STRETCHERS : Kind.BOARDING, posts.boarding(), time(v.boarding()), open, false, v.picksUp().filter(_ -> posts.streets().isPresent()).orElse(c.legs().getFirst().from())));
    posts.streets().ifPresent(s -> stages.add(driven(Kind.ROAD_OUT, s, open)));
    v.screening().ifPresent(p -> stages.add(new Stage(Kind.SCREENING, posts.screening(), time(p), open, false, c.id())));
    for (Corridor.Leg l : c.legs()) stages.add(roads.leg(Kind.ROAD_OUT, l, kmh, w, open));
    String end = on.map(Vehicles.Hospital::destination).orElse(c.destination());
    int bed = bedsOf(end);
    v.settingDown().ifPresent(p -> stages.add(new Stage(Kind.SET_DOWN, posts.down(), time(p), Calendar.ALWAYS, bed == Stage.NONE, c.destination())));
    int drive = on.map(h -> Hours.seconds(world.value(h.drive(), Unit.MINUTES))).orElse(0);
    if (drive > 0) stages.add(new Stage(Kind.DRIVE_ON, Stage.NONE, drive, Calendar.ALWAYS, false, end));
    int seats = (int) fleets.get(fleet).load();
    v.receives().ifPresent(q -> stages.add(new Stage(Kind.HOSPITAL, posts.receives(), Hours.seconds(60 * seats / Math.max(1e-6, world.value(q, Unit.PEOPLE_PER_HOUR))), Calendar.ALWAYS, bed == Stage.NONE, end)));
    if (bed != Stage.NONE) stages.add(new Stage(Kind.HOSPITAL, bed, 0, 0, seats, Calendar.ALWAYS, false, end));
    double held = v.held().map(q -> world.value(q, Unit.SHARE)).orElse(0.0);
    int turn = drive + v.turnRound().map(q -> Hours.seconds(world.value(q, Unit.MINUTES))).orElse(0);
    List<Group> mine = groups.stream().filter(g -> v.groups().contains(g.id())).toList();
    String id = v.id() + on.map(h -> "-" + h.destination()).orElse("") + "-w" + (w + 1);
    types.add(new TripType(id, fleet, c.id(), end, w, hours.opens().get(w), stages, stages.size() - 1, turn, riding(mine, 1 - held), TripType.Prior.NONE, roads.refuges(c, kmh, stages)));
  }

  /** Beds of a hospital as a stock that all vehicles share: those free at the opening, then those that become free; none where nobody stated any. */
  private int bedsOf(String id) {
    Destination d = theCase.geography().destinations().stream().filter(x -> x.id().equals(id)).findFirst().orElseThrow();
    if (d.beds().isEmpty()) return Stage.NONE;
    return beds.computeIfAbsent(id, _ -> {
      int from = hours.opens().getFirst();
      int until = hours.closes().getLast() + HANDED_OVER_WITHIN_S;
      List<Integer> at = new ArrayList<>(java.util.Collections.nCopies((int) Math.min(MOST_BEDS, Math.floor(world.value(d.beds().get(), Unit.BEDS) + 1e-9)), from));
      double perHour = d.discharge().map(q -> world.value(q, Unit.PEOPLE_PER_HOUR)).orElse(0.0);
      for (int k = 1; perHour > 0 && k <= MOST_BEDS && from + k * 3_600 / perHour <= until; k++) at.add((int) Math.ceil(from + k * 3_600 / perHour));
      servers.add(Problem.Servers.stock(id + "-beds", "the beds at " + d.name().en(), at));
      return servers.size() - 1;
    });
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
