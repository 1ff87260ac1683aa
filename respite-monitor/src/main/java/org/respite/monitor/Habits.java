// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor;

import java.util.Arrays;
import java.util.BitSet;
import org.respite.monitor.stats.DelayTally;

/**
 * What each source does in ordinary hours, by channel: those that report often have a channel of their own, all others share the last one. How
 * often it is heard and of what, how soon it tells, and how much of the fire is first known through it. O(reports + incidents + channels × hours).
 */
final class Habits {
  /** Sources with a channel of their own, at most. */
  private static final int MOST_CHANNELS = 64;
  /** Reports in ordinary hours from which on a source is looked at by itself. Assumption. */
  private static final int FEWEST_REPORTS = 8;
  /** The law of a source's delay is drawn towards that of all as by so many reports. Assumption; bench/logs/monitor-sources. */
  static final double DELAYS_SHARED = 10;
  /** Longest delay kept, hours: a weekly list and its lateness. */
  static final int LONGEST_DELAY = 240;
  private static final int NEVER = -1;

  private final int from;
  private final int to;
  private final int channels;
  private final int[] channelOf;
  private final String[] name;
  private final BitSet[] otherHours;
  private final BitSet[] anyHours;
  private final int[] fireTold;
  private final int[] lastHeard;
  private final int[] firstHeard;
  private final double[][] arrived;
  private final double[] share;
  private final double[] usual;

  /** @param from first ordinary hour, and {@code to}: the one after the last */
  Habits(HourGrid grid, int from, int to) {
    this.from = from;
    this.to = to;
    Receipts receipts = grid.receipts();
    channelOf = new int[receipts.senders()];
    channels = 1 + assign(grid, receipts);
    name = new String[channels];
    for (int s = 0; s < channelOf.length; s++) name[channelOf[s]] = receipts.name(s);
    name[channels - 1] = "sources that seldom report";
    otherHours = new BitSet[channels];
    anyHours = new BitSet[channels];
    for (int c = 0; c < channels; c++) {
      otherHours[c] = new BitSet();
      anyHours[c] = new BitSet();
    }
    fireTold = new int[channels];
    lastHeard = new int[channels];
    firstHeard = new int[channels];
    Arrays.fill(lastHeard, NEVER);
    Arrays.fill(firstHeard, Integer.MAX_VALUE);
    listen(grid, receipts);
    int longest = LONGEST_DELAY;
    var all = new DelayTally(grid.hours() - 1, longest);
    var each = new DelayTally[channels];
    for (int c = 0; c < channels; c++) each[c] = new DelayTally(grid.hours() - 1, longest);
    Laid laid = grid.laid();
    for (int i = 0; i < laid.size(); i++) {
      all.add(laid.hour(i), laid.delay(i), 1);
      each[channelOf[laid.firstTeller(i)]].add(laid.hour(i), laid.delay(i), 1);
    }
    arrived = new double[channels][];
    for (int c = 0; c < channels; c++) arrived[c] = each[c].law(all, DELAYS_SHARED).table();
    share = shares(laid, grid.hours());
    usual = new double[longest + 1];
    for (int c = 0; c < channels; c++) for (int d = 0; d <= longest; d++) usual[d] += share[c] * arrived[c][d];
  }

  /** The busiest sources first, by reports received in ordinary hours; by name where they are even, so that no order of lines matters. */
  private int assign(HourGrid grid, Receipts receipts) {
    int[] told = new int[channelOf.length];
    for (int i = 0; i < receipts.size(); i++) {
      int h = grid.index(receipts.received(i));
      if (receipts.received(i) <= grid.until() && h >= from && h < to) told[receipts.sender(i)]++;
    }
    Integer[] often = java.util.stream.IntStream.range(0, told.length).filter(s -> told[s] >= FEWEST_REPORTS).boxed()
        .sorted((a, b) -> told[a] != told[b] ? told[b] - told[a] : receipts.name(a).compareTo(receipts.name(b))).limit(MOST_CHANNELS).toArray(Integer[]::new);
    Arrays.fill(channelOf, often.length);
    for (int c = 0; c < often.length; c++) channelOf[often[c]] = c;
    return often.length;
  }

