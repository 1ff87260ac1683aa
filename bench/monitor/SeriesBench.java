// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.respite.monitor.clock.Announcement;
import org.respite.monitor.clock.DailyClock;
import org.respite.monitor.clock.DailySeries;
import org.respite.monitor.clock.DayVerdict;
import org.respite.monitor.clock.PauseReading;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.clock.Verdict;

/**
 * The daily clock on many series whose truth is known: invented wars with and without pauses, gaps and drifts, and real wars in which no
 * pause was announced. Prints one table; seeded.
 *
 * <p>Run: {@code java -cp respite-monitor/target/classes bench/monitor/SeriesBench.java [folder of third-party data]}.
 */
public class SeriesBench {
  static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  static final DailyClock CLOCK = new DailyClock(SwitchSettings.standard());

  /** How a war goes: incidents a day, wander of the log-rate, gamma shape of a day's bursts, weekly swing, drift a day. */
  record War(String name, double wander, double shape, double week, double drift) {}

  static final List<War> WARS = List.of(
      new War("even", 0, 1e9, 0, 0), new War("bursty days", 0, 3, 0, 0), new War("very bursty", 0, 1.2, 0, 0), new War("wandering", 0.5, 10, 0, 0),
      new War("wandering far", 0.8, 6, 0, 0), new War("quiet Fridays", 0.2, 8, 0.7, 0), new War("declining", 0.2, 8, 0, -0.015), new War("rising", 0.2, 8, 0, 0.015),
      new War("offensives", -1, 8, 0, 0));
  static final double[] LEVELS = {0.5, 1, 2, 5, 12, 48, 200};

  static int[] war(War w, double perDay, int days, RandomGenerator r) {
    int[] counts = new int[days];
    double level = Math.max(0, w.wander) * r.nextGaussian();
    boolean high = false;
    for (int d = 0; d < days; d++) {
      level = 0.9 * level + Math.max(0, w.wander) * Math.sqrt(0.19) * r.nextGaussian();
      if (w.wander < 0) {
        if (r.nextDouble() < (high ? 0.1 : 0.04)) high = !high;
        level = high ? 1.1 : 0;
      }
      double mean = perDay * Math.exp(level + w.drift * d);
      if (w.week > 0 && d % 7 == 4) mean *= 1 - w.week;
      if (w.shape < 1e6) mean *= gamma(r, w.shape) / w.shape;
      counts[d] = poisson(r, mean);
    }
    return counts;
  }

  static double gamma(RandomGenerator r, double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = r.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(r.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  static int poisson(RandomGenerator r, double mean) {
    if (mean > 500) return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * r.nextGaussian()));
    int n = 0;
    for (double left = mean + Math.log(r.nextDouble()); left > 0; left += Math.log(r.nextDouble())) n++;
    return n;
  }

  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  static PauseReading read(int[] counts, int[] control, LocalDate announced) {
    return CLOCK.read(new DailySeries(FIRST, counts, control), Optional.ofNullable(announced).map(a -> new Announcement(a, Optional.empty())));
  }

  static int runs(List<DayVerdict> days, Verdict v) {
    int n = 0;
    for (int d = 0; d < days.size(); d++) if (days.get(d).verdict() == v && (d == 0 || days.get(d - 1).verdict() != v)) n++;
    return n;
  }

  static long days(List<DayVerdict> days, Verdict v) {
    return days.stream().filter(d -> d.verdict() == v).count();
  }

  /** Spells and days called paused in 90 days of war after four weeks of it; announced and not kept as well. */
  static void ordinary() {
    System.out.println("ordinary wars: false lulls (days called paused) per 90 days, unannounced; share of announced and broken pauses affirmed within 3 days");
    System.out.printf("%-16s", "");
    for (double l : LEVELS) System.out.printf(Locale.ROOT, "%18s", l + "/day");
    System.out.println();
    double all = 0, allDays = 0, broken = 0;
    int n = 0;
    for (War w : WARS) {
      System.out.printf("%-16s", w.name);
      for (double level : LEVELS) {
        double lulls = 0, lullDays = 0, wrong = 0;
        int runs = 60;
        for (int s = 0; s < runs; s++) {
          int[] c = war(w, level, 118, random(7_000 + s));
          List<DayVerdict> v = read(c, new int[0], null).days().subList(28, 118);
          lulls += runs(v, Verdict.PAUSED);
          lullDays += days(v, Verdict.PAUSED);
          List<DayVerdict> a = read(Arrays.copyOf(c, 43), new int[0], FIRST.plusDays(40)).days().subList(40, 43);
          if (days(a, Verdict.PAUSED) > 0) wrong++;
        }
        System.out.printf(Locale.ROOT, "%6.2f(%4.1f) %5.3f", lulls / runs, lullDays / runs, wrong / runs);
        all += lulls / runs;
        allDays += lullDays / runs;
        broken += wrong / runs;
        n++;
      }
      System.out.println();
    }
    System.out.printf(Locale.ROOT, "mean: %.3f spells, %.2f days per 90 days; broken affirmed %.3f%n%n", all / n, allDays / n, broken / n);
  }

