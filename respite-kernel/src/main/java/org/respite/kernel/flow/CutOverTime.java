// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A cut over time for one step {@code t}: a set of (node, step) pairs, the <em>sink side</em>, that holds every sink at
 * every step up to {@code t} and at none after; of other nodes it may hold later steps too. Whoever is out by {@code t} has crossed into it, so no plan can have more people out than
 * the capacity of what leads into it: arcs at certain steps, waiting places at certain steps, and homes that open into
 * it. Immutable. The set is kept as runs of steps per node, a handful per node in practice.
 */
public final class CutOverTime {
  private final FlowProblem problem;
  private final int step;
  /** Per node: first step and end of each run of steps inside, in order; null for none. Sinks are null: always inside. */
  private final int[][] runs;

  private CutOverTime(FlowProblem problem, int step, int[][] runs) {
    this.problem = problem;
    this.step = step;
    this.runs = runs;
  }

  static CutOverTime owning(FlowProblem problem, int step, int[][] runs) {
    return new CutOverTime(problem, step, runs);
  }

  /**
   * A cut of somebody else's making: {@code runs[node]} holds first step and end (exclusive) of each run of steps on the
   * sink side, in rising order, or is null. Sinks are inside up to {@code step}, whatever is said of them.
   */
  public static CutOverTime of(FlowProblem problem, int step, int[][] runs) {
    if (step < 0 || step > problem.horizon()) {
      throw new IllegalArgumentException("step of cut must be in [0, " + problem.horizon() + "], got " + step);
    }
    if (runs.length != problem.nodes()) {
      throw new IllegalArgumentException("runs must be " + problem.nodes() + ", one row per node, got " + runs.length);
    }
    int[][] copy = new int[runs.length][];
    for (int v = 0; v < runs.length; v++) {
      if (runs[v] == null || problem.isSink(v)) continue;
      copy[v] = runs[v].clone();
      for (int i = 0; i < copy[v].length; i++) {
        if (copy[v].length % 2 != 0 || copy[v][i] < 0 || i > 0 && copy[v][i] <= copy[v][i - 1]) {
          throw new IllegalArgumentException(
              "runs of node " + v + " must be rising pairs of first step and end, got " + Arrays.toString(copy[v]));
        }
      }
    }
    return new CutOverTime(problem, step, copy);
  }

  /** The step whose arrivals this cut bounds. */
  public int step() {
    return step;
  }

  /** Whether (node, at) lies on the sink side. */
  public boolean contains(int node, int at) {
    if (problem.isSink(node)) return at >= 0 && at <= step;
    int[] run = runs[node];
    if (run == null) return false;
    int i = Arrays.binarySearch(run, at);
    return i >= 0 ? i % 2 == 0 : (-i - 1) % 2 == 1;
  }

  /** Last step at which {@code node} is on the sink side, or -1. */
  public int lastInside(int node) {
    if (problem.isSink(node)) return step;
    int[] run = runs[node];
    return run == null || run.length == 0 ? -1 : Math.min(run[run.length - 1] - 1, problem.horizon());
  }

  /** Whether {@code node} is on the sink side at any step. */
  public boolean touches(int node) {
    return lastInside(node) >= 0;
  }

  /** One full arc: nobody more than {@code people} in all can enter {@code arc} during steps {@code [from, to)}. */
  public record ArcTerm(int arc, int from, int to, long people) {}

  /** One full waiting place: at most {@code people} wait at {@code node} from step {@code at} to {@code at + 1}. */
  public record StorageTerm(int node, int at, long people) {}

  /** One home all of whose people count: {@code people} released at {@code step} at {@code node}. */
  public record SupplyTerm(int node, int step, long people) {}

  /** The arcs that make up the cut, each with its steps, by arc, then step; none with capacity zero. */
  public List<ArcTerm> arcTerms() {
    List<ArcTerm> terms = new ArrayList<>();
    for (int arc = 0; arc < problem.arcs(); arc++) addTerms(arc, terms);
    return List.copyOf(terms);
  }

