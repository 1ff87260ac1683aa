// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.respite.roads.network.Attribute;
import org.respite.roads.network.Label;
import org.respite.roads.network.NetworkColumns.Kind;
import org.respite.roads.network.NetworkColumns.Limits;
import org.respite.roads.network.NetworkColumns.Timed;
import org.respite.roads.network.NetworkColumns.Way;
import org.respite.roads.network.RoadClass;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.Surface;
import org.respite.roads.network.Trait;
import org.respite.roads.network.WeekHours;
import org.respite.roads.osm.Oddities.Odd;

/** Reads the tags of a street. What is not understood is counted and left to the default of the class. */
final class StreetTags {
  /** Values of {@code highway} that are no street: planned, gone, or a thing beside the street. */
  private static final Set<String> NO_STREET =
      Set.of("proposed", "construction", "planned", "abandoned", "razed", "demolished", "disused", "removed", "dismantled", "historic", "no", "platform", "bus_stop", "rest_area",
          "services", "elevator", "corridor", "raceway", "escape", "emergency_bay", "via_ferrata", "traffic_island", "ladder", "trailhead", "emergency_access_point", "crossing",
          "street_lamp", "toilets", "virtual", "stop", "give_way", "turning_circle", "ohm:military:Trench");

  private static final Map<String, RoadClass> OTHER_WORDS =
      Map.of("bus_guideway", RoadClass.BUSWAY, "residential_link", RoadClass.RESIDENTIAL, "minor", RoadClass.UNCLASSIFIED, "unsurfaced", RoadClass.TRACK, "byway", RoadClass.TRACK, "trail", RoadClass.PATH);

  private static final int MOST_LANES = 20;

  private static final Set<String> YES = Set.of("yes", "true", "1");
  private static final Set<String> NO = Set.of("no", "false", "0");
  private static final Set<String> BACK = Set.of("-1", "reverse");
  private static final Set<String> UNSPOKEN_LIMIT = Set.of("none", "default", "below_default", "unsigned", "no_sign", "no_indications", "unrestricted", "signals", "variable", "implicit", "unknown");

  private final Oddities oddities;
  private final Passage passage;
  private String element = "";

  StreetTags(Oddities oddities) {
    this.oddities = oddities;
    passage = new Passage(oddities);
  }

  /** The street that these tags describe; empty for a thing that is no street, or of a class we do not know (which is counted). */
  Optional<Kind> read(long way, Tags tags) {
    element = "way " + way;
    String highway = tags.get(Key.HIGHWAY);
    Optional<RoadClass> found = RoadClass.find(highway).or(() -> Optional.ofNullable(OTHER_WORDS.get(highway)));
    if (found.isEmpty()) {
      if (!NO_STREET.contains(highway)) oddities.count(Odd.UNKNOWN_HIGHWAY, highway, element);
      return Optional.empty();
    }
    RoadClass c = found.get();
    if (c == RoadClass.MOTORWAY && !tags.has(Key.ONEWAY) && !tags.has(Key.JUNCTION)) oddities.count(Odd.ONEWAY_IMPLIED, "", element);
    Directions d = directions(c, users(c, tags), tags);
    int lanes = lanes(Key.LANES, tags);
    boolean both = (d.forward & RoadUser.VEHICLES) != 0 && (d.backward & RoadUser.VEHICLES) != 0;
    Way forward = new Way(d.forward, lanesOf(Key.LANES_FORWARD, lanes, both, d.forward, tags), speed(Key.MAXSPEED_FORWARD, tags));
    Way backward = new Way(d.backward, lanesOf(Key.LANES_BACKWARD, lanes, both, d.backward, tags), speed(Key.MAXSPEED_BACKWARD, tags));
    Limits limits = new Limits(metres(Key.WIDTH, tags, metres(Key.EST_WIDTH, tags, 0)), metres(Key.MAXWIDTH, tags, 0), metres(Key.MAXHEIGHT, tags, 0), metres(Key.MAXLENGTH, tags, 0), weight(tags));
    Surface surface = surface(tags);
    int traits = traits(tags) | (both && lanes == 1 ? Trait.ONE_LANE_BOTH_WAYS.bit() : 0);
    Kind kind = new Kind(way, c, forward, backward, traits, 0, surface, limits, label(tags));
    return Optional.of(new Kind(way, c, forward, backward, traits, tagged(kind, tags), surface, limits, kind.label(), timed(c, d, tags)));
  }

