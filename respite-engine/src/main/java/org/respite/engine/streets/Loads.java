// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * How many people are on every street in every minute when everybody takes the shortest way and sets out so as to arrive when expected.
 * Whoever goes to one target by one street passes it the same time before arriving: the load of a street is the sum of what arrives from
 * behind it, moved back by that time.
 */
public final class Loads {
  private final Routing routing;
  private final int minutes;
  /** Amounts per arc and minute; null where nobody walks. */
  private final float[][] onArc;

  /** @param minutes of the clock that are kept: passages from 0 to this, exclusive */
  public Loads(Routing routing, int minutes) {
    this.routing = routing;
    this.minutes = minutes;
    this.onArc = new float[2 * routing.plan().graph.links()][];
  }

  /**
   * People who set out for a target.
   *
   * @param amounts by minute of setting out
   * @param takes minutes by minute of setting out, for the slowest of them
   */
  public record Leaving(double[] amounts, int[] takes) {}

  /**
   * Adds those who walk to a target from home.
   *
   * @param leaving by cell; null where nobody leaves
   */
  public void addFromCells(Walker who, int target, Leaving[] leaving) {
    Walk walk = new Walk(who, target);
    Cells cells = routing.cells();
    Homes homes = routing.plan().homes;
    for (int c = 0; c < leaving.length; c++) {
      if (leaving[c] == null) continue;
      for (int v : cells.homes(c)) walk.addHome(v, leaving[c], homes.share(v) / cells.share(c));
    }
    walk.carry();
  }

  /** Adds those who walk to a target along a street singled out, which they enter when it says; see {@link #addFromCells}. */
  public void addAlong(Walker who, int street, int target, Leaving leaving) {
    Walk walk = new Walk(who, target);
    int head = routing.plan().graph.head(routing.singled()[street]);
    for (int d = 0; d < minutes; d++) {
      if (leaving.amounts[d] > 0) walk.addAt(head, (long) (d * who.mmPerMinute()) + routing.alongMm(who, street, target, d), d + leaving.takes[d], leaving.amounts[d]);
    }
    walk.carry();
  }

  /** All of one pace who walk to one target. */
  private final class Walk {
    private final Walker who;
    private final Ways ways;
    private final int beyondMm;
    /** Amounts per label, by minute of arrival; null where nobody goes, or no longer. */
    private final Row[] through;
    private final int[] labelOf = new int[minutes];

    Walk(Walker who, int target) {
      this.who = who;
      ways = routing.ways(who, target);
      beyondMm = target < routing.plan().entries.size() ? routing.plan().entryMm[target] : 0;
      through = new Row[ways.cost.length];
    }

    /** Who lives nearer sets out later so as to be there with the others; where streets change by the hour, with the others. */
    void addHome(int node, Leaving leaving, double times) {
      ways.labels(node, who, labelOf);
      int before = -1;
      int takes = 0;
      for (int d = 0; d < minutes; d++) {
        if (leaving.amounts[d] <= 0) continue;
        int label = labelOf[d];
        if (label < 0) throw cannot(node, d, leaving.amounts[d]);
        if (label != before) takes = who.minutes(ways.cost[label] + beyondMm);
        before = label;
        add(label, d + (ways.isByTheHour() ? takes : leaving.takes[d]), leaving.amounts[d] * times);
      }
    }

    /** One who is at the node at a minute, or some millimetres before the next. */
    void addAt(int node, long time, int expected, double amount) {
      int label = ways.labelAt(node, time);
      if (label < 0) throw cannot(node, time / who.mmPerMinute(), amount);
      add(label, ways.isByTheHour() ? (int) Math.ceil((time + ways.cost[label] + beyondMm) / who.mmPerMinute() - 1e-9) : expected, amount);
    }

    private void add(int label, int arrives, double amount) {
      if (through[label] == null) through[label] = new Row();
      through[label].add(Math.min(minutes - 1, arrives), amount);
    }

