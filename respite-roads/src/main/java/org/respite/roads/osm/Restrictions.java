// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.ArrayList;
import java.util.List;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.WeekHours;
import org.respite.roads.osm.Oddities.Odd;

/** Reads restriction relations. They bind vehicles; walkers turn where they like. */
final class Restrictions {
  private final Oddities oddities;

  Restrictions(Oddities oddities) {
    this.oddities = oddities;
  }

  /** One for each turn that it says something of: several only where hours differ. */
  List<Restriction> read(long id, Members members, Tags tags) {
    List<Restriction> all = new ArrayList<>();
    int excepted = excepted(tags.get(Key.EXCEPT));
    boolean general = tags.has(Key.RESTRICTION) || tags.has(Key.RESTRICTION_CONDITIONAL);
    for (Special s : SPECIAL) {
      int users = s.users & ~excepted;
      if (users == 0 || general && s.users != RoadUser.VEHICLES) continue;
      if (tags.has(s.key)) add(id, members, new Said(tags.get(s.key), users, WeekHours.ALWAYS), all);
      if (!tags.has(s.conditional)) continue;
      for (Conditional.Clause c : Conditional.read(s.conditional, tags.get(s.conditional), oddities, Odd.TURN_CONDITIONAL, "relation " + id)) {
        if (!c.value().equals("none") && !tags.has(s.key)) add(id, members, new Said(c.value(), users, c.hours()), all);
      }
    }
    return all;
  }

  private record Special(Key key, Key conditional, int users) {}

  private static final List<Special> SPECIAL =
      List.of(
          new Special(Key.RESTRICTION, Key.RESTRICTION_CONDITIONAL, RoadUser.VEHICLES),
          new Special(Key.RESTRICTION_MOTORCAR, Key.RESTRICTION_MOTORCAR_CONDITIONAL, RoadUser.CAR.bit()),
          new Special(Key.RESTRICTION_BUS, Key.RESTRICTION_BUS_CONDITIONAL, RoadUser.BUS.bit()),
          new Special(Key.RESTRICTION_HGV, Key.RESTRICTION_HGV_CONDITIONAL, RoadUser.TRUCK.bit()));

  private record Said(String word, int users, WeekHours hours) {}

  private void add(long id, Members members, Said said, List<Restriction> all) {
    boolean only = said.word.startsWith("only_");
    if (!only && !said.word.startsWith("no_")) {
      oddities.count(Odd.UNKNOWN_VALUE, "restriction=" + said.word, "relation " + id);
      return;
    }
    Restriction r = new Restriction(id, members.of(Members.Kind.WAY, "from"), members.of(Members.Kind.NODE, "via"), members.of(Members.Kind.WAY, "via"), members.of(Members.Kind.WAY, "to"), said.users, only, said.hours);
    if (whole(r)) all.add(r);
    else oddities.count(Odd.TURN_INCOMPLETE, "", "relation " + id);
  }

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