  /** What holds only at times, for each direction; what would be so anyway is left out. */
  private List<Timed> timed(RoadClass c, Directions always, Tags tags) {
    List<Timed> timed = new ArrayList<>();
    for (Passage.AtTimes a : passage.atTimes(tags, element)) {
      Directions bound = a.allowed() ? directions(c, a.users(), tags) : new Directions(a.users(), a.users());
      int forward = a.allowed() ? bound.forward & ~always.forward : bound.forward & always.forward;
      int backward = a.allowed() ? bound.backward & ~always.backward : bound.backward & always.backward;
      if (forward != 0) timed.add(new Timed(false, forward, a.allowed(), a.hours()));
      if (backward != 0) timed.add(new Timed(true, backward, a.allowed(), a.hours()));
    }
    if (tags.has(Key.ONEWAY_CONDITIONAL)) onewayAtTimes(always, tags, timed);
    return List.copyOf(timed);
  }

  /** A direction that binds vehicles in some hours only, or lets them go against the rest of the day. */
  private void onewayAtTimes(Directions always, Tags tags, List<Timed> timed) {
    int either = (always.forward | always.backward) & RoadUser.VEHICLES;
    for (Conditional.Clause c : Conditional.read(Key.ONEWAY_CONDITIONAL, tags.get(Key.ONEWAY_CONDITIONAL), oddities, Odd.ACCESS_CONDITIONAL, element)) {
      boolean along = YES.contains(c.value());
      boolean against = BACK.contains(c.value());
      if (!along && !against && !NO.contains(c.value())) {
        oddities.count(Odd.UNKNOWN_VALUE, Key.ONEWAY_CONDITIONAL.word() + "=" + c.value(), element);
        continue;
      }
      turn(false, against ? 0 : either, always.forward, c.hours(), timed);
      turn(true, along ? 0 : either, always.backward, c.hours(), timed);
    }
  }

  private static void turn(boolean backward, int then, int otherwise, WeekHours hours, List<Timed> timed) {
    int in = then & ~otherwise;
    int out = otherwise & RoadUser.VEHICLES & ~then;
    if (in != 0) timed.add(new Timed(backward, in, true, hours));
    if (out != 0) timed.add(new Timed(backward, out, false, hours));
  }

  private int users(RoadClass c, Tags tags) {
    int byDefault = Passage.byDefault(c);
    String grade = tags.get(Key.TRACKTYPE);
    if (c == RoadClass.TRACK && (grade.equals("grade4") || grade.equals("grade5"))) byDefault &= ~RoadUser.VEHICLES;
    if (tags.is(Key.MOTORROAD, "yes")) byDefault &= ~RoadUser.WALKERS;
    int users = passage.of(byDefault, tags, element);
    return c == RoadClass.STEPS ? users & RoadUser.WALKERS : users;
  }

  private record Directions(int forward, int backward) {
    Directions without(int users, boolean goingBack) {
      return goingBack ? new Directions(forward & ~users, backward) : new Directions(forward, backward & ~users);
    }
  }

  /** Who may go along the way's line and who against it. */
  private Directions directions(RoadClass c, int users, Tags tags) {
    Directions d = new Directions(users, users);
    Sense general = sense(Key.ONEWAY, tags, impliedOneway(c, tags) ? Sense.FORWARD : Sense.BOTH);
    if (general != Sense.BOTH) {
      int bound = RoadUser.VEHICLES;
      if (tags.has(Key.ONEWAY_MOTOR) && NO.contains(tags.get(Key.ONEWAY_MOTOR))) bound = 0;
      if (NO.contains(tags.get(Key.ONEWAY_BUS)) || NO.contains(tags.get(Key.ONEWAY_PSV))) bound &= ~RoadUser.BUS.bit();
      if ((c == RoadClass.STEPS || c == RoadClass.FOOTWAY) && !NO.contains(tags.get(Key.ONEWAY_FOOT))) bound |= RoadUser.WALKERS;
      d = d.without(bound, general == Sense.BACKWARD);
    }
    Sense motor = sense(Key.ONEWAY_MOTOR, tags, Sense.BOTH);
    if (motor != Sense.BOTH) d = d.without(RoadUser.VEHICLES, motor == Sense.BACKWARD);
    Sense foot = sense(Key.ONEWAY_FOOT, tags, conveyed(tags));
    if (foot != Sense.BOTH) d = d.without(RoadUser.WALKERS, foot == Sense.BACKWARD);
    if (closes(Key.FOOT_FORWARD, tags)) d = d.without(RoadUser.WALKERS, true);
    if (closes(Key.FOOT_BACKWARD, tags)) d = d.without(RoadUser.WALKERS, false);
    if (closes(Key.VEHICLE_FORWARD, tags) || closes(Key.MOTOR_FORWARD, tags)) d = d.without(RoadUser.VEHICLES, true);
    if (closes(Key.VEHICLE_BACKWARD, tags) || closes(Key.MOTOR_BACKWARD, tags)) d = d.without(RoadUser.VEHICLES, false);
    return d;
  }

