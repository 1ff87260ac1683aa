// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The steady part of the flow: routes that together fit the network at every step, each repeated step after step while
 * its home holds people (Ford and Fulkerson 1958). What they bring needs no search.
 */
final class Routes {
  /** Steps for which a route may bring fewer than its rate before the rate is lowered. */
  private static final int PATIENCE = 2;

  /** Steps between attempts to find room for pressed homes, after one in vain. */
  private static final int PAUSE = 4;

  private final TimedNetwork network;
  private final FlowProblem problem;
  private final ResidualFlow flow;
  private final Quota quota;
  private List<Route> active = new ArrayList<>();
  /** Routes of homes that are ahead of their share; used only where nobody else can fill a gate. */
  private List<Route> spare = new ArrayList<>();
  /** People per step that active routes send over each arc. */
  private final int[] used;
  /** A route over the arc, and the arc's place in it, at the last {@link #index}. */
  private final Route[] over;
  private final int[] place;
  private final int[] label;
  /** Arc by which a node was reached backward, or ~arc if against a route over it. */
  private final int[] via;
  private final int[] stamp;
  private int round;
  private long brought;
  private List<Route> pressed = new ArrayList<>();
  private int nextTry;

  private final LongHeap heap = new LongHeap();
  private long adds;

  Routes(TimedNetwork network, ResidualFlow flow, Quota quota) {
    this.network = network;
    this.flow = flow;
    this.quota = quota;
    problem = network.problem;
    used = new int[problem.arcs()];
    over = new Route[problem.arcs()];
    place = new int[problem.arcs()];
    label = new int[problem.nodes];
    via = new int[problem.nodes];
    stamp = new int[problem.nodes];
  }

  private static final int PRESSED = 0;
  private static final int DUE = 1;
  private static final int ANY = 2;

  /** Brings people to the sinks at step {@code t} along known routes, then along new ones. */
  long bring(int t) {
    brought = 0;
    repeatPressed(t);
    repeat(t);
    active.addAll(0, pressed);
    if (gatesFull(t)) return brought;
    while (find(t, DUE) > 0 && !gatesFull(t)) {}
    if (gatesFull(t)) return brought;
    repeatSpare(t);
    if (gatesFull(t)) return brought;
    while (find(t, ANY) > 0 && !gatesFull(t)) {}
    return brought;
  }

  /** Homes with the longest time to go are served before all others: their routes may push others aside. */
  private void repeatPressed(int t) {
    List<Route> rest = new ArrayList<>(active.size());
    pressed.clear();
    for (Route r : active) (quota.pressed(r.source) ? pressed : rest).add(r);
    active = pressed;
    repeat(t);
    if (t >= nextTry) {
      for (Route r : rest) use(r, -r.rate);
      boolean found = false;
      while (find(t, PRESSED) > 0) found = true;
      nextTry = found ? t + 1 : t + PAUSE;
      List<Route> kept = new ArrayList<>(rest.size());
      for (Route r : rest) {
        int fits = r.rate;
        for (int i = 0; i < r.arcs.length && fits > 0; i++) fits = Math.min(fits, steadyRoom(r.arcs[i], t - r.lag[i]));
        if (fits <= 0) continue;
        r.rate = fits;
        use(r, fits);
        kept.add(r);
      }
      rest = kept;
    }
    pressed = active;
    active = rest;
  }

  private boolean gatesFull(int t) {
    for (int arc : network.gateArc) {
      int at = t - problem.transit[arc];
      if (at >= network.earliest[problem.tail[arc]] && flow.free(arc, at) > 0) return false;
    }
    return true;
  }

  private void repeat(int t) {
    List<Route> kept = new ArrayList<>(active.size());
    for (Route r : active) {
      if (quota.left(r.source) == 0) {
        use(r, -r.rate);
        continue;
      }
      if (quota.ahead(r.source, t)) {
        use(r, -r.rate);
        spare.add(r);
        continue;
      }
      r.sent = send(r, t, r.rate);
      r.hindered = r.sent < r.rate ? r.hindered + 1 : 0;
      if (r.hindered > PATIENCE) {
        use(r, r.sent - r.rate);
        r.rate = r.sent;
        r.hindered = 0;
      }
      if (r.rate > 0) kept.add(r);
    }
    active = kept;
  }

  private void repeatSpare(int t) {
    List<Route> kept = new ArrayList<>(spare.size());
    for (Route r : spare) {
      if (quota.left(r.source) == 0) continue;
      int fits = r.rate;
      for (int i = 0; i < r.arcs.length && fits > 0; i++) {
        fits = Math.min(fits, steadyRoom(r.arcs[i], t - r.lag[i]));
      }
      int sent = fits <= 0 ? 0 : send(r, t, fits);
      if (sent == 0) continue;
      r.rate = sent;
      r.sent = sent;
      if (quota.ahead(r.source, t)) kept.add(r);
      else {
        use(r, r.rate);
        active.add(r);
      }
    }
    spare = kept;
  }

  private void use(Route r, int people) {
    for (int arc : r.arcs) used[arc] += people;
  }

  /** Sends up to {@code most} people so that they are out at step {@code t}; returns how many. */
  private int send(Route r, int t, int most) {
    int depart = t - r.length();
    if (depart < 0) return 0;
    int home = homeFor(r.source, depart);
    if (home < 0) return 0;
    int people = (int) Math.min(most, flow.atHome[home]);
    for (int i = 0; i < r.arcs.length && people > 0; i++) people = Math.min(people, flow.free(r.arcs[i], t - r.lag[i]));
    if (people <= 0) return 0;
    for (int i = 0; i < r.arcs.length; i++) flow.make(ResidualFlow.move(ResidualFlow.ENTER, r.arcs[i]), t - r.lag[i], people);
    flow.make(ResidualFlow.move(ResidualFlow.DEPART, home), depart, people);
    flow.atHome[home] -= people;
    quota.sent(r.source, people);
    brought += people;
    return people;
  }

