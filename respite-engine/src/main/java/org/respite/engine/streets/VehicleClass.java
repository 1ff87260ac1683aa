// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.respite.model.finding.At;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Aid;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Group;
import org.respite.model.scenario.Logistics;
import org.respite.model.scenario.Users;
import org.respite.model.scenario.VehicleSize;
import org.respite.model.scenario.Vehicles;
import org.respite.roads.attributes.StreetTable;
import org.respite.roads.network.RoadUser;
import org.respite.roads.route.Vehicle;
import org.respite.wheels.cases.Inside;
import org.respite.wheels.cases.PeopleWays;

/**
 * Vehicles of a case that are alike, and where the case wants them inside.
 *
 * @param asked how a plan asks for their way
 * @param kind {@code truck}, {@code bus}, {@code ambulance} or {@code car}
 * @param speeds the slowest rules; none where the case states none
 * @param place id of the point that the case names; empty where it names none
 * @param goesIn whether the plan sends them inside at all; else their ways are told and not driven
 * @param comesOut whether they need a way back
 * @param statedLength of the road from the corridor's inner end to the place, as the case says; of trucks alone
 */
record VehicleClass(Inside.Asked asked, String name, String kind, Vehicle vehicle, List<Quantity> speeds, Corridor corridor, Optional<String> place, boolean goesIn, boolean comesOut, Optional<Quantity> statedLength, At at) {
  /** All of a case: trucks of its aid, the vehicles that it lists, and where it lists none the turns of its checkpoints. */
  static List<VehicleClass> of(Case c, StreetTable table) {
    List<VehicleClass> all = new ArrayList<>();
    c.aid().ifPresent(a -> all.addAll(trucks(c, a, table)));
    for (Vehicles v : c.vehicles()) {
      String kind = v.kind().name().toLowerCase(Locale.ROOT);
      all.add(new VehicleClass(new Inside.Asked(v.id(), v.corridor(), ""), v.name().en(), kind, sized(kind, v.size(), 0, table), List.of(v.speed()), corridor(c, v.corridor()), v.picksUp(), v.picksUp().isPresent(), true, Optional.empty(), v.at()));
    }
    if (c.vehicles().isEmpty()) c.geography().corridors().forEach(k -> all.addAll(turns(c, k, table)));
    return all;
  }

  private static List<VehicleClass> trucks(Case c, Aid aid, StreetTable table) {
    Logistics l = aid.logistics();
    List<VehicleClass> all = new ArrayList<>();
    List<Quantity> slowest = l.fleets().stream().flatMap(f -> f.speed().stream()).toList();
    for (Lane lane : lanes(aid)) {
      List<Quantity> speeds = Stream.concat(Stream.of(lane.speed), slowest.stream()).toList();
      if (l.fleets().isEmpty()) {
        all.add(new VehicleClass(new Inside.Asked("", lane.corridor, lane.site), "trucks", "truck", sized("truck", l.truckSize(), load(aid.truckLoad()), table), speeds, corridor(c, lane.corridor), lane.place, true, !l.stays(), Optional.of(lane.length), lane.at(c)));
      }
      for (Logistics.TruckFleet f : l.fleets()) {
        VehicleSize size = f.size().equals(VehicleSize.NOT_STATED) ? l.truckSize() : f.size();
        Vehicle v = sized("truck", size, load(f.load().orElse(aid.truckLoad())), table);
        all.add(new VehicleClass(new Inside.Asked(f.id(), lane.corridor, lane.site), f.name().en(), "truck", v, speeds, corridor(c, lane.corridor), lane.place, true, !l.stays(), Optional.of(lane.length), f.at()));
      }
    }
    return all;
  }

  /** @param site empty where every lane has one of its own */
  private record Lane(String corridor, String site, Optional<String> place, Quantity speed, Quantity length) {
    At at(Case c) {
      return VehicleClass.corridor(c, corridor).at();
    }
  }

