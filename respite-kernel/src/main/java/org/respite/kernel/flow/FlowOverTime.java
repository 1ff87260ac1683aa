// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import java.util.Arrays;

/**
 * Who enters which arc when. This is the whole of a flow: waiting and departures follow from it (a node holds what has
 * come and not yet gone). Immutable; memory 4 bytes x (horizon + 1) per arc that carries anybody at all.
 */
public final class FlowOverTime {
  private final int steps;
  /** Per arc: people entering at each step 0..horizon, or null where nobody ever does. */
  private final int[][] entering;

  private FlowOverTime(int steps, int[][] entering) {
    this.steps = steps;
    this.entering = entering;
  }

  /** Takes the rows as they are, without copying: the caller gives them up. */
  static FlowOverTime owning(int steps, int[][] entering) {
    return new FlowOverTime(steps, entering);
  }

  /**
   * A flow of somebody else's making, to be checked: {@code entering[arc][step]} people, a null row for an unused arc.
   * Nothing is assumed of the numbers; {@link Certificate#violations} says what is wrong with them.
   */
  public static FlowOverTime of(FlowProblem problem, int[][] entering) {
    if (entering.length != problem.arcs()) {
      throw new IllegalArgumentException("rows must be " + problem.arcs() + ", one per arc, got " + entering.length);
    }
    int[][] rows = new int[entering.length][];
    for (int arc = 0; arc < rows.length; arc++) {
      if (entering[arc] == null) continue;
      if (entering[arc].length != problem.horizon() + 1) {
        throw new IllegalArgumentException("row of arc " + arc + " must have " + (problem.horizon() + 1)
            + " steps, got " + entering[arc].length);
      }
      rows[arc] = entering[arc].clone();
    }
    return new FlowOverTime(problem.horizon() + 1, rows);
  }

  /** The same flow where there are as many arcs or more, of which the last are not used. */
  FlowOverTime withArcs(int arcs) {
    return arcs == entering.length ? this : new FlowOverTime(steps, Arrays.copyOf(entering, arcs));
  }

  public int arcs() {
    return entering.length;
  }

  /** People entering {@code arc} at {@code step}. */
  public int entering(int arc, int step) {
    int[] row = entering[arc];
    return row == null ? 0 : row[step];
  }

  /** People entering {@code arc} at each step 0..horizon; a new array. */
  public int[] entering(int arc) {
    return entering[arc] == null ? new int[steps] : entering[arc].clone();
  }

  /** Whether anybody ever enters {@code arc}. */
  public boolean uses(int arc) {
    return entering[arc] != null;
  }

  /** The row itself, never to be written; null where nobody ever enters. */
  int[] row(int arc) {
    return entering[arc];
  }

  /** Calls {@code visitor} for every arc and step somebody enters at, by arc, then step. */
  public void forEach(Visitor visitor) {
    for (int arc = 0; arc < entering.length; arc++) {
      int[] row = entering[arc];
      if (row == null) continue;
      for (int step = 0; step < row.length; step++) {
        if (row[step] != 0) visitor.visit(arc, step, row[step]);
      }
    }
  }

  /** Receives the entries of a flow that are not zero. */
  @FunctionalInterface
  public interface Visitor {
    void visit(int arc, int step, int people);
  }
}
