// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/**
 * Earliest-arrival flows: for every step at once, as many people out as any plan can have out by then (Gale 1959; with
 * several sources Minieka 1973, Baumann and Skutella 2009).
 *
 * <p>Step by step, whoever can still be brought to a sink at that step is brought there; what was out earlier never has to
 * be given back. Most of it comes along {@link Routes} that are merely repeated; {@link TreeSearch} finds the rest, or
 * proves that there is none. Routes and quotas are guesses that cost nothing when wrong: only the search decides that a
 * step is complete, so the result is exact whatever they do.
 *
 * <p>The package documentation has bounds, memory and weaknesses.
 */
public final class EarliestArrival {
  private final FlowProblem problem;
  private final TimedNetwork network;
  private final ResidualFlow flow;
  private final Quota quota;
  private final Routes routes;
  private final TreeSearch search;
  private final Learned learned;

  private EarliestArrival(FlowProblem p) {
    problem = p;
    network = new TimedNetwork(p);
    flow = new ResidualFlow(network);
    quota = new Quota(network);
    Walks walks = new Walks(flow, quota, p.releaseNode);
    routes = new Routes(network, flow, quota, walks);
    search = new TreeSearch(network, flow, quota, walks);
    learned = new Learned(network, flow, routes);
  }

  /** Solves for steps 0..horizon. One thread; shares nothing between calls; the same problem gives the same flow. */
  public static ArrivalFlow solve(FlowProblem p) {
    Footprint.of(p).orRefuse();
    return new EarliestArrival(p).run();
  }

  /**
   * Solves {@code changed} from the solution of a problem with the same nodes, arcs, transit times, sinks and last step, but
   * other capacities, storage or supplies. The curve is that of {@link #solve}; the flow may be another one of the same curve.
   * Where capacities alone differ and touch no bottleneck of any step, the earlier flow is still a best one: its cuts are found once, for as much as {@link Certificate#prove} takes,
   * and then each change costs a look at its arcs. Where that does not show it, or supplies or storage differ, the flow is kept if {@link Certificate#prove} says so. Otherwise the
   * changed problem is solved anew.
   *
   * @throws IllegalArgumentException if the two problems differ in more than that
   */
  public static ArrivalFlow resolve(ArrivalFlow previous, FlowProblem changed) {
    changed.sameShapeOrRefuse(previous.problem());
    if (changed.isGrownFrom(previous.problem())) {
      if (!new Recount(previous.problem(), previous.flow(), changed, previous.flow()).violations().isEmpty()) return solve(changed);
      ArrivalFlow same = previous.keptFor(changed);
      if (same != null) return same;
    }
    ArrivalFlow kept = new ArrivalFlow(changed, previous.flow(), previous.arrived());
    return Certificate.prove(changed, kept).holds() ? kept : solve(changed);
  }

  private ArrivalFlow run() {
    long[] arrived = new long[problem.horizon + 1];
    long left = 0;
    for (int i = 0; i < flow.atHome.length; i++) {
      if (network.toSink[problem.releaseNode[i]] != TimedNetwork.NEVER) left += flow.atHome[i];
    }
    for (int t = 0; t <= problem.horizon; t++) {
      if (t > 0) arrived[t] = arrived[t - 1];
      if (left == 0) continue;
      long people = routes.bring(t);
      if (people < left) {
        long more = search.saturate(t, left - people);
        if (more > 0) learned.from(t);
        people += more;
      }
      quota.observe(t, people);
      arrived[t] += people;
      left -= people;
    }
    return new ArrivalFlow(problem, FlowOverTime.owning(problem.horizon + 1, flow.entering), arrived);
  }
}
