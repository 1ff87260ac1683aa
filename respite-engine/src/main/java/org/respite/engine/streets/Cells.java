// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Homes along the streets taken together where their ways out are nearly alike: one cell is homes of one district whose ways to every gate
 * differ by little. Everybody of a cell is given the longest way of it: nobody is promised to be nearer than they live.
 */
public final class Cells {
  /**
   * How much the ways of one cell may differ.
   *
   * @param metres always allowed; below 0 nothing is
   * @param share of the way to the nearest gate allowed beside it
   * @param minutes by the hour: times of setting out are looked at this far apart
   */
  public record Grain(double metres, double share, int minutes) {
    /** Every home by itself. */
    public static final Grain NONE = new Grain(-1, 0, 1);
    /** For the plan that is proved. */
    public static final Grain FINE = new Grain(120, 0.1, 5);
    /** For worlds that are only counted. */
    public static final Grain COARSE = new Grain(600, 0.5, 10);

    long allowedMm(long nearestMm) {
      return (long) (metres * 1_000 + share * nearestMm);
    }
  }

  /** The homes of each cell, nodes of the graph. */
  private final List<int[]> homes = new ArrayList<>();
  private final List<Integer> district = new ArrayList<>();
  private final List<Double> share = new ArrayList<>();
  /** {@code mm[target][cell]}, {@link Ways#NEVER} where there is no way. */
  private final long[][] mm;

  private Cells(Homes all, long[][] costs, Places places, Grain grain) {
    for (int d = 0; d < all.districts(); d++) {
      Map<Long, List<Integer>> alike = new HashMap<>();
      for (int v : all.of(d)) alike.computeIfAbsent(reach(costs, v), _ -> new ArrayList<>()).add(v);
      List<Long> keys = new ArrayList<>(alike.keySet());
      keys.sort(Comparator.naturalOrder());
      for (long key : keys) split(d, all, alike.get(key).stream().mapToInt(Integer::intValue).toArray(), new Ground(costs, places, grain));
    }
    mm = new long[costs.length][homes.size()];
    for (int t = 0; t < costs.length; t++) {
      for (int c = 0; c < homes.size(); c++) for (int v : homes.get(c)) mm[t][c] = Math.max(mm[t][c], costs[t][v]);
    }
  }

  private record Ground(long[][] costs, Places places, Grain grain) {}

  /**
   * Cuts the homes of every district.
   *
   * @param costs {@code costs[target][node]}: millimetres to each target
   */
  static Cells of(Homes homes, long[][] costs, Places places, Grain grain) {
    return new Cells(homes, costs, places, grain);
  }

  /** One bit for each target that can be reached. */
  private static long reach(long[][] costs, int node) {
    long bits = 0;
    for (int t = 0; t < costs.length; t++) if (costs[t][node] != Ways.NEVER) bits |= 1L << t % 63;
    return bits;
  }

  /** Halves at the median of the longer side until every part is alike. */
  private void split(int d, Homes all, int[] start, Ground ground) {
    Deque<int[]> open = new ArrayDeque<>();
    open.push(start);
    while (!open.isEmpty()) {
      int[] part = open.pop();
      if (part.length == 1 || alike(part, ground)) {
        homes.add(part);
        district.add(d);
        share.add(Arrays.stream(part).mapToDouble(all::share).sum());
        continue;
      }
      boolean east = span(part, ground.places, true) > span(part, ground.places, false);
      int[] sorted = Arrays.stream(part).boxed().sorted(Comparator.comparingDouble((Integer v) -> ground.places.along(v, east)).thenComparing(v -> v)).mapToInt(Integer::intValue).toArray();
      open.push(Arrays.copyOfRange(sorted, sorted.length / 2, sorted.length));
      open.push(Arrays.copyOf(sorted, sorted.length / 2));
    }
  }

  private static double span(int[] part, Places places, boolean east) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int v : part) {
      low = Math.min(low, places.along(v, east));
      high = Math.max(high, places.along(v, east));
    }
    return high - low;
  }

  private static boolean alike(int[] part, Ground ground) {
    long nearest = Ways.NEVER;
    for (long[] cost : ground.costs) for (int v : part) nearest = Math.min(nearest, cost[v]);
    if (nearest == Ways.NEVER) return true;
    long allowed = ground.grain.allowedMm(nearest);
    for (long[] cost : ground.costs) {
      long low = Ways.NEVER;
      long high = 0;
      for (int v : part) {
        low = Math.min(low, cost[v]);
        high = Math.max(high, cost[v]);
      }
      if (high - low > allowed) return false;
    }
    return true;
  }

  public int count() {
    return homes.size();
  }

  /** Index of the cell's district. */
  public int district(int cell) {
    return district.get(cell);
  }

  /** Part of its district's people who live in the cell. */
  public double share(int cell) {
    return share.get(cell);
  }

  /** Millimetres from the cell to a target, at the pace of plain street; {@link Ways#NEVER} where there is no way. */
  long mm(int target, int cell) {
    return mm[target][cell];
  }

  /** Nodes of the graph where the cell's people live. */
  public int[] homes(int cell) {
    return homes.get(cell).clone();
  }

  /**
   * Divides whole units of each district among its cells: by rounding what is given so far, so that each district's sum is kept.
   *
   * @param units per district
   */
  public long[] divide(long[] units) {
    long[] given = new long[homes.size()];
    double[] shared = new double[units.length];
    long[] before = new long[units.length];
    for (int c = 0; c < given.length; c++) {
      int d = district.get(c);
      shared[d] += share.get(c);
      long until = Math.min(units[d], Math.round(units[d] * shared[d]));
      given[c] = until - before[d];
      before[d] = until;
    }
    return given;
  }
}