  private int homeFor(int source, int depart) {
    for (int home = network.homeStart[source]; home < network.homeStart[source + 1]; home++) {
      if (flow.atHome[home] > 0 && problem.releaseStep[home] <= depart) return home;
    }
    return -1;
  }

  private int steadyRoom(int arc, int at) {
    if (at < 0) return 0; // a joined route may be longer than the steps so far
    int[] row = network.capacityRow[arc];
    return (row == null ? problem.capacity[arc] : row[at]) - used[arc];
  }

  /**
   * One search over the nodes, from the gates with room backward; every wanted home met on the way gets a route if one is
   * still free. Returns how many more people that brought.
   */
  private long find(int t, int whom) {
    index();
    round++;
    heap.clear();
    for (int arc : network.gateArc) look(arc, t, 0);
    long before = brought;
    while (heap.size() > 0) {
      long least = heap.poll();
      int v = (int) least;
      int at = t - label[v];
      if (homeFor(v, at) >= 0 && wanted(v, t, whom) && add(v, t) > 0 && gatesFull(t)) break;
      for (int i = network.inStart[v]; i < network.inStart[v + 1]; i++) look(network.inArc[i], t, label[v]);
      for (int i = network.outStart[v]; i < network.outStart[v + 1]; i++) lookAgainst(network.outArc[i], label[v]);
    }
    return brought - before;
  }

  private boolean wanted(int v, int t, int whom) {
    return whom == ANY || quota.due(v, t) && (whom == DUE || quota.pressed(v));
  }

  private void look(int arc, int t, int lagAtHead) {
    int u = problem.tail[arc];
    int lag = lagAtHead + problem.transit[arc];
    int at = t - lag;
    if (at < network.earliest[u] || stamp[u] == round && label[u] <= lag) return;
    if (stamp[u] == round) return;
    if (steadyRoom(arc, at) <= 0 || flow.free(arc, at) <= 0) return;
    reach(u, lag, arc, lag);
  }

  private void lookAgainst(int arc, int key) {
    Route r = over[arc];
    if (r == null) return;
    int w = problem.head[arc];
    if (problem.sink[w] || stamp[w] == round) return;
    int at = place[arc];
    if (at == 0) return;
    int lag = r.lag[at - 1];
    reach(w, lag, ~arc, Math.max(lag, key));
  }

  private void reach(int v, int lag, int how, int key) {
    stamp[v] = round;
    label[v] = lag;
    via[v] = how;
    heap.add((long) key << 32 | v);
  }

  private void index() {
    Arrays.fill(over, null);
    for (Route r : active) {
      if (r.sent == 0) continue;
      for (int i = 0; i < r.arcs.length; i++) {
        over[r.arcs[i]] = r;
        place[r.arcs[i]] = i;
      }
    }
  }

  /** Turns the labels from {@code source} to the gate into routes and sends people along them. */
  private long add(int source, int t) {
    int[] way = new int[16];
    int count = 0;
    int rate = quota.rate(source);
    adds++;
    int v = source;
    while (!problem.sink[v]) {
      int how = via[v];
      if (count == way.length) way = Arrays.copyOf(way, 2 * count);
      way[count++] = how;
      if (how >= 0) {
        int at = t - label[v];
        rate = Math.min(rate, Math.min(steadyRoom(how, at), flow.free(how, at)));
        v = problem.head[how];
      } else {
        Route r = over[~how];
        r.crossed = r.crossedIn == adds ? r.crossed + 1 : 1;
        r.crossedIn = adds;
        rate = Math.min(rate, r.sent / r.crossed);
        v = problem.tail[~how];
      }
    }
    if (rate <= 0) return 0;
    return splice(way, count, source, new long[] {t, rate});
  }

  /** Cuts the routes that the way runs against and joins the pieces anew, so that every route runs forward only. */
  private long splice(int[] way, int count, int source, long[] stepAndRate) {
    int t = (int) stepAndRate[0];
    int rate = (int) stepAndRate[1];
    List<Route> fresh = new ArrayList<>();
    int[] piece = new int[0];
    long before = brought;
    for (int i = count - 1; i >= 0; i--) {
      if (way[i] >= 0) {
        piece = Arrays.copyOf(piece, piece.length + 1);
        piece[piece.length - 1] = way[i];
        continue;
      }
      int arc = ~way[i];
      Route r = over[arc];
      int at = -1;
      for (int j = 0; j < r.arcs.length; j++) if (r.arcs[j] == arc) at = j;
      int[] joined = Arrays.copyOf(piece, piece.length + r.arcs.length - at - 1);
      System.arraycopy(r.arcs, at + 1, joined, piece.length, r.arcs.length - at - 1);
      unsend(r, t, rate);
      fresh.add(new Route(joined, problem.transit, r.source, rate));
      piece = Arrays.copyOf(r.arcs, at);
    }
    fresh.add(new Route(piece, problem.transit, source, rate));
    for (Route r : fresh) {
      use(r, rate);
      r.sent = send(r, t, rate);
      active.add(r);
    }
    return brought - before;
  }

  private int unsend(Route r, int t, int people) {
    for (int i = 0; i < r.arcs.length; i++) {
      flow.make(ResidualFlow.move(ResidualFlow.UNENTER, r.arcs[i]), t - r.lag[i], people);
    }
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
    use(r, -people);
    r.rate -= people;
    r.sent -= people;
    if (r.rate == 0) active.remove(r);
    return people;
  }
}
