// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.clock;

import java.util.Arrays;

/**
 * Has the fire stopped? A filter over bins of time in which the fire is in one of four states: <b>war</b> at its usual
 * rate; an <b>ordinary lull</b>, which passes within a day; a <b>lower war</b> at 40 to 75 % of the rate, which may last
 * for weeks; or a <b>pause</b>, at 1 to 30 % of the rate.
 *
 * <p>Counts are negative binomial around {@code fraction × expected}, where {@code expected} already holds the share of
 * reports that has had time to arrive, so a young hour with no report says little. A lull and a pause look alike while they
 * last; what tells them apart is that the one was announced, or goes on. Without those two states every isolated calm day
 * of a war, and every slow decline, is read as a pause.
 *
 * <p>Where bins are shorter than a burst of fire, one gamma factor stands for each burst, and what was seen of it so far says what the rest
 * of it will show. Where a burst begins is not known: all beginnings are run side by side and weighed by how well they foretold the counts.
 *
 * <p>O(bins × fractions) time and memory, for each bin of a burst. Deterministic: no random numbers. Weak where the expected count of the whole
 * window is below about three: then the prior is the answer, and the quiet hours still needed say so.
 */
public final class SwitchModel {
  private final SwitchSettings settings;
  private final double[] residual;
  private final double[] reduced;

  /** With the settings' shares of the rate before, evenly spaced in their logarithm. */
  public SwitchModel(SwitchSettings settings) {
    this(settings, settings.residualFractions());
  }

  /** For a war that ran at this share of its rate before: it may fall back to that level. [0,1] */
  SwitchModel(SwitchSettings settings, double before) {
    this(settings, settings.residualFractions(), SwitchSettings.reducedFractions(before));
  }

  /** With other shares of the rate before that a pause may run at, each as likely. */
  SwitchModel(SwitchSettings settings, double[] residual) {
    this(settings, residual, SwitchSettings.REDUCED_FRACTIONS);
  }

  private SwitchModel(SwitchSettings settings, double[] residual, double[] reduced) {
    this.settings = settings;
    this.residual = residual.clone();
    this.reduced = reduced.clone();
  }

