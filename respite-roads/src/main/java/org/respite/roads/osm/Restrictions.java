// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.List;
import java.util.Optional;
import org.respite.roads.network.RoadUser;
import org.respite.roads.osm.Oddities.Odd;

/** Reads restriction relations. They bind vehicles; walkers turn where they like. */
final class Restrictions {
  private final Oddities oddities;

  Restrictions(Oddities oddities) {
    this.oddities = oddities;
  }

  Optional<Restriction> read(long id, Members members, Tags tags) {
    String general = tags.get(Key.RESTRICTION);
    int users = general.isEmpty() ? 0 : RoadUser.VEHICLES & ~excepted(tags.get(Key.EXCEPT));
    String word = general;
    for (var special : List.of(new Special(Key.RESTRICTION_MOTORCAR, RoadUser.CAR), new Special(Key.RESTRICTION_BUS, RoadUser.BUS), new Special(Key.RESTRICTION_HGV, RoadUser.TRUCK))) {
      if (!tags.has(special.key) || !general.isEmpty()) continue;
      word = tags.get(special.key);
      users |= special.user.bit();
    }
    if (users == 0) {
      if (tags.has(Key.RESTRICTION_CONDITIONAL)) oddities.count(Odd.TURN_CONDITIONAL, "", "relation " + id);
      return Optional.empty();
    }
    boolean only = word.startsWith("only_");
    if (!only && !word.startsWith("no_")) {
      oddities.count(Odd.UNKNOWN_VALUE, "restriction=" + word, "relation " + id);
      return Optional.empty();
    }
    Restriction r = new Restriction(id, members.of(Members.Kind.WAY, "from"), members.of(Members.Kind.NODE, "via"), members.of(Members.Kind.WAY, "via"), members.of(Members.Kind.WAY, "to"), users, only);
    if (whole(r)) return Optional.of(r);
    oddities.count(Odd.TURN_INCOMPLETE, "", "relation " + id);
    return Optional.empty();
  }

  private record Special(Key key, RoadUser user) {}

  private static boolean whole(Restriction r) {
    boolean via = r.viaNode().size() == 1 && r.viaWays().isEmpty() || r.viaNode().isEmpty() && !r.viaWays().isEmpty();
    return via && !r.from().isEmpty() && !r.to().isEmpty();
  }

  private static int excepted(String except) {
    int users = 0;
    for (String word : except.split(";")) {
      users |= switch (word.trim()) {
        case "motor_vehicle", "vehicle" -> RoadUser.VEHICLES;
        case "motorcar" -> RoadUser.CAR.bit();
        case "psv", "bus" -> RoadUser.BUS.bit();
        case "hgv", "goods" -> RoadUser.TRUCK.bit();
        default -> 0;
      };
    }
    return users;
  }
}
