// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.movement;

import java.util.ArrayList;
import java.util.List;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Trip;

/**
 * Beds of a hospital by the hour: those that were there by then, and those that vehicles have taken. A vehicle takes as many as it has places.
 *
 * @param until seconds; what happens at that moment counts
 */
public record Beds(String hospital, int until, int there, int taken) {
  private static final int HOUR_S = 3_600;

  /** For every hospital with stated beds, every hour from the first window's opening until the last patient is in. */
  public static List<Beds> byHour(Schedule s) {
    List<Beds> rows = new ArrayList<>();
    for (int r = 0; r < s.problem().servers().size(); r++) {
      Problem.Servers beds = s.problem().servers().get(r);
      if (!beds.isStock()) continue;
      int resource = r;
      int last = s.trips().stream().filter(t -> takes(t, resource) > 0).mapToInt(Trip::through).max().orElse(-1);
      int from = s.problem().opens().getFirst();
      for (int t = from; t < last + HOUR_S && last >= 0; t += HOUR_S) {
        int until = t;
        int there = (int) beds.stock().stream().filter(at -> at <= until).count();
        int taken = s.trips().stream().filter(trip -> trip.through() <= until).mapToInt(trip -> takes(trip, resource)).sum();
        rows.add(new Beds(beds.id().substring(0, beds.id().length() - "-beds".length()), until, there, taken));
      }
    }
    return rows;
  }

  private static int takes(Trip t, int resource) {
    return t.type().stages().stream().filter(s -> s.resource() == resource).mapToInt(Stage::takes).sum();
  }
}
