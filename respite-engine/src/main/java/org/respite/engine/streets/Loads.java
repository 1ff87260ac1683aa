// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.respite.model.scenario.Mode;

/**
 * How many people are on every street in every minute when everybody takes the shortest way and sets out so as to arrive when expected.
 * Whoever goes to one target by one street passes it the same time before arriving: the load of a street is the sum of what arrives from
 * behind it, moved back by that time.
 */
public final class Loads {
  private final Routing routing;
  private final int minutes;
  /** Amounts per arc and minute; null where nobody walks. */
  private final float[][] onArc;

  /** @param minutes of the clock that are kept: passages from 0 to this, exclusive */
  public Loads(Routing routing, int minutes) {
    this.routing = routing;
    this.minutes = minutes;
    this.onArc = new float[2 * routing.plan().graph.links()][];
  }

  /**
   * Adds those who walk to a target from home.
   *
   * @param arriving amounts per cell and minute of arrival; null where nobody leaves
   */
  public void addFromCells(Mode mode, int target, double metresPerMinute, double[][] arriving) {
    double[][] through = new double[routing.plan().graph.nodes()][];
    Cells cells = routing.cells();
    Homes homes = routing.plan().homes;
    for (int c = 0; c < arriving.length; c++) {
      if (arriving[c] == null) continue;
      for (int v : cells.homes(c)) through[v] = plus(through[v], arriving[c], homes.share(v) / cells.share(c));
    }
    carry(mode, target, metresPerMinute, through);
  }

  /** Adds those who walk to a target from a street singled out; see {@link #addFromCells}. */
  public void addAlong(Mode mode, int street, int target, double metresPerMinute, double[] arriving) {
    double[][] through = new double[routing.plan().graph.nodes()][];
    int arc = routing.singled()[street];
    through[routing.plan().graph.head(arc)] = arriving.clone();
    carry(mode, target, metresPerMinute, through);
  }

  /** From the farthest node to the nearest, each hands on to the next of its way. */
  private void carry(Mode mode, int target, double metresPerMinute, double[][] through) {
    Ways ways = routing.ways(mode, target);
    int beyond = target < routing.plan().entries.size() ? routing.plan().entryMm[target] : 0;
    for (int i = ways.order().length - 1; i > 0; i--) {
      int v = ways.order()[i];
      if (through[v] == null) continue;
      int arc = ways.next()[v];
      int head = routing.plan().graph.head(arc);
      int back = (int) Math.ceil((ways.cost()[v] + beyond) / 1_000.0 / metresPerMinute - 1e-9);
      if (onArc[arc] == null) onArc[arc] = new float[minutes];
      float[] row = onArc[arc];
      double[] flow = through[v];
      for (int m = Math.max(0, back); m < flow.length; m++) row[m - back] += (float) flow[m];
      through[head] = plus(through[head], flow, 1);
      through[v] = null;
    }
  }

  private static double[] plus(double[] sum, double[] row, double times) {
    double[] into = sum == null ? new double[row.length] : sum;
    for (int m = 0; m < row.length; m++) into[m] += row[m] * times;
    return into;
  }

  /** The largest amount in any minute; 0 where nobody walks. */
  public double most(int arc) {
    double most = 0;
    if (onArc[arc] != null) for (float f : onArc[arc]) most = Math.max(most, f);
    return most;
  }

  /** All that enter the arc over the whole time. */
  public double total(int arc) {
    double sum = 0;
    if (onArc[arc] != null) for (float f : onArc[arc]) sum += f;
    return sum;
  }

  /**
   * Arcs that would have to take more than they can in some minute.
   *
   * @param everyOne or only those behind which the way takes no more than it can
   */
  public List<Integer> overloaded(IntToDoubleFunction capacity, boolean everyOne) {
    StreetGraph graph = routing.plan().graph;
    boolean[] over = new boolean[onArc.length];
    for (int arc = 0; arc < onArc.length; arc++) over[arc] = onArc[arc] != null && most(arc) > capacity.applyAsDouble(arc) * (1 + 1e-5) + 1e-3;
    List<Integer> last = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    for (int arc = 0; arc < over.length; arc++) {
      if (!over[arc]) continue;
      all.add(arc);
      boolean goesOn = false;
      int head = graph.head(arc);
      for (int i = graph.firstArc(head); i < graph.firstArc(head + 1); i++) goesOn |= over[graph.arcOut(i)] && graph.arcOut(i) != (arc ^ 1);
      if (!goesOn) last.add(arc);
    }
    return everyOne || last.isEmpty() ? all : last;
  }
}
