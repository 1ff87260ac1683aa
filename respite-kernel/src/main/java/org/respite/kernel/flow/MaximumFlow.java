// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.List;

/**
 * A flow over time with as many people out by the last step as any plan can have, and nothing said of earlier steps. It grows from
 * a flow that is there already, so that after a small change of the problem only the difference is searched for: what a cut
 * arc more would bring, or where those go for whom a camp has become too small. From nothing, for one step alone,
 * {@link EarliestArrival} up to that step is the faster way on all but small networks.
 *
 * <p>Blocking flows on the network of (node, step) pairs, never built: each costs at most one look at each arc and step that can
 * still reach a sink; their number grows with the length of the ways that are found, not with the people. Memory: 4 bytes for
 * each such (node, step) pair beside the flow. Exact: at the end no home with people can reach a sink, which {@link #proof}
 * checks with nothing but problem and flow.
 */
public final class MaximumFlow {
  private final FlowProblem problem;
  private final FlowOverTime flow;
  private final long people;

  private MaximumFlow(FlowProblem problem, FlowOverTime flow) {
    this.problem = problem;
    this.flow = flow;
    people = Certificate.arrivals(problem, flow)[problem.horizon()];
  }

  /**
   * The best flow for the last step that is found from {@code start}, a feasible flow of {@code p} that brings everybody who leaves
   * home to a sink by then; it may have fewer arcs than {@code p}, whose last arcs are then unused.
   *
   * @throws IllegalArgumentException if somebody is left on the way
   */
  public static MaximumFlow from(FlowProblem p, FlowOverTime start) {
    Footprint.of(p).orRefuse();
    OpenFlow open = new OpenFlow(p, start);
    new LastStepSearch(p, open).run();
    return new MaximumFlow(p, open.close());
  }

  /** People out by the last step. */
  public long people() {
    return people;
  }

  public FlowOverTime flow() {
    return flow;
  }

  public FlowProblem problem() {
    return problem;
  }

  /** A cut over time for the last step that lets exactly {@link #people} pass. */
  public CutOverTime cut() {
    CutSweep sweep = new CutSweep(problem, flow);
    sweep.extendTo(problem.horizon());
    return sweep.cut();
  }

  /** Whether the flow is feasible, and the cut as large as the flow. */
  public Proof proof() {
    long passed = new CutSweep(problem, flow).extendTo(problem.horizon());
    return new Proof(Certificate.violations(problem, flow), List.of(new Proof.Step(problem.horizon(), people, passed)));
  }
}
