// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.respite.engine.answer.PeopleOut.Proof;
import org.respite.engine.answer.StreetMap;
import org.respite.engine.people.Network.Variant;
import org.respite.engine.streets.Routing;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.kernel.flow.ArrivalFlow;
import org.respite.kernel.flow.Certificate;
import org.respite.kernel.flow.CutOverTime;
import org.respite.kernel.flow.EarliestArrival;
import org.respite.kernel.flow.FlowOverTime;
import org.respite.model.scenario.Case;

/** The most people that could be out by every minute of a timeline, in one world. */
public final class Evacuation {
  /** After so many rounds every overloaded street is singled out, not only those that bind first on their way. */
  private static final int GENTLE_ROUNDS = 4;

  /** Beyond these the plan is handed out as what it is, a bound: every street singled out is a place to go to from every cell. */
  private static final int MOST_ROUNDS = 30;
  private static final long MOST_WAYS = 200_000;

  /** A bound that is no farther off, as a share of those who get out, is not worth another exact solution. */
  private static final double CLOSE = 1e-3;

  private final Network network;
  private final ArrivalFlow solved;
  private final Timeline timeline;
  private final Demand demand;
  private final boolean atLimit;
  private final Optional<StreetLoads> streets;
  private final int overloaded;
  /** What no plan can beat, whatever streets take; empty where that was not asked. */
  private final OptionalLong onWideStreets;
  private final LastCut lastCut;

  private Evacuation(Network network, ArrivalFlow solved, LastCut lastCut, Timeline timeline, Demand demand, boolean atLimit, Optional<StreetLoads> streets, int overloaded, OptionalLong onWideStreets) {
    this.lastCut = lastCut;
    this.network = network;
    this.solved = solved;
    this.timeline = timeline;
    this.demand = demand;
    this.atLimit = atLimit;
    this.streets = streets;
    this.overloaded = overloaded;
    this.onWideStreets = onWideStreets;
  }

  /** The cut at the last step: a sweep over the whole flow, made when it is first asked for, and once. */
  private static final class LastCut {
    private final ArrivalFlow solved;
    private final int step;
    private CutOverTime known;

    LastCut(ArrivalFlow solved, int step) {
      this.solved = solved;
      this.step = step;
    }

    synchronized CutOverTime get() {
      if (known == null) known = solved.cut(step);
      return known;
    }
  }

  /** Solves exactly. Where a destination's limit binds, the last minute's total is still the optimum; earlier ones belong to that plan. */
  public static Evacuation solve(Ground ground, World world, Timeline timeline, Demand demand) {
    Evacuation free = solve(ground, world, timeline, demand, Variant.PLAIN);
    return free.fitsDestinations(ground.theCase(), world) ? free : solve(ground, world, timeline, demand, Variant.LIMITED);
  }

  /**
   * On streets: solved with every street taken as wide enough, then every street's load is held against what it can take, and those that are
   * too narrow are singled out and get their capacity in the next round. When no street is overloaded the plan can be walked as it stands, and no
   * plan beats it, since leaving capacities out only helps.
   */
  static Evacuation solve(Ground ground, World world, Timeline timeline, Demand demand, Variant variant) {
    if (!(ground instanceof Ground.OnStreets streets)) return solved(Network.of(ground, world, timeline, demand, variant, null), timeline, demand, variant);
    int[] singled = new int[0];
    OptionalLong wide = OptionalLong.empty();
    for (int round = 1; ; round++) {
      Routing routing = streets.plan().routing(singled, streets.grain(), timeline, world);
      Evacuation plan = solved(Network.of(ground, world, timeline, demand, variant, routing), timeline, demand, variant);
      if (round == 1 && !CutWords.throughSharedStreets(plan)) wide = OptionalLong.of(plan.out());
      StreetLoads loads = new StreetLoads(plan, routing, world);
      List<Integer> narrow = loads.overloaded(streets.plan(), round > GENTLE_ROUNDS);
      if (narrow.isEmpty() || round >= MOST_ROUNDS || ways(routing, demand, narrow.size()) > MOST_WAYS) return plan.on(loads, narrow.size(), wide);
      singled = IntStream.concat(Arrays.stream(singled), narrow.stream().mapToInt(Integer::intValue)).sorted().distinct().toArray();
    }
  }

