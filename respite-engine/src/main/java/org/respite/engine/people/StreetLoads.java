// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.respite.engine.answer.StreetMap;
import org.respite.engine.streets.Drawing;
import org.respite.engine.streets.Loads;
import org.respite.engine.streets.Routing;
import org.respite.engine.streets.Spell;
import org.respite.engine.streets.StreetPlan;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.kernel.flow.FlowOverTime;
import org.respite.kernel.flow.FlowProblem;
import org.respite.model.scenario.Mode;

/**
 * A solved plan laid on its streets. People wait at home and not before the checkpoint: each arrival is put off until the place is left, as far as
 * the windows allow; that keeps the plan's figures and makes the streets' loads as even as what the gates pass.
 */
final class StreetLoads {
  /** Amounts below this are what is left of rounding. */
  private static final double LEAST = 1e-6;

  private static final int HALVINGS = 60;

  private final Network network;
  private final Routing routing;
  private final World world;
  private final Loads loads;
  private final FlowProblem problem;
  private final int minutes;
  /** Amounts entering each arc of the problem by minute, put off; null where nobody does. */
  private final double[][] entering;
  /** How many can have come to each arc's end by each minute; for arcs that are used. */
  private final double[][] available;
  /** By arc that is used and minute of entering it: minutes along it, {@link Spell#NEVER} where it is not open. */
  private final int[][] takes;

  StreetLoads(Evacuation plan, Routing routing, World world) {
    this.network = plan.network();
    this.routing = routing;
    this.world = world;
    problem = network.problem();
    minutes = problem.horizon() + 1;
    loads = new Loads(routing, minutes);
    entering = new double[problem.arcs()][];
    FlowOverTime flow = plan.flow();
    takes = new int[problem.arcs()][];
    for (int a = 0; a < entering.length; a++) {
      if (!flow.uses(a)) continue;
      entering[a] = Arrays.stream(flow.entering(a)).asDoubleStream().toArray();
      takes[a] = takes(a);
    }
    available = new double[problem.arcs()][];
    putOff();
    for (int t = 0; t < routing.targets(); t++) walk(t);
  }

  /** Nodes of a corridor are numbered along it, and those of the streets come before them: forward for who can be where, back for who goes when. */
  private void putOff() {
    List<List<Integer>> into = new ArrayList<>();
    List<List<Integer>> out = new ArrayList<>();
    for (int v = 0; v < problem.nodes(); v++) {
      into.add(new ArrayList<>());
      out.add(new ArrayList<>());
    }
    for (int a = 0; a < entering.length; a++) {
      if (entering[a] == null) continue;
      into.get(problem.head(a)).add(a);
      out.get(problem.tail(a)).add(a);
    }
    for (int a = 0; a < entering.length; a++) if (entering[a] != null) available(a, into, out);
    for (int v = problem.nodes() - 1; v >= 0; v--) {
      if (into.get(v).stream().noneMatch(this::mayWait) || problem.isSink(v)) continue;
      double[] leaving = new double[minutes];
      for (int a : out.get(v)) for (int t = 0; t < minutes; t++) leaving[t] += entering[a][t];
      serve(into.get(v), leaving);
    }
  }

  /** Ways from home and stretches of corridor that take everybody: whoever enters them at another time harms nobody. */
  private boolean mayWait(int arc) {
    return switch (network.role(arc)) {
      case ArcRole.Way w -> w.street() < 0;
      case ArcRole.Walk w -> w.leg().width().isEmpty();
      case ArcRole.Street _, ArcRole.Narrow _, ArcRole.Pass _, ArcRole.Out _, ArcRole.Intake _ -> false;
    };
  }

  /** Of a way from home the problem only knows when one can be there; here it is walked in its spells. */
  private int[] takes(int arc) {
    int[] takes = new int[minutes];
    if (!isHome(arc)) {
      for (int t = 0; t < minutes; t++) takes[t] = problem.capacityAt(arc, t) > 0 ? problem.transit(arc) : Spell.NEVER;
      return takes;
    }
    Arrays.fill(takes, Spell.NEVER);
    ArcRole.Way way = (ArcRole.Way) network.role(arc);
    for (Spell s : routing.spells(network.walker(way.group()), way.target(), way.cell())) {
      for (Timeline.Open o : network.timeline().open()) {
        for (int t = Math.max(o.from(), s.from()); t < Math.min(o.to() - s.minutes(), s.to()); t++) takes[t] = s.minutes();
      }
    }
    return takes;
  }

  /** How many can have come to the arc's end by each minute: at least those of the plan, and more where its people could set out earlier. */
  private double[] available(int arc, List<List<Integer>> into, List<List<Integer>> out) {
    if (available[arc] != null) return available[arc];
    double all = sum(arc);
    double others = out.get(problem.tail(arc)).stream().mapToDouble(this::sum).sum() - all;
    boolean home = isHome(arc);
    List<double[]> before = home || !mayWait(arc) ? List.of() : into.get(problem.tail(arc)).stream().map(a -> available(a, into, out)).toList();
    double[] by = new double[minutes];
    double planned = 0;
    double could = 0;
    for (int e = 0; e < minutes; e++) {
      planned += entering[arc][e];
      if (takes[arc][e] == Spell.NEVER) continue;
      if (mayWait(arc)) {
        double there = home ? all + others : 0;
        for (double[] b : before) there += b[e];
        could = Math.max(could, Math.min(all, there - others));
      }
      int there = e + takes[arc][e];
      if (there < minutes) by[there] = Math.max(by[there], Math.max(planned, could));
    }
    for (int t = 1; t < minutes; t++) by[t] = Math.max(by[t], by[t - 1]);
    available[arc] = by;
    return by;
  }

