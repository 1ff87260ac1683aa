// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * Blocking flows (Dinitz 1970) on the residual network of (node, step) pairs, which is never built. Levels are counted from the
 * end backward, so only what can still reach it is ever looked at: where gates are full for long, that is little.
 */
final class LastStepSearch {
  /** Where ways end. */
  interface End extends Layers.Goal {
    /** Lengthens the path from its end, a place that the goal holds, into a sink; false, and the path is one place shorter, if no way is left. */
    boolean lengthen(ResidualPath path);
  }

  private final OpenFlow flow;
  private final End end;
  private final Layers layers;
  private final Neighbours neighbours;
  private final ResidualPath path = new ResidualPath();
  /** Per home: the first step at which leaving may still lead on, with the levels as they are. */
  private final int[] homeNext;

  LastStepSearch(Surroundings around, OpenFlow flow, End end) {
    this.flow = flow;
    this.end = end;
    layers = new Layers(around, flow, end);
    neighbours = new Neighbours(around, flow, true);
    homeNext = new int[flow.atHome.length];
  }

  /** Brings to the sinks by the last step all that can be brought in addition. */
  void run() {
    while (layers.layToNearestHome()) push();
  }

  /** The levels as they were when no more people could be brought: all from which the end can be reached. */
  Layers layers() {
    return layers;
  }

  private void push() {
    Arrays.fill(homeNext, 0);
    for (int k = 0; k < flow.atHome.length; k++) {
      if (flow.atHome[k] == 0 || layers.ofHome(k) == Layers.NONE) continue;
      path.start(-1 - k);
      while (path.length() >= 0 && flow.atHome[k] > 0) {
        int length = path.length();
        if (!advance()) layers.take(path.shorten());
        else if (path.end() == ResidualPath.OUT) send(k, length);
      }
    }
  }

  /** Sends along the path, which then ends before the first move without room, and before what leads from level 1 into a sink. */
  private void send(int k, int toLevelOne) {
    flow.atHome[k] -= path.send(flow, flow.atHome[k]);
    path.shortenTo(toLevelOne);
  }

  /** Moves the path's end one level nearer to the end of all ways, from level 1 into a sink. */
  private boolean advance() {
    int at = path.end();
    int below = layers.ofPlace(at) - 1;
    if (at < 0) neighbours.ofHome(-1 - at, homeNext[-1 - at]);
    else neighbours.of(at);
    while (neighbours.next()) {
      boolean arrives = below == 0 && (neighbours.place == ResidualPath.OUT || end.holds(neighbours.place));
      if (arrives) {
        path.lengthen(neighbours);
        if (path.end() == ResidualPath.OUT || end.lengthen(path)) return true;
      }
      if (arrives || neighbours.place == ResidualPath.OUT) continue;
      int wanted = neighbours.kind == ResidualFlow.WAIT ? below + 1 : below;
      int its = neighbours.node < 0 ? layers.ofHome(-1 - neighbours.place) : layers.of(neighbours.node, neighbours.time);
      if (wanted == 0 || its != wanted) continue;
      if (at < 0) homeNext[-1 - at] = neighbours.step;
      path.lengthen(neighbours);
      return true;
    }
    return false;
  }
}
