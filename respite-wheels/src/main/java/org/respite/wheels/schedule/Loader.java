// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.TripType;

/**
 * Fills vehicles in the order in which they set out: first what is worth most for the room that it takes, as vehicles on one way take the same
 * minutes whatever they carry. Goods are split at will, people never: families and escorts ride together.
 */
final class Loader {
  private static final double CRUMB = 1e-9;

  private final Problem problem;
  private final double[] left;
  private final int[][] order;

  Loader(Problem problem) {
    this.problem = problem;
    this.left = problem.cargo().stream().mapToDouble(Cargo::amount).toArray();
    this.order = problem.types().stream().map(this::order).toArray(int[][]::new);
  }

  void reset() {
    for (int i = 0; i < left.length; i++) left[i] = problem.cargo().get(i).amount();
  }

  private int[] order(TripType type) {
    Fleet f = problem.fleets().get(type.fleet());
    return IntStream.range(0, problem.cargo().size())
        .filter(i -> type.arriving().get(i) > 0 && problem.cargo().get(i).value() > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -worthOfRoom(f, type, i)).thenComparingInt(i -> i))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private double worthOfRoom(Fleet f, TripType type, int i) {
    Cargo c = problem.cargo().get(i);
    double room = Math.max(1 / f.load(), Double.isFinite(f.volume()) ? c.volume() / f.volume() : 0);
    return c.value() * type.arriving().get(i) / room;
  }

  /** Whether a trip of this type would carry anything now. */
  boolean any(int type) {
    TripType t = problem.types().get(type);
    Fleet f = problem.fleets().get(t.fleet());
    for (int i : order[type]) {
      Cargo c = problem.cargo().get(i);
      if (whole(c, fits(c, t.arriving().get(i), left[i], f.load(), f.volume()), left[i]) > CRUMB) return true;
    }
    return false;
  }

  private static double fits(Cargo c, double arriving, double left, double room, double space) {
    return Math.min(c.volume() > 0 ? Math.min(room, space / c.volume()) : room, c.people() ? left : left / arriving);
  }

  /** What a trip of this type would carry now; empty where nothing that it can carry is left. */
  List<Trip.Load> fill(int type) {
    TripType t = problem.types().get(type);
    Fleet f = problem.fleets().get(t.fleet());
    List<Trip.Load> loads = new ArrayList<>();
    double room = f.load();
    double space = f.volume();
    for (int i : order[type]) {
      if (room <= CRUMB || space <= CRUMB) break;
      Cargo c = problem.cargo().get(i);
      double sent = whole(c, fits(c, t.arriving().get(i), left[i], room, space), left[i]);
      if (sent <= CRUMB) continue;
      loads.add(new Trip.Load(i, sent, sent * t.arriving().get(i)));
      room -= sent;
      space -= sent * c.volume();
    }
    return loads;
  }

  private static double whole(Cargo c, double sent, double left) {
    if (c.group() == 0) return sent;
    double groups = Math.floor((sent + CRUMB) / c.group()) * c.group();
    return groups > 0 ? groups : left < c.group() ? Math.floor(sent + CRUMB) : 0;
  }

  void take(List<Trip.Load> loads) {
    for (Trip.Load l : loads) left[l.cargo()] = Math.max(0, left[l.cargo()] - problem.cargo().get(l.cargo()).uses(l.sent(), l.arrives()));
  }

  double value(List<Trip.Load> loads) {
    return loads.stream().mapToDouble(l -> l.arrives() * problem.cargo().get(l.cargo()).value()).sum();
  }
}