  private void listen(HourGrid grid, Receipts receipts) {
    for (int i = 0; i < receipts.size(); i++) {
      if (receipts.received(i) > grid.until()) continue;
      int h = grid.index(receipts.received(i));
      int c = channelOf[receipts.sender(i)];
      lastHeard[c] = Math.max(lastHeard[c], Math.min(h, grid.hours() - 1));
      firstHeard[c] = Math.min(firstHeard[c], h);
      if (h < from || h >= to) continue;
      anyHours[c].set(h);
      if (receipts.isFire(i)) fireTold[c]++;
      else otherHours[c].set(h);
    }
  }

  /** How much of the fire is first known through each: incidents by exposure, which leaves out the hours before it was first heard and what is still to come. */
  private double[] shares(Laid laid, int hours) {
    double[] told = new double[channels];
    for (int i = 0; i < laid.size(); i++) {
      if (laid.hour(i) >= from && laid.hour(i) < to) told[channelOf[laid.firstTeller(i)]]++;
    }
    double sum = 0;
    for (int c = 0; c < channels; c++) {
      double exposure = 0;
      for (int h = Math.max(from, Math.min(firstHeard[c], to)); h < to; h++) exposure += arrived[c][Math.min(hours - 1 - h, LONGEST_DELAY)];
      told[c] = told[c] > 0 ? told[c] / Math.max(1, exposure) : 0;
      sum += told[c];
    }
    for (int c = 0; c < channels; c++) told[c] = sum > 0 ? told[c] / sum : c == channels - 1 ? 1 : 0;
    return told;
  }

  int channels() {
    return channels;
  }

  int channelOf(int sender) {
    return channelOf[sender];
  }

  String name(int channel) {
    return name[channel];
  }

  /** Index of the hour in which anything was last received from it; negative where nothing was within the hours looked at. */
  int lastHeard(int channel) {
    return lastHeard[channel];
  }

  /** Share of the fire that is first known through it. [0,1] */
  double share(int channel) {
    return share[channel];
  }

  /** Share of what it tells that it has told so many hours after. [0,1] */
  double arrived(int channel, int age) {
    return arrived[channel][Math.min(age, LONGEST_DELAY)];
  }

  double usual(int age) {
    return usual[Math.min(age, LONGEST_DELAY)];
  }

  /** Whether it told anything in ordinary hours to go by. */
  boolean isUsual(int channel) {
    return share[channel] > 0 || Double.isFinite(usualGap(channel));
  }

  /** Reports of fire of ordinary hours that it was to send between their end and {@code now}, by its law of delays. */
  double stillToCome(int channel, int now) {
    double sum = 0;
    for (int h = Math.max(0, to - LONGEST_DELAY); h < to; h++) sum += arrived(channel, now - 1 - h) - arrived(channel, to - 1 - h);
    return sum * fireTold[channel] / (to - from);
  }

  /** Reports of fire received in ordinary hours. */
  int fireTold(int channel) {
    return fireTold[channel];
  }

  /** Hours between two reports of something else than fire, on average; endless where it hardly sends any. */
  double usualGap(int channel) {
    return meanGap(otherHours[channel]);
  }

  private static double meanGap(BitSet heard) {
    int n = heard.cardinality();
    return n < 3 ? Double.POSITIVE_INFINITY : (double) (heard.length() - 1 - heard.nextSetBit(0)) / (n - 1);
  }

  /** Chance that so many hours have passed since its last report of something else than fire although it goes on as ever. Fire it has not told of says nothing here. */
  double silentOfOthers(int channel, int hours) {
    return beyond(otherHours[channel], hours);
  }

  /** Chance that so many hours have passed since its last report of any kind although it and the fire go on as ever. */
  double silentOfAll(int channel, int hours) {
    return beyond(anyHours[channel], hours);
  }

  /** What remains of the gaps beyond so many hours, as seen from an hour taken at random, and of one gap more of an even law. */
  private static double beyond(BitSet heard, int hours) {
    double usual = meanGap(heard);
    if (!Double.isFinite(usual)) return 1;
    double beyond = usual * Math.exp(-hours / usual);
    double all = usual;
    for (int h = heard.nextSetBit(0), next; (next = heard.nextSetBit(h + 1)) >= 0; h = next) {
      beyond += Math.max(0, next - h - hours);
      all += next - h;
    }
    return beyond / all;
  }
}
