// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.respite.model.quantity.Dimension;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Aid;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Logistics;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.Stage.Kind;
import org.respite.wheels.problem.TripType;

/**
 * The aid of a case as a problem of trucks: inspection, road in, unloading, road out, for every route, site, kind of truck and window. Where a
 * case names no routes, each of its lanes is one, with one site: a site that unloads so many trucks an hour is one bay that takes each for as
 * long. The hold before release is counted in working hours, once a window. On a road the slowest vehicle rules, and a column keeps its gaps.
 */
public final class AidWays {
  /** Metres between vehicles of a column (US Army FM 55-10, appendix E: open column). */
  private static final double GAP_M = 100;

  private final Case theCase;
  private final Aid aid;
  private final Logistics logistics;
  private final Values world;
  private final Hours hours;
  private final List<Problem.Servers> servers = new ArrayList<>();
  private final Map<String, Integer> sites = new LinkedHashMap<>();
  private final List<TripType> types = new ArrayList<>();
  private final List<Calendar> open = new ArrayList<>();
  private final Roads roads;
  private final Inside inside;

  private AidWays(Case c, Values world, Hours hours, Inside inside) {
    this.inside = inside;
    this.theCase = c;
    this.aid = c.aid().orElseThrow();
    this.logistics = aid.logistics();
    this.world = world;
    this.hours = hours;
    this.roads = new Roads(world, hours, servers);
  }

  /** As {@link #problem(Case, List, int, Values, Inside)}, without streets. */
  public static Problem problem(Case c, List<Opening> windows, int lanes, Values world) {
    return problem(c, windows, lanes, world, Inside.NOT_KNOWN);
  }

  /**
   * @param c names aid
   * @param lanes lanes side by side, at least 0
   */
  public static Problem problem(Case c, List<Opening> windows, int lanes, Values world, Inside inside) {
    int lead = c.aid().orElseThrow().logistics().assembly().flatMap(Logistics.Assembly::lead).map(q -> Hours.seconds(q.midIn(Unit.MINUTES))).orElse(0);
    return new AidWays(c, world, Hours.of(windows, lead), inside).problem(lanes);
  }

  /** The legs of a corridor that a road for aid tells apart from what {@code road.length} leaves: shared ones, and those with refuges. */
  public static List<Corridor.Leg> legsApart(Corridor c) {
    return Roads.told(c);
  }

  private Problem problem(int lanes) {
    double day = world.value(aid.chain().workingDay(), Unit.HOURS);
    for (int w = 0; w < hours.windows().size(); w++) open.add(hours.working(w, theCase.theatre(), aid.chain().daylightOnly(), day));
    logistics.assembly().ifPresent(a -> servers.add(new Problem.Servers("assembly", "the assembly point", Hours.count(world.value(a.places(), Unit.SERVERS)))));
    for (Logistics.UnloadingSite s : logistics.sites()) {
      sites.put(s.id(), servers.size());
      servers.add(new Problem.Servers(s.id(), "unloading at " + s.name().en(), Hours.count(world.value(s.bays(), Unit.SERVERS))));
    }
    if (logistics.routes().isEmpty()) for (int lane = 1; lane <= lanes; lane++) lane(lane, lanes);
    else logistics.routes().stream().limit(lanes).forEach(this::route);
    return new Problem(hours.begins(), servers, fleets(), types, cargo(), hours.opens(), hours.closes());
  }

  private void lane(int lane, int lanes) {
    String id = "lane-" + lane;
    String site = "site-" + lane;
    double perHour = world.value(aid.chain().unloadingRate(), Unit.TRUCKS_PER_HOUR);
    sites.put(site, servers.size());
    servers.add(new Problem.Servers(site, lanes == 1 ? "unloading" : "unloading of lane " + lane, perHour == 0 ? 0 : 1));
    Route r = new Route(id, lanes == 1 ? "inspection" : "inspection of lane " + lane, aid.corridor(), Optional.empty());
    way(r, site, perHour == 0 ? Hours.LONGEST_S : Hours.seconds(60 / perHour), inspection(r));
  }

  private void route(Logistics.Route written) {
    Route r = new Route(written.id(), "inspection on " + written.id(), written.corridor(), Optional.of(written));
    int inspection = inspection(r);
    for (String site : written.sites()) {
      Quantity time = logistics.sites().stream().filter(s -> s.id().equals(site)).findFirst().orElseThrow().time();
      way(r, site, Hours.seconds(world.value(time, Unit.MINUTES_PER_TRUCK)), inspection);
    }
  }

  /** A lane, or a route with what it says otherwise than the chain. */
  private record Route(String id, String inspection, String corridor, Optional<Logistics.Route> written) {
    Quantity or(java.util.function.Function<Logistics.Route, Optional<Quantity>> own, Quantity chain) {
      return written.flatMap(own).orElse(chain);
    }
  }

