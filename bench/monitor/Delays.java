// SPDX-License-Identifier: Apache-2.0

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
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
 * Sources that tell at different speed: does the 90 % band of six hours' counts hold what they will have shown once all is told, and what becomes of the
 * verdict. Laws are known; one row each. Through the whole of {@link ReportWatch}. Seeded.
 *
 * <p>Run: {@code java -cp CLASSES:LIBRARIES bench/monitor/Delays.java [runs a row, default 60]}.
 */
public class Delays {
  static final Instant START = Instant.parse("2020-03-01T00:00:00Z");
  static final int BEFORE = 20 * 24 + 8;

  /** Delays in hours; {@code share} of the incidents each, told by it alone. {@code since}: days before the announcement from which on it is there. */
  record Source(String name, double share, double sinceDays, ToDoubleFunction<RandomGenerator> delay) {}

  static ToDoubleFunction<RandomGenerator> lognormal(double median, double sigma) {
    return r -> median * Math.exp(sigma * r.nextGaussian());
  }

  static final ToDoubleFunction<RandomGenerator> WEEKLY = r -> 20 + 168 * r.nextDouble();

  record Row(String name, List<Source> sources) {}

  static final List<Row> ROWS = List.of(
      new Row("one source, median 2 h", List.of(new Source("a", 1, 99, lognormal(2, 1.2)))),
      new Row("four alike, median 2 h", List.of(new Source("a", .25, 99, lognormal(2, 1.2)), new Source("b", .25, 99, lognormal(2, 1.2)), new Source("c", .25, 99, lognormal(2, 1.2)),
          new Source("d", .25, 99, lognormal(2, 1.2)))),
      new Row("camera 5 min, people 3 h", List.of(new Source("camera", .5, 99, lognormal(0.08, 0.5)), new Source("people", .5, 99, lognormal(3, 1)))),
      new Row("camera, people, weekly list", List.of(new Source("camera", .4, 99, lognormal(0.08, 0.5)), new Source("people", .3, 99, lognormal(3, 1)), new Source("list", .3, 99, WEEKLY))),
      new Row("a camera of the last 5 days", List.of(new Source("people", .5, 99, lognormal(6, 1)), new Source("camera", .5, 5, lognormal(0.08, 0.5)))),
      new Row("twenty seldom ones, 1 to 12 h", java.util.stream.IntStream.range(0, 20).mapToObj(i -> new Source("s" + i, .05, 99, lognormal(1 + i * 0.6, 1))).toList()));

  record World(List<Report> known, int[] whole) {}

  static World world(RandomGenerator r, Row row, boolean kept, int after) {
    int end = BEFORE + after;
    Instant asOf = START.plus(Duration.ofHours(end));
    var known = new ArrayList<Report>();
    int[] whole = new int[end];
    int offset = r.nextInt(6);
    double burst = 1;
    double residual = 0.01 + 0.19 * r.nextDouble();
    for (int h = 0; h < end; h++) {
      if ((h + offset) % 6 == 0) burst = Silence.gamma(r, 1.5) / 1.5;
      for (Source s : row.sources) {
        double mean = 48.0 / (16 + 8 * 0.35) * s.share * (h % 24 < 6 || h % 24 >= 22 ? 0.35 : 1) * burst * (kept && h >= BEFORE ? residual : 1);
        int n = h < BEFORE - 24 * s.sinceDays ? 0 : Silence.poisson(r, mean);
        whole[h] += n;
        for (int i = 0; i < n; i++) {
          Instant at = START.plusSeconds((long) ((h + r.nextDouble()) * 3600));
          Instant received = at.plusSeconds((long) (3600 * s.delay.applyAsDouble(r)));
          if (received.isAfter(asOf)) continue;
          var where = new Report.Where("", OptionalDouble.of(30 + 10 * r.nextDouble()), OptionalDouble.of(30 + 10 * r.nextDouble()), OptionalDouble.of(100));
          known.add(new Report(0, new Report.When(at, at, at), received, where, new Report.Origin(s.name, "", HowKnown.SEEN), "air", new Report.Alleged("", ""), Report.Range.UNSAID,
              Report.Range.UNSAID));
        }
      }
    }
    return new World(known, whole);
  }

  public static void main(String[] args) {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 60;
    for (Row row : ROWS) {
      int held = 0;
      int all = 0;
      double width = 0;
      int[] affirmed = new int[2];
      int[] asked = new int[2];
      double before = 0;
      for (int run = 0; run < runs; run++) {
        RandomGenerator r = RandomGeneratorFactory.of("L64X128MixRandom").create(910_000 + run);
        boolean kept = run % 2 == 0;
        int after = 6 + r.nextInt(19);
        World w = world(r, row, kept, after);
        Instant announced = START.plus(Duration.ofHours(BEFORE));
        Instant asOf = announced.plus(Duration.ofHours(after));
        var ground = ReportWatch.Ground.watchedBy(List.of(new Observer("post", "", START, asOf)));
        var request = new ReportWatch.Request(ReportWatch.Announced.from(announced), Optional.of(asOf), ground, ZoneOffset.UTC, SwitchSettings.hourly());
        var answer = ReportWatch.watch(w.known, request, new Findings()).orElseThrow();
        asked[kept ? 1 : 0]++;
        if (answer.reading().verdict() == Verdict.PAUSED) affirmed[kept ? 1 : 0]++;
        before += answer.reading().baseline().perDay() / runs;
        var hours = answer.hours();
        for (var h : hours.subList(hours.size() - 12, hours.size())) {
          int hour = (int) Duration.between(START, h.from()).toHours();
          int truth = 0;
          for (int t = hour - 5; t <= hour; t++) truth += w.whole[t];
          if (h.low() <= truth && truth <= h.high()) held++;
          width += h.high() - h.low();
          all++;
        }
      }
      System.out.printf(Locale.ROOT, "%-30s six hours' counts in their 90 %% band %.3f, width %.1f; baseline %.1f a day; affirmed kept %.2f, broken %.2f%n", row.name, (double) held / all,
          width / all, before, (double) affirmed[1] / asked[1], (double) affirmed[0] / asked[0]);
    }
  }
}
