// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * How many people of each home should be out by when if all homes are to run dry together, except those whose own ways
 * out are so narrow that they need longer: these are <em>pressed</em> and come first (largest remaining time first). Only a
 * preference: whoever decides by it stays right whatever it says.
 */
final class Quota {
  private final long[] supply;
  private final long[] sent;
  private final int[] toSink;
  private final double[] clearing;
  private final boolean[] pressed;
  private final double[] wayOut;
  private final int[] sources;
  private final double meanWay;
  private final int horizon;

  Quota(TimedNetwork network) {
    FlowProblem p = network.problem;
    supply = new long[p.nodes];
    sent = new long[p.nodes];
    toSink = network.toSink;
    clearing = new double[p.nodes];
    pressed = new boolean[p.nodes];
    double[] wayOut = new double[p.nodes];
    double rate = 0;
    for (int a : network.gateArc) rate += p.capacity[a];
    for (int v = 0; v < p.nodes; v++) {
      for (int i = network.outStart[v]; i < network.outStart[v + 1]; i++) wayOut[v] += p.capacity[network.outArc[i]];
    }
    for (int i = 0; i < p.releaseNode.length; i++) {
      if (toSink[p.releaseNode[i]] != TimedNetwork.NEVER) supply[p.releaseNode[i]] += p.releasePeople[i];
    }
    this.wayOut = wayOut;
    horizon = p.horizon;
    int[] homes = p.releaseNode;
    sources = Arrays.stream(homes).distinct().filter(v -> supply[v] > 0).toArray();
    double way = 0;
    double all = 0;
    for (int v : sources) {
      all += supply[v];
      way += (double) supply[v] * toSink[v];
    }
    meanWay = all == 0 ? 0 : way / all;
    clear(0, rate);
  }

  /**
   * Looks ahead from step {@code t}, when {@code rate} people a step get out: the last step up to which that can be kept
   * up, by bisection; then each home's own time.
   */
  private void clear(int t, double rate) {
    double low = t;
    double high = t + 4.0 * horizon + 1;
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      double can = 0;
      for (int v : sources) can += Math.min(left(v), wayOut[v] * Math.max(0, middle - Math.max(t, toSink[v])));
      if (can >= rate * (middle - Math.max(t, meanWay / 2))) low = middle;
      else high = middle;
    }
    for (int v : sources) {
      double own = Math.max(t, toSink[v]) + left(v) / Math.max(1e-9, wayOut[v]);
      pressed[v] = own >= t + 0.9 * (low - t);
      clearing[v] = Math.max(low, own);
    }
  }

  /** Takes note that {@code people} got out at step {@code t}. */
  void observe(int t, long people) {
    if (t < 1.5 * meanWay || t % 4 != 0 || people == 0) return;
    clear(t, people);
  }

  /** Whether the ways out of the home itself are so narrow that it must never pause. */
  boolean pressed(int v) {
    return pressed[v];
  }

  private double share(int v, int t) {
    return supply[v] * Math.max(0, t + 1 - toSink[v]) / Math.max(1, clearing[v] - toSink[v]);
  }

  /** Whether fewer are out than should be. */
  boolean due(int v, int t) {
    return sent[v] < share(v, t);
  }

  /** Whether many more are out than should be, measured by those still to come. */
  boolean ahead(int v, int t) {
    return !pressed[v] && left(v) < 0.8 * (supply[v] - share(v, t));
  }

  long left(int v) {
    return supply[v] - sent[v];
  }

  /** A sensible rate for a new route, people per step. */
  int rate(int v) {
    if (pressed[v]) return Integer.MAX_VALUE;
    double even = supply[v] / Math.max(1, clearing[v] - toSink[v]);
    return (int) Math.min(Integer.MAX_VALUE, Math.ceil(Math.max(1, Math.max(4 * even, left(v) / 16.0))));
  }

  void sent(int v, long people) {
    sent[v] += people;
  }
}
