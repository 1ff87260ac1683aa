// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.respite.monitor.clock.HourStrip;
import org.respite.monitor.incident.FireColumns;
import org.respite.monitor.incident.Observer;
import org.respite.monitor.incident.Way;

/** Hour by hour of each place and corridor: fire, quiet, or not observed. */
final class Strips {
  private Strips() {}

  /** Of the last hours: places named by a report or by the request, then corridors. */
  static List<ReportWatch.Strip> of(Seen seen, Set<String> named, int hours) {
    var strips = new ArrayList<ReportWatch.Strip>();
    ReportWatch.Ground ground = seen.request.ground();
    Map<String, int[]> fire = byPlace(seen.grid, hours);
    var names = new TreeSet<>(named);
    names.addAll(ground.places());
    for (String place : names) strips.add(strip(place, false, fire.getOrDefault(place, new int[hours]), seen));
    for (Way way : ground.ways()) strips.add(strip(way.name(), true, near(seen.grid, way, hours), seen));
    return strips;
  }

  /** Fire of the last hours by place named. */
  private static Map<String, int[]> byPlace(HourGrid grid, int last) {
    FireColumns fire = grid.incidents().columns();
    Map<String, int[]> all = new HashMap<>();
    int[] stamp = new int[fire.names()];
    for (int i = grid.firstOfLast(last); i < fire.size(); i++) {
      int at = grid.laidAt(i) - grid.hours() + last;
      if (at < 0) continue;
      for (int m = grid.toTheHour(i); m >= 0; m = grid.next(m)) {
        int place = fire.place(m);
        if (place < 0 || stamp[place] == i + 1) continue;
        stamp[place] = i + 1;
        all.computeIfAbsent(fire.name(place), k -> new int[last])[at]++;
      }
    }
    return all;
  }

  /** Fire of the last hours that may lie too near to a corridor. */
  private static int[] near(HourGrid grid, Way way, int last) {
    int[] n = new int[last];
    for (int i = grid.firstOfLast(last); i < grid.incidents().columns().size(); i++) {
      int at = grid.laidAt(i) - grid.hours() + last;
      if (at >= 0 && isNear(grid, way, i)) n[at]++;
    }
    return n;
  }

  private static boolean isNear(HourGrid grid, Way way, int root) {
    FireColumns fire = grid.incidents().columns();
    for (int m = grid.toTheHour(root); m >= 0; m = grid.next(m)) {
      if (fire.name(fire.place(m)).equals(way.name()) || way.mayBeHitBy(grid.incidents().reports().get(m))) return true;
    }
    return false;
  }

  private static ReportWatch.Strip strip(String name, boolean corridor, int[] fire, Seen seen) {
    boolean[] watched = watched(seen.request.ground().observers(), name, seen);
    boolean[] told = told(seen.request.ground().observers(), name, seen);
    var states = new ArrayList<HourStrip>();
    var reports = new ArrayList<Integer>();
    for (int h = 0; h < fire.length; h++) {
      int hour = watched.length - fire.length + h;
      states.add(watched[hour] && fire[h] > 0 ? HourStrip.FIRE : told[hour] ? HourStrip.QUIET : HourStrip.NOT_OBSERVED);
      reports.add(fire[h]);
    }
    return new ReportWatch.Strip(name, corridor, states, reports);
  }

  /** Hours in which somebody watched that place who is still there; with an empty place, any place. O(observers × their hours). */
  static boolean[] watched(List<Observer> observers, String place, Seen seen) {
    return hours(observers, place, seen, (sender, hour) -> !seen.hearing.isCut(sender, hour));
  }

  /** Of those, the hours of which one who watched has had the time to tell, by what that source usually takes. */
  private static boolean[] told(List<Observer> observers, String place, Seen seen) {
    int now = seen.grid.hours();
    return hours(observers, place, seen, (sender, hour) -> seen.hearing.hasTold(sender, hour, now - 1 - hour));
  }

  private interface Vouches {
    boolean of(int sender, int hour);
  }

  /** An observer who sends no reports under that name is taken at the word of who named him. */
  private static boolean[] hours(List<Observer> observers, String place, Seen seen, Vouches vouches) {
    HourGrid grid = seen.grid;
    boolean[] hours = new boolean[grid.hours()];
    for (Observer o : observers) {
      if (!place.isEmpty() && !o.place().isEmpty() && !o.place().equalsIgnoreCase(place)) continue;
      OptionalInt sender = grid.receipts().findSender(o.name());
      int from = grid.index(o.from().plusSeconds(3599));
      int to = grid.index(o.to());
      for (int h = Math.max(0, from); h < Math.min(hours.length, to); h++) hours[h] |= sender.isEmpty() || vouches.of(sender.getAsInt(), h);
    }
    return hours;
  }
}
