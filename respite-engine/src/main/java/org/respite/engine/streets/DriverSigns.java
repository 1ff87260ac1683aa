// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.respite.engine.world.Timeline;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.TimedAccess;
import org.respite.roads.network.WeekHours;

/**
 * What signs of certain hours say to drivers in an option's windows. A driver cannot wait inside, so what forbids in any minute of the windows forbids in all
 * of them, and what lets in lets in only if it does so in every minute.
 *
 * @param minutes of the week that lie in the windows, 0 being Monday 00:00; none where no sign of the network hangs on hours
 */
record DriverSigns(BitSet minutes) {
  /** Hours are not looked at: rules that always hold, and nothing else. */
  static final DriverSigns ALWAYS_ONLY = new DriverSigns(new BitSet());

  static DriverSigns of(StreetNetwork network, Timeline timeline, ZoneId zone) {
    if (!hangsOnHours(network)) return ALWAYS_ONLY;
    BitSet minutes = new BitSet(WeekHours.WEEK);
    for (Timeline.Open open : timeline.open()) {
      for (int step = open.from(); step < open.to(); step++) minutes.set(minuteOfWeek(timeline.instantOf(step), zone));
    }
    return new DriverSigns(minutes);
  }

  private static boolean hangsOnHours(StreetNetwork network) {
    if (network.timedAccesses() > 0) return true;
    for (int r = 0; r < network.turnRules(); r++) if (!network.turnRule(r).hours().equals(WeekHours.ALWAYS)) return true;
    return false;
  }

  private static int minuteOfWeek(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    return ((local.getDayOfWeek().getValue() - 1) * 24 + local.getHour()) * 60 + local.getMinute();
  }

  /** Whether a rule of such hours holds in any minute of the windows. */
  boolean touches(WeekHours hours) {
    return hours.equals(WeekHours.ALWAYS) || hours.spans().stream().anyMatch(s -> {
      int first = minutes.nextSetBit(s.from());
      return first >= 0 && first < s.to();
    });
  }

  /** Arcs whose access hangs on hours, and whether such users may enter them in every minute of the windows; rules that come later stand above earlier ones. */
  Map<Integer, Boolean> open(StreetNetwork network, RoadUser user) {
    Map<Integer, BitSet> allowed = new HashMap<>();
    for (int i = 0; i < network.timedAccesses() && !minutes.isEmpty(); i++) {
      TimedAccess rule = network.timedAccess(i);
      if ((rule.users() & user.bit()) == 0) continue;
      BitSet at = allowed.computeIfAbsent(rule.arc(), a -> network.mayUse(a, user) ? (BitSet) minutes.clone() : new BitSet());
      rule.hours().spans().forEach(s -> at.set(s.from(), s.to(), rule.allowed()));
    }
    Map<Integer, Boolean> open = new HashMap<>();
    allowed.forEach((arc, at) -> {
      BitSet missing = (BitSet) minutes.clone();
      missing.andNot(at);
      open.put(arc, missing.isEmpty());
    });
    return open;
  }
}
