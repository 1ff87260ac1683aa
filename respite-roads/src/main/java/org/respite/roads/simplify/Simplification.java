// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.simplify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Simpler streets on which as many people can be anywhere that was kept by every step as on the full ones. Three steps, until none applies:
 *
 * <ul>
 *   <li><em>Parallel</em> arcs of one transit become one with the sum of their capacities: whoever enters may use either.
 *   <li>A <em>dead end</em> where nobody lives serves nobody and falls away. One where people live is folded into where it leads: they can be there as the arc lets them
 *       out, so many in each step, and neither gain nor harm by going as soon as they can, since they may wait there.
 *   <li>A <em>chain</em> through a node that only passes people on becomes one arc with the sum of the transits and the smaller capacity. Whoever waits in between may as well
 *       wait before the narrower arc, if that is the first, or behind it, if that is the second: people may wait everywhere.
 * </ul>
 *
 * <p>Capacities must be the same in all steps: keep both ends of a street that changes by the hour and leave it out. O((nodes + arcs) log) but for the queues at dead
 * ends, which take as many steps as it takes to empty them.
 */
public final class Simplification {
  private final int nodes;
  private final int lastStep;
  private final boolean[] kept;
  private final Releases[] homes;
  private final List<List<Arc>> at = new ArrayList<>();
  private final List<Walked> walked = new ArrayList<>();
  private final ArrayDeque<Integer> due = new ArrayDeque<>();
  private final boolean[] isDue;
  private final int originalArcs;
  private final List<Arc> left = new ArrayList<>();

  private static final class Arc {
    final int tail;
    final int head;
    final int transit;
    int capacity;
    Part part;
    boolean gone;

    Arc(int tail, int head, int transit, int capacity, Part part) {
      this.tail = tail;
      this.head = head;
      this.transit = transit;
      this.capacity = capacity;
      this.part = part;
    }

    int other(int node) {
      return tail == node ? head : tail;
    }
  }

  /** People of a dead end, on their way out of it. */
  private record Walked(Part part, Releases entering) {}

  /**
   * @param kept nodes that must stay: sinks, gates, ends of streets that change
   * @param homes people at each node, there from step 0 on
   * @param lastStep of the flow
   */
  public static Simplification of(TimedArcs full, boolean[] kept, long[] homes, int lastStep) {
    Simplification s = new Simplification(full, kept, homes, lastStep);
    s.run();
    return s;
  }

  private Simplification(TimedArcs full, boolean[] kept, long[] homes, int lastStep) {
    nodes = full.nodes();
    this.kept = kept.clone();
    this.lastStep = lastStep;
    originalArcs = full.tail().length;
    this.homes = Arrays.stream(homes).mapToObj(Releases::of).toArray(Releases[]::new);
    isDue = new boolean[nodes];
    for (int v = 0; v < nodes; v++) at.add(new ArrayList<>());
    for (int a = 0; a < originalArcs; a++) add(new Arc(full.tail()[a], full.head()[a], full.transit()[a], full.capacity()[a], new Part.Single(a)));
  }

  private void add(Arc arc) {
    if (arc.capacity == 0 || arc.tail == arc.head) return;
    at.get(arc.tail).add(arc);
    at.get(arc.head).add(arc);
    look(arc.tail);
    look(arc.head);
  }

  private void look(int node) {
    if (!isDue[node]) due.add(node);
    isDue[node] = true;
  }

  private void run() {
    while (!due.isEmpty()) {
      int v = due.remove();
      isDue[v] = false;
      mergeParallel(v);
      int[] neighbours = at.get(v).stream().mapToInt(a -> a.other(v)).distinct().toArray();
      if (kept[v] || neighbours.length == 0) continue;
      if (neighbours.length == 1) fold(v, neighbours[0]);
      else if (neighbours.length == 2 && homes[v].isEmpty()) contract(v, neighbours[0], neighbours[1]);
    }
    for (int v = 0; v < nodes; v++) for (Arc a : at.get(v)) if (!a.gone && a.tail == v) left.add(a);
  }

