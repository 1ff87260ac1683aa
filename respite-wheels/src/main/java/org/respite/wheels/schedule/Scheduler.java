// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.TripType;

/**
 * Builds schedules and keeps the best. One build: again and again the trip that can set out first, among the ways of which the relaxation
 * still wants some; then among all that still bring something. Further builds change a few ways' handicaps and wanted numbers, and what is no
 * worse is built on (a (1+1) evolution strategy over the builder's parameters). Deterministic for a seed; it stops at a number of builds or
 * when the bound is met, never by the clock.
 *
 * <p>Limits: trips are placed without waiting inside, which costs where two bottlenecks of different pace follow each other; the gap to the
 * bound says how much at most.
 */
public final class Scheduler {
  /** Part of the builds that are made anew from the beginning; the others change how the best one ends. */
  private static final double WHOLE = 0.7;

  /** Beginnings that are tried out before one is followed, and part of the builds that each is given. */
  private static final int TRIED_OUT = 4;

  private static final double TRIAL = 0.05;

  private static final int UNKNOWN = -2;

  /** Part of the bound at which nothing is left to look for. */
  private static final double MET = 1 - 1e-9;

  /** Turns of a schedule that go by chance in such a build, on average and at most. */
  private static final double TURNS = 3;

  private static final double MOST_TURNS = 0.25;

  private final Problem problem;
  private final Placement placement;
  private final Loader loader;
  private final int[][] readyAt;
  private final int[][] made;
  private final List<Taken> taken;
  private final boolean splits;
  private int builds;

  /** By fleet, the vehicle that is ready first. */
  private final int[] readiest;

  private Scheduler(Problem problem, List<Taken> taken) {
    this.taken = List.copyOf(taken);
    this.problem = problem;
    this.splits = Stowage.splits(problem);
    this.readiest = new int[problem.fleets().size()];
    this.placement = new Placement(problem.servers());
    this.loader = new Loader(problem);
    this.readyAt = problem.fleets().stream().map(f -> new int[f.unlimited() ? 0 : f.count()]).toArray(int[][]::new);
    this.made = problem.fleets().stream().map(f -> new int[f.unlimited() ? 1 : f.count()]).toArray(int[][]::new);
  }

  /**
   * How long to look.
   *
   * @param builds at least 1
   */
  public record Effort(int builds, long seed) {
    public static final Effort QUICK = new Effort(40, 11);
    public static final Effort THOROUGH = new Effort(4_000, 11);
  }

  /**
   * A trip that is under way already.
   *
   * @param stage the first that it has yet to begin, at {@code from} or as soon after as it can
   */
  public record Taken(TripType type, int stage, int from) {}

  public static Schedule schedule(Problem problem, Effort effort) {
    return schedule(problem, effort, List.of());
  }

  /** @param taken trips that keep their servers whatever is planned; the bound does not count them, and so still holds */
  public static Schedule schedule(Problem problem, Effort effort, List<Taken> taken) {
    Bound bound = Relaxation.of(problem);
    return new Scheduler(problem, taken).best(bound, effort.builds(), effort.seed());
  }

  private Schedule best(Bound bound, int most, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double met = bound.value() * MET;
    Built best = begun(Aim.first(problem, bound, loader), most, met, random);
    int left = most - builds;
    for (int i = (int) (left * (1 - WHOLE)); i < left && best.value < met; i++) best = better(best, build(best.aim.changed(problem, random)));
    while (builds < most && best.value < met) best = better(best, changed(best, random));
    return new Schedule(problem, best.loaded, Math.max(0, best.value), bound);
  }

  /** The best of what the first aims give, the most promising of them tried out a little first. */
  private Built begun(List<Aim> first, int most, double met, SplittableRandom random) {
    List<Built> all = new ArrayList<>();
    for (int i = 0; i < first.size() && i < most; i++) {
      all.add(build(first.get(i)));
      if (all.getLast().value >= met) return all.getLast();
    }
    all.sort(Comparator.comparingDouble(b -> -b.value));
    Built best = all.getFirst();
    for (int k = 0; k < Math.min(TRIED_OUT, all.size()); k++) {
      Built one = all.get(k);
      for (int i = 0; i < (int) (most * TRIAL) && one.value < met; i++) one = better(one, build(one.aim.changed(problem, random)));
      if (one.value > best.value) best = one;
    }
    return best;
  }

  private static Built better(Built was, Built tried) {
    return tried.value >= was.value ? tried : was;
  }

  /**
   * One schedule.
   *
   * @param made its trips in the order in which they were placed
   * @param loaded the same in the order in which they set out, with what is on board
   */
  private record Built(Aim aim, List<Trip> made, List<Trip> loaded, double value) {}

  /** The first trips as they were, and the rest by an aim that is changed a little, with a few turns that go to whom chance names. */
  private Built changed(Built from, SplittableRandom random) {
    int kept = random.nextInt(from.made.size() + 1);
    boolean sameAim = random.nextInt(4) == 0;
    double chance = sameAim || random.nextBoolean() ? Math.min(MOST_TURNS, TURNS / Math.max(1, from.made.size())) : 0;
    return build(sameAim ? from.aim : from.aim.changed(problem, random), from.made.subList(0, kept), chance, random);
  }

  private Built build(Aim aim) {
    return build(aim, List.of(), 0, null);
  }