  private int inspection(Route r) {
    double count = world.value(r.or(Logistics.Route::inspectionServers, aid.chain().inspectionServers()), Unit.SERVERS);
    servers.add(new Problem.Servers(r.id() + "-inspection", r.inspection(), Hours.count(count)));
    servers.add(new Problem.Servers(r.id() + "-road-in", "the road in of " + r.id(), 1));
    servers.add(new Problem.Servers(r.id() + "-road-out", "the road out of " + r.id(), 1));
    return servers.size() - 3;
  }

  private void way(Route r, String site, int unloading, int inspection) {
    int hold = Hours.seconds(world.value(r.or(Logistics.Route::hold, aid.chain().hold()), Unit.MINUTES));
    for (int w = 0; w < open.size(); w++) {
      for (int f = 0; f < Math.max(1, logistics.fleets().size()); f++) {
        String fleet = logistics.fleets().isEmpty() ? "" : logistics.fleets().get(f).id();
        Inside.Asked asked = new Inside.Asked(fleet, r.corridor(), r.written().isPresent() ? site : "");
        Optional<Inside.Way> streets = inside.way(asked);
        if (inside.asked(asked) && streets.isEmpty()) continue;
        List<Stage> stages = stages(r, site, unloading, inspection, w, streets);
        int delivers = (int) stages.stream().takeWhile(g -> g.kind() != Kind.UNLOADING).count();
        String id = r.id() + (r.written().isPresent() ? "-" + site : "") + (fleet.isEmpty() ? "" : "-" + fleet) + "-w" + (w + 1);
        types.add(new TripType(id, f, r.corridor(), site, w, Hours.after(open.get(w), hold), stages, delivers, turnRound(), arriving(), prior(r), roads.refuges(corridor(r), speed(r), stages)));
      }
    }
  }

  private List<Stage> stages(Route r, String site, int unloading, int inspection, int w, Optional<Inside.Way> streets) {
    Calendar working = open.get(w);
    List<Stage> stages = new ArrayList<>();
    assembly(w).ifPresent(stages::add);
    int inspect = Hours.seconds(world.value(r.or(Logistics.Route::inspectionTime, aid.chain().inspectionTime()), Unit.MINUTES_PER_TRUCK));
    stages.add(new Stage(Kind.INSPECTION, inspection, inspect, working, !stages.isEmpty(), r.corridor()));
    stages.addAll(road(r, Kind.ROAD_IN, inspection + 1, w, streets));
    stages.add(new Stage(Kind.UNLOADING, sites.get(site), unloading, working, false, site));
    if (!logistics.stays()) stages.addAll(road(r, Kind.ROAD_OUT, inspection + 2, w, streets));
    return stages;
  }

  /** Outside, so at any hour, from the lead before the window on. */
  private Optional<Stage> assembly(int window) {
    return logistics.assembly().map(a -> {
      int from = hours.opens().get(window) - a.lead().map(q -> Hours.seconds(q.midIn(Unit.MINUTES))).orElse(0);
      return new Stage(Kind.ASSEMBLY, 0, Hours.seconds(world.value(a.time(), Unit.MINUTES_PER_TRUCK)), Calendar.of(from, hours.closes().get(window)), false, "assembly");
    });
  }

  private Corridor corridor(Route r) {
    return theCase.geography().corridors().stream().filter(c -> c.id().equals(r.corridor())).findFirst().orElseThrow();
  }

  /**
   * One stage; and legs of the corridor that are shared or have refuges each as one of their own, outside what is left of the road. The way out begins
   * where a truck may wait, at its site.
   */
  private List<Stage> road(Route r, Kind kind, int head, int window, Optional<Inside.Way> streets) {
    double kmh = speed(r);
    Corridor c = corridor(r);
    boolean out = kind == Kind.ROAD_OUT;
    double km = world.value(r.or(Logistics.Route::roadLength, aid.chain().roadLength()), Unit.KILOMETRES);
    List<Corridor.Leg> told = Roads.told(c);
    double inner = Math.max(0, km - told.stream().mapToDouble(l -> world.value(l.length(), Unit.KILOMETRES)).sum());
    Stage last = streets.map(w -> driven(kind, head, w, open.get(window), kmh)).orElseGet(() -> headed(kind, head, inner, kmh, open.get(window), out, r.corridor()));
    if (told.isEmpty()) return List.of(last);
    List<Stage> legs = new ArrayList<>();
    for (Corridor.Leg l : out ? told : told.reversed()) legs.add(roads.leg(kind, l, kmh, window, open.get(window)));
    legs.add(out ? 0 : legs.size(), last);
    return legs;
  }

  /** A column keeps its gaps at the head of a road. */
  private static Stage headed(Kind kind, int head, double km, double kmh, Calendar open, boolean mayWait, String where) {
    int seconds = Hours.seconds(60 * km / kmh);
    return new Stage(kind, head, seconds, Math.min(seconds, Hours.seconds(GAP_M / 1_000 / kmh * 60)), open, mayWait, where);
  }