  private boolean closes(Key direction, Tags tags) {
    return passage.closes(direction, tags, element);
  }

  private enum Sense {
    FORWARD,
    BACKWARD,
    BOTH
  }

  private Sense sense(Key key, Tags tags, Sense unsaid) {
    String value = tags.get(key);
    if (value.isEmpty()) return unsaid;
    if (YES.contains(value)) return Sense.FORWARD;
    if (BACK.contains(value)) return Sense.BACKWARD;
    if (NO.contains(value) || value.equals("alternating") || value.equals("reversible")) return Sense.BOTH;
    oddities.count(Odd.UNKNOWN_VALUE, key.word() + "=" + value, element);
    return unsaid;
  }

  private static boolean impliedOneway(RoadClass c, Tags tags) {
    String junction = tags.get(Key.JUNCTION);
    return c == RoadClass.MOTORWAY || junction.equals("roundabout") || junction.equals("circular");
  }

  /** Escalators carry one way. */
  private static Sense conveyed(Tags tags) {
    return switch (tags.get(Key.CONVEYING)) {
      case "forward" -> Sense.FORWARD;
      case "backward" -> Sense.BACKWARD;
      default -> Sense.BOTH;
    };
  }

  private int lanes(Key key, Tags tags) {
    String value = tags.get(key);
    if (value.isEmpty()) return 0;
    int lanes = Measure.wholeNumber(value);
    if (lanes >= 1 && lanes <= MOST_LANES) return lanes;
    oddities.count(Odd.UNKNOWN_VALUE, key.word() + "=" + value, element);
    return 0;
  }

  /** Lanes of one direction: as tagged for it, else half of all where vehicles go both ways (the odd one is nobody's; a single one is shared). */
  private int lanesOf(Key direction, int lanes, boolean both, int users, Tags tags) {
    if ((users & RoadUser.VEHICLES) == 0) return 0;
    int own = lanes(direction, tags);
    if (own > 0) return own;
    return both && lanes > 1 ? lanes / 2 : lanes;
  }

  private int speed(Key direction, Tags tags) {
    Key key = tags.has(direction) ? direction : Key.MAXSPEED;
    String value = tags.get(key);
    if (value.isEmpty() || UNSPOKEN_LIMIT.contains(value)) return 0;
    int plain = Measure.wholeNumber(value);
    if (plain >= 1 && plain <= 255) return plain;
    if (value.equals("walk")) return 7;
    if (value.endsWith(":urban")) return 50;
    if (value.endsWith(":living_street") || value.endsWith(":walk")) return 10;
    if (value.matches("[A-Z]{2}(-[A-Z]+)?:[a-z_]+")) return 0;
    OptionalDouble kmh = Measure.kmh(value);
    if (kmh.isPresent() && kmh.getAsDouble() >= 1 && kmh.getAsDouble() <= 255) return (int) Math.round(kmh.getAsDouble());
    if (value.matches("[A-Z]{2}:(zone:?)?\\d{2}")) return Integer.parseInt(value.substring(value.length() - 2));
    oddities.count(Odd.UNKNOWN_VALUE, key.word() + "=" + value, element);
    return 0;
  }

  private int metres(Key key, Tags tags, int otherwise) {
    String value = tags.get(key);
    if (value.isEmpty() || UNSPOKEN_LIMIT.contains(value)) return otherwise;
    return hundredths(key, value, Measure.metres(value), otherwise);
  }

  private int weight(Tags tags) {
    String value = tags.get(Key.MAXWEIGHT);
    if (value.isEmpty() || UNSPOKEN_LIMIT.contains(value)) return 0;
    return hundredths(Key.MAXWEIGHT, value, Measure.tonnes(value), 0);
  }

  private int hundredths(Key key, String value, OptionalDouble read, int otherwise) {
    long hundredths = read.isPresent() ? Math.round(read.getAsDouble() * 100) : 0;
    if (hundredths > 0 && hundredths <= 0xffff) return (int) hundredths;
    oddities.count(Odd.UNKNOWN_VALUE, key.word() + "=" + value, element);
    return otherwise;
  }

