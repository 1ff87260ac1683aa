// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.TripType;

/** What a build aims at, by type of trip: how many are wanted, and a handicap in seconds on each one's turn. */
final class Aim {
  private static final double[] SPREAD_S = {60, 600, 3_600};

  /** Hours by which the trip that carries least stands back behind the one that carries most. */
  private static final double[] FAVOUR_H = {0, 1, 4, 24};

  final double[] wanted;
  final double[] handicap;

  private Aim(double[] wanted, double[] handicap) {
    this.wanted = wanted;
    this.handicap = handicap;
  }

  /** Where to begin: the relaxation's numbers, and none but the clock, each with less and more favour for what carries most. */
  static List<Aim> first(Problem problem, Bound bound, Loader loader) {
    loader.reset();
    double[] worth = IntStream.range(0, problem.types().size()).mapToDouble(j -> loader.value(loader.fill(j))).toArray();
    double most = Math.max(1e-9, Arrays.stream(worth).max().orElse(1));
    double[] relaxed = wanted(bound.trips());
    double[] coarse = wanted(bound.coarse());
    List<Aim> all = new ArrayList<>();
    List<Aim> more = new ArrayList<>();
    for (double hours : FAVOUR_H) {
      double[] handicap = Arrays.stream(worth).map(w -> hours * 3_600 * (1 - w / most)).toArray();
      all.add(new Aim(relaxed, handicap));
      if (hours > 0) all.add(new Aim(new double[relaxed.length], handicap));
      more.add(new Aim(coarse, handicap));
    }
    all.addAll(more);
    return all;
  }

  private static double[] wanted(List<Double> trips) {
    return trips.stream().mapToDouble(x -> x - 1e-6).toArray();
  }

  Aim changed(Problem problem, SplittableRandom random) {
    Aim next = new Aim(wanted.clone(), handicap.clone());
    int changes = 1 + random.nextInt(3);
    for (int c = 0; c < changes; c++) {
      int j = random.nextInt(wanted.length);
      if (random.nextInt(3) == 0) next.wanted[j] = Math.max(0, next.wanted[j] + random.nextGaussian() * (1 + 0.1 * next.wanted[j]));
      else next.shift(like(problem, problem.types().get(j), random.nextInt(4)), random.nextGaussian() * SPREAD_S[random.nextInt(SPREAD_S.length)]);
    }
    return next;
  }

  private void shift(IntPredicate which, double seconds) {
    for (int j = 0; j < handicap.length; j++) if (which.test(j)) handicap[j] += seconds;
  }

  /** The type itself, or all of its fleet, corridor or site. */
  private static IntPredicate like(Problem problem, TripType t, int kind) {
    return switch (kind) {
      case 0 -> j -> problem.types().get(j).fleet() == t.fleet();
      case 1 -> j -> problem.types().get(j).corridor().equals(t.corridor());
      case 2 -> j -> problem.types().get(j).site().equals(t.site()) && problem.types().get(j).fleet() == t.fleet();
      default -> j -> problem.types().get(j) == t;
    };
  }
}