  private double sum(int arc) {
    return Arrays.stream(entering[arc]).sum();
  }

  /** In each minute those leave who can be there, each way in proportion to all who are still to come by it: as evenly as can be. */
  private void serve(List<Integer> ways, double[] leaving) {
    int n = ways.size();
    double[][] later = new double[n][minutes];
    double[] served = new double[n];
    double[] all = new double[n];
    for (int i = 0; i < n; i++) all[i] = Arrays.stream(entering[ways.get(i)]).sum();
    for (int t = 0; t < minutes; t++) {
      double room = leaving[t];
      for (int pass = 0; room > LEAST && pass <= n; pass++) {
        double wanting = 0;
        for (int i = 0; i < n; i++) if (available[ways.get(i)][t] - served[i] > LEAST) wanting += all[i] - served[i];
        if (wanting <= 0) break;
        double factor = Math.min(1, room / wanting);
        for (int i = 0; i < n; i++) {
          double there = available[ways.get(i)][t] - served[i];
          if (there <= LEAST) continue;
          double taken = Math.min(there, (all[i] - served[i]) * factor);
          later[i][t] += taken;
          served[i] += taken;
          room -= taken;
        }
      }
    }
    for (int i = 0; i < n; i++) if (mayWait(ways.get(i))) entering[ways.get(i)] = departures(ways.get(i), later[i]);
  }

  /**
   * When those set out who are to be at the way's end at {@code arriving}: as late as the arc is open. Those whom a street that is shut by then keeps from it
   * set out earlier: from home spread as evenly as can be, so that no crowd is made where none need be; elsewhere at the last moment.
   */
  private double[] departures(int arc, double[] arriving) {
    double[] out = new double[minutes];
    int[] latest = latest(takes[arc]);
    double early = 0;
    for (int t = 0; t < minutes; t++) {
      int last = latest[t];
      if (arriving[t] == 0 || last < 0) continue;
      boolean onTime = last + takes[arc][last] == t;
      if (onTime || !isHome(arc)) out[last] += arriving[t];
      else early += arriving[t];
      boolean goesOn = t + 1 < minutes && latest[t + 1] == last;
      if (early > 0 && !goesOn) {
        spread(takes[arc], early, t, out);
        early = 0;
      }
    }
    if (early > 0) spread(takes[arc], early, minutes - 1, out);
    return out;
  }

  /** By minute: when to enter at the latest so as to be at the end by then; -1 where nobody can be. */
  private int[] latest(int[] takes) {
    int[] latest = new int[minutes];
    Arrays.fill(latest, -1);
    for (int e = 0; e < minutes; e++) if (takes[e] != Spell.NEVER && e + takes[e] < minutes) latest[e + takes[e]] = Math.max(latest[e + takes[e]], e);
    for (int t = 1; t < minutes; t++) latest[t] = Math.max(latest[t], latest[t - 1]);
    return latest;
  }

  private boolean isHome(int arc) {
    return network.role(arc) instanceof ArcRole.Way w && w.street() < 0;
  }

  /** Adds an amount to those minutes from which one is there by {@code end}, so that the fullest of them is as empty as can be: found by halving. */
  private static void spread(int[] takes, double amount, int end, double[] out) {
    double low = 0;
    double high = amount + Arrays.stream(out).max().orElse(0);
    for (int i = 0; i < HALVINGS; i++) {
      double level = (low + high) / 2;
      if (room(takes, level, end, out) < amount) low = level;
      else high = level;
    }
    double factor = amount / room(takes, high, end, out);
    for (int t = 0; t <= end; t++) if (takes[t] <= end - t) out[t] += Math.max(0, high - out[t]) * factor;
  }

  private static double room(int[] takes, double level, int end, double[] out) {
    double room = 0;
    for (int t = 0; t <= end; t++) if (takes[t] <= end - t) room += Math.max(0, level - out[t]);
    return room;
  }

  /** All who walk to one target, group by group. Capacities of streets are for people on foot; vehicles inside are few. */
  private void walk(int target) {
    Loads.Leaving[][] home = new Loads.Leaving[network.groups()][];
    for (int a = 0; a < entering.length; a++) {
      if (entering[a] == null || !(network.role(a) instanceof ArcRole.Way way) || way.target() != target || way.group().mode() == Mode.VEHICLE) continue;
      Loads.Leaving leaving = new Loads.Leaving(entering[a], takes[a]);
      if (way.street() >= 0) {
        loads.addAlong(network.walker(way.group()), way.street(), target, leaving);
        continue;
      }
      int g = network.indexOf(way.group());
      if (home[g] == null) home[g] = new Loads.Leaving[routing.cells().count()];
      home[g][way.cell()] = leaving;
    }
    for (int g = 0; g < home.length; g++) if (home[g] != null) loads.addFromCells(network.walker(network.group(g)), target, home[g]);
  }

  /** Streets that would have to take more than they can: all, or those that bind first on their way. */
  List<Integer> overloaded(StreetPlan streets, boolean all) {
    return loads.overloaded(arc -> streets.perHour(arc, world, network.theCase()), all);
  }

  StreetMap map() {
    return Drawing.of(routing, loads, Network.UNITS_PER_PERSON, arc -> routing.perHour(arc, world, network.theCase()));
  }
}
