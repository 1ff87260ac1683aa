// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/** Earliest-arrival flows: for every step at once, as many people out as any plan can have out by then. */
public final class EarliestArrival {
  static final int FROM = Integer.getInteger("from", 10000);
  static final int EVERY = Integer.getInteger("every", 0);
  private EarliestArrival() {}

  /** Solves for steps 0..horizon. One thread; shares nothing between calls; the same problem gives the same flow. */
  public static ArrivalFlow solve(FlowProblem p) {
    TimedNetwork network = new TimedNetwork(p);
    ResidualFlow flow = new ResidualFlow(network);
    Quota quota = new Quota(network);
    Routes routes = new Routes(network, flow, quota);
    BackwardSearch search = new BackwardSearch(network, flow, quota);
    long[] arrived = new long[p.horizon + 1];
    long left = 0; long t0=System.nanoTime();
    for (long people : flow.atHome) left += people;
    int[] distance = network.fromHomes(flow.atHome);
    network.orderByPromise(distance);
    search.guide(distance);
    if (EVERY > 0) System.err.println("clearing " + quota.clearing());
    int guided = network.alive(flow.atHome);
    for (int t = 0; t <= p.horizon; t++) {
      if (t > 0) arrived[t] = arrived[t - 1];
      if (left == 0) continue;
      if (t % 8 == 0) {
        int alive = network.alive(flow.atHome);
        if (alive != guided) {
          guided = alive;
          distance = network.fromHomes(flow.atHome);
          network.orderByPromise(distance);
          search.guide(distance);
        }
      }
      long repeated = routes.bring(t);
      long found = search.saturate(t);
      if (EVERY > 0 && (t % EVERY == 0 || t > FROM)) System.err.println(t + " routes " + repeated + " finds " + routes.finds + " visits " + routes.visits + " T " + (int) quota.clearing() + " found " + found + " passes " + search.passes + " visits " + search.visits + " " + (System.nanoTime() - t0) / 1000000);
      quota.observe(t, repeated + found);
      arrived[t] += repeated + found;
      left -= repeated + found;
    }
    return new ArrivalFlow(p, FlowOverTime.owning(p.horizon + 1, flow.entering), arrived);
  }
}
