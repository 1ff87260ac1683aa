// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.closing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Trip;

/**
 * Trips on one way that set out close behind each other and have one leader.
 *
 * @param number from 1, in the order in which they set out
 */
public record Convoy(int number, List<Trip> trips) {
  /** Vehicles under one leader at most; and the longest pause, in seconds, between two of one convoy. Planning defaults of ours. */
  static final int MOST = 10;

  static final int PAUSE_S = 3_600;

  public Convoy {
    trips = List.copyOf(trips);
  }

  private static boolean joins(List<Trip> convoy, Trip t) {
    return convoy.size() < MOST && t.leaves() - convoy.getLast().leaves() <= PAUSE_S && convoy.stream().noneMatch(o -> o.vehicle() == t.vehicle());
  }

  public static List<Convoy> of(Schedule s) {
    Map<Integer, List<List<Trip>>> byType = new LinkedHashMap<>();
    for (Trip t : s.trips()) {
      List<List<Trip>> convoys = byType.computeIfAbsent(t.typeIndex(), _ -> new ArrayList<>());
      boolean joins = !convoys.isEmpty() && joins(convoys.getLast(), t);
      if (!joins) convoys.add(new ArrayList<>());
      convoys.getLast().add(t);
    }
    List<List<Trip>> all = new ArrayList<>(byType.values().stream().flatMap(List::stream).toList());
    all.sort(java.util.Comparator.comparingInt((List<Trip> c) -> c.getFirst().leaves()).thenComparingInt(c -> c.getFirst().typeIndex()));
    List<Convoy> numbered = new ArrayList<>();
    for (List<Trip> c : all) numbered.add(new Convoy(numbered.size() + 1, c));
    return numbered;
  }
}
