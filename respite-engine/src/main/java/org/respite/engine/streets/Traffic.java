// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.respite.engine.answer.StreetMap;
import org.respite.engine.answer.VehicleStreets;
import org.respite.engine.world.Timeline;
import org.respite.roads.attributes.ArcFigures;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.Trait;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.schedule.Trip;

/**
 * The vehicles of schedules laid on the streets of their last legs, hour by hour from the first window on, beside those who walk there; see
 * {@link VehicleStreets#RULE}. A vehicle's time on a leg is spread over its streets as their free times are. O(trips times streets of a way).
 */
public final class Traffic {
  /** So many of the fullest streets are told, and every overloaded one; each name once. */
  private static final int TOLD = 5;

  private static final double[] NONE = new double[2];

  private final LastLegs legs;
  private final ArcFigures figures;
  private final Instant begins;
  /** Hours from the first window on in which some window is open. */
  private final Set<Integer> open = new TreeSet<>();
  private final Map<String, LastLegs.Driven> driven = new HashMap<>();
  /** By arc of the network: vehicles and their equivalent in cars, by hour. */
  private final Map<Integer, TreeMap<Integer, double[]>> entering = new TreeMap<>();
  private final Set<LastLegs.Driven> used = new HashSet<>();

  private Traffic(LastLegs legs, Timeline timeline) {
    this.legs = legs;
    this.figures = legs.figures();
    this.begins = timeline.begins();
    for (Timeline.Open o : timeline.open()) for (int h = o.from() / 60; h * 60 < o.to(); h++) open.add(h);
    for (LastLegs.Driven d : legs.legs()) if (d.scheduled()) driven.put(key(d.who().asked().vehicles(), d.who().corridor().id(), d.place().id()), d);
  }

  /** @param walkers of the plan on foot in the same option */
  public static VehicleStreets of(LastLegs legs, Timeline timeline, List<Movement> movements, StreetMap.Walkers walkers) {
    Traffic t = new Traffic(legs, timeline);
    movements.forEach(m -> m.schedule().trips().forEach(trip -> t.add(m, trip)));
    return new VehicleStreets(legs.told(), t.busiest(walkers), t.onDefaults());
  }

  private static String key(String vehicles, String corridor, String place) {
    return vehicles + " " + corridor + " " + place;
  }

  private void add(Movement m, Trip trip) {
    String fleet = m.problem().fleets().get(trip.type().fleet()).id();
    for (int i = 0; i < trip.type().count(); i++) {
      Stage s = trip.type().stages().get(i);
      if (!s.road()) continue;
      LastLegs.Driven d = driven.getOrDefault(key(fleet, trip.type().corridor(), s.where()), driven.get(key("", trip.type().corridor(), s.where())));
      if (d == null) continue;
      used.add(d);
      Optional<LastLegs.Found> way = s.kind() == Stage.Kind.ROAD_IN ? d.in() : d.out();
      Instant from = m.problem().at(trip.start(i));
      way.ifPresent(w -> drive(d, w, from, s.seconds()));
    }
  }

  private void drive(LastLegs.Driven d, LastLegs.Found way, Instant from, int seconds) {
    RoadUser user = d.who().vehicle().user();
    double all = 0;
    for (int arc : way.arcs()) all += figures.seconds(arc, user);
    double driven = 0;
    for (int arc : way.arcs()) {
      long after = all == 0 ? 0 : Math.round(seconds * driven / all);
      int hour = (int) Math.floorDiv(Duration.between(begins, from).getSeconds() + after, 3_600L);
      double cars = figures.vehiclesPerHour(arc, RoadUser.CAR) / figures.vehiclesPerHour(arc, user);
      double[] sum = entering.computeIfAbsent(arc, _ -> new TreeMap<>()).computeIfAbsent(hour, _ -> new double[2]);
      sum[0]++;
      sum[1] += cars;
      driven += figures.seconds(arc, user);
    }
  }

