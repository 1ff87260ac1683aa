// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.plan;

import java.util.List;
import org.respite.kernel.flow.Certificate;
import org.respite.kernel.flow.Departures;
import org.respite.kernel.flow.FlowOverTime;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.flow.Violation;

/**
 * Departures as people can follow them: in each period (a quarter hour, say) a home sends people by few ways, evenly. The flow of such
 * a plan is laid out again, so its number is never a promise: each small group of a platoon enters every next arc as soon as there is room
 * and waits only where waiting is allowed. What then is out by the last step is below the optimum by {@link #loss}; the flow is checked by
 * {@link Certificate}, not believed.
 *
 * <p>A heuristic with a measured loss, not an optimum of its own kind: best plans in whole platoons are as hard as packing.
 * O(people groups x length of ways x waiting).
 */
public final class Platoons {
  private final FlowProblem problem;
  private final List<Platoon> all;
  private final FlowOverTime flow;
  private final long optimum;

  private Platoons(FlowProblem problem, List<Platoon> all, FlowOverTime flow, long optimum) {
    this.problem = problem;
    this.all = List.copyOf(all);
    this.flow = flow;
    this.optimum = optimum;
  }

  /**
   * {@code people} leave {@code home} during steps {@code [from, to)}, evenly but for who finds no room at his turn and goes a little later, by
   * {@code arcs}, in the order they are entered. All are out by the last step.
   *
   * @param waiting person-steps spent waiting on the way
   */
  public record Platoon(int home, int from, int to, long people, List<Integer> arcs, long waiting) {}

  /**
   * @param period steps of a period, 1 or more; 15 where a step is a minute
   * @param ways so many ways a home uses in one period, the most used ones; 1 or more
   */
  public record Rules(int period, int ways) {
    public Rules {
      if (period < 1) throw new IllegalArgumentException("period must be 1 step or more, got " + period);
      if (ways < 1) throw new IllegalArgumentException("ways of a home must be 1 or more, got " + ways);
    }
  }

  /** Smooths {@code departures}, those of a flow of {@code p} or some of them. */
  public static Platoons of(FlowProblem p, List<Departures.Departure> departures, Rules rules) {
    Laying laying = new Laying(p, departures, rules);
    List<Platoon> platoons = laying.lay();
    long optimum = departures.stream().mapToLong(Departures.Departure::people).sum();
    return new Platoons(p, platoons, FlowOverTime.of(p, laying.entering()), optimum);
  }

  /** By first step, then home, then people, most first. */
  public List<Platoon> all() {
    return all;
  }

  /** Who enters which arc when if everybody does as told. */
  public FlowOverTime flow() {
    return flow;
  }

  /** People out by the last step, counted from the flow. */
  public long out() {
    return Certificate.arrivals(problem, flow)[problem.horizon()];
  }

  /** People who are out in the plan that was smoothed, but not in this. */
  public long loss() {
    return optimum - out();
  }

  /** Every rule the smoothed flow breaks; empty, or it is a bug. */
  public List<Violation> violations() {
    return Certificate.violations(problem, flow);
  }
}
