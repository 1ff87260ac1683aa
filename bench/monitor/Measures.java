// SPDX-License-Identifier: Apache-2.0

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.respite.monitor.clock.DailySeries;
import org.respite.monitor.clock.HourClock;
import org.respite.monitor.clock.SwitchSettings;
import org.respite.monitor.clock.Verdict;

/**
 * Measures of the pause clock on invented wars whose truth is known; prints one table. Seeded: the same table every time.
 *
 * <p>Run: {@code java -cp respite-monitor/target/classes bench/monitor/Measures.java [share of the runs, default 1]}.
 *
 * <p>A war: 48 or 12 incidents a day, nights at 35 %, a gamma factor of shape 1.5 every six hours (at an offset that the clock
 * does not know), report delays lognormal with median 2 h and sigma 1.2; a pause leaves 1 to 20 % (unannounced: 5 %).
 */
public class Measures {
  static final int BEFORE = 16 * 24;
  static double share = 1;

  record War(int[][] byDelay, int hours) {
    /** Incidents by hour as known at the end of hour {@code now - 1}. */
    int[] knownAt(int now) {
      int[] counts = new int[Math.min(now, hours)];
      for (int h = 0; h < counts.length; h++) {
        int upTo = Math.min(now - 1 - h, byDelay[h].length - 1);
        for (int d = 0; d <= upTo; d++) counts[h] += byDelay[h][d];
      }
      return counts;
    }
  }

  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  static War war(RandomGenerator r, double perDay, int hours, int pauseFrom, int pauseTo, double residual, int dark, int darkTo) {
    int[][] by = new int[hours][97];
    int offset = r.nextInt(6);
    double burst = gamma(r, 1.5) / 1.5;
    double scale = perDay / (16 + 8 * 0.35);
    for (int h = 0; h < hours; h++) {
      if ((h + offset) % 6 == 0) burst = gamma(r, 1.5) / 1.5;
      int ofDay = h % 24;
      double mean = scale * (ofDay < 6 || ofDay >= 22 ? 0.35 : 1) * burst;
      if (h >= pauseFrom && h < pauseTo) mean *= residual;
      if (h >= dark && h < darkTo) mean = 0;
      int n = poisson(r, mean);
      for (int i = 0; i < n; i++) {
        double at = r.nextDouble();
        double delay = 2 * Math.exp(1.2 * r.nextGaussian());
        int bin = (int) Math.min(96, Math.floor(at + delay));
        by[h][bin]++;
      }
    }
    return new War(by, hours);
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
    int n = 0;
    for (double left = mean + Math.log(r.nextDouble()); left > 0; left += Math.log(r.nextDouble())) n++;
    return n;
  }

  /** Share of an hour's reports that has arrived, estimated from the war's own delays (all of them old enough). */
  static double[] arrived(War war, int upTo) {
    double[] by = new double[97];
    double all = 0;
    for (int h = 0; h < upTo - 97; h++) for (int d = 0; d < 97; d++) {
      by[d] += war.byDelay[h][d];
      all += war.byDelay[h][d];
    }
    double sum = 0;
    for (int d = 0; d < 97; d++) {
      sum += by[d];
      by[d] = sum / Math.max(1, all);
    }
    return by;
  }

  static HourClock clock = new HourClock(SwitchSettings.hourly());

  static HourClock.Reading read(War war, double[] arrived, int now, int announced, War control) {
    int[] other = control == null ? new int[0] : control.knownAt(now);
    return clock.read(new HourClock.Known(war.knownAt(now), other, arrived, 0).announced(announced, HourClock.NONE), false);
  }

  static void row(String id, String what, String value, String gate, boolean met) {
    System.out.printf(Locale.ROOT, "%-4s %-58s %-28s %-22s %s%n", id, what, value, gate, met ? "met" : "NOT MET");
  }

  static int runs(int full) {
    return Math.max(4, (int) (full * share));
  }

