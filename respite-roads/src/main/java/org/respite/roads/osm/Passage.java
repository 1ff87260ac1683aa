// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.respite.roads.network.RoadClass;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.WeekHours;

/**
 * Who may go where, by OSM's hierarchy of access tags: the most specific key that says something understood wins
 * (wiki.openstreetmap.org/wiki/Key:access). Where nothing is tagged, the class decides, after
 * wiki.openstreetmap.org/wiki/OSM_tags_for_routing/Access_restrictions.
 */
final class Passage {
  private static final Set<String> ALLOWED = Set.of("yes", "designated", "permissive", "official", "public", "unknown", "discouraged", "dismount");
  private static final Set<String> DESTINATION = Set.of("destination", "delivery", "customers", "residents", "customer");
  private static final Set<String> DENIED =
      Set.of("no", "private", "restricted", "military", "emergency", "agricultural", "forestry", "permit", "use_sidepath", "employees", "students", "variable");

  /** Most general first. */
  private static final Map<RoadUser, Key[]> KEYS = Map.of(
      RoadUser.FOOT, new Key[] {Key.ACCESS, Key.FOOT},
      RoadUser.SLOW, new Key[] {Key.ACCESS, Key.FOOT, Key.WHEELCHAIR},
      RoadUser.CAR, new Key[] {Key.ACCESS, Key.VEHICLE, Key.MOTOR_VEHICLE, Key.MOTORCAR},
      RoadUser.BUS, new Key[] {Key.ACCESS, Key.VEHICLE, Key.MOTOR_VEHICLE, Key.PSV, Key.BUS},
      RoadUser.TRUCK, new Key[] {Key.ACCESS, Key.VEHICLE, Key.MOTOR_VEHICLE, Key.GOODS, Key.HGV});

  private static final Map<Key, Key> CONDITIONAL = new EnumMap<>(Map.of(
      Key.ACCESS_CONDITIONAL, Key.ACCESS, Key.FOOT_CONDITIONAL, Key.FOOT, Key.VEHICLE_CONDITIONAL, Key.VEHICLE, Key.MOTOR_CONDITIONAL, Key.MOTOR_VEHICLE, Key.MOTORCAR_CONDITIONAL, Key.MOTORCAR,
      Key.PSV_CONDITIONAL, Key.PSV, Key.BUS_CONDITIONAL, Key.BUS, Key.GOODS_CONDITIONAL, Key.GOODS, Key.HGV_CONDITIONAL, Key.HGV));

  /** Keys that open a class to users it is not made for: {@code access=yes} on a footway is not said of lorries. */
  private static final Set<Key> OPENS = EnumSet.of(Key.FOOT, Key.MOTOR_VEHICLE, Key.MOTORCAR, Key.PSV, Key.BUS, Key.GOODS, Key.HGV);

  private static final Set<String> NO_VEHICLE = Set.of("bollard", "block", "cycle_barrier", "motorcycle_barrier", "jersey_barrier", "log", "chain", "planter", "chicane", "stone", "boulder", "shrub", "rope", "bar", "debris", "wedge", "tank_trap");
  private static final Set<String> BUS_ONLY = Set.of("bus_trap", "sump_buster");
  private static final Set<String> WALKERS_WITH_LEGS = Set.of("kissing_gate", "turnstile", "full-height_turnstile", "stile", "horse_stile", "ladder", "step");
  private static final Set<String> NOBODY = Set.of("fence", "wall", "hedge", "retaining_wall", "city_wall", "ditch", "guard_rail", "handrail", "cable_barrier");
  private static final Set<String> OPEN =
      Set.of("gate", "lift_gate", "swing_gate", "sliding_gate", "sliding_beam", "wicket_gate", "hampshire_gate", "bump_gate", "toll_booth", "border_control", "checkpoint", "cattle_grid",
          "entrance", "kerb", "height_restrictor", "sally_port", "spikes", "yes", "no", "swing_barrier", "coupure", "field_boundary", "horse_jump", "traffic_island", "gate;lift_gate");

  private final Oddities oddities;

  Passage(Oddities oddities) {
    this.oddities = oddities;
  }

  /** Who may use a class where no access is tagged, as a mask. */
  static int byDefault(RoadClass c) {
    int foot = RoadUser.FOOT.bit();
    return switch (c) {
      case MOTORWAY, MOTORWAY_LINK -> RoadUser.VEHICLES;
      case TRUNK, TRUNK_LINK, PRIMARY, PRIMARY_LINK, SECONDARY, SECONDARY_LINK, TERTIARY, TERTIARY_LINK, UNCLASSIFIED, RESIDENTIAL, LIVING_STREET, SERVICE, ROAD -> RoadUser.ALL;
      case TRACK -> RoadUser.WALKERS | RoadUser.CAR.bit() | RoadUser.TRUCK.bit();
      case BUSWAY -> RoadUser.BUS.bit();
      case PEDESTRIAN, FOOTWAY, PATH, CYCLEWAY, BRIDLEWAY -> RoadUser.WALKERS;
      case STEPS -> foot;
    };
  }

  /** What the access tags make of a mask of users who may pass without them. */
  int of(int byDefault, Tags tags, String element) {
    boolean stairs = (byDefault & RoadUser.WALKERS) == RoadUser.FOOT.bit();
    boolean ramp = tags.is(Key.WHEELCHAIR, "yes") || tags.is(Key.RAMP_WHEELCHAIR, "yes");
    int before = stairs && ramp ? byDefault | RoadUser.SLOW.bit() : byDefault;
    int users = 0;
    for (RoadUser user : RoadUser.values()) {
      boolean may = (before & user.bit()) != 0;
      for (Key key : KEYS.get(user)) {
        boolean then = may(user, key, tags.get(key), may, element);
        may = then && (may || (before & user.bit()) != 0 || OPENS.contains(key));
      }
      if (may) users |= user.bit();
    }
    if (stairs && !ramp) users &= ~RoadUser.SLOW.bit();
    return users;
  }

