// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.closing;

import java.util.ArrayList;
import java.util.List;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.TripType;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Trip;

/**
 * Until when each stage of a convoy may be begun.
 *
 * @param convoy number, from 1
 * @param stage index in the type
 * @param planned when the convoy's last vehicle begins it
 * @param latest the last moment at which going on still brings a vehicle out in time; then it turns back
 * @param backSeconds from there back out by the way it came
 * @param onSeconds from there to where it stands safe: the site, or the far end
 * @param refuge the nearest from there, stated ones among them
 */
public record TurnBack(int convoy, TripType type, int stage, int planned, int latest, int backSeconds, int onSeconds, Refuge refuge) {

  /** One row per convoy and stage, in order of convoys; stages after delivery too: they are the way home. Whoever is out has no time to turn back by. */
  public static List<TurnBack> of(Schedule s) {
    List<TurnBack> rows = new ArrayList<>();
    List<Convoy> convoys = Convoy.of(s);
    for (Convoy c : convoys) {
      Trip last = c.trips().getLast();
      int[] latest = last.type().lastStarts();
      for (int i = 0; i <= lastInside(last.type()); i++) rows.add(row(s.problem(), c, i, latest[i]));
    }
    return rows;
  }

  private static int lastInside(TripType t) {
    int last = t.count() - 1;
    while (last > 0 && !t.stages().get(last).kind().inside()) last--;
    return last;
  }

  private static TurnBack row(Problem p, Convoy c, int stage, int latest) {
    Trip last = c.trips().getLast();
    TripType t = last.type();
    return new TurnBack(c.number(), t, stage, last.start(stage), latest, Refuge.back(t, stage), Refuge.on(t, stage), Refuge.nearest(t, stage, 0));
  }
}