  private List<VehicleStreets.Loaded> busiest(StreetMap.Walkers walkers) {
    Map<String, VehicleStreets.Loaded> fullest = new TreeMap<>();
    entering.forEach((arc, hours) -> hours.keySet().forEach(hour -> {
      VehicleStreets.Loaded l = relieved(arc, hour, walkers);
      String named = legs.plan().network.label(arc >> 1).shown();
      fullest.merge(named.isEmpty() ? l.street() : named, l, (a, b) -> b.share() > a.share() ? b : a);
    }));
    List<VehicleStreets.Loaded> all = new ArrayList<>(fullest.values());
    all.sort(Comparator.comparingDouble(VehicleStreets.Loaded::share).reversed().thenComparing(VehicleStreets.Loaded::street));
    int over = (int) all.stream().filter(VehicleStreets.Loaded::isOver).count();
    return List.copyOf(all.subList(0, Math.min(all.size(), Math.max(over, TOLD))));
  }

  private VehicleStreets.Loaded relieved(int arc, int hour, StreetMap.Walkers walkers) {
    VehicleStreets.Loaded l = loaded(arc, hour, walkers);
    if (!l.isOver()) return l;
    double each = (l.share() - l.peopleShare()) / l.vehicles();
    int fewer = l.peopleShare() >= 1 ? 0 : (int) Math.min(l.vehicles(), Math.ceil((l.share() - 1) / each - 1e-9));
    Optional<Instant> room = fewer == 0 ? Optional.empty() : nearest(hour).filter(h -> loaded(arc, h, walkers).share() + fewer * each <= 1).findFirst().map(h -> begins.plusSeconds(3_600L * h));
    return new VehicleStreets.Loaded(l.street(), l.osmWay(), l.from(), l.vehicles(), l.perHour(), l.people(), l.peopleShare(), l.share(), Optional.of(new VehicleStreets.Relief(fewer, room)));
  }

  /** Other open hours, the nearest first, of two the later: what was to go in then goes in on the same clearance. */
  private Stream<Integer> nearest(int hour) {
    return open.stream().filter(h -> h != hour).sorted(Comparator.comparingInt((Integer h) -> Math.abs(h - hour)).thenComparing(Comparator.reverseOrder()));
  }

  private VehicleStreets.Loaded loaded(int arc, int hour, StreetMap.Walkers walkers) {
    double people = walkers.people(legs.graphLink(arc >> 1), hour);
    double[] sum = entering.get(arc).getOrDefault(hour, NONE);
    double perHour = figures.vehiclesPerHour(arc, RoadUser.CAR);
    double vehicles = sum[0];
    double share = sum[1] / perHour;
    double[] against = entering.getOrDefault(arc ^ 1, new TreeMap<>()).get(hour);
    if (against != null && legs.plan().network.has(arc >> 1, Trait.ONE_LANE_BOTH_WAYS)) { // each direction has half a lane: the lane is used by both
      vehicles += against[0];
      share = (sum[1] + against[1]) / (perHour + figures.vehiclesPerHour(arc ^ 1, RoadUser.CAR));
    }
    double walking = people / (figures.walkersPerMinute(arc >> 1, RoadUser.FOOT) * 60);
    return new VehicleStreets.Loaded(legs.plan().street(arc >> 1), legs.plan().network.way(arc >> 1), begins.plusSeconds(3_600L * hour), (int) vehicles, perHour, people, walking, share + walking, Optional.empty());
  }

  private double onDefaults() {
    double metres = 0;
    double defaults = 0;
    for (LastLegs.Driven d : used) {
      for (Optional<LastLegs.Found> f : List.of(d.in(), d.out())) {
        if (f.isEmpty()) continue;
        for (int arc : f.get().arcs()) {
          metres += legs.plan().network.metres(arc >> 1);
          if (legs.onDefaults(arc >> 1)) defaults += legs.plan().network.metres(arc >> 1);
        }
      }
    }
    return metres == 0 ? 0 : defaults / metres;
  }
}