  /** Arcs that the next round would have. */
  private static long ways(Routing routing, Demand demand, int more) {
    return (long) demand.groups().size() * (routing.cells().count() + routing.singled().length + more) * (routing.targets() + more);
  }

  private static Evacuation solved(Network network, Timeline timeline, Demand demand, Variant variant) {
    ArrivalFlow solved = EarliestArrival.solve(network.problem());
    return new Evacuation(network, solved, new LastCut(solved, timeline.horizon()), timeline, demand, variant == Variant.LIMITED, Optional.empty(), 0, OptionalLong.empty());
  }

  private Evacuation on(StreetLoads loads, int overloaded, OptionalLong wide) {
    return new Evacuation(network, solved, lastCut, timeline, demand, atLimit, Optional.of(loads), overloaded, wide);
  }

  /**
   * What no plan can beat when each group has every street to itself. Either what would get out on streets as wide as need be, where that is near;
   * or the optimum with the streets that bind here undivided, which others that would then bind could only lessen.
   */
  long undivided(Ground ground, World world) {
    if (onWideStreets.isPresent() && onWideStreets.getAsLong() - out() <= CLOSE * out()) return onWideStreets.getAsLong();
    return solved(Network.of(ground, world, timeline, demand, Variant.UNDIVIDED, network.routing()), timeline, demand, Variant.UNDIVIDED).out();
  }

  /** Streets that would have to take more than they can; where there are any the plan is a bound that none can pass, and cannot be walked as it stands. */
  int overloaded() {
    return overloaded;
  }

  /** The plan on its streets; empty on a sketch. */
  public Optional<StreetMap> streetMap() {
    return streets.map(StreetLoads::map);
  }

  private boolean fitsDestinations(Case c, World world) {
    if (c.geography().destinations().stream().allMatch(d -> d.takes().isEmpty())) return true;
    return Destinations.fit(c, world, this);
  }

  /** Whole people out by the end. */
  public long out() {
    return people(solved.arrived()[timeline.horizon()]);
  }

  /** Whole people out by the end of each minute. */
  public long[] outByMinute() {
    long[] out = solved.arrived();
    if (atLimit) out = new Tally(this).crossedByMinute();
    for (int t = 0; t < out.length; t++) out[t] = people(out[t]);
    return out;
  }

  /** The first minute by whose end everybody is out; empty where not everybody gets out. */
  public OptionalInt everybodyOutAt() {
    long all = demand.total() * Network.UNITS_PER_PERSON;
    long[] arrived = solved.arrived();
    for (int t = 0; t < arrived.length; t++) if (arrived[t] == all) return OptionalInt.of(t);
    return OptionalInt.empty();
  }

  /** The checker's word: it shares nothing with the solver but the problem. */
  public Proof proof() {
    int last = timeline.horizon();
    boolean keepsRules = Certificate.violations(network.problem(), solved.flow()).isEmpty();
    boolean feasible = keepsRules && overloaded == 0;
    long cut = people(Certificate.cutValue(network.problem(), cut()));
    String words =
        feasible && cut == out()
            ? "the plan was checked rule by rule, and so was a cut over time that at most %,d people can pass, whatever the plan."
                .formatted(cut)
            : keepsRules && cut == out()
            ? "Only a bound: no plan gets more than %,d people out, by a checked cut; %,d streets would have to take more people than they can, so fewer will.".formatted(cut, overloaded)
            : "The proof failed: plan %,d, cut %,d, feasible: %s. Do not use the figure; this is a bug of ours.".formatted(out(), cut, feasible);
    return new Proof(feasible, people(solved.arrived()[last]), cut, words);
  }

  CutOverTime cut() {
    return lastCut.get();
  }

  FlowOverTime flow() {
    return solved.flow();
  }

  Network network() {
    return network;
  }

  Timeline timeline() {
    return timeline;
  }

  Demand demand() {
    return demand;
  }

  /** Units of flow to whole people. */
  static long people(long units) {
    return units / Network.UNITS_PER_PERSON;
  }
}