  private void mergeParallel(int v) {
    List<Arc> arcs = at.get(v);
    arcs.removeIf(a -> a.gone);
    for (int i = 0; i < arcs.size(); i++) {
      for (int j = i + 1; j < arcs.size(); j++) {
        Arc a = arcs.get(i);
        Arc b = arcs.get(j);
        if (b.gone || a.gone || a.tail != b.tail || a.head != b.head || a.transit != b.transit) continue;
        a.part = new Part.Side(a.part, a.capacity, b.part);
        a.capacity = (int) Math.min(Integer.MAX_VALUE, (long) a.capacity + b.capacity);
        b.gone = true;
        look(a.other(v));
      }
    }
    arcs.removeIf(a -> a.gone);
  }

  /** All arcs of {@code v} lead to or come from {@code to}. Two ways out of different length would need a choice, and nobody lives in a sink: then it stays. */
  private void fold(int v, int to) {
    List<Arc> out = at.get(v).stream().filter(a -> a.tail == v).toList();
    if (!homes[v].isEmpty()) {
      if (out.size() != 1 || kept[to]) return;
      Arc way = out.getFirst();
      Releases entering = homes[v].entering(way.capacity, lastStep - way.transit);
      walked.add(new Walked(way.part, entering));
      homes[to] = homes[to].and(entering.later(way.transit));
      homes[v] = Releases.NONE;
    }
    remove(v);
    look(to);
  }

  private void contract(int v, int a, int b) {
    Arc in = null;
    Arc out = null;
    Arc back = null;
    Arc away = null;
    for (Arc arc : at.get(v)) {
      boolean ofA = arc.other(v) == a;
      if (arc.head == v && (ofA ? in : back) != null || arc.tail == v && (ofA ? away : out) != null) return; // arcs side by side of different length
      if (arc.head == v && ofA) in = arc;
      else if (arc.head == v) back = arc;
      else if (ofA) away = arc;
      else out = arc;
    }
    remove(v);
    if (in != null && out != null) add(new Arc(a, b, in.transit + out.transit, Math.min(in.capacity, out.capacity), new Part.Chain(in.part, in.transit, out.part)));
    if (back != null && away != null) add(new Arc(b, a, back.transit + away.transit, Math.min(back.capacity, away.capacity), new Part.Chain(back.part, back.transit, away.part)));
    look(a);
    look(b);
  }

  private void remove(int v) {
    at.get(v).forEach(a -> a.gone = true);
    at.get(v).clear();
  }

  /** The simplified streets. Nodes keep their numbers; those that are gone have no arc. */
  public TimedArcs streets() {
    return new TimedArcs(nodes, left.stream().mapToInt(a -> a.tail).toArray(), left.stream().mapToInt(a -> a.head).toArray(), left.stream().mapToInt(a -> a.transit).toArray(), left.stream().mapToInt(a -> a.capacity).toArray());
  }

  /** How many nodes still have an arc. */
  public int nodesLeft() {
    return (int) left.stream().flatMapToInt(a -> java.util.stream.IntStream.of(a.tail, a.head)).distinct().count();
  }

  /** Who sets out from a node, and from when on: those who live there and those of dead ends folded into it. */
  public Releases homes(int node) {
    return homes[node];
  }

  /**
   * A flow on the simplified streets as one on the original arcs; everybody of a folded dead end walks out of it as soon as they can.
   *
   * @param entering by simplified arc and step; null where nobody enters
   * @return by original arc and step
   */
  public long[][] expand(int[][] entering) {
    Part.Flow flow = new Part.Flow(new long[originalArcs][lastStep + 1]);
    for (int a = 0; a < entering.length; a++) {
      for (int t = 0; entering[a] != null && t < entering[a].length; t++) if (entering[a][t] > 0) left.get(a).part.lay(t, entering[a][t], flow);
    }
    for (Walked w : walked) for (Releases.Release r : w.entering.list()) w.part.lay(r.step(), r.people(), flow);
    return flow.entering();
  }
}
