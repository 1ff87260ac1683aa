// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.respite.engine.aid.Convoy;
import org.respite.engine.aid.Loads;
import org.respite.engine.people.Evacuation;
import org.respite.engine.people.GateCount;
import org.respite.engine.people.Ground;
import org.respite.engine.world.Demand;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Aid;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Group;
import org.respite.model.scenario.Option;
import org.respite.model.scenario.Users;

/** Solves one option in whatever world it is given. Stateless beyond its inputs: safe on any number of threads. */
final class Sampler {
  final Ground ground;
  private final Case theCase;
  private final Option option;
  final Timeline timeline;
  final List<Group> civilians;
  private final boolean everyGroup;

  /** @param everyGroup whether each group of civilians is also solved by itself, and the willing as well */
  Sampler(Ground ground, Option option, boolean everyGroup) {
    this.ground = ground;
    this.theCase = ground.theCase();
    this.option = option;
    this.timeline = Timeline.of(theCase, option);
    this.everyGroup = everyGroup;
    this.civilians = Demand.of(theCase, World.MIDDLE).only(Sampler::isCivilian).groups();
  }

  static boolean isCivilian(Group g) {
    return g.users() == Users.CIVILIANS;
  }

  static boolean isWounded(Group g) {
    return g.users() == Users.WOUNDED;
  }

  Demand everybody(World world) {
    return Demand.of(theCase, world);
  }

  /** Those who set out if free to choose; every group needs a stated share. */
  Demand willing(World world) {
    return Demand.of(theCase, world, g -> theCase.people().willingOf(g).map(q -> world.value(q, Unit.SHARE)).orElse(0.0));
  }

  boolean willingStated() {
    return !civilians.isEmpty() && civilians.stream().allMatch(g -> theCase.people().willingOf(g).isPresent());
  }

  Evacuation solve(World world, Demand demand) {
    return Evacuation.solve(ground, world, timeline, demand);
  }

  /** As {@link #solve}, with homes on streets taken together as in the draws. */
  Evacuation solveCoarsely(World world, Demand demand) {
    return Evacuation.solve(ground.coarser(), world, timeline, demand);
  }

  /** Makes what every world's aid needs, so that none waits for another to make it. */
  void readyVehicles() {
    theCase.aid().ifPresent(a -> Movements.trucks(ground, option, option.aidLanes(), a, World.MIDDLE));
  }

  /** Who gets out; of aid nothing yet. */
  Sample people(World world) {
    Demand all = everybody(world);
    Demand civil = all.only(Sampler::isCivilian);
    Demand hurt = all.only(Sampler::isWounded);
    GateCount count = new GateCount(ground, world, timeline);
    double could = count.out(civil);
    List<Demand> firsts = everyGroup ? civilians.stream().map(g -> all.only(x -> x.id().equals(g.id()))).toList() : List.of();
    double would = everyGroup && willingStated() ? count.out(willing(world).only(Sampler::isCivilian)) : -1;
    double inside = civil.total();
    return new Sample(inside, could, would, hurt.total(), count.out(hurt), each(firsts, Demand::total), each(firsts, count::out), SampledAid.NONE);
  }

  SampledAid aid(World world) {
    return theCase.aid().map(a -> aid(a, world)).orElse(SampledAid.NONE);
  }

  private SampledAid aid(Aid aid, World world) {
    Convoy convoy = new Convoy(theCase, aid, world, timeline, option.aidLanes(), Movements.trucks(ground, option, option.aidLanes(), aid, world));
    double trucks = convoy.trucks();
    List<Loads.Load> loads = Loads.of(aid, world, world.value(theCase.people().inside(), Unit.PEOPLE), trucks);
    return new SampledAid(trucks, loads, convoy.isBarred(), each(loads, l -> convoy.hoursFor(l.trucksForAll())));
  }

  /** Out by the end, the total alone. */
  long out(World world, Demand demand) {
    return GateCount.of(ground, world, timeline, demand);
  }

  private static <T> double[] each(List<T> items, ToDoubleFunction<T> f) {
    return IntStream.range(0, items.size()).mapToDouble(i -> f.applyAsDouble(items.get(i))).toArray();
  }
}
