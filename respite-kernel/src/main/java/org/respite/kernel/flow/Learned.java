// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns what a search over steps has found into {@link Routes}: whoever is out at a step and is on no route yet came some way, and that way can be
 * repeated. Ways with waiting on them are left to the search.
 */
final class Learned {
  private final TimedNetwork network;
  private final FlowProblem problem;
  private final ResidualFlow flow;
  private final Routes routes;
  private int[] arcs = new int[64];
  private int[] steps = new int[64];
  private int length;
  private boolean waited;

  Learned(TimedNetwork network, ResidualFlow flow, Routes routes) {
    this.network = network;
    this.flow = flow;
    this.routes = routes;
    problem = network.problem;
  }

  /** Looks at everybody who is out at step {@code t}; routes the search has broken are forgotten. */
  void from(int t) {
    List<Route> standing = new ArrayList<>();
    for (Route r : List.copyOf(routes.active)) {
      if (r.sent == 0) continue;
      if (stands(r, t)) {
        lift(r, t, -r.sent);
        standing.add(r);
      } else {
        routes.drop(r);
      }
    }
    List<Route> found = new ArrayList<>();
    List<int[]> undo = new ArrayList<>();
    for (int gate : network.gateArc) {
      int at = t - problem.transit[gate];
      while (at >= 0 && flow.used(gate, at) > 0) follow(gate, at, found, undo);
    }
    for (int[] u : undo) flow.enter(u[0], u[1], u[2]);
    for (Route r : standing) lift(r, t, r.sent);
    for (Route r : found) routes.keep(r, t);
  }

  private boolean stands(Route r, int t) {
    for (int i = 0; i < r.arcs.length; i++) if (flow.used(r.arcs[i], t - r.lag[i]) < r.sent) return false;
    return true;
  }

  private void lift(Route r, int t, int people) {
    for (int i = 0; i < r.arcs.length; i++) flow.enter(r.arcs[i], t - r.lag[i], people);
  }

  /** Follows people from a gate back to where they set out, and takes them off the flow until all are looked at. */
  private void follow(int gate, int step, List<Route> found, List<int[]> undo) {
    length = 0;
    waited = false;
    int people = flow.used(gate, step);
    push(gate, step);
    int v = problem.tail[gate];
    int at = step;
    while (length < 4 * network.steps) {
      int i = network.inStart[v];
      while (i < network.inStart[v + 1] && !comes(i, at)) i++;
      if (i < network.inStart[v + 1]) {
        at -= network.inTransit[i];
        people = Math.min(people, flow.used(network.inArc[i], at));
        push(network.inArc[i], at);
        v = network.inTail[i];
      } else if (leavesHome(v, at) || at == 0 || flow.waiting(v, at - 1) <= 0) {
        break;
      } else {
        waited = true;
        at--;
      }
    }
    for (int i = 0; i < length; i++) {
      int most = Math.min(people, flow.used(arcs[i], steps[i]));
      flow.enter(arcs[i], steps[i], -most);
      undo.add(new int[] {arcs[i], steps[i], most});
    }
    if (!waited && leavesHome(v, at)) found.add(new Route(Arrays.copyOf(arcs, length), problem.transit, v, people));
  }

  private boolean comes(int place, int at) {
    int before = at - network.inTransit[place];
    return before >= 0 && flow.used(network.inArc[place], before) > 0;
  }

  private boolean leavesHome(int v, int at) {
    for (int home = network.homeStart[v]; home < network.homeStart[v + 1]; home++) if (flow.departing(home, at) > 0) return true;
    return false;
  }

  private void push(int arc, int step) {
    if (length == arcs.length) {
      arcs = Arrays.copyOf(arcs, 2 * length);
      steps = Arrays.copyOf(steps, 2 * length);
    }
    arcs[length] = arc;
    steps[length++] = step;
  }
}
