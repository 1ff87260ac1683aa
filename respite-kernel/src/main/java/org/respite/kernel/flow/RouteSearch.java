// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds new {@link Routes}: one search over the nodes, not over steps, from the gates with room backward in buckets of equal
 * time to the sink (Dial 1969); it may run against a route, which is then cut and joined anew.
 */
final class RouteSearch {
  /** Whose people are looked for. */
  enum Whom {
    /** Homes that send fewer than they should, as many as they lack. */
    BEHIND,
    /** All homes with people, as many as fit. */
    ANY,
    /** As {@link #ANY}, but at this step only: room that others need at other steps counts as well, and no route is kept. */
    ONCE
  }

  /** Homes that a search for one step alone meets before it is content. */
  private static final int ENOUGH_ONCE = 16;
  /** Homes one after the other that bring nobody, before a search is given up. */
  private static final int MOST_IN_VAIN = 16;

  private final TimedNetwork network;
  private final FlowProblem problem;
  private final ResidualFlow flow;
  private final Routes routes;
  /** A route over the arc, and the arc's place in it, where {@link #overIn} is this round. */
  private final Route[] over;
  private final int[] place;
  private final int[] overIn;
  /** Steps to the sink by the way found, valid where {@link #stamp} is this round. */
  private final int[] label;
  /** Arc by which a node was reached backward, or ~arc if against a route over it. */
  private final int[] via;
  private final int[] stamp;
  /** First node of each bucket, and the next in the same bucket, plus 1; 0 for none. */
  private final int[] bucket;
  private final int[] next;
  private int lastBucket;
  private boolean once;
  private int round;
  private int adds;
  private int[] met = new int[64];
  private int metCount;
  /** Of each home met, how far it was behind then. */
  private double[] behind = new double[64];
  private final LongHeap order = new LongHeap();
  private int[] way = new int[64];

  RouteSearch(TimedNetwork network, ResidualFlow flow, Routes routes) {
    this.network = network;
    this.flow = flow;
    this.routes = routes;
    problem = network.problem;
    over = new Route[problem.arcs()];
    place = new int[problem.arcs()];
    overIn = new int[problem.arcs()];
    label = new int[problem.nodes];
    via = new int[problem.nodes];
    stamp = new int[problem.nodes];
    bucket = new int[network.steps + 1];
    next = new int[problem.nodes];
  }

  /**
   * Looks for routes that bring people out at step {@code t}, homes that are most behind first; whether any more are out.
   *
   * @param lacks people a step by which a home must be behind to count as such
   */
  boolean find(int t, Whom whom, double lacks) {
    once = whom == Whom.ONCE;
    if (!once) index();
    spread(t, whom, lacks, enough(t, whom, lacks));
    long before = routes.brought();
    long places = order(t);
    for (int tries = 0; order.size() > 0 && tries <= MOST_IN_VAIN; tries++) {
      int i = (int) (order.poll() & places);
      double most = whom == Whom.BEHIND ? Math.ceil(behind[i]) : routes.left(met[i]);
      if (add(met[i], t, (int) Math.min(most, Integer.MAX_VALUE)) > 0) tries = 0;
      if (routes.gatesFull(t)) break;
    }
    return routes.brought() > before;
  }

  /**
   * Thousands are met and few are tried: the most behind come off a heap, those met first before others alike; the last bits of how far give way to the
   * place.
   *
   * @return which bits are the place
   */
  private long order(int t) {
    order.clear();
    long places = -1L >>> Integer.numberOfLeadingZeros(metCount) + Integer.SIZE;
    if (behind.length < metCount) behind = new double[met.length];
    for (int i = 0; i < metCount; i++) {
      behind[i] = routes.behind(met[i], t);
      long bits = Double.doubleToLongBits(-behind[i]);
      order.add((bits ^ bits >> 63 & Long.MAX_VALUE) & ~places | i);
    }
    return places;
  }

  private int enough(int t, Whom whom, double lacks) {
    return switch (whom) {
      case BEHIND -> routes.homesBehind(t, lacks);
      case ANY -> routes.homesLeft(t);
      case ONCE -> ENOUGH_ONCE;
    };
  }