  /** One key on top of what more general ones said. */
  private boolean may(RoadUser user, Key key, String value, boolean before, String element) {
    if (value.isEmpty()) return before;
    if (key == Key.WHEELCHAIR) return before && !value.equals("no");
    boolean understood = false;
    boolean allowed = false;
    for (String part : value.indexOf(';') < 0 ? new String[] {value} : value.split(";")) {
      String word = part.trim();
      if (word.equals("psv") || word.equals("bus")) {
        understood = true;
        allowed |= user == RoadUser.BUS;
      }
      allowed |= ALLOWED.contains(word) || DESTINATION.contains(word);
      understood |= allowed || DENIED.contains(word);
    }
    if (understood) return allowed;
    oddities.count(Oddities.Odd.UNKNOWN_VALUE, key.word() + "=" + value, element);
    return before;
  }

  /** Access in certain hours of those users for whom no more specific key is tagged. */
  record AtTimes(int users, boolean allowed, WeekHours hours) {}

  List<AtTimes> atTimes(Tags tags, String element) {
    List<AtTimes> all = new ArrayList<>();
    CONDITIONAL.forEach((key, plain) -> {
      if (!tags.has(key)) return;
      int users = 0;
      for (RoadUser user : RoadUser.values()) if (decides(user, plain, tags)) users |= user.bit();
      for (Conditional.Clause c : Conditional.read(key, tags.get(key), oddities, Oddities.Odd.ACCESS_CONDITIONAL, element)) {
        boolean allowed = ALLOWED.contains(c.value()) || DESTINATION.contains(c.value());
        if (allowed || DENIED.contains(c.value())) all.add(new AtTimes(users, allowed, c.hours()));
        else oddities.count(Oddities.Odd.UNKNOWN_VALUE, key.word() + "=" + c.value(), element);
      }
    });
    return all;
  }

  /**
   * A barrier that opens and shuts by the hour.
   *
   * @param users who may pass in some hour of the week
   * @param shut when which of them may not
   */
  record Gate(int users, List<AtTimes> shut) {}

  /** Empty where no hour makes a difference, or none that is understood. */
  Optional<Gate> gate(Tags tags, long node, int always) {
    if (!tags.has(Key.BARRIER)) return Optional.empty();
    String element = "node " + node;
    List<AtTimes> shut = new ArrayList<>();
    int users = always;
    for (AtTimes a : atTimes(tags, element)) {
      int concerned = a.allowed ? a.users & ~always : a.users & always;
      WeekHours closed = a.allowed ? a.hours.others() : a.hours;
      if (a.allowed) users |= concerned;
      if (concerned != 0 && !closed.spans().isEmpty()) shut.add(new AtTimes(concerned, false, closed));
    }
    if (tags.has(Key.OPENING_HOURS) && always != 0) {
      Optional<WeekHours> open = OpeningHours.read(tags.get(Key.OPENING_HOURS));
      if (open.isEmpty()) oddities.count(Oddities.Odd.ACCESS_CONDITIONAL, "opening_hours=" + tags.get(Key.OPENING_HOURS), element);
      open.map(WeekHours::others).filter(h -> !h.spans().isEmpty()).ifPresent(h -> shut.add(new AtTimes(always, false, h)));
    }
    return shut.isEmpty() && users == always ? Optional.empty() : Optional.of(new Gate(users, shut));
  }

  private static boolean decides(RoadUser user, Key plain, Tags tags) {
    boolean seen = false;
    for (Key key : KEYS.get(user)) {
      if (seen && tags.has(key)) return false;
      seen |= key == plain;
    }
    return seen;
  }

  /** Whether vehicles may go there only to reach something along it. */
  static boolean destinationOnly(Tags tags) {
    for (Key key : new Key[] {Key.MOTORCAR, Key.MOTOR_VEHICLE, Key.VEHICLE, Key.ACCESS}) if (tags.has(key)) return DESTINATION.contains(tags.get(key));
    return false;
  }

  /** Whether a key of one direction closes it. */
  boolean closes(Key direction, Tags tags, String element) {
    return tags.has(direction) && !may(RoadUser.CAR, direction, tags.get(direction), true, element);
  }

  static boolean anyTagged(RoadUser user, Tags tags) {
    for (Key key : KEYS.get(user)) if (tags.has(key)) return true;
    return false;
  }

  /** Mask of the users who may pass a node, {@link RoadUser#ALL} for one without a barrier. */
  int through(Tags tags, long node) {
    if (!tags.has(Key.BARRIER)) return RoadUser.ALL;
    String barrier = tags.get(Key.BARRIER);
    int passes = RoadUser.ALL;
    if (NO_VEHICLE.contains(barrier)) passes = RoadUser.WALKERS;
    else if (BUS_ONLY.contains(barrier)) passes = RoadUser.WALKERS | RoadUser.BUS.bit();
    else if (WALKERS_WITH_LEGS.contains(barrier)) passes = RoadUser.FOOT.bit();
    else if (NOBODY.contains(barrier)) passes = 0;
    else if (!OPEN.contains(barrier)) oddities.count(Oddities.Odd.UNKNOWN_VALUE, "barrier=" + barrier, "node " + node);
    if (tags.is(Key.LOCKED, "yes")) passes &= ~RoadUser.VEHICLES;
    return of(passes, tags, "node " + node);
  }
}