  static void falseLulls(double perDay) {
    int wars = runs(80);
    int lulls = 0;
    long paused = 0;
    long hours = 0;
    for (int w = 0; w < wars; w++) {
      War war = war(random(1000 + w), perDay, BEFORE + 720, -1, -1, 0, -1, -1);
      double[] arrived = arrived(war, BEFORE);
      boolean before = false;
      for (int now = BEFORE; now < BEFORE + 720; now++) {
        boolean is = read(war, arrived, now, -1, null).verdict() == Verdict.PAUSED;
        if (is && !before) lulls++;
        if (is) paused++;
        before = is;
        hours++;
      }
    }
    double rate = (double) lulls / wars;
    double time = 100.0 * paused / hours;
    row("M2", String.format(Locale.ROOT, "false lulls at P >= .95, %.0f/day, %d x 30 d", perDay, wars),
        String.format(Locale.ROOT, "%.2f /30 d, %.2f %% of time", rate, time), "<= 2.0, <= 1 %", rate <= 2 && time <= 1);
  }

  static void delays(double perDay) {
    int n = runs(160);
    double[] delay = new double[n];
    for (int i = 0; i < n; i++) {
      RandomGenerator r = random(5000 + i);
      int start = BEFORE + r.nextInt(24);
      War war = war(r, perDay, start + 120, start, start + 120, 0.05, -1, -1);
      double[] arrived = arrived(war, BEFORE);
      delay[i] = 120;
      for (int now = start + 1; now <= start + 119; now++) {
        if (read(war, arrived, now, -1, null).verdict() == Verdict.PAUSED) {
          delay[i] = now - start;
          break;
        }
      }
    }
    Arrays.sort(delay);
    double median = delay[n / 2];
    double late = delay[(int) (n * 0.9)];
    row("M3", String.format(Locale.ROOT, "hours until P >= .95, unannounced, %.0f/day, %d pauses", perDay, n),
        String.format(Locale.ROOT, "median %.0f, 90 %% %.0f", median, late), perDay > 40 ? "<= 16, <= 26" : "(none)",
        perDay < 40 || median <= 16 && late <= 26);
  }

  static void announced(double perDay) {
    int n = runs(1500);
    int[] after = {4, 8, 12, 24, 48};
    double[] hit = new double[5];
    double[] wrong = new double[5];
    double[] brier = new double[5];
    double[][] bin = new double[5][20];
    double[][] truth = new double[5][20];
    int[] all = new int[5];
    int[] right = new int[5];
    int honoured = 0;
    int covered = 0;
    int counted = 0;
    double early = 0;
    for (int i = 0; i < n; i++) {
      RandomGenerator r = random(20_000 + i);
      boolean kept = r.nextBoolean();
      int start = BEFORE + 8; // 08:00, as such pauses are announced
      double residual = 0.01 + 0.19 * r.nextDouble();
      War war = war(r, perDay, start + 49, kept ? start : -1, kept ? start + 49 : -1, residual, -1, -1);
      double[] arrived = arrived(war, BEFORE);
      if (kept) honoured++;
      for (int a = 0; a < 5; a++) {
        HourClock.Reading reading = read(war, arrived, start + after[a], start, null);
        double p = reading.paused();
        boolean says = p >= Verdict.PAUSED_FROM;
        if (says) (kept ? hit : wrong)[a]++;
        if (says) all[a]++;
        if (says && kept) right[a]++;
        brier[a] += (p - (kept ? 1 : 0)) * (p - (kept ? 1 : 0)) / n;
        int b = Math.min(19, (int) (p * 20));
        bin[a][b] += p;
        truth[a][b] += kept ? 1 : 0;
        if (after[a] == 24 && says && kept) {
          counted++;
          if (reading.start().orElseThrow().low() <= start && reading.start().orElseThrow().high() >= start) covered++;
          early += reading.start().orElseThrow().middle() - start;
        }
      }
    }
    double[] gates = {-1, 0.55, 0.73, 0.90, -1};
    for (int a = 0; a < 5; a++) {
      double h = hit[a] / honoured;
      double w = wrong[a] / (n - honoured);
      double ece = 0;
      for (int b = 0; b < 20; b++) ece += Math.abs(bin[a][b] - truth[a][b]) / n;
      boolean gated = perDay > 40 && gates[a] > 0;
      row("M4", String.format(Locale.ROOT, "announced, %.0f/day, +%d h: kept affirmed / broken affirmed", perDay, after[a]),
          String.format(Locale.ROOT, "%.3f / %.3f", h, w), gated ? ">= " + gates[a] + ", <= .02" : "(none)",
          !gated || h >= gates[a] && w <= 0.02);
      boolean judged = perDay > 40 ? after[a] >= 8 : after[a] >= 12;
      double held = all[a] == 0 ? 1 : (double) right[a] / all[a];
      row("M5", String.format(Locale.ROOT, "calibration, %.0f/day, +%d h: ECE, verdicts true (Brier %.3f)", perDay, after[a], brier[a]),
          String.format(Locale.ROOT, "%.3f, %.3f", ece, held), judged ? "<= .03, >= .95" : "(none)",
          !judged || ece <= 0.03 && held >= 0.95);
    }
    row("M6", String.format(Locale.ROOT, "announced start in its 90 %% interval at +24 h, %.0f/day", perDay),
        String.format(Locale.ROOT, "%.3f, mean error %.1f h", (double) covered / Math.max(1, counted), early / Math.max(1, counted)), "(99 % as measured before)", true);
  }