  /** Announced pauses of seven days, kept at 0 to 20 % of the rate: share of their days called paused, and found at all. */
  static void kept() {
    System.out.println("kept pauses of 7 days, residual 0 to 20 %: share of days 2 to 7 called paused / found at all; [not announced]");
    System.out.printf("%-16s", "");
    for (double l : LEVELS) System.out.printf(Locale.ROOT, "%22s", l + "/day");
    System.out.println();
    for (War w : WARS) {
      System.out.printf("%-16s", w.name);
      for (double level : LEVELS) {
        double share = 0, found = 0, blindShare = 0, blindFound = 0;
        int runs = 60;
        for (int s = 0; s < runs; s++) {
          RandomGenerator r = random(9_000 + s);
          int[] c = war(w, level, 67, r);
          double residual = 0.2 * r.nextDouble();
          for (int d = 60; d < 67; d++) c[d] = binomial(r, c[d], residual);
          List<DayVerdict> a = read(c, new int[0], FIRST.plusDays(60)).days().subList(61, 67);
          share += days(a, Verdict.PAUSED) / 6.0;
          if (days(a, Verdict.PAUSED) > 0) found++;
          List<DayVerdict> b = read(c, new int[0], null).days().subList(61, 67);
          blindShare += days(b, Verdict.PAUSED) / 6.0;
          if (days(b, Verdict.PAUSED) > 0) blindFound++;
        }
        System.out.printf(Locale.ROOT, "  %.2f/%.2f [%.2f/%.2f]", share / runs, found / runs, blindShare / runs, blindFound / runs);
      }
      System.out.println();
    }
    System.out.println();
  }

  static int binomial(RandomGenerator r, int n, double p) {
    int k = 0;
    for (int i = 0; i < n; i++) if (r.nextDouble() < p) k++;
    return k;
  }

  /** Ten days without reports: blank, or zeros with a silent control; then war goes on. Never calm, and a gap on its days. */
  static void gaps() {
    System.out.println("gaps of ten days: share of their days called a reporting gap / called paused");
    for (String kind : List.of("blank", "control silent", "control halved")) {
      for (boolean announced : new boolean[] {false, true}) {
        System.out.printf("%-16s%-12s", kind, announced ? "announced" : "");
        for (double level : LEVELS) {
          double gap = 0, calm = 0;
          int runs = 60;
          for (int s = 0; s < runs; s++) {
            RandomGenerator r = random(11_000 + s);
            int[] c = war(WARS.get(1), level, 90, r);
            int[] other = war(WARS.get(3), 3 * level, 90, r);
            for (int d = 60; d < 70; d++) {
              if (kind.equals("blank")) c[d] = DailySeries.MISSING;
              else {
                c[d] = 0;
                other[d] = kind.equals("control silent") ? 0 : binomial(r, other[d], 0.5);
              }
            }
            List<DayVerdict> v = read(c, kind.equals("blank") ? new int[0] : other, announced ? FIRST.plusDays(60) : null).days().subList(60, 70);
            gap += days(v, Verdict.REPORTING_GAP) / 10.0;
            calm += days(v, Verdict.PAUSED) / 10.0;
          }
          System.out.printf(Locale.ROOT, "   %.2f/%.2f", gap / runs, calm / runs);
        }
        System.out.println();
      }
    }
    System.out.println();
  }

