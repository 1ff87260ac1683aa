// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.Arrays;
import java.util.List;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;

/**
 * The part of a street network that a case plays on, as columns: nodes and links are numbered anew from 0. Arc {@code 2 * link} runs along
 * the link's line, {@code 2 * link + 1} against it. Immutable. O(nodes + links) memory, about 40 bytes each.
 */
public final class StreetGraph {
  /** Stands for the network's number of a link that is a {@link Join}. */
  static final int NOT_MAPPED = -1;

  private final int[] networkNode;
  private final int[] networkLink;
  private final int[] from;
  private final int[] to;
  private final int[] lengthMm;
  private final byte[] users;
  private final int[] firstArc;
  private final int[] arcsOut;

  private StreetGraph(int[] networkNode, int[] networkLink, int[] from, int[] to, int[] lengthMm, byte[] users) {
    this.networkNode = networkNode;
    this.networkLink = networkLink;
    this.from = from;
    this.to = to;
    this.lengthMm = lengthMm;
    this.users = users;
    firstArc = new int[networkNode.length + 1];
    for (int l = 0; l < from.length; l++) {
      firstArc[from[l] + 1]++;
      firstArc[to[l] + 1]++;
    }
    for (int v = 0; v < networkNode.length; v++) firstArc[v + 1] += firstArc[v];
    arcsOut = new int[2 * from.length];
    int[] next = Arrays.copyOf(firstArc, networkNode.length);
    for (int l = 0; l < from.length; l++) {
      arcsOut[next[from[l]]++] = 2 * l;
      arcsOut[next[to[l]]++] = 2 * l + 1;
    }
  }

  /** A way between two of the network's nodes that nobody mapped: across a yard or a gap between mapped pieces. For walkers, both ways. */
  record Join(int a, int b, int lengthMm) {}

  /** Links whose two ends are both {@code inside} and which somebody may use, and the joins; nodes without any are left out. */
  static StreetGraph of(StreetNetwork network, boolean[] inside, List<Join> joins) {
    int[] local = new int[network.nodes()];
    Arrays.fill(local, -1);
    int[] nodes = new int[network.nodes()];
    int[] links = new int[network.links()];
    int n = 0;
    int m = 0;
    for (int l = 0; l < network.links(); l++) {
      int a = network.from(l);
      int b = network.to(l);
      if (!inside[a] || !inside[b] || a == b || usersOf(network, 2 * l) + usersOf(network, 2 * l + 1) == 0) continue;
      links[m++] = l;
      if (local[a] < 0) nodes[local[a] = n++] = a;
      if (local[b] < 0) nodes[local[b] = n++] = b;
    }
    int mapped = m;
    m += joins.size();
    links = Arrays.copyOf(links, m);
    int[] from = new int[m];
    int[] to = new int[m];
    int[] length = new int[m];
    byte[] users = new byte[2 * m];
    for (int l = mapped; l < m; l++) {
      Join join = joins.get(l - mapped);
      links[l] = NOT_MAPPED;
      from[l] = local[join.a];
      to[l] = local[join.b];
      length[l] = join.lengthMm;
      users[2 * l] = users[2 * l + 1] = (byte) RoadUser.WALKERS;
    }
    for (int l = 0; l < mapped; l++) {
      from[l] = local[network.from(links[l])];
      to[l] = local[network.to(links[l])];
      length[l] = network.lengthMm(links[l]);
      users[2 * l] = (byte) usersOf(network, 2 * links[l]);
      users[2 * l + 1] = (byte) usersOf(network, 2 * links[l] + 1);
    }
    return new StreetGraph(Arrays.copyOf(nodes, n), links, from, to, length, users);
  }

  /** Who may go along an arc, barriers at its ends counted in. */
  private static int usersOf(StreetNetwork network, int arc) {
    return network.users(arc) & network.usersThrough(network.tail(arc)) & network.usersThrough(network.head(arc));
  }

  public int nodes() {
    return networkNode.length;
  }

  public int links() {
    return from.length;
  }

  /** The network's number of a node. */
  public int networkNode(int node) {
    return networkNode[node];
  }

  /** The network's number of a link, or {@link #NOT_MAPPED}. */
  public int networkLink(int link) {
    return networkLink[link];
  }

  public int from(int link) {
    return from[link];
  }

  public int to(int link) {
    return to[link];
  }

  public int tail(int arc) {
    return (arc & 1) == 0 ? from[arc >> 1] : to[arc >> 1];
  }

  public int head(int arc) {
    return (arc & 1) == 0 ? to[arc >> 1] : from[arc >> 1];
  }

  public int lengthMm(int link) {
    return lengthMm[link];
  }

  public boolean mayUse(int arc, RoadUser user) {
    return (users[arc] & user.bit()) != 0;
  }

  /** Whether walkers may use the link in either direction. */
  boolean walkable(int link) {
    return mayUse(2 * link, RoadUser.FOOT) || mayUse(2 * link + 1, RoadUser.FOOT);
  }

  /** Position of a node's first outgoing arc; see {@link #arcOut}. */
  public int firstArc(int node) {
    return firstArc[node];
  }

  /** The arc at a position; {@code arcOut(firstArc(v)) ... arcOut(firstArc(v + 1) - 1)} leave {@code v}. */
  public int arcOut(int position) {
    return arcsOut[position];
  }
}