  /** Nobody watches from 20:00 to 05:00: bursts of fire begin unseen there, and what is seen after them must still be weighed rightly. */
  static void unwatchedNights(double perDay) {
    int n = runs(600);
    int[] after = {13, 22, 24, 48};
    for (int a : after) {
      double hit = 0;
      double wrong = 0;
      double bias = 0;
      double brier = 0;
      int honoured = 0;
      for (int i = 0; i < n; i++) {
        RandomGenerator r = random(80_000 + i);
        boolean kept = r.nextBoolean();
        int start = BEFORE + 8;
        War war = war(r, perDay, start + 49, kept ? start : -1, kept ? start + 49 : -1, 0.01 + 0.19 * r.nextDouble(), -1, -1);
        int[] seen = war.knownAt(start + a);
        for (int h = 0; h < seen.length; h++) if (h % 24 >= 20 || h % 24 < 5) seen[h] = DailySeries.MISSING;
        double p = clock.read(new HourClock.Known(seen, new int[0], arrived(war, BEFORE), 0).announced(start, HourClock.NONE), false).paused();
        if (kept) honoured++;
        if (p >= Verdict.PAUSED_FROM) {
          if (kept) hit++;
          else wrong++;
        }
        bias += (p - (kept ? 1 : 0)) / n;
        brier += (p - (kept ? 1 : 0)) * (p - (kept ? 1 : 0)) / n;
      }
      row("M4", String.format(Locale.ROOT, "nights unwatched, %.0f/day, +%d h: kept / broken affirmed", perDay, a),
          String.format(Locale.ROOT, "%.3f / %.3f, bias %+.3f, Brier %.3f", hit / honoured, wrong / (n - honoured), bias, brier), "broken <= .02", wrong / (n - honoured) <= 0.02);
    }
  }

