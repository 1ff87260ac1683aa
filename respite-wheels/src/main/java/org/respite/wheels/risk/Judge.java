// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.replay.Outcome;
import org.respite.wheels.replay.Replay;
import org.respite.wheels.schedule.Schedule;

/** Plays a schedule in every drawn world. */
public final class Judge {
  private static final double LOW = 0.05;

  private Judge() {}

  /**
   * @param world of a draw; stages, fleets and servers in the order of the plan
   * @param called which trips are refused or called off in a draw
   */
  public static Judgement judge(Schedule s, int draws, IntFunction<Problem> world, IntFunction<boolean[]> called) {
    Replay replay = new Replay(s);
    int n = s.trips().size();
    int[] caught = new int[n];
    int[][] where = s.trips().stream().map(t -> new int[t.type().count() + 1]).toArray(int[][]::new);
    double[] values = new double[draws];
    int allOut = 0;
    long turned = 0;
    for (int d = 0; d < draws; d++) {
      Outcome o = replay.run(world.apply(d), Replay.Law.AS_GIVEN, called.apply(d));
      values[d] = o.value();
      turned += o.count(Replay.Fate.TURNED_BACK) + o.count(Replay.Fate.NOT_SENT);
      if (o.count(Replay.Fate.CAUGHT) == 0) allOut++;
      for (int i = 0; i < n; i++) {
        if (o.fate(i) != Replay.Fate.CAUGHT) continue;
        caught[i]++;
        where[i][o.stoodAt(i)]++;
      }
    }
    double mean = Arrays.stream(values).average().orElse(0);
    Arrays.sort(values);
    double low = draws == 0 ? 0 : values[(int) Math.max(0, Math.ceil(LOW * draws) - 1)];
    return new Judgement(draws, allOut / (double) draws, mean, low, turned / (double) draws, shares(caught, draws), most(where));
  }

  /** No trip is called off. */
  public static boolean[] none(Schedule s) {
    return new boolean[s.trips().size()];
  }

  private static List<Double> shares(int[] counts, int draws) {
    return Arrays.stream(counts).mapToObj(c -> c / (double) draws).toList();
  }

  private static List<Integer> most(int[][] where) {
    List<Integer> all = new ArrayList<>();
    for (int[] w : where) {
      int best = -1;
      for (int i = 0; i < w.length; i++) if (w[i] > 0 && (best < 0 || w[i] > w[best])) best = i;
      all.add(best);
    }
    return all;
  }
}
