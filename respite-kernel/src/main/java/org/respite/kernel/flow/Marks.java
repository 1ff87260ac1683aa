// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/**
 * What a search knows of each (node, step) pair and of each home: nothing yet, its entry in the tree around the sinks (1 and more) or
 * in that around the homes (-2 and less), or that it is useless for good. Rows are made when a node is first met. A home is written -1 - home.
 */
final class Marks {
  /** Nothing known. */
  static final int NEW = 0;
  /** Nobody at home can be brought over it, now or later. */
  static final int USELESS = -1;

  private final int steps;
  private final int[][] ofPair;
  private final int[] ofHome;

  Marks(TimedNetwork network) {
    steps = network.steps;
    ofPair = new int[network.nodes][];
    ofHome = new int[network.problem.releaseNode.length];
  }

  int of(int v, int at) {
    int[] row = ofPair[v];
    return row == null ? NEW : row[at];
  }

  int ofHome(int home) {
    return ofHome[home];
  }

  void set(int v, int at, int mark) {
    if (v < 0) {
      ofHome[-1 - v] = mark;
      return;
    }
    int[] row = ofPair[v];
    if (row == null) {
      row = new int[steps];
      ofPair[v] = row;
    }
    row[at] = mark;
  }
}
