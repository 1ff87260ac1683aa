// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.movement;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.wheels.closing.Convoy;
import org.respite.wheels.closing.Exposure;
import org.respite.wheels.closing.TurnBack;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.risk.Judge;
import org.respite.wheels.risk.Judgement;
import org.respite.wheels.risk.Robust;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Scheduler;
import org.respite.wheels.schedule.Trip;

/**
 * A movement plan with everything that is said about it.
 *
 * @param objective what is counted, in words, such as "person-days"
 * @param reason why nobody moves; empty where somebody does
 * @param robust the variant with a margin before the end
 * @param sharing of legs; empty where none is shared
 * @param boarding could and would; empty where no people ride
 */
public record Movement(
    Schedule schedule,
    String objective,
    String reason,
    List<Convoy> convoys,
    List<TurnBack> turnBack,
    List<Exposure> exposure,
    Judgement judgement,
    Robust robust,
    Optional<Sharing> sharing,
    Optional<Boarding> boarding) {

  /**
   * What is asked.
   *
   * @param middle the world that is scheduled
   * @param chance that everybody is out by the end, which the robust variant is to reach
   * @param seed of what becomes of missions
   */
  public record Question(Problem middle, String objective, Scheduler.Effort effort, double chance, long seed) {}

  /** @param worlds drawn, compiled as the middle world was */
  public static Movement of(Question q, List<Problem> worlds) {
    return of(q, Scheduler.schedule(q.middle(), q.effort()), worlds);
  }

  /** The same about a schedule that is there already. */
  public static Movement of(Question q, Schedule s, List<Problem> worlds) {
    Judgement j = Judge.judge(s, 0, worlds, q.seed());
    Robust robust = Robust.of(s, j, q.chance(), worlds, q.seed());
    return new Movement(s, q.objective(), Reasons.of(s), Convoy.of(s), TurnBack.of(s), Exposure.byHour(s), j, robust, Optional.empty(), Optional.empty());
  }

  public Movement with(Sharing shared) {
    return new Movement(schedule, objective, reason, convoys, turnBack, exposure, judgement, robust, Optional.of(shared), boarding);
  }

  /** The same, empty for a reason that the problem itself does not hold. */
  public Movement because(String known) {
    return new Movement(schedule, objective, known, convoys, turnBack, exposure, judgement, robust, sharing, boarding);
  }

  public Movement with(Boarding board) {
    return new Movement(schedule, objective, reason, convoys, turnBack, exposure, judgement, robust, sharing, Optional.of(board));
  }

  /** A plan that is not judged over draws: what is wanted within seconds. */
  public static Movement unjudged(Schedule s, String objective) {
    Judgement none = Judge.judge(s, 0, List.of(), 0);
    return new Movement(s, objective, Reasons.of(s), Convoy.of(s), TurnBack.of(s), Exposure.byHour(s), none, new Robust(0, s, none, true, 0), Optional.empty(), Optional.empty());
  }

  /** The number of each trip's convoy. */
  public Map<Trip, Integer> convoyNumbers() {
    Map<Trip, Integer> numbers = new IdentityHashMap<>();
    for (Convoy c : convoys) for (Trip t : c.trips()) numbers.put(t, c.number());
    return numbers;
  }

  public Problem problem() {
    return schedule.problem();
  }
}
