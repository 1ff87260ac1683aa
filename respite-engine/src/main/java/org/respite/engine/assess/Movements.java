// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.respite.engine.world.Draw;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.scenario.Aid;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Option;
import org.respite.model.scenario.Window.Interval;
import org.respite.wheels.cases.AidWays;
import org.respite.wheels.cases.PeopleWays;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.risk.Robust;
import org.respite.wheels.schedule.Scheduler;

/** Movement plans of an option: scheduled in the middle world, judged over draws. */
public final class Movements {
  /** Draws that a plan is judged over within an assessment: its chances are shares of these. */
  private static final int JUDGED_ON = 200;

  private Movements() {}

  /**
   * How a plan is asked for.
   *
   * @param effort how long to look for a better schedule
   * @param draws worlds to judge it over
   * @param chance that the robust variant is to reach
   */
  public record Ask(Scheduler.Effort effort, int draws, long seed, double chance) {
    static Ask within(Settings s) {
      return new Ask(Scheduler.Effort.QUICK, Math.min(s.draws(), JUDGED_ON), s.seed(), Robust.DEFAULT_CHANCE);
    }
  }

  /** Trucks in. */
  public static Movement aid(Case c, Aid aid, Option option, Ask ask) {
    List<Interval> windows = windows(c, option);
    return movement("person-days", ask, world -> AidWays.problem(c, aid, windows, option.aidLanes(), world::value));
  }

  /** Buses and ambulances out. */
  public static Movement people(Case c, Option option, Ask ask) {
    List<Interval> windows = windows(c, option);
    return movement("people out", ask, world -> PeopleWays.problem(c, windows, world::value));
  }

  private static Movement movement(String objective, Ask ask, Function<World, Problem> in) {
    Movement.Question q = new Movement.Question(in.apply(World.MIDDLE), objective, ask.effort(), ask.chance(), ask.seed());
    List<Problem> worlds = IntStream.range(0, ask.draws()).mapToObj(d -> in.apply(new Draw(ask.seed(), d))).toList();
    return Movement.of(q, worlds);
  }

  private static List<Interval> windows(Case c, Option option) {
    return Timeline.of(c, option).open().stream().map(Timeline.Open::interval).toList();
  }
}