  /** @param chance that a turn goes to any way that still can, whatever the aim says */
  private Built build(Aim aim, List<Trip> kept, double chance, SplittableRandom random) {
    builds++;
    Arrays.fill(readiest, UNKNOWN);
    reset();
    double[] wanted = aim.wanted.clone();
    int[] earliest = new int[wanted.length];
    List<Trip> trips = new ArrayList<>();
    for (Trip t : kept) {
      trips.add(made(t.type(), t.typeIndex(), t.vehicle(), t.starts()));
      wanted[t.typeIndex()]--;
    }
    for (int j = next(wanted, earliest, aim.handicap); j >= 0; j = next(wanted, earliest, aim.handicap)) {
      int goes = chance > 0 && random.nextDouble() < chance ? any(j, earliest, random) : j;
      trips.add(go(goes, earliest[goes]));
      wanted[goes]--;
    }
    List<Trip> loaded = reloaded(trips);
    return new Built(aim, trips, loaded, value(loaded));
  }

  /** A type by chance; the given one where that cannot go any more. */
  private int any(int j, int[] earliest, SplittableRandom random) {
    int k = random.nextInt(earliest.length);
    if (earliest[k] != Calendar.NEVER) earliest[k] = earliest(k, earliest[k]);
    return earliest[k] == Calendar.NEVER ? j : k;
  }

  private double value(List<Trip> trips) {
    return trips.stream().mapToDouble(t -> loader.value(t.load())).sum();
  }

  private void reset() {
    placement.clear();
    for (Taken t : taken) placement.goOn(t.type(), t.stage(), t.from());
    loader.reset();
    for (int f = 0; f < readyAt.length; f++) {
      for (int v = 0; v < readyAt[f].length; v++) readyAt[f][v] = problem.fleets().get(f).readyAt(v);
      Arrays.fill(made[f], 0);
    }
  }

  /** The type to go next: wanted ones first, then the earliest; -1 where nothing can go or nothing is left to carry. */
  private int next(double[] wanted, int[] earliest, double[] handicap) {
    int best = -1;
    double bestScore = Double.POSITIVE_INFINITY;
    for (int j = 0; j < earliest.length; j++) {
      if (earliest[j] == Calendar.NEVER) continue;
      boolean want = wanted[j] > 0;
      double score = earliest[j] + handicap[j] + (want ? 0 : 1e12);
      if (score >= bestScore) continue;
      earliest[j] = earliest(j, earliest[j]);
      if (earliest[j] == Calendar.NEVER) continue;
      score = earliest[j] + handicap[j] + (want ? 0 : 1e12);
      if (score < bestScore) {
        best = j;
        bestScore = score;
      }
    }
    return best;
  }

  /** As bookings only grow, the last answer is where to look on from. */
  private int earliest(int j, int from) {
    if (!loader.any(j)) return Calendar.NEVER;
    TripType type = problem.types().get(j);
    int vehicle = vehicle(type.fleet());
    return vehicle < 0 ? Calendar.NEVER : placement.earliest(type, Math.max(from, ready(type.fleet(), vehicle)));
  }

  /** The vehicle of a fleet that is ready first; -1 where none has a trip left. */
  private int vehicle(int f) {
    Fleet fleet = problem.fleets().get(f);
    if (fleet.unlimited()) return made[f][0];
    if (readiest[f] != UNKNOWN) return readiest[f];
    int best = -1;
    for (int v = 0; v < fleet.count(); v++) {
      if (made[f][v] < fleet.tripsEach() && (best < 0 || readyAt[f][v] < readyAt[f][best])) best = v;
    }
    readiest[f] = best;
    return best;
  }

  private int ready(int f, int vehicle) {
    return problem.fleets().get(f).unlimited() ? 0 : readyAt[f][vehicle];
  }

  private Trip go(int j, int at) {
    TripType type = problem.types().get(j);
    int vehicle = vehicle(type.fleet());
    int[] starts = new int[type.count()];
    if (!placement.starts(type, at, starts)) throw new IllegalStateException("type %s does not fit at %d after all".formatted(type.id(), at));
    return made(type, j, vehicle, starts);
  }

  private Trip made(TripType type, int j, int vehicle, int[] starts) {
    readiest[type.fleet()] = UNKNOWN;
    placement.take(type, starts);
    List<Trip.Load> load = loader.fill(j);
    loader.take(load);
    Trip trip = new Trip(type, j, vehicle, starts, load);
    if (problem.fleets().get(type.fleet()).unlimited()) {
      made[type.fleet()][0]++;
    } else {
      made[type.fleet()][vehicle]++;
      readyAt[type.fleet()][vehicle] = trip.through() + type.turnRound();
    }
    return trip;
  }

  /** The same trips, loaded in the order in which they set out; unlimited vehicles are named in that order too. */
  private List<Trip> reloaded(List<Trip> trips) {
    List<Trip> ordered = new ArrayList<>(trips);
    ordered.sort(Comparator.comparingInt(Trip::departs).thenComparingInt(Trip::typeIndex).thenComparingInt(Trip::vehicle));
    loader.reset();
    List<List<Trip.Load>> loads = splits ? Stowage.of(problem, ordered) : List.of();
    int[] named = new int[problem.fleets().size()];
    List<Trip> loaded = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      Trip t = ordered.get(i);
      List<Trip.Load> load = splits ? loads.get(i) : loader.fill(t.typeIndex());
      if (load.isEmpty()) continue;
      if (!splits) loader.take(load);
      int f = t.type().fleet();
      loaded.add(problem.fleets().get(f).unlimited() ? t.as(named[f]++, load) : t.as(t.vehicle(), load));
    }
    return loaded;
  }
}
