// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.util.List;
import java.util.Optional;
import org.respite.model.quantity.Dimension;
import org.respite.model.quantity.Quantity;
import org.respite.model.scenario.Logistics;
import org.respite.model.scenario.VehicleSize;
import org.respite.model.scenario.Vehicles;

/** Single trucks in {@code aid} (fleets, sites, routes, outcomes), and {@code vehicles} for people. Every key may be left out. */
final class LogisticsSection {
  private LogisticsSection() {}

  static Logistics logistics(Keys aid, Keys truck) {
    return new Logistics(
        aid.has("assembly") ? Optional.of(assembly(aid)) : Optional.empty(),
        aid.mappingsIfAny("fleets").stream().map(LogisticsSection::fleet).toList(),
        aid.mappingsIfAny("sites").stream().map(LogisticsSection::site).toList(),
        aid.mappingsIfAny("routes").stream().map(LogisticsSection::route).toList(),
        outcomes(aid),
        Quantities.find(aid, "reserve", Dimension.SHARE),
        Quantities.find(aid, "turn_round", Dimension.DURATION, Dimension.TRUCK_TIME),
        Quantities.find(truck, "volume", Dimension.VOLUME),
        size(truck),
        aid.has("stay") && aid.flag("stay"));
  }

  private static Logistics.Assembly assembly(Keys aid) {
    try (Keys k = aid.mapping("assembly")) {
      Logistics.Assembly a = new Logistics.Assembly(Quantities.get(k, "places", Dimension.SERVERS), Quantities.get(k, "time", Dimension.TRUCK_TIME), Quantities.find(k, "lead", Dimension.DURATION));
      if (k.has("places") && a.places().high() < 0.5) {
        k.reading.findings.error("no-bays", k.at("places"), k.where() + " has no place to line up", "no truck would ever set out", "give it at least one, or leave `assembly` out");
      }
      return a;
    }
  }

  private static Logistics.TruckFleet fleet(Keys keys) {
    try (Keys k = keys) {
      return new Logistics.TruckFleet(
          k.id(Kind.FLEET),
          k.name("name"),
          Quantities.get(k, "count", Dimension.TRUCKS),
          Quantities.find(k, "load", Dimension.TRUCK_LOAD),
          Quantities.find(k, "volume", Dimension.VOLUME),
          Quantities.find(k, "speed", Dimension.SPEED).map(q -> moving(k, "speed", q)),
          size(k),
          k.at());
    }
  }

  private static Logistics.UnloadingSite site(Keys keys) {
    try (Keys k = keys) {
      Quantity bays = Quantities.get(k, "bays", Dimension.SERVERS);
      if (k.has("bays") && bays.high() < 0.5) {
        k.reading.findings.error("no-bays", k.at("bays"), k.where() + " has no bay", "no truck would ever be unloaded there", "give it at least one bay, or leave the site out");
      }
      return new Logistics.UnloadingSite(k.id(Kind.AID_SITE), k.name("name"), bays, Quantities.get(k, "time", Dimension.TRUCK_TIME), place(k, "place"), k.at());
    }
  }

  private static Optional<String> place(Keys k, String key) {
    return k.has(key) ? Optional.of(k.reference(key, Kind.SITE)) : Optional.empty();
  }

  private static VehicleSize size(Keys keys) {
    if (!keys.has("size")) return VehicleSize.NOT_STATED;
    try (Keys k = keys.mapping("size")) {
      return new VehicleSize(
          Quantities.find(k, "weight", Dimension.MASS), Quantities.find(k, "height", Dimension.LENGTH), Quantities.find(k, "width", Dimension.LENGTH), Quantities.find(k, "length", Dimension.LENGTH));
    }
  }

  private static Logistics.Route route(Keys keys) {
    try (Keys k = keys) {
      Optional<Keys> inspection = inner(k, "inspection");
      Optional<Keys> road = inner(k, "road");
      Logistics.Route route =
          new Logistics.Route(
              k.id(Kind.ROUTE),
              k.reference("corridor", Kind.CORRIDOR),
              k.references("sites", Kind.AID_SITE),
              Quantities.find(k, "hold", Dimension.DURATION),
              inspection.flatMap(i -> Quantities.find(i, "servers", Dimension.SERVERS)),
              inspection.flatMap(i -> Quantities.find(i, "time", Dimension.TRUCK_TIME)),
              road.flatMap(r -> Quantities.find(r, "length", Dimension.LENGTH)),
              road.flatMap(r -> Quantities.find(r, "speed", Dimension.SPEED).map(q -> moving(r, "speed", q))),
              outcomes(k),
              k.at());
      inspection.ifPresent(Keys::close);
      road.ifPresent(Keys::close);
      return route;
    }
  }

