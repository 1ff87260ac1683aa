// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.stream.IntStream;

/**
 * How promising a (node, step) pair is to a search for people who can be brought to a sink at step {@code t}: the lower its key
 * the earlier it should be looked at. Two kinds of pair are: those from which a home, be it dry, is near (there one who left
 * may stay for now while another takes his place), and those that someone can reach straight from a home that holds people, setting out
 * at a step at which that home's ways out are not full; of such steps the latest count as nearest. A preference only.
 */
final class Guide {
  /** With more homes than this that hold people, their ways out are not looked at one by one. */
  private static final int FEW = 64;
  /** Steps: ways out are looked at no farther back than this, or a horizon of 10^6 steps would take 10^12 looks. */
  private static final int BACK = 2_048;

  private final TimedNetwork network;
  private final FlowProblem problem;
  private final ResidualFlow flow;
  /** Steps from the nearest node that had people at first. */
  private final int[] fromAny;
  /** Steps from the nearest node that holds people, and which that is. */
  private int[] fromHolder;
  private final int[] holder;
  /** For each holder: b steps before t, at how many steps from there on somebody could set out; null where not looked at. */
  private final int[][] rank;
  private int[] holders = {};
  private int t;

  Guide(TimedNetwork network, ResidualFlow flow) {
    this.network = network;
    this.flow = flow;
    problem = network.problem;
    holder = new int[problem.nodes];
    rank = new int[problem.nodes][];
    fromAny = network.fromHomes(problem.releasePeople, holder);
  }

  /** Looks anew at who holds people; returns the steps from the nearest holder per node. */
  int[] redirect() {
    fromHolder = network.fromHomes(flow.atHome, holder);
    for (int v : holders) rank[v] = null;
    holders = IntStream.range(0, flow.atHome.length).filter(i -> flow.atHome[i] > 0).map(i -> problem.releaseNode[i]).distinct().toArray();
    return fromHolder;
  }

  /** Looks at the ways out of the homes before a search for step {@code step}. */
  void prepare(int step) {
    t = step;
    if (holders.length > FEW) return;
    for (int v : holders) {
      if (rank[v] == null) rank[v] = new int[Math.min(network.steps, BACK + 1)];
      int free = 0;
      for (int b = 0; b <= t && b < rank[v].length; b++) {
        if (canLeave(v, t - b)) free++;
        rank[v][b] = free;
      }
    }
  }

  private boolean canLeave(int v, int d) {
    if (flow.homeWithPeople(network, v, d) < 0) return false;
    for (int i = network.outStart[v]; i < network.outStart[v + 1]; i++) if (flow.free(network.outArc[i], d) > 0) return true;
    return false;
  }

  int key(int v, int at) {
    long near = (long) t - at + fromAny[v];
    if (fromHolder[v] == TimedNetwork.NEVER) return clip(near);
    int d = at - fromHolder[v];
    if (d < 0) return clip(near);
    int[] ranks = rank[holder[v]];
    int b = t - d;
    if (ranks == null) return clip(b);
    boolean leaves = b >= 0 && b < ranks.length && ranks[b] > (b == 0 ? 0 : ranks[b - 1]);
    return clip(leaves ? Math.min(near, ranks[b]) : near);
  }

  private static int clip(long key) {
    return (int) Math.min(key, Integer.MAX_VALUE);
  }
}
