// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * All (node, step) pairs and homes from which a sink can be reached, or which can be reached from homes that hold people, in the residual network of one flow, with
 * their levels, as in {@link Layers}, found for up to 64 steps of a node at once, since streets mostly are as free at one step as at the next. A word operation for
 * each look at an arc, 64 steps and one of the levels met there; 2 bytes a pair. Not to be written.
 */
final class Reach {
  /** Levels beyond are told as this one. */
  private static final int HIGHEST = Character.MAX_VALUE;

  private final Surroundings around;
  private final FlowProblem problem;
  private final OpenFlow flow;
  private final StepBits bits;
  private final boolean onward;
  private final int steps;
  private final int words;
  private final char[][] level;
  private final int[] homeLevel;
  /** Per node, by bits of steps: those with a level or about to get one; those that get the next level; those that have got this one. */
  private final long[][] seen;
  private final long[][] coming;
  private final long[][] front;
  private final boolean[] listed;
  private int[] nodes = new int[64];
  private int nodeCount;
  private int[] nextNodes = new int[64];
  private int nextNodeCount;
  private int[] homes = new int[16];
  private int homeCount;
  private int[] nextHomes = new int[16];
  private int nextHomeCount;
  private final long[] shifted;
  private final long[] every;

  private Reach(Surroundings around, OpenFlow flow, StepBits bits, boolean onward) {
    this.around = around;
    this.flow = flow;
    this.bits = bits;
    this.onward = onward;
    problem = around.problem;
    steps = around.steps;
    words = StepBits.words(steps);
    level = new char[problem.nodes()][];
    homeLevel = new int[flow.atHome.length];
    seen = new long[problem.nodes()][];
    coming = new long[problem.nodes()][];
    front = new long[problem.nodes()][];
    listed = new boolean[problem.nodes()];
    shifted = new long[words];
    every = new long[words];
    StepBits.set(every, 0, steps);
  }

  /** All from which a sink can be reached by the last step; pairs at which nobody can ever be are left out. */
  static Reach ofSinks(Surroundings around, OpenFlow flow, StepBits bits) {
    Reach reach = new Reach(around, flow, bits, false);
    FlowProblem p = around.problem;
    for (int v = 0; v < p.nodes(); v++) {
      for (int i = around.links.inStart[v]; p.isSink(v) && i < around.links.inStart[v + 1]; i++) {
        int arc = around.links.inArc[i];
        Arrays.fill(reach.shifted, 0);
        StepBits.set(reach.shifted, 0, around.steps - p.transit[arc]);
        reach.come(p.tail[arc], reach.shifted, bits.free(arc));
      }
    }
    reach.spread();
    return reach;
  }

  /** All that can be reached from homes that hold people. */
  static Reach ofHomes(Surroundings around, OpenFlow flow, StepBits bits) {
    Reach reach = new Reach(around, flow, bits, true);
    for (int k = 0; k < flow.atHome.length; k++) {
      if (flow.atHome[k] == 0) continue;
      Arrays.fill(reach.shifted, 0);
      StepBits.set(reach.shifted, around.problem.releaseStep[k], around.steps);
      reach.come(around.problem.releaseNode[k], reach.shifted, reach.every);
    }
    reach.spread();
    return reach;
  }

  private void spread() {
    for (int depth = 1; nextNodeCount > 0 || nextHomeCount > 0; depth++) {
      swap();
      for (int i = 0; i < nodeCount; i++) look(nodes[i], Math.min(depth, HIGHEST));
      for (int i = 0; i < homeCount; i++) lookHome(homes[i]);
    }
    Arrays.fill(front, null);
    Arrays.fill(coming, null);
  }

  private void swap() {
    int[] list = nodes;
    nodes = nextNodes;
    nodeCount = nextNodeCount;
    nextNodes = list;
    nextNodeCount = 0;
    list = homes;
    homes = nextHomes;
    homeCount = nextHomeCount;
    nextHomes = list;
    nextHomeCount = 0;
    for (int i = 0; i < nodeCount; i++) {
      int v = nodes[i];
      long[] row = front[v];
      front[v] = coming[v];
      coming[v] = row;
      listed[v] = false;
    }
  }

  /** Steps of the node come in at the next level: those of {@code some} that are in {@code mask} too and new. */
  private void come(int v, long[] some, long[] mask) {
    boolean any = false;
    for (int i = 0; i < words; i++) {
      long fresh = some[i] & mask[i];
      if (fresh == 0) continue;
      if (seen[v] == null) open(v);
      fresh &= ~seen[v][i];
      if (fresh == 0) continue;
      seen[v][i] |= fresh;
      coming[v][i] |= fresh;
      any = true;
    }
    if (!any || listed[v]) return;
    listed[v] = true;
    if (nextNodeCount == nextNodes.length) nextNodes = Arrays.copyOf(nextNodes, 2 * nextNodeCount);
    nextNodes[nextNodeCount++] = v;
  }

  /** Makes the node's rows; steps at which nobody can be there count as known. */
  private void open(int v) {
    level[v] = new char[steps];
    coming[v] = new long[words];
    front[v] = new long[words];
    seen[v] = new long[words];
    StepBits.set(seen[v], 0, around.earliest[v]);
  }

  private void comeHome(int k, int depth) {
    if (homeLevel[k] != Layers.NONE) return;
    homeLevel[k] = depth;
    if (nextHomeCount == nextHomes.length) nextHomes = Arrays.copyOf(nextHomes, 2 * nextHomeCount);
    nextHomes[nextHomeCount++] = k;
  }

