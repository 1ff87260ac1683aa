// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.respite.kernel.flow.ArrivalFlow;
import org.respite.kernel.flow.Change;
import org.respite.kernel.flow.CutOverTime;
import org.respite.kernel.flow.FlowProblem;
import org.respite.kernel.flow.MaximumFlow;

/**
 * How many more could be out by the last step if one thing were arranged: one more person a step on a way that is full, ten
 * per cent more, a window one step longer, a second gate beside a full one. <b>Exact</b>: each is solved again, from the flow that is there
 * ({@link MaximumFlow#after}), and proved by a cut of its own.
 *
 * <p>Only what the cut over time of the solution names can gain anything: the cut lets no more through unless one of its own terms
 * grows, so every other arc and step gains 0, whatever is added, and is not solved for. The cut also bounds each gain from above
 * ({@link Gain#most}). Gains of several changes together are not the sum of theirs.
 */
public final class Marginals {
  private Marginals() {}

  /**
   * @param change what is arranged
   * @param people how many more are out by the last step
   * @param most what the cut of the unchanged problem allows at most
   */
  public record Gain(Change change, long people, long most) {}

  /**
   * @param mostArcs so many arcs of the cut are looked at, those through which most people go first
   * @param percent besides one person a step: so many per cent of the largest capacity, rounded up; 0 for none
   */
  public record Asked(int mostArcs, int percent) {
    public static final Asked EVERYTHING = new Asked(Integer.MAX_VALUE, 10);

    public Asked {
      if (mostArcs < 0) throw new IllegalArgumentException("arcs looked at must be 0 or more, got " + mostArcs);
      if (percent < 0 || percent > 1000) throw new IllegalArgumentException("per cent must be in [0, 1000], got " + percent);
    }
  }

  /** Gains by the last step of {@code p}, of which {@code solved} is the solution; largest first, then by arc. */
  public static List<Gain> of(FlowProblem p, ArrivalFlow solved, Asked asked) {
    CutOverTime cut = solved.cut(p.horizon());
    Map<Integer, Long> through = new LinkedHashMap<>();
    for (CutOverTime.ArcTerm term : cut.arcTerms()) through.merge(term.arc(), term.people(), Long::sum);
    List<Gain> gains = new ArrayList<>();
    MaximumFlow now = MaximumFlow.of(solved);
    through.entrySet().stream().sorted(Map.Entry.<Integer, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(asked.mostArcs).forEach(e -> {
          for (Change change : changes(p, e.getKey(), asked)) gains.add(gain(p, now, cut, change));
        });
    for (Change change : reopenings(p, cut)) gains.add(gain(p, now, cut, change));
    gains.sort(Comparator.comparingLong((Gain g) -> -g.people));
    return List.copyOf(gains);
  }

  /** The gain of any one change, a new gate at some node for instance; 0 without solving where the cut allows none. */
  public static Gain of(FlowProblem p, ArrivalFlow solved, Change change) {
    return gain(p, MaximumFlow.of(solved), solved.cut(p.horizon()), change);
  }

  private static List<Change> changes(FlowProblem p, int arc, Asked asked) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Busier(arc, 1));
    int largest = 0;
    for (int c : p.capacities(arc)) largest = Math.max(largest, c);
    int percent = (int) Math.min(FlowProblem.UNLIMITED, ((long) largest * asked.percent + 99) / 100);
    if (percent > 1) changes.add(new Change.Busier(arc, percent));
    if (p.isSink(p.head(arc))) changes.add(new Change.Twin(arc));
    return changes;
  }

  /** Windows one step longer, at either end, where the cut runs through the step that would be won. */
  private static List<Change> reopenings(FlowProblem p, CutOverTime cut) {
    List<Change> changes = new ArrayList<>();
    for (int arc = 0; arc < p.arcs(); arc++) {
      if (!p.changesCapacity(arc)) continue;
      int[] row = p.capacities(arc);
      for (int t = 0; t < row.length; t++) {
        if (row[t] > 0 || !crosses(p, cut, arc, t)) continue;
        if (t > 0 && row[t - 1] > 0) changes.add(new Change.Open(arc, t, t + 1, row[t - 1]));
        else if (t + 1 < row.length && row[t + 1] > 0) changes.add(new Change.Open(arc, t, t + 1, row[t + 1]));
      }
    }
    return changes;
  }

  private static boolean crosses(FlowProblem p, CutOverTime cut, int arc, int t) {
    if (p.isSink(p.tail(arc)) || (long) t + p.transit(arc) > p.horizon()) return false;
    return cut.contains(p.head(arc), t + p.transit(arc)) && !cut.contains(p.tail(arc), t);
  }

  private static Gain gain(FlowProblem p, MaximumFlow now, CutOverTime cut, Change change) {
    long most = most(p, cut, change);
    if (most == 0) return new Gain(change, 0, 0);
    MaximumFlow again = now.after(change);
    if (!again.proof().holds()) throw new IllegalStateException("no proof for " + change + ": " + again.proof().violations());
    return new Gain(change, again.people() - now.people(), most);
  }

  /** What the change adds to the value of the cut. */
  private static long most(FlowProblem p, CutOverTime cut, Change change) {
    if (change instanceof Change.Busier busy) {
      int[] row = p.capacities(busy.arc());
      return crossing(p, cut, busy.arc()).map(t -> row[(int) t] == 0 ? 0 : Math.min(busy.more(), FlowProblem.UNLIMITED - row[(int) t])).sum();
    }
    if (change instanceof Change.Twin twin) return crossing(p, cut, twin.arc()).map(t -> p.capacityAt(twin.arc(), (int) t)).sum();
    if (change instanceof Change.Open open) {
      return crossing(p, cut, open.arc()).filter(t -> t >= open.from() && t < open.to())
          .map(t -> Math.max(0, open.capacity() - p.capacityAt(open.arc(), (int) t))).sum();
    }
    if (change instanceof Change.Wider wider) {
      return crossing(p, cut, wider.arc()).filter(t -> t >= wider.from() && t < wider.to())
          .map(t -> Math.min(wider.more(), FlowProblem.UNLIMITED - p.capacityAt(wider.arc(), (int) t))).sum();
    }
    Change.Gate gate = (Change.Gate) change;
    if (p.isSink(gate.node())) return 0;
    long steps = LongStream.rangeClosed(0, (long) p.horizon() - gate.transit()).filter(t -> !cut.contains(gate.node(), (int) t)).count();
    return steps * gate.capacity();
  }

  private static LongStream crossing(FlowProblem p, CutOverTime cut, int arc) {
    return LongStream.rangeClosed(0, p.horizon()).filter(t -> crosses(p, cut, arc, (int) t));
  }
}
