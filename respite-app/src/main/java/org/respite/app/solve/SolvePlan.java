// SPDX-License-Identifier: Apache-2.0
package org.respite.app.solve;

import java.util.List;
import java.util.Locale;
import org.respite.app.solve.SolveCommand.Solved;
import org.respite.kernel.flow.Change;
import org.respite.kernel.flow.Departures;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.plan.Marginals;
import org.respite.kernel.plan.Platoons;

/**
 * Departures smoothed into platoons.
 *
 * @param out people out by the last step, counted from the checked flow
 * @param loss how many fewer that is than the optimum
 */
record SolvePlan(List<Platoons.Platoon> platoons, long out, long loss, int period, int departures) {
  static SolvePlan of(Solved s, int period, int ways) {
    FlowProblem near = s.problem().until(s.last());
    List<Departures.Departure> best = SolveOutput.plan(s);
    Platoons told = Platoons.of(near, best, new Platoons.Rules(period, ways));
    if (!told.violations().isEmpty()) throw new IllegalStateException("platoons break rules: " + told.violations());
    return new SolvePlan(told.all(), told.out(), told.loss(), period, best.size());
  }

  String sentence() {
    return String.format(Locale.ROOT, "%,d platoons of up to %,d steps instead of %,d departures: %,d people are out by the last step, %,d fewer than could be",
        platoons.size(), period, departures, out, loss);
  }

  /** One kind of change in one word each, with what tells it apart: kind, arc, first step, end, by how much; arcs from 1. */
  record Told(String change, int arc, int from, int to, int by) {
    static Told of(Change change, FlowProblem p) {
      int end = p.horizon() + 1;
      if (change instanceof Change.Busier busy) return new Told("capacity", busy.arc() + 1, 0, end, busy.more());
      if (change instanceof Change.Twin twin) return new Told("second_gate", twin.arc() + 1, 0, end, 0);
      if (change instanceof Change.Open open) return new Told("window", open.arc() + 1, open.from(), open.to(), open.capacity());
      throw new IllegalStateException("not told: " + change);
    }

    static Told of(Marginals.Gain gain, FlowProblem p) {
      return of(gain.change(), p);
    }
  }
}