  /** Days in a real list by place: counts by day from the first to the last line of the whole list. */
  static Map<String, int[]> byPlace(Path csv, String dayColumn, String placeColumn, String countColumn, LocalDate from, LocalDate to) throws IOException {
    List<String> lines = Files.readAllLines(csv, StandardCharsets.UTF_8);
    List<String> header = cells(lines.getFirst());
    int day = header.indexOf(dayColumn), place = header.indexOf(placeColumn), count = header.indexOf(countColumn);
    int size = (int) (to.toEpochDay() - from.toEpochDay()) + 1;
    Map<String, int[]> all = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> c = cells(line);
      int d;
      try {
        d = (int) (LocalDate.parse(c.get(day)).toEpochDay() - from.toEpochDay());
      } catch (java.time.DateTimeException e) {
        continue;
      }
      if (d < 0 || d >= size) continue;
      int n = count < 0 || !c.get(count).matches("\\d+") ? 1 : Integer.parseInt(c.get(count));
      all.computeIfAbsent(c.get(place), k -> new int[size])[d] += n;
      all.computeIfAbsent("(all)", k -> new int[size])[d] += n;
    }
    return all;
  }

  static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') quoted = !quoted;
      else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else cell.append(c);
    }
    cells.add(cell.toString());
    return cells;
  }

  static void real(Path data, String name, Map<String, int[]> places, LocalDate from, List<LocalDate[]> pauses, boolean print) {
    double lulls = 0, lullDays = 0, quarters = 0;
    for (var e : places.entrySet()) {
      int[] c = e.getValue();
      if (Arrays.stream(c).sum() < 60) continue;
      PauseReading reading = CLOCK.read(new DailySeries(from, c, new int[0]), Optional.empty());
      var open = new ArrayList<DayVerdict>();
      for (DayVerdict v : reading.days().subList(Math.min(28, c.length), c.length)) {
        boolean held = pauses.stream().anyMatch(p -> !v.day().isBefore(p[0]) && !v.day().isAfter(p[1]));
        if (!held) open.add(v);
      }
      double q = open.size() / 90.0;
      int found = runs(open, Verdict.PAUSED);
      if (print) {
        System.out.printf(Locale.ROOT, "   %-24s %6.2f/day  %4.2f spells, %5.1f days paused per 90 days%s%n", e.getKey(), Arrays.stream(c).average().orElse(0), found / q, days(open, Verdict.PAUSED) / q,
            open.stream().filter(v -> v.verdict() == Verdict.PAUSED).limit(6).map(v -> " " + v.day()).reduce("", String::concat));
      }
      lulls += found;
      lullDays += days(open, Verdict.PAUSED);
      quarters += q;
    }
    System.out.printf(Locale.ROOT, "%-40s %.0f quarters: %.3f spells, %.2f days called paused per 90 days%n", name, quarters, lulls / quarters, lullDays / quarters);
  }

  static void real(Path data, boolean print) throws IOException {
    LocalDate y = LocalDate.parse("2015-03-26");
    List<LocalDate[]> may = List.<LocalDate[]>of(new LocalDate[] {LocalDate.parse("2015-05-12"), LocalDate.parse("2015-05-18")});
    Map<String, int[]> yemen = byPlace(data.resolve("events/yemen_air_raids_2015.csv"), "date", "governorate", "", y, LocalDate.parse("2015-12-31"));
    real(data, "Yemen 2015, by governorate, raids", yemen, y, may, print);
    LocalDate s = LocalDate.parse("2013-01-01");
    Map<String, int[]> syria = byPlace(data.resolve("events/syrian_archive_events_trimmed.csv"), "recording_date", "city", "", s, LocalDate.parse("2017-12-31"));
    real(data, "Syria 2013-2017, by city, videos", syria, s, List.of(), print);
    List<String> rows = Files.readAllLines(data.resolve("monitor/aleppo-town-ucdp-daily-2016-09_12.csv"));
    Map<String, int[]> aleppo = new TreeMap<>();
    for (int col = 1; col <= 3; col++) {
      int k = col;
      aleppo.put("column " + col, rows.stream().skip(1).mapToInt(l -> Integer.parseInt(l.split(",")[k])).toArray());
    }
    real(data, "Aleppo 2016, UCDP", aleppo, LocalDate.parse("2016-09-01"),
        List.<LocalDate[]>of(new LocalDate[] {LocalDate.parse("2016-10-18"), LocalDate.parse("2016-10-23")}, new LocalDate[] {LocalDate.parse("2016-12-13"), LocalDate.parse("2016-12-31")}), print);
  }

  public static void main(String[] args) throws IOException {
    ordinary();
    kept();
    gaps();
    if (args.length > 0) real(Path.of(args[0]), args.length > 1);
  }
}