  private static List<Lane> lanes(Aid aid) {
    Logistics l = aid.logistics();
    if (l.routes().isEmpty()) return List.of(new Lane(aid.corridor(), "", Optional.empty(), aid.chain().roadSpeed(), aid.chain().roadLength()));
    List<Lane> lanes = new ArrayList<>();
    for (Logistics.Route r : l.routes()) {
      for (String s : r.sites()) {
        Optional<String> place = l.sites().stream().filter(u -> u.id().equals(s)).findFirst().flatMap(Logistics.UnloadingSite::place);
        Lane lane = new Lane(r.corridor(), s, place, r.roadSpeed().orElse(aid.chain().roadSpeed()), r.roadLength().orElse(aid.chain().roadLength()));
        if (lanes.stream().noneMatch(o -> o.corridor.equals(lane.corridor) && o.site.equals(s))) lanes.add(lane);
      }
    }
    return lanes;
  }

  private static List<VehicleClass> turns(Case c, Corridor k, StreetTable table) {
    List<Group> riders = PeopleWays.riders(c).stream().filter(g -> k.takesOut(g.users(), g.mode())).toList();
    if (riders.isEmpty()) return List.of();
    String kind = riders.stream().allMatch(g -> g.users() == Users.WOUNDED) ? "ambulance" : "bus";
    return k.checkpoints().stream().flatMap(p -> p.stages().stream()).filter(s -> s instanceof Corridor.Stage.Shuttle).map(s -> (Corridor.Stage.Shuttle) s)
        .map(s -> new VehicleClass(new Inside.Asked(s.id(), k.id(), ""), s.name().en(), kind, sized(kind, VehicleSize.NOT_STATED, 0, table), List.of(), k, Optional.empty(), false, true, Optional.empty(), k.at()))
        .toList();
  }

  private static Corridor corridor(Case c, String id) {
    return c.geography().corridors().stream().filter(k -> k.id().equals(id)).findFirst().orElseThrow();
  }

  private static double load(Quantity q) {
    return q.midIn(Unit.TONNES_PER_TRUCK);
  }

  /** @param load tonnes, of trucks */
  private static Vehicle sized(String kind, VehicleSize size, double load, StreetTable table) {
    double weight = kind.equals("truck") ? load * table.ladenRatio().mid() : table.vehicle("laden_weight", kind).mid();
    RoadUser user =
        switch (kind) {
          case "truck" -> RoadUser.TRUCK;
          case "bus" -> RoadUser.BUS;
          default -> RoadUser.CAR;
        };
    return new Vehicle(
        user,
        size.weight().map(q -> q.midIn(Unit.TONNES)).orElse(weight),
        size.height().map(q -> q.midIn(Unit.METRES)).orElse(table.vehicle("height", kind).mid()),
        size.width().map(q -> q.midIn(Unit.METRES)).orElse(table.vehicle("vehicle_width", kind).mid()),
        size.length().map(q -> q.midIn(Unit.METRES)).orElse(table.vehicle("vehicle_length", kind).mid()));
  }

  /** What ways hang on: classes of the same vehicle and speeds drive the same ones. */
  record Alike(Vehicle vehicle, List<Quantity> speeds) {}

  Alike alike() {
    return new Alike(vehicle, speeds);
  }

  /** km/h that the case lets it do. */
  double kmh(Drives.Pace pace) {
    return speeds.stream().mapToDouble(q ->
        switch (pace) {
          case SLOW -> q.lowIn(Unit.KILOMETRES_PER_HOUR);
          case MIDDLE -> q.midIn(Unit.KILOMETRES_PER_HOUR);
          case FAST -> q.highIn(Unit.KILOMETRES_PER_HOUR);
        }).min().orElse(Double.POSITIVE_INFINITY);
  }

  String size() {
    return "%s, %s, %s, %s".formatted(Vehicle.Measure.WEIGHT.words(vehicle.tonnes()), Vehicle.Measure.HEIGHT.words(vehicle.heightM()), Vehicle.Measure.WIDTH.words(vehicle.widthM()), Vehicle.Measure.LENGTH.words(vehicle.lengthM()));
  }
}
