// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.TripType;

/**
 * The linear relaxation behind the upper bound: trips may be split and overlap as they like, as long as no server, fleet or cargo is used for
 * more than there is of it. A server's time is what remains of its calendars after the shortest way to it and the shortest way home; cut to whole pieces
 * where nothing can be half done.
 *
 * <p>The bound is not the solver's word: by weak duality {@code b y + sum of positive reduced costs x largest x} bounds the optimum for any
 * {@code y >= 0}, and that sum is what is reported.
 */
final class Relaxation {
  private static final int PARTS = 6;

  /** Part of the value that a plan may give up for a plan that takes no time at all. */
  private static final double THRIFT = 0.02;

  private final Problem problem;
  private final List<StartTimes> times;
  private final List<double[]> rows = new ArrayList<>();
  private final List<Double> limits = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final int types;
  private final int[][] loads;
  private final double[] worth;

  private Relaxation(Problem problem) {
    this.problem = problem;
    this.types = problem.types().size();
    this.times = problem.types().stream().map(StartTimes::new).toList();
    this.loads = loads();
    this.worth = new double[types + loads.length];
    for (int k = 0; k < loads.length; k++) worth[types + k] = problem.cargo().get(loads[k][0]).value();
  }

  static Bound of(Problem problem) {
    return new Relaxation(problem).solve();
  }

  /** Pairs of cargo and type that belong together. */
  private int[][] loads() {
    List<int[]> pairs = new ArrayList<>();
    for (int j = 0; j < types; j++) {
      if (!times.get(j).possible()) continue;
      for (int i = 0; i < problem.cargo().size(); i++) if (problem.types().get(j).arriving().get(i) > 0) pairs.add(new int[] {i, j});
    }
    return pairs.toArray(int[][]::new);
  }

  private Bound solve() {
    capacities();
    needs();
    fleets();
    servers();
    double[] b = limits.stream().mapToDouble(Double::doubleValue).toArray();
    double[][] a = rows.toArray(double[][]::new);
    Simplex.Answer answer = Simplex.maximise(a, b, worth);
    List<Double> trips = Arrays.stream(Simplex.maximise(a, b, thrifty(answer)).x()).limit(types).boxed().toList();
    return new Bound(certified(answer.multipliers(), b), trips, binding(answer.multipliers(), b));
  }

  /** Of plans that are all but equal, the one that takes least of vehicles' time: what a build is to aim at, not what bounds it. */
  private double[] thrifty(Simplex.Answer answer) {
    double value = IntStream.range(0, worth.length).mapToDouble(j -> worth[j] * answer.x()[j]).sum();
    double time = IntStream.range(0, types).mapToDouble(j -> times.get(j).taken() * answer.x()[j]).sum();
    double[] changed = worth.clone();
    if (time > 0) for (int j = 0; j < types; j++) changed[j] -= THRIFT * value / time * times.get(j).taken();
    return changed;
  }

  private void row(String name, double limit, double[] row) {
    rows.add(row);
    limits.add(limit);
    names.add(name);
  }

  private double[] empty() {
    return new double[worth.length];
  }

  /** What is loaded fits on the trips that are made: by weight or seats, and by volume. */
  private void capacities() {
    for (int j = 0; j < types; j++) {
      Fleet f = problem.fleets().get(problem.types().get(j).fleet());
      capacity(j, seats(f), false);
      if (Double.isFinite(f.volume())) capacity(j, f.volume(), true);
    }
  }

  private void capacity(int j, double room, boolean byVolume) {
    double[] row = empty();
    row[j] = -room;
    for (int k = 0; k < loads.length; k++) {
      if (loads[k][1] != j) continue;
      double sent = 1 / problem.types().get(j).arriving().get(loads[k][0]);
      row[types + k] = byVolume ? sent * problem.cargo().get(loads[k][0]).volume() : sent;
    }
    row("", 0, row);
  }

  /** Where all travel in groups of one size, seats beyond a whole number of groups stay empty. */
  private double seats(Fleet f) {
    int[] groups = problem.cargo().stream().mapToInt(Cargo::group).distinct().toArray();
    return groups.length == 1 && groups[0] > 1 ? Math.floor(f.load() / groups[0]) * groups[0] : f.load();
  }

  private void needs() {
    for (int i = 0; i < problem.cargo().size(); i++) {
      double[] row = empty();
      for (int k = 0; k < loads.length; k++) {
        if (loads[k][0] == i) row[types + k] = problem.cargo().get(i).uses(1 / problem.types().get(loads[k][1]).arriving().get(i), 1);
      }
      row("the need of " + problem.cargo().get(i).name(), problem.cargo().get(i).amount(), row);
    }
  }

