// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.attributes;

import java.util.Map;
import java.util.EnumMap;
import java.util.function.ToDoubleFunction;
import org.respite.roads.network.RoadClass;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.Surface;
import org.respite.roads.network.Trait;

/**
 * Speed, time and capacity of each arc: what is tagged where it is tagged, else the table's figure for the class. One value is picked from each
 * figure's range once, so that a world is consistent: {@code Figure::mid}, or an ensemble's draw. Immutable; every call O(1).
 */
public final class ArcFigures {
  private final StreetNetwork network;
  private final double[][] speedKmh = new double[RoadClass.values().length][RoadUser.values().length];
  private final double[][] factor = new double[Surface.values().length][RoadUser.values().length];
  private final double[] laneCapacity = new double[RoadClass.values().length];
  private final double[] lanes = new double[RoadClass.values().length];
  private final double[] width = new double[RoadClass.values().length];
  private final double[][] flow = new double[RoadClass.values().length][RoadUser.values().length];
  private final Map<RoadUser, Double> carEquivalent = new EnumMap<>(RoadUser.class);
  private final double limitShare;
  private final double laneWidth;
  private final double usableShare;

  public ArcFigures(StreetNetwork network, StreetTable table, ToDoubleFunction<Figure> pick) {
    this.network = network;
    for (RoadUser user : RoadUser.values()) {
      boolean walks = (user.bit() & RoadUser.WALKERS) != 0;
      for (RoadClass c : RoadClass.values()) {
        speedKmh[c.ordinal()][user.ordinal()] = pick.applyAsDouble(table.speed(c, user)) * (walks ? 3.6 : 1);
        if (walks) flow[c.ordinal()][user.ordinal()] = pick.applyAsDouble(table.walkerFlow(c, user));
      }
      for (Surface s : Surface.values()) factor[s.ordinal()][user.ordinal()] = pick.applyAsDouble(table.surfaceFactor(s, user));
      if (!walks) carEquivalent.put(user, pick.applyAsDouble(table.carEquivalent(user)));
    }
    for (RoadClass c : RoadClass.values()) {
      laneCapacity[c.ordinal()] = pick.applyAsDouble(table.laneCapacity(c));
      lanes[c.ordinal()] = pick.applyAsDouble(table.lanes(c));
      width[c.ordinal()] = pick.applyAsDouble(table.width(c));
    }
    limitShare = pick.applyAsDouble(table.limitShare());
    laneWidth = pick.applyAsDouble(table.laneWidth());
    usableShare = pick.applyAsDouble(table.usableShare());
  }

  /** Free speed, km/h, more than 0; says nothing about whether the user may go there. A tagged limit binds vehicles, the surface binds all. */
  public double speedKmh(int arc, RoadUser user) {
    int link = arc >> 1;
    double bySurface = factor[network.surface(link).ordinal()][user.ordinal()];
    double free = speedKmh[network.roadClass(link).ordinal()][user.ordinal()] * bySurface;
    int limit = network.maxspeedTagged(arc);
    if (limit == 0 || (user.bit() & RoadUser.VEHICLES) == 0) return free;
    return user == RoadUser.CAR ? limit * limitShare * bySurface : Math.min(free, limit * limitShare);
  }

  /** Seconds along the arc at free speed. */
  public double seconds(int arc, RoadUser user) {
    return network.metres(arc >> 1) * 3.6 / speedKmh(arc, user);
  }

  /** Lanes of the arc's direction, more than 0 where vehicles may go, else 0. */
  public double lanes(int arc) {
    if ((network.users(arc) & RoadUser.VEHICLES) == 0) return 0;
    int tagged = network.lanesTagged(arc);
    return tagged > 0 ? tagged : lanes[network.roadClass(arc >> 1).ordinal()];
  }

  /** Vehicles of one kind an hour in the arc's direction; where two directions share one lane, each gets half of it. */
  public double vehiclesPerHour(int arc, RoadUser user) {
    double cars = lanes(arc) * laneCapacity[network.roadClass(arc >> 1).ordinal()];
    double share = network.has(arc >> 1, Trait.ONE_LANE_BOTH_WAYS) ? 0.5 : 1;
    return cars * share / carEquivalent.get(user);
  }

  /** Metres between the edges: tagged, else by tagged lanes, else by class. */
  public double widthM(int link) {
    double tagged = network.widthTagged(link);
    if (tagged > 0) return tagged;
    int tags = network.lanesTagged(2 * link) + (network.has(link, Trait.ONE_LANE_BOTH_WAYS) ? 0 : network.lanesTagged(2 * link + 1));
    return tags > 0 ? tags * laneWidth : width[network.roadClass(link).ordinal()];
  }

  /** People a minute over the link's whole usable width, both directions together. */
  public double walkersPerMinute(int link, RoadUser user) {
    return widthM(link) * usableShare * flow[network.roadClass(link).ordinal()][user.ordinal()];
  }
}