  private void addTerms(int arc, List<ArcTerm> terms) {
    int u = problem.tail(arc);
    int w = problem.head(arc);
    if (problem.isSink(u) || !touches(w)) return;
    int transit = problem.transit(arc);
    int from = -1;
    long people = 0;
    int last = lastInside(w) - transit;
    for (int at = 0; at <= last + 1; at++) {
      int capacity = at <= last && contains(w, at + transit) && !contains(u, at) ? problem.capacityAt(arc, at) : 0;
      if (capacity > 0) {
        if (from < 0) from = at;
        people = Certificate.sum(people, capacity);
      } else if (from >= 0) {
        terms.add(new ArcTerm(arc, from, at, people));
        from = -1;
        people = 0;
      }
    }
  }

  /** What {@code arc} lets into the sink side at all its steps, people: the sum of its {@link #arcTerms}. O(runs of its ends + windows). */
  long arcPeople(int arc) {
    int u = problem.tail(arc);
    int w = problem.head(arc);
    if (problem.isSink(u)) return 0;
    int transit = problem.transit(arc);
    if (problem.isSink(w)) return outside(arc, u, 0, (long) step + 1 - transit);
    int[] inside = runs[w];
    long people = 0;
    for (int i = 0; inside != null && i < inside.length; i += 2) {
      long end = Math.min(inside[i + 1], problem.horizon() + 1L) - transit;
      people = Certificate.sum(people, outside(arc, u, Math.max(0L, (long) inside[i] - transit), end));
    }
    return people;
  }

  /** People who may enter {@code arc} at those steps of [from, end) at which {@code u} is not on the sink side. */
  private long outside(int arc, int u, long from, long end) {
    int[] inside = runs[u];
    long people = 0;
    long at = from;
    for (int i = 0; inside != null && i < inside.length && at < end; i += 2) {
      if (inside[i] > at) people = Certificate.sum(people, problem.capacityIn(arc, (int) at, (int) Math.min(end, inside[i])));
      at = Math.max(at, inside[i + 1]);
    }
    return at < end ? Certificate.sum(people, problem.capacityIn(arc, (int) at, (int) end)) : people;
  }

  /** What waiting at {@code node} lets into the sink side, people: the sum of its {@link #storageTerms}. */
  long storagePeople(int node) {
    if (runs[node] == null || problem.storage(node) == 0) return 0;
    long people = 0;
    for (int i = 0; i < runs[node].length; i += 2) {
      int first = runs[node][i];
      if (first == 0 || first > problem.horizon()) continue;
      people = Certificate.sum(people, problem.storage(node) == FlowProblem.UNLIMITED ? Long.MAX_VALUE : problem.storage(node));
    }
    return people;
  }

  /** The people of the problem's {@code i}-th release if its home opens into the sink side, otherwise 0. */
  long homePeople(int i) {
    return lastInside(problem.releaseNode[i]) >= problem.releaseStep[i] ? problem.releasePeople[i] : 0;
  }

  /** Whether the same steps of {@code node} are on the sink side there. */
  boolean sameSide(int node, CutOverTime other) {
    return step == other.step && (runs[node] == other.runs[node] || Arrays.equals(runs[node], other.runs[node]));
  }

  /** The waiting places that make up the cut; one of unlimited storage makes the cut worthless and shows as {@link Long#MAX_VALUE}. */
  public List<StorageTerm> storageTerms() {
    List<StorageTerm> terms = new ArrayList<>();
    for (int v = 0; v < problem.nodes(); v++) {
      if (runs[v] == null || problem.storage(v) == 0) continue;
      for (int i = 0; i < runs[v].length; i += 2) {
        int first = runs[v][i];
        if (first == 0 || first > problem.horizon()) continue;
        boolean unlimited = problem.storage(v) == FlowProblem.UNLIMITED;
        terms.add(new StorageTerm(v, first - 1, unlimited ? Long.MAX_VALUE : problem.storage(v)));
      }
    }
    return List.copyOf(terms);
  }

  /** The homes that make up the cut. */
  public List<SupplyTerm> supplyTerms() {
    List<SupplyTerm> terms = new ArrayList<>();
    for (int i = 0; i < problem.releaseNode.length; i++) {
      int v = problem.releaseNode[i];
      if (lastInside(v) >= problem.releaseStep[i]) {
        terms.add(new SupplyTerm(v, problem.releaseStep[i], problem.releasePeople[i]));
      }
    }
    return List.copyOf(terms);
  }
}
