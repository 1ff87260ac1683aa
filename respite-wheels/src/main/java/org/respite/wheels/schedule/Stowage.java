// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;

/**
 * The best loading of trips that are made, for goods that can be split at will. How much of each good goes by each way is a small linear program:
 * a truck full of flour has room left over, one full of tents has weight left over, and only together do they fill both. Then the trips of a way
 * are loaded in the order in which they set out, what is worth most for its room first, as far as the rest still fits the trips behind.
 *
 * <p>O(ways x goods) columns in a dense simplex, then O(trips x goods^2).
 */
final class Stowage {
  private static final double CRUMB = 1e-7;

  /** Of two ways that bring as much, the earlier is taken: the part of the value that a whole day's delay is counted down by. */
  private static final double EARLIER = 1e-7;

  private final Problem problem;
  private final List<Trip> trips;
  private final int goods;
  private final int[] ways;
  private final int[] number;

  private Stowage(Problem problem, List<Trip> trips) {
    this.problem = problem;
    this.trips = trips;
    this.goods = problem.cargo().size();
    this.number = new int[problem.types().size()];
    for (Trip t : trips) number[t.typeIndex()]++;
    this.ways = IntStream.range(0, number.length).filter(j -> number[j] > 0).toArray();
  }

  /** Whether all that is carried can be split: people and families cannot. */
  static boolean splits(Problem p) {
    return p.cargo().stream().noneMatch(c -> c.people() || c.group() > 0);
  }

  /** @param trips in the order in which they set out; what comes back is in that order, empty loads included */
  static List<List<Trip.Load>> of(Problem problem, List<Trip> trips) {
    return trips.isEmpty() ? List.of() : new Stowage(problem, trips).loads();
  }

  private List<List<Trip.Load>> loads() {
    double[] sent = sent();
    List<List<Trip.Load>> all = new ArrayList<>(java.util.Collections.nCopies(trips.size(), List.of()));
    for (int w = 0; w < ways.length; w++) distribute(ways[w], Arrays.copyOfRange(sent, w * goods, (w + 1) * goods), all);
    return all;
  }

  /** Tonnes sent by way and good, all trips of the way together. */
  private double[] sent() {
    int columns = ways.length * goods;
    List<double[]> rows = new ArrayList<>();
    List<Double> limits = new ArrayList<>();
    double[] worth = new double[columns];
    for (int i = 0; i < goods; i++) {
      double[] need = new double[columns];
      for (int w = 0; w < ways.length; w++) {
        double arrives = problem.types().get(ways[w]).arriving().get(i);
        need[w * goods + i] = arrives;
        worth[w * goods + i] = problem.cargo().get(i).value() * arrives * (1 - EARLIER * firstOf(ways[w]));
      }
      rows.add(need);
      limits.add(problem.cargo().get(i).amount());
    }
    for (int w = 0; w < ways.length; w++) {
      Fleet f = fleet(ways[w]);
      room(rows, limits, w, f.load(), false);
      if (Double.isFinite(f.volume())) room(rows, limits, w, f.volume(), true);
    }
    return Simplex.maximise(rows.toArray(double[][]::new), limits.stream().mapToDouble(Double::doubleValue).toArray(), worth).x();
  }

  private void room(List<double[]> rows, List<Double> limits, int w, double room, boolean byVolume) {
    double[] row = new double[ways.length * goods];
    for (int i = 0; i < goods; i++) row[w * goods + i] = byVolume ? problem.cargo().get(i).volume() : 1;
    rows.add(row);
    limits.add(room * number[ways[w]]);
  }

  /** Days after the beginning at which the first trip of a way sets out. */
  private double firstOf(int way) {
    return trips.stream().filter(t -> t.typeIndex() == way).findFirst().orElseThrow().departs() / 86_400.0;
  }

  private Fleet fleet(int way) {
    return problem.fleets().get(problem.types().get(way).fleet());
  }

  private void distribute(int way, double[] left, List<List<Trip.Load>> all) {
    int[] order = IntStream.range(0, goods).boxed().sorted(Comparator.comparingDouble((Integer i) -> -worthOfRoom(way, i)).thenComparingInt(i -> i)).mapToInt(Integer::intValue).toArray();
    int behind = number[way];
    for (int t = 0; t < trips.size(); t++) {
      if (trips.get(t).typeIndex() != way) continue;
      double[] load = new One(fleet(way), left, behind).filled(order);
      behind--;
      List<Trip.Load> lines = new ArrayList<>();
      for (int i : order) {
        left[i] = Math.max(0, left[i] - load[i]);
        if (load[i] > CRUMB) lines.add(new Trip.Load(i, load[i], load[i] * problem.types().get(way).arriving().get(i)));
      }
      all.set(t, lines);
    }
  }

  private double worthOfRoom(int way, int i) {
    Cargo c = problem.cargo().get(i);
    Fleet f = fleet(way);
    double room = Math.max(1 / f.load(), Double.isFinite(f.volume()) ? c.volume() / f.volume() : 0);
    return c.value() * problem.types().get(way).arriving().get(i) / room;
  }

  /** One trip, with what is left for it and the trips behind it: it begins with its equal share of everything, which always fits, and changes goods. */
  private final class One {
    private final double[] load;
    private final double[] rest;
    private final double weight;
    private final double volume;
    private final int behind;

    One(Fleet f, double[] left, int trips) {
      load = Arrays.stream(left).map(x -> x / trips).toArray();
      rest = Arrays.stream(left).map(x -> x - x / trips).toArray();
      weight = f.load();
      volume = f.volume();
      behind = trips - 1;
    }

    double[] filled(int[] order) {
      for (int a = 0; a < order.length; a++) {
        take(order[a]);
        for (int b = order.length - 1; b > a; b--) {
          change(order[a], order[b], 1);
          if (v(order[b]) > 0) change(order[a], order[b], v(order[a]) / v(order[b]));
        }
      }
      return load;
    }

    private double v(int i) {
      return Double.isFinite(volume) ? problem.cargo().get(i).volume() : 0;
    }

    /** More of a good where there is room for it. */
    private void take(int a) {
      double more = Math.min(rest[a], weight - sum(load, false));
      if (v(a) > 0) more = Math.min(more, (volume - sum(load, true)) / v(a));
      move(a, more);
    }

    /** A tonne of {@code a} comes, {@code part} tonnes of {@code b} go, as far as this trip and those behind it hold what they then have. */
    private void change(int a, int b, double part) {
      double heavier = 1 - part;
      double larger = v(a) - part * v(b);
      double most = Math.min(rest[a], part == 0 ? 0 : load[b] / part);
      most = within(most, heavier, weight - sum(load, false), behind * weight - sum(rest, false));
      if (Double.isFinite(volume)) most = within(most, larger, volume - sum(load, true), behind * volume - sum(rest, true));
      if (most <= CRUMB) return;
      move(a, most);
      move(b, -part * most);
    }

    private static double within(double most, double grows, double here, double there) {
      if (Math.abs(grows) < 1e-12) return most;
      return Math.min(most, Math.max(0, grows > 0 ? here : there) / Math.abs(grows));
    }

    private void move(int i, double by) {
      if (Math.abs(by) <= 1e-12 || by < 0 && load[i] + by < -CRUMB) return;
      load[i] = Math.max(0, load[i] + by);
      rest[i] = Math.max(0, rest[i] - by);
    }

    private double sum(double[] of, boolean byVolume) {
      double sum = 0;
      for (int i = 0; i < of.length; i++) sum += byVolume ? of[i] * v(i) : of[i];
      return sum;
    }
  }
}
