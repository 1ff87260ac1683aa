// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * How many people a step each home should send if all homes are to run dry together, except those whose own ways out are so
 * narrow that they need longer: these are <em>pressed</em> and should never pause (largest remaining time first). Only a
 * preference: whoever decides by it stays right whatever it says.
 */
final class Quota {
  /** Steps between looks ahead. */
  private static final int EVERY = 4;
  /** Homes that need more than this part of the time left are pressed. */
  private static final double PRESSED = 0.9;

  private final long[] supply;
  private final long[] sent;
  private final int[] toSink;
  private final double[] wayOut;
  private final double[] clearing;
  private final boolean[] pressed;
  private int[] sources;
  private final double meanWay;
  private final int horizon;

  Quota(TimedNetwork network) {
    FlowProblem p = network.problem;
    supply = new long[p.nodes];
    sent = new long[p.nodes];
    toSink = network.toSink;
    clearing = new double[p.nodes];
    pressed = new boolean[p.nodes];
    wayOut = new double[p.nodes];
    horizon = p.horizon;
    double rate = 0;
    for (int a : network.gateArc) rate += network.mostCapacity(a);
    for (int i = 0; i < p.releaseNode.length; i++) {
      int v = p.releaseNode[i];
      if (toSink[v] == TimedNetwork.NEVER) continue;
      if (supply[v] == 0) {
        for (int k = network.outStart[v]; k < network.outStart[v + 1]; k++) wayOut[v] += network.mostCapacity(network.outArc[k]);
      }
      supply[v] += p.releasePeople[i];
    }
    sources = Arrays.stream(p.releaseNode).distinct().filter(v -> supply[v] > 0).toArray();
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
    for (int i = 0; i < 24; i++) {
      double middle = (low + high) / 2;
      double can = 0;
      for (int v : sources) can += Math.min(left(v), wayOut[v] * Math.max(0, middle - Math.max(t, toSink[v])));
      if (can >= rate * (middle - Math.max(t, meanWay / 2))) low = middle;
      else high = middle;
    }
    for (int v : sources) {
      double own = Math.max(t, toSink[v]) + left(v) / Math.max(1e-9, wayOut[v]);
      pressed[v] = own >= t + PRESSED * (low - t);
      clearing[v] = Math.max(low, own);
    }
  }

  /** Takes note that {@code people} got out at step {@code t}. */
  void observe(int t, long people) {
    if (t < 1.5 * meanWay || t % EVERY != 0 || people == 0) return;
    sources = Arrays.stream(sources).filter(v -> left(v) > 0).toArray();
    clear(t, people);
  }

  /** Nodes that had people at home at the last look ahead. */
  int[] sources() {
    return sources;
  }

  /** People a step that should be on their way from {@code v} for being out at {@code t}; without limit where pressed. */
  double wanted(int v, int t) {
    if (pressed[v]) return left(v);
    return left(v) / Math.max(1, clearing[v] - Math.max(t, toSink[v]));
  }

  long left(int v) {
    return supply[v] - sent[v];
  }

  void sent(int v, long people) {
    sent[v] += people;
  }
}
