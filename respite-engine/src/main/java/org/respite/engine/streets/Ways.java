// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.Arrays;
import java.util.Optional;

/**
 * Shortest ways from everywhere to one node, for one kind of user. A label is one way from a node: its first arc and the label that goes on from
 * there. Where streets stay as they are a node has one label, of its own number; where they change by the hour it has one for each time of setting
 * out that has its own way, and nobody waits between home and the node.
 */
final class Ways {
  static final long NEVER = Long.MAX_VALUE;

  /** What an arc costs in millimetres of plain street, 0 or more; {@link #NEVER} where it is shut. */
  @FunctionalInterface
  interface Cost {
    long of(int arc);
  }

  /** Cost to the node by label; {@link #NEVER} where there is no way. */
  final long[] cost;
  /** The arc to take by label; -1 at the node itself and where there is no way. */
  final int[] next;
  /** The label at the head of that arc. */
  final int[] onward;
  /** Labels that reach the node, nearest first. */
  final int[] order;
  /** Where streets change by the hour; else a node's label is its own number. */
  private final Optional<ByNode> byTheHour;

  /**
   * Labels by node and time.
   *
   * @param first,last times of setting out of each label, inclusive
   * @param labels those of node v are {@code labels[firstOf[v]] ... labels[firstOf[v + 1] - 1]}, cheapest first
   */
  record ByNode(long[] first, long[] last, int[] firstOf, int[] labels) {}

  Ways(long[] cost, int[] next, int[] onward, int[] order, Optional<ByNode> byTheHour) {
    this.cost = cost;
    this.next = next;
    this.onward = onward;
    this.order = order;
    this.byTheHour = byTheHour;
  }

  /** On streets that stay as they are: Dijkstra 1959 against the arcs. */
  static Ways to(StreetGraph graph, int target, Cost price) {
    long[] cost = new long[graph.nodes()];
    int[] next = new int[graph.nodes()];
    int[] onward = new int[graph.nodes()];
    int[] order = new int[graph.nodes()];
    Arrays.fill(cost, NEVER);
    Arrays.fill(next, -1);
    CostQueue open = new CostQueue();
    cost[target] = 0;
    open.add(0, target);
    int settled = 0;
    boolean[] done = new boolean[graph.nodes()];
    while (!open.isEmpty()) {
      int v = open.take();
      if (done[v]) continue;
      done[v] = true;
      order[settled++] = v;
      for (int i = graph.firstArc(v); i < graph.firstArc(v + 1); i++) {
        int into = graph.arcOut(i) ^ 1;
        int u = graph.tail(into);
        long extra = done[u] ? NEVER : price.of(into);
        if (extra == NEVER || cost[v] + extra >= cost[u]) continue;
        cost[u] = cost[v] + extra;
        next[u] = into;
        onward[u] = v;
        open.add(cost[u], u);
      }
    }
    return new Ways(cost, next, onward, Arrays.copyOf(order, settled), Optional.empty());
  }

  /**
   * On streets that change by the hour. O(labels log labels).
   *
   * @param grain times of setting out are looked at this far apart: a way that is open between two of them alone is not found. Without it a quarter of
   *     narrow lanes that closes house by house would have a way of its own for every second
   */
  static Ways byTheHour(StreetGraph graph, int target, Hours hours, long grain) {
    Labels labels = new Labels(graph.nodes(), grain);
    labels.propose(target, 0, 0, Hours.FOREVER, -1, -1);
    for (int settled = 0; labels.settleNext(); ) {
      for (; settled < labels.settled(); settled++) {
        int v = labels.node(settled);
        for (int i = graph.firstArc(v); i < graph.firstArc(v + 1); i++) labels.proposeAlong(graph.arcOut(i) ^ 1, graph.head(graph.arcOut(i)), settled, hours);
      }
    }
    return labels.ways();
  }

  /** The label of one who is at the node at a time, give or take a millimetre; -1 where no way begins then. */
  int labelAt(int node, long time) {
    if (byTheHour.isEmpty()) return cost[node] == NEVER ? -1 : node;
    ByNode by = byTheHour.get();
    for (int i = by.firstOf[node]; i < by.firstOf[node + 1]; i++) {
      int l = by.labels[i];
      if (by.first[l] - 1 <= time && time <= by.last[l] + 1) return l;
    }
    return -1;
  }

  /** The label of those who set out from a node at each minute, into {@code labels}; -1 where no way begins then. */
  void labels(int node, Walker who, int[] labels) {
    Arrays.fill(labels, byTheHour.isEmpty() ? labelAt(node, 0) : -1);
    if (byTheHour.isEmpty()) return;
    ByNode by = byTheHour.get();
    for (int i = by.firstOf[node]; i < by.firstOf[node + 1]; i++) {
      int l = by.labels[i];
      int until = (int) Math.min(labels.length - 1, Math.floor((by.last[l] + 1) / who.mmPerMinute()));
      for (int d = (int) Math.max(0, Math.ceil((by.first[l] - 1) / who.mmPerMinute())); d <= until; d++) if (labels[d] < 0) labels[d] = l;
    }
  }

  /** Minutes from a node by minute of setting out, into {@code minutes}; {@link Spell#NEVER} where no way begins then. By the hour only. */
  void minutes(int node, Walker who, int beyondMm, int[] minutes) {
    labels(node, who, minutes);
    int before = -1;
    int takes = Spell.NEVER;
    for (int d = 0; d < minutes.length; d++) {
      if (minutes[d] != before) takes = minutes[d] < 0 ? Spell.NEVER : who.minutes(cost[minutes[d]] + beyondMm);
      before = minutes[d];
      minutes[d] = takes;
    }
  }

  /** Whether no way takes any of the arcs. */
  boolean usesNone(boolean[] arcs) {
    for (int arc : next) if (arc >= 0 && arcs[arc]) return false;
    return true;
  }

  boolean isByTheHour() {
    return byTheHour.isPresent();
  }

  /** Whether it does not matter when one sets out from the node. */
  boolean isSteady(int node) {
    if (byTheHour.isEmpty()) return true;
    ByNode by = byTheHour.get();
    int labels = by.firstOf[node + 1] - by.firstOf[node];
    if (labels != 1) return labels == 0;
    int l = by.labels[by.firstOf[node]];
    return by.first[l] <= 0 && by.last[l] >= Hours.FOREVER / 2;
  }
}
