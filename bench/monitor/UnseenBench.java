// SPDX-License-Identifier: Apache-2.0

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.respite.monitor.SeriesWatch;
import org.respite.monitor.clock.Announcement;
import org.respite.monitor.clock.DayVerdict;
import org.respite.monitor.clock.PauseReading;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.input.Findings;
import org.respite.monitor.input.SeriesOptions;
import org.respite.monitor.input.Table;

/**
 * The bare series as a stranger sends it: theatres whose laws and seeds no setting was chosen on, written as CSV and read by the same call as
 * the command line's. Laws differ from those of SeriesBench on purpose. Prints one table.
 *
 * <p>Run: {@code java -cp "respite-app/target/lib/*" bench/monitor/UnseenBench.java [runs] [odd]}.
 */
public class UnseenBench {
  static final LocalDate FIRST = LocalDate.of(2019, 3, 4);
  static final int BEFORE = 50;
  /** A day on which nobody counted. */
  static final int BLANK = -1;
  static final double[] LEVELS = {1, 2, 3, 8, 30, 200};

  /** Expected incidents on a day of a theatre that has a mean of 1 in the long run; keeps its own state. */
  interface Law {
    int count(int day, double level, RandomGenerator r);
  }

  interface Theatre {
    Law begin(RandomGenerator r);
  }

  record Named(String name, Theatre theatre) {}

  static final List<Named> THEATRES = List.of(
      new Named("poisson", r -> (d, l, g) -> poisson(g, l)),
      new Named("over-dispersed k=4", r -> (d, l, g) -> poisson(g, l * gamma(g, 4) / 4)),
      new Named("over-dispersed k=1", r -> (d, l, g) -> poisson(g, l * gamma(g, 1))),
      new Named("lognormal days", r -> (d, l, g) -> poisson(g, l * Math.exp(0.8 * g.nextGaussian() - 0.32))),
      new Named("one day in four nil", r -> (d, l, g) -> g.nextDouble() < 0.25 ? 0 : poisson(g, l / 0.75)),
      new Named("weekly sine", r -> (d, l, g) -> poisson(g, l * (1 + 0.6 * Math.sin(2 * Math.PI * d / 7)) * gamma(g, 8) / 8)),
      new Named("two-day weekend", r -> (d, l, g) -> poisson(g, l * (d % 7 >= 5 ? 0.15 : 1.34))),
      new Named("trend down to 30 %", r -> (d, l, g) -> poisson(g, l * (1.3 - 0.9 * Math.min(1, d / 140.0)) * gamma(g, 6) / 6)),
      new Named("trend up", r -> (d, l, g) -> poisson(g, l * (0.6 + 0.8 * d / 140.0) * gamma(g, 6) / 6)),
      new Named("step to half", r -> (d, l, g) -> poisson(g, l * (d < 85 ? 1.2 : 0.6) * gamma(g, 6) / 6)),
      new Named("fortnights of unrest", UnseenBench::swells),
      new Named("self-exciting", UnseenBench::cascades));

  /** What people do to counts, and wars that are long calm or long fierce of their own: a second set, added later and no setting chosen on it either. */
  static final List<Named> ODD = List.of(
      new Named("a month of offensive", r -> (d, l, g) -> poisson(g, l * (d % 70 >= 15 && d % 70 < 45 ? 2 : 0.4) * gamma(g, 5) / 5)),
      new Named("Friday told Saturday", r -> (d, l, g) -> d % 7 == 4 ? 0 : poisson(g, l * (d % 7 == 5 ? 2 : 1) * gamma(g, 5) / 5)),
      new Named("told every other day", r -> (d, l, g) -> d % 2 == 0 ? 0 : poisson(g, 2 * l * gamma(g, 5) / 5)),
      new Named("calm spells of 4 days", UnseenBench::calmSpells),
      new Named("calm spells of 10 days", r -> spells(r, 0.10, 0.012)),
      new Named("lognormal, spread 1.3", r -> (d, l, g) -> poisson(g, l * Math.exp(1.3 * g.nextGaussian() - 0.85))),
      new Named("rounded to 5, 10, 50", r -> (d, l, g) -> rounded(poisson(g, l * gamma(g, 4) / 4))),
      new Named("half as much in 30 days", r -> (d, l, g) -> poisson(g, l * 2 * Math.pow(2, -Math.max(0, d - 40) / 30.0) * gamma(g, 5) / 5)),
      new Named("a season of calm", r -> (d, l, g) -> poisson(g, l * (1 + 0.8 * Math.sin(2 * Math.PI * d / 120)) * gamma(g, 5) / 5)),
      new Named("one day in four blank", r -> (d, l, g) -> g.nextDouble() < 0.25 ? BLANK : poisson(g, l * gamma(g, 5) / 5)),
      new Named("a week in five blank", r -> (d, l, g) -> d % 35 < 7 ? BLANK : poisson(g, l * gamma(g, 5) / 5)),
      new Named("each told 0 to 6 days late", UnseenBench::late));