  private static Optional<Keys> inner(Keys k, String key) {
    return k.has(key) ? Optional.of(k.mapping(key)) : Optional.empty();
  }

  private static Optional<Logistics.Outcomes> outcomes(Keys keys) {
    if (!keys.has("outcomes")) return Optional.empty();
    try (Keys k = keys.mapping("outcomes")) {
      Logistics.Outcomes o =
          new Logistics.Outcomes(share(k, "facilitated"), share(k, "impeded"), share(k, "denied"), share(k, "cancelled"), Quantities.get(k, "delay", Dimension.DURATION));
      double sum = o.facilitated().mid() + o.impeded().mid() + o.denied().mid() + o.cancelled().mid();
      boolean shares = List.of(o.facilitated(), o.impeded(), o.denied(), o.cancelled()).stream().allMatch(q -> q.unit() == o.facilitated().unit());
      double whole = o.facilitated().unit() == org.respite.model.quantity.Unit.PERCENT ? 100 : 1;
      if (!shares || Math.abs(sum / whole - 1) > 0.011) {
        k.reading.findings.error("outcomes-sum", k.at(), "the four outcomes of %s add up to %s".formatted(k.where(), Quantities.plain(sum)), "some missions would end in no way, or in two", "let facilitated, impeded, denied and cancelled add up to 1, in one unit");
      }
      return Optional.of(o);
    }
  }

  private static Quantity share(Keys k, String key) {
    return Quantities.get(k, key, Dimension.SHARE);
  }

  static List<Vehicles> vehicles(Keys root) {
    return root.mappingsIfAny("vehicles").stream().map(LogisticsSection::vehicles1).toList();
  }

  private static Vehicles vehicles1(Keys keys) {
    try (Keys k = keys) {
      return new Vehicles(
          k.id(Kind.FLEET),
          k.word("kind", Vehicles.Kind.class),
          k.name("name"),
          k.reference("corridor", Kind.CORRIDOR),
          place(k, "picks_up"),
          k.references("groups", Kind.GROUP),
          Quantities.get(k, "count", Dimension.VEHICLES),
          Quantities.get(k, "seats", Dimension.SEATS),
          Quantities.find(k, "together", Dimension.PEOPLE),
          moving(k, "speed", Quantities.get(k, "speed", Dimension.SPEED)),
          post(k, "boarding", "bays").orElseThrow(),
          k.has("screening") ? post(k, "screening", "servers") : Optional.empty(),
          Quantities.find(k, "held", Dimension.SHARE),
          k.has("setting_down") ? post(k, "setting_down", "bays") : Optional.empty(),
          Quantities.find(k, "receives", Dimension.PEOPLE_RATE),
          k.mappingsIfAny("hospitals").stream().map(LogisticsSection::hospital).toList(),
          Quantities.find(k, "turn_round", Dimension.DURATION),
          size(k),
          k.at());
    }
  }

  private static Vehicles.Hospital hospital(Keys keys) {
    try (Keys k = keys) {
      return new Vehicles.Hospital(k.reference("destination", Kind.DESTINATION), Quantities.get(k, "drive", Dimension.DURATION));
    }
  }

  private static Optional<Vehicles.Post> post(Keys keys, String key, String places) {
    try (Keys k = keys.mapping(key)) {
      Quantity side = Quantities.get(k, places, Dimension.SERVERS);
      if (k.has(places) && side.high() < 0.5) {
        k.reading.findings.error("no-bays", k.at(places), k.where() + " has no place to work", "no vehicle would ever pass it", "give it at least one");
      }
      return Optional.of(new Vehicles.Post(side, Quantities.get(k, "time", Dimension.DURATION)));
    }
  }

  private static Quantity moving(Keys k, String key, Quantity speed) {
    if (k.has(key) && speed.low() == 0) {
      k.reading.findings.error("speed-zero", k.at(key), k.where() + " may stand still (speed from 0)", "no vehicle would ever arrive", "give the slowest speed above 0");
    }
    return speed;
  }
}
