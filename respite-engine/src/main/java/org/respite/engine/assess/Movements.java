// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.util.List;
import org.respite.engine.world.Draw;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.scenario.Aid;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Option;
import org.respite.model.scenario.Window.Interval;
import org.respite.wheels.cases.AidWays;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.schedule.Scheduler;

/** Movement plans of an option: scheduled in the middle world, judged over draws. */
public final class Movements {
  /** Draws that a plan is judged over: its chances are shares of these. */
  private static final int JUDGED_ON = 200;

  private Movements() {}

  /** Trucks in. */
  public static Movement aid(Case c, Aid aid, Option option, Settings settings) {
    return aid(c, aid, option, settings, Scheduler.Effort.QUICK);
  }

  /** @param effort how long to look for a better schedule */
  public static Movement aid(Case c, Aid aid, Option option, Settings settings, Scheduler.Effort effort) {
    List<Interval> windows = windows(c, option);
    Problem middle = AidWays.problem(c, aid, windows, option.aidLanes(), World.MIDDLE::value);
    Movement.Question q = new Movement.Question(middle, "person-days", effort, Math.min(settings.draws(), JUDGED_ON));
    return Movement.of(q, d -> AidWays.problem(c, aid, windows, option.aidLanes(), new Draw(settings.seed(), d)::value));
  }

  private static List<Interval> windows(Case c, Option option) {
    return Timeline.of(c, option).open().stream().map(Timeline.Open::interval).toList();
  }
}
