// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

/**
 * The flow as it grows, and what may still change of it. A change of one number is a <em>move</em>, an int that packs a
 * kind and an arc, node or home; together with a step it says which number grows or shrinks.
 */
final class ResidualFlow {
  /** More people enter an arc. */
  static final int ENTER = 0;
  /** Fewer people enter an arc. */
  static final int UNENTER = 1;
  /** More people wait at a node from the step to the next. */
  static final int WAIT = 2;
  /** Fewer people wait there. */
  static final int UNWAIT = 3;
  /** More people leave a home at the step. */
  static final int DEPART = 4;
  /** Fewer people leave it then. */
  static final int UNDEPART = 5;

  private static final int KIND_BITS = 3;
  private static final int KIND = (1 << KIND_BITS) - 1;
  /** Arcs, nodes and releases must fit beside the kind. */
  static final int MOST_ITEMS = 1 << (31 - KIND_BITS);

  private final FlowProblem problem;
  private final int steps;
  private final int[] capacity;
  private final int[][] capacityRow;
  /** People entering each arc at each step, rows made at first use. */
  final int[][] entering;
  /** People waiting at each node from the step to the next, made at first use. */
  final StepCounts[] waiting;
  /** People leaving each home at each step, made at first use. */
  final StepCounts[] departing;
  /** People still at home, by release. */
  final long[] atHome;

  ResidualFlow(TimedNetwork network) {
    problem = network.problem;
    steps = network.steps;
    capacity = problem.capacity;
    capacityRow = network.capacityRow;
    entering = new int[problem.arcs()][];
    waiting = new StepCounts[problem.nodes];
    departing = new StepCounts[problem.releaseNode.length];
    atHome = problem.releasePeople.clone();
  }

  static int kind(int move) {
    return move & KIND;
  }

  static int item(int move) {
    return move >>> KIND_BITS;
  }

  static int move(int kind, int item) {
    return item << KIND_BITS | kind;
  }

  int free(int arc, int step) {
    int[] caps = capacityRow[arc];
    int most = caps == null ? capacity[arc] : caps[step];
    int[] row = entering[arc];
    return row == null ? most : most - row[step];
  }

  int used(int arc, int step) {
    int[] row = entering[arc];
    return row == null ? 0 : row[step];
  }

  long waiting(int node, int step) {
    StepCounts counts = waiting[node];
    return counts == null ? 0 : counts.get(step);
  }

  long roomToWait(int node, int step) {
    int most = problem.storage[node];
    return most == FlowProblem.UNLIMITED ? Long.MAX_VALUE : most - waiting(node, step);
  }

  long departing(int home, int step) {
    StepCounts counts = departing[home];
    return counts == null ? 0 : counts.get(step);
  }

  /** A home at node {@code v} that still holds people who may have left by {@code step}; -1 without one, or where v is none. */
  int homeWithPeople(TimedNetwork network, int v, int step) {
    if (v < 0) return -1;
    for (int home = network.homeStart[v]; home < network.homeStart[v + 1]; home++) {
      if (atHome[home] > 0 && problem.releaseStep[home] <= step) return home;
    }
    return -1;
  }

  /** How far the move can go at the step, people. */
  long room(int move, int step) {
    int item = move >>> KIND_BITS;
    return switch (move & KIND) {
      case ENTER -> step + (long) problem.transit[item] < steps ? free(item, step) : 0;
      case UNENTER -> used(item, step);
      case WAIT -> step + 1 < steps ? roomToWait(item, step) : 0;
      case UNWAIT -> waiting(item, step);
      case DEPART -> step >= problem.releaseStep[item] ? Long.MAX_VALUE : 0;
      default -> departing(item, step);
    };
  }

  /** Lets so many people more (fewer if negative) enter the arc at the step. */
  void enter(int arc, int step, int people) {
    row(arc)[step] += people;
  }

  /** Makes the move by so many people, which must be at most its {@link #room}. */
  void make(int move, int step, long people) {
    int item = move >>> KIND_BITS;
    switch (move & KIND) {
      case ENTER -> row(item)[step] += (int) people;
      case UNENTER -> entering[item][step] -= (int) people;
      case WAIT -> add(waiting, item, step, people);
      case UNWAIT -> add(waiting, item, step, -people);
      case DEPART -> add(departing, item, step, people);
      default -> add(departing, item, step, -people);
    }
  }

  private int[] row(int arc) {
    int[] row = entering[arc];
    if (row == null) {
      row = new int[steps];
      entering[arc] = row;
    }
    return row;
  }

  private static void add(StepCounts[] counts, int item, int step, long people) {
    if (counts[item] == null) counts[item] = new StepCounts();
    counts[item].add(step, people);
  }
}