  static Law calmSpells(RandomGenerator r) {
    return spells(r, 0.25, 0.04);
  }

  /** Calm days that follow one another: ended and begun with these chances a day. */
  static Law spells(RandomGenerator r, double ends, double begins) {
    boolean[] calm = {false};
    return (d, l, g) -> {
      calm[0] = calm[0] ? g.nextDouble() >= ends : g.nextDouble() < begins;
      return calm[0] ? 0 : poisson(g, l * gamma(g, 5) / 5);
    };
  }

  static int rounded(int n) {
    int to = n > 100 ? 50 : n > 20 ? 10 : n > 8 ? 5 : 1;
    return (n + to / 2) / to * to;
  }

  /** Counts by the day on which they were told. */
  static Law late(RandomGenerator r) {
    int[] told = new int[400];
    return (d, l, g) -> {
      int n = poisson(g, l * gamma(g, 5) / 5);
      for (int i = 0; i < n; i++) told[d + (int) Math.min(6, -2 * Math.log(1 - g.nextDouble()))]++;
      return told[d];
    };
  }

  static Law swells(RandomGenerator r) {
    double phase = r.nextDouble() * 28;
    return (d, l, g) -> poisson(g, l * Math.exp(0.55 * Math.sin(2 * Math.PI * (d + phase) / 28)) / 1.08 * gamma(g, 5) / 5);
  }

  static Law cascades(RandomGenerator r) {
    double[] heat = {1};
    return (d, l, g) -> {
      int n = poisson(g, l * heat[0]);
      heat[0] = 0.5 + 0.35 * heat[0] + 0.15 * n / l; // half of the fire comes of itself
      return n;
    };
  }

  static double gamma(RandomGenerator r, double shape) {
    if (shape == 1) return -Math.log(1 - r.nextDouble());
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = r.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(r.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  static int poisson(RandomGenerator r, double mean) {
    if (mean > 300) return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * r.nextGaussian()));
    int n = 0;
    for (double left = mean + Math.log(1 - r.nextDouble()); left > 0; left += Math.log(1 - r.nextDouble())) n++;
    return n;
  }

