// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.respite.engine.world.World;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Mode;

/**
 * Ways over a plan's streets when some streets are singled out: whoever takes one of those enters it on purpose, and all other ways avoid
 * them. With none singled out these are plainly the shortest ways to every gate.
 *
 * <p>A target is a place people walk to: first the entries, in the plan's order, then the beginning of every street singled out. Where streets change
 * by the hour, ways depend on when one sets out and on one's pace, and are looked for when a pace is asked for.
 */
public final class Routing {
  /** So many phases of streets that change by the hour tell which homes are alike. */
  private static final int PHASES_COMPARED = 8;

  private final StreetPlan plan;
  private final int[] singled;
  private final boolean[] avoided;
  private final Condition condition;
  private final Cells.Grain grain;
  /** By mode and target; on streets that stay as they are. */
  private final Ways[][] steady = new Ways[Mode.values().length][];
  /** By pace, searched again where memory was short. */
  private final Map<Walker, SoftReference<Ways[]>> byPace = new ConcurrentHashMap<>();
  /** By pace and street singled out: when it can be entered. */
  private final Map<Walker, long[][]> along = new ConcurrentHashMap<>();
  private final Map<Walker, List<List<OfCell>>> spells = new ConcurrentHashMap<>();
  private final Cells cells;
  private final Optional<Routing> earlier;

  /** @param earlier the same with fewer streets singled out */
  Routing(StreetPlan plan, int[] singled, Condition condition, Cells.Grain grain, Optional<Routing> earlier) {
    this.plan = plan;
    this.earlier = earlier;
    this.singled = singled;
    this.condition = condition;
    this.grain = grain;
    avoided = new boolean[2 * plan.graph.links()];
    for (int arc : singled) avoided[arc] = true;
    List<long[]> costs = new ArrayList<>();
    int step = Math.ceilDiv(condition.phases().size(), PHASES_COMPARED);
    for (int p = 0; p < condition.phases().size(); p += step) for (Mode mode : Mode.values()) costs.addAll(costs(condition.phases().get(p), mode));
    cells = Cells.of(plan.homes, costs.toArray(long[][]::new), plan.places, grain);
  }

  /** Costs from every node to every target as streets are in one phase. */
  private List<long[]> costs(Condition.Phase phase, Mode mode) {
    Ways[] ways = new Ways[targets()];
    List<long[]> costs = new ArrayList<>();
    for (int t = 0; t < ways.length; t++) {
      int target = t;
      Optional<Ways> known = condition.isSteady() ? still(t, (r, then) -> r.steady[mode.ordinal()][then]) : Optional.empty();
      ways[t] = known.orElseGet(() -> Ways.to(plan.graph, node(target), arc -> avoided[arc] ? Ways.NEVER : phase.cost(arc >> 1, plan.plainMm(mode, arc))));
      int beyond = beyondMm(t);
      costs.add(Arrays.stream(ways[t].cost).map(c -> c == Ways.NEVER ? c : c + beyond).toArray());
    }
    if (condition.isSteady()) steady[mode.ordinal()] = ways;
    return costs;
  }