  static void startInterval(double perDay) {
    int n = runs(300);
    int covered = 0;
    int counted = 0;
    double error = 0;
    for (int i = 0; i < n; i++) {
      RandomGenerator r = random(60_000 + i);
      int start = BEFORE + r.nextInt(24);
      War war = war(r, perDay, start + 25, start, start + 25, 0.05, -1, -1);
      HourClock.Reading reading = read(war, arrived(war, BEFORE), start + 24, -1, null);
      if (reading.paused() < Verdict.PAUSED_FROM) continue;
      counted++;
      if (reading.start().orElseThrow().low() <= start && reading.start().orElseThrow().high() >= start) covered++;
      error += reading.start().orElseThrow().middle() - start;
    }
    double c = (double) covered / Math.max(1, counted);
    row("M6", String.format(Locale.ROOT, "start in its 90 %% interval, unannounced, %.0f/day, %d affirmed", perDay, counted),
        String.format(Locale.ROOT, "%.3f, mean error %.1f h", c, error / Math.max(1, counted)), ".86 to .96", c >= 0.86 && c <= 0.96);
  }

  /** Of the six hours to each of the last hours: does the band hold what they will have shown once all is told? */
  static void nowcast(double perDay) {
    int n = runs(600);
    int held = 0;
    int all = 0;
    double width = 0;
    for (int i = 0; i < n; i++) {
      RandomGenerator r = random(70_000 + i);
      int start = BEFORE + 8;
      boolean kept = r.nextBoolean();
      War war = war(r, perDay, start + 20, kept ? start : -1, kept ? start + 20 : -1, 0.01 + 0.19 * r.nextDouble(), -1, -1);
      int now = start + 1 + r.nextInt(18);
      int[] whole = war.knownAt(war.hours + 97);
      var known = new HourClock.Known(war.knownAt(now), new int[0], arrived(war, BEFORE), 0).announced(start, HourClock.NONE);
      for (HourClock.Hour h : clock.hours(known, 12)) {
        int truth = 0;
        for (int t = h.hour() - 5; t <= h.hour(); t++) truth += whole[t];
        if (h.low() <= truth && truth <= h.high()) held++;
        width += h.high() - h.low();
        all++;
      }
    }
    double c = (double) held / all;
    row("M6", String.format(Locale.ROOT, "six hours' counts in their 90 %% band after nowcast, %.0f/day", perDay),
        String.format(Locale.ROOT, "%.3f, width %.1f", c, width / all), ".86 to .96", c >= 0.86 && c <= 0.96);
  }

  static void blackout() {
    int n = runs(150);
    int affirmed = 0;
    int found = 0;
    int foundWithout = 0;
    for (int i = 0; i < n; i++) {
      RandomGenerator r = random(80_000 + i);
      int start = BEFORE + r.nextInt(24);
      War dark = war(r, 48, start + 18, -1, -1, 0, start, start + 18);
      War darkControl = war(r, 96, start + 18, -1, -1, 0, start, start + 18);
      if (read(dark, arrived(dark, BEFORE), start + 18, -1, darkControl).verdict() == Verdict.PAUSED) affirmed++;
      War paused = war(r, 48, start + 18, start, start + 18, 0.05, -1, -1);
      War control = war(r, 96, start + 18, -1, -1, 0, -1, -1);
      double[] arrived = arrived(paused, BEFORE);
      if (read(paused, arrived, start + 18, -1, control).verdict() == Verdict.PAUSED) found++;
      if (read(paused, arrived, start + 18, -1, null).verdict() == Verdict.PAUSED) foundWithout++;
    }
    double a = (double) affirmed / n;
    double cost = (double) (foundWithout - found) / n;
    row("M7", n + " blackouts of 18 h affirmed / cost in detection",
        String.format(Locale.ROOT, "%.3f / %.3f", a, cost), "<= .02, <= .06", a <= 0.02 && cost <= 0.06);
  }

  public static void main(String[] args) {
    if (args.length > 0) share = Double.parseDouble(args[0]);
    falseLulls(48);
    falseLulls(12);
    delays(48);
    delays(12);
    announced(48);
    announced(12);
    unwatchedNights(48);
    unwatchedNights(12);
    startInterval(48);
    startInterval(12);
    nowcast(48);
    nowcast(12);
    blackout();
  }
}
