// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.risk.Judge;
import org.respite.wheels.risk.Judgement;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Scheduler;

/** Times the schedule and the replay of 1,000 draws at the promised size; run as bench/logs/wheels.txt says. */
final class BigDayBench {
  private static final int DRAWS = 1_000;

  private BigDayBench() {}

  /** Builds, first seed, last seed. */
  public static void main(String[] args) {
    int builds = Integer.parseInt(args[0]);
    for (long seed = Long.parseLong(args[1]); seed <= Long.parseLong(args[2]); seed++) {
      long s = seed;
      run("200 trucks", seed, builds, scale -> BigDay.trucks(s, scale));
      run("60 buses, 30 ambulances", seed, builds, scale -> BigDay.people(s, scale));
    }
  }

  private static void run(String what, long seed, int builds, DoubleFunction<Problem> problem) {
    double cpu = cpu();
    long wall = System.nanoTime();
    Schedule s = Scheduler.schedule(problem.apply(1), new Scheduler.Effort(builds, 11));
    double scheduled = (System.nanoTime() - wall) / 1e9;
    double scheduledCpu = cpu() - cpu;
    List<Problem> worlds = IntStream.range(0, DRAWS).mapToObj(d -> problem.apply(0.8 + 0.0005 * d)).toList();
    cpu = cpu();
    wall = System.nanoTime();
    Judgement j = Judge.judge(s, 0, worlds, 7);
    System.out.printf(
        "%-24s seed %d: %4d trips, gap %.2f %% (open %.2f %%), schedule %.2f s (cpu %.2f), replay of %d draws %.2f s (cpu %.2f), all out %.3f, bound by %s%n",
        what, seed, s.trips().size(), 100 * s.gap(), 100 * s.openGap(), scheduled, scheduledCpu, DRAWS, (System.nanoTime() - wall) / 1e9, cpu() - cpu, j.allOut(), s.bound().binding().stream().limit(3).toList());
  }

  private static double cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9; // of all threads, the compiler's among them
  }
}
