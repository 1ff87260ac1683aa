// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.TripType;

/**
 * The linear relaxation behind the upper bound: trips may be split and overlap as they like, as long as no server, fleet or cargo is used for
 * more than there is of it. What a {@link Machine} can do in its day is cut down round by round to what it can do one piece after the other.
 *
 * <p>The bound is not the solver's word: by weak duality {@code b y + sum of positive reduced costs x largest x} bounds the optimum for any
 * {@code y >= 0}, and the least of these sums over the rounds is what is reported.
 */
final class Relaxation {
  private static final int ROUNDS = 40;

  /** Rounds that may bring nothing at first, as the multipliers move from one way to another. */
  private static final int PATIENCE = 10;

  /** Part of the value by which a round has to lower the bound for another to follow. */
  private static final double WORTH_A_ROUND = 1e-5;

  /** Part of the value that a plan may give up for a plan that takes no time at all. */
  private static final double THRIFT = 0.02;

  private final Problem problem;
  private final List<StartTimes> times;
  private final List<Machine> machines = new ArrayList<>();
  private List<Row> rows = new ArrayList<>();
  private final int types;
  private final int[][] loads;
  private final double[] worth;

  /** @param machine index of it; -1 where the row is of none */
  private record Row(String name, int machine, double limit, double[] of) {}

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
    for (int m = 0; m < machines.size(); m++) for (Machine.Row r : machines.get(m).seconds(types)) row(machines.get(m).name(), m, r.limit(), Arrays.copyOf(r.trips(), worth.length));
    double[] largest = IntStream.range(0, worth.length).mapToDouble(this::largest).toArray();
    double best = Double.POSITIVE_INFINITY;
    Simplex.Answer answer = null;
    List<Double> coarse = List.of();
    for (int round = 0; round < ROUNDS; round++) {
      answer = Simplex.maximise(matrix(), limits(), worth);
      if (round == 0) coarse = aim(answer);
      double bound = certified(answer.multipliers(), largest);
      boolean pays = bound < best - Math.max(1e-12, WORTH_A_ROUND * best) || best == Double.POSITIVE_INFINITY;
      best = Math.min(best, bound);
      if (round + 1 == ROUNDS || !cut(answer.multipliers()) || !pays && round > PATIENCE) break;
    }
    return new Bound(best, aim(answer), coarse, binding(answer.multipliers()));
  }

  /** How often to go each way: what a schedule is to aim at. */
  private List<Double> aim(Simplex.Answer answer) {
    return Arrays.stream(Simplex.maximise(matrix(), limits(), thrifty(answer)).x()).limit(types).boxed().toList();
  }

  /**
   * For every machine that binds, the row that asks what it could earn at most where each trip pays it what it is paid now, less what is paid for
   * the trip beyond its worth; rows of machines that do not bind go. False where nothing is cut off.
   */
  private boolean cut(double[] y) {
    double[][] paid = new double[machines.size()][worth.length];
    double[] paidFor = new double[machines.size()];
    double[] beyond = new double[types];
    List<Row> kept = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      Row r = rows.get(i);
      if (r.machine() < 0 || y[i] > 0) kept.add(r);
      for (int j = 0; j < types; j++) beyond[j] += y[i] * r.of()[j];
      if (r.machine() < 0 || y[i] <= 0) continue;
      paidFor[r.machine()] += y[i] * r.limit();
      for (int j = 0; j < types; j++) paid[r.machine()][j] += y[i] * r.of()[j];
    }
    int before = kept.size();
    for (int m = 0; m < paid.length; m++) {
      if (paidFor[m] <= 0) continue;
      for (int j = 0; j < types; j++) paid[m][j] = Math.max(0, paid[m][j] - Math.max(0, beyond[j]));
      Machine.Row row = machines.get(m).sequence(paid[m]);
      if (row.limit() < paidFor[m] * (1 - 1e-7)) kept.add(new Row(machines.get(m).name(), m, row.limit(), row.trips()));
    }
    if (kept.size() == before) return false;
    rows = kept;
    return true;
  }

  private double[][] matrix() {
    return rows.stream().map(Row::of).toArray(double[][]::new);
  }

  private double[] limits() {
    return rows.stream().mapToDouble(Row::limit).toArray();
  }

  /** Of plans that are all but equal, the one that takes least of vehicles' time: what a build is to aim at, not what bounds it. */
  private double[] thrifty(Simplex.Answer answer) {
    double value = IntStream.range(0, worth.length).mapToDouble(j -> worth[j] * answer.x()[j]).sum();
    double time = IntStream.range(0, types).mapToDouble(j -> times.get(j).taken() * answer.x()[j]).sum();
    double[] changed = worth.clone();
    if (time > 0) for (int j = 0; j < types; j++) changed[j] -= THRIFT * value / time * times.get(j).taken();
    return changed;
  }

  private void row(String name, int machine, double limit, double[] row) {
    rows.add(new Row(name, machine, limit, row));
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
    row("", -1, 0, row);
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
      row("the need of " + problem.cargo().get(i).name(), -1, problem.cargo().get(i).amount(), row);
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
      if (fleet.tripsEach() < Fleet.UNLIMITED) row("the number of " + fleet.name(), -1, (double) fleet.count() * fleet.tripsEach(), trips);
      List<Machine.Piece> pieces = Arrays.stream(mine).mapToObj(j -> new Machine.Piece(j, times.get(j).taken(), times.get(j)::vehicleFree)).toList();
      Calendar all = union(Arrays.stream(mine).mapToObj(j -> times.get(j).vehicleSpans()).toList());
      Map<Calendar, Integer> like = new LinkedHashMap<>();
      Map<Integer, Calendar> known = new HashMap<>();
      for (int v = 0; v < fleet.count(); v++) like.merge(known.computeIfAbsent(fleet.readyAt(v), all::notBefore), 1, Integer::sum);
      machines.add(new Machine("the number of " + fleet.name(), pieces, like));
    }
  }

  private void servers() {
    for (int r = 0; r < problem.servers().size(); r++) {
      List<List<Integer>> spans = new ArrayList<>();
      List<Machine.Piece> pieces = new ArrayList<>();
      for (int j = 0; j < types; j++) {
        if (times.get(j).possible()) uses(r, j, spans, pieces);
      }
      if (spans.isEmpty()) continue;
      if (problem.servers().get(r).isStock()) stock(r, pieces, spans);
      else machines.add(new Machine(problem.servers().get(r).name(), pieces, Map.of(union(spans), problem.servers().get(r).count())));
    }
  }

  /** Pieces of a stock go once: as many as are there at the last moment at which anybody could come for one. */
  private void stock(int r, List<Machine.Piece> pieces, List<List<Integer>> spans) {
    int last = spans.stream().flatMap(List::stream).mapToInt(Integer::intValue).max().orElse(0);
    double[] row = empty();
    for (Machine.Piece p : pieces) for (Stage s : problem.types().get(p.type()).stages()) if (s.resource() == r) row[p.type()] = s.takes();
    row(problem.servers().get(r).name(), -1, problem.servers().get(r).stock().stream().filter(at -> at <= last).count(), row);
  }

  private void uses(int resource, int j, List<List<Integer>> spans, List<Machine.Piece> pieces) {
    TripType type = problem.types().get(j);
    for (int s = 0; s < type.count(); s++) {
      int stage = s;
      if (type.stages().get(s).resource() != resource || !type.stages().get(s).needs()) continue;
      spans.add(times.get(j).spans(s));
      pieces.add(new Machine.Piece(j, type.stages().get(s).occupies(), t -> times.get(j).serverFree(stage, t)));
    }
  }

  private static Calendar union(List<List<Integer>> spans) {
    return Calendar.of(spans.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray());
  }

  /** Weak duality, with the largest value that each variable can take, by the rows of the first round, for what the multipliers leave over. */
  private double certified(double[] y, double[] largest) {
    double bound = 0;
    for (int i = 0; i < y.length; i++) bound += y[i] * rows.get(i).limit();
    for (int j = 0; j < worth.length; j++) {
      double over = worth[j];
      for (int i = 0; i < y.length; i++) over -= y[i] * rows.get(i).of()[j];
      if (over > 0) bound += over * largest[j];
    }
    return bound;
  }

  private double largest(int j) {
    double most = Double.POSITIVE_INFINITY;
    for (Row r : rows) if (r.of()[j] > 0 && !r.name().isEmpty()) most = Math.min(most, r.limit() / r.of()[j]);
    return Double.isInfinite(most) ? 0 : most; // a way without load or server adds nothing by itself
  }

  private List<String> binding(double[] y) {
    return IntStream.range(0, y.length)
        .filter(i -> !rows.get(i).name().isEmpty() && y[i] * rows.get(i).limit() > 1e-9)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -y[i] * rows.get(i).limit()))
        .map(i -> rows.get(i).name())
        .distinct()
        .toList();
  }
}
