// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.respite.monitor.clock.Arrival;
import org.respite.monitor.clock.HourClock;
import org.respite.monitor.stats.NegativeBinomial;

/**
 * Which of those who usually report are still heard, and so how much of a war's fire would be told now. A source may be silent because all is quiet.
 * Three things tell: reports of anything else than fire (word that all is quiet, other news) that are overdue by the source's own habit; fire that
 * others go on telling, of which its usual share is missing; and reports of earlier fire that by its own law of delays were still to come. How many sources are cut off at once is one unknown for all of them, because a net that is
 * down or people driven out silence many; the bound taken is the one that leaves least heard with {@value #HELD}, since a pause wrongly affirmed costs lives.
 *
 * <p>Where nobody sends anything but fire and all are silent, nothing tells: that is left to the observers named.
 */
final class Hearing implements Arrival {
  /** Chance that no more than this many are cut off. */
  private static final double HELD = 0.9;
  /** Chance that many are cut off at once, before anything is looked at. Assumption; below 1 - HELD, so that where nothing tells nobody is taken to be. */
  private static final double MANY_CUT = 0.09;
  /** Share of sources that stop by themselves within the hours looked at. Assumption. */
  private static final double FEW = 0.01;
  private static final int STEPS = 20;
  /** A source last heard after the beginning of what may be a pause counts as heard until its silence is less usual than this. Assumption. */
  private static final double OVERDUE = 0.2;
  /** From this chance on a source is called silent. */
  private static final double NAMED = 0.5;
  /** Shape of how many reports come late, those of one burst together. Assumption: as uneven as a burst of fire is where nothing can be fitted. */
  private static final double LATE_SHAPE = 1.5;
  private static final int DAYS_OF_HABIT = 14;
  private static final int FEWEST_HOURS = 72;
  private static final int INCIDENTS_LOOKED_AT = 2_000;

  private final Habits habits;
  private final double[] cut;
  /** First hours from which on one more source is silent, ascending; before the first all are heard. */
  private final int[] from;
  private final double[] covered;
  private final double[][] law;

  private Hearing(Habits habits, double[] cut, int[] from, double[] covered) {
    this.habits = habits;
    this.cut = cut;
    this.from = from;
    this.covered = covered;
    law = new double[from.length][];
    for (int i = 0; i < from.length; i++) law[i] = law(from[i]);
  }

  /** @param announced index of the hour in which a pause was to begin; {@link HourClock#NONE} where none was announced */
  static Hearing of(HourGrid grid, int announced) {
    int now = grid.hours();
    int to = announced >= 0 ? Math.min(announced, now) : Math.max(0, now - 24);
    int from = Math.max(0, to - DAYS_OF_HABIT * 24);
    var habits = new Habits(grid, from, to);
    double[] cut = new double[habits.channels()];
    if (to - from < FEWEST_HOURS) return new Hearing(habits, cut, new int[0], new double[0]);
    double[] gone = overdue(grid, habits, to);
    double[] heardSince = new double[gone.length];
    for (int c = 0; c < gone.length; c++) heardSince[c] = habits.lastHeard(c) >= to ? 1 : 0;
    double theta = shareCut(habits, gone, heardSince);
    for (int c = 0; c < cut.length; c++) cut[c] = !habits.isUsual(c) ? 0 : chance(theta, gone[c], heardSince[c] > 0);
    int[] steps = java.util.stream.IntStream.range(0, cut.length).filter(c -> cut[c] > 2 * FEW).map(c -> habits.lastHeard(c) + 1).sorted().distinct().toArray();
    double[] covered = new double[steps.length];
    for (int i = 0; i < steps.length; i++) covered[i] = covered(grid.laid(), habits, cut, new int[] {from, to, steps[i]});
    return new Hearing(habits, cut, steps, covered);
  }

  /** By channel, the chance of its silence if it goes on as ever. */
  private static double[] overdue(HourGrid grid, Habits habits, int to) {
    int now = grid.hours();
    int[] fireIn = new int[now];
    Receipts receipts = grid.receipts();
    double all = 0;
    for (int c = 0; c < habits.channels(); c++) all += habits.fireTold(c);
    for (int i = 0; i < receipts.size(); i++) {
      int h = grid.index(receipts.from(i)); // when it was, not when it came: what comes late from one source says nothing of another
      if (receipts.isFire(i) && receipts.received(i) <= grid.until() && h >= to && h < now) fireIn[h]++;
    }
    double[] chance = new double[habits.channels()];
    for (int c = 0; c < chance.length; c++) {
      int last = Math.max(0, habits.lastHeard(c));
      double mine = all > 0 ? Math.min(0.99, habits.fireTold(c) / all) : 0;
      double othersTold = 0;
      for (int h = Math.max(to, last + 1); h < now; h++) othersTold += fireIn[h] * habits.arrived(c, now - 1 - h);
      double ofFire = Math.pow(1 - mine, othersTold); // its share of what others told of the hours since
      chance[c] = habits.silentOfOthers(c, now - 1 - last) * Math.max(ofFire, habits.silentOfAll(c, now - 1 - last));
      if (habits.lastHeard(c) < to) chance[c] *= NegativeBinomial.atMost(0, habits.stillToCome(c, now), LATE_SHAPE);
    }
    return chance;
  }

