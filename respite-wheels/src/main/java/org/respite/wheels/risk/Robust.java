// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.risk;

import java.util.List;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Trip;

/**
 * The same plan with a margin before the end: later trips are not sent, and drivers turn back earlier.
 *
 * @param margin seconds before the window's end by which everybody is to be out
 * @param schedule what is still sent
 * @param judgement over the same draws
 * @param reaches whether the chance that was asked for is reached
 * @param pays what it gives up on average, in the objective's unit; negative where it gains
 */
public record Robust(int margin, Schedule schedule, Judgement judgement, boolean reaches, double pays) {
  /** Minutes tried, smallest first. */
  private static final int[] MARGINS_MIN = {0, 10, 20, 30, 45, 60, 90, 120, 180, 240};

  /** Vehicles that go in come out: the chance that is asked for where the user asks for none. */
  public static final double DEFAULT_CHANCE = 0.95;

  /** The smallest margin that reaches the chance; the best of those tried where none does. */
  public static Robust of(Schedule plan, Judgement judged, double chance, List<Problem> worlds, long seed) {
    Robust best = null;
    for (int minutes : MARGINS_MIN) {
      Schedule s = minutes == 0 ? plan : earlier(plan, minutes * 60);
      Judgement j = minutes == 0 ? judged : Judge.judge(s, minutes * 60, worlds, seed);
      Robust tried = new Robust(minutes * 60, s, j, j.allOut() >= chance, judged.expected() - j.expected());
      if (best == null || j.allOut() > best.judgement.allOut()) best = tried;
      if (tried.reaches || s.trips().isEmpty()) break;
    }
    return best;
  }

  static Schedule earlier(Schedule plan, int margin) {
    List<Trip> kept = plan.trips().stream().filter(t -> t.through() + margin <= plan.problem().closes().get(t.type().window())).toList();
    double value = kept.stream().flatMap(t -> t.load().stream()).mapToDouble(l -> l.arrives() * plan.problem().cargo().get(l.cargo()).value()).sum();
    return new Schedule(plan.problem(), kept, value, plan.bound());
  }
}