    private static IllegalStateException cannot(int node, double minute, double amount) {
      return new IllegalStateException("nobody at node %d can set out after %.1f minutes, but %.1f do".formatted(node, minute, amount));
    }

    /** From the farthest label to the nearest, each hands on to the next of its way. */
    void carry() {
      for (int i = ways.order.length - 1; i > 0; i--) {
        int label = ways.order[i];
        if (through[label] == null) continue;
        int arc = ways.next[label];
        int back = who.minutes(ways.cost[label] + beyondMm);
        if (onArc[arc] == null) onArc[arc] = new float[minutes];
        through[label].addTo(onArc[arc], back);
        handOn(through[label], ways.onward[label]);
        through[label] = null;
      }
    }

    /** The first to come to a label hand over their row as it is. */
    private void handOn(Row flow, int onward) {
      if (through[onward] == null) through[onward] = flow;
      else through[onward].add(flow);
    }
  }

  /** Amounts by minute, for those minutes only in which there are any: where streets change by the hour a way has but its part of the day. */
  private static final class Row {
    private static final int LEAST = 16;

    private double[] amounts = new double[LEAST];
    private int from;
    private int to;

    void add(int minute, double amount) {
      cover(minute, minute + 1);
      amounts[minute - from] += amount;
    }

    void add(Row other) {
      cover(other.from, other.to);
      int shift = other.from - from;
      for (int i = 0; i < other.to - other.from; i++) amounts[shift + i] += other.amounts[i];
    }

    /** Adds each amount {@code back} minutes earlier; what falls before the first minute is left out. */
    void addTo(float[] row, int back) {
      for (int m = Math.max(from, back); m < to; m++) row[m - back] += (float) amounts[m - from];
    }

    private void cover(int first, int end) {
      if (from == to) {
        from = first;
        to = first;
      }
      int low = Math.min(from, first);
      int high = Math.max(to, end);
      if (low < from || high - low > amounts.length) {
        double[] more = new double[Math.max(high - low, low < from ? amounts.length : 2 * amounts.length)];
        System.arraycopy(amounts, 0, more, from - low, to - from);
        amounts = more;
      }
      from = low;
      to = high;
    }
  }

  /** The largest amount in any minute; 0 where nobody walks. */
  public double most(int arc) {
    double most = 0;
    if (onArc[arc] != null) for (float f : onArc[arc]) most = Math.max(most, f);
    return most;
  }

  /** All that enter the arc in {@code [from, to)}, minutes. */
  double during(int arc, int from, int to) {
    double sum = 0;
    if (onArc[arc] != null) for (int m = from; m < Math.min(to, minutes); m++) sum += onArc[arc][m];
    return sum;
  }

  /** How many minutes are kept. */
  int minutes() {
    return minutes;
  }

  /** All that enter the arc over the whole time. */
  public double total(int arc) {
    double sum = 0;
    if (onArc[arc] != null) for (float f : onArc[arc]) sum += f;
    return sum;
  }

  /**
   * Arcs that would have to take more than they can in some minute.
   *
   * @param everyOne or only those behind which the way takes no more than it can
   */
  public List<Integer> overloaded(IntToDoubleFunction capacity, boolean everyOne) {
    StreetGraph graph = routing.plan().graph;
    boolean[] over = new boolean[onArc.length];
    for (int arc = 0; arc < onArc.length; arc++) over[arc] = onArc[arc] != null && most(arc) > capacity.applyAsDouble(arc) * (1 + 1e-5) + 1e-3;
    List<Integer> last = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    for (int arc = 0; arc < over.length; arc++) {
      if (!over[arc]) continue;
      all.add(arc);
      boolean goesOn = false;
      int head = graph.head(arc);
      for (int i = graph.firstArc(head); i < graph.firstArc(head + 1); i++) goesOn |= over[graph.arcOut(i)] && graph.arcOut(i) != (arc ^ 1);
      if (!goesOn) last.add(arc);
    }
    return everyOne || last.isEmpty() ? all : last;
  }
}
