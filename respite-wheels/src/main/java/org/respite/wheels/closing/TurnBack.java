// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.closing;

import java.util.ArrayList;
import java.util.List;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
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
 * @param refuge the nearer of the two, in words
 */
public record TurnBack(int convoy, TripType type, int stage, int planned, int latest, int backSeconds, int onSeconds, String refuge) {

  /** One row per convoy and stage, in order of convoys; stages after delivery too: they are the way home. */
  public static List<TurnBack> of(Schedule s) {
    List<TurnBack> rows = new ArrayList<>();
    List<Convoy> convoys = Convoy.of(s);
    for (Convoy c : convoys) {
      Trip last = c.trips().getLast();
      int[] latest = last.type().lastStarts();
      for (int i = 0; i < last.type().count(); i++) rows.add(row(s.problem(), c, i, latest[i]));
    }
    return rows;
  }

  private static TurnBack row(Problem p, Convoy c, int stage, int latest) {
    Trip last = c.trips().getLast();
    TripType t = last.type();
    int back = back(t, stage);
    int on = on(t, stage);
    String refuge = refuge(t, stage, back, on);
    return new TurnBack(c.number(), t, stage, last.start(stage), latest, back, on, refuge);
  }

  /** Road seconds from the begin of a stage back to where the trip began; for stages after delivery, on to the end of the road out. */
  static int back(TripType t, int stage) {
    int sum = 0;
    if (stage > t.delivers()) {
      for (int i = stage; i < t.count(); i++) if (t.stages().get(i).kind() == Stage.Kind.ROAD_OUT) sum += t.stages().get(i).seconds();
      return sum;
    }
    for (int i = 0; i < stage; i++) if (t.stages().get(i).kind() == Stage.Kind.ROAD_IN) sum += t.stages().get(i).seconds();
    return sum;
  }

  /** Road seconds from the begin of a stage on to the site. */
  static int on(TripType t, int stage) {
    int sum = 0;
    for (int i = stage; i < t.delivers(); i++) if (t.stages().get(i).kind().inside()) sum += road(t.stages().get(i));
    return sum;
  }

  private static int road(Stage s) {
    return s.kind() == Stage.Kind.ROAD_IN || s.kind() == Stage.Kind.ROAD_OUT ? s.seconds() : 0;
  }

  private static String refuge(TripType t, int stage, int back, int on) {
    if (!t.stages().get(stage).kind().inside() && back == 0) return "stands outside";
    if (stage <= t.delivers()) return back <= on ? "back out" : "on to " + t.site();
    return back <= 0 ? "stands outside" : "on, out of the area";
  }
}
