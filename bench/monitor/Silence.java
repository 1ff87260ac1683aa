// SPDX-License-Identifier: Apache-2.0

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.respite.monitor.ReportWatch;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.clock.Verdict;
import org.respite.monitor.incident.HowKnown;
import org.respite.monitor.incident.Observer;
import org.respite.monitor.incident.Report;
import org.respite.monitor.input.Findings;

/**
 * When sources fall silent at the very time a pause is announced: how often a pause is affirmed although the war goes on, and how often a real one is
 * found. Through the whole of {@link ReportWatch}: reports, linkage, hours, who is heard, clock. Prints one table; seeded.
 *
 * <p>Run: {@code java -cp CLASSES:LIBRARIES bench/monitor/Silence.java [runs in each cell, default 100]}.
 *
 * <p>A war: 48 incidents a day, nights at 35 %, a gamma factor of shape 1.5 every six hours, 1.6 tellings an incident by ten sources of unequal
 * diligence, delays lognormal with median 2 h and sigma 1.2. A pause leaves 1 to 20 %. Who sends other word: every source, one in two, or nobody. Observers
 * are named for all hours, as by somebody who does not know that they are cut off.
 */
public class Silence {
  static final Instant START = Instant.parse("2020-03-01T00:00:00Z");
  static final int BEFORE = 9 * 24 + 8;
  static final int SOURCES = 10;

  enum Word { ALL, HALF, NOBODY }

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
    int n = 0;
    for (double left = mean + Math.log(r.nextDouble()); left > 0; left += Math.log(r.nextDouble())) n++;
    return n;
  }

  static Report report(double at, double delay, int source, String kind, int incident) {
    Instant when = START.plusSeconds((long) (at * 3600));
    var where = new Report.Where("", OptionalDouble.of(36.1 + 0.2 * ((incident * 0.618034) % 1)), OptionalDouble.of(37 + 0.2 * ((incident * 0.754878) % 1)), OptionalDouble.of(150));
    return new Report(0, new Report.When(when, when, when), when.plusSeconds((long) (delay * 3600)), where, new Report.Origin("s" + source, "", HowKnown.SEEN), kind,
        new Report.Alleged("", ""), Report.Range.UNSAID, Report.Range.UNSAID);
  }

  /** Reports that reach us by {@code BEFORE + after} hours; the first {@code silent} sources of a drawn order send nothing from the announcement on. */
  static List<Report> stream(RandomGenerator r, boolean kept, double silent, Word word, int after) {
    int[] order = new int[SOURCES];
    for (int i = 0; i < SOURCES; i++) {
      int j = r.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    boolean[] cut = new boolean[SOURCES];
    for (int i = 0; i < Math.round(silent * SOURCES); i++) cut[order[i]] = true;
    double[] diligence = new double[SOURCES];
    double sum = 0;
    for (int s = 0; s < SOURCES; s++) sum += diligence[s] = 0.3 + r.nextDouble();
    double residual = 0.01 + 0.19 * r.nextDouble();
    var all = new ArrayList<Report>();
    int incident = 0;
    int offset = r.nextInt(6);
    double burst = gamma(r, 1.5) / 1.5;
    for (int h = 0; h < BEFORE + after; h++) {
      if ((h + offset) % 6 == 0) burst = gamma(r, 1.5) / 1.5;
      double mean = 48 / (16 + 8 * 0.35) * (h % 24 < 6 || h % 24 >= 22 ? 0.35 : 1) * burst * (kept && h >= BEFORE ? residual : 1);
      int n = poisson(r, mean);
      for (int i = 0; i < n; i++, incident++) {
        double at = h + r.nextDouble();
        for (int s = 0; s < SOURCES; s++) {
          if (r.nextDouble() >= 1.6 * diligence[s] / sum) continue;
          all.add(report(at, 2 * Math.exp(1.2 * r.nextGaussian()), s, "air", incident));
        }
      }
    }
    for (int s = 0; s < SOURCES; s++) {
      if (word == Word.NOBODY || word == Word.HALF && s % 2 == 0) continue;
      double gap = 3 + 3 * r.nextDouble();
      for (double t = gap * r.nextDouble(); t < BEFORE + after; t += gap * (0.5 + r.nextDouble())) all.add(report(t, 0.2, s, "none", s));
    }
    Instant announced = START.plus(Duration.ofHours(BEFORE));
    Instant asOf = announced.plus(Duration.ofHours(after));
    all.removeIf(x -> x.received().isAfter(asOf) || cut[Integer.parseInt(x.origin().source().substring(1))] && !x.received().isBefore(announced));
    return all;
  }

  static Verdict judge(List<Report> reports, int after) {
    Instant announced = START.plus(Duration.ofHours(BEFORE));
    Instant asOf = announced.plus(Duration.ofHours(after));
    var ground = ReportWatch.Ground.watchedBy(List.of(new Observer("post", "", START, asOf)));
    var request = new ReportWatch.Request(ReportWatch.Announced.from(announced), Optional.of(asOf), ground, ZoneOffset.UTC, SwitchSettings.hourly());
    return ReportWatch.watch(reports, request, new Findings()).orElseThrow().reading().verdict();
  }

  public static void main(String[] args) {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    System.out.println("other word  silent  hours after | war goes on: paused  gap  cannot say  not paused | real pause: paused  gap  cannot say  not paused");
    for (Word word : Word.values()) {
      for (double silent : new double[] {0, 0.25, 0.5, 0.75, 1}) {
        for (int after : new int[] {12, 24}) {
          int[][] n = new int[2][4];
          for (int run = 0; run < runs; run++) {
            for (int kept = 0; kept < 2; kept++) {
              RandomGenerator r = RandomGeneratorFactory.of("L64X128MixRandom").create(300_000 + run);
              switch (judge(stream(r, kept == 1, silent, word, after), after)) {
                case PAUSED -> n[kept][0]++;
                case REPORTING_GAP -> n[kept][1]++;
                case CANNOT_SAY -> n[kept][2]++;
                case NOT_PAUSED -> n[kept][3]++;
              }
            }
          }
          System.out.printf(Locale.ROOT, "%-10s  %5.0f%%  %11d | %19.3f %4.2f %11.2f %11.2f | %18.3f %4.2f %11.2f %11.2f%n", word.name().toLowerCase(Locale.ROOT), 100 * silent, after,
              share(n[0][0], runs), share(n[0][1], runs), share(n[0][2], runs), share(n[0][3], runs), share(n[1][0], runs), share(n[1][1], runs),
              share(n[1][2], runs), share(n[1][3], runs));
        }
      }
    }
  }

  static double share(int n, int of) {
    return (double) n / of;
  }
}
