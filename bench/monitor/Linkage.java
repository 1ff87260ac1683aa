// SPDX-License-Identifier: Apache-2.0

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.respite.monitor.ReportWatch;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.incident.HowKnown;
import org.respite.monitor.incident.Incidents;
import org.respite.monitor.incident.Report;
import org.respite.monitor.input.Findings;
import org.respite.monitor.stats.LatentClasses;
import org.respite.monitor.stats.OverlappingLists;

/**
 * Linkage, counting the dead and speed on invented data whose truth is known; prints one table. Seeded.
 *
 * <p>Run: {@code java -cp respite-monitor/target/classes bench/monitor/Linkage.java}.
 *
 * <p>Reports: 1.7 an incident on average from ten sources, 10 km by 10 km, three kinds; place and time known to 0.15, 1 or 4 km and
 * 0.25, 1 or 3 h, each a third of the time.
 */
public class Linkage {
  static final Instant START = Instant.parse("2016-10-01T00:00:00Z");
  static final String[] KINDS = {"air", "artillery", "small arms"};

  record Told(Report report, int incident) {}

  static List<Told> reports(RandomGenerator r, double perDay, int days) {
    var told = new ArrayList<Told>();
    int n = (int) Math.round(perDay * days);
    for (int e = 0; e < n; e++) {
      double at = r.nextDouble() * days * 24;
      double x = r.nextDouble() * 10;
      double y = r.nextDouble() * 10;
      int kind = r.nextInt(3);
      var sources = new HashSet<Integer>();
      int copies = 1;
      while (copies < 6 && r.nextDouble() < 0.41) copies++;
      while (sources.size() < copies) sources.add(r.nextInt(10));
      for (int s : sources) {
        int place = r.nextInt(3);
        double km = new double[] {0.15, 1, 4}[place];
        double hours = new double[] {0.25, 1, 3}[r.nextInt(3)];
        double t = Math.max(0, at + hours * r.nextGaussian());
        Instant from = START.plusSeconds((long) ((t - hours) * 3600));
        Instant to = START.plusSeconds((long) ((t + hours) * 3600));
        var where = new Report.Where("", OptionalDouble.of(36.2 + (y + km * r.nextGaussian()) / 111.2),
            OptionalDouble.of(37.1 + (x + km * r.nextGaussian()) / 89.7), OptionalDouble.of(km * 1000));
        told.add(new Told(new Report(told.size(), new Report.When(from, to, to), to.plus(Duration.ofMinutes((long) (120 * Math.exp(1.2 * r.nextGaussian())))), where,
            new Report.Origin("s" + s, "", HowKnown.SEEN), r.nextDouble() < 0.9 ? KINDS[kind] : KINDS[r.nextInt(3)],
            new Report.Alleged("", ""), Report.Range.UNSAID, Report.Range.UNSAID), e));
      }
    }
    return told;
  }

  static void row(String id, String what, String value, String gate, boolean met) {
    System.out.printf(Locale.ROOT, "%-4s %-58s %-32s %-20s %s%n", id, what, value, gate, met ? "met" : "NOT MET");
  }

  static void linkage(double perDay, double gate) {
    double tp = 0;
    double fp = 0;
    double fn = 0;
    int covers = 0;
    double ratio = 0;
    int runs = 40;
    for (int run = 0; run < runs; run++) {
      List<Told> told = reports(RandomGeneratorFactory.of("L64X128MixRandom").create(run), perDay, (int) Math.max(5, 600 / perDay));
      Incidents incidents = Incidents.of(told.stream().map(Told::report).toList());
      int[] truth = new int[told.size()];
      for (int i = 0; i < truth.length; i++) truth[i] = told.get(incidents.reports().get(i).line()).incident();
      int[] root = incidents.likeliest();
      for (int i = 0; i < root.length; i++) for (int j = i + 1; j < root.length; j++) {
        boolean same = truth[i] == truth[j];
        boolean linked = root[i] == root[j];
        if (same && linked) tp++;
        if (!same && linked) fp++;
        if (same && !linked) fn++;
      }
      int n = (int) Arrays.stream(truth).distinct().count();
      Incidents.Count count = incidents.count();
      if (count.low() <= n && n <= count.high()) covers++;
      ratio += (double) count.median() / n / runs;
    }
    double f1 = 2 * tp / (2 * tp + fp + fn);
    row("M11", String.format(Locale.ROOT, "linkage, %.1f/day: pair F1; interval covers; median/true", perDay),
        String.format(Locale.ROOT, "%.2f; %.0f %%; %.2f", f1, 100.0 * covers / runs, ratio), ">= " + gate + "; >= 85 %",
        f1 >= gate && covers >= 0.85 * runs);
  }

  static void lists() {
    int covered = 0;
    int bounded = 0;
    int runs = 40;
    for (int run = 0; run < runs; run++) {
      RandomGenerator r = RandomGeneratorFactory.of("L64X128MixRandom").create(900 + run);
      double[] alike = {0.4, 0.35, 0.3, 0.25};
      double[] d = new LatentClasses(10, 0.25, 0.25).draws(new OverlappingLists(listed(r, alike, alike)), run, 1000, 400, 10);
      if (d[10] <= 600 && 600 <= d[389]) covered++;
      double[] seldom = {0.05, 0.1, 0.15, 0.08};
      if (new OverlappingLists(listed(r, new double[] {0.5, 0.45, 0.4, 0.35}, seldom)).lowerBound() <= 600) bounded++;
    }
    row("M12", "true 600, 4 lists, homogeneous: latent classes cover", String.format(Locale.ROOT, "%.2f", (double) covered / runs), ">= .85", covered >= 0.85 * runs);
    row("M12", "true 600, two classes: lower bound at or below truth", String.format(Locale.ROOT, "%.2f", (double) bounded / runs), "1.00", bounded == runs);
  }

  static int[] listed(RandomGenerator r, double[] often, double[] seldom) {
    int[] counts = new int[16];
    for (int p = 0; p < 600; p++) {
      double[] chance = p < 300 ? often : seldom;
      int pattern = 0;
      for (int l = 0; l < 4; l++) if (r.nextDouble() < chance[l]) pattern |= 1 << l;
      counts[pattern]++;
    }
    return counts;
  }

  static void speed() {
    List<Report> all = reports(RandomGeneratorFactory.of("L64X128MixRandom").create(1), 100_000 / 1.7 / 60, 60).stream().map(Told::report).toList();
    var request = new ReportWatch.Request(ReportWatch.Announced.NOTHING, Optional.empty(), ReportWatch.Ground.watchedBy(List.of()), ZoneOffset.UTC, SwitchSettings.hourly());
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      long from = System.nanoTime();
      ReportWatch.watch(all, request, new Findings());
      best = Math.min(best, (System.nanoTime() - from) / 1e9);
    }
    row("M14", all.size() + " reports, full refresh with strips, kinds, 2 days", String.format(Locale.ROOT, "%.1f s", best), "<= 5 s", best <= 5);
  }

  public static void main(String[] args) {
    linkage(2.4, 0.85);
    linkage(12, 0.66);
    linkage(48, 0.45);
    lists();
    speed();
  }
}