  private static double chance(double theta, double silence, boolean heardSince) {
    if (heardSince && silence >= OVERDUE) return 0;
    return theta / (theta + (1 - theta) * silence);
  }

  /** The share of sources cut off that is not exceeded with {@value #HELD}: on a grid, over the silences of all sources. */
  private static double shareCut(Habits habits, double[] gone, double[] heardSince) {
    double[] theta = new double[STEPS + 1];
    double[] weight = new double[STEPS + 1];
    double sum = 0;
    for (int j = 0; j <= STEPS; j++) {
      theta[j] = j == 0 ? FEW : (double) j / STEPS * 0.98;
      double log = Math.log(j == 0 ? 1 - MANY_CUT : MANY_CUT / STEPS);
      for (int c = 0; c < gone.length; c++) {
        if (!habits.isUsual(c)) continue;
        boolean heard = heardSince[c] > 0 && gone[c] >= OVERDUE;
        log += Math.log(heard ? 1 - theta[j] : theta[j] + (1 - theta[j]) * gone[c]);
      }
      weight[j] = Math.exp(log);
      sum += weight[j];
    }
    double beyond = 0;
    for (int j = STEPS; j > 0; j--) {
      beyond += weight[j] / sum;
      if (beyond >= 1 - HELD) return theta[j];
    }
    return FEW;
  }

  /** Share of the incidents of ordinary hours that somebody would tell who is still heard in hour {@code when[2]}; every so many-th of very many. */
  private static double covered(Laid laid, Habits habits, double[] cut, int[] when) {
    int step = 1 + laid.size() / INCIDENTS_LOOKED_AT;
    double told = 0;
    int n = 0;
    for (int i = 0; i < laid.size(); i += step) {
      if (laid.hour(i) < when[0] || laid.hour(i) >= when[1]) continue;
      double nobody = 1;
      for (int k = 0; k < laid.tellers(i); k++) {
        int c = habits.channelOf(laid.teller(i, k));
        nobody *= habits.lastHeard(c) < when[2] ? cut[c] : 0;
      }
      told += 1 - nobody;
      n++;
    }
    return n == 0 ? 1 : told / n;
  }

  /** The law of delays among those heard in that hour. */
  private double[] law(int hour) {
    double[] by = new double[Habits.LONGEST_DELAY + 1];
    double all = 0;
    for (int c = 0; c < cut.length; c++) {
      double weight = habits.share(c) * (habits.lastHeard(c) < hour ? 1 - cut[c] : 1);
      all += weight;
      for (int d = 0; d < by.length; d++) by[d] += weight * habits.arrived(c, d);
    }
    for (int d = 0; d < by.length; d++) by[d] = all > 0 ? by[d] / all : habits.usual(d);
    return by;
  }

  private int step(int hour) {
    int at = Arrays.binarySearch(from, hour);
    return at >= 0 ? at : -at - 2;
  }

  @Override
  public double share(int hour, int age) {
    int step = step(hour);
    return step < 0 ? usual(age) : covered[step] * law[step][Math.min(age, Habits.LONGEST_DELAY)];
  }

  @Override
  public double usual(int age) {
    return habits.usual(age);
  }

  /** Share of the usual fire that somebody would tell who is still heard now. [0,1] */
  double heard() {
    return covered.length == 0 ? 1 : covered[covered.length - 1];
  }

  /** Whether what that source has to tell of an hour has more likely than not been told, and it is more likely still there than not; true of who sends no reports. */
  boolean hasTold(int sender, int hour, int age) {
    int c = habits.channelOf(sender);
    boolean gone = cut[c] >= NAMED && hour > habits.lastHeard(c);
    return !gone && habits.arrived(c, age) >= 0.5;
  }

  /** Whether that source is more likely cut off than not in that hour. */
  boolean isCut(int sender, int hour) {
    int c = habits.channelOf(sender);
    return cut[c] >= NAMED && hour > habits.lastHeard(c);
  }

  /** The ones most of the fire is usually known through first. */
  List<Heard.Silent> silent(HourGrid grid) {
    var all = new ArrayList<Heard.Silent>();
    for (int c = 0; c < cut.length; c++) {
      if (cut[c] >= NAMED) all.add(new Heard.Silent(habits.name(c), grid.start(habits.lastHeard(c) + 1), habits.usualGap(c), habits.share(c), cut[c]));
    }
    all.sort(Comparator.comparingDouble((Heard.Silent s) -> -s.share()).thenComparing(Heard.Silent::source));
    return all;
  }

  /** How many sources there are whose silence could be told. */
  int usualSources() {
    int n = 0;
    for (int c = 0; c < cut.length; c++) if (habits.isUsual(c)) n++;
    return n;
  }

  /** Such as "3 of 8 usual sources have fallen silent; those still heard would tell of 60 % of the usual fire". */
  String words() {
    int silent = 0;
    for (double c : cut) if (c >= NAMED) silent++;
    return String.format(Locale.ROOT, "%d of %d usual sources have fallen silent; those still heard would tell of %.0f %% of the usual fire", silent, usualSources(), 100 * heard());
  }
}
