// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How long things last when some are still lasting: product limit, proportional hazards with one covariate, Weibull.
 *
 * <p>Kaplan and Meier (1958); Cox (1972) with Efron's handling of ties (1977). Assumes that what ends observation has nothing
 * to do with what is observed: a pause that ends because it was only agreed until then is not a failure.
 */
public final class Survival {
  private final double[] time;
  private final boolean[] ended;
  private final Integer[] order;

  /** @param ended whether the end was seen; else it was still lasting then */
  public Survival(double[] time, boolean[] ended) {
    this.time = time.clone();
    this.ended = ended.clone();
    order = IntStream.range(0, time.length).boxed().sorted(Comparator.comparingDouble(i -> time[i])).toArray(Integer[]::new);
  }

  /** Quantity with its standard error. */
  public record Estimate(double value, double error) {}

  /** Time by which half have ended, with its 95 % range from the log-transformed band. */
  public record Median(double low, double middle, double high) {}

  /** Product-limit median; infinite where less than half ended. */
  public Median median() {
    double survive = 1;
    double variance = 0;
    double[] crossed = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double z = Normal.quantile(0.975);
    for (int i = 0; i < order.length; ) {
      double t = time[order[i]];
      int atRisk = order.length - i;
      int deaths = 0;
      for (; i < order.length && time[order[i]] == t; i++) if (ended[order[i]]) deaths++;
      if (deaths == 0) continue;
      survive *= 1 - (double) deaths / atRisk;
      variance += (double) deaths / ((double) atRisk * (atRisk - deaths));
      double spread = z * Math.sqrt(variance);
      double[] bands = {survive * Math.exp(-spread), survive, survive * Math.exp(spread)};
      for (int b = 0; b < 3; b++) if (bands[b] <= 0.5 && t < crossed[b]) crossed[b] = t;
    }
    return new Median(crossed[0], crossed[1], crossed[2]);
  }

  /** Log hazard ratio for one unit of the covariate: Newton on the partial likelihood. */
  public Estimate hazardRatio(double[] covariate) {
    double beta = 0;
    double information = 1;
    for (int step = 0; step < 50; step++) {
      double[] d = partial(covariate, beta);
      information = d[1];
      double move = d[0] / information;
      beta += move;
      if (Math.abs(move) < 1e-12) break;
    }
    return new Estimate(beta, 1 / Math.sqrt(information));
  }

  private double[] partial(double[] x, double beta) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double score = 0;
    double information = 0;
    for (int i = order.length - 1; i >= 0; ) {
      double t = time[order[i]];
      double d0 = 0;
      double d1 = 0;
      double d2 = 0;
      int deaths = 0;
      for (; i >= 0 && time[order[i]] == t; i--) {
        double v = x[order[i]];
        double e = Math.exp(beta * v);
        s0 += e;
        s1 += v * e;
        s2 += v * v * e;
        if (!ended[order[i]]) continue;
        deaths++;
        score += v;
        d0 += e;
        d1 += v * e;
        d2 += v * v * e;
      }
      for (int k = 0; k < deaths; k++) {
        double share = (double) k / deaths;
        double mean = (s1 - share * d1) / (s0 - share * d0);
        score -= mean;
        information += (s2 - share * d2) / (s0 - share * d0) - mean * mean;
      }
    }
    return new double[] {score, information};
  }

  /** Weibull regression of ln time: location by covariate, one scale (the inverse of the shape). */
  public static final class Weibull {
    private final double[] location;
    private final double scale;
    private final double logLikelihood;

    Weibull(double[] location, double scale, double logLikelihood) {
      this.location = location;
      this.scale = scale;
      this.logLikelihood = logLikelihood;
    }

    public double location(int i) {
      return location[i];
    }

    public double scale() {
      return scale;
    }

    public double logLikelihood() {
      return logLikelihood;
    }
  }

  /** Maximum likelihood by damped Newton steps. {@code x}: rows of covariates, the constant among them. Times > 0. */
  public Weibull weibull(double[][] x) {
    int p = x[0].length;
    double[] theta = new double[p + 1];
    theta[0] = Arrays.stream(time).map(Math::log).average().orElse(0);
    double log = logLik(x, theta, null, null);
    for (int step = 0; step < 200; step++) {
      double[] slope = new double[p + 1];
      double[][] curve = new double[p + 1][p + 1];
      logLik(x, theta, slope, curve);
      double[] move = Linear.solve(curve, slope);
      double size = 1;
      double[] next = theta;
      double nextLog = Double.NEGATIVE_INFINITY;
      for (; size > 1e-10 && !(nextLog >= log); size /= 2) {
        next = theta.clone();
        for (int i = 0; i <= p; i++) next[i] += size * move[i];
        nextLog = logLik(x, next, null, null);
      }
      double gain = nextLog - log;
      theta = next;
      log = nextLog;
      if (gain < 1e-13) break;
    }
    return new Weibull(Arrays.copyOf(theta, p), Math.exp(theta[p]), log);
  }

  /** ln likelihood at location coefficients and ln scale; fills its slope and the negative of its curvature if asked. */
  private double logLik(double[][] x, double[] theta, double[] slope, double[][] curve) {
    int p = x[0].length;
    double sigma = Math.exp(theta[p]);
    double log = 0;
    for (int i = 0; i < time.length; i++) {
      double location = 0;
      for (int j = 0; j < p; j++) location += x[i][j] * theta[j];
      double z = (Math.log(time[i]) - location) / sigma;
      double e = Math.exp(z);
      int d = ended[i] ? 1 : 0;
      log += d * (z - theta[p] - Math.log(time[i])) - e;
      if (slope == null) continue;
      double g = (e - d) / sigma;
      for (int a = 0; a < p; a++) {
        slope[a] += g * x[i][a];
        for (int b = 0; b < p; b++) curve[a][b] += e / (sigma * sigma) * x[i][a] * x[i][b];
        double cross = (e - d + z * e) / sigma * x[i][a];
        curve[a][p] += cross;
        curve[p][a] += cross;
      }
      slope[p] += z * (e - d) - d;
      curve[p][p] += z * (e - d) + z * z * e;
    }
    return log;
  }
}
