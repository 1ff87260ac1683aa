// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * The steady part of the flow: routes that together fit the network at every step, each repeated step after step while
 * its home holds people (Ford and Fulkerson 1958). What they bring needs no search over steps. Homes that are behind their
 * {@link Quota} push aside the routes of homes that are ahead, so that near the end people are left everywhere.
 */
final class Routes {
  /** Steps for which a route may bring fewer than its rate before the rate is lowered. */
  private static final int PATIENCE = 2;

  /** Fewest and most steps between attempts to find room for homes that are behind; each one in vain doubles the pause. */
  private static final int SHORTEST_PAUSE = 4;
  private static final int LONGEST_PAUSE = 16;

  /** A home that sends so many people a step too few may push others aside. */
  private static final double LACKS = 1;

  private final TimedNetwork network;
  private final FlowProblem problem;
  private final ResidualFlow flow;
  private final Quota quota;
  private final RouteSearch search;
  private final Walks walks;
  List<Route> active = new ArrayList<>();
  /** People per step that active routes send over each arc, and from each node. */
  private final int[] used;
  private final long[] rateOf;
  private long brought;
  private int pause = SHORTEST_PAUSE;
  private int nextTry;

  Routes(TimedNetwork network, ResidualFlow flow, Quota quota, Walks walks) {
    this.network = network;
    this.flow = flow;
    this.quota = quota;
    this.walks = walks;
    problem = network.problem;
    used = new int[problem.arcs()];
    rateOf = new long[problem.nodes];
    search = new RouteSearch(network, flow, this);
  }

  /** Brings people to the sinks at step {@code t} along known routes, then along new ones; returns how many. */
  long bring(int t) {
    brought = 0;
    if (t >= nextTry && homesBehind(t, LACKS) > 0) {
      pause = balance(t) ? SHORTEST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
      nextTry = t + pause;
    } else {
      repeat(t);
    }
    if (!gatesFull(t)) search.find(t, RouteSearch.Whom.BEHIND, 0);
    while (!gatesFull(t) && search.find(t, RouteSearch.Whom.ANY, 0)) {}
    brought += walks.repeat(t);
    while (!gatesFull(t) && search.find(t, RouteSearch.Whom.ONCE, 0)) {}
    return brought;
  }

  /** Homes that are behind by more than so many people a step. */
  int homesBehind(int t, double lacks) {
    int count = 0;
    for (int v : quota.sources()) if (behind(v, t) > lacks && canLeave(v, t)) count++;
    return count;
  }

  /** Whether a way out of the node has steady room. */
  private boolean canLeave(int v, int t) {
    int at = t - network.toSink[v];
    for (int k = network.outStart[v]; k < network.outStart[v + 1]; k++) if (steadyRoom(network.outArc[k], at) > 0) return true;
    return false;
  }

  /** Homes with people who could leave. */
  int homesLeft(int t) {
    int count = 0;
    for (int v : quota.sources()) if (quota.left(v) > 0 && canLeave(v, t)) count++;
    return count;
  }

  /** People a step by which the node's routes fall short of what it should send. */
  double behind(int v, int t) {
    return network.toSink[v] > t ? 0 : Math.min(quota.left(v), quota.wanted(v, t)) - rateOf[v];
  }

  long left(int v) {
    return quota.left(v);
  }

  /** Repeats the routes of homes that are behind, finds them more, and fits in the others, those that are most ahead last; whether more were found. */
  private boolean balance(int t) {
    List<Route> others = new ArrayList<>();
    List<Route> first = new ArrayList<>();
    for (Route r : active) (behind(r.source, t) > LACKS ? first : others).add(r);
    for (Route r : others) r.need = behind(r.source, t);
    for (Route r : others) count(r, -r.rate);
    active = first;
    repeat(t);
    boolean found = search.find(t, RouteSearch.Whom.BEHIND, LACKS);
    others.sort((a, b) -> Double.compare(b.need, a.need));
    for (Route r : others) fitIn(r, t);
    return found;
  }

  private void fitIn(Route r, int t) {
    int fits = (int) Math.min(r.rate, quota.left(r.source));
    for (int i = 0; i < r.arcs.length && fits > 0; i++) fits = Math.min(fits, steadyRoom(r.arcs[i], t - r.lag[i]));
    if (fits <= 0) return;
    r.rate = fits;
    start(r, t);
  }

