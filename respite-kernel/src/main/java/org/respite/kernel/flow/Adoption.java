// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/** Finds orphans of a {@link SearchTree} a new parent of a lower level than theirs, or gives them up, to be met again by whoever is left beside them. */
final class Adoption {
  private final Moves moves;
  private final SearchTree tree;
  private final boolean sinkSide;
  /** Entries of the tree beside an orphan, which are too high for it. */
  private int[] beside = new int[64];
  private int besideCount;

  Adoption(Moves moves, SearchTree tree, boolean sinkSide) {
    this.moves = moves;
    this.tree = tree;
    this.sinkSide = sinkSide;
  }

  /** Leaves no orphan. */
  void mend() {
    for (int i = tree.nextToMend(); i >= 0; i = tree.nextToMend()) {
      if (adopt(i)) continue;
      int v = tree.node[i];
      int at = tree.step[i];
      tree.giveUp(i);
      for (int b = 0; b < besideCount; b++) {
        if (tree.node[beside[b]] < 0 && v >= 0) tree.step[beside[b]] = Math.min(tree.step[beside[b]], moves.option(at));
        tree.activate(beside[b]);
      }
    }
  }

  private boolean adopt(int i) {
    int v = tree.node[i];
    int at = tree.step[i];
    besideCount = 0;
    for (int o = next(v, at, 0); o >= 0; o = next(v, at, o + 1)) {
      int entry = tree.marking(moves.mark);
      if (tree.level[entry] < tree.level[i]) {
        tree.link(i, entry, moves.move, moves.moveStep);
        return true;
      }
      if (besideCount == beside.length) beside = Arrays.copyOf(beside, 2 * besideCount);
      beside[besideCount++] = entry;
    }
    return false;
  }

  private int next(int v, int at, int from) {
    return sinkSide ? moves.onward(v, at, from, Moves.SINK_SIDE) : moves.into(v, at, from, Moves.HOME_SIDE);
  }
}
