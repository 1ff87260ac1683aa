// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.respite.kernel.flow.ArrivalFlow;
import org.respite.kernel.flow.Certificate;
import org.respite.kernel.flow.EarliestArrival;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.flow.Proof;

/**
 * The quickest transshipment (Hoppe and Tardos 2000): the smallest step by which a given number of people can be out. With
 * one common sink side it is read off the arrival curve, so it costs an earliest-arrival flow to that step and no
 * submodular minimisation. The flow shows that the step is enough; a cut over time one step earlier shows that no earlier
 * step is.
 *
 * <p>The horizon is found by doubling from a step before which the gates alone let too few through, so what lies far beyond
 * the answer costs neither time nor memory.
 */
public final class Quickest {
  /** Each horizon is so many times the one before: all that failed together cost no more than the last. */
  private static final int GROWTH = 2;

  private Quickest() {}

  /** What was found; {@code problem} is the one solved, which ends soon after the step, and {@code solved} its flow. */
  public sealed interface Answer {
    /** People asked for. */
    long people();

    FlowProblem problem();

    ArrivalFlow solved();

    /**
     * Checks flow and cuts: when this holds, {@code proof().steps()} shows the cut one step too early below {@link #people}
     * and the flow at the step at or above it, or, for {@link Never}, the cut at the last step below it.
     */
    Proof proof();
  }

  /** All of {@code people} can be out by {@code step} and not by the step before. */
  public record By(int step, long people, FlowProblem problem, ArrivalFlow solved) implements Answer {
    @Override
    public Proof proof() {
      return step == 0 ? Certificate.prove(problem, solved, 0) : Certificate.prove(problem, solved, step - 1, step);
    }
  }

  /** Even by the last step at most {@code most} of {@code people} can be out. */
  public record Never(long most, long people, FlowProblem problem, ArrivalFlow solved) implements Answer {
    @Override
    public Proof proof() {
      return Certificate.prove(problem, solved, problem.horizon());
    }
  }

  /** The smallest number of people that is at least {@code share} (0 to 1) of all who start anywhere. */
  public static long people(FlowProblem p, BigDecimal share) {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("share must be in [0, 1], got " + share.toPlainString());
    }
    return share.multiply(BigDecimal.valueOf(p.totalSupply())).setScale(0, RoundingMode.CEILING).longValueExact();
  }

  /** The smallest step by which everybody can be out. */
  public static Answer everybody(FlowProblem p) {
    return of(p, p.totalSupply());
  }

  /** The smallest step by which {@code people}, 0 to all who start anywhere, can be out. */
  public static Answer of(FlowProblem p, long people) {
    if (people < 0 || people > p.totalSupply()) {
      throw new IllegalArgumentException("people must be in [0, " + p.totalSupply() + "], got " + people);
    }
    long horizon = Math.max(16, noSoonerThan(p, people) + 1L);
    while (true) {
      horizon = Math.min(p.horizon(), horizon + horizon / 4);
      FlowProblem near = p.until((int) horizon);
      ArrivalFlow solved = EarliestArrival.solve(near);
      long[] arrived = solved.arrived();
      if (arrived[(int) horizon] >= people) return new By(firstWith(arrived, people), people, near, solved);
      if (horizon == p.horizon()) return new Never(arrived[(int) horizon], people, near, solved);
      horizon *= GROWTH;
    }
  }

  private static int firstWith(long[] arrived, long people) {
    int t = 0;
    while (arrived[t] < people) t++;
    return t;
  }

  /** A step before which even a crowd that stands at the gates from the start is not through; floating point, so a hint only. */
  private static int noSoonerThan(FlowProblem p, long people) {
    double[] through = new double[p.horizon() + 1];
    for (int a = 0; a < p.arcs(); a++) {
      if (!p.isSink(p.head(a)) || p.isSink(p.tail(a)) || p.transit(a) > p.horizon()) continue;
      int[] row = p.changesCapacity(a) ? p.capacities(a) : null;
      int constant = row == null ? p.capacityAt(a, 0) : 0;
      for (int t = p.transit(a); t < through.length; t++) through[t] += row == null ? constant : row[t - p.transit(a)];
    }
    double sum = 0;
    for (int t = 0; t < through.length; t++) {
      sum += through[t];
      if (sum >= people) return t;
    }
    return p.horizon();
  }
}