  private void fleets() {
    for (int f = 0; f < problem.fleets().size(); f++) {
      Fleet fleet = problem.fleets().get(f);
      int index = f;
      int[] mine = IntStream.range(0, types).filter(j -> problem.types().get(j).fleet() == index && times.get(j).possible()).toArray();
      if (mine.length == 0 || fleet.unlimited()) continue;
      double[] trips = empty();
      for (int j : mine) trips[j] = 1;
      if (fleet.tripsEach() < Fleet.UNLIMITED) row("the number of " + fleet.name(), (double) fleet.count() * fleet.tripsEach(), trips);
      List<int[]> taken = Arrays.stream(mine).mapToObj(j -> new int[] {j, times.get(j).taken()}).toList();
      Calendar all = union(Arrays.stream(mine).mapToObj(j -> times.get(j).vehicleSpans()).toList());
      Map<Calendar, Integer> like = new LinkedHashMap<>();
      Map<Integer, Calendar> known = new HashMap<>();
      for (int v = 0; v < fleet.count(); v++) like.merge(known.computeIfAbsent(fleet.readyAt(v), all::notBefore), 1, Integer::sum);
      time("the number of " + fleet.name(), taken, like);
    }
  }

  /**
   * Time on alike machines: what is done on them in a stretch fits into it, in seconds and, as nothing is half done, also counted in whole
   * pieces of any length (the rounding of Chvatal and Gomory): pieces as long as each kind of work, and such that one, two, ... go in once less.
   *
   * @param taken type and seconds of each piece of work
   */
  private void time(String name, List<int[]> taken, Map<Calendar, Integer> machines) {
    TreeSet<Integer> pieces = new TreeSet<>(List.of(1));
    for (int[] t : taken) pieces.add(t[1]);
    int longest = machines.keySet().stream().mapToInt(c -> IntStream.range(0, c.count()).map(i -> c.to(i) - c.from(i)).max().orElse(0)).max().orElse(0);
    for (int k = 2; k <= PARTS; k++) pieces.add(longest / k + 1);
    for (int piece : pieces) {
      double[] row = empty();
      for (int[] t : taken) row[t[0]] += t[1] / piece;
      double limit = 0;
      for (var m : machines.entrySet()) limit += (double) m.getValue() * whole(m.getKey(), piece);
      if (Arrays.stream(row).anyMatch(x -> x > 0)) row(name, limit, row);
    }
  }

  private static long whole(Calendar c, int piece) {
    return IntStream.range(0, c.count()).mapToLong(i -> (c.to(i) - c.from(i)) / piece).sum();
  }

  private void servers() {
    for (int r = 0; r < problem.servers().size(); r++) {
      List<List<Integer>> spans = new ArrayList<>();
      List<int[]> taken = new ArrayList<>();
      for (int j = 0; j < types; j++) {
        if (times.get(j).possible()) uses(r, j, spans, taken);
      }
      if (!spans.isEmpty()) time(problem.servers().get(r).name(), taken, Map.of(union(spans), problem.servers().get(r).count()));
    }
  }

  private void uses(int resource, int j, List<List<Integer>> spans, List<int[]> taken) {
    TripType type = problem.types().get(j);
    for (int s = 0; s < type.count(); s++) {
      Stage stage = type.stages().get(s);
      if (stage.resource() != resource || stage.occupies() == 0) continue;
      spans.add(times.get(j).spans(s));
      taken.add(new int[] {j, stage.occupies()});
    }
  }

  private static Calendar union(List<List<Integer>> spans) {
    return Calendar.of(spans.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray());
  }

  /** Weak duality, with the largest value that each variable can take for what the multipliers leave over. */
  private double certified(double[] y, double[] b) {
    double bound = 0;
    for (int i = 0; i < b.length; i++) bound += y[i] * b[i];
    for (int j = 0; j < worth.length; j++) {
      double over = worth[j];
      for (int i = 0; i < b.length; i++) over -= y[i] * rows.get(i)[j];
      if (over > 0) bound += over * most(j, b);
    }
    return bound;
  }

  private double most(int j, double[] b) {
    double most = Double.POSITIVE_INFINITY;
    for (int i = 0; i < b.length; i++) if (rows.get(i)[j] > 0 && !names.get(i).isEmpty()) most = Math.min(most, b[i] / rows.get(i)[j]);
    return Double.isInfinite(most) ? 0 : most; // a way without load or server adds nothing by itself
  }

  private List<String> binding(double[] y, double[] b) {
    return IntStream.range(0, b.length)
        .filter(i -> !names.get(i).isEmpty() && y[i] * b[i] > 1e-9)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -y[i] * b[i]))
        .map(names::get)
        .distinct()
        .toList();
  }
}
