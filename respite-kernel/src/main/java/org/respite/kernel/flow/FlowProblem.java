// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * A network over time: who is where, which ways lead out, how many may enter each way at each step. Immutable.
 *
 * <p>Steps are whole and run from 0 to {@link #horizon()} inclusive; transit times are whole steps (0 allowed);
 * capacities are people who may <em>enter</em> an arc during one step; whoever enters arc {@code a} at step
 * {@code t} is at its head at step {@code t + transit(a)}. Nodes are 0..n-1 and arcs 0..m-1 in the order of the calls
 * that made them; parallel arcs and loops are allowed. Supplies wait at home without limit, which is apart from
 * {@link #storage}, the number of people who may wait at a node from one step to the next. Nobody leaves a sink.
 *
 * <p>Bounds: capacities and storage are ints (see {@link #UNLIMITED} for storage), the sum of all supplies is at most
 * {@link #MOST_PEOPLE}, so no sum of people can overflow a long.
 */
public final class FlowProblem {
  /** Storage without limit. As a capacity it is an ordinary number: 2,147,483,647 people a step. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** The largest sum of supplies, people: 2^62, so that the sum of two such amounts still fits a long. */
  public static final long MOST_PEOPLE = 1L << 62;

  final int nodes;
  final int horizon;
  final int[] tail;
  final int[] head;
  final int[] transit;
  final int[] capacity;
  /** Per arc with windows: first steps of its pieces, starting with 0; null where the capacity never changes. */
  final int[][] pieceFrom;
  /** Capacity in the piece of the same index; null where {@link #pieceFrom} is. */
  final int[][] pieceCapacity;
  final int[] storage;
  final boolean[] sink;
  /** Releases, sorted by node, then step: node, step and people of the same index belong together. */
  final int[] releaseNode;
  final int[] releaseStep;
  final long[] releasePeople;

  FlowProblem(FlowProblemBuilder b) {
    nodes = b.nodes;
    horizon = b.horizon;
    tail = Arrays.copyOf(b.tail, b.arcs);
    head = Arrays.copyOf(b.head, b.arcs);
    transit = Arrays.copyOf(b.transit, b.arcs);
    capacity = Arrays.copyOf(b.capacity, b.arcs);
    pieceFrom = new int[b.arcs][];
    pieceCapacity = new int[b.arcs][];
    b.cutIntoPieces(pieceFrom, pieceCapacity);
    storage = b.storage.clone();
    sink = b.sink.clone();
    int[] order = b.releasesInOrder();
    releaseNode = new int[order.length];
    releaseStep = new int[order.length];
    releasePeople = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      releaseNode[i] = b.releaseNode[order[i]];
      releaseStep[i] = b.releaseStep[order[i]];
      releasePeople[i] = b.releasePeople[order[i]];
    }
  }

  /** Shares all but the capacities by step with {@code other}. */
  private FlowProblem(FlowProblem other) {
    nodes = other.nodes;
    horizon = other.horizon;
    tail = other.tail;
    head = other.head;
    transit = other.transit;
    capacity = other.capacity;
    pieceFrom = other.pieceFrom.clone();
    pieceCapacity = other.pieceCapacity.clone();
    storage = other.storage;
    sink = other.sink;
    releaseNode = other.releaseNode;
    releaseStep = other.releaseStep;
    releasePeople = other.releasePeople;
  }

  /** The same problem with a nearer last step; releases after it fall away, and with them those people. */
  public FlowProblem until(int step) {
    if (step < 0 || step > horizon) throw new IllegalArgumentException("step must be in [0, " + horizon + "], got " + step);
    if (step == horizon) return this;
    FlowProblemBuilder b = new FlowProblemBuilder(nodes, step);
    for (int v = 0; v < nodes; v++) {
      b.storage(v, storage[v]);
      if (sink[v]) b.sink(v);
    }
    for (int a = 0; a < arcs(); a++) {
      b.arc(tail[a], head[a], capacity[a], transit[a]);
      int[] from = pieceFrom[a];
      for (int i = 0; from != null && i < from.length && from[i] <= step; i++) {
        int to = i + 1 < from.length ? from[i + 1] : horizon + 1;
        b.window(a, from[i], Math.min(to, step + 1), pieceCapacity[a][i]);
      }
    }
    for (int i = 0; i < releaseNode.length; i++) {
      if (releaseStep[i] <= step) b.supply(releaseNode[i], releaseStep[i], releasePeople[i]);
    }
    return b.build();
  }

  /** The same problem, but {@code people} may enter {@code arc} at each of the steps {@code [from, to)}; {@code to} is at most horizon + 1. */
  public FlowProblem withCapacity(int arc, int from, int to, int people) {
    if (arc < 0 || arc >= arcs() || from < 0 || to < from || to > horizon + 1 || people < 0) {
      throw new IllegalArgumentException("arc must be in [0, " + (arcs() - 1) + "], steps in [0, " + (horizon + 1)
          + "], capacity at least 0, got arc " + arc + ", steps " + from + " to " + to + ", capacity " + people);
    }
    int[] row = capacities(arc);
    Arrays.fill(row, from, to, people);
    return withCapacities(arc, row);
  }

  /** The same problem with {@code row[t]} people who may enter {@code arc} at step {@code t}, all 0 or more. */
  FlowProblem withCapacities(int arc, int[] row) {
    FlowProblem changed = new FlowProblem(this);
    FlowProblemBuilder.compress(row, arc, changed.pieceFrom, changed.pieceCapacity);
    return changed;
  }

  /** Whether all but the capacities of {@code other} is here under the same numbers; there may be more nodes and arcs here. */
  boolean isGrownFrom(FlowProblem other) {
    if (horizon != other.horizon || nodes < other.nodes || arcs() < other.arcs()) return false;
    return begins(tail, other.tail) && begins(head, other.head) && begins(transit, other.transit) && sameStorage(other)
        && Arrays.equals(sink, 0, other.nodes, other.sink, 0, other.nodes) && Arrays.equals(releaseNode, other.releaseNode)
        && Arrays.equals(releaseStep, other.releaseStep) && Arrays.equals(releasePeople, other.releasePeople);
  }

  /** Nobody waits at a sink, so what is said of storage there does not matter. */
  private boolean sameStorage(FlowProblem other) {
    if (storage == other.storage) return true;
    for (int v = 0; v < other.nodes; v++) if (!sink[v] && storage[v] != other.storage[v]) return false;
    return true;
  }

  private static boolean begins(int[] longer, int[] with) {
    return longer == with || Arrays.equals(longer, 0, with.length, with, 0, with.length);
  }

  /** Whether flows of the one can be read as flows of the other, feasible or not. */
  void sameShapeOrRefuse(FlowProblem other) {
    boolean same = horizon == other.horizon && Arrays.equals(tail, other.tail) && Arrays.equals(head, other.head)
        && Arrays.equals(transit, other.transit) && Arrays.equals(sink, other.sink);
    if (!same) throw new IllegalArgumentException("nodes, arcs, transit times, sinks and last step must be those of the solved problem");
  }

  /** Starts a problem with {@code nodes} nodes and steps 0..{@code horizon}; storage is unlimited until said otherwise. */
  public static Builder builder(int nodes, int horizon) {
    return new FlowProblemBuilder(nodes, horizon);
  }

  public int nodes() {
    return nodes;
  }

  public int arcs() {
    return tail.length;
  }

  /** The last step. */
  public int horizon() {
    return horizon;
  }

  public int tail(int arc) {
    return tail[arc];
  }

  public int head(int arc) {
    return head[arc];
  }

  /** Steps from entering the arc to being at its head. */
  public int transit(int arc) {
    return transit[arc];
  }

  /** People who may enter {@code arc} at {@code step}. O(log windows). */
  public int capacityAt(int arc, int step) {
    int[] from = pieceFrom[arc];
    return from == null ? capacity[arc] : pieceCapacity[arc][pieceAt(from, step)];
  }

  /** People who may enter {@code arc} at the steps of [from, end) together; at most 2^62. */
  long capacityIn(int arc, int from, int end) {
    int[] pieces = pieceFrom[arc];
    if (pieces == null) return (long) capacity[arc] * (end - from);
    long people = 0;
    for (int i = pieceAt(pieces, from); i < pieces.length && pieces[i] < end; i++) {
      int last = i + 1 < pieces.length ? Math.min(end, pieces[i + 1]) : end;
      people += (long) pieceCapacity[arc][i] * (last - Math.max(from, pieces[i]));
    }
    return people;
  }

  private static int pieceAt(int[] from, int step) {
    int at = Arrays.binarySearch(from, step);
    return at >= 0 ? at : -at - 2;
  }

  /** The capacity of {@code arc} at each step 0..horizon, people; a new array. */
  public int[] capacities(int arc) {
    int[] row = new int[horizon + 1];
    Arrays.fill(row, capacity[arc]);
    int[] from = pieceFrom[arc];
    for (int i = 0; from != null && i < from.length; i++) {
      int to = i + 1 < from.length ? from[i + 1] : horizon + 1;
      Arrays.fill(row, from[i], to, pieceCapacity[arc][i]);
    }
    return row;
  }

  /** Whether as many may enter {@code arc} at each step as there; not where {@code other} has no such arc. */
  boolean sameCapacity(int arc, FlowProblem other) {
    if (arc >= other.arcs() || capacity[arc] != other.capacity[arc]) return false;
    return Arrays.equals(pieceFrom[arc], other.pieceFrom[arc]) && Arrays.equals(pieceCapacity[arc], other.pieceCapacity[arc]);
  }

  /** Whether the capacity of {@code arc} differs between steps. */
  public boolean changesCapacity(int arc) {
    return pieceFrom[arc] != null;
  }

  /** People who may wait at {@code node} from one step to the next, those at home not counted; {@link #UNLIMITED} allowed. */
  public int storage(int node) {
    return storage[node];
  }

  /** People who start at {@code node}, over all releases. */
  public long supply(int node) {
    long sum = 0;
    for (int i = firstRelease(node); i < releaseNode.length && releaseNode[i] == node; i++) sum += releasePeople[i];
    return sum;
  }

  /** People who start anywhere. */
  public long totalSupply() {
    return Arrays.stream(releasePeople).sum();
  }

  /** People who start at {@code node} and may leave home by {@code step}. */
  public long released(int node, int step) {
    long sum = 0;
    for (int i = firstRelease(node); i < releaseNode.length && releaseNode[i] == node; i++) {
      if (releaseStep[i] <= step) sum += releasePeople[i];
    }
    return sum;
  }

  private int firstRelease(int node) {
    int low = 0;
    int high = releaseNode.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (releaseNode[middle] < node) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  public boolean isSink(int node) {
    return sink[node];
  }

  /** Collects a problem; refuses misuse with {@link IllegalArgumentException} that names the value and its range. */
  public abstract static sealed class Builder permits FlowProblemBuilder {
    Builder() {}

    /** Adds an arc that {@code capacity} people may enter at each step; returns its number, 0 for the first. */
    public abstract int arc(int tail, int head, int capacity, int transit);

    /** Sets the capacity of {@code arc} for steps {@code [from, to)}; later calls win. {@code to} is at most horizon + 1. */
    public abstract Builder window(int arc, int from, int to, int capacity);

    /** Sets how many people may wait at {@code node} from one step to the next. */
    public abstract Builder storage(int node, int people);

    /** Adds people who start at {@code node} and may set out at any step from {@code releaseStep} on. */
    public abstract Builder supply(int node, int releaseStep, long people);

    /** Makes {@code node} a sink: who reaches it is out. */
    public abstract Builder sink(int node);

    /** The problem so far; a supply at a sink is refused. */
    public abstract FlowProblem build();
  }
}
