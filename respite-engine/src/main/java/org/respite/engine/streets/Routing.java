// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.Arrays;
import org.respite.engine.world.World;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Mode;

/**
 * Ways over a plan's streets when some streets are singled out: whoever takes one of those enters it on purpose, and all other ways avoid
 * them. With none singled out these are plainly the shortest ways to every gate.
 *
 * <p>A target is a place people walk to: first the entries, in the plan's order, then the beginning of every street singled out.
 */
public final class Routing {
  private final StreetPlan plan;
  private final int[] singled;
  private final Ways[][] ways = new Ways[Mode.values().length][];
  private final Ways.Cost[] price = new Ways.Cost[Mode.values().length];
  private final Cells cells;
  private final War.State state;

  Routing(StreetPlan plan, int[] singled, War.State state, Cells.Grain grain) {
    this.plan = plan;
    this.singled = singled;
    this.state = state;
    boolean[] shut = new boolean[2 * plan.graph.links()];
    for (int arc : singled) shut[arc] = true;
    long[][] costs = new long[Mode.values().length * targets()][];
    for (Mode mode : Mode.values()) {
      Ways.Cost plain = Ways.lengths(plan.graph, StreetPlan.user(mode));
      Ways.Cost here = arc -> state.cost(arc >> 1, plain.of(arc));
      Ways.Cost around = arc -> shut[arc] ? Ways.NEVER : here.of(arc);
      price[mode.ordinal()] = here;
      ways[mode.ordinal()] = new Ways[targets()];
      for (int t = 0; t < targets(); t++) {
        Ways to = Ways.to(plan.graph, node(t), around);
        int beyond = beyondMm(t);
        ways[mode.ordinal()][t] = to;
        costs[mode.ordinal() * targets() + t] = Arrays.stream(to.cost()).map(c -> c == Ways.NEVER ? c : c + beyond).toArray();
      }
    }
    cells = Cells.of(plan.homes, costs, plan.places, grain);
  }

  private int node(int target) {
    return target < plan.entries.size() ? plan.entryNode[target] : plan.graph.tail(singled[target - plan.entries.size()]);
  }

  private int beyondMm(int target) {
    return target < plan.entries.size() ? plan.entryMm[target] : 0;
  }

  public int targets() {
    return plan.entries.size() + singled.length;
  }

  /** The streets singled out, arcs of the graph. */
  public int[] singled() {
    return singled.clone();
  }

  public Cells cells() {
    return cells;
  }

  /** Metres from a cell to a target; infinite where there is no way. */
  public double metres(Mode mode, int target, int cell) {
    return cells.metres(mode.ordinal() * targets() + target, cell);
  }

  /** Metres from the beginning of a street singled out, along it, to a target; infinite where there is no way. */
  public double metresAlong(Mode mode, int street, int target) {
    int arc = singled[street];
    long own = price[mode.ordinal()].of(arc);
    long rest = ways[mode.ordinal()][target].cost()[plan.graph.head(arc)];
    return own == Ways.NEVER || rest == Ways.NEVER ? Double.POSITIVE_INFINITY : (own + rest + beyondMm(target)) / 1_000.0;
  }

  /** A street singled out as people may know it: by name, else by its number in OpenStreetMap, with the way it goes. */
  public String name(int street) {
    return plan.name(singled[street]);
  }

  Ways ways(Mode mode, int target) {
    return ways[mode.ordinal()][target];
  }

  /** See {@link StreetPlan#perHour}. */
  public double perHour(int arc, World world, Case c) {
    return plan.perHour(arc, world, c);
  }

  /** Whether marks of war shut a link here. */
  public boolean isShut(int link) {
    return state.shut().get(link);
  }

  StreetPlan plan() {
    return plan;
  }
}