  private void spread(int t, Whom whom, double lacks, int enough) {
    round++;
    metCount = 0;
    lastBucket = -1;
    for (int arc : network.gateArc) look(arc, problem.tail[arc], problem.transit[arc], 0, t);
    for (int key = 0; key <= lastBucket; key++) {
      while (bucket[key] != 0 && metCount < enough) {
        int v = bucket[key] - 1;
        bucket[key] = next[v];
        int lag = label[v];
        if (flow.homeWithPeople(network, v, t - lag) >= 0 && (whom != Whom.BEHIND || routes.behind(v, t) > lacks)) meet(v);
        for (int i = network.inStart[v]; i < network.inStart[v + 1]; i++) {
          look(network.inArc[i], network.inTail[i], lag + network.inTransit[i], key, t);
        }
        for (int i = network.outStart[v]; i < network.outStart[v + 1] && !once; i++) lookAgainst(network.outArc[i], key, t);
      }
      bucket[key] = 0; // what is left when enough homes are met
    }
  }

  private void meet(int v) {
    if (metCount == met.length) met = Arrays.copyOf(met, 2 * metCount);
    met[metCount++] = v;
  }

  private void look(int arc, int u, int lag, int key, int t) {
    int at = t - lag;
    if (stamp[u] == round || at < network.earliest[u]) return;
    if (!once && routes.steadyRoom(arc, at) <= 0 || flow.free(arc, at) <= 0) return;
    reach(u, lag, arc, Math.max(lag, key));
  }

  private void lookAgainst(int arc, int key, int t) {
    if (overIn[arc] != round) return;
    int w = problem.head[arc];
    int at = place[arc];
    if (problem.sink[w] || stamp[w] == round || at == 0) return;
    int lag = over[arc].lag[at - 1];
    if (lag <= t) reach(w, lag, ~arc, Math.max(lag, key));
  }

  private void reach(int v, int lag, int how, int key) {
    stamp[v] = round;
    label[v] = lag;
    via[v] = how;
    next[v] = bucket[key];
    bucket[key] = v + 1;
    lastBucket = Math.max(lastBucket, key);
  }

  private void index() {
    for (Route r : routes.active) {
      if (r.sent == 0) continue;
      for (int i = 0; i < r.arcs.length; i++) {
        over[r.arcs[i]] = r;
        place[r.arcs[i]] = i;
        overIn[r.arcs[i]] = round + 1;
      }
    }
  }

  /** Turns the labels from {@code source} to the gate into routes and sends people along them; returns how many more are out. */
  private long add(int source, int t, int most) {
    int count = 0;
    int rate = most;
    adds++;
    int v = source;
    while (!problem.sink[v] && rate > 0) {
      int how = via[v];
      if (count == way.length) way = Arrays.copyOf(way, 2 * count);
      way[count++] = how;
      if (how >= 0) {
        int at = t - label[v];
        rate = Math.min(rate, once ? flow.free(how, at) : Math.min(routes.steadyRoom(how, at), flow.free(how, at)));
        v = problem.head[how];
      } else {
        Route r = over[~how];
        r.crossed = r.crossedIn == adds ? r.crossed + 1 : 1;
        r.crossedIn = adds;
        rate = Math.min(rate, r.sent / r.crossed);
        if (label[v] != lagBehind(r, ~how)) rate = 0;
        v = problem.tail[~how];
      }
    }
    if (rate <= 0) return 0;
    long before = routes.brought();
    for (Route r : joined(count, source, t, rate)) {
      if (once) routes.sendOnce(r, t);
      else routes.start(r, t);
    }
    return routes.brought() - before;
  }

  private static int lagBehind(Route r, int arc) {
    for (int i = 1; i < r.arcs.length; i++) if (r.arcs[i] == arc) return r.lag[i - 1];
    return -1;
  }

  /** Cuts the routes that the way runs against and joins the pieces anew, so that every route runs forward only. */
  private List<Route> joined(int count, int source, int t, int rate) {
    List<Route> fresh = new ArrayList<>();
    int[] piece = new int[count];
    int length = 0;
    for (int i = count - 1; i >= 0; i--) {
      if (way[i] >= 0) {
        if (length == piece.length) piece = Arrays.copyOf(piece, 2 * length);
        piece[length++] = way[i];
        continue;
      }
      Route r = over[~way[i]];
      int at = 0;
      while (r.arcs[at] != ~way[i]) at++;
      int[] whole = Arrays.copyOf(piece, length + r.arcs.length - at - 1);
      System.arraycopy(r.arcs, at + 1, whole, length, r.arcs.length - at - 1);
      routes.unsend(r, t, rate);
      fresh.add(new Route(whole, problem.transit, r.source, rate));
      piece = Arrays.copyOf(r.arcs, Math.max(at, 1));
      length = at;
    }
    fresh.add(new Route(Arrays.copyOf(piece, length), problem.transit, source, rate));
    return fresh;
  }
}