  boolean gatesFull(int t) {
    for (int arc : network.gateArc) {
      int at = t - problem.transit[arc];
      if (at >= network.earliest[problem.tail[arc]] && flow.free(arc, at) > 0) return false;
    }
    return true;
  }

  private void repeat(int t) {
    int kept = 0;
    for (int i = 0; i < active.size(); i++) {
      Route r = active.get(i);
      if (quota.left(r.source) == 0) {
        count(r, -r.rate);
        continue;
      }
      r.sent = send(r, t, r.rate);
      r.hindered = r.sent < r.rate ? r.hindered + 1 : 0;
      if (r.hindered > PATIENCE) {
        count(r, r.sent - r.rate);
        r.rate = r.sent;
        r.hindered = 0;
      }
      if (r.rate > 0) active.set(kept++, r);
    }
    active.subList(kept, active.size()).clear();
  }

  private void count(Route r, int people) {
    for (int arc : r.arcs) used[arc] += people;
    rateOf[r.source] += people;
  }

  /** Sends up to {@code most} people so that they are out at step {@code t}; returns how many. */
  private int send(Route r, int t, int most) {
    int depart = t - r.length();
    if (depart < 0) return 0;
    int home = flow.homeWithPeople(network, r.source, depart);
    if (home < 0) return 0;
    int people = (int) Math.min(most, flow.atHome[home]);
    for (int i = 0; i < r.arcs.length && people > 0; i++) people = Math.min(people, flow.free(r.arcs[i], t - r.lag[i]));
    if (people <= 0) return 0;
    for (int i = 0; i < r.arcs.length; i++) flow.enter(r.arcs[i], t - r.lag[i], people);
    flow.make(ResidualFlow.move(ResidualFlow.DEPART, home), depart, people);
    flow.atHome[home] -= people;
    quota.sent(r.source, people);
    brought += people;
    return people;
  }

  /** People per step who could enter the arc beside all active routes, with the capacity that it has at step {@code at}. */
  int steadyRoom(int arc, int at) {
    if (at < 0) return 0; // a joined route may be longer than the steps so far
    int[] row = network.capacityRow[arc];
    return (row == null ? problem.capacity[arc] : row[at]) - used[arc];
  }

  /** Makes a route active and sends people along it; returns how many are out at step {@code t}. */
  int start(Route r, int t) {
    count(r, r.rate);
    r.sent = send(r, t, r.rate);
    active.add(r);
    return r.sent;
  }

  /** Sends people along a route that is not to be repeated. */
  void sendOnce(Route r, int t) {
    if (send(r, t, r.rate) == 0) return;
    int depart = t - r.length();
    for (int home = network.homeStart[r.source]; home < network.homeStart[r.source + 1]; home++) {
      if (flow.departing(home, depart) == 0) continue;
      walks.begin(home);
      walks.move(ResidualFlow.move(ResidualFlow.DEPART, home), r.length());
      for (int i = 0; i < r.arcs.length; i++) walks.move(ResidualFlow.move(ResidualFlow.ENTER, r.arcs[i]), r.lag[i]);
      walks.end();
      return;
    }
  }

  /** Makes a route active that people are already on, as far as there is steady room for it. */
  void keep(Route r, int t) {
    int fits = r.rate;
    for (int i = 0; i < r.arcs.length && fits > 0; i++) fits = Math.min(fits, steadyRoom(r.arcs[i], t - r.lag[i]));
    if (fits <= 0) return;
    r.rate = fits;
    r.sent = fits;
    count(r, fits);
    active.add(r);
  }

  /** Forgets a route; people who are on it stay on it. */
  void drop(Route r) {
    count(r, -r.rate);
    active.remove(r);
  }

  /** Takes {@code people} off a route at step {@code t} and for good; they are at home again. */
  void unsend(Route r, int t, int people) {
    for (int i = 0; i < r.arcs.length; i++) flow.enter(r.arcs[i], t - r.lag[i], -people);
    int depart = t - r.length();
    int left = people;
    for (int home = network.homeStart[r.source]; home < network.homeStart[r.source + 1] && left > 0; home++) {
      int back = (int) Math.min(left, flow.departing(home, depart));
      if (back == 0) continue;
      flow.make(ResidualFlow.move(ResidualFlow.UNDEPART, home), depart, back);
      flow.atHome[home] += back;
      left -= back;
    }
    quota.sent(r.source, -people);
    brought -= people;
    count(r, -people);
    r.rate -= people;
    r.sent -= people;
    if (r.rate == 0) active.remove(r);
  }

  long brought() {
    return brought;
  }
}
