// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/** Earliest-arrival flows: for every step at once, as many people out as any plan can have out by then. */
public final class EarliestArrival {
  private EarliestArrival() {}

  /** Solves for steps 0..horizon. One thread; shares nothing between calls; the same problem gives the same flow. */
  public static ArrivalFlow solve(FlowProblem p) {
    TimedNetwork network = new TimedNetwork(p);
    ResidualFlow flow = new ResidualFlow(network);
    WalkLog log = new WalkLog(flow);
    BackwardSearch search = new BackwardSearch(network, flow, log);
    long[] arrived = new long[p.horizon + 1];
    long left = 0;
    for (long people : flow.atHome) left += people;
    int[] distance = network.fromHomes(flow.atHome);
    network.orderByPromise(distance);
    search.guide(distance);
    for (int t = 0; t <= p.horizon; t++) {
      if (t > 0) arrived[t] = arrived[t - 1];
      if (left == 0) continue;
      long repeated = log.repeat(t);
      long found = search.saturate(t);
      arrived[t] += repeated + found;
      left -= repeated + found;
    }
    return new ArrivalFlow(p, FlowOverTime.owning(p.horizon + 1, flow.entering), arrived);
  }
}
