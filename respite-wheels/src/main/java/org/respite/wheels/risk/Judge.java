// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.replay.Outcome;
import org.respite.wheels.replay.Replay;
import org.respite.wheels.schedule.Schedule;

/** Plays a schedule in every drawn world. */
public final class Judge {
  private static final double LOW = 0.05;

  private final Schedule schedule;
  private final int[] caught;
  private final int[][] where;

  private Judge(Schedule schedule) {
    this.schedule = schedule;
    this.caught = new int[schedule.trips().size()];
    this.where = schedule.trips().stream().map(t -> new int[t.type().count() + 1]).toArray(int[][]::new);
  }

  /**
   * @param margin seconds by which the drivers' cards are set earlier than the plan's turn-back times
   * @param worlds drawn; stages, fleets and servers in the order of the plan
   * @param seed of what becomes of missions
   */
  public static Judgement judge(Schedule s, int margin, List<Problem> worlds, long seed) {
    return new Judge(s).judge(margin, worlds, seed);
  }

  private Judgement judge(int margin, List<Problem> worlds, long seed) {
    Replay replay = new Replay(schedule, margin);
    Missions missions = new Missions(schedule, seed);
    int draws = schedule.trips().isEmpty() ? 0 : worlds.size();
    double[] values = new double[draws];
    int allOut = 0;
    long turned = 0;
    long noBed = 0;
    for (int d = 0; d < draws; d++) {
      Outcome o = replay.run(worlds.get(d), Replay.Law.AS_GIVEN, missions.draw(d, worlds.get(d)));
      values[d] = o.value();
      turned += o.count(Replay.Fate.TURNED_BACK) + o.count(Replay.Fate.NOT_SENT);
      noBed += o.count(Replay.Fate.NO_BED);
      if (o.count(Replay.Fate.CAUGHT) == 0) allOut++;
      count(o);
    }
    double mean = Arrays.stream(values).average().orElse(0);
    Arrays.sort(values);
    double low = draws == 0 ? 0 : values[(int) Math.max(0, Math.ceil(LOW * draws) - 1)];
    double high = draws == 0 ? 0 : values[draws - (int) Math.max(1, Math.ceil(LOW * draws))];
    double share = draws == 0 ? 1 : allOut / (double) draws;
    return new Judgement(draws, share, mean, low, high, mean(noBed, draws), mean(turned, draws), shares(draws), most());
  }

  private static double mean(long sum, int draws) {
    return draws == 0 ? 0 : sum / (double) draws;
  }

  private void count(Outcome o) {
    for (int i = 0; i < caught.length; i++) {
      if (o.fate(i) != Replay.Fate.CAUGHT) continue;
      caught[i]++;
      where[i][o.stoodAt(i)]++;
    }
  }

  private List<Double> shares(int draws) {
    return Arrays.stream(caught).mapToObj(c -> draws == 0 ? 0.0 : c / (double) draws).toList();
  }

  /** The stage at which each stood most often when caught. */
  private List<Integer> most() {
    List<Integer> all = new ArrayList<>();
    for (int[] w : where) all.add(IntStream.range(0, w.length).filter(i -> w[i] > 0).boxed().max(java.util.Comparator.comparingInt(i -> w[i])).orElse(-1));
    return all;
  }
}