  /** Over streets, in place of what {@code road.length} leaves: as far apart as the narrowest of them needs, and as a column keeps its gaps. */
  private Stage driven(Kind kind, int head, Inside.Way streets, Calendar open, double kmh) {
    int seconds = kind == Kind.ROAD_OUT ? streets.outSeconds(world) : streets.inSeconds(world);
    int apart = (int) Math.ceil(Math.max(streets.headwayS(), GAP_M / 1_000 / kmh * 3_600) - 1e-9);
    return new Stage(kind, head, seconds, Math.min(seconds, apart), open, kind == Kind.ROAD_OUT, streets.place());
  }

  /** The slowest vehicle rules. */
  private double speed(Route r) {
    double road = world.value(r.or(Logistics.Route::roadSpeed, aid.chain().roadSpeed()), Unit.KILOMETRES_PER_HOUR);
    return logistics.fleets().stream().flatMap(f -> f.speed().stream()).mapToDouble(q -> world.value(q, Unit.KILOMETRES_PER_HOUR)).reduce(road, Math::min);
  }

  private TripType.Prior prior(Route r) {
    return r.written().flatMap(Logistics.Route::outcomes).or(logistics::outcomes).map(this::prior).orElse(TripType.Prior.NONE);
  }

  private TripType.Prior prior(Logistics.Outcomes o) {
    double impeded = world.value(o.impeded(), Unit.SHARE);
    double off = world.value(o.denied(), Unit.SHARE) + world.value(o.cancelled(), Unit.SHARE);
    double all = Math.max(1e-9, world.value(o.facilitated(), Unit.SHARE) + impeded + off); // drawn shares need not add up to one
    return new TripType.Prior(impeded / all, off / all, Hours.seconds(world.value(o.delay(), Unit.MINUTES)));
  }

  private int turnRound() {
    return logistics.turnRound().map(q -> q.unit() == Unit.MINUTES_PER_TRUCK ? world.value(q, Unit.MINUTES_PER_TRUCK) : world.value(q, Unit.MINUTES)).map(Hours::seconds).orElse(0);
  }

  /** How many there are is drawn too: in a world with fewer, the last do not come. */
  private List<Fleet> fleets() {
    double volume = logistics.truckVolume().map(q -> world.value(q, Unit.CUBIC_METRES)).orElse(Double.POSITIVE_INFINITY);
    double load = world.value(aid.truckLoad(), Unit.TONNES_PER_TRUCK);
    if (logistics.fleets().isEmpty()) return List.of(new Fleet("trucks", "trucks", Fleet.Kind.TRUCK, "T", Fleet.UNLIMITED, load, volume, 1, List.of()));
    int each = logistics.turnRound().isPresent() && !logistics.stays() ? Fleet.UNLIMITED : 1;
    double kept = 1 - logistics.reserve().map(q -> q.midIn(Unit.SHARE)).orElse(0.0);
    List<Fleet> all = new ArrayList<>();
    for (Logistics.TruckFleet f : logistics.fleets()) {
      String prefix = logistics.fleets().size() == 1 ? "T" : f.id().toUpperCase(Locale.ROOT) + "-";
      int count = (int) Math.floor(world.value(f.count(), Unit.TRUCKS) * kept + 1e-9);
      double own = f.load().map(q -> world.value(q, Unit.TONNES_PER_TRUCK)).orElse(load);
      double room = f.volume().map(q -> world.value(q, Unit.CUBIC_METRES)).orElse(volume);
      all.add(new Fleet(f.id(), f.name().en(), Fleet.Kind.TRUCK, prefix, count, own, room, each, List.of()));
    }
    return all;
  }

  private List<Double> arriving() {
    return aid.items().stream().map(i -> 1 - world.value(i.removed(), Unit.SHARE)).toList();
  }

  private List<Cargo> cargo() {
    double people = world.value(theCase.people().inside(), Unit.PEOPLE);
    return aid.items().stream().map(i -> cargo(i, people)).toList();
  }

  private Cargo cargo(Aid.Item item, double people) {
    double perDay = kgPerPersonDay(item);
    double need = people * perDay * world.value(item.days(), Unit.DAYS) / 1_000;
    double volume = item.volume().map(q -> world.value(q, Unit.CUBIC_METRES_PER_TONNE)).orElse(0.0);
    return new Cargo(item.id(), item.name().en(), item.purpose().name().toLowerCase(Locale.ROOT), need, "t", perDay == 0 ? 0 : 1_000 / perDay, 1, volume, 0);
  }

  private double kgPerPersonDay(Aid.Item item) {
    if (item.need().unit().dimension() == Dimension.MASS_PER_PERSON_DAY) return world.value(item.need(), Unit.KILOGRAMS_PER_PERSON_DAY);
    double days = world.value(item.days(), Unit.DAYS);
    return days == 0 ? 0 : world.value(item.need(), Unit.KILOGRAMS_PER_PERSON) / days;
  }
}