  static RandomGenerator random(String name, double level, int run) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(0x5eedL * name.hashCode() + Math.round(1000 * level) * 7919L + run);
  }

  static int[] war(Named of, double level, int days, RandomGenerator r) {
    Law law = of.theatre.begin(r);
    int[] counts = new int[days];
    for (int d = 0; d < days; d++) counts[d] = law.count(d, level, r);
    return counts;
  }

  /** As CSV, through the reader: what the command line does. */
  static PauseReading read(int[] counts, Integer announced, Integer until) {
    var csv = new StringBuilder("date,events\n");
    for (int d = 0; d < counts.length; d++) csv.append(FIRST.plusDays(d)).append(',').append(counts[d] == BLANK ? "" : counts[d]).append('\n');
    return read(csv.toString(), announced, until);
  }

  static PauseReading read(String csv, Integer announced, Integer until) {
    var findings = new Findings();
    Table table = Table.read("series.csv", csv.getBytes(StandardCharsets.UTF_8), findings).orElseThrow();
    var a = Optional.ofNullable(announced).map(d -> new Announcement(FIRST.plusDays(d), Optional.ofNullable(until).map(FIRST::plusDays)));
    var request = new SeriesWatch.Request(SeriesOptions.recognising(LocalDate.of(2026, 1, 1)), a, Optional.empty(), SwitchSettings.standard());
    return switch (SeriesWatch.watch(table, request, findings)) {
      case SeriesWatch.Outcome.Answered answered -> answered.reading();
      case SeriesWatch.Outcome.Refused refused -> throw new IllegalStateException(refused.findings().toString());
    };
  }

  static int spells(List<DayVerdict> days) {
    int n = 0;
    for (int d = 0; d < days.size(); d++) if (paused(days.get(d)) && (d == 0 || !paused(days.get(d - 1)))) n++;
    return n;
  }

  static boolean paused(DayVerdict d) {
    return d.verdict() == Verdict.PAUSED;
  }

  static double share(List<DayVerdict> days) {
    return days.stream().filter(UnseenBench::paused).count() / (double) days.size();
  }

  /** Sums of one cell over its runs. */
  static final class Cell {
    double lulls, lullDays, broken, kept2, kept7, found, late, startNear, blind7, blind14;

    void add(Named t, double level, int run) {
      RandomGenerator r = random(t.name, level, run);
      int[] c = war(t, level, 50 + 90, r);
      List<DayVerdict> v = read(c, null, null).days().subList(50, 140);
      lulls += spells(v);
      lullDays += v.stream().filter(UnseenBench::paused).count();
      int at = 60 + run % 7;
      if (read(c, at, null).days().subList(at, at + 10).stream().anyMatch(UnseenBench::paused)) broken++;
      pause(t, level, run, at, r);
    }

    /** A pause of fourteen days kept at 0, 8 or 16 % of the rate, then war again for seven. */
    private void pause(Named t, double level, int run, int at, RandomGenerator r) {
      int[] c = war(t, level, at + 21, r);
      double residual = 0.08 * (run % 3);
      for (int d = at; d < at + 14; d++) {
        int n = 0;
        for (int i = 0; i < c[d]; i++) if (r.nextDouble() < residual) n++;
        c[d] = c[d] == BLANK ? BLANK : n;
      }
      List<DayVerdict> v = read(c, at, null).days();
      if (v.subList(at, at + 3).stream().anyMatch(UnseenBench::paused)) kept2++;
      kept7 += share(v.subList(at + 2, at + 14));
      if (share(v.subList(at, at + 14)) > 0) found++;
      late += v.subList(at + 15, at + 21).stream().filter(UnseenBench::paused).count();
      List<DayVerdict> b = read(c, null, null).days();
      if (b.subList(at, at + 7).stream().anyMatch(UnseenBench::paused)) blind7++;
      if (b.subList(at, at + 14).stream().anyMatch(UnseenBench::paused)) blind14++;
      PauseReading end = read(java.util.Arrays.copyOf(c, at + 14), null, null);
      if (end.start().map(s -> Math.abs(s.middle().toEpochDay() - FIRST.plusDays(at).toEpochDay()) <= 1).orElse(false)) startNear++;
    }
  }

  public static void main(String[] args) {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 20;
    List<Named> theatres = args.length > 1 && args[1].equals("odd") ? ODD : THEATRES;
    System.out.println("theatre                level  false lulls  days | announced, broken | announced, kept 14 d: by day 3  days 3-14  found  days late | unannounced: by day 7  14  start +-1 d");
    var total = new double[10];
    int cells = 0;
    for (Named t : theatres) {
      for (double level : LEVELS) {
        var all = IntStream.range(0, runs).mapToObj(run -> {
          var one = new Cell();
          one.add(t, level, run);
          return new double[] {one.lulls, one.lullDays, one.broken, one.kept2, one.kept7, one.found, one.late, one.blind7, one.blind14, one.startNear};
        }).toList();
        double[] m = new double[10];
        for (double[] a : all) for (int i = 0; i < m.length; i++) m[i] += a[i] / runs;
        for (int i = 0; i < m.length; i++) total[i] += m[i];
        cells++;
        print(t.name, level, m);
      }
    }
    for (int i = 0; i < total.length; i++) total[i] /= cells;
    print("mean", 0, total);
  }

  static void print(String name, double level, double[] m) {
    System.out.printf(Locale.ROOT, "%-22s %5.0f       %6.3f %5.2f |             %.3f |                         %.2f       %.2f   %.2f       %.2f |             %.2f  %.2f         %.2f%n",
        name, level, m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8], m[9]);
  }
}
