// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/** An earliest-arrival flow. */
public final class ArrivalFlow {
  private final FlowProblem problem;
  private final FlowOverTime flow;
  private final long[] arrived;
  private NestedCuts cuts;
  private boolean cutsSought;

  ArrivalFlow(FlowProblem problem, FlowOverTime flow, long[] arrived) {
    this.problem = problem;
    this.flow = flow;
    this.arrived = arrived;
  }

  /**
   * This flow as the solution of {@code changed}, with the same nodes, arcs, transit times, homes and storage but other capacities that it keeps to, if its cuts still
   * prove it; null if they do not.
   */
  synchronized ArrivalFlow keptFor(FlowProblem changed) {
    if (!cutsSought) {
      cutsSought = true;
      cuts = NestedCuts.of(problem, flow);
    }
    if (cuts == null || !cuts.stillProve(problem, changed)) return null;
    ArrivalFlow kept = new ArrivalFlow(changed, flow, arrived);
    kept.cutsSought = true;
    kept.cuts = cuts;
    return kept;
  }

  /** What this flow solves. */
  public FlowProblem problem() {
    return problem;
  }

  /** People out by each step 0..horizon, cumulative: for each of them the most that any plan attains. */
  public long[] arrived() {
    return arrived.clone();
  }

  public FlowOverTime flow() {
    return flow;
  }

  /**
   * A cut over time that lets exactly {@code arrived()[t]} people pass by step {@code t}: the smallest such set around
   * the sinks. Found from the flow alone when asked for; O((n + m) x t).
   */
  public CutOverTime cut(int t) {
    if (t < 0 || t > problem.horizon()) {
      throw new IllegalArgumentException("step of cut must be in [0, " + problem.horizon() + "], got " + t);
    }
    CutSweep sweep = new CutSweep(problem, flow);
    sweep.extendTo(t);
    return sweep.cut();
  }
}