  /**
   * Ways to a target that were found when fewer streets were singled out, where they use none of those that now are: to avoid what nobody takes changes nothing,
   * and what is found first among equals stays first.
   */
  private Optional<Ways> still(int target, BiFunction<Routing, Integer, Ways> found) {
    return earlier.flatMap(e -> {
      int then = target < plan.entries.size() ? target : Arrays.binarySearch(e.singled, singled[target - plan.entries.size()]);
      if (then < 0) return Optional.empty();
      return Optional.ofNullable(found.apply(e, target < plan.entries.size() ? then : then + plan.entries.size())).filter(w -> w.usesNone(avoided));
    });
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

  /** When people of a cell can set out to a target and how long it takes everybody of it then; empty where they cannot. */
  public List<Spell> spells(Walker who, int target, int cell) {
    if (condition.isSteady()) return who.always(cells.mm(who.mode().ordinal() * targets() + target, cell));
    return spells.computeIfAbsent(who, w -> spells(w, t -> ways(w, t))).get(target).get(cell).of(who);
  }

  /** For worlds that are only counted: where a cell's ways change by the hour, at the next slower of a few paces. */
  public List<Spell> roughSpells(Walker who, int target, int cell) {
    if (condition.isSteady()) return spells(who, target, cell);
    return spells.computeIfAbsent(who.roughly(), w -> {
      Hours hours = hours(w, true);
      return spells(w, t -> byTheHour(w, t, hours)); // nobody is laid on these ways: they are not kept
    }).get(target).get(cell).of(who);
  }

  /** @param steadyMm to the target at all times, or {@link Ways#NEVER}: then the spells tell */
  private record OfCell(long steadyMm, List<Spell> changing) {
    List<Spell> of(Walker who) {
      return steadyMm == Ways.NEVER ? changing : who.always(steadyMm);
    }
  }

  private List<List<OfCell>> spells(Walker who, IntFunction<Ways> waysTo) {
    List<List<OfCell>> all = new ArrayList<>();
    for (int t = 0; t < targets(); t++) {
      Ways to = waysTo.apply(t);
      List<OfCell> of = new ArrayList<>();
      for (int c = 0; c < cells.count(); c++) of.add(ofCell(who, to, t, cells.homes(c)));
      all.add(of);
    }
    return all;
  }

  private OfCell ofCell(Walker who, Ways to, int target, int[] homes) {
    if (Arrays.stream(homes).allMatch(to::isSteady)) return new OfCell(Arrays.stream(homes).mapToLong(v -> mm(to, v, 0, target)).max().orElse(Ways.NEVER), List.of());
    int[] minutes = new int[lastChange() + 1];
    int[] own = new int[minutes.length];
    for (int v : homes) {
      to.minutes(v, who, beyondMm(target), own);
      for (int d = 0; d < own.length; d++) minutes[d] = Math.max(minutes[d], own[d]);
    }
    return new OfCell(Ways.NEVER, Spell.ofWaiting(minutes, m -> m + (int) (grain.allowedMm((long) (m * who.mmPerMinute())) / who.mmPerMinute())));
  }

  private long mm(Ways to, int node, long time, int target) {
    int label = to.labelAt(node, time);
    return label < 0 ? Ways.NEVER : to.cost[label] + beyondMm(target);
  }

  private int lastChange() {
    return condition.phases().getLast().from();
  }

  /** As {@link #spells}, from the beginning of a street singled out along it to a target. Nobody waits at its end. */
  public List<Spell> spellsAlong(Walker who, int street, int target) {
    int[] minutes = new int[lastChange() + 1];
    for (int d = 0; d < minutes.length; d++) {
      long own = alongMm(who, street, target, d);
      minutes[d] = own == Ways.NEVER ? Spell.NEVER : who.minutes(own + mm(ways(who, target), plan.graph.head(singled[street]), (long) (d * who.mmPerMinute()) + own, target));
    }
    return Spell.of(minutes);
  }

  /** What a street singled out itself costs those who enter it at a minute and go on to a target; {@link Ways#NEVER} where they cannot. */
  long alongMm(Walker who, int street, int target, int minute) {
    int arc = singled[street];
    long now = (long) (minute * who.mmPerMinute());
    long best = Ways.NEVER;
    long[] entries = along.computeIfAbsent(who, w -> {
      Hours hours = hours(w, false);
      return Arrays.stream(singled).mapToObj(hours::entries).toArray(long[][]::new);
    })[street];
    long soonest = Ways.NEVER;
    for (int e = 0; e < entries.length; e += 3) {
      if (now < entries[e] - 1 || now > entries[e + 1] + 1) continue;
      long rest = mm(ways(who, target), plan.graph.head(arc), now + entries[e + 2], target);
      if (rest == Ways.NEVER || entries[e + 2] + rest >= soonest) continue;
      soonest = entries[e + 2] + rest;
      best = entries[e + 2];
    }
    return best;
  }

  /** A street singled out as people may know it: by name, else by its number in OpenStreetMap, with the way it goes. */
  public String name(int street) {
    return plan.name(singled[street]);
  }

  Ways ways(Walker who, int target) {
    if (condition.isSteady()) return steady[who.mode().ordinal()][target];
    Ways[] known = found(who);
    while (known == null) {
      byPace.compute(who, (w, there) -> there == null || there.get() == null ? new SoftReference<>(search(w)) : there);
      known = found(who);
    }
    return known[target];
  }

  private Ways[] found(Walker who) {
    SoftReference<Ways[]> known = byPace.get(who);
    return known == null ? null : known.get();
  }

  private Ways[] search(Walker who) {
    Hours hours = hours(who, true);
    Ways[] all = new Ways[targets()];
    for (int t = 0; t < all.length; t++) all[t] = byTheHour(who, t, hours);
    return all;
  }

  private Ways byTheHour(Walker who, int target, Hours hours) {
    return still(target, (r, then) -> Optional.ofNullable(r.found(who)).map(w -> w[then]).orElse(null)).orElseGet(() -> search(who, target, hours));
  }

  private Ways search(Walker who, int target, Hours hours) {
    return Ways.byTheHour(plan.graph, node(target), hours, grain.minutes() * (long) who.mmPerMinute());
  }

  /** @param around whether streets singled out are avoided */
  private Hours hours(Walker who, boolean around) {
    return new Hours(condition, 2 * plan.graph.links(), who.mmPerMinute(), arc -> around && avoided[arc] ? Ways.NEVER : plan.plainMm(who.mode(), arc));
  }

  /** See {@link StreetPlan#perHour}. */
  public double perHour(int arc, World world, Case c) {
    return plan.perHour(arc, world, c);
  }

  Condition condition() {
    return condition;
  }

  StreetPlan plan() {
    return plan;
  }
}
