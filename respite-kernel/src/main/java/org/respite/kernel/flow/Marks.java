// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * What a search knows of each (node, step) pair and of each home: nothing yet, in which layer from the sinks it was met in this
 * pass (1 and more), that it is set aside or spent in this pass, or that it is useless for good. Rows are made when a node is first
 * met. A home is written -1 - home.
 */
final class Marks {
  /** Not looked at in this pass. */
  static final int NEW = 0;
  /** Leads nowhere in this pass. */
  static final int SPENT = -1;
  /** Not yet to be looked at in this pass. */
  static final int ASIDE = -2;
  /** Nobody at home can be brought over it, now or later. */
  static final int USELESS = -3;

  private final int steps;
  private final int[][] ofPair;
  private final int[] ofHome;
  /** Everything met in this pass, in order: node and step. */
  int[] node = new int[1024];
  int[] step = new int[1024];
  int count;
  /** What was set aside in this pass. */
  private int[] asideNode = new int[256];
  private int[] asideStep = new int[256];
  private int[] asideKey = new int[256];
  private int asideCount;

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

  /** Marks a pair or home. */
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

  /** Puts a pair or home that nobody has met before into a layer. */
  void meet(int v, int at, int layer) {
    set(v, at, layer);
    if (count == node.length) {
      node = Arrays.copyOf(node, 2 * count);
      step = Arrays.copyOf(step, 2 * count);
    }
    node[count] = v;
    step[count++] = at;
  }

  /** Sets a pair aside, to be met later in the pass if need be. */
  void setAside(int v, int at, int key) {
    set(v, at, ASIDE);
    if (asideCount == asideNode.length) {
      asideNode = Arrays.copyOf(asideNode, 2 * asideCount);
      asideStep = Arrays.copyOf(asideStep, 2 * asideCount);
      asideKey = Arrays.copyOf(asideKey, 2 * asideCount);
    }
    asideNode[asideCount] = v;
    asideKey[asideCount] = key;
    asideStep[asideCount++] = at;
  }

  /** Puts into the layer what was set aside with a key of at most {@code limit}. */
  void meetAside(int layer, int limit) {
    int kept = 0;
    for (int i = 0; i < asideCount; i++) {
      if (asideKey[i] <= limit) {
        meet(asideNode[i], asideStep[i], layer);
      } else {
        asideNode[kept] = asideNode[i];
        asideKey[kept] = asideKey[i];
        asideStep[kept++] = asideStep[i];
      }
    }
    asideCount = kept;
  }

  boolean anyAside() {
    return asideCount > 0;
  }

  /** Ends the pass: all that it met is new again, or useless for good. */
  void close(int mark) {
    for (int i = 0; i < count; i++) set(node[i], step[i], mark);
    for (int i = 0; i < asideCount; i++) set(asideNode[i], asideStep[i], NEW);
    count = 0;
    asideCount = 0;
  }
}
