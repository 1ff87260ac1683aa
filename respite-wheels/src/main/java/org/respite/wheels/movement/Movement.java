// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.movement;

import java.util.List;
import java.util.function.IntFunction;
import org.respite.wheels.closing.Convoy;
import org.respite.wheels.closing.Exposure;
import org.respite.wheels.closing.TurnBack;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.risk.Judge;
import org.respite.wheels.risk.Judgement;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Scheduler;
import org.respite.wheels.schedule.Trip;

/**
 * A movement plan with everything that is said about it.
 *
 * @param objective what is counted, in words, such as "person-days"
 * @param reason why nobody moves; empty where somebody does
 */
public record Movement(
    Schedule schedule, String objective, String reason, List<Convoy> convoys, List<TurnBack> turnBack, List<Exposure> exposure, Judgement judgement) {

  /** What is asked. */
  public record Question(Problem middle, String objective, Scheduler.Effort effort, int draws) {}

  /** @param world of a draw, compiled as the middle world was */
  public static Movement of(Question q, IntFunction<Problem> world) {
    Schedule s = Scheduler.schedule(q.middle(), q.effort());
    boolean[] none = Judge.none(s);
    Judgement j = Judge.judge(s, s.trips().isEmpty() ? 0 : q.draws(), world, _ -> none);
    return new Movement(s, q.objective(), Reasons.of(s), Convoy.of(s), TurnBack.of(s), Exposure.byHour(s), j);
  }

  /** The convoy that a trip belongs to. */
  public int convoyOf(Trip trip) {
    return convoys.stream().filter(c -> c.trips().contains(trip)).mapToInt(Convoy::number).findFirst().orElse(0);
  }

  public Problem problem() {
    return schedule.problem();
  }
}
