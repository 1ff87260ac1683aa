// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.CumulativeConstraint;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.TripType;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Scheduler;

/** Ten small instances against CP-SAT to proved optimality, under the same rules (no waiting inside); the gaps go to bench/logs/wheels.txt. */
class OptimumBench {
  private static final double SECONDS = 120;

  @BeforeAll
  static void load() {
    Loader.loadNativeLibraries();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void againstTheOptimum(long seed) {
    SplittableRandom r = new SplittableRandom(seed);
    int window = 150 + r.nextInt(150);
    int trucks = 2 + r.nextInt(4);
    Lanes l = Lanes.window(window).trucks(trucks);
    for (int i = 0; i < 2; i++) l.lane(r.nextInt(30), 1 + r.nextInt(2), 4 + r.nextInt(16), 6 + r.nextInt(20), 1 + r.nextInt(2), 10 + r.nextInt(30));
    Problem p = l.problem();
    Schedule s = Scheduler.schedule(p, Scheduler.Effort.THOROUGH);
    CpSolver solver = new CpSolver();
    solver.getParameters().setMaxTimeInSeconds(SECONDS).setNumWorkers(2);
    Model model = new Model(p, trucks, window * 60);
    CpSolverStatus status = solver.solve(model.cp);
    long best = Math.round(solver.objectiveValue());
    System.out.printf("seed %d: %d trucks, %d min: ours %d trips, CP-SAT %d (%s, %.1f s), our bound %.2f%n", seed, trucks, window, s.trips().size(), best, status, solver.wallTime(), s.bound().value() / 20);
    assertThat(status).isEqualTo(CpSolverStatus.OPTIMAL);
    assertThat(s.bound().value() / 20).isGreaterThanOrEqualTo(best - 1e-6);
    assertThat(s.trips().size()).isLessThanOrEqualTo((int) best);
  }

  /** Trips by vehicle and turn; each goes one way or not at all. */
  private static final class Model {
    final CpModel cp = new CpModel();
    private final Problem p;
    private final int end;
    private final CumulativeConstraint[] servers;
    private final LinearExprBuilder trips = LinearExpr.newBuilder();

    Model(Problem p, int trucks, int end) {
      this.p = p;
      this.end = end;
      servers = new CumulativeConstraint[p.servers().size()];
      for (int i = 0; i < servers.length; i++) servers[i] = cp.addCumulative(p.servers().get(i).count());
      int shortest = p.types().stream().mapToInt(TripType::length).min().orElseThrow();
      IntVar before = null;
      for (int v = 0; v < trucks; v++) {
        IntVar first = vehicle(end / shortest);
        if (before != null) cp.addLessOrEqual(before, first);
        before = first;
      }
      cp.maximize(trips);
    }

    private IntVar vehicle(int turns) {
      IntVar free = null;
      BoolVar went = null;
      IntVar first = null;
      for (int k = 0; k < turns; k++) {
        IntVar out = cp.newIntVar(0, end, "out");
        IntVar back = cp.newIntVar(0, end, "back");
        IntVar through = cp.newIntVar(0, end, "through");
        BoolVar goes = cp.newBoolVar("goes");
        LinearExprBuilder ways = LinearExpr.newBuilder();
        for (TripType t : p.types()) ways.add(way(t, out, back, through));
        cp.addEquality(ways, goes);
        trips.add(goes);
        if (free != null) {
          cp.addGreaterOrEqual(out, free);
          cp.addImplication(goes, went);
        } else {
          first = out;
        }
        free = through;
        went = goes;
      }
      return first;
    }

    private BoolVar way(TripType t, IntVar out, IntVar back, IntVar through) {
      BoolVar takes = cp.newBoolVar(t.id());
      int offset = 0;
      for (Stage s : t.stages()) {
        if (s.mayWait()) break;
        if (s.resource() != Stage.NONE) {
          servers[s.resource()].addDemand(cp.newOptionalFixedSizeIntervalVar(LinearExpr.affine(out, 1, offset), s.seconds(), takes, "at"), 1);
        }
        offset += s.seconds();
      }
      cp.addGreaterOrEqual(out, t.release()).onlyEnforceIf(takes);
      cp.addGreaterOrEqual(back, LinearExpr.affine(out, 1, offset)).onlyEnforceIf(takes);
      cp.addEquality(through, LinearExpr.affine(back, 1, t.stages().getLast().seconds())).onlyEnforceIf(takes);
      return takes;
    }
  }
}
