// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.closing;

import java.util.ArrayList;
import java.util.List;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Trip;

/**
 * Who is inside if fire resumes at a moment.
 *
 * @param at seconds
 * @param vehicles inside the area
 * @param onRoad of these, between places
 * @param aboard passengers in them; crews are not counted
 * @param longestSeconds to the nearest refuge, for the one that has farthest to go
 */
public record Exposure(int at, int vehicles, int onRoad, double aboard, int longestSeconds) {
  private static final int HOUR_S = 3_600;

  /** At the beginning of every window, every hour from then, and at every end. */
  public static List<Exposure> byHour(Schedule s) {
    List<Exposure> rows = new ArrayList<>();
    Problem p = s.problem();
    for (int w = 0; w < p.opens().size(); w++) {
      for (int t = p.opens().get(w); t < p.closes().get(w); t += HOUR_S) rows.add(at(s, t));
      rows.add(at(s, p.closes().get(w)));
    }
    return rows;
  }

  static Exposure at(Schedule s, int second) {
    int vehicles = 0;
    int onRoad = 0;
    double aboard = 0;
    int longest = 0;
    for (Trip t : s.trips()) {
      int[] inside = t.inside();
      if (inside[0] < 0 || second < inside[0] || second >= inside[1]) continue;
      int stage = stageAt(t, second);
      vehicles++;
      boolean road = second < t.end(stage) && t.type().stages().get(stage).road();
      if (road) onRoad++;
      aboard += passengers(s, t, stage);
      longest = Math.max(longest, road ? Refuge.nearest(t.type(), stage, second - t.start(stage)).seconds() : 0);
    }
    return new Exposure(second, vehicles, onRoad, aboard, longest);
  }

  /** The last stage that has begun. */
  static int stageAt(Trip t, int second) {
    int stage = 0;
    while (stage + 1 < t.type().count() && t.start(stage + 1) <= second) stage++;
    return stage;
  }

  private static double passengers(Schedule s, Trip t, int stage) {
    if (stage > t.type().delivers()) return 0;
    return t.load().stream().filter(l -> s.problem().cargo().get(l.cargo()).people()).mapToDouble(Trip.Load::sent).sum();
  }
}