  /** Everything one move from the steps of the node that came in last. */
  private void look(int v, int depth) {
    long[] now = front[v];
    wait(v, now);
    for (int i = 0; i < words; i++) {
      for (long left = now[i]; left != 0; left &= left - 1) level[v][(i << 6) + Long.numberOfTrailingZeros(left)] = (char) depth;
    }
    Links links = around.links;
    for (int i = links.inStart[v]; i < links.inStart[v + 1]; i++) {
      int arc = links.inArc[i];
      long[] mask = onward ? bits.used(arc) : bits.free(arc);
      if (!bits.isNone(mask)) come(problem.tail[arc], earlier(now, problem.transit[arc]), mask);
    }
    for (int i = links.outStart[v]; i < links.outStart[v + 1]; i++) {
      int arc = links.outArc[i];
      long[] mask = onward ? bits.free(arc) : bits.used(arc);
      if (!problem.sink[problem.head[arc]] && !bits.isNone(mask)) come(problem.head[arc], later(now, mask, problem.transit[arc]), every);
    }
    long[] waiting = bits.waiting(v);
    if (!bits.isNone(waiting)) {
      if (onward) come(v, earlier(now, 1), waiting);
      else come(v, later(now, waiting, 1), every);
    }
    for (int k = around.homeStart[v]; k < around.homeStart[v + 1]; k++) {
      if (homeLevel[k] == Layers.NONE && opens(k, now)) comeHome(k, depth + 1);
    }
    Arrays.fill(now, 0);
  }

  /** Adds what is reached by waiting alone, which is of the same level. */
  private void wait(int v, long[] now) {
    long[] room = bits.room(v);
    if (bits.isNone(room)) return;
    for (boolean more = true; more; ) {
      long[] next = onward ? later(now, room, 1) : earlier(now, 1);
      more = false;
      for (int i = 0; i < words; i++) {
        long fresh = next[i] & ~seen[v][i];
        if (!onward) fresh &= room[i];
        // What comes at the next level anyhow comes at this one.
        fresh |= next[i] & coming[v][i] & (onward ? -1L : room[i]);
        coming[v][i] &= ~fresh;
        seen[v][i] |= fresh;
        now[i] |= fresh;
        more |= fresh != 0;
      }
    }
  }

  /** Whether one of the steps leads to the home (or from it): somebody who left it then may leave at another step, whoever is in it may be at the node. */
  private boolean opens(int k, long[] now) {
    for (int i = 0; i < words; i++) {
      for (long left = now[i]; left != 0; left &= left - 1) {
        int t = (i << 6) + Long.numberOfTrailingZeros(left);
        if (onward ? flow.leaving(k, t) > 0 : problem.releaseStep[k] <= t) return true;
      }
    }
    return false;
  }

  private void lookHome(int k) {
    if (!onward && !flow.anybodyLeaves(k)) return;
    Arrays.fill(shifted, 0);
    for (int t = problem.releaseStep[k]; t < steps; t++) {
      if (onward || flow.leaving(k, t) > 0) shifted[t >>> 6] |= 1L << t;
    }
    come(problem.releaseNode[k], shifted, every);
  }

  /** The steps, so many earlier; in an array that is used again. */
  private long[] earlier(long[] now, int by) {
    int whole = by >>> 6;
    for (int i = 0; i < words; i++) {
      int from = i + whole;
      long low = from < words ? now[from] >>> by : 0;
      shifted[i] = (by & 63) != 0 && from + 1 < words ? low | now[from + 1] << -by : low;
    }
    return shifted;
  }

  /** Those of the steps that are in {@code mask}, so many later; in an array that is used again. */
  private long[] later(long[] now, long[] mask, int by) {
    int whole = by >>> 6;
    for (int i = words - 1; i >= 0; i--) {
      int from = i - whole;
      long high = from >= 0 ? (now[from] & mask[from]) << by : 0;
      shifted[i] = (by & 63) != 0 && from >= 1 ? high | (now[from - 1] & mask[from - 1]) >>> -by : high;
    }
    shifted[words - 1] &= every[words - 1];
    return shifted;
  }

  /** The level of a pair; {@link Layers#NONE} where there is no way, and at nodes that were not there. */
  int of(int v, int t) {
    return v >= level.length || level[v] == null ? Layers.NONE : level[v][t];
  }

  int ofHome(int k) {
    return homeLevel[k];
  }

  /** Runs of steps, in the shape of {@link CutOverTime}, of those steps of the node that have a level and those at which nobody can be there. */
  int[] runs(int v) {
    if (seen[v] == null) return around.earliest[v] == 0 ? null : new int[] {0, around.earliest[v]};
    int[] runs = new int[4];
    int count = 0;
    long before = 0;
    for (int i = 0; i < words; i++) {
      long now = seen[v][i];
      for (long turns = now ^ (now << 1 | before); turns != 0; turns &= turns - 1) {
        int t = (i << 6) + Long.numberOfTrailingZeros(turns);
        if (t >= steps) break;
        if (count == runs.length) runs = Arrays.copyOf(runs, 2 * count);
        runs[count++] = t;
      }
      before = now >>> 63;
    }
    if ((count & 1) == 0) return count == 0 ? null : Arrays.copyOf(runs, count);
    runs = Arrays.copyOf(runs, count + 1);
    runs[count] = steps;
    return runs;
  }
}
