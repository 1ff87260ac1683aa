// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.respite.engine.answer.Driver;
import org.respite.engine.world.Draw;
import org.respite.model.quantity.Basis;
import org.respite.model.quantity.Quantity;
import org.respite.model.scenario.Case;

/**
 * Which inputs move a figure most: the share of its variance over the draws that each explains by itself (first-order Sobol index, estimated
 * from the draws at hand by comparing the means of ten slices of the input, corrected for what slices of noise would
 * show; Plischke 2010). Inputs drawn together count as one.
 */
final class Drivers {
  private static final int SLICES = 10;
  private static final int SHOWN = 3;

  /** Explained shares below this many standard deviations of pure noise are not told from it; a case has some eighty inputs. */
  private static final double DEVIATIONS = 4;

  private Drivers() {}

  /** The three largest; fewer where fewer can be told from noise. */
  static List<Driver> of(Case c, long seed, String figure, String unit, double[] values) {
    List<Driver> drivers = new ArrayList<>();
    for (Quantity q : c.origin().quantities()) {
      if (!q.isRange() || !q.key().equals(q.drawnWith())) continue;
      Integer[] order = byInput(seed, q, values.length);
      double share = explained(order, values);
      if (share < noise(values.length)) continue;
      int third = Math.max(1, values.length / 3);
      double low = median(order, values, 0, third);
      double high = median(order, values, values.length - third, values.length);
      drivers.add(new Driver(figure, unit, name(c, q), range(q), share, low, high, basis(c, q), q.at().toString()));
    }
    drivers.sort(Comparator.comparingDouble(Driver::share).reversed());
    return drivers.stream().limit(SHOWN).toList();
  }

  private static Integer[] byInput(long seed, Quantity q, int draws) {
    double[] u = IntStream.range(0, draws).mapToDouble(i -> new Draw(seed, i).uniform(q)).toArray();
    Integer[] order = IntStream.range(0, draws).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> u[i]));
    return order;
  }

  /** Between-slice variance over total variance, less what chance gives: ((SSB - (k-1) MSW) / SST), in [0, 1]. */
  static double explained(Integer[] order, double[] values) {
    int n = values.length;
    if (n < 2 * SLICES) return 0;
    double mean = Arrays.stream(values).average().orElse(0);
    double total = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    if (total == 0) return 0;
    double between = 0;
    for (int s = 0; s < SLICES; s++) {
      int from = s * n / SLICES;
      int to = (s + 1) * n / SLICES;
      double slice = IntStream.range(from, to).mapToDouble(i -> values[order[i]]).average().orElse(mean);
      between += (to - from) * (slice - mean) * (slice - mean);
    }
    double within = (total - between) / (n - SLICES);
    return Math.clamp((between - (SLICES - 1) * within) / total, 0, 1);
  }

  /** What an input that does nothing may show: the corrected share scatters with about sqrt(2 (k - 1)) / n round 0. */
  static double noise(int draws) {
    return DEVIATIONS * Math.sqrt(2.0 * (SLICES - 1)) / draws;
  }

  private static double median(Integer[] order, double[] values, int from, int to) {
    double[] part = IntStream.range(from, to).mapToDouble(i -> values[order[i]]).sorted().toArray();
    return part[(part.length - 1) / 2];
  }

  private static String name(Case c, Quantity q) {
    long places = c.origin().quantities().stream().filter(o -> o.drawnWith().equals(q.key())).count();
    return places == 1 ? q.key() : "%s (and %d more on the same assumption)".formatted(q.key(), places - 1);
  }

  private static String range(Quantity q) {
    return "%s to %s %s".formatted(plain(q.low()), plain(q.high()), q.unit().symbol());
  }

  private static String plain(double v) {
    return v == Math.rint(v) ? "%,.0f".formatted(v) : Double.toString(v);
  }

  private static String basis(Case c, Quantity q) {
    return switch (q.basis()) {
      case Basis.Assumed(String why, var _) -> "assumed: " + why;
      case Basis.Stated s -> "stated by " + (s.by().isEmpty() ? s.sources().stream().map(k -> c.register().sources().get(k).publisher()).collect(Collectors.joining(", ")) : s.by());
    };
  }
}
