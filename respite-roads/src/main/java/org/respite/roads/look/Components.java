// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.look;

import java.util.Arrays;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;

/**
 * Pieces of the network that hang together for one user, one-way streets taken as if they went both ways and barriers as they are.
 * Union by size with path halving (Tarjan and van Leeuwen 1984): almost O(links).
 */
public final class Components {
  private final int[] parent;
  private final int[] size;
  private final boolean[] used;

  private Components(int nodes) {
    parent = new int[nodes];
    size = new int[nodes];
    used = new boolean[nodes];
    for (int v = 0; v < nodes; v++) parent[v] = v;
    Arrays.fill(size, 1);
  }

  /** The pieces for a user: two links hang together where they meet at a node that lets the user through. */
  public static Components of(StreetNetwork network, RoadUser user) {
    Components c = new Components(network.nodes());
    for (int l = 0; l < network.links(); l++) {
      if (!network.mayUse(2 * l, user) && !network.mayUse(2 * l + 1, user)) continue;
      boolean through = (network.usersThrough(network.from(l)) & network.usersThrough(network.to(l)) & user.bit()) != 0;
      c.used[network.from(l)] = true;
      c.used[network.to(l)] = true;
      if (through) c.join(network.from(l), network.to(l));
    }
    return c;
  }

  /** A node that stands for the piece; the same for all nodes of one piece. */
  public int pieceOf(int node) {
    int v = node;
    while (parent[v] != v) {
      parent[v] = parent[parent[v]];
      v = parent[v];
    }
    return v;
  }

  private void join(int a, int b) {
    int big = pieceOf(a);
    int small = pieceOf(b);
    if (big == small) return;
    if (size[big] < size[small]) {
      int swap = big;
      big = small;
      small = swap;
    }
    parent[small] = big;
    size[big] += size[small];
  }

  /** How many pieces there are, nodes that the user cannot reach at all left out. */
  public int count() {
    int count = 0;
    for (int v = 0; v < parent.length; v++) if (used[v] && parent[v] == v) count++;
    return count;
  }

  /** The node that stands for the largest piece; -1 where there is none. */
  public int largestPiece() {
    int largest = -1;
    for (int v = 0; v < parent.length; v++) if (used[v] && parent[v] == v && (largest < 0 || size[v] > size[largest])) largest = v;
    return largest;
  }

  /** Nodes of the largest piece; 0 where there is none. */
  public int largest() {
    int piece = largestPiece();
    return piece < 0 ? 0 : size[piece];
  }

  /** Nodes that the user can reach at all. */
  public int nodes() {
    int nodes = 0;
    for (boolean u : used) if (u) nodes++;
    return nodes;
  }
}
