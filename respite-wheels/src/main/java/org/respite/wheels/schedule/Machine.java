// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.respite.wheels.problem.Calendar;

/**
 * Alike machines side by side, the vehicles of a fleet or the servers of a post, and what one of them can do in its time. From that come the rows
 * of the relaxation: at first its seconds, also counted in whole pieces as nothing is half done (the rounding of Chvatal and Gomory); then, for
 * whatever the pieces are worth to the relaxation, the most that one machine can do, one piece after the other, by dynamic programming over its
 * day. Such a row is what column generation over day plans would find (Dantzig and Wolfe 1960), written as a cut.
 *
 * <p>The day is cut into at most {@link #STEPS} steps; a machine counts as free at the begin of the step in which it is, so what comes out is never
 * too small. O(steps x pieces) a row.
 */
final class Machine {
  private static final int STEPS = 6_000;
  private static final int[] ROUND_S = {1, 2, 3, 5, 6, 10, 12, 15, 20, 30, 60, 120, 300, 600, 1_800, 3_600};
  private static final int PARTS = 6;

  private final String name;
  private final List<Piece> pieces;
  private final Map<Calendar, Integer> machines;
  private final int step;
  private final int[][] next;
  private final double[] most;

  /** A kind of work: type of trip, seconds of the machine, and when it is free again that could begin it from a second on; never if it cannot. */
  record Piece(int type, int seconds, java.util.function.IntUnaryOperator freeAgain) {}

  /** A limit on trips, by type. */
  record Row(double[] trips, double limit) {}

  /** @param machines how many are open when; the stretches hold all work of the pieces */
  Machine(String name, List<Piece> pieces, Map<Calendar, Integer> machines) {
    this.name = name;
    this.pieces = List.copyOf(pieces);
    this.machines = machines;
    int end = machines.keySet().stream().mapToInt(Calendar::end).max().orElse(0);
    this.step = step(end);
    int steps = end / step + 2;
    this.most = new double[steps + 1];
    this.next = new int[pieces.size()][];
  }

  String name() {
    return name;
  }

  /** The shortest round step of which the day holds not too many; none longer than the shortest piece, or a step would hold a whole one. */
  private int step(int end) {
    int wanted = Arrays.stream(ROUND_S).filter(s -> end / s <= STEPS).findFirst().orElse(ROUND_S[ROUND_S.length - 1]);
    return Math.max(1, Math.min(wanted, pieces.stream().mapToInt(Piece::seconds).min().orElse(1)));
  }

  private int[] next(int p) {
    if (next[p] == null) {
      next[p] = new int[most.length - 1];
      for (int s = 0; s < next[p].length; s++) {
        int free = pieces.get(p).freeAgain().applyAsInt(s * step);
        next[p][s] = free == Calendar.NEVER ? -1 : Math.min(most.length - 1, free / step);
      }
    }
    return next[p];
  }

  /** What all machines together can do at most where a trip of each type is worth so much: a row that every plan keeps. */
  Row sequence(double[] worth) {
    Arrays.fill(most, 0);
    int[][] free = IntStream.range(0, pieces.size()).mapToObj(this::next).toArray(int[][]::new);
    for (int s = most.length - 2; s >= 0; s--) {
      double best = most[s + 1];
      for (int p = 0; p < free.length; p++) {
        if (free[p][s] > s) best = Math.max(best, worth[pieces.get(p).type()] + most[free[p][s]]);
      }
      most[s] = best;
    }
    double limit = 0;
    for (var m : machines.entrySet()) limit += m.getKey().isEmpty() ? 0 : m.getValue() * most[Math.min(most.length - 1, m.getKey().from(0) / step)];
    double[] row = new double[worth.length];
    for (Piece p : pieces) row[p.type()] = worth[p.type()];
    return new Row(row, limit);
  }

  /** Its seconds; and counted in whole pieces of any length: as long as each kind of work, and such that one, two, ... go in once less. */
  List<Row> seconds(int types) {
    TreeSet<Integer> lengths = new TreeSet<>(List.of(1));
    for (Piece p : pieces) lengths.add(p.seconds());
    int longest = machines.keySet().stream().mapToInt(c -> IntStream.range(0, c.count()).map(i -> c.to(i) - c.from(i)).max().orElse(0)).max().orElse(0);
    for (int k = 2; k <= PARTS; k++) lengths.add(longest / k + 1);
    List<Row> rows = new ArrayList<>();
    for (int length : lengths) {
      double[] row = new double[types];
      for (Piece p : pieces) row[p.type()] += p.seconds() / length;
      double limit = 0;
      for (var m : machines.entrySet()) limit += (double) m.getValue() * whole(m.getKey(), length);
      if (Arrays.stream(row).anyMatch(x -> x > 0)) rows.add(new Row(row, limit));
    }
    return rows;
  }

  private static long whole(Calendar c, int piece) {
    return IntStream.range(0, c.count()).mapToLong(i -> (c.to(i) - c.from(i)) / piece).sum();
  }
}
