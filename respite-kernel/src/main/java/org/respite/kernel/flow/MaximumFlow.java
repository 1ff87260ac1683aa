// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;
import java.util.List;

/**
 * A flow over time with as many people out by the last step as any plan can have, and nothing said of earlier steps. It is found from
 * a flow that is there already, so that only the difference is searched for: where those go for whom a camp has become too small ({@link #from}), or what
 * a change brings to a flow that was best ({@link #after}). From nothing, for one step alone,
 * {@link EarliestArrival} up to that step is the faster way on all but small networks.
 *
 * <p>Exact: at the end no home with people can reach a sink, which {@link #proof} checks with nothing but problem and flow. Immutable; what changes bring may be asked
 * by many threads at once.
 */
public final class MaximumFlow {
  private final FlowProblem problem;
  private final FlowOverTime flow;
  private final long people;
  /** What this was found from by a change, and the cut found with it; null otherwise. */
  private final MaximumFlow base;
  private final CutOverTime foundCut;
  private SinkSide side;
  private Proof sideProof;

  private MaximumFlow(FlowProblem problem, FlowOverTime flow, MaximumFlow base, CutOverTime foundCut) {
    this.problem = problem;
    this.flow = flow;
    this.base = base;
    this.foundCut = foundCut;
    people = Certificate.arrivals(problem, flow)[problem.horizon()];
  }

  /**
   * The best flow for the last step that is found from {@code start}, a feasible flow of {@code p} that brings everybody who leaves
   * home to a sink by then; it may have fewer arcs than {@code p}, whose last arcs are then unused.
   *
   * <p>Blocking flows on the network of (node, step) pairs, never built: each costs at most one look at each arc and step that can
   * still reach a sink; their number grows with the length of the ways that are found, not with the people. Memory: 4 bytes for
   * each such (node, step) pair beside the flow.
   *
   * @throws IllegalArgumentException if somebody is left on the way
   */
  public static MaximumFlow from(FlowProblem p, FlowOverTime start) {
    Footprint.of(p).orRefuse();
    OpenFlow open = new OpenFlow(p, start);
    Surroundings around = new Surroundings(p);
    new LastStepSearch(around, open, new AtSinks(around, open)).run();
    return new MaximumFlow(p, open.close(), null, null);
  }

  /** The flow of {@code solved}, which is best by every step, as one that is best by the last. */
  public static MaximumFlow of(ArrivalFlow solved) {
    return new MaximumFlow(solved.problem(), solved.flow(), null, null);
  }

  /** The best flow by the last step after {@code change}. Cost: see {@link #after(FlowProblem)}. */
  public MaximumFlow after(Change change) {
    return after(change.in(problem));
  }

  /**
   * The best flow by the last step of {@code changed}: the same problem but for capacities, more or fewer people a step at any steps, and perhaps with more arcs, from its
   * nodes to its nodes or to new sinks. The first question makes this flow ready for all, the first that opens anything does so from the homes too ({@code Reach}); where
   * everybody is out, only one that sends somebody home. After that a question costs what the part of the network costs that the change concerns: who is taken
   * back, who can come to what has been opened, and one pass over nodes and arcs. Where a new arc brings people to a node earlier than any could come, all is searched
   * as by {@link #from}.
   *
   * @throws IllegalArgumentException if anything else differs
   */
  public MaximumFlow after(FlowProblem changed) {
    if (!changed.isGrownFrom(problem)) throw new IllegalArgumentException(Recount.ONLY);
    Footprint.of(changed).orRefuse();
    if (!AfterChange.isNeeded(side(), changed)) {
      CutOverTime all = CutOverTime.owning(changed, changed.horizon(), side().everything(changed.nodes()));
      return new MaximumFlow(changed, flow.withArcs(changed.arcs()), this, all);
    }
    Surroundings around = changed.arcs() == problem.arcs() ? side().around : new Surroundings(changed);
    if (!Arrays.equals(around.earliest, 0, problem.nodes(), side().around.earliest, 0, problem.nodes())) return from(changed, flow);
    AfterChange search = new AfterChange(side(), changed, around);
    FlowOverTime found = search.run();
    return new MaximumFlow(changed, found, this, search.cut());
  }

  private synchronized SinkSide side() {
    if (side == null) side = new SinkSide(problem, flow);
    return side;
  }

  /** The proof of this flow by the cut that changes are counted from. */
  private synchronized Proof sideProof() {
    if (sideProof == null) sideProof = proof(Certificate.violations(problem, flow), Certificate.cutValue(problem, side().cut()));
    return sideProof;
  }

  private Proof proof(List<Violation> violations, long passed) {
    return new Proof(violations, List.of(new Proof.Step(problem.horizon(), people, passed)));
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
    if (foundCut != null) return foundCut;
    CutSweep sweep = new CutSweep(problem, flow);
    sweep.extendTo(problem.horizon());
    return sweep.cut();
  }

  /**
   * Whether the flow is feasible, and the cut as large as the flow. After a change the flow before it is checked in full, once, and then whatever differs from it:
   * as good as checking all anew, for what does not differ was checked.
   */
  public Proof proof() {
    if (base == null) return proof(Certificate.violations(problem, flow), new CutSweep(problem, flow).extendTo(problem.horizon()));
    Proof checked = base.sideProof();
    if (!checked.holds()) return checked;
    Recount recount = new Recount(base.problem, base.flow, problem, flow);
    return proof(recount.violations(), recount.cutValue(base.side().cut(), checked.steps().get(0).cutValue(), foundCut));
  }
}