  /** Runs the filter over all bins and keeps what is needed to say since when. */
  public Posterior run(Bins bins) {
    if (bins.burst() == 1) return new Run(bins, 0).forward();
    Posterior[] runs = new Posterior[bins.burst()];
    double[] evidence = new double[runs.length];
    double best = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < runs.length; r++) {
      var run = new Run(bins, r);
      runs[r] = run.forward();
      evidence[r] = run.evidence;
      best = Math.max(best, evidence[r]);
    }
    for (int r = 0; r < runs.length; r++) evidence[r] = Math.exp(evidence[r] - best);
    return Posterior.mixed(runs, evidence);
  }

  /** Probability of a pause in the last bin only; the same number as {@link #run} gives, without its memory. */
  public double pausedAtEnd(Bins bins) {
    var posterior = run(bins);
    return bins.size() == 0 ? 0 : posterior.paused(bins.size() - 1);
  }

  /** One pass. State order: war, lulls by fraction, pauses by fraction, lower wars by fraction. */
  private final class Run {
    private final Bins bins;
    private final int offset;
    private final int fractions = residual.length;
    /** Gamma law of the burst that runs: its shape, and by state its rate in units of the expected count. */
    private double burst;
    private double warRate;
    private final double[] pauseRate = new double[residual.length];
    private double evidence;
    private double war = 1;
    private final double[] lull = new double[fractions];
    private final double[] pause = new double[fractions];
    private final double[] lower = new double[reduced.length];
    private final double[] fit = new double[fractions];
    private final double[] lowerFit = new double[reduced.length];
    private final double[] paused;
    private final double[] inflow;
    private final double[] gain;

    Run(Bins bins, int offset) {
      this.bins = bins;
      this.offset = offset;
      paused = new double[bins.size()];
      inflow = new double[bins.size()];
      gain = new double[bins.size() * fractions];
    }

    Posterior forward() {
      for (int bin = 0; bin < bins.size(); bin++) {
        boolean seen = bins.seen(bin);
        if (bin == 0 || (bin + offset) % bins.burst() == 0) begin(bins.burstShape(bin));
        inflow[bin] = move(bin, seen);
        double total = seen ? weigh(bin) : 1;
        for (int f = 0; f < fractions; f++) {
          double stays = bin + 1 < bins.size() ? 1 - endChance(bin + 1, bins.seen(bin + 1)) : 1;
          gain[bin * fractions + f] = (seen ? fit[f] : 1) / total * stays;
        }
        paused[bin] = Math.min(1, sum(pause));
      }
      return new Posterior(paused, startWeights());
    }

    private void begin(double shape) {
      burst = shape;
      warRate = shape;
      Arrays.fill(pauseRate, shape);
    }

    private double endChance(int bin, boolean seen) {
      double daily = seen ? settings.endsPerDay() : settings.endsPerUnseenDay();
      double background = 1 - Math.exp(-daily * bins.days());
      return background + (1 - background) * bins.plannedEnd(bin);
    }

    /** Moves the weights into the bin, before its count is looked at; returns what newly entered the pause. */
    private double move(int bin, boolean seen) {
      double days = bins.days();
      double announced = bins.announcedStart(bin);
      double start = announced > 0 || bins.onlyAnnounced() ? announced : Math.min(0.5, settings.startsPerDay() * days);
      double intoLull = Math.min(0.5, settings.lullsPerDay() * days);
      double intoLower = Math.min(0.5, settings.lowersPerDay() * days);
      double lullStays = Math.pow(settings.lullStaysADay(), days);
      double lowerStays = Math.pow(settings.lowerStaysADay(), days);
      double end = endChance(bin, seen);
      double lulls = sum(lull);
      double lowers = sum(lower);
      double ended = sum(pause) * end;
      // A lull of the ordinary kind turns into a pause only where one was announced; a lower war may pause by itself too.
      double entering = war * start + lulls * announced + lowers * start;
      double warKept = war * (1 - start);
      double back = war > 0 || ended > 0 ? ended / (warKept + ended) : 0;
      double pausedRate = sum(pause) > 0 ? meanRate() : warRate;
      for (int f = 0; f < fractions; f++) {
        double stayed = pause[f] * (1 - end);
        double share = stayed + entering > 0 ? stayed / (stayed + entering / fractions) : 1;
        pauseRate[f] = share * pauseRate[f] + (1 - share) * warRate;
        pause[f] = stayed + entering / fractions;
        lull[f] = lull[f] * lullStays * (1 - announced) + warKept * intoLull / fractions;
      }
      for (int f = 0; f < lower.length; f++) {
        lower[f] = lower[f] * lowerStays * (1 - start) + warKept * intoLower / lower.length;
      }
      warRate = (1 - back) * warRate + back * pausedRate;
      war =
          warKept * (1 - intoLull - intoLower)
              + lulls * (1 - lullStays) * (1 - announced)
              + lowers * (1 - lowerStays) * (1 - start)
              + ended;
      return entering;
    }

    private double meanRate() {
      double sum = 0;
      double weighted = 0;
      for (int f = 0; f < fractions; f++) {
        sum += pause[f];
        weighted += pause[f] * pauseRate[f];
      }
      return weighted / sum;
    }

    /** Multiplies by the likelihood of the bin's count and normalises; returns the factor divided out. */
    private double weigh(int bin) {
      double mean = bins.expected(bin);
      int count = bins.count(bin);
      double atWar = logFit(mean, warRate, count);
      double total = war; // every fit is relative to war's, so war keeps its weight
      for (int f = 0; f < fractions; f++) {
        double m = residual[f] * mean;
        fit[f] = Math.exp(Math.clamp(logFit(m, pauseRate[f], count) - atWar, -600, 600));
        pauseRate[f] += m;
        lull[f] *= fit[f];
        pause[f] *= fit[f];
        total += lull[f] + pause[f];
      }
      for (int f = 0; f < lower.length; f++) {
        lowerFit[f] = Math.exp(Math.clamp(logFit(reduced[f] * mean, warRate, count) - atWar, -600, 600));
        lower[f] *= lowerFit[f];
        total += lower[f];
      }
      war /= total;
      for (int f = 0; f < fractions; f++) {
        lull[f] /= total;
        pause[f] /= total;
      }
      for (int f = 0; f < lower.length; f++) lower[f] /= total;
      evidence += atWar + Math.log(total);
      for (int i = 0; i < count; i++) evidence += Math.log(burst + i);
      warRate += mean;
      burst += count;
      return total;
    }

    /** ln of the negative binomial mass of a count around {@code mean} times the burst's factor, less what all states share. */
    private double logFit(double mean, double rate, int count) {
      double whole = rate + mean;
      return burst * Math.log(rate / whole) + count * Math.log(mean / whole);
    }

    /** For each bin the chance that the pause now running began there; sums to the chance that one runs. */
    private double[] startWeights() {
      double[] weights = new double[bins.size()];
      double[] carried = new double[fractions];
      Arrays.fill(carried, 1.0 / fractions);
      for (int bin = bins.size() - 1; bin >= 0; bin--) {
        double sum = 0;
        for (int f = 0; f < fractions; f++) {
          carried[f] *= gain[bin * fractions + f];
          sum += carried[f];
        }
        weights[bin] = inflow[bin] * sum;
      }
      return weights;
    }
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double v : values) sum += v;
    return sum;
  }
}
