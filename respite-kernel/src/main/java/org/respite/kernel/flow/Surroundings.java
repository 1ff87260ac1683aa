// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/** What every search over a problem's (node, step) pairs asks, whatever the capacities and the flow: which arcs lead where, since when anybody can be where. */
final class Surroundings {
  final FlowProblem problem;
  final int steps;
  final Links links;
  /** Per node: the first step at which anybody could be there; {@link #steps} where nobody ever can. */
  final int[] earliest;
  /** Releases of node {@code v}: {@code homeStart[v]} to {@code homeStart[v + 1]}, exclusive. */
  final int[] homeStart;

  Surroundings(FlowProblem p) {
    problem = p;
    steps = p.horizon() + 1;
    boolean[] wanted = new boolean[p.arcs()];
    for (int a = 0; a < wanted.length; a++) {
      boolean leads = p.tail[a] != p.head[a] || p.transit[a] > 0;
      wanted[a] = leads && !p.isSink(p.tail[a]) && p.transit[a] <= p.horizon;
    }
    links = new Links(p, wanted);
    int[] start = new int[p.nodes()];
    Arrays.fill(start, TimedNetwork.NEVER);
    homeStart = new int[p.nodes() + 1];
    for (int i = 0; i < p.releaseNode.length; i++) {
      start[p.releaseNode[i]] = Math.min(start[p.releaseNode[i]], p.releaseStep[i]);
      homeStart[p.releaseNode[i] + 1]++;
    }
    for (int v = 0; v < p.nodes(); v++) homeStart[v + 1] += homeStart[v];
    earliest = links.distances(false, start);
    for (int v = 0; v < earliest.length; v++) if (earliest[v] == TimedNetwork.NEVER) earliest[v] = steps;
  }
}