  private Surface surface(Tags tags) {
    String value = tags.get(Key.SURFACE);
    int list = value.indexOf(';');
    Surface said = list < 0 ? bySurface(value) : bySurface(value.substring(0, list));
    if (said == Surface.NOT_TAGGED && !value.isEmpty()) oddities.count(Odd.UNKNOWN_VALUE, "surface=" + value, element);
    if (said != Surface.NOT_TAGGED) return said;
    return switch (tags.get(Key.TRACKTYPE)) {
      case "grade1" -> Surface.PAVED;
      case "grade2" -> Surface.COMPACTED;
      case "grade3", "grade4", "grade5" -> Surface.LOOSE;
      default -> Surface.NOT_TAGGED;
    };
  }

  private static Surface bySurface(String value) {
    return switch (value) {
      case "asphalt", "concrete", "concrete:plates", "concrete:lanes", "paved", "paving_stones", "chipseal", "rubber", "acrylic", "tartan", "paving_stones:lanes", "tiles", "cement" -> Surface.PAVED;
      case "sett", "cobblestone", "unhewn_cobblestone", "cobblestone:flattened", "bricks", "brick", "metal", "wood", "metal_grid", "stone", "plastic", "grass_paver", "stepping_stones" -> Surface.ROUGH_PAVED;
      case "compacted", "fine_gravel", "dirt/compacted" -> Surface.COMPACTED;
      case "gravel", "unpaved", "ground", "dirt", "earth", "grass", "pebblestone", "sand", "woodchips", "clay", "artificial_turf", "soil", "shells", "bark" -> Surface.LOOSE;
      case "mud", "rock", "rocks", "snow", "ice", "salt" -> Surface.HARD_GOING;
      default -> Surface.NOT_TAGGED;
    };
  }

  private static int traits(Tags tags) {
    int traits = 0;
    if (said(Key.BRIDGE, tags)) traits |= Trait.BRIDGE.bit();
    if (said(Key.TUNNEL, tags)) traits |= Trait.TUNNEL.bit();
    if (said(Key.FORD, tags)) traits |= Trait.FORD.bit();
    if (said(Key.TOLL, tags)) traits |= Trait.TOLL.bit();
    if (said(Key.AREA, tags)) traits |= Trait.AREA.bit();
    if (tags.get(Key.JUNCTION).equals("roundabout") || tags.get(Key.JUNCTION).equals("circular")) traits |= Trait.ROUNDABOUT.bit();
    if (Passage.destinationOnly(tags)) traits |= Trait.DESTINATION_ONLY.bit();
    if (tags.is(Key.SERVICE, "driveway") || tags.is(Key.SERVICE, "parking_aisle")) traits |= Trait.DRIVEWAY.bit();
    return traits;
  }

  private static boolean said(Key key, Tags tags) {
    return tags.has(key) && !NO.contains(tags.get(key));
  }

  private static int tagged(Kind kind, Tags tags) {
    int bits = 0;
    if (Passage.anyTagged(RoadUser.FOOT, tags)) bits |= Attribute.FOOT_ACCESS.bit();
    if (Passage.anyTagged(RoadUser.CAR, tags)) bits |= Attribute.VEHICLE_ACCESS.bit();
    if (tags.has(Key.ONEWAY) || tags.has(Key.JUNCTION)) bits |= Attribute.ONEWAY.bit();
    if (kind.forward().lanes() + kind.backward().lanes() > 0) bits |= Attribute.LANES.bit();
    if (kind.limits().width() > 0) bits |= Attribute.WIDTH.bit();
    if (kind.surface() != Surface.NOT_TAGGED) bits |= Attribute.SURFACE.bit();
    if (kind.forward().maxspeedKmh() + kind.backward().maxspeedKmh() > 0) bits |= Attribute.MAXSPEED.bit();
    if (!kind.label().isEmpty()) bits |= Attribute.NAME.bit();
    if (kind.limits().maxWeight() > 0) bits |= Attribute.MAXWEIGHT.bit();
    if (kind.limits().maxHeight() > 0) bits |= Attribute.MAXHEIGHT.bit();
    if (kind.limits().maxWidth() > 0) bits |= Attribute.MAXWIDTH.bit();
    if (kind.limits().maxLength() > 0) bits |= Attribute.MAXLENGTH.bit();
    return bits;
  }

  private static Label label(Tags tags) {
    String latin = tags.has(Key.NAME_EN) ? tags.get(Key.NAME_EN) : tags.get(Key.INT_NAME);
    Label label = new Label(tags.get(Key.NAME), latin, tags.get(Key.REF));
    return label.isEmpty() ? Label.NONE : label;
  }
}
