// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.respite.monitor.clock.HourStrip;
import org.respite.monitor.incident.Observer;
import org.respite.monitor.incident.Way;

/** Hour by hour of each place and corridor: fire, quiet, or not observed. */
final class Strips {
  private Strips() {}

  /** Of the last hours: places named by a report or by the request, then corridors. */
  static List<ReportWatch.Strip> of(HourGrid grid, Set<String> named, ReportWatch.Ground ground, int hours) {
    var strips = new ArrayList<ReportWatch.Strip>();
    Map<String, int[]> fire = grid.byPlace(hours);
    var names = new TreeSet<>(named);
    names.addAll(ground.places());
    for (String place : names) strips.add(strip(place, false, fire.getOrDefault(place, new int[hours]), watched(ground.observers(), place, grid)));
    for (Way way : ground.ways()) strips.add(strip(way.name(), true, grid.near(way, hours), watched(ground.observers(), way.name(), grid)));
    return strips;
  }

  private static ReportWatch.Strip strip(String name, boolean corridor, int[] fire, boolean[] watched) {
    var states = new ArrayList<HourStrip>();
    var told = new ArrayList<Integer>();
    for (int h = 0; h < fire.length; h++) {
      boolean seen = watched[watched.length - fire.length + h];
      states.add(!seen ? HourStrip.NOT_OBSERVED : fire[h] > 0 ? HourStrip.FIRE : HourStrip.QUIET);
      told.add(fire[h]);
    }
    return new ReportWatch.Strip(name, corridor, states, told);
  }

  /** Hours in which somebody watched that place; with an empty place, any place. O(observers × their hours). */
  static boolean[] watched(List<Observer> observers, String place, HourGrid grid) {
    boolean[] watched = new boolean[grid.hours()];
    for (Observer o : observers) {
      if (!place.isEmpty() && !o.place().isEmpty() && !o.place().equalsIgnoreCase(place)) continue;
      int from = grid.index(o.from().plusSeconds(3599));
      int to = grid.index(o.to());
      for (int h = Math.max(0, from); h < Math.min(watched.length, to); h++) watched[h] = true;
    }
    return watched;
  }
}
